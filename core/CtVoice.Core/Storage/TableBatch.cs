namespace CtVoice.Core.Storage;

/// <summary>Writes of one partition, for whoever stores several such batches in order.</summary>
/// <param name="Table">The table.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Operations">1 to 100 operations, stored all or none.</param>
public sealed record TableBatch(ITable Table, string Partition, IReadOnlyList<TableOperation> Operations)
{
    /// <summary>It need not wait for the batch before it: each is harmless without the other.</summary>
    public bool Beside { get; init; }

    /// <summary>One write.</summary>
    public static TableBatch Of(ITable table, string partition, TableOperation only) => new(table, partition, [only]);
}

/// <summary>
/// A table whose storage can make batches of several partitions durable at once. Whoever crashes leaves all of them or none, which is
/// less than batches stored one after the other may leave.
/// </summary>
public interface IStoresAtOnce
{
    /// <summary>Stores them in order until one is refused: those before it stand. Null when it cannot, and nothing was begun.</summary>
    Task<IReadOnlyList<BatchResult>>? AtOnceAsync(IReadOnlyList<TableBatch> batches, CancellationToken cancellationToken);
}

/// <summary>Storing batches of several partitions, each durable before the next.</summary>
public static class TableBatches
{
    /// <summary>
    /// Stores batches in order until one is refused; what each before it wrote stands. Where the storage can, they become durable at
    /// once. A crash leaves the first so many of them.
    /// </summary>
    /// <returns>What became of each that was tried: of fewer than there are where one was refused.</returns>
    public static Task<IReadOnlyList<BatchResult>> SubmitInOrderAsync(
        IReadOnlyList<TableBatch> batches, CancellationToken cancellationToken = default) =>
        (batches[0].Table as IStoresAtOnce)?.AtOnceAsync(batches, cancellationToken) ?? OneAfterAnotherAsync(batches, cancellationToken);

    private static async Task<IReadOnlyList<BatchResult>> OneAfterAnotherAsync(
        IReadOnlyList<TableBatch> batches, CancellationToken cancellationToken)
    {
        var results = new List<BatchResult>(batches.Count);
        while (results.Count < batches.Count && results.TrueForAll(result => result.Committed))
        {
            var next = batches.Skip(results.Count).Take(1)
                .Concat(batches.Skip(results.Count + 1).TakeWhile(batch => batch.Beside));
            results.AddRange(await Task.WhenAll(
                next.Select(batch => batch.Table.SubmitAsync(batch.Partition, batch.Operations, cancellationToken))));
        }
        return results;
    }
}
