using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>The answers that the addressees owe, and what is public when they do not come.</summary>
public static class Answering
{
    /// <summary>What became of an answer.</summary>
    public enum Outcome
    {
        /// <summary>It is recorded and public, and holds from now on.</summary>
        Recorded,

        /// <summary>The answer that holds says the same: nothing changed.</summary>
        Repeated,

        /// <summary>The answer to "not answered" is there; it is final.</summary>
        Final,

        /// <summary>There is no such recommendation for this addressee.</summary>
        NotFound,

        /// <summary>Somebody else answered since the caller looked.</summary>
        Overtaken,
    }

    /// <summary>
    /// An addressee answers one recommendation, or answers it anew: the newest answer holds, those before stay public. In time
    /// or late, an answer counts; late stays visible.
    /// </summary>
    /// <param name="review">The review.</param>
    /// <param name="number">Number of the recommendation.</param>
    /// <param name="addressee">Who answers.</param>
    /// <param name="answer">An answer that <see cref="AnswerCheck"/> finds complete; dated now.</param>
    /// <param name="seen">How many answers its author had seen; null when they do not say.</param>
    public static Decided<Outcome> Answer(Review review, int number, string addressee, RecommendationAnswer answer, int? seen = null)
    {
        if (review.Recommendations.FirstOrDefault(r => r.Number == number) is not { } recommendation
            || recommendation.Addressee != addressee)
            return new(Outcome.NotFound);
        if (!recommendation.Waits && recommendation.Answer!.SaysTheSame(answer))
            return new(Outcome.Repeated);
        if (recommendation.Final)
            return new(Outcome.Final);
        if (seen is { } known && known != recommendation.Answers.Count)
            return new(Outcome.Overtaken);
        var now = answer.AnsweredAt;
        var recorded = answer with
        {
            Late = recommendation.Waits && now >= recommendation.DueAt,
            Commitment = Promised(answer, review.Policy),
            Translations = [],
        };
        var answered = recommendation with { Answers = [.. recommendation.Answers, recorded] };
        var content = Content(number, answered.Answers.Count);
        var entry = LedgerDraft.Of(recommendation.Answers.Count == 0 ? "recommendation-answered" : "answer-changed",
            Actor.Agency(addressee),
            ("recommendation", number), ("kind", answer.Kind.ToString()), ("key", answer.By), ("late", recorded.Late),
            ("dueOn", recorded.Commitment?.DueOn.ToString("O", null)), ("final", answered.Final ? true : null)) with
        { Contents = [content] };
        var after = review.With(answered).WithNews(number, NewsKind.Answered, now);
        return new(Outcome.Recorded, new(now, after, entry)
        {
            Contents = [new(content, answer.Reason)],
            Effects = [new Effect.StartAccountability(number), new Effect.WakeReview(), .. TellingMembers.Effects(after)],
        });
    }

    /// <summary>Answers of one addressee are late: from now on that is public.</summary>
    public static Decided<bool> NoteOverdue(Review review, string addressee, DateTimeOffset now)
    {
        var late = review.Recommendations
            .Where(r => r is { Waits: true, OverdueSince: null } && r.Addressee == addressee && now >= r.DueAt).ToList();
        if (late.Count == 0)
            return new(false);
        var after = late.Aggregate(review, (state, r) => state.With(r with { OverdueSince = r.DueAt }));
        return new(true, new(now, after, [.. late.Select(r => LedgerDraft.Of(
            "answer-overdue", Actor.System, ("recommendation", r.Number), ("addressee", addressee)))])
        {
            Effects = [new Effect.WakeReview()],
        });
    }

    // An answer that puts off is followed like a promise: by a day of its own choice or the policy's it is to be decided.
    private static Commitment? Promised(RecommendationAnswer answer, ReviewPolicy policy) => answer.Kind is AnswerKind.NotAdopted
        ? null
        : new()
        {
            DueOn = answer.DueOn ?? LocalTime.DateIn(BusinessCalendar.Zone, answer.AnsweredAt).AddDays(policy.DecideLaterWithin),
            DueByPolicy = answer.DueOn is null,
            Since = answer.AnsweredAt,
        };

    private static string Content(int number, int nth) =>
        nth == 1
            ? string.Create(CultureInfo.InvariantCulture, $"answer|{number}")
            : string.Create(CultureInfo.InvariantCulture, $"answer|{number}|{nth}");
}
