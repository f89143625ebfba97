using CtVoice.Core.Json;
using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Engine;

/// <summary>
/// A step that failed in every attempt does not end the workflow that called it: the workflow waits a while and continues as
/// new from the input it was started with, which loses nothing, because every run reads the state first.
/// </summary>
internal static partial class Perseverance
{
    /// <summary>No longer than the longest pause between two attempts.</summary>
    private static readonly TimeSpan Pause = RetryPolicy.Patient.MaxDelay;

    /// <summary>Runs one run of a workflow.</summary>
    internal static async Task RunAsync<TInput>(IWorkflowContext context, TInput input, IWorkflow<TInput> workflow)
    {
        try
        {
            await workflow.RunAsync(context, input);
            return;
        }
        catch (ActivityFailedException failed)
        {
            // Not its reason: that may hold anything. Whoever ran the step has logged it.
            StepFailed(context.CreateReplaySafeLogger(nameof(Perseverance)), context.InstanceId, failed.Activity);
        }
        // No wait for a wake: the run that failed may still hold one, and would swallow it.
        await context.CreateTimer(context.CurrentUtcDateTime + Pause, CancellationToken.None);
        context.ContinueAsNew(input);
    }

    [LoggerMessage(1, LogLevel.Error, Alarms.Workflow
        + ": step {Activity} of workflow {Instance} failed in every attempt and is tried again", EventName = nameof(StepFailed))]
    private static partial void StepFailed(ILogger logger, string instance, string activity);
}
