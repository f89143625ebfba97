using CtVoice.Core.Ledger;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews.Texts;

namespace CtVoice.Core.Reviews;

/// <summary>Nothing leaves in a language whose texts no person released.</summary>
public static class ReleasingTexts
{
    /// <summary>What a coordinator releases.</summary>
    /// <param name="Language">ISO 639-1 code.</param>
    /// <param name="Version">The version that was read; null for the newest.</param>
    /// <param name="Reason">Why a text above the grade may leave; public.</param>
    public sealed record Wish(string Language, int? Version = null, string? Reason = null);

    /// <summary>What became of a release.</summary>
    public enum Outcome
    {
        /// <summary>It may leave.</summary>
        Released,

        /// <summary>It was released before, or nobody is to be asked.</summary>
        NotNow,

        /// <summary>The text changed since it was read.</summary>
        Changed,

        /// <summary>Something is missing; see the faults.</summary>
        Incomplete,

        /// <summary>Harder than residents should get, and no reason was given.</summary>
        TooHard,
    }

    /// <summary>The outcome, with what stands in the way.</summary>
    public sealed record Answer(Outcome Outcome, IReadOnlyList<string> Because);

    /// <summary>Languages that the panel reads, in order.</summary>
    public static IReadOnlyList<string> Needed(Review review) =>
        review.Panel is { } panel
            ? [.. panel.Seats.Concat(panel.Reserve).Select(s => s.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Languages that the panel reads and nobody released yet.</summary>
    public static IReadOnlyList<string> Missing(Review review) =>
        [.. Needed(review).Where(language => review.Released.All(r => r.Language != language))];

    /// <summary>Languages that the panel reads and that have no complete text: somebody must write or translate.</summary>
    public static IReadOnlyList<string> Unwritten(Review review) =>
        [.. Missing(review).Where(language => review.TextIn(language) is not { } text || TextReadiness.Lacking(review, text).Count > 0)];

    /// <summary>A person releases the text of one language, with the notes that belong to it.</summary>
    /// <param name="review">The review.</param>
    /// <param name="wish">What is released.</param>
    /// <param name="notes">Context notes on the populations and data of the project, in that language.</param>
    /// <param name="keyId">Who.</param>
    /// <param name="now">When.</param>
    /// <param name="project">The project, for the risks that its agency sees; null where it names none.</param>
    public static Decided<Answer> Release(Review review, Wish wish, IReadOnlyList<AttachedNote> notes, string keyId, DateTimeOffset now,
        ProjectRequest? project = null)
    {
        if (review.Stage is not (ReviewStage.Preparing or ReviewStage.Open) || review.Released.Any(r => r.Language == wish.Language))
            return new(new(Outcome.NotNow, []));
        if (review.TextIn(wish.Language) is not { } written)
            return new(new(Outcome.Incomplete, [$"Nobody has written anything in {wish.Language} yet."]));
        if (wish.Version is { } version && version != written.Version)
            return new(new(Outcome.Changed, []));
        var text = Complete(review, written, notes, project);
        if (TextReadiness.Lacking(review, text) is { Count: > 0 } lacking)
            return new(new(Outcome.Incomplete, [.. lacking.Select(f => f.Message)]));
        var hard = TextReadiness.TooHard(text);
        if (hard.Count > 0 && string.IsNullOrWhiteSpace(wish.Reason))
            return new(new(Outcome.TooHard,
                [.. hard.Select(h => $"{h.Part}: {h.Report.Plain}; hardest: \"{h.Report.Sentences[0].Text}\"")]));
        var reason = hard.Count > 0 ? wish.Reason!.Trim() : null;
        var released = review.With(text) with { Released = [.. review.Released, new(wish.Language, keyId, now, reason)] };
        if (Missing(released).Count == 0)
            released = Departing.WithoutStop(released, PanelMessage.Asking);
        var entry = LedgerDraft.Of("texts-released", Actor.Coordinator(keyId),
            ("language", wish.Language), ("version", text.Version), ("grade", TextReadiness.Whole(text)?.Plain), ("notes", notes.Count),
            ("harderBecause", reason));
        return new(new(Outcome.Released, []), new(now, released, entry) { Effects = [new Effect.WakeReview()] });
    }

    /// <summary>A text with everything that leaves with it.</summary>
    public static ReviewText Complete(Review review, ReviewText text, IReadOnlyList<AttachedNote> notes, ProjectRequest? project) =>
        text with
        {
            Notes = notes,
            Unlisted = review.Unlisted,
            UnlistedMore = review.UnlistedMore,
            Risks = RisksFor.Text(project, text),
        };

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
}
