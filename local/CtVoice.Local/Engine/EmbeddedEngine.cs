using System.Collections.Concurrent;
using System.Text.Json;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;
using CtVoice.Local.Storage;
using CtVoice.Local.Time;

namespace CtVoice.Local.Engine;

/// <summary>
/// Runs workflows on one machine: each instance is its history in the database file, and a turn replays it, runs to the
/// next wait and commits everything it decided at once. Activities run at least once, outside turns, and their completion
/// is a commit of its own. Thread-safe.
/// </summary>
/// <remarks>Resume it before use and dispose of it before the database is closed.</remarks>
public sealed partial class EmbeddedEngine : IWorkflowClient, ITimedWork, IAsyncDisposable
{
    private readonly SqliteDatabase database;
    private readonly WorkflowCatalog catalog;
    private readonly IServiceProvider services;
    private readonly TimeProvider clock;
    private readonly ILoggerFactory loggers;
    private readonly ILogger logger;
    private readonly EngineOptions options;
    private readonly Quiet quiet = new();
    private readonly ConcurrentDictionary<long, Slot> slots = new();
    private readonly ConcurrentQueue<Slot> kept = new();
    private readonly SemaphoreSlim activityPlaces;
    private readonly SemaphoreSlim lookAgain = new(0, 1);
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource<string> faulted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long lastInstance;
    private long arrivals;
    private long sleepingUntil;
    private Task timers = Task.CompletedTask;
    private bool disposed;

    /// <param name="database">The file; one engine on it.</param>
    /// <param name="catalog">The workflows and activities.</param>
    /// <param name="services">Ports that activities take.</param>
    /// <param name="clock">The time of workflows and timers.</param>
    /// <param name="loggers">Where the engine and workflows log to; ids only.</param>
    /// <param name="options">How it works.</param>
    public EmbeddedEngine(
        SqliteDatabase database, WorkflowCatalog catalog, IServiceProvider services, TimeProvider clock,
        ILoggerFactory loggers, EngineOptions? options = null)
    {
        (this.database, this.catalog, this.services, this.clock, this.loggers) = (database, catalog, services, clock, loggers);
        this.options = options ?? new();
        logger = loggers.CreateLogger<EmbeddedEngine>();
        activityPlaces = new SemaphoreSlim(this.options.Activities);
        // Larger than any number of an earlier opening, so that arrivals stay in order across restarts.
        arrivals = database.Opening << 40;
    }

    /// <summary>Completes with the reason when the engine has stopped by a fault; the host must then accept nothing more.</summary>
    public Task<string> Faulted => faulted.Task;

    /// <summary>Called with the id of each instance whose ending is durable.</summary>
    internal Action<string> Ended { get; init; } = _ => { };

    /// <summary>Takes up what was pending when the file was closed, and begins to fire timers.</summary>
    public async Task ResumeAsync()
    {
        lastInstance = await database.WriteAsync(EngineStore.Create).ConfigureAwait(false);
        foreach (var pending in database.Read(EngineStore.ReadAwake))
            Take(pending);
        if (options.FireTimers)
            timers = FireTimersAsync();
    }

    /// <summary>Stops: running activities are cancelled and run again after the next start, nothing durable is lost.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await timers.ConfigureAwait(false);
        await quiet.WaitAsync().ConfigureAwait(false);
    }

    /// <summary>Stops, once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, true))
            return;
        await StopAsync().ConfigureAwait(false);
        stopping.Dispose();
        activityPlaces.Dispose();
        lookAgain.Dispose();
    }

    /// <inheritdoc/>
    public async Task StartAsync(string workflow, string instanceId, object input, CancellationToken cancellationToken = default)
    {
        var entry = catalog.FindWorkflow(workflow) ?? throw new ArgumentException($"There is no workflow named '{workflow}'.", nameof(workflow));
        var run = new WorkflowRun(instanceId, workflow, entry.Version, JsonSerializer.Serialize(input, entry.InputType, WorkflowJson.Options), 0);
        var now = clock.GetUtcNow();
        var started = await database.WriteAsync(connection =>
        {
            var start = new Pending(lastInstance + 1, NextArrival(), new HistoryEvent(EventKind.Started));
            if (!EngineStore.Start(connection, start, run, now))
                return null;
            lastInstance++;
            return start;
        }).ConfigureAwait(false);
        if (started is not null)
            Take(started);
    }

    /// <inheritdoc/>
    public Task WakeAsync(string instanceId, CancellationToken cancellationToken = default) => RaiseAsync(instanceId, Wake.EventName, null);

    /// <summary>Raises any event; a missing or finished instance is success.</summary>
    public Task RaiseAsync(string instanceId, string eventName, object? data) =>
        SendAsync(instanceId, new HistoryEvent(EventKind.Raised, Name: eventName,
            Data: data is null ? null : JsonSerializer.Serialize(data, WorkflowJson.Options)));

    /// <summary>Ends an instance from outside, at its next turn; a missing or finished one is success.</summary>
    public Task TerminateAsync(string instanceId, string reason) =>
        SendAsync(instanceId, new HistoryEvent(EventKind.Terminated, Data: JsonSerializer.Serialize(reason, WorkflowJson.Options)));

    /// <summary>Removes a finished instance with its history; false when it is missing or still runs.</summary>
    public Task<bool> PurgeAsync(string instanceId) => database.WriteAsync(connection => EngineStore.Purge(connection, instanceId));

    /// <summary>One instance, or null.</summary>
    public Task<InstanceStatus?> GetStatusAsync(string instanceId) =>
        Task.FromResult(database.Read(connection => EngineStore.Status(connection, instanceId)));

    /// <summary>Instances in a state (null for any) whose id starts with a text, in order of their ids.</summary>
    public Task<IReadOnlyList<InstanceStatus>> QueryAsync(InstanceState? state = null, string idPrefix = "", int take = 1000) =>
        Task.FromResult<IReadOnlyList<InstanceStatus>>(database.Read(connection => EngineStore.Query(connection, state, idPrefix, take)));

    /// <summary>The history of an instance's present run as JSON (see <see cref="History"/>), or null when there is no such instance.</summary>
    public Task<string?> GetHistoryAsync(string instanceId) => Task.FromResult(database.Read(connection =>
        EngineStore.Find(connection, instanceId) is { } found ? History.Write(found.Run, EngineStore.Turns(connection, found.Instance)) : null));

    /// <summary>Looks at the clock again, because its time was set.</summary>
    public void LookAgain()
    {
        lock (lookAgain)
        {
            if (lookAgain.CurrentCount == 0)
                lookAgain.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(quiet.IsQuiet ? database.Read(EngineStore.NextDue) : clock.GetUtcNow());

    /// <inheritdoc/>
    public async Task DrainAsync(CancellationToken cancellationToken = default)
    {
        do
        {
            await FireDueAsync().ConfigureAwait(false);
            await quiet.WaitAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            if (faulted.Task.IsCompleted)
                throw new TableFaultException(await faulted.Task.ConfigureAwait(false), isTransient: false);
        }
        while (await NextDueAsync(cancellationToken).ConfigureAwait(false) <= clock.GetUtcNow());
    }

    private async Task SendAsync(string instanceId, HistoryEvent arrival)
    {
        var sent = await database.WriteAsync(connection =>
        {
            if (EngineStore.FindRunning(connection, instanceId) is not { } instance)
                return null;
            var pending = new Pending(instance, NextArrival(), arrival);
            EngineStore.Insert(connection, pending);
            return pending;
        }).ConfigureAwait(false);
        if (sent is not null)
            Take(sent);
    }

    private long NextArrival() => Interlocked.Increment(ref arrivals);

    /// <summary>Takes up something stored that does not sleep.</summary>
    private void Take(Pending pending)
    {
        if (pending.Event.Kind == EventKind.Activity)
            Work(() => RunActivityAsync(pending));
        else
            Arrive(pending.Instance, [pending]);
    }

    private void Arrive(long instance, IReadOnlyList<Pending> arrived)
    {
        while (true)
        {
            var slot = slots.GetOrAdd(instance, static key => new Slot(key));
            lock (slot)
            {
                if (slot.Gone)
                    continue;
                slot.Arrivals.AddRange(arrived);
                if (slot.Busy)
                    return;
                slot.Busy = true;
            }
            Work(() => RunTurnsAsync(slot));
            return;
        }
    }

    /// <summary>Does something in the background that counts until it is done; a fault stops the engine.</summary>
    private void Work(Func<Task> work)
    {
        quiet.Enter();
        _ = Task.Run(async () =>
        {
            try
            {
                await work().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // What was cut off is stored and runs again after the next start.
            }
            catch (Exception error)
            {
                Stop(error);
            }
            finally
            {
                quiet.Leave();
            }
        });
    }

    private void Stop(Exception error)
    {
        if (faulted.TrySetResult(error.Message))
            Log.Stopped(logger, error);
        stopping.Cancel();
    }

    private async Task RunTurnsAsync(Slot slot)
    {
        while (!stopping.IsCancellationRequested)
        {
            List<Pending> batch;
            lock (slot)
            {
                if (slot.Arrivals.Count == 0)
                {
                    slot.Busy = false;
                    Keep(slot);
                    return;
                }
                (batch, slot.Arrivals) = (slot.Arrivals, []);
            }
            await RunTurnAsync(slot, batch).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps the code of a waiting instance in memory, and lets the one go that has been kept longest.</summary>
    private void Keep(Slot slot)
    {
        if (slot.Live is null || options.LiveInstances == 0)
        {
            Drop(slot);
            return;
        }
        kept.Enqueue(slot);
        while (kept.Count > options.LiveInstances && kept.TryDequeue(out var oldest))
        {
            // Never waits for a slot that is at work, so two of them cannot wait for each other.
            if (Monitor.TryEnter(oldest))
            {
                if (!oldest.Busy)
                    Drop(oldest);
                Monitor.Exit(oldest);
            }
        }
    }

    private void Drop(Slot slot)
    {
        slot.Gone = true;
        slot.Live = null;
        slots.TryRemove(KeyValuePair.Create(slot.Instance, slot));
    }

    private async Task RunTurnAsync(Slot slot, List<Pending> taken)
    {
        HistoryTurn? turn = null;
        string? failure = null;
        var statusBefore = slot.Live?.CustomStatus;
        try
        {
            if (slot.Live is null && (slot.Live = Load(slot.Instance)) is null)
                return;
            statusBefore = slot.Live.CustomStatus;
            if (taken.Find(p => p.Event.Kind is EventKind.Terminated or EventKind.Threw) is { } end)
            {
                await FinishAsync(slot, end.Event.Kind == EventKind.Terminated ? InstanceState.Terminated : InstanceState.Failed,
                    JsonSerializer.Deserialize<string>(end.Event.Data!, WorkflowJson.Options)).ConfigureAwait(false);
                return;
            }
            turn = slot.Live.Run(clock.GetUtcNow().UtcDateTime, taken.Select(p => p.Event));
        }
        catch (Exception error) when (error is not TableFaultException)
        {
            Log.CannotRun(logger, slot.Instance, error);
            failure = WorkflowExecution.Describe(error);
        }
        if (failure is not null)
            await FinishAsync(slot, InstanceState.Failed, failure).ConfigureAwait(false);
        else if (turn is not null)
            await CommitAsync(slot, slot.Live!, turn, taken, statusBefore).ConfigureAwait(false);
    }

    private WorkflowExecution? Load(long instance)
    {
        if (database.Read(connection => EngineStore.Load(connection, instance)) is not { } stored)
            return null;
        var foreign = new HistoryEvent(EventKind.Threw, Data: JsonSerializer.Serialize(
            WorkflowExecution.Describe(new ForeignAwaitException(stored.Run.Workflow, "an earlier wait")), WorkflowJson.Options));
        var execution = new WorkflowExecution(stored.Run, catalog, loggers, () => Arrive(instance, [new Pending(instance, 0, foreign)]));
        foreach (var turn in stored.Turns)
            execution.Replay(turn);
        return execution;
    }

    private Task<int> FinishAsync(Slot slot, InstanceState state, string? failure)
    {
        slot.Live = null;
        var now = clock.GetUtcNow();
        return database.WriteAsync(connection =>
        {
            EngineStore.Finish(connection, slot.Instance, state, failure, now);
            return 0;
        });
    }

    /// <summary>Commits a turn as one, then lets happen what it decided.</summary>
    private async Task CommitAsync(Slot slot, WorkflowExecution execution, HistoryTurn turn, List<Pending> taken, string? statusBefore)
    {
        var instance = slot.Instance;
        var ending = turn.Decisions is [.., { Kind: EventKind.Ended or EventKind.Threw or EventKind.Continued } last] ? last : null;
        var now = clock.GetUtcNow();
        var history = HistoryTurn.Write(turn);
        var begun = ending is null ? Begun(instance, execution, turn) : ending.Kind == EventKind.Continued ? Anew(instance, execution) : [];
        await database.WriteAsync(connection =>
        {
            if (execution.CustomStatus != statusBefore)
                EngineStore.SetStatus(connection, instance, execution.CustomStatus, now);
            if (ending is { Kind: EventKind.Continued })
                EngineStore.StartAnew(connection, instance, ending.Data, execution.LastId + 1);
            else
                EngineStore.AppendTurn(connection, instance, execution.Turns, history);
            if (ending is { Kind: EventKind.Ended or EventKind.Threw })
            {
                EngineStore.Finish(connection, instance, ending.Kind == EventKind.Ended ? InstanceState.Completed : InstanceState.Failed,
                    ending.Data is null ? null : JsonSerializer.Deserialize<string>(ending.Data, WorkflowJson.Options), now);
                return 0;
            }
            foreach (var pending in taken)
                EngineStore.Delete(connection, pending);
            foreach (var pending in begun)
                EngineStore.Insert(connection, pending, pending.Event.Due);
            foreach (var cancelled in turn.Decisions)
            {
                if (cancelled.Kind == EventKind.Cancelled)
                    EngineStore.Delete(connection, new Pending(instance, 0, cancelled));
            }
            return 0;
        }).ConfigureAwait(false);
        if (ending is not null)
            slot.Live = null;
        if (ending is { Kind: EventKind.Ended or EventKind.Threw })
            Ended(execution.InstanceId);
        if (ending is { Kind: EventKind.Continued })
        {
            lock (slot)
                slot.Arrivals.InsertRange(0, begun);
            return;
        }
        foreach (var pending in begun)
        {
            if (pending.Event.Due is { } due)
                Sleep(due.Ticks);
            else
                Take(pending);
        }
    }

    private static List<Pending> Begun(long instance, WorkflowExecution execution, HistoryTurn turn) =>
        [.. turn.Decisions.Where(d => d.Kind is EventKind.Activity or EventKind.Timer).Select(d => d.Kind == EventKind.Timer
            ? new Pending(instance, 0, d)
            : new Pending(instance, 0, d, Attempt: 1, execution.RetryOf(d.Id)))];

    /// <summary>The start of a new run and the events handed on to it, numbered so that they come before all that arrive later.</summary>
    private static List<Pending> Anew(long instance, WorkflowExecution execution)
    {
        var first = -1L - execution.Unprocessed.Count;
        return [.. execution.Unprocessed.Prepend(new HistoryEvent(EventKind.Started)).Select((e, i) => new Pending(instance, first + i, e))];
    }

    private async Task RunActivityAsync(Pending activity)
    {
        var entry = catalog.FindActivity(activity.Event.Name!);
        HistoryEvent outcome;
        await activityPlaces.WaitAsync(stopping.Token).ConfigureAwait(false);
        try
        {
            if (entry is null)
                throw new InvalidOperationException($"There is no activity named '{activity.Event.Name}'.");
            var result = await RunOnceAsync(entry, activity).ConfigureAwait(false);
            if (options.RunActivitiesTwice)
                result = await RunOnceAsync(entry, activity).ConfigureAwait(false);
            outcome = new HistoryEvent(EventKind.Completed, activity.Event.Id, Data: JsonSerializer.Serialize(result, entry.ResultType, WorkflowJson.Options));
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // It was cut off, and runs again after the next start.
            return;
        }
        catch (Exception error)
        {
            Log.ActivityFailed(logger, activity.Event.Name!, activity.Instance, activity.Attempt, error);
            if (activity.Attempt < activity.Retry!.MaxAttempts)
            {
                var due = clock.GetUtcNow() + activity.Retry.DelayBefore(activity.Attempt + 1);
                if (await database.WriteAsync(connection => EngineStore.RetryAt(connection, activity, due)).ConfigureAwait(false))
                    Sleep(due.UtcTicks);
                return;
            }
            outcome = new HistoryEvent(EventKind.Failed, activity.Event.Id,
                Data: JsonSerializer.Serialize(WorkflowExecution.Describe(error), WorkflowJson.Options));
        }
        finally
        {
            activityPlaces.Release();
        }
        if (await database.WriteAsync(connection => EngineStore.Complete(connection, activity.Instance, outcome)).ConfigureAwait(false))
            Arrive(activity.Instance, [new Pending(activity.Instance, 0, outcome)]);
    }

    private Task<object?> RunOnceAsync(ActivityEntry entry, Pending activity) =>
        entry.RunAsync(services, JsonSerializer.Deserialize(activity.Event.Data!, entry.InputType, WorkflowJson.Options), stopping.Token);

    private async Task FireDueAsync()
    {
        if (database.Read(EngineStore.NextDue) is not { } due || due > clock.GetUtcNow())
            return;
        var now = clock.GetUtcNow();
        foreach (var pending in await database.WriteAsync(connection => EngineStore.WakeDue(connection, now)).ConfigureAwait(false))
            Take(pending);
    }

    /// <summary>Fires timers as time passes: sleeps until the next is due, an earlier one is stored, or the clock is set.</summary>
    private async Task FireTimersAsync()
    {
        try
        {
            while (true)
            {
                Volatile.Write(ref sleepingUntil, long.MaxValue);
                var due = database.Read(EngineStore.NextDue);
                var wait = due is { } next ? next - clock.GetUtcNow() : TimeSpan.FromHours(1);
                if (wait <= TimeSpan.Zero)
                {
                    await FireDueAsync().ConfigureAwait(false);
                    continue;
                }
                Volatile.Write(ref sleepingUntil, due?.UtcTicks ?? long.MaxValue);
                // Rounded up: waking a fraction of a millisecond early would spin.
                var sleep = TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling(wait.TotalMilliseconds), TimeSpan.FromHours(1).TotalMilliseconds));
                await lookAgain.WaitAsync(sleep, stopping.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped.
        }
        catch (Exception error)
        {
            Stop(error);
        }
    }

    private void Sleep(long dueTicks)
    {
        if (dueTicks < Volatile.Read(ref sleepingUntil))
            LookAgain();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Critical, "The workflow engine stopped")]
        internal static partial void Stopped(ILogger logger, Exception error);

        [LoggerMessage(2, LogLevel.Error, "Instance {Instance} cannot run and is marked failed")]
        internal static partial void CannotRun(ILogger logger, long instance, Exception error);

        [LoggerMessage(3, LogLevel.Warning, "Activity {Activity} of instance {Instance} failed in attempt {Attempt}")]
        internal static partial void ActivityFailed(ILogger logger, string activity, long instance, int attempt, Exception error);
    }
}
