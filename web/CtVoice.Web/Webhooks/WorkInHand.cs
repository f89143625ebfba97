using System.Collections.Concurrent;

namespace CtVoice.Web.Webhooks;

/// <summary>Work that is under way in this process and that somebody may have to wait for.</summary>
internal sealed class WorkInHand
{
    private readonly ConcurrentDictionary<Task, bool> works = [];

    /// <summary>Does a piece of work, which is in hand from before its first step until it came to its end or failed.</summary>
    public async Task RunAsync(Func<Task> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        works[done.Task] = true;
        try
        {
            await work();
        }
        finally
        {
            _ = works.TryRemove(done.Task, out _);
            done.SetResult();
        }
    }

    /// <summary>Completes when nothing is in hand, whether it came to its end or failed.</summary>
    public async Task RestAsync(CancellationToken cancellationToken = default)
    {
        while (works.Keys is { Count: > 0 } under)
            await Task.WhenAll(under).WaitAsync(cancellationToken);
    }
}
