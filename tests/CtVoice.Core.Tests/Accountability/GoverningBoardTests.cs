using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;

namespace CtVoice.Core.Tests.Accountability;

public sealed class GoverningBoardTests
{
    private static readonly GoverningBoardDecision Approved =
        new(GoverningBoardDecisionKind.Approved, new(2027, 2, 1), "DGB-2027-3", null, Given.Now, "key-2");

    [Fact]
    public void A_decision_is_recorded_at_any_time_once_and_a_newer_one_keeps_it()
    {
        var recorded = Record(Given.Asked(), Approved);
        Assert.Equal(["governing-board-decided"], recorded.Types());
        var twice = Record(recorded.State(), Approved with { RecordedAt = Given.Now.AddDays(1), By = "key-9" });
        Assert.Equal((true, null), (twice.Result, twice.Change));
        var modified = Record(recorded.State(), Approved with { Kind = GoverningBoardDecisionKind.Modified, Note = "Without names." });
        Assert.Equal(["governing-board-decision-changed"], modified.Types());
        Assert.Equal([GoverningBoardDecisionKind.Approved, GoverningBoardDecisionKind.Modified],
            modified.State().BoardDecisions.Select(d => d.Kind));
        Assert.False(Record(Closing.Cancel(Given.Asked(), "x", "key-2", Given.Now).State(), Approved).Result);
    }

    private static Decided<bool> Record(Review review, GoverningBoardDecision decision) =>
        GoverningBoard.Record(review, decision, Actor.Coordinator("key-2"));
}
