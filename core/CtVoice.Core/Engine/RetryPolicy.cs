namespace CtVoice.Core.Engine;

/// <summary>How often and how patiently an activity is tried again after a failure.</summary>
/// <param name="MaxAttempts">Attempts in all, at least 1.</param>
/// <param name="FirstDelay">Pause after the first failure.</param>
/// <param name="BackoffCoefficient">Each further pause is the one before times this, at least 1.</param>
/// <param name="MaxDelay">No pause is longer.</param>
public sealed record RetryPolicy(int MaxAttempts, TimeSpan FirstDelay, double BackoffCoefficient, TimeSpan MaxDelay)
{
    /// <summary>
    /// Eleven attempts over 27 minutes: long enough for a restart of whatever is below. The first pauses never change, because
    /// a retry that is under way is replayed by them.
    /// </summary>
    public static RetryPolicy Patient { get; } = new(11, TimeSpan.FromSeconds(2), 2.0, TimeSpan.FromMinutes(10));

    /// <summary>The pause before attempt <paramref name="attempt"/> (the second is 2).</summary>
    public TimeSpan DelayBefore(int attempt)
    {
        var ticks = FirstDelay.Ticks * Math.Pow(BackoffCoefficient, attempt - 2);
        return ticks >= MaxDelay.Ticks ? MaxDelay : TimeSpan.FromTicks((long)ticks);
    }
}

/// <summary>An activity failed in every attempt that its policy allows.</summary>
public sealed class ActivityFailedException(string activity, string reason)
    : Exception($"Activity '{activity}' failed: {reason}")
{
    /// <summary>Name of the activity.</summary>
    public string Activity { get; } = activity;
}
