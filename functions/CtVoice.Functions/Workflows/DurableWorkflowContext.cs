using CtVoice.Core.Engine;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using RetryPolicy = CtVoice.Core.Engine.RetryPolicy;

namespace CtVoice.Functions.Workflows;

/// <summary>The workflow port on Durable Task: each member is forwarded to the real context.</summary>
/// <remarks>Awaits keep the orchestration's own scheduler, so nothing here may configure them otherwise.</remarks>
internal sealed class DurableWorkflowContext(TaskOrchestrationContext context) : IWorkflowContext
{
    public string InstanceId => context.InstanceId;

    public string Version => context.Version;

    public DateTime CurrentUtcDateTime => context.CurrentUtcDateTime;

    public bool IsReplaying => context.IsReplaying;

    public async Task<TResult> CallActivityAsync<TResult>(string name, object? input, RetryPolicy? retry = null)
    {
        try
        {
            return await context.CallActivityAsync<TResult>(name, input, Options(retry));
        }
        catch (TaskFailedException failure)
        {
            throw new ActivityFailedException(name, failure.FailureDetails.ErrorMessage);
        }
    }

    public Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken) =>
        context.CreateTimer(fireAt, cancellationToken);

    public Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default) =>
        context.WaitForExternalEvent<T>(eventName, cancellationToken);

    public void SetCustomStatus(object? customStatus) => context.SetCustomStatus(customStatus);

    public Guid NewGuid() => context.NewGuid();

    public void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        context.ContinueAsNew(newInput, preserveUnprocessedEvents);

    public ILogger CreateReplaySafeLogger(string categoryName) => context.CreateReplaySafeLogger(categoryName);

    private static TaskOptions? Options(RetryPolicy? retry) => retry is null
        ? null
        : TaskOptions.FromRetryPolicy(
            new(retry.MaxAttempts, retry.FirstDelay, retry.BackoffCoefficient, retry.MaxDelay));
}
