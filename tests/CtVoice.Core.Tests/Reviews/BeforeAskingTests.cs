using CtVoice.Core.Board;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Tests.Reviews;

/// <summary>Submitting, assessing, choosing a panel, releasing texts.</summary>
public sealed class BeforeAskingTests
{
    [Fact]
    public void A_submitted_project_names_every_agency_once_with_the_requester_first()
    {
        var review = Given.Submitted(questions: 3);
        Assert.Equal(["DSS", "CCEH"], review.Agencies);
        Assert.Equal((ReviewStage.Submitted, 3, Given.Now), (review.Stage, review.Questions.Count, review.SubmittedAt));
    }

    [Theory]
    [InlineData(ReviewNeed.Required, ReviewStage.Routing)]
    [InlineData(ReviewNeed.NotRequired, ReviewStage.NotRequired)]
    [InlineData(ReviewNeed.CoordinatorDecides, ReviewStage.CoordinatorDecides)]
    public void The_figures_lead_to_a_stage_once(ReviewNeed need, ReviewStage stage)
    {
        var review = Given.Assessed(need);
        Assert.Equal(stage, review.Stage);
        Assert.Null(Assessing.Record(review, review.Assessment!, "{}", Given.Now).Change);
    }

    [Theory]
    [InlineData(true, ReviewStage.Routing)]
    [InlineData(false, ReviewStage.NotRequired)]
    public void The_coordinator_decides_with_a_reason_where_the_figures_do_not(bool required, ReviewStage stage)
    {
        var decided = Assessing.ByCoordinator(Given.Assessed(ReviewNeed.CoordinatorDecides), required, "I know.", "key-2", Given.Now);
        var review = decided.State();
        Assert.Equal((stage, "key-2"), (review.Stage, review.Assessment!.DecidedBy));
        Assert.Equal(["Because.", "I know."], review.Assessment.Reasons);
        Assert.False(Assessing.ByCoordinator(review, required, "Again.", "key-2", Given.Now).Result);
        Assert.False(Assessing.BySilence(review, Given.Now).Result);
    }

    [Fact]
    public void Silence_says_how_long_it_was()
    {
        var review = Assessing.BySilence(Given.Assessed(ReviewNeed.CoordinatorDecides), Given.Now).State();
        Assert.Contains("within 3 business days", review.Assessment!.Reasons[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_panel_waits_for_the_coordinator_and_is_not_recorded_again_while_it_is_short()
    {
        var review = Given.Assessed(ReviewNeed.Required);
        var few = ChoosingPanel.Record(review, Given.Routed(PanelOutcome.Short), [], Given.Now);
        Assert.Equal((ReviewStage.ShortOfMembers, "panel-short"), (few.State().Stage, Assert.Single(few.Types())));
        Assert.Null(ChoosingPanel.Record(few.State(), Given.Routed(PanelOutcome.Short), [], Given.Now).Change);
        Assert.Equal(ReviewStage.Preparing, ChoosingPanel.Record(few.State(), Given.Routed(), [], Given.Now).State().Stage);
        Assert.Null(ChoosingPanel.Record(Given.Open(), Given.Routed(), [], Given.Now).Change);
    }

    [Fact]
    public void The_ledger_knows_a_panel_by_pseudonyms_only()
    {
        var decided = ChoosingPanel.Record(Given.Assessed(ReviewNeed.Required), Given.Routed(reason: "secret reason"), [], Given.Now);
        var facts = decided.Change!.Ledger[0].Facts.ToJsonString();
        Assert.Contains(Pseudonym.Of(Given.Salt, "m-01"), facts, StringComparison.Ordinal);
        Assert.All(["m-01", "m-05", "secret", "away"], word => Assert.DoesNotContain(word, facts, StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_are_needed_in_every_language_of_the_panel_and_its_reserve_and_released_once_each()
    {
        var review = Given.Preparing();
        Assert.Equal(["en", "es"], ReleasingTexts.Missing(review));
        Assert.Null(Inviting.Open(review, Given.Now).Change);
        var released = ReleasingTexts.Release(review, new("es"), [], "key-2", Given.Now).State();
        Assert.Equal(["en"], ReleasingTexts.Missing(released));
        Assert.Equal(ReleasingTexts.Outcome.NotNow, ReleasingTexts.Release(released, new("es"), [], "key-2", Given.Now).Result.Outcome);
        Assert.Equal(ReleasingTexts.Outcome.NotNow,
            ReleasingTexts.Release(Given.Closed(), new("fr"), [], "key-2", Given.Now).Result.Outcome);
    }

    [Theory]
    [InlineData(false, "texts-late")]
    [InlineData(true, "texts-late-escalated")]
    public void Late_texts_are_noted_once(bool escalate, string type)
    {
        var noted = ReleasingTexts.NoteDelay(Given.Preparing(), escalate, Given.Now);
        Assert.Equal(type, Assert.Single(noted.Types()));
        Assert.False(ReleasingTexts.NoteDelay(noted.State(), escalate, Given.Now).Result);
        Assert.False(ReleasingTexts.NoteDelay(Given.Open(), escalate, Given.Now).Result);
    }

    [Fact]
    public void A_member_has_another_name_in_each_review_and_codes_have_no_letters_that_look_alike()
    {
        var other = string.Concat(Given.Salt.Reverse());
        Assert.Equal(Pseudonym.Of(Given.Salt, "m-01"), Pseudonym.Of(Given.Salt, "m-01"));
        Assert.NotEqual(Pseudonym.Of(Given.Salt, "m-01"), Pseudonym.Of(other, "m-01"));
        var codes = Enumerable.Range(1, 500).Select(i => Pseudonym.ReplyCode(Given.Salt, $"m-{i}")).ToList();
        Assert.Equal(500, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(codes, code => Assert.Matches("^[ACDEFGHJKMNPQRTUVWXY34679]{7}$", code));
    }
}
