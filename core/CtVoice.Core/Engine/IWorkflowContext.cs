using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Engine;

/// <summary>
/// What a workflow may use of the world. The members carry the names and meanings of Durable Task's
/// <c>TaskOrchestrationContext</c>; on Azure each is forwarded to it, locally the embedded engine provides it.
/// </summary>
/// <remarks>
/// A workflow is replayed: it is run again from its start with the recorded results, so it must take the same decisions
/// each time. It awaits nothing but the tasks of this context, reads no clock, configuration or random source, and keeps
/// no state outside its own variables. Not thread-safe; used only from the workflow's own turn.
/// </remarks>
public interface IWorkflowContext
{
    /// <summary>Id given at start.</summary>
    string InstanceId { get; }

    /// <summary>Version of the workflow code stored at start; a workflow that changes branches on it.</summary>
    string Version { get; }

    /// <summary>The instant of this turn, the same in every replay.</summary>
    DateTime CurrentUtcDateTime { get; }

    /// <summary>True while recorded history is being repeated.</summary>
    bool IsReplaying { get; }

    /// <summary>
    /// Runs an activity at least once and returns its result. When every attempt failed the task throws
    /// <see cref="ActivityFailedException"/>.
    /// </summary>
    Task<TResult> CallActivityAsync<TResult>(string name, object? input, RetryPolicy? retry = null);

    /// <summary>Completes at <paramref name="fireAt"/> (UTC), at once when that is past; a cancelled timer never fires.</summary>
    Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <summary>
    /// Completes with the next event of that name. Events that arrive before anybody waits are kept, in order.
    /// </summary>
    Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>A small value that a query of the instance shows; ids and counts only, never personal data.</summary>
    void SetCustomStatus(object? customStatus);

    /// <summary>An id that is the same in every replay.</summary>
    Guid NewGuid();

    /// <summary>
    /// Ends this run and starts the workflow afresh with <paramref name="newInput"/> and an empty history; call it last,
    /// with no activity outstanding and timers cancelled.
    /// </summary>
    void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    /// <summary>A logger that is silent while replaying.</summary>
    ILogger CreateReplaySafeLogger(string categoryName);
}
