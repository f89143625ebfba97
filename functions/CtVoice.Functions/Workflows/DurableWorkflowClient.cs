using CtVoice.Core.Workflows;
using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CtVoice.Functions.Workflows;

/// <summary>Starts and wakes workflows on Durable Task.</summary>
internal sealed class DurableWorkflowClient(WorkflowCatalog catalog, DurableConnection connection) : IWorkflowClient
{
    public async Task StartAsync(string workflow, string instanceId, object input, CancellationToken cancellationToken = default)
    {
        var entry = catalog.FindWorkflow(workflow)
            ?? throw new ArgumentException($"There is no workflow '{workflow}'.", nameof(workflow));
        // Every status that can be named: an id that exists is never started again, whatever became of it.
        var options = new StartOrchestrationOptions(instanceId) { Version = entry.Version }
            .WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);
        try
        {
            await connection.Client.ScheduleNewOrchestrationInstanceAsync(workflow, input, options, cancellationToken);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // Started before: that is what the caller asked for.
        }
    }

    public async Task WakeAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        try
        {
            await connection.Client.RaiseEventAsync(instanceId, Wake.EventName, cancellation: cancellationToken);
        }
        catch (RpcException answer) when (answer.StatusCode is StatusCode.NotFound or StatusCode.FailedPrecondition)
        {
            // Missing or finished: nobody is left to look again.
        }
    }
}
