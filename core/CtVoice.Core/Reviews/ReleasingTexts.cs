using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>Nothing leaves in a language whose texts no person released.</summary>
public static class ReleasingTexts
{
    /// <summary>Languages that the panel reads and nobody released yet.</summary>
    public static IReadOnlyList<string> Missing(Review review) =>
        [.. Needed(review).Where(language => review.Released.All(r => r.Language != language))];

    /// <summary>A person releases the texts of one language.</summary>
    public static Decided<bool> Release(Review review, string language, string keyId, DateTimeOffset now)
    {
        if (review.Stage is not (ReviewStage.Preparing or ReviewStage.Open) || review.Released.Any(r => r.Language == language))
            return new(false);
        var released = review with { Released = [.. review.Released, new(language, keyId, now)] };
        return new(true, new(now, released, LedgerDraft.Of("texts-released", Actor.Coordinator(keyId), ("language", language)))
        {
            Effects = [new Effect.WakeReview()],
        });
    }

    /// <summary>The texts are not ready: first the digest, then the escalation, each once.</summary>
    public static Decided<bool> NoteDelay(Review review, bool escalate, DateTimeOffset now)
    {
        var delay = review.TextDelay;
        if (review.Stage is not ReviewStage.Preparing || (escalate ? delay.EscalatedAt : delay.DigestedAt) is not null)
            return new(false);
        var noted = review with { TextDelay = escalate ? delay with { EscalatedAt = now } : delay with { DigestedAt = now } };
        return new(true, new(now, noted, LedgerDraft.Of(
            escalate ? "texts-late-escalated" : "texts-late", Actor.System, ("languages", string.Join(' ', Missing(review))))));
    }

    private static IEnumerable<string> Needed(Review review) =>
        review.Panel is { } panel
            ? panel.Seats.Concat(panel.Reserve).Select(s => s.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            : [];
}
