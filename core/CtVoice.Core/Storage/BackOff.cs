namespace CtVoice.Core.Storage;

/// <summary>How long due work that failed waits before it is tried again: behind whatever is fresh, longer each time.</summary>
public static class BackOff
{
    /// <summary>The longest wait.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(1);

    /// <summary>Half a minute after the first failure, then twice as long each time, up to <see cref="Longest"/>.</summary>
    public static TimeSpan After(int attempts) =>
        attempts > 7 ? Longest : TimeSpan.FromSeconds(30 * Math.Pow(2, Math.Max(0, attempts - 1)));
}
