using System.Globalization;
using CtVoice.Core.Storage;

namespace CtVoice.Testing.Web;

/// <summary>A table in memory with the port's limits, for tests of what stands on it. Thread-safe.</summary>
public sealed class MemoryTable : ITable
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, SortedDictionary<string, TableRow>> partitions = new(StringComparer.Ordinal);
    private long version;

    /// <summary>Point reads so far.</summary>
    public int Reads { get; private set; }

    /// <summary>Batches so far.</summary>
    public int Batches { get; private set; }

    /// <summary>When set, the batch with this number (from 0) and all later ones fail before anything is stored.</summary>
    public int? FailFrom { get; set; }

    /// <summary>Rows of one partition that a page holds at the most: with few, whoever forgets the continuation is found out.</summary>
    public int RowsAPage { get; init; } = int.MaxValue;

    /// <summary>All that is stored, by partition and key.</summary>
    public IReadOnlyList<TableRow> All
    {
        get
        {
            lock (gate)
                return [.. partitions.Values.SelectMany(rows => rows.Values)];
        }
    }

    /// <summary>Thrown by every call while it is set.</summary>
    public Exception? Fault { get; set; }

    public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default)
    {
        TableLimits.CheckKey(partition);
        TableLimits.CheckKey(key);
        lock (gate)
        {
            Reads++;
            return Fault is null ? Task.FromResult(Rows(partition).GetValueOrDefault(key)) : Task.FromException<TableRow?>(Fault);
        }
    }

    public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default)
    {
        TableLimits.Check(query);
        lock (gate)
        {
            if (Fault is not null)
                return Task.FromException<TablePage>(Fault);
            // Of several partitions there is one page.
            var take = query.Through is null ? Math.Min(query.Take, RowsAPage) : query.Take;
            var rows = partitions.Where(p => query.Covers(p.Key)).SelectMany(p => p.Value.Values)
                .Where(r => string.CompareOrdinal(r.Key, query.Continuation ?? query.From ?? "") >= 0)
                .Where(r => query.Before is null || string.CompareOrdinal(r.Key, query.Before) < 0)
                .Take(take + 1)
                .ToList();
            return Task.FromResult(rows.Count > take
                ? new TablePage(rows[..take], query.Through is null ? rows[take].Key : null)
                : new TablePage(rows, null));
        }
    }

    public Task<BatchResult> SubmitAsync(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default)
    {
        TableLimits.Check(partition, operations);
        lock (gate)
        {
            if (Fault is not null)
                return Task.FromException<BatchResult>(Fault);
            if (FailFrom <= Batches)
                return Task.FromException<BatchResult>(new TableFaultException("The table is made to fail here.", isTransient: true));
            Batches++;
            var rows = Rows(partition);
            foreach (var operation in operations)
            {
                if (operation.Refuses(rows.GetValueOrDefault(operation.Key)?.ETag) is { } refusal)
                    return Task.FromResult(new BatchResult(refusal, operation.Key));
            }
            return Task.FromResult(BatchResult.Stored with { Versions = [.. operations.Select(operation => Apply(operation, rows))] });
        }
    }

    private SortedDictionary<string, TableRow> Rows(string partition)
    {
        if (!partitions.TryGetValue(partition, out var rows))
            partitions[partition] = rows = new(StringComparer.Ordinal);
        return rows;
    }

    private string? Apply(TableOperation operation, SortedDictionary<string, TableRow> rows)
    {
        if (operation.Leaves is not { } row)
        {
            rows.Remove(operation.Key);
            return null;
        }
        var etag = (++version).ToString(CultureInfo.InvariantCulture);
        rows[operation.Key] = TableRow.Of(
            row.Partition, row.Key, etag,
            row.Properties.Select(p => KeyValuePair.Create(p.Key, p.Value is DateTimeOffset at ? at.ToUniversalTime() : p.Value)));
        return etag;
    }
}
