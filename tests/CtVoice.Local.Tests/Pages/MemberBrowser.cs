using System.Net;
using System.Text.RegularExpressions;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Pages;

/// <summary>A browser without scripts: follows the link in a member's latest message,
/// and sends the forms of the page as they are.</summary>
internal sealed partial class MemberBrowser(ReviewStory story) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = story.Url };

    // The page that stays in the browser while its form is sent.
    private string? shown;

    private (string Path, IReadOnlyList<KeyValuePair<string, string>> Fields) sent = ("", []);

    /// <summary>What was shown last.</summary>
    internal string Html { get; private set; } = "";

    internal HttpStatusCode Status { get; private set; }

    internal HttpResponseMessage Response { get; private set; } = new();

    /// <summary>Path of the link in the latest message of the board that has one.</summary>
    internal async Task<string> LinkOfAsync(string member, string box = "sms") =>
        (await story.SentToAsync(member, box)).Select(m => Link().Match(m.Text)).Last(m => m.Success).Groups["path"].Value;

    internal async Task GetAsync(string path) => await ShowAsync(await http.GetAsync(path));

    /// <summary>Sends the form whose <c>do</c> has that value, with its hidden fields as the page has them.</summary>
    internal async Task<string> PressAsync(string path, string action, params (string Name, string Value)[] fields)
    {
        var form = Forms().Matches(Html).Select(m => m.Value)
            .First(f => f.Contains($"name=\"do\" value=\"{action}\"", StringComparison.Ordinal));
        var once = Once().Match(form).Groups["value"].Value;
        await PostAsync(path, [("do", action), ("once", once), .. fields]);
        return once;
    }

    /// <summary>Sends the form of the page that was shown, and nothing happens after it but what the request does.</summary>
    internal async Task SendAsync(string path, string action, params (string Name, string Value)[] fields)
    {
        shown ??= Html;
        var form = Forms().Matches(shown).Select(m => m.Value)
            .First(f => f.Contains($"name=\"do\" value=\"{action}\"", StringComparison.Ordinal));
        var hidden = Hidden().Matches(form).Select(m => KeyValuePair.Create(m.Groups["name"].Value, m.Groups["value"].Value));
        sent = (path,
            [.. hidden.Where(h => fields.All(f => f.Name != h.Key)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))]);
        await SendAgainAsync();
    }

    /// <summary>Sends what <see cref="SendAsync"/> sent once more, as a browser does that got no answer.</summary>
    internal async Task SendAgainAsync()
    {
        using var form = new FormUrlEncodedContent(sent.Fields);
        await ShowAsync(await http.PostAsync(sent.Path, form));
    }

    internal async Task PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        await ShowAsync(await http.PostAsync(path, form));
        await story.SettleAsync();
    }

    public void Dispose() => http.Dispose();

    private async Task ShowAsync(HttpResponseMessage response)
    {
        (Response, Status) = (response, response.StatusCode);
        Html = await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex(@"http://localhost(:\d+)?(?<path>/r/[A-Za-z0-9]{17})(?=\s|$)")]
    private static partial Regex Link();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"once\" value=\"(?<value>[^\"]+)\"")]
    private static partial Regex Once();
}
