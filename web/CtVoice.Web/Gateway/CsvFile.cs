using System.Text;
using System.Text.Json;
using CtVoice.Core.Json;

namespace CtVoice.Web;

/// <summary>A list as a CSV file (RFC 4180), in UTF-8 with a header row.</summary>
internal static class CsvFile
{
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
        string text => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text,
        _ => JsonSerializer.SerializeToElement(field, field.GetType(), WorkflowJson.Options).ToString(),
    };

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny("\",\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
