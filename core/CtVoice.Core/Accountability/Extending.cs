using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>
/// Lawful extensions (DOMAIN 2.10): an addressee takes more time for one recommendation, in public and before it is due. It is
/// per recommendation, because each has its own clock and the others stay due.
/// </summary>
public static class Extending
{
    /// <summary>What became of it.</summary>
    public enum Outcome
    {
        /// <summary>The new date holds.</summary>
        Extended,

        /// <summary>There is no such recommendation for this addressee.</summary>
        NotFound,

        /// <summary>No answer is owed.</summary>
        Answered,

        /// <summary>It was due already.</summary>
        TooLate,

        /// <summary>As often as the policy allows.</summary>
        UsedUp,

        /// <summary>It is asked once more: that answer has one date.</summary>
        AskedAgain,
    }

    /// <summary>The addressee takes more time.</summary>
    /// <param name="review">The review.</param>
    /// <param name="number">Number of the recommendation.</param>
    /// <param name="addressee">Who asks.</param>
    /// <param name="businessDays">1 up to the policy's longest; counted from the present due date.</param>
    /// <param name="reason">Why; public.</param>
    /// <param name="keyId">The key it came under.</param>
    /// <param name="calendar">Counts the days.</param>
    /// <param name="now">When.</param>
    public static Decided<Outcome> Take(
        Review review, int number, string addressee, int businessDays, string reason, string keyId, BusinessCalendar calendar,
        DateTimeOffset now)
    {
        if (review.Recommendations.FirstOrDefault(r => r.Number == number) is not { } recommendation
            || recommendation.Addressee != addressee)
            return new(Outcome.NotFound);
        if (!recommendation.Waits)
            return new(Outcome.Answered);
        if (recommendation.AskedAgain is not null)
            return new(Outcome.AskedAgain);
        if (now >= recommendation.DueAt)
            return new(Outcome.TooLate);
        if (recommendation.Extensions.Count >= review.Policy.AnswerExtensions)
            return new(Outcome.UsedUp);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(businessDays, review.Policy.AnswerExtensionDays);
        var later = calendar.Of(review).EndOfWindow(recommendation.DueAt, businessDays, review.Policy.ClosesAt);
        var extension = new AnswerExtension(now, keyId, reason, businessDays, recommendation.DueAt, later.At);
        var extended = recommendation with
        {
            Extensions = [.. recommendation.Extensions, extension],
            DueAt = later.At,
            DueBecause = later.Because,
        };
        return new(Outcome.Extended, new(now, review.With(extended), LedgerDraft.Of("answer-extended", Actor.Agency(addressee),
            ("recommendation", number), ("businessDays", businessDays), ("reason", reason), ("key", keyId),
            ("dueAt", later.At.UtcDateTime.ToString("O", null))))
        {
            Effects = [new Effect.WakeAccountability(number), new Effect.WakeReview()],
        });
    }
}
