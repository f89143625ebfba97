namespace CtVoice.Core.Accountability;

/// <summary>The residents said that an answer did not answer them: the addressee is asked once more, and that answer is final.</summary>
/// <param name="At">When it was asked again.</param>
/// <param name="AnswersBefore">How many answers there were by then.</param>
/// <param name="FirstDueAt">When the first answer was due.</param>
/// <param name="FirstOverdueSince">Since when it was overdue; null when it came in time.</param>
public sealed record AskedAgain(DateTimeOffset At, int AnswersBefore, DateTimeOffset FirstDueAt, DateTimeOffset? FirstOverdueSince);

/// <summary>What members said to "did this answer you?".</summary>
/// <param name="Yes">1.</param>
/// <param name="Partly">2.</param>
/// <param name="No">3.</param>
public sealed record AnswerVotes(int Yes, int Partly, int No)
{
    /// <summary>At least half of those who replied, and at least two, say no (DOMAIN 2.11).</summary>
    public bool NotAnswered => No >= 2 && 2 * No >= Yes + Partly + No;
}
