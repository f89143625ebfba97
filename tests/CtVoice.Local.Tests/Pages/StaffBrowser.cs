using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Pages;

/// <summary>A browser without scripts in the hands of staff: signs in, reads pages, fills in forms as they stand there,
/// and follows where it is sent.</summary>
internal sealed class StaffBrowser : IDisposable
{
    private readonly ReviewStory story;
    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;

    internal StaffBrowser(ReviewStory story)
    {
        this.story = story;
        http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = story.Url };
    }

    /// <summary>What is shown.</summary>
    internal IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    internal string Html { get; private set; } = "";

    internal HttpStatusCode Status { get; private set; }

    /// <summary>Path of what is shown.</summary>
    internal string Path { get; private set; } = "/";

    /// <summary>What carries the session, for a browser of another kind.</summary>
    internal IEnumerable<Cookie> Cookies => cookies.GetAllCookies();

    /// <summary>Words of the page without its top and foot.</summary>
    internal string Words => Page.QuerySelector("main")!.TextContent;

    internal static async Task<StaffBrowser> SignInAsync(ReviewStory story, string who)
    {
        var browser = new StaffBrowser(story);
        await browser.SignInAsync(who);
        return browser;
    }

    /// <summary>A session lasts eight hours; a review lasts weeks.</summary>
    internal async Task SignInAsync(string who)
    {
        await OpenAsync("/sign-in");
        await SendAsync(Page.Forms.Single(f => f.GetAttribute("action") == "/sign-in"), [("key", story.Key(who))]);
        Assert.Equal(HttpStatusCode.OK, Status);
    }

    internal async Task OpenAsync(string path) => await ShowAsync(await http.GetAsync(path), path);

    /// <summary>Opens a page of the story's review.</summary>
    internal Task OpenReviewAsync(string tab) => OpenAsync($"/desk/reviews/{story.Id}/{tab}");

    /// <summary>Fills in the form of that name and sends it; what is not named stays as the page has it,
    /// and null leaves a box unticked.</summary>
    internal Task SendAsync(string form, params (string Name, string? Value)[] fields) =>
        SendAsync(Page.Forms.SingleOrDefault(f => f.Id == form)
            ?? throw new InvalidOperationException($"{Path} has no form '{form}', but {string.Join(", ", Page.Forms.Select(f => f.Id))}."),
            fields);

    /// <summary>Sends a form, and expects that it is done.</summary>
    internal async Task DoAsync(string form, params (string Name, string? Value)[] fields)
    {
        await SendAsync(form, fields);
        Assert.True(Status == HttpStatusCode.OK
            && Page.QuerySelector(".errors") is null, $"{form} at {Path}: {Status} {Page.QuerySelector(".errors")?.TextContent ?? Words}");
    }

    internal Task PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    public void Dispose() => http.Dispose();

    private Task SendAsync(IHtmlFormElement form, (string Name, string? Value)[] fields) =>
        PostAsync(form.GetAttribute("action")!, form.Filled(fields));

    private async Task PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        await ShowAsync(await http.PostAsync(path, content), path);
        await story.SettleAsync();
    }

    private async Task ShowAsync(HttpResponseMessage response, string path)
    {
        while (response.StatusCode is HttpStatusCode.SeeOther)
        {
            path = response.Headers.Location!.OriginalString;
            response = await http.GetAsync(path);
        }
        (Status, Path) = (response.StatusCode, path);
        Html = await response.Content.ReadAsStringAsync();
        Page = new HtmlParser().ParseDocument(Html);
    }
}
