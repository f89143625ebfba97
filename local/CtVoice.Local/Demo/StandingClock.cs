namespace CtVoice.Local.Demo;

/// <summary>A clock that stands still: time passes only when it is advanced.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
