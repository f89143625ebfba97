using System.Text.Json;
using CtVoice.Core.Engine;
using CtVoice.Core.Json;
using CtVoice.Functions.Workflows;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Testing;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Functions.Tests.Workflows;

/// <summary>
/// The real Durable Task worker and client on an in-memory backend, with a catalogue registered the way the functions
/// are: workflows and activities by name, JSON in between.
/// </summary>
internal sealed class DurableTaskHost(DurableTaskTestHost host) : IAsyncDisposable
{
    public DurableTaskClient Client => host.Client;

    /// <summary>Runs the catalogue of <paramref name="services"/>, whose connection then leads to this backend.</summary>
    public static async Task<DurableTaskHost> StartAsync(IServiceProvider services)
    {
        var converter = new JsonDataConverter(WorkflowJson.Options);
        var host = await DurableTaskTestHost.StartAsync(
            tasks => Add(tasks, services),
            new DurableTaskTestHostOptions
            {
                Port = Loopback.FreePort(),
                ConfigureServices = all => all
                    .Configure<DurableTaskWorkerOptions>(o => o.DataConverter = converter)
                    .Configure<DurableTaskClientOptions>(o => o.DataConverter = converter),
            });
        services.GetRequiredService<DurableConnection>().Client = host.Client;
        return new DurableTaskHost(host);
    }

    /// <summary>Registers the catalogue as the functions do.</summary>
    public static void Add(DurableTaskRegistry tasks, IServiceProvider services)
    {
        var catalog = services.GetRequiredService<WorkflowCatalog>();
        var functions = services.GetRequiredService<CatalogFunctions>();
        // By a variable: Durable Task's analyzers (0.2.0 to 1.28.0) throw on a method or lambda that is handed over directly.
        var orchestrator = functions.RunWorkflowAsync;
        foreach (var workflow in catalog.Workflows)
            tasks.AddOrchestratorFunc(workflow.Name, orchestrator);
        foreach (var activity in catalog.Activities)
        {
            tasks.AddActivityFunc<JsonElement, JsonElement>(
                activity.Name, (_, input) => functions.RunActivityAsync(activity.Name, input, services, CancellationToken.None));
        }
    }

    /// <summary>The instance when it has ended, however it did.</summary>
    public async Task<OrchestrationMetadata> EndAsync(string instanceId)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        return await Client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, patience.Token);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
