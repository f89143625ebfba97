using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CtVoice.Core.Board;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;

namespace CtVoice.Local.Tests.Desk;

/// <summary>
/// Somebody who works here, with a browser without scripts: opens pages and sends their forms with what the page put into
/// them. What is not on the page cannot be filled in or pressed.
/// </summary>
internal sealed class DeskVisitor : IDisposable
{
    private readonly ReviewStory story;
    private readonly HttpClient http;
    private string path = "";

    private readonly string key;

    private DeskVisitor(ReviewStory story, NewKey made)
    {
        (this.story, KeyId, key) = (story, made.Key.Id, made.Token);
        http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = story.Url };
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
    }

    internal string KeyId { get; }

    /// <summary>What is shown.</summary>
    internal IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    internal HttpStatusCode Status { get; private set; }

    /// <summary>Path and query of what is shown.</summary>
    internal string Path => path;

    /// <summary>The words of the page, each run of blanks as one.</summary>
    internal string Says => string.Join(' ', Page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The faults of the summary on top; empty when nothing is wrong.</summary>
    internal IReadOnlyList<string> Faults => [.. Page.QuerySelectorAll(".errors li").Select(e => e.TextContent.Trim())];

    /// <summary>Signs in with a key of its own.</summary>
    internal static async Task<DeskVisitor> SignInAsync(ReviewStory story, Role role = Role.Coordinator, string? agency = null)
    {
        var key = await story.Service<AccessKeys>().CreateAsync($"{role} of a test", role, agency, null);
        var visitor = new DeskVisitor(story, key);
        using var form = new FormUrlEncodedContent([new("key", key.Token)]);
        await visitor.FollowAsync(await visitor.http.PostAsync("/sign-in", form), "/sign-in");
        return visitor;
    }

    /// <summary>Types the key into the page that asks for it again, and goes back to the form that was kept.</summary>
    internal async Task SignInAgainAsync()
    {
        var form = Page.Forms.Single(f => f.GetAttribute("action") == "/sign-in");
        using var typed = new FormUrlEncodedContent(form.Filled([("key", key)]));
        await PostAsync(form, typed);
        var back = Page.Forms.Single(f => f.QuerySelector("input[name=kept]") is not null);
        using var kept = new FormUrlEncodedContent(back.Filled([]));
        await PostAsync(back, kept);
    }

    /// <summary>Opens a page; a redirect is followed.</summary>
    internal async Task<IHtmlDocument> OpenAsync(string page)
    {
        await FollowAsync(await http.GetAsync(page), page);
        return Page;
    }

    /// <summary>Sends a form of the page as a browser would, with some fields filled in; null leaves a box unticked.</summary>
    internal async Task SendAsync(string name, params (string Field, string? Value)[] typed)
    {
        using var body = new FormUrlEncodedContent(Form(name).Filled(typed));
        await PostAsync(Form(name), body);
    }

    /// <summary>Presses the one button whose words begin so.</summary>
    internal async Task PressAsync(string button)
    {
        var form = Page.Forms.Single(f => f.QuerySelector("button") is { } pressed && string.Join(' ',
            pressed.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).StartsWith(button, StringComparison.Ordinal));
        using var body = new FormUrlEncodedContent(form.Filled([]));
        await PostAsync(form, body);
    }

    /// <summary>Sends a form that brings a file.</summary>
    internal async Task SendFileAsync(string name, string file, byte[] content, params (string Field, string? Value)[] typed)
    {
        var form = Form(name);
        Assert.Equal("multipart/form-data", form.Enctype);
        Assert.NotNull(form.QuerySelector("input[type=file][name=file]"));
        using var body = new MultipartFormDataContent { { new ByteArrayContent(content), "file", file } };
        foreach (var (field, value) in form.Filled(typed))
            body.Add(new StringContent(value), field);
        await PostAsync(form, body);
    }

    /// <summary>A form of the page, by its name.</summary>
    internal IHtmlFormElement Form(string name) =>
        Page.Forms.SingleOrDefault(f => f.Id == name) ?? throw new InvalidOperationException($"No form '{name}' on {path}: {Says}");

    /// <summary>Screens that this visitor was recorded to have looked at, oldest first.</summary>
    internal async Task<IReadOnlyList<ViewRecord>> ViewsAsync()
    {
        var (views, _) = await story.Service<TableViewLog>().ReadAsync(ViewSpan.Month(DateOnly.FromDateTime(story.Now.UtcDateTime)), null);
        return [.. views.Where(v => v.Who == KeyId)];
    }

    public void Dispose() => http.Dispose();

    private async Task PostAsync(IHtmlFormElement form, HttpContent body)
    {
        var action = form.GetAttribute("action")!;
        await FollowAsync(await http.PostAsync(action, body), action);
        await story.SettleAsync();
    }

    private async Task FollowAsync(HttpResponseMessage response, string from)
    {
        while (true)
        {
            path = from;
            if (response.StatusCode is not HttpStatusCode.SeeOther)
                break;
            from = response.Headers.Location!.OriginalString;
            response.Dispose();
            response = await http.GetAsync(from);
        }
        using (response)
        {
            Status = response.StatusCode;
            Page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        }
    }
}
