using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Local.Engine;

/// <summary>
/// Runs the turns of instances: many instances at once, never two turns of one. A turn replays the history (or goes on
/// with code that is still in memory), runs to the next wait and is committed as one.
/// </summary>
internal sealed partial class Turns(Slots slots, StoredRuns runs, TurnCommit commit, Background background, TimeProvider clock,
    ILogger logger)
{
    /// <summary>Hands something that arrived, and is stored, to its instance.</summary>
    internal void Arrive(Pending arrived)
    {
        if (slots.Add(arrived) is { } idle)
            background.Run(() => RunTurnsAsync(idle));
    }

    private async Task RunTurnsAsync(Slot slot)
    {
        while (!background.IsStopping)
        {
            if (slots.Take(slot) is not { } batch)
                return;
            await RunTurnAsync(slot, batch).ConfigureAwait(false);
        }
    }

    private async Task RunTurnAsync(Slot slot, List<Pending> taken)
    {
        HistoryTurn? turn;
        try
        {
            slot.Live ??= runs.Load(slot.Instance, Arrive);
            if (slot.Live is null)
                return;
            if (taken.Find(p => p.Event.Kind is EventKind.Terminated or EventKind.Threw)?.Event is { } end)
            {
                var state = end.Kind == EventKind.Terminated ? InstanceState.Terminated : InstanceState.Failed;
                await commit.FinishAsync(slot, state, JsonSerializer.Deserialize<string>(end.Data!, WorkflowJson.Options)!)
                    .ConfigureAwait(false);
                return;
            }
            turn = slot.Live.Run(clock.GetUtcNow().UtcDateTime, taken.Select(p => p.Event));
        }
        catch (Exception error) when (error is not TableFaultException)
        {
            LogCannotRun(logger, runs.IdOf(slot.Instance), error);
            await commit.FinishAsync(slot, InstanceState.Failed, WorkflowExecution.Describe(error)).ConfigureAwait(false);
            return;
        }
        if (turn is not null)
            await commit.CommitAsync(slot, slot.Live, turn, taken).ConfigureAwait(false);
    }

    [LoggerMessage(2, LogLevel.Error, "Instance {Instance} cannot run and is marked failed")]
    private static partial void LogCannotRun(ILogger logger, string? instance, Exception error);
}
