using System.Text.Json;
using CtVoice.Core.Engine;
using CtVoice.Core.Json;
using CtVoice.Local.Storage;

namespace CtVoice.Local.Engine;

/// <summary>Runs activities at least once, outside turns, so many at a time, each with the retry policy of its call.</summary>
internal sealed partial class Activities(
    SqliteDatabase database, WorkflowCatalog catalog, IServiceProvider services, TimeProvider clock, ILogger logger,
    EngineOptions options, Background background, Timers timers, Action<Pending> completed) : IDisposable
{
    private readonly SemaphoreSlim places = new(options.Activities);

    /// <summary>Runs one attempt and stores what came of it, in a commit of its own.</summary>
    internal async Task RunAsync(Pending activity)
    {
        var entry = catalog.FindActivity(activity.Event.Name!);
        HistoryEvent outcome;
        await places.WaitAsync(background.Stopping).ConfigureAwait(false);
        try
        {
            if (entry is null)
                throw new InvalidOperationException($"There is no activity named '{activity.Event.Name}'.");
            var result = await RunOnceAsync(entry, activity).ConfigureAwait(false);
            if (options.RunActivitiesTwice)
                result = await RunOnceAsync(entry, activity).ConfigureAwait(false);
            outcome = new HistoryEvent(EventKind.Completed, activity.Event.Id,
                Data: JsonSerializer.Serialize(result, entry.ResultType, WorkflowJson.Options));
        }
        catch (Exception) when (background.IsStopping)
        {
            // It was cut off, and runs again after the next start.
            return;
        }
        catch (Exception error)
        {
            LogFailed(logger, activity.Event.Name!, database.Read(connection => EngineStore.IdOf(connection, activity.Instance)),
                activity.Attempt, error);
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

    private Task<object?> RunOnceAsync(ActivityEntry entry, Pending activity) =>
        entry.RunAsync(services, JsonSerializer.Deserialize(activity.Event.Data!, entry.InputType, WorkflowJson.Options),
            background.Stopping);

    public void Dispose() => places.Dispose();

    [LoggerMessage(3, LogLevel.Warning, "Activity {Activity} of instance {Instance} failed in attempt {Attempt}")]
    private static partial void LogFailed(ILogger logger, string activity, string? instance, int attempt, Exception error);
}
