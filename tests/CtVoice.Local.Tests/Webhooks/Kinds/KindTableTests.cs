using System.Globalization;
using Xunit.Abstractions;

namespace CtVoice.Local.Tests.Webhooks.Kinds;

/// <summary>The table of kinds in docs/conversations.md counts the cases that are played, and none is short of them.</summary>
public sealed class KindTableTests(ITestOutputHelper output)
{
    private const int Kinds = 14;
    private const int Least = 12;

    private static readonly string[] Languages = ["en", "es"];

    [Fact]
    public void Each_kind_has_twelve_cases_in_each_language_and_the_document_counts_them()
    {
        var kinds = KindCase.Tables.SelectMany(KindCase.Of).GroupBy(c => c.Number).OrderBy(kind => kind.Key).ToList();
        var rows = kinds.Select(kind => string.Create(CultureInfo.InvariantCulture,
            $"| {kind.First().Kind} | {Count(kind, c => c.Language is "en")} | {Count(kind, c => c.Language is "es")} "
                + $"| {Count(kind, c => c.From is "sms")} | {Count(kind, c => c.From is "mail")} "
                + $"| {Count(kind, c => c.From is "page" or "desk")} "
                + $"| {Count(kind, c => c.From is not ("sms" or "mail" or "page" or "desk"))} |")).ToList();
        output.WriteLine(string.Join('\n', rows));
        var document = KindCase.Text("conversations.md");

        Assert.Equal(Enumerable.Range(1, Kinds), kinds.Select(kind => kind.Key));
        Assert.All(kinds, kind => Assert.All(Languages, language =>
            Assert.True(Count(kind, c => c.Language == language) >= Least, $"{kind.First().Kind}: {language}")));
        Assert.All(rows, row => Assert.Contains(row, document, StringComparison.Ordinal));
    }

    private static int Count(IEnumerable<KindCase> kind, Func<KindCase, bool> which) => kind.Count(which);
}
