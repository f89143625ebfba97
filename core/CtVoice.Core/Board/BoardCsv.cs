using System.Globalization;
using CsvHelper;
using CtVoice.Core.Files;

namespace CtVoice.Core.Board;

/// <summary>
/// Reads a board from CSV (RFC 4180, comma; a header in any order; lists within a cell with <c>;</c>). The columns
/// are described in samples/board/README.md. Pure: it stores nothing.
/// </summary>
public static class BoardCsv
{
    internal static readonly IReadOnlyList<string> Required = ["member_id", "name", "languages", "channels", "term_from"];

    internal static readonly IReadOnlyList<string> Optional =
    [
        "phone", "email", "zone", "consent_channels", "consent_when", "consent_text", "consent_how", "populations",
        "experiences", "discreet", "conflicts", "household", "max_per_year", "away", "term_to", "state", "address",
    ];

    /// <summary>Reads every row, or says what is wrong with it.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="numberKey">Makes the opaque key of a number (E.164) that several members of the file share.</param>
    /// <param name="knownPopulations">Codes that the populations column may hold; null for any in the form of a REL code.</param>
    public static BoardFile Read(Stream csv, Func<string, string> numberKey, IReadOnlySet<string>? knownPopulations = null)
    {
        var rows = new List<BoardFileRow>();
        var faults = new List<CellFault>();
        var text = TextFile.Open(csv);
        if (text.Fault is { } unreadable)
            return new BoardFile([], [new CellFault(text.Row, "member_id", unreadable)]);
        using var reader = CsvReader.Create(text.Utf8, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            SkipEmptyLines = false, // so that rows are counted as a spreadsheet counts them
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record =>
            {
                // A quotation mark inside a plain cell is only text.
                if (record.Reason is not (CsvMalformedReason.StrayQuote or CsvMalformedReason.FieldCountMismatch))
                    faults.Add(new CellFault((int)record.RecordNumber, "member_id", "A quotation mark is open or out of place."));
            },
        }, leaveOpen: true);
        if (!reader.Read())
            return new BoardFile([], [new CellFault(1, "member_id", "The file is empty: a header row is needed.")]);
        var columns = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim().ToLowerInvariant()).ToList();
        if (CsvShape.WrongSeparator(columns) is { } parted)
            return new BoardFile([], [new CellFault(1, "member_id", parted)]);
        var headed = columns.Count;
        while (columns is [.., ""])
            columns.RemoveAt(columns.Count - 1);
        CheckHeader(columns, faults);
        if (faults.Count > 0)
            return new BoardFile([], faults);

        for (var number = 2; reader.Read(); number++)
        {
            if (Enumerable.Range(0, reader.FieldCount).All(i => string.IsNullOrWhiteSpace(reader.GetString(i))))
                continue;
            var cells = new BoardCells(number, column => columns.IndexOf(column) is >= 0 and var at ? reader.GetString(at) : "");
            var width = CsvShape.Width(reader.FieldCount, headed, columns.Count, reader.GetString);
            if (width != columns.Count)
                cells.Refuse("member_id",
                    string.Create(CultureInfo.InvariantCulture,
                        $"The row has {width} cells and the header {columns.Count}; a cell with a comma needs quotes."));
            else if (BoardRow.Read(cells, knownPopulations) is { } row)
                rows.Add(row);
            faults.AddRange(cells.Faults);
        }
        CheckUnique(rows, faults);
        return new BoardFile(WithSharedNumbers(rows, numberKey), [.. faults.OrderBy(fault => fault.Row)]);
    }

    private static void CheckHeader(List<string> columns, List<CellFault> faults)
    {
        faults.AddRange(Required.Except(columns).Select(column => new CellFault(1, column, "This column is missing.")));
        faults.AddRange(columns.Except(Required).Except(Optional).Select(column =>
            new CellFault(1, column, $"There is no such column; the columns are {string.Join(", ", Required.Concat(Optional))}.")));
        faults.AddRange(columns.GroupBy(column => column).Where(same => same.Count() > 1)
            .Select(same => new CellFault(1, same.Key, "This column comes twice.")));
    }

    private static void CheckUnique(List<BoardFileRow> rows, List<CellFault> faults)
    {
        foreach (var same in rows.GroupBy(row => row.Member.Id, StringComparer.Ordinal))
        {
            faults.AddRange(same.Skip(1).Select(row =>
                new CellFault(row.Row, "member_id",
                    string.Create(CultureInfo.InvariantCulture, $"This id is also in row {same.First().Row}."))));
        }
    }

    // On a number that several use, messages name no topic unless the file says otherwise (DOMAIN 2).
    private static List<BoardFileRow> WithSharedNumbers(List<BoardFileRow> rows, Func<string, string> numberKey)
    {
        var shared = rows.Where(row => row.Contact.Phone is not null)
            .GroupBy(row => row.Contact.Phone!, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .ToDictionary(same => same.Key, same => numberKey(same.Key), StringComparer.Ordinal);
        return [.. rows.Select(row => row.Contact.Phone is { } phone && shared.TryGetValue(phone, out var key)
            ? row with { Member = row.Member with { SharedNumberKey = key, Discreet = row.Member.Discreet || !row.SaysDiscreet } }
            : row)];
    }
}
