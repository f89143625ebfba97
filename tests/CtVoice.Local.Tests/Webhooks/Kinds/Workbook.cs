using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace CtVoice.Local.Tests.Webhooks.Kinds;

/// <summary>
/// A workbook (ECMA-376) of what a case says: <c>||</c> begins a sheet, its first line "hidden" hides it, a line is a row, a comma parts
/// cells. <c>43845@mmm-yy</c> is a date as a number with its format, <c>XFD2=1</c> a cell that says itself where it lies.
/// </summary>
internal static partial class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Hidden = "hidden\n";
    private const int FirstOwnFormat = 164;

    internal static byte[] Of(string text)
    {
        var formats = new List<string>();
        var sheets = text.Split("||").Select(s => s.TrimEnd('\n')).ToList();
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relation}\"><sheets>{Each(sheets, (n, sheet) =>
                $"<sheet name=\"S{n}\" sheetId=\"{n}\"{(sheet.StartsWith(Hidden, StringComparison.Ordinal) ? " state=\"hidden\"" : "")} "
                    + $"r:id=\"rId{n}\"/>")}</sheets></workbook>");
            Put(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + Each(sheets, (n, _) => $"<Relationship Id=\"rId{n}\" Type=\"{Relation}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")
                + $"<Relationship Id=\"rId0\" Type=\"{Relation}/styles\" Target=\"styles.xml\"/></Relationships>");
            foreach (var (n, sheet) in sheets.Index())
                Put(zip, $"xl/worksheets/sheet{n + 1}.xml",
                    $"<worksheet xmlns=\"{Main}\"><sheetData>{Rows(sheet, formats)}</sheetData></worksheet>");
            Put(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts>{Each(formats, (n, format) =>
                $"<numFmt numFmtId=\"{FirstOwnFormat + n}\" formatCode=\"{format}\"/>")}</numFmts><cellXfs><xf numFmtId=\"0\"/>"
                + Each(formats, (n, _) => $"<xf numFmtId=\"{FirstOwnFormat + n}\"/>") + "</cellXfs></styleSheet>");
        }
        return file.ToArray();
    }

    private static string Rows(string sheet, List<string> formats)
    {
        var rows = (sheet.StartsWith(Hidden, StringComparison.Ordinal) ? sheet[Hidden.Length..] : sheet).Split('\n');
        return string.Concat(rows.Select((row, n) =>
        {
            var placed = Placed().Match(row);
            var number = placed is { Success: true, Index: 0 } ? placed.Groups[2].Value : (n + 1).ToString(CultureInfo.InvariantCulture);
            return $"<row r=\"{number}\">{string.Concat(row.Split(',').Select(cell => Cell(cell, formats)))}</row>";
        }));
    }

    private static string Cell(string cell, List<string> formats)
    {
        if (Placed().Match(cell) is { Success: true } placed)
            return $"<c r=\"{placed.Groups[1].Value}{placed.Groups[2].Value}\"><v>{placed.Groups[3].Value}</v></c>";
        if (cell.Split('@') is not [var number, var format])
            return $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>";
        formats.Add(format);
        return $"<c s=\"{formats.Count}\"><v>{number}</v></c>";
    }

    private static string Each(List<string> list, Func<int, string, string> shown) =>
        string.Concat(list.Select((one, n) => shown(n + 1, one)));

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    [GeneratedRegex("^([A-Z]{1,3})([0-9]+)=(.*)$")]
    private static partial Regex Placed();
}
