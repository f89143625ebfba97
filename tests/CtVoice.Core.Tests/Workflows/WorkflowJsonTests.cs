using System.Text.Json;
using CtVoice.Core.Accountability;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;
using CtVoice.Core.Workflows;

namespace CtVoice.Core.Tests.Workflows;

/// <summary>Everything that a workflow is given or gives, and every state, comes back from JSON as it was.</summary>
public sealed class WorkflowJsonTests
{
    private static readonly DateTimeOffset At = Given.Now.AddTicks(1234567);

    private static readonly object[] Samples =
    [
        new ReviewInput("r-1", "review/1"),
        new InvitationInput("r-1", "m-01", 2, "review/1"),
        new AccountabilityInput("r-1", 3, "review/1"),
        new ReviewMoment("r-1", At),
        new InvitationMoment("r-1", "m-01", At),
        new RecommendationMoment("r-1", 3, At),
        new TextsNotice("r-1", true, At),
        new MemberMessage("r-1", "m-01", MessagePurpose.Before(3), At),
        new RecommendationNotice("r-1", 3, "escalation-1", At),
        new Sending(At),
        Sending.Done,
        new ReviewSight(ReviewStage.CoordinatorDecides),
        new ReviewSight(ReviewStage.Open, true, At, At, At, At, At, At, At),
        new InvitationSight(false),
        new InvitationSight(false, MessagePurpose.Outcome, At, At),
        new RecommendationSight(true),
        new RecommendationSight(false, "reminder-before-5", At, At),
        true,
    ];

    private static readonly Effect[] Effects =
    [
        new Effect.StartReview(), new Effect.StartInvitation("m-01", 1), new Effect.StartAccountability(2), new Effect.WakeReview(),
        new Effect.WakeInvitation("m-01", 1), new Effect.WakeAccountability(2), new Effect.NoteAsked("m-01", At), new Effect.FreePhone("m-01"),
        new Effect.KeepPhone("m-01", At), new Effect.RefreshLists(),
    ];

    [Fact]
    public void Every_input_and_result_comes_back_as_it_was()
    {
        foreach (var sample in Samples)
            Assert.Equal(sample, JsonSerializer.Deserialize(JsonSerializer.Serialize(sample, sample.GetType(), WorkflowJson.Options), sample.GetType(), WorkflowJson.Options));
    }

    [Fact]
    public void No_type_of_the_catalog_was_forgotten_above()
    {
        var catalog = ReviewWorkflows.Catalog;
        var used = catalog.Workflows.Select(w => w.InputType).Concat(catalog.Activities.SelectMany(a => new[] { a.InputType, a.ResultType }));
        Assert.Subset(Samples.Select(s => s.GetType()).ToHashSet(), used.ToHashSet());
    }

    [Fact]
    public void Every_effect_comes_back_as_it_was()
    {
        Assert.Equal(typeof(Effect).GetNestedTypes().ToHashSet(), Effects.Select(e => e.GetType()).ToHashSet());
        foreach (var effect in Effects)
            Assert.Equal(effect, JsonSerializer.Deserialize<Effect>(JsonSerializer.Serialize(effect, WorkflowJson.Options), WorkflowJson.Options));
    }

    [Fact]
    public void Every_state_of_a_review_comes_back_as_it_was()
    {
        var answered = Answering.Answer(Given.Reported(), 1, "DSS", Given.Answer(At) with { Owner = null, DueOn = null }).State();
        var reminded = Inviting.ReminderSent(Given.Asked(), "m-01", "reminder-after-3", At).State();
        foreach (var review in new[]
        {
            Given.Submitted(), Given.Assessed(ReviewNeed.CoordinatorDecides), Given.Preparing(), Given.Open(), Given.Asked(questions: 3),
            reminded, Inviting.ReminderDelivered(reminded, "m-01", "reminder-after-3", At).State(), Given.Closed(), Given.Reported(), answered,
            Answering.NoticeSent(Answering.NoteOverdue(Given.Reported(), 1, At.AddYears(1)).State(), 1, "escalation-1", At).State(),
            Closing.Cancel(Given.Asked(), "Because.", "key", At).State(),
        })
        {
            var text = JsonSerializer.Serialize(review, WorkflowJson.Options);
            var read = JsonSerializer.Deserialize<Review>(text, WorkflowJson.Options)!;
            Assert.Equal(text, JsonSerializer.Serialize(read, WorkflowJson.Options));
            Assert.Equivalent(review, read, strict: true);
        }
    }
}
