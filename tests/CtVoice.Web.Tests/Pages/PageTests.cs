using System.Net;
using CtVoice.Core.Storage;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using CtVoice.Web.Simulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Web.Tests.Pages;

public sealed class PageTests
{
    private static void MapTestDesk(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapCtVoice();
        endpoints.MapPage("/test-desk", _ => Task.FromResult<IResult>(new Page("Desk", builder =>
        {
            builder.AddMarkupContent(0, "<h1>Desk</h1>");
            builder.OpenComponent<FormToken>(1);
            builder.CloseComponent();
        })))
            .OpenTo(Access.SignedIn(Role.Coordinator)).WithName("testDesk");
        endpoints.MapForm("/test-desk", _ => Task.FromResult(Answer.SeeOther("/test-desk"))).OpenTo(Access.SignedIn(Role.Coordinator))
            .WithName("postTestDesk");
    }

    private static IEndpointConventionBuilder PostOpen(IEndpointRouteBuilder endpoints) =>
        endpoints.MapForm("/open", _ => Task.FromResult(Answer.SeeOther("/"))).OpenTo(Access.Public).WithName("postOpen");

    [Fact]
    public async Task Where_the_storage_fails_whoever_is_signed_in_still_gets_a_page_that_says_so()
    {
        WebHost? host = null;
        await using var started = host = await WebHost.StartAsync(
            endpoints =>
            {
                endpoints.MapCtVoice();
                endpoints.MapPage("/test-fails", _ => throw (host!.Table.Fault = new TableFaultException("busy", isTransient: true)))
                    .OpenTo(Access.SignedIn(Role.Coordinator)).WithName("testFails");
            },
            new WebOptions());
        var browser = await new Browser().SignInAsync(started, Role.Coordinator);

        var answer = await browser.GetAsync(started, "/test-fails");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("<h1>", browser.Body, StringComparison.Ordinal);
        Assert.Contains("Coordinator", browser.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"form-token\" value=\"\"", browser.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_put_into_a_page_is_encoded()
    {
        const string hostile = "é <script>\"'&</script>";
        await using var host = await WebHost.StartAsync(
            endpoints =>
            {
                endpoints.MapCtVoice();
                endpoints.MapPage("/test-hostile", _ => Task.FromResult<IResult>(new Page(hostile, builder =>
                {
                    builder.OpenElement(0, "a");
                    builder.AddAttribute(1, "href", "/\" onclick=\"<");
                    builder.AddContent(2, hostile);
                    builder.CloseElement();
                })
                { Crumbs = [new(hostile, "/")], Feeds = [new(hostile, "/")] })).OpenTo(Access.Public).WithName("testHostile");
            },
            new WebOptions());

        var html = await host.Client.GetStringAsync("/test-hostile");

        Assert.Contains("<a href=\"/&quot; onclick=&quot;&lt;\">é &lt;script&gt;&quot;&#x27;&amp;&lt;/script&gt;</a>", html,
            StringComparison.Ordinal);
        Assert.Contains("<title>é &lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_page_answers_with_links_and_no_inline_style_or_script()
    {
        await using var host = await WebHost.StartAsync(AllRoutes.MapCtVoice, new WebOptions());

        var html = await host.Client.GetStringAsync("/");

        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/openapi.json\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "en", "Nothing here is decided by artificial intelligence.", "hreflang=\"es\"")]
    [InlineData("/es", "es", "Aquí nada lo decide la inteligencia artificial.", ">Registro público</a>")]
    public async Task The_front_page_is_for_everybody_in_two_languages_and_shows_no_command(string path, string language, string foot,
        string other)
    {
        await using var host = await WebHost.StartAsync(AllRoutes.MapCtVoice, new WebOptions());

        var html = await host.Client.GetStringAsync(path);

        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains(foot, html, StringComparison.Ordinal);
        Assert.Contains(other, html, StringComparison.Ordinal);
        Assert.All([language == "es" ? "/es/register" : "/register", "/register/landscape", "/record", "/sign-in"],
            link => Assert.Contains($"href=\"{link}\"", html, StringComparison.Ordinal));
        Assert.All(["curl", "dotnet", "<code", "X-Api-Key"], word => Assert.DoesNotContain(word, html, StringComparison.Ordinal));
        Assert.Contains("<link rel=\"alternate\" type=\"application/atom&#x2B;xml\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_copy_cannot_be_taken_for_a_real_one()
    {
        await using var trial =
            await WebHost.StartAsync(AllRoutes.MapCtVoice, new WebOptions(), services => services.AddSingleton(Banner.Trial));
        await using var real = await WebHost.StartAsync(AllRoutes.MapCtVoice, new WebOptions());

        foreach (var (path, says) in new[] { ("/", Banner.Trial.Text), ("/register", Banner.Trial.Text), ("/es", Banner.Trial.Spanish) })
        {
            var html = await trial.Client.GetStringAsync(path);
            Assert.Contains(says, html, StringComparison.Ordinal);
            Assert.True(html.IndexOf("class=\"trial\"", StringComparison.Ordinal)
                < html.IndexOf("class=\"band\"", StringComparison.Ordinal));
            Assert.DoesNotContain("class=\"trial\"", await real.Client.GetStringAsync(path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_top_of_a_page_leads_whoever_looks_at_it_where_they_may_go_and_out()
    {
        await using var host =
            await WebHost.StartAsync(endpoints => { endpoints.MapCtVoice(); endpoints.MapSimulatorsBehindSignIn(); }, new WebOptions());
        var coordinator = await SignInAsync(host, Role.Coordinator);

        Assert.Equal(["/register", "/register/landscape", "/record", "/sign-in", "/es"], Links(await host.Client.GetStringAsync("/")));
        Assert.Equal(
            ["/agency", "/agency/new", "/agency/dates", "/agency/subscriptions", "/agency/contacts", "/register", "/register/landscape",
                "/es"], Links(await BodyAsync(await SendAsync(host, HttpMethod.Get, "/", await SignInAsync(host, Role.Agency, "DSS")))));
        var page = await BodyAsync(await SendAsync(host, HttpMethod.Get, "/", coordinator));
        Assert.Equal(
            ["/desk", "/desk/reviews", "/desk/pen", "/desk/members", "/desk/settings", "/register", "/register/landscape", "/sim", "/es"],
            Links(page));
        Assert.Contains("action=\"/sign-out\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther,
            (await SendAsync(host, HttpMethod.Post, "/sign-out", coordinator, coordinator.Token)).StatusCode);
        Assert.Contains("/sign-in", Links(await BodyAsync(await SendAsync(host, HttpMethod.Get, "/", coordinator))));
    }

    [Fact]
    public async Task A_resident_who_is_refused_is_led_nowhere()
    {
        await using var host = await WebHost.StartAsync(AllRoutes.MapCtVoice, new WebOptions());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/r/unknown") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        var page = await BodyAsync(await host.Client.SendAsync(request));

        Assert.Contains("out of date", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<a href", page, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Links(string page) =>
        page.Split("<nav class=\"bar-nav\"")[1].Split("</nav>")[0].Split("href=\"").Skip(1).Select(l => l.Split('"')[0]);

    [Theory]
    [InlineData("/assets/site.css", "text/css")]
    [InlineData("/assets/icon.svg", "image/svg+xml")]
    [InlineData("/openapi.json", "application/json")]
    public async Task A_file_is_not_sent_again_to_who_has_it(string path, string contentType)
    {
        await using var host = await WebHost.StartAsync(AllRoutes.MapCtVoice, new WebOptions());

        var first = await host.Client.GetAsync(path);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var second = await host.Client.SendAsync(again);

        Assert.Equal(contentType, first.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(await first.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task Nobody_signed_in_is_asked_to_sign_in()
    {
        await using var host = await StartAsync();

        var response = await host.Client.GetAsync("/test-desk");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("action=\"/sign-in\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_shows_the_page_takes_its_form_and_ends()
    {
        await using var host = await StartAsync();
        var browser = await SignInAsync(host, Role.Coordinator);
        _ = await SendAsync(host, HttpMethod.Get, "/test-desk", browser);
        var token = browser.Token;

        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(host, HttpMethod.Post, "/test-desk", browser, token)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(host, HttpMethod.Post, "/sign-out", browser, token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(host, HttpMethod.Get, "/test-desk", browser)).StatusCode);
    }

    [Fact]
    public async Task A_form_without_the_token_of_its_session_is_refused()
    {
        await using var host = await StartAsync();
        var browser = await SignInAsync(host, Role.Coordinator);
        var other = await SignInAsync(host, Role.Coordinator);
        _ = await SendAsync(host, HttpMethod.Get, "/test-desk", other);
        var token = other.Token;

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(host, HttpMethod.Post, "/test-desk", browser)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(host, HttpMethod.Post, "/test-desk", browser, token)).StatusCode);
    }

    [Fact]
    public async Task A_session_of_another_role_is_refused()
    {
        await using var host = await StartAsync();

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await SendAsync(host, HttpMethod.Get, "/test-desk", await SignInAsync(host, Role.Auditor))).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_with_the_key_that_opened_it()
    {
        await using var host = await StartAsync();
        var browser = await SignInAsync(host, Role.Coordinator);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(host, HttpMethod.Get, "/test-desk", browser)).StatusCode);

        var key = Assert.Single((await host.Keys.ListAsync()).Lines).Id;
        await host.Keys.CreateAsync("another coordinator", Role.Coordinator, null, null);
        Assert.Equal(KeyChange.Done, await host.Keys.RevokeAsync(key));

        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(host, HttpMethod.Get, "/test-desk", browser)).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours()
    {
        await using var host = await StartAsync();
        var browser = await SignInAsync(host, Role.Coordinator);

        host.Time.Advance(PageSessions.Lifetime);

        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(host, HttpMethod.Get, "/test-desk", browser)).StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.SeeOther)]
    [InlineData("Origin", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost", HttpStatusCode.SeeOther)]
    [InlineData("Origin", "null", HttpStatusCode.SeeOther)]
    public async Task A_form_from_another_site_is_refused(string header, string value, HttpStatusCode status)
    {
        await using var host = await WebHost.StartAsync(PostOpen);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/open") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add(header, value);

        Assert.Equal(status, (await host.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_key_opens_no_session()
    {
        await using var host = await StartAsync();
        using var form = new FormUrlEncodedContent([new("key", "ctv_wrong")]);

        var response = await host.Client.PostAsync("/sign-in", form);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    private static Task<WebHost> StartAsync() => WebHost.StartAsync(MapTestDesk, new WebOptions());

    private static async Task<Browser> SignInAsync(WebHost host, Role role, string? agency = null)
    {
        var browser = await new Browser().SignInAsync(host, role, agency);
        var cookie = Assert.Single(browser.Set);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        return browser;
    }

    private static Task<HttpResponseMessage> SendAsync(WebHost host, HttpMethod method, string path, Browser browser,
        string? token = null) =>
        method == HttpMethod.Post ? browser.PostAsync(host, path, token ?? "") : browser.GetAsync(host, path);

    private static Task<string> BodyAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync();
}
