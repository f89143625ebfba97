using CtVoice.Local.Storage;

namespace CtVoice.Local.Time;

/// <summary>
/// The local host's time: a base clock plus an offset that is stored, so that advanced time survives a restart. It goes
/// forward only. Thread-safe.
/// </summary>
/// <param name="database">Where the offset is kept.</param>
/// <param name="basis">What it runs on: the system clock, or one that stands still in tests.</param>
public sealed class LocalClock(SqliteDatabase database, TimeProvider basis) : TimeProvider
{
    /// <summary>Name of the setting that keeps the offset, in ticks.</summary>
    internal const string Setting = "clock offset";

    private long offset = database.Read(connection => Settings.Read(connection, Setting)) ?? 0;

    /// <summary>Raised after the offset has changed: whoever sleeps until an instant looks again.</summary>
    public event Action? Moved;

    /// <summary>How far this clock is ahead of the one it runs on.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref offset));

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => basis.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => basis.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => basis.GetUtcNow() + Offset;

    /// <inheritdoc/>
    public override long GetTimestamp() => basis.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        basis.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves forward to an instant, durably; an instant that is past changes nothing.</summary>
    internal async Task MoveToAsync(DateTimeOffset instant)
    {
        var ahead = await database.WriteAsync(connection =>
        {
            var wanted = (instant - basis.GetUtcNow()).Ticks;
            var held = Settings.Read(connection, Setting) ?? 0;
            if (wanted <= held)
                return held;
            Settings.Write(connection, Setting, wanted);
            return wanted;
        }).ConfigureAwait(false);
        Interlocked.Exchange(ref offset, ahead);
        Moved?.Invoke();
    }

    /// <summary>
    /// Keeps the present time for a host that will run on another clock: there it goes on from here, or from that clock's own
    /// time when that is later. For the last moment before a host stops.
    /// </summary>
    internal Task GoOnFromAsync(TimeProvider other) => database.WriteAsync(connection =>
    {
        var ahead = Math.Max(0, (GetUtcNow() - other.GetUtcNow()).Ticks);
        Settings.Write(connection, Setting, ahead);
        return ahead;
    });
}
