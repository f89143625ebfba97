using System.Collections.Concurrent;
using CtVoice.Core.Accountability;
using CtVoice.Core.Engine;
using CtVoice.Core.Reviews;
using CtVoice.Core.Workflows;
using CtVoice.Local.Engine;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Engine;

/// <summary>A step that fails for as long as its policy allows ends no workflow of the product.</summary>
public sealed class StepsThatFailTests
{
    public static TheoryData<string, object> Workflows => new()
    {
        { ReviewWorkflows.Review, new ReviewInput("r-1", "p-1") },
        { ReviewWorkflows.Invitation, new InvitationInput("r-1", "m-07", 1, "p-1") },
        { ReviewWorkflows.Accountability, new AccountabilityInput("r-1", 1, 1, "p-1") },
    };

    [Fact]
    public void Every_workflow_is_tried() =>
        Assert.Equal(ReviewWorkflows.Catalog.Workflows.Select(w => w.Name).Order(), Workflows.Select(row => (string)row[0]).Order());

    [Theory]
    [MemberData(nameof(Workflows))]
    public async Task A_workflow_whose_steps_all_fail_says_so_waits_and_goes_on_when_they_work_again(string workflow, object input)
    {
        var (broken, tries, alarms) = (true, new ConcurrentQueue<DateTimeOffset>(), new AlarmLines());
        EngineHost host = null!;
        var catalog = new WorkflowCatalog(
            ReviewWorkflows.Catalog.Workflows,
            ReviewWorkflows.Catalog.Activities.Select(a => a with
            {
                RunAsync = (_, _, _) =>
                {
                    tries.Enqueue(host.Now);
                    return broken ? throw new IOException("The tables are away: +12035550101.") : Task.FromResult(Nothing(a.Name));
                },
            }));
        await using (host = EngineHost.OpenStopped(catalog, alarms.AddTo, new() { LiveInstances = 0 }))
        {
            await host.ResumeAsync();
            await host.Engine.StartAsync(workflow, "i-1", input);
            await host.AdvanceAsync(TimeSpan.FromHours(3));

            Assert.Equal(InstanceState.Running, (await host.StatusAsync("i-1")).State);
            // Two hours in which nothing is tried would be two hours in which nobody is reminded.
            Assert.All(tries.Zip(tries.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, TimeSpan.Zero, TimeSpan.FromMinutes(30)));
            Assert.InRange(host.Now - tries.Last(), TimeSpan.Zero, TimeSpan.FromMinutes(30));
            Assert.InRange(alarms.Lines.Count, 3, 6);
            Assert.All(alarms.Lines, line => Assert.Matches("^CTV-WORKFLOW: .*i-1", line));
            Assert.DoesNotContain(alarms.Lines, line => line.Contains("2035550101", StringComparison.Ordinal));

            broken = false;
            await host.AdvanceAsync(TimeSpan.FromMinutes(30));

            Assert.Equal(InstanceState.Completed, (await host.StatusAsync("i-1")).State);
        }
    }

    // What a step answers where nothing is left to do.
    private static object? Nothing(string activity) => activity switch
    {
        nameof(ReviewWorkflows.ReadReview) => new ReviewSchedule(ReviewStage.NotRequired),
        nameof(ReviewWorkflows.ReadInvitation) => new InvitationSchedule(Over: true),
        nameof(ReviewWorkflows.ReadAddressee) => new AddresseeSchedule((ClockStep?)null),
        _ => true,
    };
}
