using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CtVoice.Core.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Tests.Gateway;

public sealed class PipelineTests
{
    private sealed record Note(string Text, int Count = 0);

    private static IEndpointConventionBuilder Public(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/public/{id}", c => Task.FromResult(Answer.Json(new Note(c.RouteText("id"))))).OpenTo(Access.Public)
            .WithName("readPublic");

    private static IEndpointConventionBuilder Write(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost<Note>("/notes",
            (c, note) => Task.FromResult(Answer.Json(note with { Text = $"{c.Principal().Agency}:{note.Text}" }, 201)))
            .OpenTo(Access.For(Role.Agency, Role.Coordinator)).WithName("writeNote");

    private static Func<IEndpointRouteBuilder, IEndpointConventionBuilder> Failing(Exception e) =>
        endpoints => endpoints.MapGet("/failing", _ => Task.FromException<IResult>(e)).OpenTo(Access.Public).WithName("fail");

    [Fact]
    public async Task A_body_of_the_right_shape_reaches_the_handler_with_its_caller()
    {
        await using var host = await WebHost.StartAsync(Write);
        using var agency = await host.ClientOfAsync(Role.Agency, "DSS");

        var response = await agency.PostAsJsonAsync("/notes", new { text = "hello" });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("DSS:hello", (await JsonOf(response)).GetProperty("text").GetString());
    }

    [Fact]
    public async Task Every_fault_of_a_body_is_named_with_its_pointer()
    {
        await using var host = await WebHost.StartAsync(Write);
        using var agency = await host.ClientOfAsync(Role.Agency, "DSS");

        var response = await agency.PostAsJsonAsync("/notes", new { txet = "hello", count = "1" });

        var problem = await ProblemOf(response, HttpStatusCode.BadRequest, "faults");
        Assert.Equal(
            ["/txet", "/count", "/text"],
            problem.GetProperty("faults").EnumerateArray().Select(f => f.GetProperty("pointer").GetString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ctv_unknown")]
    [InlineData("something else")]
    public async Task Without_a_key_that_works_nothing_is_told(string? key)
    {
        await using var host = await WebHost.StartAsync(Write);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/notes") { Content = JsonContent.Create(new { text = "x" }) };
        if (key is not null)
            request.Headers.Add("X-Api-Key", key);

        var response = await host.Client.SendAsync(request);

        await ProblemOf(response, HttpStatusCode.Unauthorized, "no-access");
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    public async Task A_key_of_another_role_is_refused()
    {
        await using var host = await WebHost.StartAsync(Write);
        using var auditor = await host.ClientOfAsync(Role.Auditor);

        await ProblemOf(await auditor.PostAsJsonAsync("/notes", new { text = "x" }), HttpStatusCode.Forbidden, "not-yours");
    }

    [Fact]
    public async Task The_key_header_works_like_the_bearer_header()
    {
        await using var host = await WebHost.StartAsync(Write);
        var key = await host.Keys.CreateAsync("test", Role.Coordinator, null, null);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/notes") { Content = JsonContent.Create(new { text = "x" }) };
        request.Headers.Add("X-Api-Key", key.Token);

        Assert.Equal(HttpStatusCode.Created, (await host.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Guessing_keys_is_slowed_down_for_that_address()
    {
        await using var host = await WebHost.StartAsync(Write);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.PostAsJsonAsync("/notes", new { text = "x" })).StatusCode);
        host.Client.DefaultRequestHeaders.Add("X-Api-Key", "ctv_a-guess");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i <= Rate.Attempts.Burst; i++)
            statuses.Add((await host.Client.PostAsJsonAsync("/notes", new { text = "x" })).StatusCode);

        // Whoever sends no key has not guessed: the first request did not count.
        Assert.Equal(HttpStatusCode.Unauthorized, statuses[^2]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Fact]
    public async Task A_key_that_works_is_let_in_while_a_neighbour_behind_the_same_address_guesses()
    {
        await using var host = await WebHost.StartAsync(Write);
        using var agency = await host.ClientOfAsync(Role.Agency, "DSS");
        host.Client.DefaultRequestHeaders.Add("X-Api-Key", "ctv_a-guess");
        while ((await host.Client.PostAsJsonAsync("/notes", new { text = "x" })).StatusCode != HttpStatusCode.TooManyRequests)
        {
        }

        Assert.Equal(HttpStatusCode.Created, (await agency.PostAsJsonAsync("/notes", new { text = "x" })).StatusCode);
    }

    [Fact]
    public async Task Guesses_that_begin_differently_are_slowed_down_in_the_end()
    {
        await using var host = await WebHost.StartAsync(Write);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i <= Rate.Guesses.Burst; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/notes") { Headers = { { "X-Api-Key", $"ctv_{i:0000}" } } };
            statuses.Add((await host.Client.SendAsync(request)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, statuses[^2]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Fact]
    public async Task An_answer_that_fails_after_it_began_does_not_end_as_if_it_were_whole()
    {
        await using var host = await WebHost.StartAsync(e => e.MapGet("/broken", async c =>
        {
            await c.Response.WriteAsync("the first half");
            await c.Response.Body.FlushAsync();
            throw new InvalidOperationException("+12035550123 said hello");
        }).OpenTo(Access.Public).WithName("break"));

        await Assert.ThrowsAnyAsync<Exception>(() => host.Client.GetStringAsync("/broken"));
        Assert.Contains(host.Log.Lines, l => l.Contains("break failed with System.InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, l => l.Contains("5550123", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_browser_that_is_lost_reads_a_page_and_a_program_does_not()
    {
        await using var host = await WebHost.StartAsync(Public);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere") { Headers = { { "Accept", "text/html,*/*;q=0.8" } } };

        Assert.Equal("text/html", (await host.Client.SendAsync(request)).Content.Headers.ContentType!.MediaType);
        Assert.Equal("application/problem+json", (await host.Client.GetAsync("/nowhere")).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task What_a_request_says_of_its_own_host_counts_for_nothing_where_the_public_address_is_known()
    {
        await using var host = await WebHost.StartAsync(
            e => e.MapGet("/where", c => Task.FromResult(Answer.Text($"{c.Request.Scheme}://{c.Request.Host}"))).OpenTo(Access.Public),
            new WebOptions { PublicUrl = new("https://board.example.org") });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/where");
        request.Headers.Host = "elsewhere.example";
        request.Headers.Add("X-Forwarded-Host", "elsewhere.example");
        request.Headers.Add("X-Forwarded-Proto", "http");

        var answer = await host.Client.SendAsync(request);

        Assert.Equal("https://board.example.org", await answer.Content.ReadAsStringAsync());
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Too_many_requests_are_told_when_to_come_back_and_may()
    {
        await using var host = await WebHost.StartAsync(e => Public(e).RateLimited(new Rate("test", 6, 2)));
        await host.Client.GetAsync("/public/1");
        await host.Client.GetAsync("/public/1");

        var refused = await host.Client.GetAsync("/public/1");
        host.Time.Advance(refused.Headers.RetryAfter!.Delta!.Value);

        await ProblemOf(refused, HttpStatusCode.TooManyRequests, "too-often");
        Assert.Equal(TimeSpan.FromSeconds(10), refused.Headers.RetryAfter.Delta);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/public/1")).StatusCode);
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_not_read()
    {
        await using var host = await WebHost.StartAsync(Write);
        using var agency = await host.ClientOfAsync(Role.Agency, "DSS");

        var response = await agency.PostAsJsonAsync("/notes", new { text = new string('x', BodyLimit.Ordinary.Bytes) });

        await ProblemOf(response, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task A_body_without_a_length_is_counted_while_it_is_read()
    {
        await using var host = await WebHost.StartAsync(Write);
        using var agency = await host.ClientOfAsync(Role.Agency, "DSS");
        using var content = new StreamContent(new Endless(BodyLimit.Ordinary.Bytes + 1));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        var response = await agency.PostAsync("/notes", content);

        await ProblemOf(response, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task A_body_of_another_kind_is_refused(string contentType)
    {
        await using var host = await WebHost.StartAsync(Write);
        using var agency = await host.ClientOfAsync(Role.Agency, "DSS");
        using var content = new ByteArrayContent("""{"text":"x"}"""u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        await ProblemOf(await agency.PostAsync("/notes", content), HttpStatusCode.UnsupportedMediaType, "content-type");
    }

    [Fact]
    public async Task An_unknown_path_and_an_unknown_id_look_alike()
    {
        await using var host =
            await WebHost.StartAsync(e => e.MapGet("/things/{id}", _ => Task.FromResult<IResult>(Problem.NotFound()))
                .OpenTo(Access.Public));

        var id = await host.Client.GetAsync("/things/1");
        var path = await host.Client.GetAsync("/no/such/path");

        await ProblemOf(id, HttpStatusCode.NotFound, "not-found");
        Assert.Equal(await id.Content.ReadAsByteArrayAsync(), await path.Content.ReadAsByteArrayAsync());
        Assert.Equal(id.Headers.ToString(), path.Headers.ToString());
    }

    [Fact]
    public async Task A_wrong_method_is_told_the_right_ones()
    {
        await using var host = await WebHost.StartAsync(Public);

        var response = await host.Client.DeleteAsync("/public/1");

        await ProblemOf(response, HttpStatusCode.MethodNotAllowed, "method");
        Assert.Equal(["GET", "HEAD", "OPTIONS"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Options_lists_the_methods_of_a_path()
    {
        await using var host = await WebHost.StartAsync(Public);
        using var request = new HttpRequestMessage(HttpMethod.Options, "/public/1");

        var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Head_answers_with_the_headers_of_get_and_no_body()
    {
        await using var host = await WebHost.StartAsync(Public);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/public/1");

        var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(22, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_fault_of_ours_is_answered_and_logged_without_what_it_quotes()
    {
        await using var host = await WebHost.StartAsync(Failing(new InvalidOperationException("+12035550123 said hello")));

        var response = await host.Client.GetAsync("/failing");

        var problem = await ProblemOf(response, HttpStatusCode.InternalServerError, "fault");
        var line = Assert.Single(host.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal));
        Assert.Contains("System.InvalidOperationException", line, StringComparison.Ordinal);
        Assert.Contains(problem.GetProperty("traceId").GetString()!, line, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Lines, l => l.Contains("5550123", StringComparison.Ordinal));
        Assert.DoesNotContain("5550123", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_storage_is_answered_with_come_back_later()
    {
        await using var host = await WebHost.StartAsync(Failing(new TableFaultException("locked", isTransient: true)));

        var response = await host.Client.GetAsync("/failing");

        await ProblemOf(response, HttpStatusCode.ServiceUnavailable, "busy");
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_caller_who_goes_away_is_not_an_error()
    {
        var started = new TaskCompletionSource();
        await using var host = await WebHost.StartAsync(e => e.MapGet("/slow", async c =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
            return Answer.Nothing();
        }).OpenTo(Access.Public));
        using var patience = new CancellationTokenSource();

        var asking = host.Client.GetAsync("/slow", patience.Token);
        await started.Task;
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await host.DisposeAsync();
        Assert.DoesNotContain(host.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_proxy_that_is_trusted_says_who_calls_and_what_callers_add_is_not_believed()
    {
        await using var host =
            await WebHost.StartAsync(e => Public(e).RateLimited(new Rate("test", 1, 1)), new WebOptions { TrustedProxies = 1 });

        Assert.Equal(HttpStatusCode.OK, await StatusFor("203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusFor("198.51.100.9, 203.0.113.1"));
        Assert.Equal(HttpStatusCode.OK, await StatusFor("203.0.113.2:4711"));
        Assert.Equal(HttpStatusCode.OK, await StatusFor("2001:db8::1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusFor("[2001:db8::2]:4711"));

        async Task<HttpStatusCode> StatusFor(string forwarded)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/public/1");
            request.Headers.Add("X-Forwarded-For", forwarded);
            return (await host.Client.SendAsync(request)).StatusCode;
        }
    }

    [Theory]
    [InlineData("/public/1", "no-cache")]
    [InlineData("/notes", "no-store")]
    [InlineData("/nowhere", "no-store")]
    public async Task Every_answer_carries_the_security_headers(string path, string caching)
    {
        await using var host = await WebHost.StartAsync(Public, Write);

        var response = await host.Client.GetAsync(path);

        Assert.DoesNotContain("unsafe", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal(caching, Header(response, "Cache-Control"));
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));

    private static async Task<JsonElement> ProblemOf(HttpResponseMessage response, HttpStatusCode status, string type)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = await JsonOf(response);
        Assert.Equal("urn:ctvoice:problem:" + type, problem.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    private static async Task<JsonElement> JsonOf(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    /// <summary>So many bytes whose number nobody knows beforehand.</summary>
    private sealed class Endless(int bytes) : MemoryStream(Encoding.ASCII.GetBytes(new string(' ', bytes)))
    {
        public override bool CanSeek => false;
    }
}
