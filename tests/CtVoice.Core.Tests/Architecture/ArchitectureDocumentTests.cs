using System.Text.RegularExpressions;
using CtVoice.Core.Tests.Projects;

namespace CtVoice.Core.Tests.Architecture;

/// <summary>What the documents say of the tree is so.</summary>
public sealed partial class ArchitectureDocumentTests
{
    private static string Document(string name) => File.ReadAllText(Path.Combine(Repository.Root, "docs", name));

    [Fact]
    public void Areas_are_described_in_the_order_that_is_tested() =>
        Assert.Equal(AreaTests.Order, Areas().Matches(Document("architecture.md")).Select(m => m.Groups[1].Value));

    [Fact]
    public void Every_file_that_is_named_exists()
    {
        var named = Files().Matches(Document("architecture.md")).Select(m => m.Groups[1].Value).ToList();
        Assert.True(named.Count > 40, "The document names too few files to mean anything.");
        Assert.DoesNotContain(named, file => !File.Exists(Path.Combine(Repository.Root, file)));
    }

    [Fact]
    public void Every_decision_is_in_the_index_by_its_title()
    {
        var index = Document("decisions/README.md");
        var records = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "decisions"), "0*.md").Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(
            records.Select(file => $"({Path.GetFileName(file)})"),
            Links().Matches(index).Select(m => m.Groups[1].Value));
        Assert.All(records, file => Assert.Contains(File.ReadLines(file).First()[2..].Split(". ", 2)[1], index, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\| `([A-Za-z]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Areas();

    [GeneratedRegex(@"`((?:core|web|local|functions|tests)/[\w./]+\.cs)`")]
    private static partial Regex Files();

    [GeneratedRegex(@"(\(0[\w-]+\.md\))")]
    private static partial Regex Links();
}
