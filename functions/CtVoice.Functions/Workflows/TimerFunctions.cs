using CtVoice.Core.Conversations.Talks;
using CtVoice.Core.Reviews;
using CtVoice.Core.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CtVoice.Functions.Workflows;

/// <summary>What happens by the clock. Hours are UTC; each of these knows itself whether it is time. Two at once do no harm.</summary>
public sealed class TimerFunctions(
    Sweep sweep, Watch watch, MissingWorkflows missing, Digest digest, NightlyVerification verification, SilentYear silentYear,
    FinishedHistories histories, DurableConnection connection)
{
    /// <summary>Every minute: finishes what a crash left.</summary>
    [Function(nameof(Sweep))]
    public async Task SweepAsync(
        [TimerTrigger("0 * * * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        connection.Client = client;
        await sweep.RunAsync(cancellationToken);
    }

    /// <summary>Every five minutes: says what was not done.</summary>
    [Function(nameof(Watch))]
    public Task WatchAsync([TimerTrigger("30 */5 * * * *", UseMonitor = false)] TimerInfo timer, CancellationToken cancellationToken) =>
        watch.RunAsync(cancellationToken);

    /// <summary>Every hour: starts the workflows that open reviews need and that do not run.</summary>
    [Function(nameof(MissingWorkflows))]
    public async Task LookForMissingWorkflowsAsync(
        [TimerTrigger("0 20 * * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        connection.Client = client;
        _ = await missing.RunAsync(cancellationToken);
    }

    /// <summary>Nine in Connecticut is 13:00 or 14:00; asked again within the hour in case an attempt failed.</summary>
    [Function(nameof(Digest))]
    public Task DigestAsync([TimerTrigger("0 */5 13,14 * * 1-5", UseMonitor = false)] TimerInfo timer, CancellationToken cancellationToken) =>
        digest.RunAsync(cancellationToken);

    /// <summary>
    /// Every night in Connecticut: the ledgers, then the checkpoint. A run does a slice of them and says in a row how far it came;
    /// the runs of the rest of the day find that row done, or make up for a night without a host.
    /// </summary>
    [Function(nameof(NightlyVerification))]
    public Task VerifyAsync([TimerTrigger("10 */10 * * * *", UseMonitor = false)] TimerInfo timer, CancellationToken cancellationToken) =>
        verification.RunAsync(cancellationToken);

    /// <summary>Every night: asks whoever has been silent for a year; the sweep sends it at a decent hour.</summary>
    [Function(nameof(SilentYear))]
    public Task LookForSilentMembersAsync([TimerTrigger("0 0 8 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        silentYear.RunAsync(cancellationToken);

    /// <summary>Every night: histories of workflows that finished a month ago.</summary>
    [Function(nameof(FinishedHistories))]
    public async Task ForgetHistoriesAsync(
        [TimerTrigger("0 15 8 * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        connection.Client = client;
        _ = await histories.RunAsync(cancellationToken);
    }
}
