using System.Text.Json;
using CtVoice.Core.Engine;
using CtVoice.Core.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CtVoice.Functions.Workflows;

/// <summary>Runs what a function is named after: the workflow or activity of that name in the catalogue.</summary>
/// <remarks>
/// Inputs arrive as JSON and are bound to the exact type of the catalogue: the worker's own binding compares types by
/// equality and would hand over nothing for a derived or a missing one.
/// </remarks>
public sealed class CatalogFunctions(WorkflowCatalog catalog, DurableConnection connection)
{
    /// <summary>One turn of the workflow that the context names.</summary>
    public Task RunWorkflowAsync(TaskOrchestrationContext context)
    {
        var entry = catalog.FindWorkflow(context.Name)
            ?? throw new InvalidOperationException($"There is no workflow '{context.Name}'.");
        var input = context.GetInput<JsonElement>().Deserialize(entry.InputType, WorkflowJson.Options);
        // Not async: the workflow's own first await must be the first one of the orchestration.
        return entry.RunAsync(new DurableWorkflowContext(context), input);
    }

    /// <summary>One attempt of the activity that the call names, which may start or wake a workflow.</summary>
    public Task<JsonElement> RunActivityAsync(FunctionContext call, JsonElement input, DurableTaskClient client)
    {
        connection.Client = client;
        return RunActivityAsync(call, input);
    }

    /// <summary>One attempt of the activity that the call names, which only reads.</summary>
    public Task<JsonElement> RunActivityAsync(FunctionContext call, JsonElement input) =>
        RunActivityAsync(call.FunctionDefinition.Name, input, call.InstanceServices, call.CancellationToken);

    /// <summary>One attempt of an activity; <paramref name="services"/> live as long as the attempt.</summary>
    public async Task<JsonElement> RunActivityAsync(
        string name, JsonElement input, IServiceProvider services, CancellationToken cancellationToken)
    {
        var entry = catalog.FindActivity(name)
            ?? throw new InvalidOperationException($"There is no activity '{name}'.");
        var result = await entry.RunAsync(
            services, input.Deserialize(entry.InputType, WorkflowJson.Options), cancellationToken);
        return JsonSerializer.SerializeToElement(result, entry.ResultType, WorkflowJson.Options);
    }
}
