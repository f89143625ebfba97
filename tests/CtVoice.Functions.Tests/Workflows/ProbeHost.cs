using System.Text.Json;
using CtVoice.Core.Engine;
using CtVoice.Core.Json;
using CtVoice.Functions.Workflows;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Functions.Tests.Workflows;

/// <summary>A Durable Task backend that runs the probe.</summary>
public sealed class ProbeHost : IAsyncLifetime
{
    private static readonly WorkflowCatalog Catalog = new(
        [WorkflowEntry.Of<ProbeWorkflow, ProbeInput>(ProbeWorkflow.Name, ProbeWorkflow.Version)],
        [ActivityEntry.Of<ProbeActivity, ProbeStep, ProbeStepResult>(ProbeWorkflow.Step)]);

    private readonly ServiceProvider services =
        new ServiceCollection().AddSingleton(Catalog).AddSingleton<ProbeRecord>().AddDurableWorkflows().BuildServiceProvider();

    private DurableTaskHost? host;

    public ProbeRecord Record => services.GetRequiredService<ProbeRecord>();

    public IWorkflowClient Workflows => services.GetRequiredService<IWorkflowClient>();

    public DurableTaskClient Client => host!.Client;

    public async Task InitializeAsync() => host = await DurableTaskHost.StartAsync(services);

    public async Task DisposeAsync()
    {
        await host!.DisposeAsync();
        await services.DisposeAsync();
    }

    /// <summary>Completes when the instance shows <paramref name="stage"/>; the backend tells no other way than by asking.</summary>
    public async Task UntilAsync(string instanceId, string stage, int run)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await StatusAsync(instanceId) is not { } status || status.Stage != stage || status.Run != run)
            await tick.WaitForNextTickAsync(patience.Token);
    }

    public async Task<ProbeStatus?> StatusAsync(string instanceId)
    {
        var found = await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true);
        return found?.SerializedCustomStatus is { } json ? JsonSerializer.Deserialize<ProbeStatus>(json, WorkflowJson.Options) : null;
    }

    public Task<OrchestrationMetadata> EndAsync(string instanceId) => host!.EndAsync(instanceId);
}
