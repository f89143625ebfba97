using System.Globalization;
using CtVoice.Core.Storage;

namespace CtVoice.Local.Storage;

/// <summary>A table of the product in the database file.</summary>
internal sealed class SqliteTable(SqliteDatabase database, int table) : ITable, IStoresAtOnce
{
    private static long versions;

    public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TableLimits.CheckKey(partition);
        TableLimits.CheckKey(key);
        return Task.FromResult(database.Read(connection =>
        {
            var select = connection.Prepare("SELECT etag, body FROM entities WHERE tbl = ?1 AND pk = ?2 AND rk = ?3")
                .Bind(1, table).Bind(2, partition).Bind(3, key);
            var row = select.Step() ? TableRow.Of(partition, key, Written(select.Number(0)), RowBytes.Read(select.Blob(1))) : null;
            select.Reset();
            return row;
        }));
    }

    public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TableLimits.Check(query);
        // The continuation is the key at which the next page starts.
        var from = query.Continuation ?? query.From ?? "";
        return Task.FromResult(database.Read(connection =>
        {
            // Rows come in the order of the key, so reading stops where the page ends. A LIMIT that is a parameter would make SQLite
            // compile the statement again for every page.
            var select = connection.Prepare((query.Through, query.Before) switch
            {
                (null, null) => "SELECT rk, etag, body, pk FROM entities WHERE tbl = ?1 AND pk = ?2 AND rk >= ?3 ORDER BY rk",
                (null, _) => "SELECT rk, etag, body, pk FROM entities WHERE tbl = ?1 AND pk = ?2 AND rk >= ?3 AND rk < ?4 ORDER BY rk",
                (_, null) =>
                    "SELECT rk, etag, body, pk FROM entities WHERE tbl = ?1 AND pk >= ?2 AND pk <= ?5 AND rk >= ?3 ORDER BY pk, rk",
                _ => "SELECT rk, etag, body, pk FROM entities WHERE tbl = ?1 AND pk >= ?2 AND pk <= ?5 AND rk >= ?3 AND rk < ?4 ORDER "
                    + "BY pk, rk",
            }).Bind(1, table).Bind(2, query.Partition).Bind(3, from);
            if (query.Before is not null)
                select.Bind(4, query.Before);
            if (query.Through is not null)
                select.Bind(5, query.Through);
            var rows = new List<TableRow>();
            string? next = null;
            while (next is null && select.Step())
            {
                if (rows.Count == query.Take)
                    next = select.Text(0);
                else
                    rows.Add(TableRow.Of(query.Through is null ? query.Partition : select.Text(3), select.Text(0),
                        Written(select.Number(1)), RowBytes.Read(select.Blob(2))));
            }
            select.Reset();
            return new TablePage(rows, query.Through is null ? next : null);
        }));
    }

    public Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return database.WriteAsync(Prepared(partition, operations), sheds: true);
    }

    public Task<IReadOnlyList<BatchResult>>? AtOnceAsync(IReadOnlyList<TableBatch> batches, CancellationToken cancellationToken)
    {
        if (batches.Count > database.Options.WritesPerCommit
            || !batches.All(batch => batch.Table is SqliteTable other && other.IsIn(database)))
            return null;
        cancellationToken.ThrowIfCancellationRequested();
        var prepared = batches.Select(batch => ((SqliteTable)batch.Table).Prepared(batch.Partition, batch.Operations)).ToArray();
        return database.WriteAsync<IReadOnlyList<BatchResult>>(connection =>
        {
            var results = new List<BatchResult>(prepared.Length);
            foreach (var write in prepared)
            {
                results.Add(write(connection));
                if (!results[^1].Committed)
                    break;
            }
            return results;
        }, sheds: true);
    }

    private bool IsIn(SqliteDatabase other) => ReferenceEquals(database, other);

    /// <summary>A batch as the writer runs it, checked and made into bytes here.</summary>
    private Func<SqliteConnection, BatchResult> Prepared(string partition, IReadOnlyList<TableOperation> operations)
    {
        TableLimits.Check(partition, operations);
        var bodies = operations.Select(o => o.Leaves is { } row ? RowBytes.Write(row.Properties) : null).ToArray();
        if (operations is [var only])
            return connection => Submit(connection, partition, only, bodies[0]);
        return connection =>
        {
            // A batch names each row once, so all can be judged before the first is written and nothing needs undoing.
            foreach (var operation in operations)
            {
                if (Refuses(connection, partition, operation) is { } refusal)
                    return new BatchResult(refusal, operation.Key);
            }
            var versions = new string?[operations.Count];
            for (var i = 0; i < operations.Count; i++)
                versions[i] = Write(connection, partition, operations[i].Key, bodies[i]);
            return BatchResult.Stored with { Versions = versions };
        };
    }

    /// <summary>A batch of one, as nearly all are: judged by the write itself, so that the row is looked up once.</summary>
    private BatchResult Submit(SqliteConnection connection, string partition, TableOperation operation, byte[]? body)
    {
        if (operation is TableOperation.Upsert)
            return BatchResult.Stored with { Versions = [Write(connection, partition, operation.Key, body)] };
        var version = body is null ? (long?)null : NextVersion();
        switch (operation)
        {
            case TableOperation.Insert:
                connection.Prepare("INSERT INTO entities(tbl, pk, rk, etag, body) VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")
                    .Bind(1, table).Bind(2, partition).Bind(3, operation.Key).Bind(4, version).Bind(5, body.AsSpan()).Run();
                break;
            case TableOperation.Replace { Row.ETag: var held }:
                connection.Prepare("UPDATE entities SET etag = ?4, body = ?5 WHERE tbl = ?1 AND pk = ?2 AND rk = ?3 AND etag = ?6")
                    .Bind(1, table).Bind(2, partition).Bind(3, operation.Key).Bind(4, version).Bind(5, body.AsSpan()).Bind(6, Read(held))
                    .Run();
                break;
            case TableOperation.Delete { ETag: { } held }:
                connection.Prepare("DELETE FROM entities WHERE tbl = ?1 AND pk = ?2 AND rk = ?3 AND etag = ?4")
                    .Bind(1, table).Bind(2, partition).Bind(3, operation.Key).Bind(4, Read(held)).Run();
                break;
            default:
                connection.Prepare("DELETE FROM entities WHERE tbl = ?1 AND pk = ?2 AND rk = ?3")
                    .Bind(1, table).Bind(2, partition).Bind(3, operation.Key).Run();
                break;
        }
        return connection.Changes == 1
            ? BatchResult.Stored with { Versions = [version is { } stored ? Written(stored) : null] }
            : new BatchResult(Refuses(connection, partition, operation), operation.Key);
    }

    private BatchRefusal? Refuses(SqliteConnection connection, string partition, TableOperation operation)
    {
        if (operation is TableOperation.Upsert)
            return null;
        var select = connection.Prepare("SELECT etag FROM entities WHERE tbl = ?1 AND pk = ?2 AND rk = ?3")
            .Bind(1, table).Bind(2, partition).Bind(3, operation.Key);
        var held = select.Step() ? Written(select.Number(0)) : null;
        select.Reset();
        return operation.Refuses(held);
    }

    /// <summary>Writes or removes a row; the version that it has from now on.</summary>
    private string? Write(SqliteConnection connection, string partition, string key, byte[]? body)
    {
        if (body is null)
        {
            connection.Prepare("DELETE FROM entities WHERE tbl = ?1 AND pk = ?2 AND rk = ?3")
                .Bind(1, table).Bind(2, partition).Bind(3, key).Run();
            return null;
        }
        var version = NextVersion();
        connection.Prepare("INSERT OR REPLACE INTO entities(tbl, pk, rk, etag, body) VALUES(?1, ?2, ?3, ?4, ?5)")
            .Bind(1, table).Bind(2, partition).Bind(3, key).Bind(4, version).Bind(5, body.AsSpan()).Run();
        return Written(version);
    }

    // Never the same twice, not even after a delete or a restart: the opening's number, then a count.
    private long NextVersion() => (database.Opening << 40) | Interlocked.Increment(ref versions);

    // What is no number was never written here: no row has it.
    private static long Read(string? version) =>
        long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Written(long version) => version.ToString(CultureInfo.InvariantCulture);
}
