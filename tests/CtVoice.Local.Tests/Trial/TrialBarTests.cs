using System.Net;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Trial;

/// <summary>The trial bar is for whoever sits at the machine of a trial copy, and moves nothing for anybody else.</summary>
public sealed class TrialBarTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    [Fact]
    public async Task The_clock_moves_for_a_form_of_our_own_page_and_for_no_other()
    {
        using var folder = new TempFolder();
        prepared.CopyTo(folder.Path);
        await using var host = await StartAsync(folder, trial: true);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Url };

        Assert.Equal(HttpStatusCode.Forbidden,
            (await PostAsync(http, "/trial/clock", ("by", "hour"), ("Sec-Fetch-Site", "cross-site"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden,
            (await PostAsync(http, "/trial/tour", ("do", "begin"), ("Origin", "https://example.org"))).StatusCode);
        // A name of somebody else's that leads to this machine: the host answers to its own names only, whatever is asked of it.
        Assert.Equal(HttpStatusCode.BadRequest,
            (await PostAsync(http, "/trial/clock", ("by", "hour"), ("Host", "trial.example.org"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await PostAsync(http, "/be", ("who", "coordinator"), ("Host", "trial.example.org"))).StatusCode);
        Assert.DoesNotContain("Move the clock", await TextAsync(http, "/", ("Host", "trial.example.org")), StringComparison.Ordinal);
        Assert.Contains("9:30 AM", await TextAsync(http, "/"), StringComparison.Ordinal);

        var moved = await PostAsync(http, "/trial/clock", ("by", "hour"), ("Sec-Fetch-Site", "same-origin"), ("return", "/register"));
        Assert.Equal((HttpStatusCode.SeeOther, "/register"), (moved.StatusCode, moved.Headers.Location?.ToString()));
        Assert.Contains("10:30 AM", await TextAsync(http, "/"), StringComparison.Ordinal);
        _ = await PostAsync(http, "/trial/clock", ("by", "nine"), ("Sec-Fetch-Site", "same-origin"));
        Assert.Contains("Tuesday, January 12, 2027, 9:00 AM", await TextAsync(http, "/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/trial/clock", "by", "week", HttpStatusCode.BadRequest)]
    [InlineData("/trial/clock", "by", "close", HttpStatusCode.Conflict)]
    [InlineData("/trial/scene", "scene", "never", HttpStatusCode.BadRequest)]
    [InlineData("/trial/tour", "do", "2", HttpStatusCode.BadRequest)]
    public async Task What_no_button_sends_is_refused_in_words(string path, string field, string value, HttpStatusCode status)
    {
        using var folder = new TempFolder();
        prepared.CopyTo(folder.Path);
        await using var host = await StartAsync(folder, trial: true);
        using var http = new HttpClient { BaseAddress = host.Url };
        var refused = await PostAsync(http, path, (field, value), ("Accept", "text/html"));
        Assert.Equal(status, refused.StatusCode);
        Assert.Contains("<h1>", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_without_a_trial_has_neither_bar_nor_buttons()
    {
        using var folder = new TempFolder();
        prepared.CopyTo(folder.Path);
        await using var host = await StartAsync(folder, trial: false);
        using var http = new HttpClient { BaseAddress = host.Url };
        Assert.DoesNotContain("Move the clock", await TextAsync(http, "/"), StringComparison.Ordinal);
        foreach (var path in new[] { "/trial/clock", "/trial/scene", "/trial/tour" })
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(http, path, ("by", "hour"))).StatusCode);
    }

    private static Task<LocalHost> StartAsync(TempFolder folder, bool trial) =>
        LocalHost.StartAsync(new(folder.Path, Port: 0)
        { Clock = new StandingClock(ReviewStory.Monday), TimePasses = false, Trial = trial });

    /// <summary>Posts one or two fields; whatever has the name of a header is one.</summary>
    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string path, params (string Name, string Value)[] given)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(given.Where(g => char.IsAsciiLetterLower(g.Name[0]))
                .Select(g => KeyValuePair.Create(g.Name, g.Value))),
        };
        return SendAsync(http, request, given);
    }

    private static async Task<string> TextAsync(HttpClient http, string path, params (string Name, string Value)[] headers) =>
        await (await SendAsync(http, new(HttpMethod.Get, path), headers)).Content.ReadAsStringAsync();

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, HttpRequestMessage request, (string Name, string Value)[] given)
    {
        foreach (var (name, value) in given.Where(g => char.IsAsciiLetterUpper(g.Name[0])))
            request.Headers.TryAddWithoutValidation(name, value);
        return http.SendAsync(request);
    }
}
