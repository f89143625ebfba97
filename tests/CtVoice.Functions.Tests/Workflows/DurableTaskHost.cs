using System.Text.Json;
using CtVoice.Core.Workflows;
using CtVoice.Functions.Workflows;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Functions.Tests.Workflows;

/// <summary>
/// The real Durable Task worker and client on an in-memory backend, with a catalogue registered the way the functions
/// are: workflows and activities by name, JSON in between.
/// </summary>
public sealed class DurableTaskHost : IAsyncLifetime
{
    private static readonly WorkflowCatalog Catalog = new(
        [WorkflowEntry.Of<ProbeWorkflow, ProbeInput>(ProbeWorkflow.Name, ProbeWorkflow.Version)],
        [ActivityEntry.Of<ProbeActivity, ProbeStep, ProbeStepResult>(ProbeWorkflow.Step)]);

    private DurableTaskTestHost? host;

    public ProbeRecord Record { get; } = new();

    public IWorkflowClient Workflows { get; private set; } = null!;

    public DurableTaskClient Client => host!.Client;

    public async Task InitializeAsync()
    {
        var connection = new DurableConnection();
        var functions = new CatalogFunctions(Catalog, connection);
        IServiceProvider? services = null;
        host = await DurableTaskTestHost.StartAsync(
            tasks =>
            {
                foreach (var workflow in Catalog.Workflows)
                    tasks.AddOrchestratorFunc(workflow.Name, context => functions.RunWorkflowAsync(context));
                foreach (var activity in Catalog.Activities)
                {
                    tasks.AddActivityFunc<JsonElement, JsonElement>(
                        activity.Name,
                        (_, input) => functions.RunActivityAsync(activity.Name, input, services!, CancellationToken.None));
                }
            },
            new DurableTaskTestHostOptions
            {
                ConfigureServices = all =>
                {
                    var converter = new Microsoft.DurableTask.Converters.JsonDataConverter(WorkflowJson.Options);
                    all.Configure<DurableTaskWorkerOptions>(o => o.DataConverter = converter);
                    all.Configure<DurableTaskClientOptions>(o => o.DataConverter = converter);
                },
            });
        services = new ServiceCollection().AddSingleton(Record).BuildServiceProvider();
        connection.Client = host.Client;
        Workflows = new DurableWorkflowClient(Catalog, connection);
    }

    public async Task DisposeAsync() => await host!.DisposeAsync();

    /// <summary>Completes when the instance shows <paramref name="stage"/>; the backend tells no other way than by asking.</summary>
    public async Task<ProbeStatus> UntilAsync(string instanceId, string stage, int run)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await tick.WaitForNextTickAsync(patience.Token))
        {
            if (await StatusAsync(instanceId) is { } status && status.Stage == stage && status.Run == run)
                return status;
        }
        throw new InvalidOperationException("Unreachable: the ticks do not end.");
    }

    public async Task<ProbeStatus?> StatusAsync(string instanceId)
    {
        var found = await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true);
        return found?.SerializedCustomStatus is { } json ? JsonSerializer.Deserialize<ProbeStatus>(json, WorkflowJson.Options) : null;
    }

    public async Task<OrchestrationMetadata> EndAsync(string instanceId)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        return await Client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, patience.Token);
    }
}
