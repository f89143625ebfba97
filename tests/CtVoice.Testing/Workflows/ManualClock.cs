namespace CtVoice.Testing.Workflows;

/// <summary>A clock that stands still until it is set. Thread-safe.</summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    /// <summary>Monday 4 January 2027, 09:00 in Connecticut.</summary>
    public static DateTimeOffset UsualStart { get; } = new(2027, 1, 4, 14, 0, 0, TimeSpan.Zero);

    public ManualClock() : this(UsualStart) { }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    /// <summary>Sets the clock.</summary>
    public void Set(DateTimeOffset instant) => Interlocked.Exchange(ref ticks, instant.UtcTicks);

    /// <summary>Sets the clock forward.</summary>
    public void Advance(TimeSpan span) => Interlocked.Add(ref ticks, span.Ticks);
}
