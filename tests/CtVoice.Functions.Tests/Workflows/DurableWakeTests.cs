using Microsoft.DurableTask.Client;

namespace CtVoice.Functions.Tests.Workflows;

/// <summary>Waking nobody, on a backend of its own: its in-memory dispatcher pauses for seconds over such an event.</summary>
public sealed class DurableWakeTests(ProbeHost host) : IClassFixture<ProbeHost>
{
    [Fact]
    public async Task Waking_an_instance_that_is_missing_or_finished_is_success()
    {
        await host.Workflows.WakeAsync("probe-nobody");
        await host.Workflows.StartAsync(ProbeWorkflow.Name, "probe-finished", new ProbeInput("finished", ProbePace.AtOnce));
        await host.EndAsync("probe-finished");

        await host.Workflows.WakeAsync("probe-finished");

        var found = await host.Client.GetInstanceAsync("probe-finished");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, found!.RuntimeStatus);
        Assert.Null(await host.Client.GetInstanceAsync("probe-nobody"));
    }
}
