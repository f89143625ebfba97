using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using CtVoice.Functions.Tests.Http;
using CtVoice.Functions.Tests.Storage;
using CtVoice.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Functions.Tests.Worker;

/// <summary>HTTP through the real worker in a process of its own.</summary>
[Collection(Azurite.Collection)]
public sealed partial class PublishedWorkerTests(RunningWorker worker) : IClassFixture<RunningWorker>, IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public void Dispose() => http.Dispose();

    [SkippableFact]
    public async Task Path_query_key_and_body_reach_the_product()
    {
        using var health = await SendAsync(HttpMethod.Get, "health");
        using var found = await SendAsync(HttpMethod.Get, "api/catalogue?search=graduation", null, ("X-Api-Key", RunningWorker.Key));
        using var check = await SendAsync(
            HttpMethod.Post, "api/projects/check", JsonContent.Create(new { nothing = true }), ("X-Api-Key", RunningWorker.Key));

        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Contains("Graduation Date", await found.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("nothing", await check.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_page_is_drawn()
    {
        using var page = await SendAsync(HttpMethod.Get, "sign-in");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<form", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Whoever_calls_beside_somebody_with_a_key_is_still_asked_for_their_own()
    {
        async Task<HttpStatusCode> AskAsync(params (string, string)[] headers)
        {
            using var answer = await SendAsync(HttpMethod.Get, "api/reviews", null, headers);
            return answer.StatusCode;
        }

        var answers =
            await Task.WhenAll(Enumerable.Range(0, 20).Select(n => n % 2 == 0 ? AskAsync(("X-Api-Key", RunningWorker.Key)) : AskAsync()));

        Assert.All(answers.Index(), a => Assert.Equal(a.Index % 2 == 0 ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, a.Item));
    }

    [SkippableFact]
    public async Task HEAD_has_the_headers_of_GET_and_no_body()
    {
        using var get = await SendAsync(HttpMethod.Get, "health");
        using var head = await SendAsync(HttpMethod.Head, "health");

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(Names(get), Names(head));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [SkippableTheory]
    [InlineData("GET", "no/such/path", HttpStatusCode.NotFound, null)]
    [InlineData("OPTIONS", "no/such/path", HttpStatusCode.NotFound, null)]
    [InlineData("POST", "health", HttpStatusCode.MethodNotAllowed, "GET, HEAD, OPTIONS")]
    [InlineData("PROPFIND", "health", HttpStatusCode.MethodNotAllowed, "GET, HEAD, OPTIONS")]
    [InlineData("OPTIONS", "health", HttpStatusCode.NoContent, "GET, HEAD, OPTIONS")]
    public async Task What_the_board_does_not_have_it_answers_itself(string method, string path, HttpStatusCode status, string? allowed)
    {
        using var answer = await SendAsync(new HttpMethod(method), path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(allowed, answer.Content.Headers.Allow.Count == 0 ? null : string.Join(", ", answer.Content.Headers.Allow));
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [SkippableFact]
    public async Task A_body_that_breaks_off_is_no_fault_and_the_next_request_is_answered()
    {
        using (var caller = new TcpClient())
        {
            await caller.ConnectAsync(worker.Host.Address.Host, worker.Host.Address.Port);
            await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                "POST /sign-in HTTP/1.1\r\nHost: board.example.org\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + "100\r\n\r\nkey="));
        }

        using var next = await SendAsync(HttpMethod.Get, "health");

        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.DoesNotContain("signIn failed", worker.Host.Said, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_caller_chooses_its_address_in_no_way()
    {
        async Task<HttpStatusCode> GuessAsync(string forwarded)
        {
            using var answer =
                await SendAsync(HttpMethod.Get, "api/reviews", null, ("X-Api-Key", "ctv_wrong"), ("X-Forwarded-For", forwarded));
            return answer.StatusCode;
        }

        // The platform's front end adds whom it sees to whatever the caller wrote, with the port.
        var answers = new List<HttpStatusCode>();
        foreach (var n in Enumerable.Range(1, 40))
            answers.Add(await GuessAsync(string.Create(CultureInfo.InvariantCulture, $"198.51.100.{n}, 203.0.113.7:{50000 + n}")));

        Assert.Equal(HttpStatusCode.Unauthorized, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(HttpStatusCode.Unauthorized, await GuessAsync("203.0.113.7, 203.0.113.8:50000"));
    }

    [SkippableFact]
    public async Task Where_the_board_is_says_the_installation_and_not_the_caller()
    {
        using var own = await SignInAsync("https://board.example.org", "127.0.0.1", "http");
        using var strange = await SignInAsync("https://elsewhere.example.org", "elsewhere.example.org", "https");

        Assert.Equal(HttpStatusCode.SeeOther, own.StatusCode);
        Assert.Contains("; secure", Assert.Single(own.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Forbidden, strange.StatusCode);
    }

    [SkippableFact]
    public async Task Somebody_signs_in_and_a_form_of_the_desk_is_taken_with_the_token_of_its_page_only()
    {
        using var signedIn = await SignInAsync("https://board.example.org", "127.0.0.1", "http");
        var cookies = CookiesOf(signedIn);
        using var page = await SendAsync(HttpMethod.Get, "desk/contacts", null, ("Cookie", cookies));
        var token = FormToken().Match(await page.Content.ReadAsStringAsync()).Groups["token"].Value;
        if (page.Headers.Contains("Set-Cookie"))
            cookies += "; " + CookiesOf(page);

        Assert.Equal(HttpStatusCode.Forbidden, await GiveAsync("forged"));
        Assert.Equal(HttpStatusCode.SeeOther, await GiveAsync(token));

        using var given = await SendAsync(HttpMethod.Get, "desk/contacts", null, ("Cookie", cookies));
        Assert.Contains("data@agency.example.org", await given.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        async Task<HttpStatusCode> GiveAsync(string token)
        {
            using var answer = await SendAsync(
                HttpMethod.Post, "desk/contacts/give",
                new FormUrlEncodedContent(
                    [new(PageSessions.FormTokenField, token), new("form", "give"), new("agency", "DSS"),
                        new("address", "data@agency.example.org"), new("label", "Data mailbox")]),
                ("Cookie", cookies), ("Origin", "https://board.example.org"), ("X-Forwarded-For", "203.0.113.9:50000"));
            return answer.StatusCode;
        }
    }

    [SkippableFact]
    public async Task Every_endpoint_refuses_as_it_does_on_a_server_of_the_local_kind()
    {
        _ = worker.Host;
        await using var server = await PipelineServer.StartAsync(worker.Configuration, app => app.UseCtVoiceWeb());
        var operations = Operation.All(server.Services.GetRequiredService<EndpointDataSource>());
        // Each from an address of its own, so that nobody asks too often; the one key may break off some bodies, not one for each endpoint.
        var bodies = operations.Where(o => o.Body.Kind is BodyKind.Json).Where((_, n) => n % 3 == 0).ToHashSet();
        var cases = operations.SelectMany(o => CasesOf(o, bodies.Contains(o))).Index();

        var different = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (numbered, _) =>
        {
            var (n, c) = numbered;
            var (here, there) = (await AskAsync(server.Address()), await AskAsync(worker.Host.Address));
            if (here != there)
                different.Add($"{c.Method} /{c.Path}: {here} here, {there} by the worker");

            async Task<Refusal> AskAsync(Uri host)
            {
                using var request = new HttpRequestMessage(new(c.Method), new Uri(host, c.Path));
                request.Headers.Add("X-Forwarded-For", $"203.{n / 250}.113.{n % 250}");
                if (c.Key is not null)
                    request.Headers.Add("X-Api-Key", c.Key);
                if (c.Body is not null)
                    request.Content = new StringContent(c.Body, Encoding.UTF8, "application/json");
                using var answer = await http.SendAsync(request, CancellationToken.None);
                return await Refusal.OfAsync(answer);
            }
        });

        Assert.InRange(operations.Count, 200, 1000);
        Assert.InRange(bodies.Count, 20, Rate.Writes.Burst - 20);
        Assert.Empty(different);
    }

    /// <summary>Somebody without a key, one who asks what is answered, and the coordinator with a body that breaks off.</summary>
    private static IEnumerable<(string Method, string Path, string? Key, string? Body)> CasesOf(Operation operation, bool body)
    {
        var path = operation.Values.Aggregate(operation.Template,
            (template, name) => template.Replace($"{{{name}}}", "unknown", StringComparison.Ordinal));
        yield return (operation.Method, path, null, null);
        yield return ("OPTIONS", path, null, null);
        if (body)
            yield return (operation.Method, path, RunningWorker.Key, "{");
    }

    private static string CookiesOf(HttpResponseMessage answer) =>
        string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));

    [GeneratedRegex($"name=\"{PageSessions.FormTokenField}\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex FormToken();

    // As an older browser does, which tells its origin only.
    private Task<HttpResponseMessage> SignInAsync(string origin, string forwardedHost, string forwardedProto) => SendAsync(
        HttpMethod.Post, "sign-in", new FormUrlEncodedContent([new("key", RunningWorker.Key)]),
        ("Origin", origin), ("X-Forwarded-Host", forwardedHost), ("X-Forwarded-Proto", forwardedProto),
        ("X-Forwarded-For", "203.0.113.9:50000"));

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(worker.Host.Address, path)) { Content = body };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await http.SendAsync(request);
    }

    private static IEnumerable<string> Names(HttpResponseMessage answer) => answer.Headers.Select(h => h.Key).Order(StringComparer.Ordinal);
}
