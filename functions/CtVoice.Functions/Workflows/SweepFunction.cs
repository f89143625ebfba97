using CtVoice.Core.Workflows;
using CtVoice.Functions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CtVoice.Functions.Workflows;

/// <summary>Every minute: finishes what a crash left, and follows the catalogue. Two at once do no harm.</summary>
public sealed class SweepFunction(Sweep sweep, CurrentCatalogue catalogue, DurableConnection connection)
{
    [Function(nameof(Sweep))]
    public async Task RunAsync(
        [TimerTrigger("0 * * * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        connection.Client = client;
        await sweep.RunAsync(cancellationToken);
        await catalogue.RefreshAsync(cancellationToken);
    }
}
