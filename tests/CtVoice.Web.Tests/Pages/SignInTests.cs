using System.Net;
using System.Text.RegularExpressions;
using CtVoice.Web.Desk;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Tests.Pages;

public sealed partial class SignInTests
{
    private static IEndpointConventionBuilder MapNote(IEndpointRouteBuilder endpoints) => endpoints.MapForm<Noted>(
        "/test-note",
        (_, body) => Task.FromResult<IResult>(body.Text.Length > 0 ? Answer.Nothing() : Problem.Faults("/text", "Write something.")),
        context => Task.FromResult<IResult>(Shown(Typed.Of(context)!)), _ => "/test-note").OpenTo(Access.SignedIn(Role.Coordinator))
        .WithName("testNote");

    public sealed record Noted(string Text);

    [Theory]
    [InlineData("/desk/reviews?stage=all", "/desk/reviews?stage=all")]
    [InlineData("//elsewhere.example/desk", "/desk")]
    [InlineData("/\\elsewhere.example", "/desk")]
    [InlineData("https://elsewhere.example", "/desk")]
    [InlineData("/desk\r\nSet-Cookie: a=b", "/desk")]
    [InlineData("", "/desk")]
    public async Task Signing_in_leads_where_one_wanted_to_go_and_never_away_from_here(string wanted, string there)
    {
        await using var host = await StartAsync();
        var key = await host.Keys.CreateAsync("test", Role.Coordinator, null, null);

        using var form = new FormUrlEncodedContent([new("key", key.Token), new(Coming.ReturnField, wanted)]);
        var response = await host.Client.PostAsync("/sign-in", form);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(there, response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Whoever_asks_for_a_page_without_a_session_signs_in_on_the_spot_and_goes_there()
    {
        await using var host = await StartAsync();

        var response = await host.Client.GetAsync("/desk/reviews?q=a%26b");
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("name=\"return\" value=\"/desk/reviews?q=a%26b\"", page, StringComparison.Ordinal);
        Assert.Contains("coordinator gives one to each person", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_survives_a_session_that_ended_and_does_nothing_before_it_is_sent_again()
    {
        await using var host = await StartAsync();
        var key = await host.Keys.CreateAsync("test", Role.Coordinator, null, null);
        var typed = "Names <b>out</b>\r\nñ \"&";

        var refused =
            await host.Client.PostAsync("/test-note",
                new FormUrlEncodedContent([new("form-token", "old"), new("form", "note"), new("text", typed)]));
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("What you typed is kept", page, StringComparison.Ordinal);
        var hidden = Hidden(page);
        Assert.DoesNotContain("old", hidden[Coming.KeptField], StringComparison.Ordinal);

        var back = await host.Client.PostAsync("/sign-in", new FormUrlEncodedContent([new("key", key.Token), .. hidden]));
        var kept = await back.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Contains("action=\"/test-note\"", kept, StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Post, "/test-note")
        { Content = new FormUrlEncodedContent(Hidden(kept[kept.IndexOf("<main", StringComparison.Ordinal)..])) };
        again.Headers.Add("Cookie", string.Join("; ", back.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        var shown = await host.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Contains("<p>Names &lt;b&gt;out&lt;/b&gt;&#xA;ñ &quot;&amp;</p><p>True</p>", await shown.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_kept()
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/test-note")
        { Content = new FormUrlEncodedContent([new("text", "theirs")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        var page = await (await host.Client.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.DoesNotContain("theirs", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"return\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_can_be_somebody_at_the_press_of_a_button_on_a_host_without_trial_people()
    {
        await using var host =
            await WebHost.StartAsync(endpoints => { endpoints.MapCtVoice(); endpoints.MapTrialPeople(); }, new WebOptions());

        var response = await host.Client.PostAsync("/be", new FormUrlEncodedContent([new("who", "coordinator")]));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    private static CtVoice.Web.Pages.Page Shown(Typed typed) => new("Note", page =>
    {
        page.AddMarkupContent(0, "<h1>Note</h1><p>");
        page.AddContent(1, typed.Fields["text"][0]);
        page.AddMarkupContent(2, $"</p><p>{typed.Kept}</p>");
    })
    { Status = typed.Status };

    private static Task<WebHost> StartAsync() =>
        WebHost.StartAsync(endpoints => { endpoints.MapCtVoice(); MapNote(endpoints); }, new WebOptions());

    private static Dictionary<string, string> Hidden(string page) =>
        HiddenField().Matches(page)
            .ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value), StringComparer.Ordinal);

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
