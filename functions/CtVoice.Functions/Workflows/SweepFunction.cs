using CtVoice.Core.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CtVoice.Functions.Workflows;

/// <summary>Finishes what a crash left, every minute; two at once do no harm.</summary>
public sealed class SweepFunction(Sweep sweep, DurableConnection connection)
{
    [Function(nameof(Sweep))]
    public Task RunAsync(
        [TimerTrigger("0 * * * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        connection.Client = client;
        return sweep.RunAsync(cancellationToken);
    }
}
