using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>The answers that the addressees owe, and what happens when they do not come.</summary>
public static class Answering
{
    /// <summary>What became of an answer.</summary>
    public enum Outcome
    {
        /// <summary>It is recorded and public.</summary>
        Recorded,

        /// <summary>The recommendation has an answer already.</summary>
        AlreadyAnswered,

        /// <summary>There is no such recommendation for this addressee.</summary>
        NotFound,
    }

    /// <summary>An addressee answers one recommendation. In time or late, the answer counts; late stays visible.</summary>
    public static Decided<Outcome> Answer(Review review, int number, string agency, RecommendationAnswer answer)
    {
        if (review.Recommendations.FirstOrDefault(r => r.Number == number) is not { } recommendation || recommendation.Addressee != agency)
            return new(Outcome.NotFound);
        if (recommendation.Answer is not null)
            return new(Outcome.AlreadyAnswered);
        var content = $"answer|{number}";
        var answered = recommendation with { Answer = answer };
        var entry = LedgerDraft.Of("recommendation-answered", Actor.Agency(agency),
            ("recommendation", number), ("kind", answer.Kind.ToString()), ("key", answer.By),
            ("late", answered.AnsweredLate)) with
        { Contents = [content] };
        return new(Outcome.Recorded, new(answer.AnsweredAt, review.With(answered), entry)
        {
            Contents = [new(content, answer.Reason)],
            Effects = [new Effect.WakeAccountability(number), new Effect.WakeReview()],
        });
    }

    /// <summary>The answer is late: from now on that is public.</summary>
    public static Decided<bool> NoteOverdue(Review review, int number, DateTimeOffset now)
    {
        if (review.Recommendations.FirstOrDefault(r => r.Number == number) is not { Answer: null, OverdueSince: null } recommendation
            || now < recommendation.DueAt)
            return new(false);
        return new(true, new(now, review.With(recommendation with { OverdueSince = recommendation.DueAt }), LedgerDraft.Of(
            "answer-overdue", Actor.System, ("recommendation", number), ("addressee", recommendation.Addressee)))
        {
            Effects = [new Effect.WakeReview()],
        });
    }

    /// <summary>A reminder or an escalation left.</summary>
    public static Decided<bool> NoticeSent(Review review, int number, string kind, DateTimeOffset now)
    {
        if (review.Recommendations.FirstOrDefault(r => r.Number == number) is not { } recommendation
            || recommendation.Notices.Any(n => n.Kind == kind))
            return new(false);
        return new(true, new(now, review.With(recommendation with { Notices = [.. recommendation.Notices, new(kind, now)] }), LedgerDraft.Of(
            kind.StartsWith("escalation", StringComparison.Ordinal) ? "answer-escalated" : "answer-reminded", Actor.System,
            ("recommendation", number), ("addressee", recommendation.Addressee), ("kind", kind))));
    }
}
