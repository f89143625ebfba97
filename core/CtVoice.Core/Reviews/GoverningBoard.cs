using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>What the Data Governing Board decided on the request itself; public beside the advice (DOMAIN 2.10).</summary>
/// <param name="Kind">Approved, modified or denied.</param>
/// <param name="On">The day of the decision.</param>
/// <param name="Number">Its number in the Governing Board's own books.</param>
/// <param name="Note">What else the public should know; null when nothing.</param>
/// <param name="RecordedAt">When it was written down here.</param>
/// <param name="By">Key id.</param>
public sealed record GoverningBoardDecision(
    GoverningBoardDecisionKind Kind, DateOnly On, string Number, string? Note, DateTimeOffset RecordedAt, string By);

/// <summary>What the Governing Board decides on a request.</summary>
public enum GoverningBoardDecisionKind
{
    /// <summary>As asked for.</summary>
    Approved,

    /// <summary>With changes.</summary>
    Modified,

    /// <summary>Not.</summary>
    Denied,
}

/// <summary>Writes down what the Governing Board decided.</summary>
public static class GoverningBoard
{
    /// <summary>
    /// Records a decision; the newest holds, those before stay public. The advice waits for no decision and no decision for the
    /// advice, so that it can come at any time. The same decision twice is one.
    /// </summary>
    /// <returns>True when it is recorded, now or before; false for a cancelled review.</returns>
    public static Decided<bool> Record(Review review, GoverningBoardDecision decision, Actor by)
    {
        if (review.Stage is ReviewStage.Cancelled)
            return new(false);
        if (review.BoardDecisions is [.., var held]
            && (held.Kind, held.On, held.Number, held.Note) == (decision.Kind, decision.On, decision.Number, decision.Note))
            return new(true);
        return new(true, new(
            decision.RecordedAt, review with { BoardDecisions = [.. review.BoardDecisions, decision] },
            LedgerDraft.Of(review.BoardDecisions.Count == 0 ? "governing-board-decided" : "governing-board-decision-changed", by,
                ("kind", decision.Kind.ToString()), ("on", decision.On.ToString("O", null)), ("number", decision.Number),
                ("note", decision.Note))));
    }
}
