using CtVoice.Core;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Engine;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;
using CtVoice.Core.Subscriptions;
using CtVoice.Core.Workflows;
using CtVoice.Core.Workflows.Erasing;
using CtVoice.Local.Host;
using CtVoice.Local.Storage;
using CtVoice.Local.Time;
using CtVoice.Web.Simulation;

namespace CtVoice.Local.Transfer;

/// <summary>What became of an import.</summary>
internal enum Imported
{
    /// <summary>Every row is there.</summary>
    Done,

    /// <summary>The same file was imported before; nothing was touched.</summary>
    Before,

    /// <summary>The folder holds other data; nothing was touched.</summary>
    Occupied,
}

/// <summary>
/// Brings a checked state file into an empty folder: all of it in one transaction, or nothing. Workflows do not travel:
/// a due row makes the next host start them again, and each reads where its review stands. Whoever was erased, here or
/// according to a newer file, is erased again before any host can run.
/// </summary>
internal static class StateImport
{
    /// <summary>Imports it.</summary>
    /// <param name="database">The folder's database; nobody else uses it.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="file">The file, checked.</param>
    /// <param name="newer">Erase requests of a newer file; they hold for this one as well.</param>
    /// <param name="progress">Is told how many rows were read so far.</param>
    /// <param name="cancellationToken">Stops between two erasures.</param>
    public static async Task<Imported> RunAsync(
        SqliteDatabase database, string folder, StateFile file, IReadOnlyList<StateRow> newer, IProgress<int>? progress,
        CancellationToken cancellationToken)
    {
        var outcome = await database.WriteAsync(connection => Write(connection, file, newer, progress));
        if (outcome is Imported.Done or Imported.Before)
            await EraseAsync(database, folder, cancellationToken);
        return outcome;
    }

    private static Imported Write(SqliteConnection connection, StateFile file, IReadOnlyList<StateRow> newer, IProgress<int>? progress)
    {
        if (Any(connection, "SELECT 1 FROM entities WHERE tbl = ?1 AND pk = ?2 AND rk = ?3", Travels.Imports, file.Total))
            return Imported.Before;
        if (Any(connection, "SELECT 1 FROM entities LIMIT 1"))
            return Imported.Occupied;
        foreach (var (n, row) in file.Read().Index())
        {
            Put(connection, row);
            progress?.Report(n + 1);
        }
        // What is not done here is done again: the state of the file may be from before.
        foreach (var row in newer)
            Put(connection, row with { Values = [.. Undone(row).Properties] });
        foreach (var member in newer.Select(r => r.Key))
            Put(connection, Of(DueRows.RowFor(new(ErasingMembers.DueKind, member), DateTimeOffset.UnixEpoch)));
        Put(connection, Of(DueRows.RowFor(new(Resuming.DueKind, Resuming.All), DateTimeOffset.UnixEpoch)));
        Put(connection, new(StateRow.Records, Travels.Imports, file.Total, []));
        Settings.Write(connection, LocalClock.Setting, file.ClockOffset);
        return Imported.Done;
    }

    private static TableRow Undone(StateRow row)
    {
        var held = TableRow.Of(row.Partition, row.Key, null, row.Values);
        var erasure = System.Text.Json.JsonSerializer.Deserialize<Erasure>(held.LongTextOrNull()!, WorkflowJson.Options)!;
        return new TableRow(row.Partition, row.Key).WithText(
            System.Text.Json.JsonSerializer.Serialize(erasure with
            { DoneAt = null, Authority = null, DisposedAt = null }, WorkflowJson.Options));
    }

    // No host runs here, so nothing is woken: the due row starts every workflow again.
    private static async Task EraseAsync(SqliteDatabase database, string folder, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddCtVoice(LocalSettings.Of(folder))
            .AddSingleton(SqliteTables.Open(database))
            .AddSingleton<TimeProvider>(new LocalClock(database, TimeProvider.System))
            .AddSingleton<Asleep>()
            .AddSingleton<IWorkflowClient>(s => s.GetRequiredService<Asleep>())
            .AddSingleton<IEventSender>(s => s.GetRequiredService<Asleep>())
            .AddSingleton<SimulatedMailbox>()
            .AddSingleton<ISmsSender, SimulatedSmsSender>()
            .AddSingleton<IEmailSender, SimulatedEmailSender>()
            .BuildServiceProvider();
        var erasing = services.GetRequiredService<ErasingMembers>();
        foreach (var erasure in await services.GetRequiredService<ErasureStore>().AllAsync(cancellationToken))
        {
            if (erasure.DoneAt is null)
                _ = await erasing.FinishAsync(erasure.MemberId, cancellationToken);
        }
    }

    private static StateRow Of(TableRow row) => new(StateRow.Records, row.Partition, row.Key, [.. row.Properties]);

    private static void Put(SqliteConnection connection, StateRow row)
    {
        var body = RowBytes.Write(new Dictionary<string, object>(row.Values));
        connection.Prepare("INSERT OR REPLACE INTO entities(tbl, pk, rk, etag, body) VALUES(?1, ?2, ?3, 1, ?4)")
            .Bind(1, (long)row.Table).Bind(2, row.Partition).Bind(3, row.Key).Bind(4, body.AsSpan()).Run();
    }

    private static bool Any(SqliteConnection connection, string query, string? partition = null, string? key = null)
    {
        var select = connection.Prepare(query);
        if (partition is not null)
            select.Bind(1, (long)StateRow.Records).Bind(2, partition).Bind(3, key);
        var any = select.Step();
        select.Reset();
        return any;
    }

    private sealed class Asleep : IWorkflowClient, IEventSender
    {
        public Task StartAsync(string workflow, string instanceId, object input, CancellationToken cancellationToken = default) =>
            Task.CompletedTask;

        public Task WakeAsync(string instanceId, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task<WorkflowState> StateAsync(string instanceId, CancellationToken cancellationToken = default) =>
            Task.FromResult(WorkflowState.Absent);

        public Task ForgetAsync(string instanceId, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task<int> ForgetFinishedAsync(DateTimeOffset before, int most, CancellationToken cancellationToken = default) =>
            Task.FromResult(0);

        public Task<EventAnswer> SendAsync(OutgoingEvent outgoing, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("Nothing leaves during an import; the due rows are for the host.");
    }
}
