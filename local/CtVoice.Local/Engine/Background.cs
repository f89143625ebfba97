namespace CtVoice.Local.Engine;

/// <summary>What an engine has going on in the background: it is counted, and a fault in any of it stops all of it.</summary>
internal sealed partial class Background(ILogger logger) : IDisposable
{
    private readonly Quiet quiet = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource<string> faulted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Cancelled when the engine stops.</summary>
    internal CancellationToken Stopping => stopping.Token;

    internal bool IsStopping => stopping.IsCancellationRequested;

    /// <summary>Completes with the reason when a fault has stopped the engine.</summary>
    internal Task<string> Faulted => faulted.Task;

    internal bool IsQuiet => quiet.IsQuiet;

    /// <summary>Completes when nothing was going on at some moment after the call.</summary>
    internal Task WaitUntilQuietAsync() => quiet.WaitAsync();

    /// <summary>Does something that counts until it is done.</summary>
    internal void Run(Func<Task> work)
    {
        quiet.Enter();
        _ = Task.Run(async () =>
        {
            try
            {
                await GuardAsync(work).ConfigureAwait(false);
            }
            finally
            {
                quiet.Leave();
            }
        });
    }

    /// <summary>
    /// Stores something and takes it up, as one thing that counts: what is stored and not yet taken up must not look quiet.
    /// </summary>
    internal async Task StoreAndTakeAsync<T>(Func<Task<T>> store, Action<T> take)
    {
        quiet.Enter();
        try
        {
            take(await store().ConfigureAwait(false));
        }
        finally
        {
            quiet.Leave();
        }
    }

    /// <summary>Does something that does not count, such as waiting for the next timer.</summary>
    internal async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (IsStopping)
        {
            // What was cut off is stored and runs again after the next start.
        }
        catch (Exception error)
        {
            if (faulted.TrySetResult(error.Message))
                LogStopped(logger, error);
            Stop();
        }
    }

    internal void Stop() => stopping.Cancel();

    public void Dispose() => stopping.Dispose();

    [LoggerMessage(1, LogLevel.Critical, "The workflow engine stopped")]
    private static partial void LogStopped(ILogger logger, Exception error);
}
