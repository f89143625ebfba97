using CtVoice.Core.Engine;
using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CtVoice.Functions.Workflows;

/// <summary>Starts and wakes workflows on Durable Task.</summary>
internal sealed class DurableWorkflowClient(WorkflowCatalog catalog, DurableConnection connection) : IWorkflowClient
{
    /// <summary>The statuses of an id that is not started again: all that can be named but those of an instance that died.</summary>
    internal static OrchestrationRuntimeStatus[] Kept { get; } =
    [
        .. StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Where(status => StateOf(status) is not WorkflowState.Dead),
    ];

    public async Task StartAsync(string workflow, string instanceId, object input, CancellationToken cancellationToken = default)
    {
        var entry = catalog.FindWorkflow(workflow)
            ?? throw new ArgumentException($"There is no workflow '{workflow}'.", nameof(workflow));
        var options = new StartOrchestrationOptions(instanceId) { Version = entry.Version }.WithDedupeStatuses(Kept);
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

    public async Task<WorkflowState> StateAsync(string instanceId, CancellationToken cancellationToken = default) =>
        await connection.Client.GetInstanceAsync(instanceId, cancellationToken) is { } found
            ? StateOf(found.RuntimeStatus)
            : WorkflowState.Absent;

    public async Task ForgetAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        if (await StateAsync(instanceId, cancellationToken) is WorkflowState.Ended or WorkflowState.Dead)
            await connection.Client.PurgeInstanceAsync(instanceId, cancellationToken);
    }

    public async Task<int> ForgetFinishedAsync(DateTimeOffset before, int most, CancellationToken cancellationToken = default)
    {
        // Whatever finished before was created before, which the service can filter by.
        var query = new OrchestrationQuery(
            CreatedTo: before,
            Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated]);
        var forgotten = 0;
        await foreach (var instance in connection.Client.GetAllInstancesAsync(query).WithCancellation(cancellationToken))
        {
            if (instance.LastUpdatedAt >= before)
                continue;
            await connection.Client.PurgeInstanceAsync(instance.InstanceId, cancellationToken);
            if (++forgotten == most)
                break;
        }
        return forgotten;
    }

    internal static WorkflowState StateOf(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Completed => WorkflowState.Ended,
        OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated => WorkflowState.Dead,
        _ => WorkflowState.Running,
    };
}
