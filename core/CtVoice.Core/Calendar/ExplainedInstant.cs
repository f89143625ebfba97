namespace CtVoice.Core.Calendar;

/// <summary>An instant that can say how it was computed.</summary>
/// <param name="At">The instant, in UTC.</param>
/// <param name="Because">Short sentences for people: where counting starts, each day left out and why, the zone and its offset.</param>
public sealed record ExplainedInstant(DateTimeOffset At, IReadOnlyList<string> Because);
