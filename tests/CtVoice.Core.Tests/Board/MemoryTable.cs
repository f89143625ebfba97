using System.Globalization;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Tests.Board;

/// <summary>A table in memory with the port's limits and refusals; remembers how many batches it took.</summary>
internal sealed class MemoryTable : ITable
{
    private readonly Dictionary<string, SortedDictionary<string, TableRow>> partitions = new(StringComparer.Ordinal);
    private int version;

    public int Batches { get; private set; }

    /// <summary>When set, the batch with this number (from 0) and all later ones fail before anything is stored.</summary>
    public int? FailFrom { get; set; }

    public IEnumerable<TableRow> Rows => partitions.Values.SelectMany(rows => rows.Values);

    public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default) =>
        Task.FromResult(Of(partition).GetValueOrDefault(key));

    public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default)
    {
        // Two rows a page, so that whoever forgets the continuation is found out; of several partitions there is one page.
        var take = query.Through is null ? Math.Min(query.Take, 2) : query.Take;
        var from = query.Continuation ?? query.From;
        var rows = partitions.Where(p => query.Covers(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => p.Value.Values)
            .Where(row => from is null || string.CompareOrdinal(row.Key, from) >= 0)
            .Where(row => query.Before is null || string.CompareOrdinal(row.Key, query.Before) < 0)
            .Take(take + 1).ToList();
        return Task.FromResult(new TablePage([.. rows.Take(take)], rows.Count > take && query.Through is null ? rows[take].Key : null));
    }

    public Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default)
    {
        TableLimits.Check(partition, operations);
        if (FailFrom <= Batches)
            throw new TableFaultException("The table is made to fail here.", isTransient: true);
        Batches++;
        var rows = Of(partition);
        foreach (var operation in operations)
        {
            if (Refusal(rows, operation) is { } refusal)
                return Task.FromResult(new BatchResult(refusal, operation.Key));
        }
        foreach (var operation in operations)
            Apply(rows, operation);
        return Task.FromResult(BatchResult.Stored);
    }

    private static BatchRefusal? Refusal(SortedDictionary<string, TableRow> rows, TableOperation operation)
    {
        var held = rows.GetValueOrDefault(operation.Key);
        return operation switch
        {
            TableOperation.Insert when held is not null => BatchRefusal.Exists,
            TableOperation.Replace or TableOperation.Delete when held is null => BatchRefusal.Missing,
            TableOperation.Replace replace when replace.Row.ETag != held!.ETag => BatchRefusal.Changed,
            TableOperation.Delete { ETag: { } etag } when etag != held!.ETag => BatchRefusal.Changed,
            _ => null,
        };
    }

    private void Apply(SortedDictionary<string, TableRow> rows, TableOperation operation)
    {
        var row = operation switch
        {
            TableOperation.Insert insert => insert.Row,
            TableOperation.Replace replace => replace.Row,
            TableOperation.Upsert upsert => upsert.Row,
            _ => null,
        };
        if (row is null)
            rows.Remove(operation.Key);
        else
            rows[operation.Key] = row with { ETag = (++version).ToString(CultureInfo.InvariantCulture) };
    }

    private SortedDictionary<string, TableRow> Of(string partition)
    {
        if (!partitions.TryGetValue(partition, out var rows))
            partitions[partition] = rows = new SortedDictionary<string, TableRow>(StringComparer.Ordinal);
        return rows;
    }
}
