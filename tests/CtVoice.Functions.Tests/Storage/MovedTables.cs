using CtVoice.Core.Storage;
using CtVoice.Local.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Functions.Tests.Storage;

/// <summary>The local host with its tables in Azure Storage: its clock and engine let time pass,
/// its file keeps nothing but workflows.</summary>
internal static class MovedTables
{
    // As SqliteTables numbers them.
    private const int Contacts = 2;

    /// <summary>Copies every row of the file as it is and has the host use the copies.</summary>
    public static void MoveTo(this IServiceCollection services, TableSet tables)
    {
        var database = (SqliteDatabase)services.Single(s => s.ServiceType == typeof(SqliteDatabase)).ImplementationInstance!;
        // Services are registered one after the other, and nobody else runs yet.
        CopyAsync(Rows(database), tables).GetAwaiter().GetResult();
        services.AddSingleton(tables);
    }

    private static async Task CopyAsync(IEnumerable<(int Table, TableRow Row)> rows, TableSet tables)
    {
        foreach (var partition in rows.GroupBy(r => (r.Table, r.Row.Partition)))
        {
            var table = partition.Key.Table == Contacts ? tables.Contacts : tables.Records;
            foreach (var batch in partition.Chunk(TableLimits.BatchOperations))
                Assert.True(
                    (await table.SubmitAsync(partition.Key.Partition, [.. batch.Select(r => new TableOperation.Insert(r.Row))])).Committed);
        }
    }

    private static List<(int Table, TableRow Row)> Rows(SqliteDatabase database) => database.Read(connection =>
    {
        var rows = new List<(int, TableRow)>();
        var select = connection.Prepare("SELECT tbl, pk, rk, body FROM entities ORDER BY tbl, pk, rk");
        while (select.Step())
            rows.Add(((int)select.Number(0), TableRow.Of(select.Text(1), select.Text(2), null, RowBytes.Read(select.Blob(3)))));
        select.Reset();
        return rows;
    });
}
