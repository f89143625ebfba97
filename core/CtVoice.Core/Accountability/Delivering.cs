using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>What was promised is followed until it is shown to be done, or is publicly not delivered (DOMAIN 2.12).</summary>
public static class Delivering
{
    /// <summary>What became of a word on a commitment.</summary>
    public enum Outcome
    {
        /// <summary>Recorded and public.</summary>
        Recorded,

        /// <summary>It is so already: nothing changed.</summary>
        Repeated,

        /// <summary>There is no such recommendation for this addressee.</summary>
        NotFound,

        /// <summary>The answer that holds promises nothing, or nothing that this could be about.</summary>
        NothingPromised,

        /// <summary>It is shown to be done.</summary>
        Delivered,

        /// <summary>No evidence waits for a word.</summary>
        NoEvidence,
    }

    /// <summary>The addressee shows that what it adopted is done. It counts at once, late or not.</summary>
    public static Decided<Outcome> Show(Review review, int number, string addressee, string text, Uri? link, string keyId,
        DateTimeOffset now)
    {
        if (Find(review, number, addressee) is not { } recommendation)
            return new(Outcome.NotFound);
        // What was put off is settled by deciding it: a new answer.
        if (recommendation is not { Answer.Kind: AnswerKind.Adopted or AnswerKind.AdoptedInPart, Commitment: { } commitment })
            return new(Outcome.NothingPromised);
        var word = Promising.Show(commitment, text, link, keyId, now);
        return word.After is null ? new(word.Outcome) : Changed(review, recommendation, word.After, NewsKind.Delivered, now,
            LedgerDraft.Of("evidence-given", Actor.Agency(addressee),
                ("recommendation", number), ("key", keyId), ("late", word.Late), ("link", link?.ToString())));
    }

    /// <summary>The coordinator says whether the evidence shows what was promised, with a public reason when it does not.</summary>
    public static Decided<Outcome> Judge(Review review, int number, bool accepted, string? reason, string keyId, DateTimeOffset now)
    {
        if (Find(review, number, null) is not { } recommendation)
            return new(Outcome.NotFound);
        if (recommendation.Commitment is not { } commitment)
            return new(Outcome.NothingPromised);
        var word = Promising.Judge(commitment, accepted, reason, keyId, now);
        return word.After is null ? new(word.Outcome) : Changed(
            review, recommendation, word.After, accepted ? null : NewsKind.DeliveryRejected, now,
            LedgerDraft.Of(accepted ? "evidence-accepted" : "evidence-rejected", Actor.Coordinator(keyId), ("recommendation", number),
                ("reason", reason)));
    }

    /// <summary>The addressee promises another day, with a public reason. That the day before was missed stays public.</summary>
    public static Decided<Outcome> Move(Review review, int number, string addressee, DateOnly to, string reason, string keyId,
        DateTimeOffset now)
    {
        if (Find(review, number, addressee) is not { } recommendation)
            return new(Outcome.NotFound);
        if (recommendation.Commitment is not { } commitment)
            return new(Outcome.NothingPromised);
        var word = Promising.Move(commitment, to, reason, keyId, review.Policy, now);
        return word.After is null ? new(word.Outcome) : Changed(review, recommendation, word.After, NewsKind.NewDate, now,
            LedgerDraft.Of("commitment-moved", Actor.Agency(addressee),
                ("recommendation", number), ("key", keyId), ("from", commitment.DueOn.ToString("O", null)), ("to", to.ToString("O", null)),
                ("reason", reason), ("late", word.Late)));
    }

    /// <summary>Promised days of one addressee have passed: from now on that is public.</summary>
    public static Decided<bool> NoteNotDelivered(Review review, string addressee, DateTimeOffset now)
    {
        var late = review.Recommendations
            .Where(r => r.Addressee == addressee && r.Commitment is { Delivered: false, NotDeliveredSince: null } c
                && now >= Late(c, review.Policy) && !Informing.Pauses(r))
            .ToList();
        if (late.Count == 0)
            return new(false);
        var after = late.Aggregate(review, (state, r) => state
            .With(r.WithAnswer(r.Answer! with
            { Commitment = r.Commitment! with { NotDeliveredSince = Late(r.Commitment!, review.Policy) } }))
            .WithNews(r.Number, NewsKind.NotDelivered, now));
        return new(true, new(now, after, [.. late.Select(r => LedgerDraft.Of(
            "not-delivered", Actor.System, ("recommendation", r.Number), ("addressee", addressee),
            ("dueOn", r.Commitment!.DueOn.ToString("O", null))))])
        {
            Effects = [.. TellingMembers.Effects(after)],
        });
    }

    /// <summary>From when on a commitment is publicly not delivered: the end of its day and of the policy's grace.</summary>
    public static DateTimeOffset Late(Commitment commitment, ReviewPolicy policy) =>
        Commitment.StartOf(commitment.DueOn.AddDays(1 + policy.CommitmentGraceDays));

    private static Recommendation? Find(Review review, int number, string? addressee) =>
        review.Recommendations.FirstOrDefault(r => r.Number == number && (addressee is null || r.Addressee == addressee));

    private static Decided<Outcome> Changed(
        Review review, Recommendation recommendation, Commitment commitment, NewsKind? news, DateTimeOffset now, LedgerDraft entry)
    {
        var number = recommendation.Number;
        var after = review.With(recommendation.WithAnswer(recommendation.Answer! with { Commitment = commitment }));
        if (news is { } kind)
            after = after.WithNews(number, kind, now);
        return new(Outcome.Recorded, new(now, after, entry)
        {
            Effects = [new Effect.StartAccountability(number), .. TellingMembers.Effects(after)],
        });
    }
}
