namespace CtVoice.Local.Tests.Harness;

/// <summary>
/// Stands still, and lets a second pass on its stopwatch whenever somebody looks: however fast the machine is, nobody asks
/// more often than the rates allow.
/// </summary>
internal sealed class UnhurriedClock(DateTimeOffset now) : TimeProvider
{
    private long seconds;

    public override long TimestampFrequency => 1;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => Interlocked.Increment(ref seconds);
}
