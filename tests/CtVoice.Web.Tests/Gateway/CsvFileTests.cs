using System.Text;

namespace CtVoice.Web.Tests.Gateway;

/// <summary>What an agency or a resident wrote is opened in a spreadsheet by somebody in an office: it must stay text.</summary>
public sealed class CsvFileTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    [InlineData("+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =1+1")]
    [InlineData("\t=1+1")]
    [InlineData("\r\n=1+1")]
    [InlineData("\u00A0=1+1")]
    [InlineData("\u200B=1+1")]
    [InlineData("\uFEFF=1+1")]
    [InlineData("\u2066 \u3000=1+1")]
    [InlineData("\u0000=1+1")]
    [InlineData("\u034F=1+1")]
    [InlineData("\u3164=1+1")]
    [InlineData("\uFE0F=1+1")]
    [InlineData("\U000E0020=1+1")]
    // Some spreadsheets take the wide forms for the signs themselves.
    [InlineData("\uFF1D1+1")]
    [InlineData("\uFF0B1")]
    [InlineData("\uFF0D1")]
    [InlineData("\uFF20SUM(A1)")]
    public void What_a_spreadsheet_would_run_is_written_as_text(string field) =>
    Assert.StartsWith("'", Written(field), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("  indented")]
    [InlineData("a=b")]
    [InlineData("¿Sí?")]
    [InlineData("2 - only without names")]
    [InlineData("\u200B")]
    [InlineData("👍 = fine")]
    public void Other_words_stay_as_they_are(string field) => Assert.Equal(field, Written(field));

    private static string Written(string field)
    {
        var line = Encoding.UTF8.GetString(CsvFile.Write(["c"], [[field]]))["c\r\n".Length..^2];
        return line is ['"', .., '"'] ? line[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : line;
    }
}
