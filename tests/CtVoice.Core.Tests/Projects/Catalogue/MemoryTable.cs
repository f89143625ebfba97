using System.Globalization;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Tests.Projects.Catalogue;

/// <summary>A table in memory, with the service's limits; it can stop working after a number of batches.</summary>
internal sealed class MemoryTable : ITable
{
    private readonly Dictionary<string, SortedDictionary<string, TableRow>> partitions = new(StringComparer.Ordinal);
    private int versions;

    /// <summary>Batches that still work; the next one fails, and nothing of it is stored.</summary>
    internal int BatchesLeft { get; set; } = int.MaxValue;

    public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default) =>
        Task.FromResult(partitions.GetValueOrDefault(partition)?.GetValueOrDefault(key));

    public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default)
    {
        var from = query.Continuation ?? query.From;
        var rows = partitions.Where(p => query.Covers(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => p.Value.Values)
            .Where(r => (from is null || string.CompareOrdinal(r.Key, from) >= 0) && (query.Before is null || string.CompareOrdinal(r.Key, query.Before) < 0))
            .Take(query.Take + 1)
            .ToArray();
        return Task.FromResult(rows.Length > query.Take ? new TablePage(rows[..query.Take], rows[^1].Key) : new(rows, null));
    }

    public Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default)
    {
        TableLimits.Check(partition, operations);
        if (BatchesLeft-- <= 0)
            throw new TableFaultException("The storage is gone.", isTransient: true);
        var rows = partitions.TryGetValue(partition, out var held) ? held : partitions[partition] = new(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            var refusal = operation switch
            {
                TableOperation.Insert when rows.ContainsKey(operation.Key) => BatchRefusal.Exists,
                TableOperation.Replace or TableOperation.Delete when !rows.ContainsKey(operation.Key) => BatchRefusal.Missing,
                TableOperation.Replace o when rows[o.Key].ETag != o.Row.ETag => BatchRefusal.Changed,
                TableOperation.Delete { ETag: { } etag } when rows[operation.Key].ETag != etag => BatchRefusal.Changed,
                _ => (BatchRefusal?)null,
            };
            if (refusal is not null)
                return Task.FromResult(new BatchResult(refusal, operation.Key));
        }
        foreach (var operation in operations)
        {
            var etag = (++versions).ToString(CultureInfo.InvariantCulture);
            _ = operation switch
            {
                TableOperation.Insert o => rows[o.Key] = o.Row with { ETag = etag },
                TableOperation.Replace o => rows[o.Key] = o.Row with { ETag = etag },
                TableOperation.Upsert o => rows[o.Key] = o.Row with { ETag = etag },
                _ => rows.Remove(operation.Key, out var removed) ? removed : null,
            };
        }
        return Task.FromResult(BatchResult.Stored);
    }
}
