using System.Text.Json;
using CtVoice.Core.Accountability;
using CtVoice.Core.Json;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Accountability;
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
        new AccountabilityInput("r-1", 3, 2, "review/1"),
        new ReviewMoment("r-1", At),
        new InvitationMoment("r-1", "m-01", At),
        new AddresseeMoment("r-1", 3, 1, At),
        new TextsNotice("r-1", true, At),
        new MemberMessage("r-1", "m-01", MessagePurpose.Before(3), At),
        new AddresseeNotice("r-1", 3, new("escalation-1", At, At), At),
        new Sending(At),
        Sending.Done,
        new ReviewSchedule(ReviewStage.CoordinatorDecides),
        new ReviewSchedule(ReviewStage.Open, true, At, At, At, At, At, At, At, true, At, At),
        new InvitationSchedule(false),
        new InvitationSchedule(false, MessagePurpose.Outcome, At, At),
        new AddresseeSchedule((ClockStep?)null),
        new AddresseeSchedule(new ClockStep("reminder-before-5", At, At)),
        true,
    ];

    private static readonly Effect[] Effects =
    [
        new Effect.StartReview(), new Effect.StartInvitation("m-01", 1), new Effect.StartAccountability(2), new Effect.WakeReview(),
        new Effect.WakeInvitation("m-01", 1), new Effect.WakeAccountability(2), new Effect.NoteAsked("m-01", At),
        new Effect.FreePhone("m-01"),
        new Effect.KeepPhone("m-01", At), new Effect.RefreshLists(),
        new Effect.Tell("report-out", "DSS", At),
    ];

    [Fact]
    public void Every_input_and_result_comes_back_as_it_was()
    {
        foreach (var sample in Samples)
            Assert.Equal(sample,
                JsonSerializer.Deserialize(JsonSerializer.Serialize(sample, sample.GetType(), WorkflowJson.Options), sample.GetType(),
                    WorkflowJson.Options));
    }

    [Fact]
    public void No_type_of_the_catalog_was_forgotten_above()
    {
        var catalog = ReviewWorkflows.Catalog;
        var used = catalog.Workflows.Select(w => w.InputType)
            .Concat(catalog.Activities.SelectMany(a => new[] { a.InputType, a.ResultType }));
        Assert.Subset(Samples.Select(s => s.GetType()).ToHashSet(), used.ToHashSet());
    }

    [Fact]
    public void Every_effect_comes_back_as_it_was()
    {
        Assert.Equal(typeof(Effect).GetNestedTypes().ToHashSet(), Effects.Select(e => e.GetType()).ToHashSet());
        foreach (var effect in Effects)
            Assert.Equal(effect,
                JsonSerializer.Deserialize<Effect>(JsonSerializer.Serialize(effect, WorkflowJson.Options), WorkflowJson.Options));
    }

    [Fact]
    public void Every_state_of_a_review_comes_back_as_it_was()
    {
        var answered = Answering.Answer(Given.Reported(), 1, "DSS", Given.Answer(At) with { Owner = null, DueOn = null }).State();
        var reminded = Inviting.ReminderSent(Given.Asked(), "m-01", "reminder-after-3", At).State();
        foreach (var review in new[]
        {
            Given.Submitted(), Given.Assessed(ReviewNeed.CoordinatorDecides), Given.Preparing(), Given.Open(), Given.Asked(questions: 3),
            reminded, Inviting.ReminderDelivered(reminded, "m-01", "reminder-after-3", At)
                .State(), Given.Closed(), Given.Reported(), Given.ReportedWithWaiting(), answered,
            Supplementing.Send(Given.ReportedWithWaiting(), Given.Calendar, At.AddYears(1)).State(),
            EndingParts.NoticeSent(
                Answering.NoteOverdue(Given.Reported(), "DSS", At.AddYears(1)).State(), new("DSS", "escalation-1", At, [1], At)).State(),
            Extending.Take(Given.Reported(), 1, "DSS", 3, "Leave.", "key", Given.Calendar, At).State(),
            AskingAgain.Count(answered.Voted(0, 0, 2), Given.Calendar, At.AddYears(1)).State(),
            Delivering.Judge(
                Delivering.Show(Delivering.Move(answered, 1, "DSS", new(2027, 9, 30), "x", "key", At)
                    .State(), 1, "DSS", "x", new("https://example.org"), "key", At).State(),
                1, accepted: false, "y", "key", At).State(),
            TranslatingPlainWords.Keep(answered, 1, "es", "Sí.", "Marisol Vega", "key", At).State(),
            GoverningBoard.Record(answered, new(GoverningBoardDecisionKind.Denied, new(2027, 1, 2), "7", null, At, "key"),
                Core.Ledger.Actor.System).State(),
            EndingParts.End(Given.Reported() with
                { Recommendations =
                    [answered.Recommendations[0] with { Answers = [answered.Recommendations[0].Answer! with { Commitment = null }] }] },
                1, 1, Given.Calendar, At).State(),
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
