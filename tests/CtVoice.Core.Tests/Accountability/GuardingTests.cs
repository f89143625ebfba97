using CtVoice.Core.Accountability;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;
using static CtVoice.Core.Accountability.Delivering;

namespace CtVoice.Core.Tests.Accountability;

public sealed class GuardingTests
{
    private static readonly DateTimeOffset Now = Staged.Now;

    private static readonly Review Reviewed = Staged.Preparing(project: Staged.Project with
    {
        Dppeia = new("dppeia/provisional-1",
        [
            new("minimisation", "Little.", DppeiaRisk.Low, "Nothing."),
            new("dissemination", "Some.", DppeiaRisk.Medium, " A talk first. "),
            new("potential-harms", "Much.", DppeiaRisk.High, "No maps.", "HMIS manager", GuardrailBy: new(2027, 6, 30)),
            new("equity-of-analysis", "Some.", DppeiaRisk.Medium),
        ]),
    });

    [Fact]
    public void Guardrails_of_medium_and_high_risks_are_promises_on_their_day_or_the_policys()
    {
        Assert.Equal([("potential-harms", "No maps.", false), ("dissemination", "A talk first.", true)],
            Reviewed.Guardrails.Select(g => (g.Prompt, g.Words, g.Promise.DueByPolicy)));
        Assert.Equal(new DateOnly(2027, 6, 30), Reviewed.Guardrails[0].Promise.DueOn);
    }

    [Theory]
    [InlineData("not known yet")]
    [InlineData("TBD.")]
    [InlineData(" ")]
    public void What_is_not_known_yet_is_no_promise(string words)
    {
        Review With(string guardrail, string owner) => Staged.Preparing(project: Staged.Project with
        {
            Dppeia = new("dppeia/provisional-1", [new("potential-harms", "Much.", DppeiaRisk.High, guardrail, owner)]),
        });

        Assert.Empty(With(words, "HMIS manager").Guardrails);
        Assert.Null(Assert.Single(With("No maps.", words).Guardrails).Owner);
    }

    [Fact]
    public void A_guardrail_is_kept_when_shown_until_the_coordinator_says_otherwise()
    {
        var shown = Guarding.Show(Reviewed, 1, "Done.", null, "key-1", Now);
        Assert.Equal(["guardrail-shown"], shown.Change!.Ledger.Select(l => l.Type));
        Assert.True(shown.Change.State.Guardrails[0].Promise.Delivered);
        Assert.Equal(Outcome.Repeated, Guarding.Show(shown.Change.State, 1, "Done.", null, "key-1", Now).Result);
        Assert.Equal(Outcome.Delivered, Guarding.Show(shown.Change.State, 1, "Other.", null, "key-1", Now).Result);

        var rejected = Guarding.Judge(shown.Change.State, 1, false, "It names no map.", "key-2", Now).Change!.State;
        Assert.False(rejected.Guardrails[0].Promise.Delivered);
        Assert.Equal(Outcome.Repeated, Guarding.Judge(rejected, 1, false, "It names no map.", "key-2", Now).Result);
        Assert.Equal(Outcome.NoEvidence, Guarding.Judge(rejected, 2, true, null, "key-2", Now).Result);
        Assert.True(Guarding.Show(rejected, 1, "See the page.", null, "key-1", Now).Change!.State.Guardrails[0].Promise.Delivered);
    }

    [Fact]
    public void Another_day_stays_beside_the_one_before_and_says_whether_that_was_missed()
    {
        var late = Late(Reviewed.Guardrails[0].Promise, Reviewed.Policy);

        var moved = Guarding.Move(Reviewed, 1, new(2027, 12, 1), "The vendor is late.", "key-1", late).Change!.State.Guardrails[0].Promise;

        Assert.Equal(new DateOnly(2027, 12, 1), moved.DueOn);
        Assert.True(Assert.Single(moved.NewDates).WasLate);
        Assert.Equal(Outcome.Repeated, Guarding.Move(Reviewed, 1, new(2027, 6, 30), "Same.", "key-1", Now).Result);
        Assert.Equal(Outcome.NotFound, Guarding.Move(Reviewed, 9, new(2027, 12, 1), "No.", "key-1", Now).Result);
        Assert.Equal(Outcome.NotFound,
            Guarding.Show(Reviewed with { Stage = ReviewStage.Cancelled }, 1, "Done.", null, "key-1", Now).Result);
    }

    [Fact]
    public void Evidence_after_the_day_is_late_and_counts()
    {
        var shown = Guarding.Show(Reviewed, 1, "Done.", null, "key-1", Reviewed.Guardrails[0].Promise.DueAt).Change!.State;

        Assert.True(shown.Guardrails[0].Promise is { Delivered: true, Evidence: [{ Late: true }] });
    }
}
