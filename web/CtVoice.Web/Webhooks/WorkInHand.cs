using System.Collections.Concurrent;

namespace CtVoice.Web.Webhooks;

/// <summary>Work that is under way in this process and that somebody may have to wait for.</summary>
internal sealed class WorkInHand
{
    private readonly ConcurrentDictionary<Task, bool> works = [];

    /// <summary>Does a piece of work, which is in hand until it came to its end or failed.</summary>
    public async Task RunAsync(Func<Task> work)
    {
        var begun = work();
        works[begun] = true;
        try
        {
            await begun;
        }
        finally
        {
            _ = works.TryRemove(begun, out _);
        }
    }

    /// <summary>Completes when nothing is in hand, whether it came to its end or failed.</summary>
    public async Task RestAsync(CancellationToken cancellationToken = default)
    {
        while (works.Keys is { Count: > 0 } under)
            await Task.WhenAny(Task.WhenAll(under)).WaitAsync(cancellationToken);
    }
}
