using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>Who is asked. The choice itself is the board's; here it becomes part of the review.</summary>
public static class ChoosingPanel
{
    /// <summary>Records the panel; a short one goes to the coordinator instead of being asked.</summary>
    public static Decided<bool> Record(
        Review review, RoutedPanel routed, IReadOnlyList<PanelOverride> overrides, DateTimeOffset now, string? note = null)
    {
        if (review.Stage is not (ReviewStage.Routing or ReviewStage.ShortOfMembers))
            return new(false);
        var enough = routed.Choice.Outcome is PanelOutcome.Full;
        var stage = enough ? ReviewStage.Preparing : ReviewStage.ShortOfMembers;
        if (stage == review.Stage)
            return new(false);
        var panel = PanelOf(review, routed, note);
        var entry = Entry(enough ? "panel-chosen" : "panel-short", Actor.System, panel);
        return new(true, new(now, review.At(stage, now) with { Panel = panel, Overrides = overrides }, entry)
        { Effects = [new Effect.WakeReview()] });
    }

    /// <summary>
    /// The coordinator decides on single members, or goes on with a short panel, before a text was released; the panel is
    /// the one that routing chose under these overrides. They replace all that were given before.
    /// </summary>
    /// <param name="review">The review.</param>
    /// <param name="routed">The panel under these overrides; not a refused one.</param>
    /// <param name="overrides">The coordinator's words, each with its reason.</param>
    /// <param name="shortBecause">Why to go on although seats stay empty; null leaves a short panel waiting for members.</param>
    /// <param name="keyId">Who.</param>
    /// <param name="now">When.</param>
    public static Decided<bool> Override(
        Review review, RoutedPanel routed, IReadOnlyList<PanelOverride> overrides, string? shortBecause, string keyId, DateTimeOffset now)
    {
        if (review.Stage is not (ReviewStage.ShortOfMembers or ReviewStage.Preparing) || review.Released.Count > 0)
            return new(false);
        var full = routed.Choice.Outcome is PanelOutcome.Full;
        var goesOn = full || (shortBecause is not null && routed.Choice.Seats.Count > 0);
        var panel = PanelOf(review, routed, null) with { ShortBecause = full ? null : shortBecause };
        var words = new JsonArray([.. overrides.Select(o => (JsonNode)new JsonObject
        {
            ["member"] = Pseudonym.Of(review.PseudonymSalt, o.MemberId),
            ["kind"] = o.Kind is OverrideKind.Seat ? "seat" : "leave-out",
            ["reason"] = o.Reason,
        })]);
        var entry = Entry("panel-overridden", Actor.Coordinator(keyId), panel);
        entry.Facts["overrides"] = words;
        if (panel.ShortBecause is { } because)
            entry.Facts["shortBecause"] = because;
        var stage = goesOn ? ReviewStage.Preparing : ReviewStage.ShortOfMembers;
        // The clock of the texts goes on where the stage stays the same: a new panel is no new excuse.
        var placed = stage == review.Stage ? review : review.At(stage, now);
        return new(true, new(now, placed with { Panel = panel, Overrides = overrides }, entry) { Effects = [new Effect.WakeReview()] });
    }

    private const string SensitiveNote = "Health claims are sensitive data: text messages to this panel name no topic.";

    private static PanelRecord PanelOf(Review review, RoutedPanel routed, string? note)
    {
        Seat Named(PanelSeat seat) =>
            new(seat.MemberId, Pseudonym.Of(review.PseudonymSalt, seat.MemberId), seat.Language, string.Join(' ', seat.Reasons));
        var choice = routed.Choice;
        return new PanelRecord(
            [.. choice.Seats.Select(Named)], [.. choice.Alternates.Select(Named)],
            [.. choice.Excluded.Concat(choice.NotChosen).Select(m => new PassedOver(m.MemberId, string.Join(' ', m.Reasons)))],
            [.. note is null ? [] : new[] { note }, .. review.Sensitive
                ? new[] { SensitiveNote }
                : [], .. choice.Coverage.Select(c => c.Sentence), .. choice.Warnings.Select(w => w.Sentence)],
            routed.LanguagesOutOfReach)
        {
            PostageDays = routed.PostageDays,
            PreviewPostageDays = routed.PostageDays,
            ReachesMajority = choice.Warnings.Any(
                w => w.Kind is PanelWarningKind.MajorityAsked or PanelWarningKind.MajorityWithAlternates),
        };
    }

    private static LedgerDraft Entry(string type, Actor actor, PanelRecord panel) => LedgerDraft.Of(type, actor,
        ("seats", Names(panel.Seats)), ("reserve", Names(panel.Reserve)), ("passedOver", panel.Passed.Count),
        ("notes", new JsonArray([.. panel.Notes.Select(n => (JsonNode)n)])));

    private static JsonArray Names(IReadOnlyList<Seat> seats) => new([.. seats.Select(s => (JsonNode)s.Pseudonym)]);
}
