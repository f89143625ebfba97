using CtVoice.Core.Storage;

namespace CtVoice.Local.Tests.Harness;

/// <summary>Counts what the storage is asked: each call is one transaction of Azure Table Storage, each further page another.</summary>
internal sealed class CountedTable(ITable table) : ITable
{
    private int reads;
    private int batches;

    internal int Reads => reads;

    internal int Batches => batches;

    /// <summary>Is told each call that counts; for whoever looks where they come from.</summary>
    internal Action<string>? Log { get; set; }

    public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default)
    {
        Count(partition, $"read {key} of", ref reads);
        return table.GetAsync(partition, key, cancellationToken);
    }

    public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default)
    {
        // Whoever looks through all shards of due work looks for what is due; one shard is read for a message.
        Count(query.Partition, $"read {query.From}.. of", ref reads, polls: query.Through is not null);
        return table.QueryAsync(query, cancellationToken);
    }

    public Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations,
        CancellationToken cancellationToken = default)
    {
        Count(partition, "write " + string.Join(", ", operations.Select(o => o.Key)) + " of", ref batches);
        return table.SubmitAsync(partition, operations, cancellationToken);
    }

    // Not what the simulators ask, for no real installation has them; nor looking for due work, which the clock asks for and no review.
    private void Count(string partition, string what, ref int calls, bool polls = false)
    {
        if (!partition.StartsWith("sim|", StringComparison.Ordinal) && !(polls && partition.StartsWith("due|", StringComparison.Ordinal)))
        {
            Interlocked.Increment(ref calls);
            Log?.Invoke($"{what} {partition}");
        }
    }
}
