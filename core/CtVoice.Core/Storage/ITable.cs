namespace CtVoice.Core.Storage;

/// <summary>
/// A table in the shape of Azure Table Storage: point reads, ordered range reads and atomic batches, each within one
/// partition. Every store of the product is written once, on this port. Thread-safe.
/// </summary>
/// <remarks>
/// Implementations enforce <see cref="TableLimits"/> and throw <see cref="ArgumentException"/> on a breach (a fault of
/// ours), <see cref="TableFaultException"/> when the storage does not answer. Refusals that a caller is expected to meet
/// are values (<see cref="BatchResult"/>).
/// </remarks>
public interface ITable
{
    /// <summary>The row, or null when there is none.</summary>
    Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default);

    /// <summary>One page of a partition's rows in ordinal order of their keys; of several partitions (<see cref="TableQuery.Through"/>),
    /// one after the other.</summary>
    Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default);

    /// <summary>Stores 1 to 100 operations of one partition, all or none; durable when the task completes.</summary>
    Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations,
        CancellationToken cancellationToken = default);
}

/// <summary>A range of row keys within one partition.</summary>
/// <param name="Partition">The partition to read.</param>
/// <param name="From">First key, inclusive; null from the start.</param>
/// <param name="Before">End of the range, exclusive; null to the end.</param>
/// <param name="Take">Rows of one page, 1 to 1,000.</param>
/// <param name="Continuation">Where the page before ended; opaque.</param>
public sealed record TableQuery(string Partition, string? From = null, string? Before = null, int Take = 1000, string? Continuation = null)
{
    /// <summary>
    /// The last of several neighbouring partitions that are read in one request, each by the same range of keys, in ordinal order;
    /// null for the one. Only their first <see cref="Take"/> rows can be had: such a page has no continuation.
    /// </summary>
    public string? Through { get; init; }

    /// <summary>Whether the rows of <paramref name="partition"/> are asked for.</summary>
    public bool Covers(string partition) => Through is null
        ? partition == Partition
        : string.CompareOrdinal(partition, Partition) >= 0 && string.CompareOrdinal(partition, Through) <= 0;

    /// <summary>All rows whose key starts with <paramref name="prefix"/>.</summary>
    public static TableQuery StartingWith(string partition, string prefix) =>
        new(partition, prefix, prefix[..^1] + (char)(prefix[^1] + 1));
}

/// <summary>A page of rows; <paramref name="Continuation"/> is null on the last one.</summary>
public sealed record TablePage(IReadOnlyList<TableRow> Rows, string? Continuation);

/// <summary>The storage behind a table failed.</summary>
public sealed class TableFaultException(string message, bool isTransient, Exception? inner = null) : Exception(message, inner), IFault
{
    /// <summary>True when the same call may succeed later (busy, throttled, connection lost).</summary>
    public bool IsTransient { get; } = isTransient;
}

/// <summary>The tables of the product. Contact data live apart, so that they can have a role of their own.</summary>
/// <param name="Records">Reviews, ledger, inbound messages, read models, settings.</param>
/// <param name="Contacts">Names, phone numbers and addresses of members, and nothing else.</param>
public sealed record TableSet(ITable Records, ITable Contacts)
{
    /// <summary>
    /// Makes the storage forget the bytes of what was deleted or replaced so far, where that is ours to do: a database keeps them in free
    /// pages and in its log. Of the Azure tables the service alone knows; nothing deleted there can be had again by us.
    /// </summary>
    public Func<CancellationToken, Task> ForgetAsync { get; init; } = _ => Task.CompletedTask;
}
