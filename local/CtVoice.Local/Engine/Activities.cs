using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Local.Storage;

namespace CtVoice.Local.Engine;

/// <summary>Runs activities at least once, outside turns, so many at a time, each with the retry policy of its call.</summary>
internal sealed partial class Activities(
    SqliteDatabase database, ActivityCode code, TimeProvider clock, ILogger logger, int atOnce, Background background, Timers timers,
    Action<Pending> completed) : IDisposable
{
    private readonly SemaphoreSlim places = new(atOnce);

    /// <summary>Runs one attempt and stores what came of it, in a commit of its own.</summary>
    internal async Task RunAsync(Pending activity)
    {
        HistoryEvent outcome;
        await places.WaitAsync(background.Stopping).ConfigureAwait(false);
        try
        {
            var result = await code.RunAsync(activity.Event, background.Stopping).ConfigureAwait(false);
            outcome = new HistoryEvent(EventKind.Completed, activity.Event.Id, Data: result);
        }
        catch (Exception) when (background.IsStopping)
        {
            // It was cut off, and runs again after the next start.
            return;
        }
        catch (Exception error)
        {
            var instance = database.Read(connection => EngineStore.IdOf(connection, activity.Instance));
            LogFailed(logger, activity.Event.Name!, instance, activity.Attempt, error);
            if (activity.Attempt < activity.Retry!.MaxAttempts)
            {
                var due = clock.GetUtcNow() + activity.Retry.DelayBefore(activity.Attempt + 1);
                if (await database.WriteAsync(connection => EngineStore.RetryAt(connection, activity, due)).ConfigureAwait(false))
                    timers.Stored(due);
                return;
            }
            outcome = new HistoryEvent(EventKind.Failed, activity.Event.Id,
                Data: JsonSerializer.Serialize(WorkflowExecution.Describe(error), WorkflowJson.Options));
        }
        finally
        {
            places.Release();
        }
        if (await database.WriteAsync(connection => EngineStore.Complete(connection, activity.Instance, outcome)).ConfigureAwait(false))
            completed(new Pending(activity.Instance, 0, outcome));
    }

    public void Dispose() => places.Dispose();

    [LoggerMessage(3, LogLevel.Warning, "Activity {Activity} of instance {Instance} failed in attempt {Attempt}")]
    private static partial void LogFailed(ILogger logger, string activity, string? instance, int attempt, Exception error);
}
