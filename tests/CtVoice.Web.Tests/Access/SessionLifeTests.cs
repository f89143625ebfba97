using System.Net;
using System.Text.RegularExpressions;
using CtVoice.Web.Routes;

namespace CtVoice.Web.Tests;

/// <summary>How long a session lasts, that its holder sees all of their own and ends any, and that the coordinator ends
/// anybody's.</summary>
public sealed partial class SessionLifeTests
{
    [Fact]
    public async Task A_session_ends_after_half_an_hour_in_which_nothing_was_asked_and_not_while_somebody_works()
    {
        await using var host = await WebHost.StartAsync(AllRoutes.MapCtVoice, new WebOptions());
        var browser = await new Browser().SignInAsync(host, Role.Auditor);
        for (var i = 0; i < 15; i++)
        {
            host.Time.Advance(TimeSpan.FromMinutes(25));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(host, "/sign-in")).StatusCode);
            Assert.Contains("Sign out", browser.Body, StringComparison.Ordinal);
        }
        host.Time.Advance(TimeSpan.FromMinutes(31));
        await browser.GetAsync(host, "/sign-in");
        Assert.DoesNotContain("Sign out", browser.Body, StringComparison.Ordinal);

        // Eight hours are the most, whatever was done.
        browser = await new Browser().SignInAsync(host, Role.Auditor);
        for (var i = 0; i < 24; i++)
        {
            host.Time.Advance(TimeSpan.FromMinutes(20));
            await browser.GetAsync(host, "/sign-in");
        }
        Assert.DoesNotContain("Sign out", browser.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_sees_their_own_sessions_and_ends_one_or_all_others()
    {
        await using var host = await WebHost.StartAsync(AllRoutes.MapCtVoice, new WebOptions());
        var key = await host.Keys.CreateAsync("laptop and phone", Role.Agency, "DSS", null);
        var stranger = await new Browser().SignInAsync(host, Role.Agency, "DCF");
        var (laptop, phone, office) = (new Browser(), new Browser(), new Browser());
        foreach (var one in new[] { laptop, phone, office })
        {
            _ = await one.PostAsync(host, "/sign-in", ("key", key.Token));
            host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(HttpStatusCode.OK, (await laptop.GetAsync(host, "/sessions")).StatusCode);
        var mine = Sessions(laptop.Body);
        Assert.Equal(3, mine.Count);
        Assert.Contains("this one", laptop.Body, StringComparison.Ordinal);
        await stranger.GetAsync(host, "/sessions");
        var theirs = Assert.Single(Sessions(stranger.Body));

        // Of somebody else's nothing is known.
        Assert.Equal(HttpStatusCode.NotFound,
            (await laptop.PostAsync(host, "/sessions/end", ("form-token", laptop.Token), ("session", theirs))).StatusCode);
        await phone.GetAsync(host, "/sessions");
        _ = await phone.PostAsync(host, "/sessions/end", ("form-token", phone.Token), ("session", "others"));
        await laptop.GetAsync(host, "/sessions");
        Assert.DoesNotContain("Sign out", laptop.Body, StringComparison.Ordinal);
        await office.GetAsync(host, "/sessions");
        Assert.DoesNotContain("Sign out", office.Body, StringComparison.Ordinal);
        await phone.GetAsync(host, "/sessions");
        Assert.Single(Sessions(phone.Body));
        await stranger.GetAsync(host, "/sessions");
        Assert.Single(Sessions(stranger.Body));
    }

    [Fact]
    public async Task The_coordinator_ends_any_session_by_page_and_by_program()
    {
        await using var host = await WebHost.StartAsync(AllRoutes.MapCtVoice, new WebOptions());
        var agency = await new Browser().SignInAsync(host, Role.Agency, "DSS");
        var auditor = await new Browser().SignInAsync(host, Role.Auditor);
        await agency.GetAsync(host, "/sessions");
        var ofAgency = Assert.Single(Sessions(agency.Body));
        var coordinator = await new Browser().SignInAsync(host, Role.Coordinator);
        await coordinator.GetAsync(host, "/");
        _ = await coordinator.PostAsync(host, "/sessions/end", ("form-token", coordinator.Token), ("session", ofAgency));
        await agency.GetAsync(host, "/sessions");
        Assert.DoesNotContain("Sign out", agency.Body, StringComparison.Ordinal);

        await auditor.GetAsync(host, "/sessions");
        var ofAuditor = Assert.Single(Sessions(auditor.Body));
        using var program = await host.ClientOfAsync(Role.Coordinator);
        Assert.Contains(ofAuditor, await program.GetStringAsync("/api/sessions"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await program.DeleteAsync($"/api/sessions/{ofAuditor}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.DeleteAsync($"/api/sessions/{ofAuditor}")).StatusCode);
        await auditor.GetAsync(host, "/sessions");
        Assert.DoesNotContain("Sign out", auditor.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_https_the_cookies_bear_the_prefix_by_which_no_other_host_can_set_them()
    {
        await using var secure = await WebHost.StartAsync(
            AllRoutes.MapCtVoice, new WebOptions { PublicUrl = new("https://board.example.org") });
        var browser = await new Browser().SignInAsync(secure, Role.Coordinator);
        Assert.StartsWith("__Host-ctvoice-session=", Assert.Single(browser.Set), StringComparison.Ordinal);
        await browser.GetAsync(secure, "/sessions");
        Assert.StartsWith("__Host-ctvoice-form=", Assert.Single(browser.Set), StringComparison.Ordinal);
        using var left = await browser.PostAsync(secure, "/sign-out", browser.Token);
        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.Equal("\"cache\", \"storage\"", Assert.Single(left.Headers.GetValues("Clear-Site-Data")));
        await browser.GetAsync(secure, "/sessions");
        Assert.DoesNotContain("Sign out", browser.Body, StringComparison.Ordinal);

        await using var plain = await WebHost.StartAsync(AllRoutes.MapCtVoice, new WebOptions());
        browser = await new Browser().SignInAsync(plain, Role.Coordinator);
        Assert.StartsWith("ctvoice-session=", Assert.Single(browser.Set), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Sessions(string page) => [.. SessionField().Matches(page).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("name=\"session\" value=\"([0-9a-f]{16})\"")]
    private static partial Regex SessionField();
}
