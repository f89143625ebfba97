using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Engine;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Tests.Reviews;
using CtVoice.Core.Workflows;

namespace CtVoice.Core.Tests.Workflows;

public sealed class MissingWorkflowsTests
{
    private static readonly DateTimeOffset Now = new(2031, 3, 5, 14, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(WorkflowState.Absent)]
    [InlineData(WorkflowState.Dead)]
    [InlineData(WorkflowState.Ended)]
    public async Task A_workflow_that_an_open_review_needs_is_started_and_told_of_by_its_id(WorkflowState found)
    {
        var (desk, workflows, log) = (new Desk(Now), new Ran(), new LogLines<MissingWorkflows>());
        await AddAsync(desk, "r-1", ReviewStage.Preparing);
        workflows.States["review-r-1"] = found;

        Assert.Equal(["review-r-1"], await Missing(desk, workflows, log).RunAsync());

        Assert.Equal(WorkflowState.Running, workflows.States["review-r-1"]);
        var (name, text) = Assert.Single(log.Lines);
        Assert.Equal("WorkflowMissing", name);
        Assert.StartsWith("CTV-WORKFLOW: workflow review-r-1 of an open review did not run", text, StringComparison.Ordinal);

        Assert.Empty(await Missing(desk, workflows, log).RunAsync());
        Assert.Single(log.Lines);
    }

    [Fact]
    public async Task What_the_sweep_has_yet_to_start_is_left_to_the_sweep()
    {
        var (desk, workflows, log) = (new Desk(Now), new Ran(), new LogLines<MissingWorkflows>());
        await AddAsync(desk, "r-1", ReviewStage.Preparing, swept: false);

        Assert.Empty(await Missing(desk, workflows, log).RunAsync());

        Assert.Empty(workflows.States);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task A_review_that_is_over_needs_nobody_and_is_not_even_read()
    {
        var (desk, workflows) = (new Desk(Now), new Ran());
        await AddAsync(desk, "r-1", ReviewStage.Cancelled);
        await desk.Tables.Records.SubmitAsync("review|r-1",
            [new TableOperation.Upsert(new TableRow("review|r-1", "head").WithText("not json"))]);

        Assert.Empty(await Missing(desk, workflows, new()).RunAsync());
    }

    // As the sweep leaves it: nothing that was decided waits to be applied.
    private static async Task AddAsync(Desk desk, string id, ReviewStage stage, bool swept = true)
    {
        await desk.AddReviewAsync(id, "Benefits and shelters", stage);
        foreach (var row in swept ? (await desk.Tables.Records.QueryAsync(TableQuery.StartingWith($"review|{id}", "effect|"))).Rows : [])
            Assert.True((await desk.Tables.Records.SubmitAsync(row.Partition, [new TableOperation.Delete(row.Key)])).Committed);
    }

    // Nobody but a workflow is concerned when one is started.
    private static MissingWorkflows Missing(Desk desk, Ran workflows, LogLines<MissingWorkflows> log) => new(
        desk.Reviews, desk.Lists, new(desk.Tables, desk.Reviews, desk.Due, Starts(workflows)), workflows,
        new(new(desk.Tables.Records), desk.Lists, desk.Reviews, null!), BusinessCalendar.Connecticut, desk.Time, log);

    private static EffectHandler[] Starts(IWorkflowClient workflows) =>
    [
        EffectHandler.Of<Effect.StartReview>((review, effect, stop) => WorkflowEffects.StartReviewAsync(workflows, review, effect, stop)),
        EffectHandler.Of<Effect.StartInvitation>(
            (review, effect, stop) => WorkflowEffects.StartInvitationAsync(workflows, review, effect, stop)),
        EffectHandler.Of<Effect.StartAccountability>(
            (review, effect, stop) => WorkflowEffects.StartAccountabilityAsync(workflows, review, effect, stop)),
    ];

    /// <summary>Knows of each instance where it stands, and starts those that it does not know or that died.</summary>
    private sealed class Ran : IWorkflowClient
    {
        public Dictionary<string, WorkflowState> States { get; } = new(StringComparer.Ordinal);

        public Task StartAsync(string workflow, string instanceId, object input, CancellationToken cancellationToken = default)
        {
            if (States.GetValueOrDefault(instanceId) is WorkflowState.Absent or WorkflowState.Dead)
                States[instanceId] = WorkflowState.Running;
            return Task.CompletedTask;
        }

        public Task WakeAsync(string instanceId, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task<WorkflowState> StateAsync(string instanceId, CancellationToken cancellationToken = default) =>
            Task.FromResult(States.GetValueOrDefault(instanceId));

        public Task ForgetAsync(string instanceId, CancellationToken cancellationToken = default)
        {
            States.Remove(instanceId);
            return Task.CompletedTask;
        }

        public Task<int> ForgetFinishedAsync(DateTimeOffset before, int most, CancellationToken cancellationToken = default) =>
            Task.FromResult(0);
    }
}
