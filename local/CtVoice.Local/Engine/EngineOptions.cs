namespace CtVoice.Local.Engine;

/// <summary>How the embedded engine works.</summary>
public sealed record EngineOptions
{
    /// <summary>Activities that run at the same time.</summary>
    public int Activities { get; init; } = 64;

    /// <summary>
    /// Waiting instances whose code is kept in memory so that their next turn needs no replay; 0 replays every turn.
    /// The others cost rows, not memory.
    /// </summary>
    public int LiveInstances { get; init; } = 1024;

    /// <summary>
    /// For tests: runs each activity twice with the same input and takes the second result, so that what at-least-once
    /// means is met here and not first on Azure.
    /// </summary>
    public bool RunActivitiesTwice { get; init; }

    /// <summary>Fires timers as real time passes; off where time is only advanced.</summary>
    public bool FireTimers { get; init; } = true;
}
