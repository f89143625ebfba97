using CtVoice.Local.Tests.Harness;
using Microsoft.Playwright;

namespace CtVoice.Local.Tests.Pages;

/// <summary>Each rule of our charts finds a chart that breaks it, and nothing in one that keeps them all.</summary>
public sealed class ChartRulesTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Head = "<style>.fill { fill: #1f5f99; } .pale .fill { fill: #eeeeee; } main { background: #ffffff; }</style>";

    private const string Kept = """
        <main><h1>Answers</h1><p class="lead">Most residents said yes here.</p><section><h2>Most said yes with changes</h2>
        <div class="scroll" tabindex="0" aria-label="Answers"><table><caption>How five residents answered</caption><tbody>
        <tr><th scope="row">Yes</th><td><svg aria-hidden="true" viewBox="0 0 100 10"><rect class="fill" width="80"></rect></svg></td>
        <td class="num">4</td></tr><tr><th scope="row">No</th><td><svg aria-hidden="true" viewBox="0 0 100 10"><rect class="fill"
        width="20"></rect></svg></td><td class="num">1</td></tr></tbody></table></div></section>
        <table class="matrix"><caption>Projects by agency</caption><tbody><tr><td>3</td>
        <td><span class="sr">none</span></td></tr></tbody></table>
        <div class="meter-line"><svg aria-hidden="true"><rect class="bg" x="1" width="198"></rect><rect class="fill" x="1"
        width="99"></rect></svg><strong class="num">1 of 2</strong></div>
        <p><time datetime="2027-01-11">January 11</time> <a href="/api/register">JSON</a></p></main>
        """;

    /// <summary>What is changed in a chart that keeps the rules, and the rule that is broken by it.</summary>
    private static readonly (string Part, string Instead, string Rule)[] Breaks =
    [
        ("aria-hidden=\"true\" viewBox", "viewBox", "neither named nor hidden"),
        ("<rect class=\"fill\" width=\"80\"></rect>", "<circle r=\"5\"></circle>", "an unfamiliar form"),
        ("class=\"fill\" width=\"80\"", "class=\"fill\" filter=\"url(#a)\" width=\"80\"", "decoration that says nothing"),
        ("width=\"80\"></rect>", "width=\"80\"></rect><rect class=\"fill\" style=\"fill: #a00000\" width=\"9\"></rect>",
            "colours that tell things apart"),
        ("<section>", "<section class=\"pale\">", "too little contrast"),
        ("<td class=\"num\">4</td>", "<td class=\"num\">some</td>", "a bar without its number"),
        ("<strong class=\"num\">1 of 2</strong>", "<strong class=\"num\">half</strong>", "a bar without its number"),
        ("width=\"99\"", "width=\"150\"", "a bar that does not begin at zero"),
        ("width=\"20\"", "width=\"50\"", "a bar that does not begin at zero"),
        ("class=\"fill\" width=\"80\"", "class=\"fill\" x=\"10\" width=\"80\"", "a bar that does not begin at zero"),
        ("<p><time", "<svg aria-hidden=\"true\"><rect></rect></svg><p><time", "a picture outside a table"),
        ("<caption>How five residents answered</caption>", "", "a table without a caption"),
        ("<th scope=\"row\">Yes</th>", "<td>Yes</td>", "a bar without its name"),
        ("<h2>Most said yes with changes</h2>", "<h2>Answers</h2>", "no title that says the point"),
        ("<caption>Projects by agency</caption>", "", "a matrix without a caption"),
        ("<p class=\"lead\">Most residents said yes here.</p>", "<p class=\"lead\">Answers</p>", "a matrix without its point"),
        ("<span class=\"sr\">none</span>", "", "a cell that says nothing"),
        (" tabindex=\"0\"", "", "not to be reached by keyboard"),
        ("<a href=\"/api/register\">JSON</a>", "", "no source"),
        ("<time datetime=\"2027-01-11\">January 11</time>", "", "no date"),
        ("<h1>", "<h1 title=\"more\">", "hidden behind hover"),
    ];

    [SkippableFact]
    public async Task A_chart_that_keeps_every_rule_breaks_none()
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        Assert.Empty(await BrokenAsync(await chromium.OpenAsync(), Kept));
    }

    [SkippableFact]
    public async Task A_chart_that_breaks_a_rule_is_found_by_that_rule()
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        var page = await chromium.OpenAsync();
        foreach (var (part, instead, rule) in Breaks)
        {
            var broken = await BrokenAsync(page, With(part, instead));
            Assert.True(broken.Any(b => b.StartsWith(rule, StringComparison.Ordinal)), $"{rule}: {string.Join("; ", broken)}");
        }
    }

    [Fact]
    public void The_checklist_names_each_rule_that_is_tested_and_no_other()
    {
        var document = File.ReadAllLines(Path.Combine(Samples.Path(), "..", "docs", "charts.md"));
        var named = document.Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(line => line.Split('`').Where((_, i) => i % 2 == 1))
            .Where(word => !word.Contains("Tests", StringComparison.Ordinal));

        Assert.Equal(
            Breaks.Select(breaks => breaks.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            named.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static string With(string part, string instead)
    {
        var at = Kept.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, part);
        return Kept[..at] + instead + Kept[(at + part.Length)..];
    }

    private static async Task<string[]> BrokenAsync(IPage page, string html)
    {
        await page.SetContentAsync(Head + html);
        return await ChartRules.BrokenAsync(page);
    }
}
