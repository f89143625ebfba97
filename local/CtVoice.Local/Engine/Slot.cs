namespace CtVoice.Local.Engine;

/// <summary>An instance that has something to do, or whose code is still in memory. Guarded by locking itself.</summary>
internal sealed class Slot(long instance)
{
    internal long Instance { get; } = instance;

    /// <summary>What arrived and was not taken by a turn.</summary>
    internal List<Pending> Arrivals { get; set; } = [];

    /// <summary>True while somebody runs its turns: never two at once.</summary>
    internal bool Busy { get; set; }

    /// <summary>True once it is out of the engine's list; a late arrival makes a new one.</summary>
    internal bool Gone { get; set; }

    /// <summary>The code in memory; null when it must be replayed first. Touched only by who runs the turns.</summary>
    internal WorkflowExecution? Live { get; set; }
}
