using System.Collections.Concurrent;
using System.Text.Json;
using CtVoice.Core.Engine;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;
using CtVoice.Local.Storage;

namespace CtVoice.Local.Engine;

/// <summary>
/// Runs the turns of instances: many instances at once, never two turns of one. A turn replays the history (or goes on
/// with code that is still in memory), runs to the next wait and is committed as one.
/// </summary>
/// <remarks>
/// <c>take</c> takes up the activities that a committed turn asked for; <c>ended</c> is told the id of each instance whose
/// ending is durable.
/// </remarks>
internal sealed partial class Turns(
    SqliteDatabase database, WorkflowCatalog catalog, TimeProvider clock, ILoggerFactory loggers, ILogger logger,
    EngineOptions options, Background background, Timers timers, Action<Pending> take, Action<string> ended)
{
    private readonly ConcurrentDictionary<long, Slot> slots = new();
    private readonly ConcurrentQueue<Slot> kept = new();

    /// <summary>Hands something that arrived, and is stored, to its instance.</summary>
    internal void Arrive(Pending arrived)
    {
        while (true)
        {
            var slot = slots.GetOrAdd(arrived.Instance, static key => new Slot(key));
            lock (slot)
            {
                if (slot.Gone)
                    continue;
                slot.Arrivals.Add(arrived);
                if (slot.Busy)
                    return;
                slot.Busy = true;
            }
            background.Run(() => RunTurnsAsync(slot));
            return;
        }
    }

    private async Task RunTurnsAsync(Slot slot)
    {
        while (!background.IsStopping)
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
        HistoryTurn? turn;
        try
        {
            slot.Live ??= Load(slot.Instance);
            if (slot.Live is null)
                return;
            if (taken.Find(p => p.Event.Kind is EventKind.Terminated or EventKind.Threw)?.Event is { } end)
            {
                var state = end.Kind == EventKind.Terminated ? InstanceState.Terminated : InstanceState.Failed;
                await FinishAsync(slot, state, JsonSerializer.Deserialize<string>(end.Data!, WorkflowJson.Options)!).ConfigureAwait(false);
                return;
            }
            turn = slot.Live.Run(clock.GetUtcNow().UtcDateTime, taken.Select(p => p.Event));
        }
        catch (Exception error) when (error is not TableFaultException)
        {
            LogCannotRun(logger, database.Read(connection => EngineStore.IdOf(connection, slot.Instance)), error);
            await FinishAsync(slot, InstanceState.Failed, WorkflowExecution.Describe(error)).ConfigureAwait(false);
            return;
        }
        if (turn is not null)
            await CommitAsync(slot, slot.Live, turn, taken).ConfigureAwait(false);
    }

    private WorkflowExecution? Load(long instance)
    {
        if (database.Read(connection => EngineStore.Load(connection, instance)) is not { } stored)
            return null;
        var foreign = new HistoryEvent(EventKind.Threw, Data: JsonSerializer.Serialize(
            WorkflowExecution.Describe(new ForeignAwaitException(stored.Run.Workflow, "an earlier wait")), WorkflowJson.Options));
        var execution = new WorkflowExecution(stored.Run, catalog, loggers, () => Arrive(new Pending(instance, 0, foreign)));
        foreach (var turn in stored.Turns)
            execution.Replay(turn);
        return execution;
    }

    private Task<int> FinishAsync(Slot slot, InstanceState state, string failure)
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
    private async Task CommitAsync(Slot slot, WorkflowExecution execution, HistoryTurn turn, List<Pending> taken)
    {
        var instance = slot.Instance;
        var ending = turn.Decisions is [.., { Kind: EventKind.Ended or EventKind.Threw or EventKind.Continued } last] ? last : null;
        var now = clock.GetUtcNow();
        var history = HistoryTurn.Write(turn);
        var begun = ending is null ? Begun(instance, execution, turn) : ending.Kind == EventKind.Continued ? Anew(instance, execution) : [];
        await database.WriteAsync(connection =>
        {
            if (execution.StatusChanged)
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
            ended(execution.InstanceId);
        if (ending is { Kind: EventKind.Continued })
        {
            lock (slot)
                slot.Arrivals.InsertRange(0, begun);
            return;
        }
        foreach (var pending in begun)
        {
            if (pending.Event.Due is { } due)
                timers.Stored(due);
            else
                take(pending);
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
        return [.. execution.Unprocessed.Prepend(new HistoryEvent(EventKind.Started))
            .Select((e, i) => new Pending(instance, first + i, e))];
    }

    [LoggerMessage(2, LogLevel.Error, "Instance {Instance} cannot run and is marked failed")]
    private static partial void LogCannotRun(ILogger logger, string? instance, Exception error);
}
