using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CtVoice.Core.Accountability;
using CtVoice.Core.Engine;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;
using CtVoice.Local.Engine;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>A workflow that died is found, started again and told of: nobody who waits for a message notices.</summary>
public sealed partial class DiedWorkflowTests
{
    [Fact]
    public async Task A_member_whose_workflow_was_ended_from_outside_is_reminded_all_the_same()
    {
        await using var story = await AskedAsync();
        story.WorkflowsDie = true;
        var member = (await story.TextersAsync())[0];
        var instance = WorkflowIds.OfInvitation(story.Id, member, 1);
        await EndAsync(story, instance);

        await story.AdvanceToAsync(Eastern(2027, 1, 15, 12));

        Assert.Contains("reminder-after-3", story.PurposesTo(member));
        AssertTold(story, instance);
    }

    [Fact]
    public async Task A_review_whose_workflow_was_ended_from_outside_closes_all_the_same()
    {
        await using var story = await AskedAsync(policy: ReviewPolicy.Default with { Quorum = 0 });
        story.WorkflowsDie = true;
        await EndAsync(story, WorkflowIds.OfReview(story.Id));

        await story.AdvanceToAsync(Eastern(2027, 1, 27, 12));

        Assert.Equal(Eastern(2027, 1, 26, 20), (await story.StateAsync()).ClosedAt);
        AssertTold(story, WorkflowIds.OfReview(story.Id));
    }

    [Fact]
    public async Task An_agency_whose_workflow_was_ended_from_outside_is_overdue_all_the_same()
    {
        await using var story = await AnswerTests.ReportedAsync(recommendations: 1);
        story.WorkflowsDie = true;
        await EndAsync(story, WorkflowIds.OfAddressee(story.Id, 1, 1));

        await story.AdvanceToAsync((await story.StateAsync()).Recommendations[0].DueAt.AddDays(1));

        Assert.All((await story.StateAsync()).Recommendations, r => Assert.NotNull(r.OverdueSince));
        AssertTold(story, WorkflowIds.OfAddressee(story.Id, 1, 1));
    }

    [Fact]
    public async Task One_that_was_forgotten_though_it_ran_is_found_as_well()
    {
        await using var story = await AskedAsync();
        story.WorkflowsDie = true;
        var member = (await story.TextersAsync())[0];
        var instance = WorkflowIds.OfInvitation(story.Id, member, 1);
        await EndAsync(story, instance);
        await story.Service<EmbeddedEngine>().ForgetAsync(instance);

        await story.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(WorkflowState.Running, await story.Service<EmbeddedEngine>().StateAsync(instance));
        AssertTold(story, instance);
    }

    [Fact]
    public async Task No_fact_is_lost_with_the_histories_of_finished_workflows()
    {
        // An agency without a mailbox would be in every morning's digest.
        await using var story = await AnswerTests.ReportedAsync(recommendations: 1, before: begun => Notices.Mailboxes.GiveAsync(begun));
        await story.PostAsync("DSS", "recommendations/1/answer", new JsonObject
        {
            ["kind"] = "not-adopted",
            ["reason"] = "The law asks for it.",
            ["plainWords"] = new JsonObject { ["en"] = "The law asks for it.", ["es"] = "La ley lo pide." },
            ["translator"] = "Marisol Vega",
        });
        // A promise that is open would be reminded of, histories or not.
        foreach (var guardrail in (await story.StateAsync()).Guardrails)
        {
            var path = $"guardrails/{guardrail.Number}/evidence";
            await story.PostAsync("DSS", path, new JsonObject { ["text"] = "The export drops small areas." });
            await story.CoordinatorAsync($"{path}/word", new() { ["accepted"] = true });
        }
        await story.AdvanceAsync(TimeSpan.FromDays(25));
        Assert.False(Attending.MayNeed(await story.StateAsync()));
        var engine = story.Service<EmbeddedEngine>();
        var finished = (await engine.QueryAsync()).Count(i => i.State is InstanceState.Completed);
        Assert.InRange(finished, 3, 100);
        var before = await RecordAsync(story);

        await story.AdvanceAsync(FinishedHistories.Kept + TimeSpan.FromDays(1));

        Assert.DoesNotContain(await engine.QueryAsync(), i => i.State is InstanceState.Completed);
        // Whoever starts them again, after a crash or by an import, changes nothing.
        await story.Service<DueRows>().AddAsync(new(Resuming.DueKind, Resuming.All), story.Now);
        var instance = WorkflowIds.OfReview(story.Id);
        await engine.StartAsync(ReviewWorkflows.Review, instance, new ReviewInput(story.Id, ReviewPolicy.Default.Version));
        await story.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal(before, await RecordAsync(story));
        Assert.Empty((await story.Service<ReviewStore>().VerifyAsync(story.Id))!);
    }

    // Everything that is kept of the review, its lists and what was sent.
    private static async Task<IReadOnlyList<string>> RecordAsync(ReviewStory story) =>
        [.. (await story.EveryRowAsync()).Select(line => Row().Match(line).Value)
            .Where(row => row.Contains(story.Id, StringComparison.Ordinal) && !EachNight().IsMatch(row))
            .Order(StringComparer.Ordinal), .. story.Carrier.Sent];

    // What every night adds, whatever happens to a review.
    [GeneratedRegex("^\"partition\":\"(checkpoints|nightly)\"")]
    private static partial Regex EachNight();

    // Without the number and the hash of its line, which tell of the lines before.
    [GeneratedRegex("\"partition\":.*\"values\":\\{.*?\\]\\}")]
    private static partial Regex Row();

    private static async Task EndAsync(ReviewStory story, string instance)
    {
        await story.Service<EmbeddedEngine>().TerminateAsync(instance, "by hand");
        await story.SettleAsync();
        Assert.Equal(WorkflowState.Dead, await story.Service<EmbeddedEngine>().StateAsync(instance));
    }

    private static void AssertTold(ReviewStory story, string instance)
    {
        var alarm = Assert.Single(story.Alarms.Lines);
        Assert.StartsWith($"CTV-WORKFLOW: workflow {instance} of an open review did not run", alarm, StringComparison.Ordinal);
    }
}
