using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Local.Storage;

namespace CtVoice.Local.Engine;

/// <summary>Stores what a turn decided, all of it or nothing, and then lets it happen.</summary>
/// <param name="database">The file.</param>
/// <param name="clock">The time of what is stored.</param>
/// <param name="timers">Told of timers that a committed turn set.</param>
/// <param name="take">Takes up the activities that a committed turn asked for.</param>
/// <param name="ended">Told the id of each instance whose ending is durable.</param>
internal sealed class TurnCommit(SqliteDatabase database, TimeProvider clock, Timers timers, Action<Pending> take, Action<string> ended)
{
    /// <summary>Ends an instance from outside its code.</summary>
    internal Task<int> FinishAsync(Slot slot, InstanceState state, string failure)
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
    internal async Task CommitAsync(Slot slot, WorkflowExecution execution, HistoryTurn turn, List<Pending> taken)
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
}
