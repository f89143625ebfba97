namespace CtVoice.Core.Reviews;

/// <summary>More time for one answer, taken by its addressee with a public reason. While it runs nothing is overdue.</summary>
/// <param name="At">When it was asked for; always before the answer was due.</param>
/// <param name="By">Key id.</param>
/// <param name="Reason">Why; public.</param>
/// <param name="BusinessDays">How many business days were added.</param>
/// <param name="From">When the answer was due before.</param>
/// <param name="To">When it is due instead.</param>
public sealed record AnswerExtension(DateTimeOffset At, string By, string Reason, int BusinessDays, DateTimeOffset From, DateTimeOffset To);
