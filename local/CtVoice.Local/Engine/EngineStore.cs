using System.Text.Json;
using CtVoice.Core.Engine;
using CtVoice.Core.Json;
using CtVoice.Local.Storage;

namespace CtVoice.Local.Engine;

/// <summary>The rows of the engine. Each method is one part of one transaction of the writer, or one read.</summary>
/// <remarks>
/// <c>pending</c> holds everything that an instance has before it, keyed by lane: 0 what comes from outside, in order of
/// arrival; 1 its activities and timers by their id. An activity's row becomes its completion, a timer's row becomes its
/// firing, and the turn that takes it deletes it. A due instant makes a row sleep until then.
/// </remarks>
internal static class EngineStore
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS instances(
            iid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, workflow TEXT NOT NULL, version TEXT NOT NULL, state INTEGER NOT NULL,
            input TEXT NOT NULL, last INTEGER NOT NULL, status TEXT, failure TEXT, started INTEGER NOT NULL, changed INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS history(
            iid INTEGER NOT NULL, turn INTEGER NOT NULL, events TEXT NOT NULL, PRIMARY KEY (iid, turn)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS pending(
            iid INTEGER NOT NULL, lane INTEGER NOT NULL, n INTEGER NOT NULL, kind INTEGER NOT NULL, name TEXT, data TEXT,
            attempt INTEGER NOT NULL, retry TEXT, due INTEGER, PRIMARY KEY (iid, lane, n)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS pending_due ON pending(due) WHERE due IS NOT NULL;
        """;

    private const string StatusColumns = "SELECT id, workflow, version, state, status, failure, started, changed FROM instances";

    /// <summary>Makes the tables; returns the largest instance row.</summary>
    internal static long Create(SqliteConnection connection)
    {
        connection.Execute(Schema);
        var select = connection.Prepare("SELECT ifnull(max(iid), 0) FROM instances");
        select.Step();
        var last = select.Number(0);
        select.Reset();
        return last;
    }

    /// <summary>Adds an instance and its start; false when one of that id runs or ran to its end. One that died makes room.</summary>
    internal static bool Start(SqliteConnection connection, Pending start, WorkflowRun run, DateTimeOffset now)
    {
        if (!Add(connection, start, run, now) && !(PurgeDead(connection, run.InstanceId) && Add(connection, start, run, now)))
            return false;
        Insert(connection, start);
        return true;
    }

    private static bool Add(SqliteConnection connection, Pending start, WorkflowRun run, DateTimeOffset now)
    {
        connection.Prepare("""
            INSERT OR IGNORE INTO instances(iid, id, workflow, version, state, input, last, started, changed)
            VALUES(?1, ?2, ?3, ?4, 0, ?5, ?6, ?7, ?7)
            """)
            .Bind(1, start.Instance).Bind(2, run.InstanceId).Bind(3, run.Workflow).Bind(4, run.Version).Bind(5, run.Input)
            .Bind(6, run.LastId).Bind(7, now.UtcTicks).Run();
        return connection.Changes == 1;
    }

    private static bool PurgeDead(SqliteConnection connection, string instanceId) =>
        Status(connection, instanceId) is { State: InstanceState.Failed or InstanceState.Terminated } && Purge(connection, instanceId);

    /// <summary>The row of an instance that still runs; null when it is missing or finished.</summary>
    internal static long? FindRunning(SqliteConnection connection, string instanceId)
    {
        var select = connection.Prepare("SELECT iid FROM instances WHERE id = ?1 AND state = 0").Bind(1, instanceId);
        long? found = select.Step() ? select.Number(0) : null;
        select.Reset();
        return found;
    }

    /// <summary>What a running instance is replayed from; null when it is missing or finished.</summary>
    internal static (WorkflowRun Run, List<HistoryTurn> Turns)? Load(SqliteConnection connection, long instance)
    {
        var select = connection.Prepare("SELECT id, workflow, version, input, last FROM instances WHERE iid = ?1 AND state = 0")
            .Bind(1, instance);
        if (!select.Step())
        {
            select.Reset();
            return null;
        }
        var run = new WorkflowRun(select.Text(0), select.Text(1), select.Text(2), select.Text(3), (int)select.Number(4));
        select.Reset();
        return (run, [.. Turns(connection, instance).Select(HistoryTurn.Read)]);
    }

    /// <summary>The recorded turns of an instance as JSON, in order.</summary>
    internal static List<string> Turns(SqliteConnection connection, long instance)
    {
        var turns = new List<string>();
        var select = connection.Prepare("SELECT events FROM history WHERE iid = ?1 ORDER BY turn").Bind(1, instance);
        while (select.Step())
            turns.Add(select.Text(0));
        select.Reset();
        return turns;
    }

    /// <summary>What an instance in any state was started from and its row; null when it is missing.</summary>
    internal static (WorkflowRun Run, long Instance)? Find(SqliteConnection connection, string instanceId)
    {
        var select = connection.Prepare("SELECT workflow, version, input, last, iid FROM instances WHERE id = ?1").Bind(1, instanceId);
        (WorkflowRun, long)? found = select.Step()
            ? (new WorkflowRun(instanceId, select.Text(0), select.Text(1), select.Text(2), (int)select.Number(3)), select.Number(4))
            : null;
        select.Reset();
        return found;
    }

    /// <summary>Id of an instance; null when it was purged.</summary>
    internal static string? IdOf(SqliteConnection connection, long instance)
    {
        var select = connection.Prepare("SELECT id FROM instances WHERE iid = ?1").Bind(1, instance);
        var id = select.Step() ? select.Text(0) : null;
        select.Reset();
        return id;
    }

    internal static void Insert(SqliteConnection connection, Pending pending, DateTime? due = null) =>
        connection.Prepare(
            "INSERT INTO pending(iid, lane, n, kind, name, data, attempt, retry, due) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
            .Bind(1, pending.Instance).Bind(2, Lane(pending.Event)).Bind(3, Number(pending)).Bind(4, (int)pending.Event.Kind)
            .Bind(5, pending.Event.Name).Bind(6, pending.Event.Data).Bind(7, pending.Attempt)
            .Bind(8, WriteRetry(pending.Retry)).Bind(9, due?.Ticks).Run();

    internal static void Delete(SqliteConnection connection, Pending pending) =>
        connection.Prepare("DELETE FROM pending WHERE iid = ?1 AND lane = ?2 AND n = ?3")
            .Bind(1, pending.Instance).Bind(2, Lane(pending.Event)).Bind(3, Number(pending)).Run();

    internal static void AppendTurn(SqliteConnection connection, long instance, int turn, string events) =>
        connection.Prepare("INSERT INTO history(iid, turn, events) VALUES(?1, ?2, ?3)").Bind(1, instance).Bind(2, turn).Bind(3, events)
            .Run();

    internal static void SetStatus(SqliteConnection connection, long instance, string? status, DateTimeOffset now) =>
        connection.Prepare("UPDATE instances SET status = ?2, changed = ?3 WHERE iid = ?1")
            .Bind(1, instance).Bind(2, status).Bind(3, now.UtcTicks).Run();

    /// <summary>Ends an instance; nothing is before it any more.</summary>
    internal static void Finish(SqliteConnection connection, long instance, InstanceState state, string? failure, DateTimeOffset now)
    {
        connection.Prepare("UPDATE instances SET state = ?2, failure = ?3, changed = ?4 WHERE iid = ?1")
            .Bind(1, instance).Bind(2, (int)state).Bind(3, failure).Bind(4, now.UtcTicks).Run();
        connection.Prepare("DELETE FROM pending WHERE iid = ?1").Bind(1, instance).Run();
    }

    /// <summary>Begins a new run of an instance with an empty history.</summary>
    internal static void StartAnew(SqliteConnection connection, long instance, string? input, int lastId)
    {
        connection.Prepare("DELETE FROM history WHERE iid = ?1").Bind(1, instance).Run();
        connection.Prepare("UPDATE instances SET input = ?2, last = ?3 WHERE iid = ?1")
            .Bind(1, instance).Bind(2, input).Bind(3, lastId).Run();
    }

    /// <summary>Turns an activity that must run into its completion; false when the instance has ended meanwhile.</summary>
    internal static bool Complete(SqliteConnection connection, long instance, HistoryEvent outcome)
    {
        connection.Prepare("UPDATE pending SET kind = ?3, name = NULL, data = ?4, retry = NULL WHERE iid = ?1 AND lane = 1 AND n = ?2")
            .Bind(1, instance).Bind(2, outcome.Id).Bind(3, (int)outcome.Kind).Bind(4, outcome.Data).Run();
        return connection.Changes == 1;
    }

    /// <summary>Lets an activity sleep until its next attempt; false when the instance has ended meanwhile.</summary>
    internal static bool RetryAt(SqliteConnection connection, Pending activity, DateTimeOffset due)
    {
        connection.Prepare("UPDATE pending SET attempt = ?3, due = ?4 WHERE iid = ?1 AND lane = 1 AND n = ?2")
            .Bind(1, activity.Instance).Bind(2, activity.Event.Id).Bind(3, activity.Attempt + 1).Bind(4, due.UtcTicks).Run();
        return connection.Changes == 1;
    }

    /// <summary>Everything that sleeps until then or before wakes, in order: timers have fired, activities run again.</summary>
    internal static List<Pending> WakeDue(SqliteConnection connection, DateTimeOffset now)
    {
        var due = ReadPending(connection.Prepare(PendingColumns + " WHERE due <= ?1 ORDER BY due, iid, n LIMIT 1000")
            .Bind(1, now.UtcTicks));
        for (var i = 0; i < due.Count; i++)
        {
            if (due[i].Event.Kind == EventKind.Timer)
                due[i] = due[i] with { Event = new HistoryEvent(EventKind.Fired, due[i].Event.Id) };
            connection.Prepare("UPDATE pending SET kind = ?3, due = NULL WHERE iid = ?1 AND lane = 1 AND n = ?2")
                .Bind(1, due[i].Instance).Bind(2, due[i].Event.Id).Bind(3, (int)due[i].Event.Kind).Run();
        }
        return due;
    }

    /// <summary>Everything that does not sleep, for a restart.</summary>
    internal static List<Pending> ReadAwake(SqliteConnection connection) =>
        ReadPending(connection.Prepare(PendingColumns + " WHERE due IS NULL ORDER BY iid, lane, n"));

    internal static DateTimeOffset? NextDue(SqliteConnection connection)
    {
        var select = connection.Prepare("SELECT due FROM pending WHERE due IS NOT NULL ORDER BY due LIMIT 1");
        DateTimeOffset? due = select.Step() ? new DateTimeOffset(select.Number(0), TimeSpan.Zero) : null;
        select.Reset();
        return due;
    }

    internal static InstanceStatus? Status(SqliteConnection connection, string instanceId) =>
        ReadStatus(connection.Prepare(StatusColumns + " WHERE id = ?1").Bind(1, instanceId)).SingleOrDefault();

    internal static List<InstanceStatus> Query(SqliteConnection connection, InstanceState? state, string idPrefix, int take) =>
        ReadStatus(connection.Prepare(StatusColumns
            + " WHERE (?1 IS NULL OR state = ?1) AND id >= ?2 AND substr(id, 1, length(?2)) = ?2 ORDER BY id LIMIT ?3")
            .Bind(1, (long?)state).Bind(2, idPrefix).Bind(3, take));

    /// <summary>Removes a finished instance and its history; false when it is missing or runs.</summary>
    internal static bool Purge(SqliteConnection connection, string instanceId)
    {
        if (FindRunning(connection, instanceId) is not null || Find(connection, instanceId) is not { } found)
            return false;
        connection.Prepare("DELETE FROM history WHERE iid = ?1").Bind(1, found.Instance).Run();
        connection.Prepare("DELETE FROM instances WHERE iid = ?1").Bind(1, found.Instance).Run();
        return true;
    }

    /// <summary>Removes instances that finished before an instant, the oldest first; returns how many.</summary>
    internal static int PurgeFinished(SqliteConnection connection, DateTimeOffset before, int most)
    {
        const string finished = "SELECT iid FROM instances WHERE state <> 0 AND changed < ?1 ORDER BY changed, iid LIMIT ?2";
        connection.Prepare($"DELETE FROM history WHERE iid IN ({finished})").Bind(1, before.UtcTicks).Bind(2, most).Run();
        connection.Prepare($"DELETE FROM instances WHERE iid IN ({finished})").Bind(1, before.UtcTicks).Bind(2, most).Run();
        return connection.Changes;
    }

    private const string PendingColumns = "SELECT iid, n, kind, name, data, attempt, retry, lane FROM pending";

    private static List<Pending> ReadPending(SqliteStatement select)
    {
        var rows = new List<Pending>();
        while (select.Step())
        {
            var kind = (EventKind)select.Number(2);
            var id = select.Number(7) == 1 ? (int)select.Number(1) : 0;
            rows.Add(new Pending(select.Number(0), select.Number(1), new HistoryEvent(kind, id, select.TextOrNull(3), select.TextOrNull(4)),
                (int)select.Number(5), ReadRetry(select.TextOrNull(6))));
        }
        select.Reset();
        return rows;
    }

    private static List<InstanceStatus> ReadStatus(SqliteStatement select)
    {
        var rows = new List<InstanceStatus>();
        while (select.Step())
        {
            rows.Add(new InstanceStatus(select.Text(0), select.Text(1), select.Text(2), (InstanceState)select.Number(3),
                select.TextOrNull(4), select.TextOrNull(5),
                new DateTimeOffset(select.Number(6), TimeSpan.Zero), new DateTimeOffset(select.Number(7), TimeSpan.Zero)));
        }
        select.Reset();
        return rows;
    }

    private static int Lane(HistoryEvent pending) => pending.Id == 0 ? 0 : 1;

    private static long Number(Pending pending) => pending.Event.Id == 0 ? pending.Number : pending.Event.Id;

    // The usual policy is written as one letter: nearly every activity has it.
    private static string? WriteRetry(RetryPolicy? retry) => retry is null ? null
        : ReferenceEquals(retry, RetryPolicy.Patient) ? "p" : JsonSerializer.Serialize(retry, WorkflowJson.Options);

    private static RetryPolicy? ReadRetry(string? text) => text is null ? null
        : text == "p" ? RetryPolicy.Patient : JsonSerializer.Deserialize<RetryPolicy>(text, WorkflowJson.Options);
}
