using System.Globalization;
using System.Text;
using System.Text.Json;
using CtVoice.Core.Json;

namespace CtVoice.Web;

/// <summary>A list as a CSV file (RFC 4180), in UTF-8 with a header row.</summary>
internal static class CsvFile
{
    // The wide forms too: some spreadsheets take them for the signs themselves.
    private const string Formula = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    internal const string ContentType = "text/csv; charset=utf-8";

    /// <summary>The file; what a spreadsheet would take for a formula is written as text.</summary>
    internal static byte[] Write(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(columns))
            text.AppendJoin(',', row.Select(field => Quoted(Said(field)))).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The same with a byte order mark in front: without one spreadsheets read accents wrongly.</summary>
    internal static byte[] ForSpreadsheets(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows) =>
        [.. Encoding.UTF8.Preamble, .. Write(columns, rows)];

    /// <summary>A field as JSON says it, without the quotes.</summary>
    private static string Said(object? field) => field switch
    {
        null => "",
        // A quote mark in front keeps a spreadsheet from running what somebody wrote.
        string text => text is ['\t' or '\r', ..] || text[Shown(text)..] is [var first, ..] && Formula.Contains(first) ? "'" + text : text,
        _ => JsonSerializer.SerializeToElement(field, field.GetType(), WorkflowJson.Options).ToString(),
    };

    /// <summary>Where a text begins to the eye: spaces and what nobody sees may stand before a formula.</summary>
    private static int Shown(string text)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            // Fillers of the Korean script are letters by their category.
            if (rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0) && Rune.GetUnicodeCategory(rune) is not (
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
                return at;
            at += rune.Utf16SequenceLength;
        }
        return text.Length;
    }

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny("\",\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
