using System.Text;

namespace CtVoice.Core.Storage;

/// <summary>
/// The limits of Azure Table Storage, enforced by every <see cref="ITable"/> so that what works locally works deployed.
/// Source: "Understanding the Table service data model" and "Performing entity group transactions", Microsoft Learn.
/// </summary>
public static class TableLimits
{
    /// <summary>Operations of one batch.</summary>
    public const int BatchOperations = 100;

    /// <summary>Bytes of one batch.</summary>
    public const int BatchBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of one row.</summary>
    public const int RowBytes = 1024 * 1024;

    /// <summary>Bytes of one property; text counts two bytes a character, so 32,768 characters.</summary>
    public const int PropertyBytes = 64 * 1024;

    /// <summary>Properties of one row, beside keys and timestamp.</summary>
    public const int RowProperties = 252;

    /// <summary>Rows of one page.</summary>
    public const int QueryRows = 1000;

    /// <summary>Characters of a key.</summary>
    public const int KeyCharacters = 512;

    /// <summary>Throws <see cref="ArgumentException"/> when a batch breaks a limit.</summary>
    public static void Check(string partition, IReadOnlyList<TableOperation> operations)
    {
        CheckKey(partition);
        if (operations.Count is 0 or > BatchOperations)
            throw new ArgumentException($"A batch holds 1 to {BatchOperations} operations, not {operations.Count}.");
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var total = 0;
        foreach (var operation in operations)
        {
            CheckKey(operation.Key);
            if (!keys.Add(operation.Key))
                throw new ArgumentException($"A batch names each row once; '{operation.Key}' comes twice.");
            total += operation switch
            {
                TableOperation.Insert o => Measure(partition, o.Row),
                TableOperation.Replace o => Measure(partition, o.Row),
                TableOperation.Upsert o => Measure(partition, o.Row),
                _ => 2 * operation.Key.Length,
            };
            if (operation is TableOperation.Replace { Row.ETag: null })
                throw new ArgumentException($"Replacing '{operation.Key}' needs the version that was read.");
        }
        if (total > BatchBytes)
            throw new ArgumentException($"A batch holds {BatchBytes} bytes, not {total}.");
    }

    /// <summary>
    /// Throws <see cref="ArgumentException"/> when a query asks for what no table answers, <see cref="ForeignContinuationException"/> when
    /// it goes on from where none of its pages ended.
    /// </summary>
    public static void Check(TableQuery query)
    {
        CheckKey(query.Partition);
        if (query.Take is < 1 or > QueryRows)
            throw new ArgumentException($"A page has 1 to {QueryRows} rows, not {query.Take}.");
        if (query.Through is null && query.Continuation is { } place && !IsOf(query, place))
            throw new ForeignContinuationException();
        if (query.Through is not { } last)
            return;
        CheckKey(last);
        if (query.Continuation is not null)
            throw new ArgumentException("Of several partitions only the first page can be had.");
    }

    /// <summary>Throws <see cref="UnfitKeyException"/> when a key is empty, too long or has a character that is not allowed.</summary>
    public static void CheckKey(string key)
    {
        if (key.Length is 0 or > KeyCharacters)
            throw new UnfitKeyException(key, $"A key has 1 to {KeyCharacters} characters, not {key.Length}.");
        foreach (var c in key)
        {
            if (!IsAllowed(c))
                throw new UnfitKeyException(key, $"A key is printable ASCII without / \\ # ?; U+{(int)c:X4} is not allowed.");
        }
    }

    /// <summary>Whether keys may have that character.</summary>
    internal static bool IsAllowed(char c) => c is not (< ' ' or > '~' or '/' or '\\' or '#' or '?');

    /// <summary>A page ends with a key, and with one of the range.</summary>
    private static bool IsOf(TableQuery query, string continuation) =>
        continuation.Length is > 0 and <= KeyCharacters && continuation.All(IsAllowed)
        && (query.From is null || string.CompareOrdinal(continuation, query.From) >= 0)
        && (query.Before is null || string.CompareOrdinal(continuation, query.Before) < 0);

    private static int Measure(string partition, TableRow row)
    {
        if (!string.Equals(row.Partition, partition, StringComparison.Ordinal))
            throw new ArgumentException($"Row '{row.Key}' belongs to another partition than its batch.");
        if (row.Properties.Count > RowProperties)
            throw new ArgumentException($"Row '{row.Key}' has {row.Properties.Count} properties; {RowProperties} are allowed.");
        var bytes = 2 * (row.Partition.Length + row.Key.Length);
        foreach (var (name, value) in row.Properties)
        {
            var size = value switch
            {
                string text => 2 * text.Length,
                byte[] binary => binary.Length,
                bool => 1,
                int => 4,
                long or double or DateTimeOffset => 8,
                _ => throw new ArgumentException(
                    $"Property '{name}' of row '{row.Key}' has type {value.GetType().Name}, which tables do not hold."),
            };
            if (size > PropertyBytes)
                throw new ArgumentException($"Property '{name}' of row '{row.Key}' has {size} bytes; {PropertyBytes} are allowed.");
            bytes += size + Encoding.UTF8.GetByteCount(name);
        }
        if (bytes > RowBytes)
            throw new ArgumentException($"Row '{row.Key}' has {bytes} bytes; {RowBytes} are allowed.");
        return bytes;
    }
}
