using System.Text.Json.Nodes;
using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>Who is asked. The choice itself is the board's; here it becomes part of the review.</summary>
public static class ChoosingPanel
{
    /// <summary>A member as chosen, before the review gives them a name of its own.</summary>
    public sealed record Chosen(string MemberId, string Language, string Reason);

    /// <summary>Records the panel; a short one goes to the coordinator instead of being asked.</summary>
    public static Decided<bool> Record(
        Review review, IReadOnlyList<Chosen> seats, IReadOnlyList<Chosen> reserve, IReadOnlyList<PassedOver> passed,
        IReadOnlyList<string> notes, bool enough, DateTimeOffset now)
    {
        if (review.Stage is not (ReviewStage.Routing or ReviewStage.ShortOfMembers))
            return new(false);
        Seat Named(Chosen chosen) => new(chosen.MemberId, Pseudonym.Of(review.PseudonymSalt, chosen.MemberId), chosen.Language, chosen.Reason);
        var panel = new PanelRecord([.. seats.Select(Named)], [.. reserve.Select(Named)], passed, notes);
        var stage = enough ? ReviewStage.Preparing : ReviewStage.ShortOfMembers;
        if (stage == review.Stage)
            return new(false);
        var entry = LedgerDraft.Of(enough ? "panel-chosen" : "panel-short", Actor.System,
            ("seats", Names(panel.Seats)), ("reserve", Names(panel.Reserve)), ("passedOver", passed.Count),
            ("notes", new JsonArray([.. notes.Select(n => (JsonNode)n)])));
        return new(true, new(now, review.At(stage, now) with { Panel = panel }, entry) { Effects = [new Effect.WakeReview()] });
    }

    private static JsonArray Names(IReadOnlyList<Seat> seats) => new([.. seats.Select(s => (JsonNode)s.Pseudonym)]);
}
