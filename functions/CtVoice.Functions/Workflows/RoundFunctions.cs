using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Notices;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CtVoice.Functions.Workflows;

/// <summary>What has its hour of the day. Hours are UTC. Two at once do no harm.</summary>
public sealed class RoundFunctions(
    Digest digest, MissingWorkflows missing, NightlyVerification verification, SilentYear silentYear, FinishedHistories histories,
    GuardrailReminding guardrails, DurableConnection connection, TimeProvider clock)
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Every five minutes: what has its hour. One timer for all of it, because each holds a lock in the storage all day. The digest knows
    /// itself whether it is nine in Connecticut; the verification does a slice of the night and finds it done for the rest of the day, or
    /// makes up for a night without a host.
    /// </summary>
    [Function("Rounds")]
    public async Task GoRoundAsync(
        [TimerTrigger("10 */5 * * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        connection.Client = client;
        var now = clock.GetUtcNow();
        await OneAfterAnother.RunAsync(
            () => digest.RunAsync(cancellationToken),
            () => Strikes(now, now.Hour, 20) ? missing.RunAsync(cancellationToken) : Task.CompletedTask,
            () => verification.RunAsync(cancellationToken),
            () => Strikes(now, 8, 0) ? silentYear.RunAsync(cancellationToken) : Task.CompletedTask,
            () => Strikes(now, 8, 15) ? histories.RunAsync(cancellationToken) : Task.CompletedTask,
            () => Strikes(now, 8, 30) ? guardrails.RunAsync(cancellationToken) : Task.CompletedTask);
    }

    private static bool Strikes(DateTimeOffset now, int hour, int minute) =>
        now.TimeOfDay - new TimeSpan(hour, minute, 0) is var since && since >= TimeSpan.Zero && since < Round;
}
