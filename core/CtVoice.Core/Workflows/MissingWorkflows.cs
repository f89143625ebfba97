using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Engine;
using CtVoice.Core.Json;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Workflows;

/// <summary>
/// Compares what every open review needs with what runs, starts what does not, and says so: a workflow that died by a fault of
/// ours would otherwise leave residents without a reminder and an agency without a deadline, and nobody would hear of it. A review that
/// was missed when the office entered a closing day learns of it on the way.
/// </summary>
public sealed partial class MissingWorkflows(
    ReviewStore reviews, ReviewLists lists, EffectRunner effects, IWorkflowClient workflows, ClosingDayNews closing,
    BusinessCalendar calendar, TimeProvider clock,
    ILogger<MissingWorkflows> logger)
{
    /// <summary>How often it is looked.</summary>
    public static TimeSpan Every { get; } = TimeSpan.FromHours(1);

    /// <summary>Looks once; returns the ids of the instances that were started, each logged as an error.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken = default)
    {
        var started = new List<string>();
        var days = await closing.CurrentAsync(cancellationToken);
        await foreach (var id in lists.AttendedAsync(cancellationToken))
        {
            // In this order: effects of the state that was read are stored with it, and the sweep starts what they say.
            if (await reviews.ReadAsync(id, cancellationToken) is not { } stored || await effects.ArePendingAsync(id, cancellationToken))
                continue;
            await closing.TellAsync(stored.State, days, cancellationToken);
            foreach (var needed in Attending.Of(stored.State, calendar, clock.GetUtcNow()))
            {
                if (await MissingAsync(needed, cancellationToken) is not { } missing)
                    continue;
                await effects.ApplyAllAsync(stored, [needed.Start], cancellationToken);
                WorkflowMissing(logger, missing.Instance, missing.State);
                started.Add(missing.Instance);
            }
        }
        return started;
    }

    /// <summary>The instance to start, when none of those that would do runs.</summary>
    private async Task<(string Instance, WorkflowState State)?> MissingAsync(NeededWorkflow needed, CancellationToken cancellationToken)
    {
        WorkflowState? first = null;
        foreach (var instance in needed.Instances)
        {
            var state = await workflows.StateAsync(instance, cancellationToken);
            if (state is WorkflowState.Running)
                return null;
            first ??= state;
        }
        // One that ran to its end although it was still needed is not started again by its id alone.
        if (first is WorkflowState.Ended)
            await workflows.ForgetAsync(needed.Instances[0], cancellationToken);
        return (needed.Instances[0], first!.Value);
    }

    [LoggerMessage(1, LogLevel.Error, Alarms.Workflow
        + ": workflow {Instance} of an open review did not run and is started again; it was found {State}",
        EventName = nameof(WorkflowMissing))]
    private static partial void WorkflowMissing(ILogger logger, string instance, WorkflowState state);
}
