using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>Guardrails are followed like every commitment: shown to be in place, judged by a person, promised for another day.</summary>
public static class Guarding
{
    /// <summary>The agency shows that a guardrail is in place. It counts at once, late or not.</summary>
    public static Decided<Delivering.Outcome> Show(Review review, int number, string text, Uri? link, string keyId, DateTimeOffset now)
    {
        if (Find(review, number) is not { Promise: { } promise } guardrail)
            return new(Delivering.Outcome.NotFound);
        var word = Promising.Show(promise, text, link, keyId, now);
        return word.After is null ? new(word.Outcome) : Changed(review, guardrail, word.After, now,
            LedgerDraft.Of("guardrail-shown", Actor.Agency(review.Agency), ("guardrail", number), ("key", keyId), ("late", word.Late),
                ("link", link?.ToString())));
    }

    /// <summary>The coordinator says whether the evidence shows it, with a public reason when it does not.</summary>
    public static Decided<Delivering.Outcome> Judge(Review review, int number, bool accepted, string? reason, string keyId,
        DateTimeOffset now)
    {
        if (Find(review, number) is not { Promise: { } promise } guardrail)
            return new(Delivering.Outcome.NotFound);
        var word = Promising.Judge(promise, accepted, reason, keyId, now);
        return word.After is null ? new(word.Outcome) : Changed(review, guardrail, word.After, now,
            LedgerDraft.Of(accepted ? "guardrail-accepted" : "guardrail-rejected", Actor.Coordinator(keyId), ("guardrail", number),
                ("reason", reason)));
    }

    /// <summary>The agency promises another day, with a public reason. That the day before was missed stays public.</summary>
    public static Decided<Delivering.Outcome> Move(Review review, int number, DateOnly to, string reason, string keyId, DateTimeOffset now)
    {
        if (Find(review, number) is not { Promise: { } promise } guardrail)
            return new(Delivering.Outcome.NotFound);
        var word = Promising.Move(promise, to, reason, keyId, review.Policy, now);
        return word.After is null ? new(word.Outcome) : Changed(review, guardrail, word.After, now,
            LedgerDraft.Of("guardrail-moved", Actor.Agency(review.Agency), ("guardrail", number), ("key", keyId),
                ("from", promise.DueOn.ToString("O", null)), ("to", to.ToString("O", null)), ("reason", reason), ("late", word.Late)));
    }

    /// <summary>False when nothing is to be shown any more of what was promised against risks, until something is decided.</summary>
    public static bool MayBeOpen(Review review) =>
        review.Stage is not ReviewStage.Cancelled && review.Guardrails.Any(g => !g.Promise.Delivered);

    private static Guardrail? Find(Review review, int number) =>
        review.Stage is ReviewStage.Cancelled ? null : review.Guardrails.FirstOrDefault(g => g.Number == number);

    private static Decided<Delivering.Outcome> Changed(Review review, Guardrail guardrail, Commitment promise, DateTimeOffset now,
        LedgerDraft entry) => new(Delivering.Outcome.Recorded, new(now, review with
        {
            Guardrails = [.. review.Guardrails.Select(g => g.Number == guardrail.Number ? g with { Promise = promise } : g)],
        }, entry));
}
