namespace CtVoice.Local.Engine;

/// <summary>Counts what is going on, and tells when nothing is: quiescence is a fact here, not a guess after a pause.</summary>
internal sealed class Quiet
{
    private readonly object gate = new();
    private TaskCompletionSource? reached;
    private int active;

    internal bool IsQuiet => Volatile.Read(ref active) == 0;

    internal void Enter() => Interlocked.Increment(ref active);

    internal void Leave()
    {
        if (Interlocked.Decrement(ref active) != 0)
            return;
        lock (gate)
        {
            reached?.TrySetResult();
            reached = null;
        }
    }

    /// <summary>Completes when nothing was going on at some moment after the call.</summary>
    internal Task WaitAsync()
    {
        lock (gate)
        {
            if (IsQuiet)
                return Task.CompletedTask;
            reached ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return reached.Task;
        }
    }
}
