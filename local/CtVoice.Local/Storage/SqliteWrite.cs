namespace CtVoice.Local.Storage;

/// <summary>One piece of work for the writer, and the task of whoever waits for it.</summary>
internal abstract class SqliteWrite
{
    internal abstract bool Failed { get; }

    /// <summary>Whoever waits may be told to come again, as long as it was not begun.</summary>
    internal bool Sheds { get; init; }

    /// <summary>Runs it inside the open transaction; a failure that concerns it alone is kept, any other is thrown.</summary>
    internal abstract void Run(SqliteConnection connection);

    /// <summary>Tells the outcome, after the commit.</summary>
    internal abstract void Complete();

    /// <summary>Tells that the database stopped.</summary>
    internal abstract void Fail(Exception cause);
}

/// <inheritdoc/>
internal sealed class SqliteWrite<T>(Func<SqliteConnection, T> work) : SqliteWrite
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? failure;
    private T? result;

    internal Task<T> Task => completion.Task;

    internal override bool Failed => failure is not null;

    internal override void Run(SqliteConnection connection)
    {
        failure = null;
        try
        {
            result = work(connection);
        }
        catch (Exception error) when (error is not SqliteErrorException { ConcernsStatementOnly: false })
        {
            failure = error;
        }
    }

    internal override void Complete()
    {
        if (failure is null)
            completion.SetResult(result!);
        else
            completion.SetException(failure);
    }

    internal override void Fail(Exception cause) => completion.TrySetException(cause);
}
