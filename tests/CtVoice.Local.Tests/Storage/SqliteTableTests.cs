using CtVoice.Core.Storage;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Harness;
using CtVoice.Testing.Tables;

namespace CtVoice.Local.Tests.Storage;

public sealed class SqliteTableTests : TableContract, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SqliteDatabase database;

    public SqliteTableTests() => database = new(folder.Path);

    protected override ITable Table => SqliteTables.Open(database).Records;

    [Fact]
    public async Task Records_and_contacts_are_apart_in_one_file()
    {
        var tables = SqliteTables.Open(database);
        await tables.Contacts.SubmitAsync("p", [new TableOperation.Insert(new TableRow("p", "a"))]);

        Assert.Null(await tables.Records.GetAsync("p", "a"));
        Assert.NotNull(await tables.Contacts.GetAsync("p", "a"));
    }

    [Fact]
    public async Task Batches_in_order_share_one_durable_commit()
    {
        var before = database.Commits;

        await TableBatches.SubmitInOrderAsync(InBoth(SqliteTables.Open(database)));

        Assert.Equal(before + 1, database.Commits);
    }

    [Fact]
    public async Task Batches_in_order_are_commits_of_their_own_where_a_commit_holds_one_write()
    {
        using var apart = new TempFolder();
        using var small = new SqliteDatabase(apart.Path, new() { WritesPerCommit = 1 });
        var before = small.Commits;

        await TableBatches.SubmitInOrderAsync(InBoth(SqliteTables.Open(small)));

        Assert.Equal(before + 3, small.Commits);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_crash_leaves_all_batches_of_a_commit_or_none(bool before)
    {
        using var crashed = new TempFolder();
        using (var dying = new SqliteDatabase(crashed.Path, new() { Observer = new DieAtCommit(1, before) }))
            await Assert.ThrowsAsync<TableFaultException>(() => TableBatches.SubmitInOrderAsync(InBoth(SqliteTables.Open(dying))));

        using var reopened = new SqliteDatabase(crashed.Path);
        var (records, contacts) = (SqliteTables.Open(reopened).Records, SqliteTables.Open(reopened).Contacts);
        bool[] held = [await HoldsAsync(records, "p"), await HoldsAsync(contacts, "q"), await HoldsAsync(records, "r")];
        Assert.All(held, there => Assert.Equal(!before, there));
    }

    private static async Task<bool> HoldsAsync(ITable table, string partition) => await table.GetAsync(partition, "a") is not null;

    private static TableBatch[] InBoth(TableSet tables) =>
    [
        TableBatch.Of(tables.Records, "p", new TableOperation.Insert(new TableRow("p", "a"))),
        TableBatch.Of(tables.Contacts, "q", new TableOperation.Insert(new TableRow("q", "a"))),
        TableBatch.Of(tables.Records, "r", new TableOperation.Insert(new TableRow("r", "a"))),
    ];

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }
}
