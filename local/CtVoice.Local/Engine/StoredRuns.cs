using System.Text.Json;
using CtVoice.Core.Engine;
using CtVoice.Core.Json;
using CtVoice.Local.Storage;

namespace CtVoice.Local.Engine;

/// <summary>Brings the code of stored instances back to where it waits, by replaying what is stored of them.</summary>
internal sealed class StoredRuns(SqliteDatabase database, WorkflowCatalog catalog, ILoggerFactory loggers)
{
    /// <summary>The id of an instance; null when there is no such instance.</summary>
    internal string? IdOf(long instance) => database.Read(connection => EngineStore.IdOf(connection, instance));

    /// <summary>The code of an instance at its last wait; null when there is no such instance.</summary>
    /// <param name="instance">Its number.</param>
    /// <param name="arrive">Told when the code awaits what is not its context's: no replay could repeat that.</param>
    internal WorkflowExecution? Load(long instance, Action<Pending> arrive)
    {
        if (database.Read(connection => EngineStore.Load(connection, instance)) is not { } stored)
            return null;
        var foreign = new HistoryEvent(EventKind.Threw, Data: JsonSerializer.Serialize(
            WorkflowExecution.Describe(new ForeignAwaitException(stored.Run.Workflow, "an earlier wait")), WorkflowJson.Options));
        var execution = new WorkflowExecution(stored.Run, catalog, loggers, () => arrive(new Pending(instance, 0, foreign)));
        foreach (var turn in stored.Turns)
            execution.Replay(turn);
        return execution;
    }
}
