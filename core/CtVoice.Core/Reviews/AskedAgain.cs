namespace CtVoice.Core.Reviews;

/// <summary>The residents said that an answer did not answer them: the addressee is asked once more, and that answer is final.</summary>
/// <param name="At">When it was asked again.</param>
/// <param name="AnswersBefore">How many answers there were by then.</param>
/// <param name="FirstDueAt">When the first answer was due.</param>
/// <param name="FirstOverdueSince">Since when it was overdue; null when it came in time.</param>
public sealed record AskedAgain(DateTimeOffset At, int AnswersBefore, DateTimeOffset FirstDueAt, DateTimeOffset? FirstOverdueSince);
