using CtVoice.Core.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CtVoice.Functions.Workflows;

/// <summary>What happens by the clock, every minute or few. Two at once do no harm.</summary>
public sealed class TimerFunctions(Sweep sweep, Watch watch, DurableConnection connection)
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

    /// <summary>Every five minutes: says what was not done; apart from the sweep, which may be what stands still.</summary>
    [Function(nameof(Watch))]
    public Task WatchAsync([TimerTrigger("30 */5 * * * *", UseMonitor = false)] TimerInfo timer, CancellationToken cancellationToken) =>
        watch.RunAsync(cancellationToken);
}
