using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using CtVoice.Core.Files;
using ExcelDataReader;

namespace CtVoice.Core.Projects.Catalogue;

/// <summary>A row of an imported file that could not be used.</summary>
/// <param name="Row">Number of the row as a spreadsheet shows it; the header is row 1.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record RowFault(int Row, string Message);

/// <summary>What an import read.</summary>
/// <param name="Elements">The good rows, with ids.</param>
/// <param name="Faults">The bad rows.</param>
/// <param name="IgnoredColumns">Columns of the file that carry nothing for us.</param>
public sealed record CatalogueReading(
    IReadOnlyList<CatalogueElement> Elements,
    IReadOnlyList<RowFault> Faults,
    IReadOnlyList<string> IgnoredColumns);

/// <summary>
/// Reads the P20 WIN data dictionary as published, from CSV or XLSX: columns are found by their heading, others are
/// ignored; cells may hold line breaks and HTML entities. The same content gives the same elements from either format.
/// </summary>
public sealed partial class CatalogueImport(AgencyDirectory agencies)
{
    private const int ProgressEvery = 100;

    // A workbook is packed: a small upload may unpack to anything. Hundreds of published dictionaries fit into these.
    private const long MostUnpackedBytes = 64 * 1024 * 1024;
    private const long MostCharacters = 64 * 1024 * 1024;

    private static readonly string[] Headings =
        ["Agency", "Program", "Data Category", "Data Element Name", "Data Element Definition", "Data Type", "Years Available"];

    /// <summary>Reads either format, told apart by its first bytes; <paramref name="file"/> must be seekable.</summary>
    public CatalogueReading Read(Stream file, Action<int>? progress = null)
    {
        // An XLSX workbook is a ZIP archive.
        var isZip = file.ReadByte() == 'P' && file.ReadByte() == 'K';
        file.Position = 0;
        return isZip ? ReadXlsx(file, progress) : ReadCsv(file, progress);
    }

    /// <summary>Reads CSV (RFC 4180); <paramref name="progress"/> is told how many rows were read.</summary>
    public CatalogueReading ReadCsv(Stream csv, Action<int>? progress = null)
    {
        var malformed = new List<RowFault>();
        var text = TextFile.Open(csv);
        if (text.Fault is { } unreadable)
            return new([], [new(text.Row, unreadable)], []);
        using var reader = CsvReader.Create(text.Utf8, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            SkipEmptyLines = false, // so that rows are counted as a spreadsheet counts them
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record =>
            {
                // A quotation mark inside a plain cell is only text.
                if (record.Reason != CsvMalformedReason.StrayQuote)
                    malformed.Add(new((int)record.RecordNumber, "A quotation mark is open or out of place."));
            },
        }, leaveOpen: true);
        return Read(Rows(), malformed, progress);

        IEnumerable<string[]> Rows()
        {
            while (reader.Read())
                yield return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        }
    }

    /// <summary>Reads the first visible sheet of an XLSX workbook, dates as it shows them;
    /// <paramref name="progress"/> is told how many rows were read.</summary>
    public CatalogueReading ReadXlsx(Stream xlsx, Action<int>? progress = null)
    {
        // The reader's settings start from code page 1252, which .NET carries apart; XLSX itself is UTF-8 throughout.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var rows = new List<string[]>();
        var characters = 0L;
        try
        {
            // What an entry says of its size is what it gives at most: the unpacker stops there.
            using (var archive = new ZipArchive(xlsx, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (archive.Entries.Sum(entry => (decimal)entry.Length) > MostUnpackedBytes)
                    return TooLarge(1);
                if (SheetBounds.Beyond(archive) is { } beyond)
                    return new([], [new(1, beyond)], []);
            }
            xlsx.Position = 0;
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(xlsx, new ExcelReaderConfiguration { LeaveOpen = true });
            while (reader.VisibleState != "visible" && reader.NextResult())
            {
            }
            while (reader.Read())
            {
                string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(i => Shown(reader, i))];
                // Cells may share one long text, which is stored once and read often.
                if ((characters += cells.Sum(cell => (long)cell.Length) + cells.Length) > MostCharacters)
                    return TooLarge(rows.Count + 1);
                rows.Add(cells);
            }
        }
        catch (Exception e) when (IsDamage(e))
        {
            var foreign = e is ExcelDataReader.Exceptions.HeaderException or InvalidDataException;
            return new([],
                [new(rows.Count + 1, foreign
                    ? "The file is not an XLSX workbook."
                    : "The workbook is damaged; it cannot be read further.")], []);
        }
        return Read(rows, [], progress);
    }

    private static string Shown(IExcelDataReader reader, int cell) => reader.GetValue(cell) switch
    {
        DateTime date => ShownDate.Of(date, reader.GetNumberFormatString(cell), reader.GetNumberFormatIndex(cell)),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static CatalogueReading TooLarge(int row) => new([], [new(row, string.Create(
        CultureInfo.InvariantCulture,
        $"The workbook is too large once unpacked: more than {MostUnpackedBytes / 1024 / 1024} MiB. Send the dictionary alone, or as "
            + $"CSV."))], []);

    // What the ZIP, XML and workbook readers throw on content that somebody or something broke.
    private static bool IsDamage(Exception e) =>
        e is ExcelDataReader.Exceptions.ExcelReaderException or InvalidDataException or System.Xml.XmlException or EndOfStreamException
            or FormatException or OverflowException or IndexOutOfRangeException or ArgumentException or InvalidOperationException
            or KeyNotFoundException or NullReferenceException or NotSupportedException;

    private CatalogueReading Read(IEnumerable<string[]> rows, List<RowFault> faults, Action<int>? progress)
    {
        var elements = new List<CatalogueElement>();
        string[] heading = [];
        var columns = Array.Empty<int>();
        var row = 0;
        foreach (var cells in rows)
        {
            row++;
            if (row == 1)
            {
                heading = [.. cells.Select(OneLine)];
                if (CsvShape.WrongSeparator(cells) is { } parted)
                {
                    faults.Add(new(1, parted));
                    break;
                }
                columns = [.. Headings.Select(
                    name => Array.FindIndex(heading, h => string.Equals(h, name, StringComparison.OrdinalIgnoreCase)))];
                var missing = Headings.Where((_, i) => columns[i] < 0).ToArray();
                if (missing.Length > 0)
                {
                    faults.Add(new(1, $"The heading lacks: {string.Join(", ", missing)}."));
                    break;
                }
                continue;
            }
            if (cells.All(string.IsNullOrWhiteSpace) || (faults.Count > 0 && faults[^1].Row == row))
                continue;
            if (Element(cells, columns, out var problem) is { } element)
                elements.Add(element);
            else
                faults.Add(new(row, problem!));
            if (elements.Count % ProgressEvery == 0)
                progress?.Invoke(row - 1);
        }
        if (row == 0)
            faults.Add(new(1, "The file is empty."));
        progress?.Invoke(Math.Max(0, row - 1));
        var ignored = heading.Where((h, i) => h.Length > 0 && !columns.Contains(i)).ToArray();
        return new(ElementIds.Assign(elements), faults, ignored);
    }

    private CatalogueElement? Element(string[] cells, int[] columns, out string? problem)
    {
        var values = columns.Select(c => c < cells.Length ? cells[c] : null).ToArray();
        if (values.Any(v => v is null))
        {
            problem = $"The row has {cells.Length} cells; the heading has more.";
            return null;
        }
        var agency = agencies.ByName(OneLine(values[0]!));
        var name = OneLine(values[3]!);
        problem = (OneLine(values[0]!), agency, name) switch
        {
            ("", _, _) => "The row names no agency.",
            (var written, null, _) => $"'{written}' is not an agency of the list {agencies.Version}.",
            (_, _, "") => "The row names no data element.",
            _ => null,
        };
        return problem is null
            ? new("", agency!.Code, OneLine(values[1]!), OneLine(values[2]!), name, Lines(values[4]!), OneLine(values[5]!),
                OneLine(values[6]!))
            : null;
    }

    private static string OneLine(string cell) => White().Replace(WebUtility.HtmlDecode(cell), " ").Trim();

    private static string Lines(string cell) =>
        string.Join('\n', WebUtility.HtmlDecode(cell).ReplaceLineEndings("\n").Split('\n')
            .Select(line => line.Replace('\u00A0', ' ').TrimEnd())).Trim();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex White();
}
