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

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }
}
