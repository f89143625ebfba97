using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Register;

/// <summary>What is looked for in the register is found alike by whoever reads pages, tables or feeds, and by programs.</summary>
public sealed class RegisterFilterTests
{
    // What somebody looks for, and the projects below that are found.
    private static readonly (string Query, string Found)[] Table =
    [
        ("", "Benefits, Escuelas y hogar, Jail, Late, Work"),
        ("year=2027", "Benefits, Escuelas y hogar, Jail, Late, Work"),
        ("year=2026", ""),
        ("agency=DSS", "Benefits, Late"),
        ("agency=dss", "Benefits, Late"),
        ("agency=Department+of+Social+Services", "Benefits, Late"),
        ("agency=Department+of+Labor", "Work"),
        ("agency=XYZ", ""),
        ("state=finished", "Escuelas y hogar, Work"),
        ("state=answering", "Late"),
        ("only=overdue", "Late"),
        ("only=broken", "Work"),
        ("only=not-answered", "Escuelas y hogar, Work"),
        ("people=custody", "Jail"),
        ("people=HOMELESS", "Escuelas y hogar, Late"),
        ("source=DOC", "Jail, Work"),
        ("source=Department+of+Correction", "Jail, Work"),
        ("q=ESCUELAS", "Escuelas y hogar"),
        ("q=ar", "Escuelas y hogar"),
        ("state=finished&only=broken&source=DOC&agency=DOL&people=poverty&q=wor", "Work"),
        ("state=finished&only=overdue", ""),
    ];

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Each_filter_finds_the_same_on_both_pages_in_JSON_in_the_table_and_in_the_feed()
    {
        await using var story = await ReviewStory.BeginAsync();
        await story.SubmitAsync();
        await WriteAsync(story.Service<TableSet>().Records);
        using var http = new HttpClient { BaseAddress = story.Url };

        var differing = new List<string>();
        foreach (var (query, found) in Table)
        {
            var all = query.Contains("year=", StringComparison.Ordinal) ? query : $"year=all&{query}";
            foreach (var (where, titles) in new[]
            {
                ("page", OnPage(await http.GetStringAsync("/register?" + query))),
                ("Spanish page", OnPage(await http.GetStringAsync("/es/register?" + query))),
                ("JSON", JsonNode.Parse(await http.GetStringAsync("/api/register?" + all))!["reviews"]!.AsArray()
                    .Select(r => r!["title"]!.GetValue<string>())),
                ("CSV", InTable(await http.GetByteArrayAsync("/api/register.csv?" + all))),
                ("Atom", XDocument.Parse(await http.GetStringAsync("/api/register.atom?" + query)).Root!.Elements(Atom + "entry")
                    .Select(e => e.Element(Atom + "title")!.Value.Split(": ")[0])),
            })
            {
                if (string.Join(", ", titles.Distinct().Order(StringComparer.Ordinal)) is var seen && seen != found)
                    differing.Add($"{where}, {query}: {seen}");
            }
        }
        Assert.Equal([], differing);
    }

    private static IEnumerable<string> OnPage(string html) =>
        new HtmlParser().ParseDocument(html).QuerySelectorAll("ul.rows h2").Select(h => h.TextContent);

    // A spreadsheet knows by the mark that the accents are UTF-8.
    private static IEnumerable<string> InTable(byte[] csv)
    {
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), csv[..3]);
        return Encoding.UTF8.GetString(csv[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(',')[1]);
    }

    /// <summary>The lines of five projects in place of the one that was sent in.</summary>
    private static async Task WriteAsync(ITable records)
    {
        var sent = (await records.QueryAsync(new(ReviewLists.Register(2027)))).Rows.Single();
        await AddAsync("Benefits", "DSS", ReviewStage.Open, "benefits", "DSS CCEH");
        await AddAsync("Late", "DSS", ReviewStage.Answering, "benefits homeless", "DSS", overdue: 2);
        await AddAsync("Work", "DOL", ReviewStage.Finished, "poverty", "DOL DOC", broken: 1, notAnswered: true);
        await AddAsync("Jail", "DOC", ReviewStage.Preview, "custody", "DOC");
        await AddAsync("Escuelas y hogar", "SDE", ReviewStage.Finished, "homeless", "SDE", notAnswered: true);
        Assert.True((await records.SubmitAsync(sent.Partition, [new TableOperation.Delete(sent.Key)])).Committed);

        async Task AddAsync(string title, string agency, ReviewStage stage, string people, string sources, long overdue = 0,
            long broken = 0, bool notAnswered = false)
        {
            var row = TableRow.Of(sent.Partition, $"{sent.Key}-{title[..2]}", null, sent.Properties).With("title", title)
                .With("agency", agency).With("stage", stage.ToString())
                .With("populations", people).With("agencies", sources).With("overdue", overdue).With("broken", broken)
                .With("notAnswered", notAnswered);
            Assert.True((await records.SubmitAsync(row.Partition, [new TableOperation.Insert(row)])).Committed);
        }
    }
}
