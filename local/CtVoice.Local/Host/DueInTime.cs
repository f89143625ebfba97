using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;
using CtVoice.Local.Time;

namespace CtVoice.Local.Host;

/// <summary>The due rows as work that time travel stops for.</summary>
internal sealed class DueInTime(DueRows due, Sweep sweep) : ITimedWork
{
    public async ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default) =>
        await due.NextAsync(cancellationToken);

    public async Task DrainAsync(CancellationToken cancellationToken = default) => _ = await sweep.RunAsync(cancellationToken);
}
