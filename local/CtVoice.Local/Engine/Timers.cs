using CtVoice.Local.Storage;

namespace CtVoice.Local.Engine;

/// <summary>Wakes what sleeps until an instant: timers, and activities between two attempts.</summary>
/// <param name="database">Where the due instants are.</param>
/// <param name="clock">The time of workflows.</param>
/// <param name="background">Where waiting happens.</param>
/// <param name="take">Takes up what has woken.</param>
internal sealed class Timers(SqliteDatabase database, TimeProvider clock, Background background, Action<Pending> take) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly SemaphoreSlim lookAgain = new(0, 1);
    private long sleepingUntil;

    internal DateTimeOffset? NextDue => database.Read(EngineStore.NextDue);

    /// <summary>Tells of an instant that has been stored.</summary>
    internal void Stored(DateTimeOffset due)
    {
        if (due.UtcTicks < Volatile.Read(ref sleepingUntil))
            LookAgain();
    }

    /// <summary>Tells that the clock was set.</summary>
    internal void LookAgain()
    {
        lock (lookAgain)
        {
            if (lookAgain.CurrentCount == 0)
                lookAgain.Release();
        }
    }

    /// <summary>Wakes what is due now, at most a thousand; it has woken for good when the task completes.</summary>
    internal Task FireDueAsync()
    {
        var now = clock.GetUtcNow();
        return NextDue <= now
            ? background.StoreAndTakeAsync(() => database.WriteAsync(connection => EngineStore.WakeDue(connection, now)),
                due => due.ForEach(take))
            : Task.CompletedTask;
    }

    /// <summary>Fires as time passes: sleeps until the next instant is due, an earlier one is stored, or the clock is set.</summary>
    internal async Task RunAsync()
    {
        while (true)
        {
            // Until the next due instant is known, every stored one ends the sleep that follows.
            Volatile.Write(ref sleepingUntil, long.MaxValue);
            var due = NextDue;
            var wait = due is { } next ? next - clock.GetUtcNow() : Longest;
            if (wait <= TimeSpan.Zero)
            {
                await FireDueAsync().ConfigureAwait(false);
                continue;
            }
            Volatile.Write(ref sleepingUntil, due?.UtcTicks ?? long.MaxValue);
            // Rounded up: waking a fraction of a millisecond early would spin.
            var sleep = TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling(wait.TotalMilliseconds), Longest.TotalMilliseconds));
            await lookAgain.WaitAsync(sleep, background.Stopping).ConfigureAwait(false);
        }
    }

    public void Dispose() => lookAgain.Dispose();
}
