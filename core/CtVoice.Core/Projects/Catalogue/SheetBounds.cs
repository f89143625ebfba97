using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace CtVoice.Core.Projects.Catalogue;

/// <summary>
/// Looks how far the sheets of a workbook reach before a reader makes room for them: one cell in the last column of the last row would
/// take gigabytes. Nothing is kept while it looks.
/// </summary>
internal static class SheetBounds
{
    /// <summary>Columns of a sheet; the published dictionary has nine.</summary>
    internal const int MostColumns = 256;

    /// <summary>Rows of a sheet.</summary>
    internal const int MostRows = 100_000;

    /// <summary>Why a workbook cannot be read; null when it can.</summary>
    internal static string? Beyond(ZipArchive workbook)
    {
        // The binary form packs sheets in another way.
        if (workbook.Entries.Any(e => e.FullName.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase)))
            return "The file is a binary workbook (XLSB). Save it as XLSX, or as CSV.";
        foreach (var entry in workbook.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            using var part = entry.Open();
            if (part.ReadByte() is not ('<' or 0xEF or 0xFE or 0xFF))
                continue;
            using var again = entry.Open();
            if (Beyond(again) is { } why)
                return why;
        }
        return null;
    }

    private static string? Beyond(Stream part)
    {
        using var xml = XmlReader.Create(part, new() { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true });
        var (row, column) = (0, 0);
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element)
                continue;
            if (xml.LocalName == "row")
                (row, column) =
                    (int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var r) ? r : row + 1, 0);
            else if (xml.LocalName == "c")
                column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
            else
                continue;
            if (column > MostColumns)
                return $"A sheet has more than {MostColumns} columns. Delete the empty ones at the right, and save it again.";
            if (row > MostRows)
                return $"A sheet has more than {MostRows} rows. Delete the empty ones at the end, and save it again.";
        }
        return null;
    }

    /// <summary>1 for "A7", 28 for "AB3"; null when it names no cell.</summary>
    private static int? ColumnOf(string? cell)
    {
        var column = 0;
        foreach (var c in cell ?? "")
        {
            if (!char.IsAsciiLetter(c))
                break;
            column = Math.Min((column * 26) + (char.ToUpperInvariant(c) - 'A' + 1), MostColumns + 1);
        }
        return column == 0 ? null : column;
    }
}
