using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>What a word does to a commitment, whatever was promised: advice that was adopted, or a guardrail. Pure.</summary>
internal static class Promising
{
    /// <summary>What became of a word.</summary>
    /// <param name="Outcome">Recorded, or why not.</param>
    /// <param name="After">The commitment after it; null when nothing changed.</param>
    /// <param name="Late">True when the day had passed.</param>
    internal sealed record Word(Delivering.Outcome Outcome, Commitment? After = null, bool Late = false);

    /// <summary>It is shown to be done.</summary>
    internal static Word Show(Commitment promise, string text, Uri? link, string keyId, DateTimeOffset now)
    {
        if (promise.Delivered)
            return new(promise.Evidence[^1].Text == text && promise.Evidence[^1].Link == link
                ? Delivering.Outcome.Repeated
                : Delivering.Outcome.Delivered);
        var late = now >= promise.DueAt;
        return new(
            Delivering.Outcome.Recorded, promise with { Evidence = [.. promise.Evidence, new(now, keyId, text, link, late)] }, late);
    }

    /// <summary>A person says whether the evidence shows it.</summary>
    internal static Word Judge(Commitment promise, bool accepted, string? reason, string keyId, DateTimeOffset now) =>
        promise.Evidence is [.., { Word: null } last]
            ? new(Delivering.Outcome.Recorded, promise with
            { Evidence = [.. promise.Evidence.SkipLast(1), last with { Word = new(now, keyId, accepted, reason) }] })
            : new(promise.Evidence is [.., { Word: { } word }] && (word.Accepted, word.Reason) == (accepted, reason)
                ? Delivering.Outcome.Repeated
                : Delivering.Outcome.NoEvidence);

    /// <summary>It is promised for another day.</summary>
    internal static Word Move(Commitment promise, DateOnly to, string reason, string keyId, ReviewPolicy policy, DateTimeOffset now)
    {
        if (promise.Delivered)
            return new(Delivering.Outcome.Delivered);
        if (promise.DueOn == to)
            return new(Delivering.Outcome.Repeated);
        var late = now >= Delivering.Late(promise, policy);
        return new(
            Delivering.Outcome.Recorded,
            promise with
            {
                DueOn = to,
                DueByPolicy = false,
                Since = now,
                NewDates = [.. promise.NewDates, new(now, keyId, promise.DueOn, to, reason, late)],
                NotDeliveredSince = null,
            },
            late);
    }
}
