using CtVoice.Core.Storage;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Storage;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task What_was_committed_is_there_after_opening_again()
    {
        using (var database = new SqliteDatabase(folder.Path))
            await Put(database, "a");

        using var again = new SqliteDatabase(folder.Path);
        Assert.Equal(["a"], await Keys(again));
    }

    [Fact]
    public async Task A_version_from_before_a_restart_is_never_given_again()
    {
        TableRow old;
        using (var database = new SqliteDatabase(folder.Path))
        {
            await Put(database, "a");
            old = (await Records(database).GetAsync("p", "a"))!;
            await Records(database).SubmitAsync("p", [new TableOperation.Delete("a")]);
        }

        using var again = new SqliteDatabase(folder.Path);
        await Put(again, "a");
        Assert.Equal(BatchRefusal.Changed, (await Records(again).SubmitAsync("p", [new TableOperation.Replace(old)])).Refusal);
    }

    [Fact]
    public void A_second_opening_of_the_folder_says_that_it_is_in_use()
    {
        using var database = new SqliteDatabase(folder.Path);

        var fault = Assert.Throws<TableFaultException>(() => new SqliteDatabase(folder.Path));

        Assert.Contains("Another process uses the data folder", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_that_wait_together_share_a_commit()
    {
        using var database = new SqliteDatabase(folder.Path);
        using var busy = new ManualResetEventSlim();
        var first = database.WriteAsync(_ => { busy.Wait(); return 0; });
        var others = Enumerable.Range(0, 100).Select(i => Put(database, $"k{i:D2}")).ToArray();
        busy.Set();

        await Task.WhenAll([first, .. others]);

        // All hundred were waiting while the first held the writer, or at most slipped in behind it.
        Assert.Equal(100, (await Keys(database)).Count());
        Assert.InRange(database.Commits, 1, 2);
    }

    [Fact]
    public async Task Commits_are_durable_write_ahead_with_full_synchronisation()
    {
        using var database = new SqliteDatabase(folder.Path);

        var (journal, synchronous) = await database.WriteAsync(connection =>
        {
            var mode = connection.Prepare("PRAGMA journal_mode");
            mode.Step();
            var full = connection.Prepare("PRAGMA synchronous");
            full.Step();
            var result = (mode.Text(0), full.Number(0));
            mode.Reset();
            full.Reset();
            return result;
        });

        // 2 is FULL: each commit is on the disk before anybody is told.
        Assert.Equal(("wal", 2), (journal, synchronous));
    }

    [Fact]
    public async Task A_write_that_fails_undoes_only_itself()
    {
        using var database = new SqliteDatabase(folder.Path);
        using var busy = new ManualResetEventSlim();
        var first = database.WriteAsync(_ => { busy.Wait(); return 0; });
        var before = Put(database, "before");
        var failing = database.WriteAsync<int>(connection =>
        {
            Settings.Write(connection, "half", 1);
            throw new InvalidOperationException("changed its mind");
        });
        var constraint = database.WriteAsync(connection =>
        {
            Settings.Write(connection, "other half", 1);
            connection.Prepare("INSERT INTO settings(name, value) VALUES('null', NULL)").Run();
            return 0;
        });
        var after = Put(database, "after");
        busy.Set();

        Assert.Equal("changed its mind", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        await Assert.ThrowsAsync<SqliteErrorException>(() => constraint);
        await Task.WhenAll(first, before, after);
        Assert.Equal(["after", "before"], await Keys(database));
        Assert.Null(database.Read(c => Settings.Read(c, "half")));
        Assert.Null(database.Read(c => Settings.Read(c, "other half")));
        Assert.False(database.Faulted.IsCompleted);
    }

    [Fact]
    public async Task A_full_disk_stops_the_database_names_itself_and_leaves_nothing_half_written()
    {
        using (var database = new SqliteDatabase(folder.Path, new() { MaxPages = 40 }))
        {
            await Put(database, "small");
            var large = new TableRow("p", "large").With("x", new byte[60_000]).With("y", new byte[60_000]).With("z", new byte[60_000]);

            var fault = await Assert.ThrowsAsync<TableFaultException>(() => Records(database).SubmitAsync("p",
                [new TableOperation.Insert(new TableRow("p", "beside")), new TableOperation.Insert(large)]));

            Assert.StartsWith("The disk is full", fault.Message, StringComparison.Ordinal);
            Assert.Equal(fault.Message, await database.Faulted);
            await Assert.ThrowsAsync<TableFaultException>(() => Put(database, "later"));
            Assert.Throws<TableFaultException>(() => database.Read(_ => 0));
        }

        using var again = new SqliteDatabase(folder.Path);
        Assert.Equal(["small"], await Keys(again));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_as_damaged()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "ctvoice.db"), new string('x', 10_000));

        var fault = Assert.Throws<TableFaultException>(() => new SqliteDatabase(folder.Path));

        Assert.StartsWith("The database file is damaged", fault.Message, StringComparison.Ordinal);
        Assert.Contains("ctvoice.db", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damage_that_is_met_while_running_stops_the_database()
    {
        using (var database = new SqliteDatabase(folder.Path))
        {
            foreach (var i in Enumerable.Range(0, 200))
                await Put(database, $"k{i:D3}");
        }
        var path = Path.Combine(folder.Path, "ctvoice.db");
        var bytes = await File.ReadAllBytesAsync(path);
        // Everything behind the first page (the schema) and the settings is overwritten.
        Array.Fill(bytes, (byte)0xa5, 4096 * 2, bytes.Length - 4096 * 2);
        await File.WriteAllBytesAsync(path, bytes);

        using var damaged = new SqliteDatabase(folder.Path);
        var fault = await Assert.ThrowsAsync<TableFaultException>(async () => await Keys(damaged));

        Assert.StartsWith("The database file is damaged", fault.Message, StringComparison.Ordinal);
        Assert.Equal(fault.Message, await damaged.Faulted);
    }

    [Fact]
    public async Task A_file_that_another_program_locks_stops_the_database()
    {
        using var database = new SqliteDatabase(folder.Path);
        using var other = new SqliteConnection(database.Path, readOnly: false);
        other.Execute("BEGIN IMMEDIATE");

        var fault = await Assert.ThrowsAsync<TableFaultException>(() => Put(database, "a"));

        Assert.StartsWith("The database file is locked by another program", fault.Message, StringComparison.Ordinal);
        Assert.True(database.Faulted.IsCompleted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_crash_at_a_commit_faults_who_waits_and_keeps_exactly_what_was_durable(bool before)
    {
        using (var database = new SqliteDatabase(folder.Path, new() { Observer = new DieAtCommit(3, before) }))
        {
            await Put(database, "1");
            await Put(database, "2");
            await Assert.ThrowsAsync<TableFaultException>(() => Put(database, "3"));
            await Assert.ThrowsAsync<TableFaultException>(() => Put(database, "4"));
        }

        using var again = new SqliteDatabase(folder.Path);
        Assert.Equal(before ? ["1", "2"] : ["1", "2", "3"], await Keys(again));
    }

    [Fact]
    public async Task Closing_writes_what_still_waits()
    {
        Task<BatchResult>[] writes;
        using (var database = new SqliteDatabase(folder.Path))
            writes = [.. Enumerable.Range(0, 50).Select(i => Put(database, $"k{i:D2}"))];

        Assert.All(await Task.WhenAll(writes), r => Assert.True(r.Committed));
        using var again = new SqliteDatabase(folder.Path);
        Assert.Equal(50, (await Keys(again)).Count());
    }

    public void Dispose() => folder.Dispose();

    private static ITable Records(SqliteDatabase database) => SqliteTables.Open(database).Records;

    private static Task<BatchResult> Put(SqliteDatabase database, string key) =>
        Records(database).SubmitAsync("p", [new TableOperation.Insert(new TableRow("p", key))]);

    private static async Task<IEnumerable<string>> Keys(SqliteDatabase database) =>
        (await Records(database).QueryAsync(new TableQuery("p"))).Rows.Select(r => r.Key);
}
