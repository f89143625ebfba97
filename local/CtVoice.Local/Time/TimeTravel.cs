namespace CtVoice.Local.Time;

/// <summary>
/// Advances the local clock as if the time had passed: it stops at every instant at which something is due, in order, and
/// lets everything that follows from it come to rest before it goes on. Advances that are asked for meanwhile queue.
/// </summary>
/// <param name="clock">The clock that is moved.</param>
/// <param name="sources">Everything that has work at instants of its own.</param>
public sealed class TimeTravel(LocalClock clock, IEnumerable<ITimedWork> sources) : IDisposable
{
    private readonly ITimedWork[] sources = [.. sources];
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Advances by a span and returns the instant reached; the span counts from when its turn has come.</summary>
    public Task<DateTimeOffset> AdvanceAsync(TimeSpan span, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        return AdvanceAsync(now => now + span, cancellationToken);
    }

    /// <summary>Advances to an instant (one that is past only drains) and returns the instant reached.</summary>
    public Task<DateTimeOffset> AdvanceToAsync(DateTimeOffset instant, CancellationToken cancellationToken = default) =>
        AdvanceAsync(_ => instant, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<DateTimeOffset> AdvanceAsync(Func<DateTimeOffset, DateTimeOffset> target, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var goal = target(clock.GetUtcNow());
            while (true)
            {
                await DrainAsync(cancellationToken).ConfigureAwait(false);
                if (await NextDueAsync(cancellationToken).ConfigureAwait(false) is not { } due || due > goal)
                    break;
                await clock.MoveToAsync(due).ConfigureAwait(false);
            }
            await clock.MoveToAsync(goal).ConfigureAwait(false);
            await DrainAsync(cancellationToken).ConfigureAwait(false);
            return clock.GetUtcNow();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Drains every source until none has anything left at this instant: one may give work to another.</summary>
    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        do
        {
            foreach (var source in sources)
                await source.DrainAsync(cancellationToken).ConfigureAwait(false);
        }
        while (await NextDueAsync(cancellationToken).ConfigureAwait(false) <= clock.GetUtcNow());
    }

    /// <summary>The next instant at which anything is due; null when nothing is.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default)
    {
        DateTimeOffset? first = null;
        foreach (var source in sources)
        {
            if (await source.NextDueAsync(cancellationToken).ConfigureAwait(false) is { } due && !(first <= due))
                first = due;
        }
        return first;
    }
}
