namespace CtVoice.Core.Reviews;

/// <summary>The report as it went out.</summary>
/// <param name="SentAt">When.</param>
/// <param name="Asked">Members asked.</param>
/// <param name="Replied">Members who replied in time.</param>
/// <param name="BelowQuorum">True when fewer replied than the policy asks for.</param>
/// <param name="Waiting">Replies whose words nobody had decided on by then.</param>
/// <param name="Withheld">Replies whose words were not passed on.</param>
public sealed record ReportRecord(DateTimeOffset SentAt, int Asked, int Replied, bool BelowQuorum, int Waiting, int Withheld = 0);
