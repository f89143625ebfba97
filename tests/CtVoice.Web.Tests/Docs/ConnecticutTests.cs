using System.Text.RegularExpressions;
using CtVoice.Web.Routes;
using CtVoice.Web.Tests.OpenApi;

namespace CtVoice.Web.Tests.Docs;

/// <summary>docs/connecticut.md names pages, operations, samples and tests that exist, and says of each system how it stands.</summary>
public sealed partial class ConnecticutTests
{
    private static readonly string[] Lines =
        ["Pages", "API", "Samples", "Tests", "Real", "Provisional", "Who must decide"];

    // The systems of the founding document in its order, then what holds the board to its word.
    private static readonly string[] Systems =
    [
        "P20 WIN", "APCD", "Resident Advisory Board", "REL", "Responsible AI Framework", "DPPEIA", "High value data inventory",
        "Data landscapes", "Annotated bibliography", "Equity awareness in data reporting",
        "Data visualization and accessibility guidelines", "Policy truth", "Board year",
    ];

    private sealed record Section(string System, string Stands, IReadOnlyDictionary<string, string> Lines)
    {
        internal IEnumerable<string> Named(string line) =>
            Names().Matches(Lines.GetValueOrDefault(line, "")).Select(m => m.Groups[1].Value);
    }

    [Fact]
    public void Each_system_has_a_row_and_a_section_in_the_same_order()
    {
        Assert.Equal(Systems, Rows().Matches(Document()).Select(m => m.Groups[1].Value));
        Assert.Equal(Systems, All().Select(s => s.System));
        Assert.All(All(), section => Assert.Empty(Lines.Except(section.Lines.Keys)));
    }

    [Fact]
    public void What_is_missing_is_said_unless_all_of_it_works()
    {
        foreach (var section in All())
        {
            Assert.Contains(section.Stands, (string[])["works", "half", "not yet"]);
            Assert.True(section.Stands == "works" != section.Lines.ContainsKey("Missing"), $"{section.System}: {section.Stands}");
            if (section.Stands == "works")
                Assert.All((string[])["Pages", "API", "Samples", "Tests"], line => Assert.NotEmpty(section.Named(line)));
        }
    }

    [Fact]
    public void Every_page_and_operation_that_is_named_is_answered()
    {
        var mapped = WebHost.Mapped(AllRoutes.MapCtVoice);
        var pages = mapped.Where(o => o.ForPeople).Select(o => "/" + o.Template).ToHashSet(StringComparer.Ordinal);
        var operations = mapped.Where(o => !o.ForPeople).Select(o => o.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(All().SelectMany(s => s.Named("Pages")).Except(pages, StringComparer.Ordinal));
        Assert.Empty(All().SelectMany(s => s.Named("API")).Except(operations, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_sample_that_is_named_is_a_file() =>
        Assert.DoesNotContain(All().SelectMany(s => s.Named("Samples")),
            f => !File.Exists(Path.Combine(OpenApiDocumentTests.RepositoryRoot(), f)));

    [Fact]
    public void Every_test_that_is_named_is_a_method_of_its_class()
    {
        var sources = Directory.EnumerateFiles(
                Path.Combine(OpenApiDocumentTests.RepositoryRoot(), "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText, StringComparer.Ordinal);
        Assert.True(sources.Count > 100, "The scan found too few files to mean anything.");

        var named = All().SelectMany(s => s.Named("Tests")).ToList();
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, test => test.Split('.') is not [var type, var method]
            || !sources[type].Any(source => Regex.IsMatch(source, $@"\b(void|Task) {Regex.Escape(method)}\(")));
    }

    [Fact]
    public void Every_fact_says_where_it_is_from_or_that_it_is_from_memory()
    {
        var rows = Document().Split('\n').SkipWhile(l => l != "## Facts from memory")
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Select(l => l.Trim('|').Split(" | ")).ToList();

        Assert.True(rows.Count > 20, "The document holds too few facts to mean anything.");
        Assert.All(rows, row => Assert.True(row.Length == 3 && row.All(cell => !string.IsNullOrWhiteSpace(cell)), string.Join('|', row)));
    }

    private static string Document() => File.ReadAllText(Path.Combine(OpenApiDocumentTests.RepositoryRoot(), "docs", "connecticut.md"));

    private static List<Section> All()
    {
        var text = Document();
        var stands = Rows().Matches(text).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);
        return
        [
            .. Heads().Split(text).Skip(1).Chunk(2).Where(part => Systems.Contains(part[0]))
                .Select(part => new Section(part[0], stands.GetValueOrDefault(part[0], ""),
                    Items().Matches(part[1]).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal))),
        ];
    }

    [GeneratedRegex(@"^\| \[([^\]]+)\]\(#[\w-]+\) \|.*\| ([^|]+?) \|$", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heads();

    [GeneratedRegex(@"^- \*\*([^*]+)\*\*: ((?:.|\n(?!- |\n|#))+)", RegexOptions.Multiline)]
    private static partial Regex Items();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Names();
}
