namespace CtVoice.Local.Engine;

/// <summary>Brings every continuation of a workflow back to the thread of its turn, in order.</summary>
internal sealed class TurnScheduler(Action foreign) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Run, object? State)> queue = new();
    private int thread;

    /// <summary>True on the thread of the running turn.</summary>
    internal bool IsTurn => thread == Environment.CurrentManagedThreadId;

    /// <summary>Runs <paramref name="turn"/> with this context on the calling thread.</summary>
    internal void Run(Action turn)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        thread = Environment.CurrentManagedThreadId;
        try
        {
            turn();
        }
        finally
        {
            thread = 0;
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>Runs what is queued until nothing is.</summary>
    internal void Pump()
    {
        while (queue.TryDequeue(out var next))
            next.Run(next.State);
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        // Tasks of the context complete on the turn's thread; a continuation from elsewhere belongs to something foreign.
        if (IsTurn)
            queue.Enqueue((d, state));
        else
            foreign();
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("A workflow's turn does not block.");

    public override SynchronizationContext CreateCopy() => this;
}
