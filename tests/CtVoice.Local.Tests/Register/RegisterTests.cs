using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CtVoice.Core.Commands;
using CtVoice.Core.Ledger;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Register;

/// <summary>What everybody can see of the board's work.</summary>
public sealed partial class RegisterTests : IAsyncLifetime, IDisposable
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly HttpClient http = new();
    private ReviewStory story = null!;

    public async Task InitializeAsync()
    {
        story = await ReviewStory.BeginAsync();
        http.BaseAddress = story.Url;
    }

    public async Task DisposeAsync() => await story.DisposeAsync();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task A_review_is_listed_with_its_counts_and_found_by_year_agency_and_state()
    {
        await ReportedAsync();

        var line = (await JsonAsync("/api/register"))["reviews"]!.AsArray().Single()!;
        Assert.Equal(
            (story.Id, "DSS", "answering", 2, 2),
            (Text(line["id"]), Text(line["agency"]), Text(line["stage"]), line["replied"]!.GetValue<int>(), line["recommendations"]!
                .GetValue<int>()));
        Assert.Equal([1, 1, 1, 0, 0, 0],
            await CountsAsync("?year=2027", "?agency=dss", "?state=answering", "?year=2026", "?agency=DOL", "?state=open"));
    }

    [Fact]
    public async Task Every_year_is_searched_unless_one_is_named_and_each_filter_leads_to_the_same_data()
    {
        await ReportedAsync();
        await story.AdvanceToAsync((await story.StateAsync()).Recommendations[1].DueAt.AddDays(3));
        var older = (await story.Service<TableSet>().Records.QueryAsync(new(ReviewLists.Register(2027)))).Rows.Single();
        var late = TableRow.Of(ReviewLists.Register(2027), older.Key + "-1", null, older.Properties).With("title", "Another one")
            .With("overdue", 0L).With("broken", 2L);
        Assert.True((await story.Service<TableSet>().Records.SubmitAsync(late.Partition, [new TableOperation.Insert(late)])).Committed);

        Assert.Equal(
            [2, 1, 1, 0, 1, 0],
            await CountsAsync("?year=all", "?year=all&only=overdue", "?year=all&only=broken", "?year=all&only=not-answered",
                "?q=ANOTHER&year=all", "?q=nothing+like+it&year=all"));
        var page = await http.GetStringAsync("/register?q=another&only=broken&agency=DSS&state=finished");
        Assert.Equal("<strong>1 project</strong>. No answer is overdue. 2 promises are broken.",
            page.Split("id=\"found\" role=\"status\">")[1].Split("</p>")[0]);
        Assert.Contains("Department of Social Services", page, StringComparison.Ordinal);
        foreach (var kind in new[] { "", ".csv", ".atom" })
        {
            var link = $"/api/register{kind}?year=all&q=another&agency=DSS&state=finished&only=broken";
            Assert.Contains(WebUtility.HtmlEncode(link), page, StringComparison.Ordinal);
            Assert.Contains("Another one", await http.GetStringAsync(link), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_spreadsheet_reads_the_accents_of_the_tables()
    {
        await story.SubmitAsync(change: p => p["title"] = "Niñez y hogar");
        foreach (var path in new[] { "/api/register.csv", "/api/register/landscape.csv" })
            Assert.Equal([0xEF, 0xBB, 0xBF], (await http.GetByteArrayAsync(path))[..3]);
        Assert.Contains("Niñez y hogar", await http.GetStringAsync("/api/register.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?year=27x")]
    [InlineData("?only=bad")]
    [InlineData("?state=asleep")]
    public async Task A_filter_that_means_nothing_is_refused(string query)
    {
        foreach (var path in new[] { "/api/register", "/api/register.csv", "/api/register.atom", "/register" })
            Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync(path + query)).StatusCode);
    }

    [Fact]
    public async Task The_next_page_is_named_in_the_body_and_in_a_header()
    {
        await story.SubmitAsync();
        var records = story.Service<TableSet>().Records;
        var row = (await records.QueryAsync(new(ReviewLists.Register(2027)))).Rows.Single();
        for (var i = 0; i < 100; i++)
        {
            var copy = TableRow.Of(row.Partition, row.Key + $"-{i:D3}", null, row.Properties);
            Assert.True((await records.SubmitAsync(row.Partition, [new TableOperation.Insert(copy)])).Committed);
        }

        using var first = await http.GetAsync("/api/register?year=2027");
        var next = NextLink().Match(first.Headers.GetValues("Link").Single()).Groups[1].Value;
        var second = await JsonAsync(next);

        Assert.Equal(100, JsonNode.Parse(await first.Content.ReadAsStringAsync())!["reviews"]!.AsArray().Count);
        Assert.StartsWith("/api/register?year=2027&continuation=", next, StringComparison.Ordinal);
        Assert.Single(second["reviews"]!.AsArray());
        Assert.Null(second["continuation"]);
        // A page has fewer lines than the interface gives at once; each leads to the next one.
        List<int> lines = [];
        for (var at = (string?)"/register?year=2027"; at is not null;)
        {
            var page = await http.GetStringAsync(at);
            lines.Add(page.Split($"/register/{story.Id}\"").Length - 1);
            at = NextAnchor().Match(page) is { Success: true } link ? WebUtility.HtmlDecode(link.Groups[1].Value) : null;
        }
        Assert.Equal([50, 50, 1], lines.Select(n => n / lines[^1]));
    }

    [Fact]
    public async Task A_text_is_public_once_a_person_released_it_for_the_public_and_not_before()
    {
        await ReportedAsync();
        string[] paths = [$"/api/register/{story.Id}", $"/register/{story.Id}"];

        foreach (var path in paths)
            Assert.DoesNotContain("Take names out", await http.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Equal(2, (await JsonAsync(paths[0]))["waitingForRelease"]!.GetValue<int>());

        await ReleaseForThePublicAsync(1);

        foreach (var path in paths)
        {
            var shown = await http.GetStringAsync(path);
            Assert.Contains("Take names out", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Say when you are late", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_answer_and_an_overdue_one_are_public()
    {
        await ReportedAsync();
        await story.AnswerAsync(1, plainWords: "We will take out all names.");
        await story.AdvanceToAsync((await story.StateAsync()).Recommendations[1].DueAt.AddDays(3));

        var review = await JsonAsync($"/api/register/{story.Id}");
        var page = await http.GetStringAsync($"/register/{story.Id}");

        Assert.Equal(1, review["overdue"]!.GetValue<int>());
        Assert.Equal(3, review["recommendations"]![1]!["daysOverdue"]!.GetValue<int>());
        Assert.Equal("deferred", Text(review["recommendations"]![0]!["answer"]!["kind"]));
        Assert.Contains("We will take out all names.", page, StringComparison.Ordinal);
        Assert.Contains("3 days overdue", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_needs_no_review_is_public_with_its_reason()
    {
        await story.SubmitAsync("unknown-counts");
        await story.CoordinatorAsync("need", new() { ["required"] = false, ["reason"] = "Only totals of whole towns are used." });

        var line = (await JsonAsync("/api/register"))["reviews"]!.AsArray().Single()!;
        var review = await JsonAsync($"/api/register/{story.Id}");

        Assert.Equal(("not-required", "Only totals of whole towns are used."), (Text(line["need"]), Text(line["reason"])));
        Assert.Equal("coordinator", Text(review["need"]!["decidedBy"]));
        Assert.Contains("Only totals of whole towns are used.", await http.GetStringAsync("/register"), StringComparison.Ordinal);
        Assert.Contains("Why residents are not asked", await http.GetStringAsync($"/register/{story.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_is_valid_atom_whatever_a_title_holds()
    {
        await story.SubmitAsync(change: p => p["title"] = "Bread & <roses>");

        // Of everything, of one project, and of nothing.
        foreach (var path in new[]
            { "/api/register.atom", $"/api/register/{story.Id}/events.atom", "/api/register.atom?year=all&only=broken",
                "/api/register.atom?year=all&q=b%26" })
        {
            using var response = await http.GetAsync(path);
            Assert.Equal([], AtomRules.Broken(response, await response.Content.ReadAsStringAsync()));
        }
        var entries = XDocument.Parse(await http.GetStringAsync("/api/register.atom")).Root!.Elements(Atom + "entry").ToList();
        Assert.Equal("Bread & <roses>: Project received", entries[^1].Element(Atom + "title")!.Value);
        Assert.Equal(HttpStatusCode.OK,
            (await http.GetAsync(new Uri(entries[^1].Element(Atom + "link")!.Attribute("href")!.Value).AbsolutePath)).StatusCode);
    }

    [Fact]
    public async Task A_reader_sees_each_event_once_and_as_it_was_whatever_comes_later()
    {
        var (everything, one) = (new FeedReader(), new FeedReader());
        async Task<int> PollAsync()
        {
            var fresh = await one.PollAsync(http, $"/api/register/{story.Id}/events.atom");
            Assert.Equal(fresh, await everything.PollAsync(http, "/api/register.atom"));
            return fresh;
        }

        await story.SubmitAsync();
        Assert.True(await PollAsync() > 0);
        await story.ReleaseTextsAsync();
        _ = await PollAsync();
        var texters = await story.TextersAsync();
        await story.SaysAsync(texters[0], "2 too many names");
        // Who answered is no event.
        Assert.Equal(0, await PollAsync());
        await ReportedAsync(texters[1]);
        Assert.True(await PollAsync() > 1);
        await story.AnswerAsync(1);
        Assert.Equal(1, await PollAsync());
        await story.AnswerAsync(1, plainWords: "We will take out more.");
        Assert.Equal(1, await PollAsync());
        await story.AdvanceToAsync((await story.StateAsync()).Recommendations[1].DueAt.AddDays(3));
        Assert.True(await PollAsync() > 1);
        await story.AnswerAsync(2);
        Assert.True(await PollAsync() > 0);
        Assert.Equal(0, await PollAsync());
        Assert.Equal(one.Shown.Count, one.Shown.Values.Select(s => s.Title + s.Updated).Distinct().Count());
    }

    [Fact]
    public async Task The_table_keeps_a_spreadsheet_from_running_a_title()
    {
        await story.SubmitAsync(change: p => p["title"] = "=HYPERLINK(\"x\"), or not");

        var rows = (await http.GetStringAsync("/api/register.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("id,title,agency,kind,stage,", rows[0], StringComparison.Ordinal);
        Assert.StartsWith($"{story.Id},\"'=HYPERLINK(\"\"x\"\"), or not\",DSS,initial,preparing,", rows[1], StringComparison.Ordinal);
        Assert.Equal(2, rows.Length);
    }

    [Fact]
    public async Task The_landscape_says_whose_data_about_whom_are_used_by_what()
    {
        await story.SubmitAsync();
        var withdrawn = await story.SubmitAsync("reentry-employment", key: "withdrawn");
        await story.CoordinatorAsync("cancel", new() { ["reason"] = "Withdrawn." });

        var uses = (await JsonAsync("/api/register/landscape"))["uses"]!.AsArray();
        var page = await http.GetStringAsync("/register/landscape");
        var table = await http.GetStringAsync("/api/register/landscape.csv");

        var benefits = uses.Single(u => Text(u!["agency"]) == "CCEH" && Text(u["population"]!["code"]) == "benefits")!;
        Assert.NotEqual("benefits", Text(benefits["population"]!["name"]));
        Assert.Equal("Food benefits and losing a home", Text(benefits["projects"]!.AsArray().Single()!["title"]));
        Assert.All(new[] { uses.ToJsonString(), page, table }, shown => Assert.DoesNotContain(withdrawn, shown, StringComparison.Ordinal));
        Assert.Contains(Text(benefits["population"]!["name"])!, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_the_newest_version_already_is_told_so()
    {
        await story.SubmitAsync();
        foreach (var path in new[]
            { "/api/register", "/api/register.csv", "/api/register.atom", $"/api/register/{story.Id}", "/api/register/landscape" })
        {
            using var first = await http.GetAsync(path);
            using var again = new HttpRequestMessage(HttpMethod.Get, path);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await http.SendAsync(again);
            Assert.Equal((HttpStatusCode.NotModified, 0), (second.StatusCode, (await second.Content.ReadAsByteArrayAsync()).Length));
        }
    }

    [Fact]
    public async Task Pages_need_no_script_and_name_every_field_and_column()
    {
        await ReportedAsync();
        foreach (var path in new[] { "/register", "/register/landscape", $"/register/{story.Id}" })
        {
            var html = await http.GetStringAsync(path);
            Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
            Assert.Single(Heading().Matches(html));
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
            Assert.Equal(Regex.Count(html, "<table[ >]"), Regex.Count(html, "<caption[ >]"));
            Assert.Equal(Regex.Count(html, "<th"), Regex.Count(html, "<th scope=\"|<thead"));
            Assert.Equal(Regex.Count(html, "<(input|select) id=\"(\\w+)\""), Regex.Count(html, "<label for=\"(\\w+)\""));
        }
    }

    [Theory]
    [InlineData("/api/register/r-zzzzzzzzzz")]
    [InlineData("/register/r-zzzzzzzzzz")]
    [InlineData("/register/..%2F..")]
    public async Task What_is_not_in_the_register_is_nowhere(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(path)).StatusCode);

    /// <summary>Two replies with words, both released for the agencies, and the report is out.</summary>
    private async Task ReportedAsync()
    {
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        var texters = await story.TextersAsync();
        await story.SaysAsync(texters[0], "2 too many names");
        await ReportedAsync(texters[1]);
    }

    private async Task ReportedAsync(string second)
    {
        await story.SaysAsync(second, "3 too late");
        await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt.AddHours(1));
        if ((await story.StateAsync()).Stage is ReviewStage.Open)
            await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt.AddHours(1));
        await story.CoordinatorAsync("replies/1/release", new() { ["text"] = "Take names out before you share." });
        await story.CoordinatorAsync("replies/2/release", new() { ["text"] = "Say when you are late." });
        await story.AdvanceAsync(TimeSpan.FromDays(6));
        Assert.Equal(ReviewStage.Answering, (await story.StateAsync()).Stage);
    }

    private async Task ReleaseForThePublicAsync(int number) => await story.Service<ReviewCommands>().DecideAsync(story.Id, (review, now) =>
    {
        var recommendation = review.Recommendations.Single(r => r.Number == number);
        return new Decided<bool>(true, new(
            now, review.With(recommendation with { PublicRelease = new("k-1", now, recommendation.Content) }),
            LedgerDraft.Of("text-released", Actor.Coordinator("k-1"), ("recommendation", number))));
    });

    private async Task<IReadOnlyList<int>> CountsAsync(params string[] queries)
    {
        var counts = new List<int>();
        foreach (var query in queries)
            counts.Add((await JsonAsync("/api/register" + query))["reviews"]!.AsArray().Count);
        return counts;
    }

    private async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse(await http.GetStringAsync(path))!;

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    [GeneratedRegex("^<(.*)>; rel=\"next\"$")]
    private static partial Regex NextLink();

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex NextAnchor();

    [GeneratedRegex("<h1>")]
    private static partial Regex Heading();
}
