namespace CtVoice.Core.Storage;

/// <summary>Writing one row and going on with it.</summary>
internal static class TableWrites
{
    /// <summary>
    /// Stores one row and returns it in the version that it has now, so that nobody has to read what was just written. Null when the write
    /// was refused.
    /// </summary>
    public static Task<TableRow?> StoreAsync(this ITable table, TableOperation write, CancellationToken cancellationToken) =>
        table.StoreAsync(before: null, write, cancellationToken);

    /// <summary>The same with a batch that is durable before it; refused with it where that one is.</summary>
    public static async Task<TableRow?> StoreAsync(
        this ITable table, TableBatch? before, TableOperation write, CancellationToken cancellationToken)
    {
        var row = write.Leaves ?? throw new ArgumentException("What removes a row leaves none.");
        var only = TableBatch.Of(table, row.Partition, write);
        var stored = before is null
            ? await table.SubmitAsync(row.Partition, only.Operations, cancellationToken)
            : (await TableBatches.SubmitInOrderAsync([before, only], cancellationToken))[^1];
        if (!stored.Committed)
            return null;
        // The storage may not know which of two attempts it was, and so no version.
        return stored.Versions is [{ } version]
            ? row with { ETag = version }
            : await table.GetAsync(row.Partition, row.Key, cancellationToken);
    }
}
