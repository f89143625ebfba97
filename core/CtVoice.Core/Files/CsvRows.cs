using CsvHelper;

namespace CtVoice.Core.Files;

/// <summary>
/// The rows of a CSV file (RFC 4180) whose columns are found by their heading. It stands on the heading when it is opened. Not thread-safe.
/// </summary>
public sealed class CsvRows : IDisposable
{
    private readonly CsvReader reader;

    private CsvRows(CsvReader reader)
    {
        this.reader = reader;
        Headings = [.. Enumerable.Range(0, reader.FieldCount).Select(i => this[i])];
    }

    /// <summary>The first row, cell by cell.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>Cells of the row on which it stands.</summary>
    public int Cells => reader.FieldCount;

    /// <summary>A cell of that row, in one line and trimmed; empty where the row has none.</summary>
    public string this[int cell] =>
        cell >= 0 && cell < reader.FieldCount ? reader.GetString(cell).ReplaceLineEndings(" ").Trim() : "";

    /// <summary>Opens a file.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="fault">Is told of what cannot be read, by the number of its row.</param>
    /// <returns>The rows; null when nothing of it can be read, and why was told.</returns>
    public static CsvRows? Open(Stream csv, Action<int, string> fault)
    {
        var text = TextFile.Open(csv);
        if (text.Fault is { } unreadable)
        {
            fault(text.Row, unreadable);
            return null;
        }
        var reader = CsvReader.Create(text.Utf8, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            SkipEmptyLines = false,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => fault((int)record.RecordNumber, "A quotation mark is open or out of place."),
        }, leaveOpen: true);
        if (!reader.Read())
        {
            reader.Dispose();
            fault(1, "The file is empty.");
            return null;
        }
        var rows = new CsvRows(reader);
        if (CsvShape.WrongSeparator(rows.Headings) is not { } parted)
            return rows;
        rows.Dispose();
        fault(1, parted);
        return null;
    }

    /// <summary>A heading without blanks, signs and case, as it is compared.</summary>
    public static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Next() => reader.Read();

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();
}
