using System.Text.RegularExpressions;
using CtVoice.Testing;

namespace CtVoice.Proof.Security;

/// <summary>
/// docs/asvs.md has every requirement of the standard's levels 1 and 2 once, in order, each with an answer, and names only what exists.
/// </summary>
public sealed partial class AsvsTests
{
    // Requirements of levels 1 and 2 in each chapter of OWASP ASVS 5.0.
    private static readonly int[] OfChapter = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

    private sealed record Row(string Id, string Level, string Words, string Here, string Where);

    [Fact]
    public void Every_requirement_is_answered_once_and_in_order()
    {
        var rows = Rows();
        Assert.Equal(OfChapter, rows.GroupBy(r => Parts(r)[0]).OrderBy(g => g.Key).Select(g => g.Count()));
        Assert.Equal(rows.OrderBy(r => Parts(r)[0]).ThenBy(r => Parts(r)[1]).ThenBy(r => Parts(r)[2]).Select(r => r.Id).Distinct(),
            rows.Select(r => r.Id));
        Assert.All(rows, row =>
        {
            Assert.Contains(row.Level, (string[])["1", "2"]);
            Assert.Contains(row.Here, (string[])["met", "partly", "not met", "not applicable"]);
            Assert.True(row.Words.Length > 0 && row.Where.Length > 0, $"{row.Id} says nothing.");
        });
    }

    [Fact]
    public void What_is_counted_above_the_table_is_so()
    {
        var rows = Rows();
        string[] counts = ["not met", "partly", "met", "not applicable"];
        Assert.Equal(counts.Select(here => rows.Count(r => r.Here == here)),
            Counted().Match(Document).Groups.Values.Skip(1).Select(g => int.Parse(g.Value, null)));
    }

    [Fact]
    public void Every_test_and_file_that_is_named_exists()
    {
        var classes = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .ToLookup(Path.GetFileNameWithoutExtension, File.ReadAllText);
        var named = Rows().SelectMany(r => Named().Matches(r.Where).Select(m => m.Groups[1].Value)).Distinct().ToList();
        Assert.InRange(named.Count, 50, 500);
        Assert.DoesNotContain(named, name => name.Split('.') switch
        {
            [var type, var test] when type.EndsWith("Tests", StringComparison.Ordinal) =>
                !classes[type].Any(code => code.Contains($" {test}(", StringComparison.Ordinal)),
            [var type] when type.EndsWith("Tests", StringComparison.Ordinal) => !classes.Contains(type),
            // A page is no file, and a word is no path.
            _ => name.Contains('/', StringComparison.Ordinal) && name[0] != '/' && !Path.Exists(Path.Combine(Repository.Root, name)),
        });
    }

    private static int[] Parts(Row row) => [.. row.Id.Split('.').Select(part => int.Parse(part, null))];

    private static List<Row> Rows() => [.. Document.Split('\n').Where(l => l.Length > 2 && char.IsAsciiDigit(l[2]))
        .Select(l => l.Split(" | ")).Select(c => new Row(c[0][2..], c[1], c[2], c[3], c[4].TrimEnd(' ', '|')))];

    private static string Document => File.ReadAllText(Path.Combine(Repository.Root, "docs", "asvs.md"));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"(\d+) are not met, (\d+) partly, (\d+) met, and for (\d+) there is no")]
    private static partial Regex Counted();
}
