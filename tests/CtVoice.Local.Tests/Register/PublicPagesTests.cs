using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CtVoice.Core.Commands;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;
using Microsoft.Playwright;

namespace CtVoice.Local.Tests.Register;

/// <summary>The demo's review, in which one promise is kept, one broken and one piece of advice refused, as everybody reads it.</summary>
public sealed class FinishedDemo : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private LocalHost host = null!;

    internal HttpClient Http { get; } = new();

    internal string Review { get; private set; } = "";

    /// <summary>The feed of everything, before the product was stopped and started again.</summary>
    internal string BeforeRestart { get; private set; } = "";

    internal Uri At(string path) => new(host.Url, path);

    public async Task InitializeAsync()
    {
        host = await LocalHost.StartAsync(new(folder.Path, Port: 0) { Clock = new StandingClock(DemoRun.Start), TimePasses = false });
        Http.BaseAddress = host.Url;
        Review = await DemoRun.PlayAsync(host, folder.Path, TextWriter.Null, CancellationToken.None);
        BeforeRestart = await Http.GetStringAsync("/api/register.atom");
        var port = host.Url.Port;
        await host.DisposeAsync();
        host = await LocalHost.StartAsync(new(folder.Path, Port: port) { Clock = new StandingClock(DemoRun.Start), TimePasses = false });
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose()
    {
        Http.Dispose();
        folder.Dispose();
    }
}

/// <summary>What became of advice is what a page of the public record says first.</summary>
public sealed class PublicPagesTests(FinishedDemo demo, Chromium chromium) : IClassFixture<FinishedDemo>, IClassFixture<Chromium>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_review_says_in_its_first_sentence_what_was_kept_broken_and_refused()
    {
        var page = await PageAsync($"/register/{demo.Review}");

        Assert.Contains("1 kept", page, StringComparison.Ordinal);
        Assert.Contains("1 promise broken", page, StringComparison.Ordinal);
        Assert.Contains("Residents: not answered.", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("1 promise broken", StringComparison.Ordinal) < page.IndexOf("<h2", StringComparison.Ordinal));
        // Every answer stays, with its day, in the agency's name; the raw steps are folded.
        Assert.Equal(1, page.Split("<strong>Promise broken.").Length - 1);
        Assert.Contains("Last answer:", page, StringComparison.Ordinal);
        Assert.Contains("It was asked once more, because residents said no.", page, StringComparison.Ordinal);
        Assert.Contains("Connecticut Coalition to End Homelessness", page, StringComparison.Ordinal);
        Assert.Contains("Source: Resident Advisory Board, public register, read March 29, 2027.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("reply-accepted", page, StringComparison.Ordinal);
        // Each date says why.
        Assert.Contains("<summary>Why March ", page, StringComparison.Ordinal);
        Assert.Contains("business day", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/register?only=broken")]
    [InlineData("/register/{review}")]
    public async Task A_page_in_Spanish_says_nothing_in_English_that_is_not_marked_as_English_and_each_leads_to_the_other(string path)
    {
        path = path.Replace("{review}", demo.Review, StringComparison.Ordinal);
        var (english, spanish) = (await ParsedAsync(path.Length == 0 ? "/" : path), await ParsedAsync("/es" + path));

        Assert.Equal("es", spanish.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain(Texts(spanish)
            .Intersect(Texts(english)), text => text.Any(char.IsLetter) && text.Contains(' ', StringComparison.Ordinal));
        // Whoever reads one finds the other, with what was searched for.
        foreach (var (page, language, other) in new[] { (english, "es", "/es" + path), (spanish, "en", path.Length == 0 ? "/" : path) })
        {
            Assert.Equal(other, page.QuerySelector($"link[rel=alternate][hreflang={language}]")!.GetAttribute("href"));
            Assert.Equal(other, page.QuerySelector($"nav a[hreflang={language}]")!.GetAttribute("href"));
        }
        // Whoever reads Spanish stays in it, where there is a page.
        Assert.DoesNotContain(spanish.QuerySelectorAll("a:not([hreflang])"),
            a => a.GetAttribute("href")!.StartsWith("/register", StringComparison.Ordinal)
                && a.GetAttribute("href") is not "/register/landscape");
    }

    private async Task<IHtmlDocument> ParsedAsync(string path) => new HtmlParser().ParseDocument(await PageAsync(path));

    // What is read, and what is heard only.
    private static List<string> Texts(IHtmlDocument page) =>
    [
        .. page.Body!.Descendants<IText>()
            .Where(t => t.ParentElement!.Closest("[lang=en], [lang=es], style") is var near
                && (near is null || near == page.DocumentElement))
            .Select(t => t.TextContent.Trim()),
        .. page.All.Select(e => e.GetAttribute("aria-label")).OfType<string>(),
    ];

    [Fact]
    public async Task The_record_the_agencies_the_landscape_and_the_data_dictionary_are_pages_and_an_unchanged_page_is_not_sent_again()
    {
        var record = await PageAsync("/record");
        Assert.Contains("the record of 1 review holds", record, StringComparison.Ordinal);
        Assert.Contains("ctvoice verify --server", record, StringComparison.Ordinal);
        var agencies = await PageAsync("/register/agencies");
        Assert.Contains("href=\"/register/agencies/CCEH#broken\"", agencies, StringComparison.Ordinal);
        Assert.DoesNotContain("%", agencies[agencies.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains($"href=\"/register/{demo.Review}#r", await PageAsync("/register/agencies/CCEH"), StringComparison.Ordinal);
        Assert.Contains("projects", await PageAsync("/register/landscape"), StringComparison.Ordinal);
        var dictionary = await PageAsync("/open-data");
        foreach (var table in new[] { "register.csv?year=all", "register/landscape.csv?year=all", "register/agencies.csv" })
        {
            var columns = (await PageAsync("/api/" + table)).TrimStart('\uFEFF').Split('\n')[0].Trim().Split(',');
            Assert.All(columns, column => Assert.Contains($"<dt>{column}</dt>", dictionary, StringComparison.Ordinal));
        }

        foreach (var path in new[] { "/", "/register", "/register/landscape", "/api/register.atom" })
        {
            using var first = await demo.Http.GetAsync(path);
            using var ask = new HttpRequestMessage(HttpMethod.Get, path);
            ask.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var again = await demo.Http.SendAsync(ask);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        }
    }

    [Fact]
    public async Task A_visitor_finds_the_broken_promise_from_the_front_page_by_links_alone()
    {
        var front = await PageAsync("/");
        Assert.Contains("href=\"/register\"", front, StringComparison.Ordinal);
        Assert.Contains($"href=\"/register/{demo.Review}#r", front, StringComparison.Ordinal);
        Assert.Contains("Trial copy", front, StringComparison.Ordinal);

        var register = await PageAsync("/register?only=broken");
        Assert.Contains("1 promise is broken.", register, StringComparison.Ordinal);
        Assert.Contains($"href=\"/register/{demo.Review}\"", register, StringComparison.Ordinal);
        Assert.Contains("1 broken", register, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_tells_each_event_once_and_pages_name_their_feeds()
    {
        var path = $"/api/register/{demo.Review}/events.atom";
        Assert.Contains("<link rel=\"alternate\" type=\"application/atom&#x2B;xml\" title=\"What happens to: ",
            await PageAsync($"/register/{demo.Review}"), StringComparison.Ordinal);
        var entries = XDocument.Parse(await PageAsync(path)).Root!.Elements(Atom + "entry").ToList();
        var everything = XDocument.Parse(await PageAsync("/api/register.atom")).Root!.Elements(Atom + "entry")
            .Select(e => e.Element(Atom + "id")!.Value).ToList();

        var ids = entries.Select(e => e.Element(Atom + "id")!.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Contains($"urn:ctvoice:review:{demo.Review}:not-delivered:1", ids);
        Assert.Contains($"urn:ctvoice:review:{demo.Review}:not-delivered:1", everything);
        Assert.All(["reply", "invitation", "member", "reminder-sent", "satisfaction"],
            word => Assert.DoesNotContain(ids, id => id.Contains(word, StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NotFound, (await demo.Http.GetAsync("/api/register/r-zzzzzzzzzz/events.atom")).StatusCode);
        // The same after a restart, to the byte but for where the product is.
        Assert.Equal(Placeless(demo.BeforeRestart), Placeless(await PageAsync("/api/register.atom")));

        static string Placeless(string feed) => Regex.Replace(feed, "http://localhost(:[0-9]+)?/", "/");
    }

    [SkippableTheory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Every_public_page_keeps_the_rules_and_fits_its_window(int width)
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        Chromium.SkipUnlessLong(width is 1280);
        var page = await chromium.OpenAsync(width);
        // Two clicks from the front page: which promise was broken, and what residents said.
        foreach (var (front, read, broken, said) in new[]
        {
            ("/", "Read what residents advised", "Promise broken", "What residents said"),
            ("/es", "Lea lo que aconsejaron", "Promesa rota", "Qué dijeron los residentes"),
        })
        {
            await page.GotoAsync(demo.At(front).AbsoluteUri);
            await page.ArriveByClickAsync(page.GetByRole(AriaRole.Link, new() { Name = read }));
            await page.ArriveByClickAsync(page.Locator("ul.rows h2 a").First);
            await Assertions.Expect(page.Locator(".rec.late .tag", new() { HasTextString = broken })).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = said })).ToBeVisibleAsync();
        }
        string[] narrow = width == 320
            ? ["/record", "/open-data", "/register/agencies", "/register/agencies/CCEH", "/register/landscape", "/register/year",
                "/es/register/year", "/register/landscape/CCEH/2054-5", "/register/bibliography", "/register/notices", "/no-ai",
                "/es/no-ai"]
            : [];
        foreach (var path in new[]
            { "/", "/es", "/register", "/es/register", "/register?only=overdue&q=nothing", $"/register/{demo.Review}",
                $"/es/register/{demo.Review}" }.Concat(narrow))
        {
            var answer = await page.GotoAsync(demo.At(path).AbsoluteUri);
            Assert.True(answer!.Ok, $"{path}: {answer.Status}");
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            await MemberPageInBrowserTests.HoldsAsync(page, $"{path} at {width}");
        }
    }

    [SkippableFact]
    public async Task A_review_of_twelve_recommendations_and_sixty_steps_is_short_enough_for_a_phone()
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        await using var story = await ReviewStory.AskedAsync(questions: 3);
        await story.EverybodySaysAsync("2 take out all names and dates before anything is shared with anybody");
        await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt.AddHours(1));
        await story.CoordinatorAsync("replies/1/release", new()
        { ["text"] = "Take out names and exact dates before anything is shared, and tell families in plain words what was found." });
        await story.AdvanceAsync(TimeSpan.FromDays(6));
        await story.Service<ReviewCommands>().DecideAsync(story.Id, (review, now) =>
        {
            var one = review.Recommendations[0];
            var dozen = Enumerable.Range(1, 12)
                .Select(n => one with
                {
                    Number = n,
                    PublicRelease = new("k-1", now, one.Content),
                    OverdueSince = n % 2 == 0 ? now : null,
                    DueAt = n % 2 == 0
                        ? now.AddDays(-1) : one.DueAt
                }).ToList();
            var steps = Enumerable.Range(1, 60)
                .Select(n =>
                    LedgerDraft.Of("addressee-reminded", Actor.System, ("kind", "reminder-before-5"), ("recommendation", 1 + (n % 12))));
            return new Decided<bool>(true, new(now, review with { Recommendations = dozen }, [.. steps]));
        });
        var page = await chromium.OpenAsync(320);

        // What is overdue is one click from the front page.
        await page.GotoAsync(story.Url.AbsoluteUri);
        await page.Locator(".strip a").First.ClickAsync();
        await page.WaitForURLAsync(new Regex($"/register/{story.Id}#r[0-9]+$"));
        await Assertions.Expect(page.Locator(page.Url[page.Url.IndexOf('#', StringComparison.Ordinal)..]))
            .ToContainTextAsync("Answer overdue");

        await page.GotoAsync(new Uri(story.Url, $"/register/{story.Id}").AbsoluteUri);

        Assert.Equal(12, await page.Locator(".rec").CountAsync());
        var high = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        Assert.True(high < 6000, $"The page is {high} pixels high.");
        await MemberPageInBrowserTests.HoldsAsync(page, "twelve recommendations");
    }

    private Task<string> PageAsync(string path) => demo.Http.GetStringAsync(path);
}
