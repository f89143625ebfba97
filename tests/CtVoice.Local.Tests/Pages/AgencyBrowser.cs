using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Pages;

/// <summary>Somebody at a browser without scripts: signs in, follows links, fills in the forms of the page as they stand there.</summary>
internal sealed class AgencyBrowser(ReviewStory story) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = story.Url };

    /// <summary>Where one is.</summary>
    internal string Path { get; private set; } = "";

    internal HttpStatusCode Status { get; private set; }

    internal IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    /// <summary>What the page says, each run of space as one.</summary>
    internal string Says =>
        string.Join(' ', Page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal async Task<AgencyBrowser> SignInAsync(string who)
    {
        await GetAsync("/sign-in");
        await FillAsync("form[action='/sign-in']", [("key", story.Key(who))]);
        return this;
    }

    internal async Task GetAsync(string path)
    {
        Path = path;
        await ShowAsync(await http.GetAsync(path));
    }

    /// <summary>Follows a link of the page by its words.</summary>
    internal Task FollowAsync(string words) =>
        GetAsync(Page.QuerySelectorAll("a").First(a => a.TextContent.Trim().StartsWith(words, StringComparison.Ordinal))
            .GetAttribute("href")!);

    /// <summary>Sends the form of that name as the page has it, with some fields filled in.</summary>
    /// <param name="form">Its name.</param>
    /// <param name="fields">What is typed or chosen; a field that the form does not have is a fault of the page.</param>
    /// <param name="button">The button that is pressed, by its words; the first when null.</param>
    internal Task SendAsync(string form, (string Name, string Value)[] fields, string? button = null) =>
        FillAsync("#" + form, fields, button);

    /// <summary>Sends fields as somebody would who does not use the page.</summary>
    internal Task PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    public void Dispose() => http.Dispose();

    private async Task FillAsync(string selector, (string Name, string Value)[] fields, string? button = null)
    {
        var form = Page.QuerySelector<IHtmlFormElement>(selector)
            ?? throw new InvalidOperationException($"{Path} has no form {selector}: {Says}");
        var pressed = form.QuerySelectorAll("button")
            .First(b => button is null || b.TextContent.Contains(button, StringComparison.Ordinal));
        (string, string?)[] named = pressed.GetAttribute("name") is { } name ? [(name, pressed.GetAttribute("value") ?? "")] : [];
        await PostAsync(
            pressed.GetAttribute("formaction")
                ?? form.GetAttribute("action")!, form.Filled([.. fields.Select(f => (f.Name, (string?)f.Value)), .. named]));
    }

    private async Task PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        await ShowAsync(await http.PostAsync(path, content));
    }

    private async Task ShowAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Status = response.StatusCode;
            Page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
            if (Status is HttpStatusCode.SeeOther)
                await GetAsync(response.Headers.Location!.OriginalString);
        }
        await story.SettleAsync();
    }
}
