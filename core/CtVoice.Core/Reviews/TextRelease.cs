namespace CtVoice.Core.Reviews;

/// <summary>A language whose texts may leave.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="By">Key id of the person.</param>
/// <param name="At">When.</param>
/// <param name="HarderBecause">Why it may leave although it is harder than it should be; public. Null when it is not.</param>
public sealed record TextRelease(string Language, string By, DateTimeOffset At, string? HarderBecause = null);

/// <summary>What became of texts that were not released in time.</summary>
public sealed record TextDelay(DateTimeOffset? DigestedAt, DateTimeOffset? EscalatedAt);
