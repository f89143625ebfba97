using System.Security.Cryptography;
using System.Text;
using CtVoice.Local.Storage;

namespace CtVoice.Local.Transfer;

/// <summary>Writes the whole state of a folder to a file, a row a line; one page of rows is in memory at a time.</summary>
internal static class StateExport
{
    private const int PageRows = 500;

    /// <summary>Writes it; returns how many rows.</summary>
    /// <param name="database">The folder's database; nobody else uses it.</param>
    /// <param name="indexKey">Key of the indexes of phones and addresses, hex.</param>
    /// <param name="file">Where to.</param>
    /// <param name="progress">Is told how many rows there are so far, page by page.</param>
    public static async Task<int> WriteAsync(SqliteDatabase database, string indexKey, TextWriter file, IProgress<int>? progress = null)
    {
        using var total = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var number = 0;
        async Task LineAsync(Action<System.Text.Json.Utf8JsonWriter> more)
        {
            var (line, hash) = StateLine.Write(++number, more);
            total.AppendData(Encoding.ASCII.GetBytes(hash));
            await file.WriteLineAsync(line);
        }

        var offset = database.Read(connection => Settings.Read(connection, Time.LocalClock.Setting));
        await LineAsync(writer =>
        {
            writer.WriteString("format", StateLine.Format);
            writer.WriteNumber("version", StateLine.Version);
            writer.WriteNumber("clockOffset", offset ?? 0);
            writer.WriteString("indexKey", indexKey);
        });
        var rows = 0;
        StateRow? last = null;
        while (Page(database, last) is { Count: > 0 } page)
        {
            foreach (var row in page.Where(r => Travels.Partition(r.Table, r.Partition)))
            {
                await LineAsync(row.Write);
                rows++;
            }
            last = page[^1];
            progress?.Report(rows);
        }
        var sum = Convert.ToHexStringLower(total.GetCurrentHash());
        await LineAsync(writer =>
        {
            writer.WriteString("end", sum);
            writer.WriteNumber("rows", rows);
        });
        return rows;
    }

    private static List<StateRow> Page(SqliteDatabase database, StateRow? after) => database.Read(connection =>
    {
        var select =
            connection.Prepare("SELECT tbl, pk, rk, body FROM entities WHERE (tbl, pk, rk) > (?1, ?2, ?3) ORDER BY tbl, pk, rk LIMIT ?4")
            .Bind(1, (long)(after?.Table ?? 0)).Bind(2, after?.Partition ?? "").Bind(3, after?.Key ?? "").Bind(4, PageRows);
        var rows = new List<StateRow>();
        while (select.Step())
            rows.Add(new((int)select.Number(0), select.Text(1), select.Text(2), RowBytes.Read(select.Blob(3))));
        select.Reset();
        return rows;
    });
}
