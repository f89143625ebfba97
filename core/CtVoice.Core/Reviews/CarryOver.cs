namespace CtVoice.Core.Reviews;

/// <summary>The earlier advice was carried over instead of asking again.</summary>
/// <param name="Reason">Why; public.</param>
/// <param name="By">Key id of the coordinator.</param>
/// <param name="At">When.</param>
public sealed record CarryOver(string Reason, string By, DateTimeOffset At);
