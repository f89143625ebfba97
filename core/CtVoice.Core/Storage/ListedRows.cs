namespace CtVoice.Core.Storage;

/// <summary>
/// The lines of a list, and beside them the names of the rows that cannot be read: none of them hides the others, and none is
/// missing without a word.
/// </summary>
/// <param name="Lines">What could be read, in the order of the rows.</param>
/// <param name="Unreadable">The other rows by their keys, without the instant that sorts them.</param>
public sealed record ListedRows<T>(IReadOnlyList<T> Lines, IReadOnlyList<string> Unreadable)
{
    /// <summary>The same for a page that leaves out what is empty.</summary>
    public IReadOnlyList<string>? UnreadableOrNull => Unreadable.Count == 0 ? null : Unreadable;
}

/// <summary>Reading the rows of a list.</summary>
public static class ListedRows
{
    // Ticks that sort a list, in front of the key proper.
    private const int SortDigits = 19;

    /// <summary>Reads each row by itself.</summary>
    public static ListedRows<T> Read<T>(IEnumerable<TableRow> rows, Func<TableRow, T> read)
    {
        var (lines, unreadable) = (new List<T>(), new List<string>());
        foreach (var row in rows)
        {
            try
            {
                lines.Add(read(row));
            }
            catch (Exception failure) when (!Transient.Is(failure))
            {
                unreadable.Add(NameOf(row.Key));
            }
        }
        return new(lines, unreadable);
    }

    private static string NameOf(string key) =>
        key.Length > SortDigits && key[SortDigits] == '|' && key.AsSpan(0, SortDigits).IndexOfAnyExceptInRange('0', '9') < 0
            ? key[(SortDigits + 1)..] : key;
}
