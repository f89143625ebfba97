using CtVoice.Core.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CtVoice.Functions.Workflows;

/// <summary>Every minute: finishes what a crash left. Two at once do no harm.</summary>
public sealed class SweepFunction(Sweep sweep, DurableConnection connection)
{
    [Function(nameof(Sweep))]
    public async Task RunAsync(
        [TimerTrigger("0 * * * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        connection.Client = client;
        await sweep.RunAsync(cancellationToken);
    }
}
