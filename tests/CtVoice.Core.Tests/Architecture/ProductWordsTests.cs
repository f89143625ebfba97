using System.Text.RegularExpressions;
using CtVoice.Core.Tests.Projects;

namespace CtVoice.Core.Tests.Architecture;

/// <summary>
/// The library reads what people write to anybody: it names no board, office or place of this product, which come in as arguments. Words
/// that people write themselves, and the package's own name, are no such names.
/// </summary>
public partial class ProductWordsTests
{
    private const string Library = "core/CtVoice.Language";

    /// <summary>What stands there all the same: file, word and why.</summary>
    private static readonly (string File, string Word, string Why)[] Said =
    [
        ("Meaning/Phrases/who-asks.txt", "connecticut", "People ask whether the state of Connecticut writes."),
        ("Meaning/common-words.txt", "connecticut", "People write it."),
    ];

    [Fact]
    public void Library_names_no_board_office_or_place_of_the_product() =>
        Assert.Empty(
            from file in SourceTree.Files(Library, "*.cs").Concat(SourceTree.Files(Library, "*.txt"))
                .Concat(SourceTree.Files(Library, "*.json"))
            let name = file[(Library.Length + 1)..]
            from line in File.ReadLines(Path.Combine(Repository.Root, file)).Select((text, at) => (Text: text, Number: at + 1))
            from word in Names().Matches(Identity().Replace(line.Text, "")).Select(found => found.Value)
            where !Said.Any(known => known.File == name && known.Word.Equals(word, StringComparison.OrdinalIgnoreCase))
            select $"{name}, line {line.Number}: {word}");

    [Fact]
    public void What_is_excepted_stands_there() =>
        Assert.All(Said, known => Assert.Contains(
            known.Word, File.ReadAllText(Path.Combine(Repository.Root, Library, known.File)), StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("namespace CtVoice.Language.Email;", false)]
    [InlineData("    const string Name = \"CtVoice.Language.Meaning.common-words.txt\";", false)]
    [InlineData("// CtVoice answers so", true)]
    [InlineData("the resident advisory board; thank you", true)]
    [InlineData("Department of Social Services", true)]
    [InlineData("dss; dcf", false)]
    public void A_line_names_the_product_or_not(string line, bool names) =>
        Assert.Equal(names, Names().IsMatch(Identity().Replace(line, "")));

    /// <summary>The namespace and the names of what is embedded.</summary>
    [GeneratedRegex(@"CtVoice\.Language[\w.-]*")]
    private static partial Regex Identity();

    [GeneratedRegex("""
        ctvoice|resident(s'?)?\s+advisory|advisory\s+board|\brab\b|connecticut|hartford|bridgeport|new\s+haven|waterbury|
        office\s+of\s+policy|
        department\s+of\s+(social|children|housing|labor|education|correction|developmental|mental|public)|office\s+of\s+early\s+childhood|
        school\s+readiness\s+council|\b860[-\s.]|\.ct\.gov
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Names();
}
