using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CtVoice.Core.RealPeople;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;

namespace CtVoice.Local.Tests.Pages;

/// <summary>Somebody who works here and follows every link of every page, one of each kind.</summary>
internal sealed class SitePages : IDisposable
{
    // Fewer than the limits of rate let through.
    private const int OfOneKey = 10;

    // Of pages that differ only by whom or what they are about, so many are opened.
    private const int OfOneShape = 3;

    private readonly ReviewStory story;
    private readonly Role role;
    private readonly string? agency;
    private HttpClient http = new();
    private int sent;
    private int addresses;

    private SitePages(ReviewStory story, Role role, string? agency) => (this.story, this.role, this.agency) = (story, role, agency);

    /// <summary>Pages by their path.</summary>
    internal Dictionary<string, IHtmlDocument> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>Their forms, one of each kind.</summary>
    internal IReadOnlyList<FoundForm> Forms =>
        [.. Pages.SelectMany(p => p.Value.Forms.Where(f => f.Method == "post").Select(f => FoundForm.Of(p.Key, f)))
            .Where(f => f.Action is not "/sign-out").DistinctBy(f => f.Shape)];

    /// <summary>The token of this session.</summary>
    internal string Token { get; private set; } = "";

    /// <summary>Signs in and looks at everything.</summary>
    internal static async Task<SitePages> OfAsync(ReviewStory story, Role role, string? agency = null)
    {
        var pages = new SitePages(story, role, agency);
        await pages.FollowAsync(await pages.SignInAsync());
        return pages;
    }

    /// <summary>Sends a form as its page has it but for some fields, with the token of this session unless another is among them.</summary>
    internal async Task<(HttpStatusCode Status, IHtmlDocument Page)> SendAsync(FoundForm form, params (string Name, string Value)[] fields)
    {
        if (++sent % OfOneKey == 0)
            _ = await SignInAsync();
        using var content =
            new FormUrlEncodedContent(form.With([(PageSessions.FormTokenField, Token), .. fields]).Reverse().DistinctBy(f => f.Key));
        using var response = await http.PostAsync(form.Action, content);
        return (response.StatusCode, await ReadAsync(response));
    }

    /// <summary>Looks at everything again.</summary>
    internal async Task AgainAsync()
    {
        var first = Pages.Keys.First();
        Pages.Clear();
        await FollowAsync(first);
    }

    /// <summary>A path without what differs from one review, member or number to the next.</summary>
    internal static string ShapeOf(string path)
    {
        var (place, query) = path.Split('?', 2) is [var before, var after] ? (before, after) : (path, "");
        if (place.StartsWith(BeforeRealPeople.Path + "/", StringComparison.Ordinal))
            return BeforeRealPeople.Path + "/*";
        var names = string.Join('&', query.Split('&').Select(pair => pair.Split('=')[0]).Order(StringComparer.Ordinal));
        return string.Join('/', place.Split('/')
            .Select(part => part.Any(char.IsAsciiDigit) || part.StartsWith("r-", StringComparison.Ordinal) ? "*" : part)) + "?" + names;
    }

    public void Dispose() => http.Dispose();

    /// <summary>Signs in with a key of its own.</summary>
    private async Task<string> SignInAsync()
    {
        http.Dispose();
        http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = story.Url };
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        // Where a proxy is trusted, each sign-in comes from an address of its own: an address may sign in only so often.
        http.DefaultRequestHeaders.Add("X-Forwarded-For", new IPAddress(
            [10, 100, (byte)(++addresses >> 8), (byte)addresses]).ToString());
        var key = await story.Service<AccessKeys>().CreateAsync($"{role} of a test", role, agency, null);
        using var form = new FormUrlEncodedContent([new("key", key.Token)]);
        using var signedIn = await http.PostAsync("/sign-in", form);
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        var first = signedIn.Headers.Location!.OriginalString;
        using var response = await http.GetAsync(first);
        Token = FoundForm.Of(first, (await ReadAsync(response)).Forms.First(f => f.Method == "post")).Fields.First(
            f => f.Key == PageSessions.FormTokenField).Value;
        return first;
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    private async Task FollowAsync(string first)
    {
        var waiting = new Queue<string>([first]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { first };
        var opened = new Dictionary<string, int>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var path))
        {
            var shape = ShapeOf(path);
            opened[shape] = opened.GetValueOrDefault(shape) + 1;
            if (opened[shape] > OfOneShape)
                continue;
            using var response = await http.GetAsync(path);
            Assert.True(response.StatusCode is HttpStatusCode.OK, $"{path}: {response.StatusCode}");
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var page = Pages[path] = await ReadAsync(response);
            foreach (var link in page.Links.Select(l => l.GetAttribute("href")!.Split('#')[0]))
            {
                if ((link.StartsWith("/desk", StringComparison.Ordinal) || link.StartsWith("/agency", StringComparison.Ordinal)
                    || link.StartsWith("/audit", StringComparison.Ordinal)) && seen.Add(link))
                    waiting.Enqueue(link);
            }
        }
    }
}
