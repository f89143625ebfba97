using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using CtVoice.Core.Subscriptions;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Tests.Subscriptions;
using CtVoice.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Access;

/// <summary>
/// Every operation in every case in which it refuses, against what is written down in the folder <c>Transcript</c>: status,
/// headers and body. It is not what must be, it is what is: a difference is looked at, and told in CHANGELOG.md when a caller
/// could notice. <c>CTVOICE_UPDATE=1</c> rewrites it.
/// </summary>
public sealed partial class TranscriptTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Unsaid = ["Date", "Transfer-Encoding", "Content-Length", "Link"];
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"];

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Transcript transcript = new();
    private ReviewStory? story;
    private RequestParts? parts;
    private int made;

    private ReviewStory Story => story!;

    private RequestParts Parts => parts!;

    [Fact]
    public async Task Every_refusal_is_the_one_that_is_written_down()
    {
        var routes = Operation.All(Story.Service<EndpointDataSource>());
        foreach (var route in routes)
            await CallersAsync(route);
        foreach (var route in routes)
            await BodiesAsync(route);
        foreach (var paths in routes.GroupBy(r => r.Template, StringComparer.Ordinal))
            await MethodsAsync([.. paths]);
        await UnknownPathsAsync();
        await TooOftenAsync();

        var files = transcript.Files();
        if (Environment.GetEnvironmentVariable("CTVOICE_UPDATE") == "1")
        {
            Directory.CreateDirectory(Transcript.Folder);
            foreach (var old in Directory.EnumerateFiles(Transcript.Folder))
                File.Delete(old);
            foreach (var (name, text) in files)
                await File.WriteAllTextAsync(Path.Combine(Transcript.Folder, name), text);
        }
        var written = Directory.EnumerateFiles(Transcript.Folder)
            .ToDictionary(f => Path.GetFileName(f)!, File.ReadAllText, StringComparer.Ordinal);
        Assert.Equal(written.Keys.Order(StringComparer.Ordinal), files.Keys.Order(StringComparer.Ordinal));
        Assert.All(files, f => Assert.Equal(written[f.Key], f.Value));
    }

    public async Task InitializeAsync()
    {
        story = await ReviewStory.AskedAsync(change: services => services
            .AddSingleton(new WebOptions { TrustedProxies = 1 }).AddSingleton<IEventSender, DeafSubscriber>());
        parts = new(story);
    }

    public async Task DisposeAsync()
    {
        if (story is not null)
            await story.DisposeAsync();
    }

    public void Dispose()
    {
        http.Dispose();
        parts?.Dispose();
    }

    /// <summary>Who may not.</summary>
    private async Task CallersAsync(Operation route)
    {
        if (route.Access.Kind is AccessKind.Public or AccessKind.Webhook)
            return;
        await AskAsync(route, "nobody", who: null);
        await AskAsync(route, "a key that does not work", who: null, change: r => r.Headers.Add("X-Api-Key", "ctv_wrong"));
        if (Enum.GetValues<Role>().Except(route.Access.Roles).Cast<Role?>().FirstOrDefault() is { } other)
            await AskAsync(route, "another role", who: other);
        if (route.Access.Roles.Contains(Role.Agency) && route.Values.Contains("id"))
            await AskAsync(route, "another agency", who: Role.Agency, agency: "OEC");
        if (route.Values.Contains("id"))
            await AskAsync(route, "an unknown id", who: Allowed(route), id: "r-zzzzzzzzzz");
    }

    /// <summary>Bodies that are refused, and forms from elsewhere.</summary>
    private async Task BodiesAsync(Operation route)
    {
        var json = new MediaTypeHeaderValue("application/json");
        var size = route.BodyLimit.Bytes + 1;
        switch (route.Body.Kind)
        {
            case BodyKind.Json:
                await AskAsync(route, "JSON that breaks off", body: new(Encoding.UTF8.GetBytes("{"), json));
                await AskAsync(route, "an unknown member", body: new("{\"unknown\":1}"u8.ToArray(), json));
                await AskAsync(route, "a list", body: new("[]"u8.ToArray(), json));
                await AskAsync(route, "no body", body: new([], json));
                await AskAsync(route, "text/plain", body: new("{}"u8.ToArray(), new("text/plain")));
                await AskAsync(route, "no content type", body: new("{}"u8.ToArray(), null));
                await AskAsync(route, "another charset",
                    body: new("{}"u8.ToArray(), MediaTypeHeaderValue.Parse("application/json; charset=latin1")));
                await AskAsync(route, "too large", body: new(new byte[size], json));
                await AskAsync(route, "too large in pieces", body: new(new byte[size], json, Pieces: true));
                break;
            case BodyKind.Form:
                await AskAsync(route, "JSON for a form", body: new("{}"u8.ToArray(), json));
                await AskAsync(route, "a form from another site", change: r => r.Headers.Add("Sec-Fetch-Site", "cross-site"));
                await AskAsync(route, "a form from another origin", change: r => r.Headers.Add("Origin", "https://elsewhere.example"));
                await AskAsync(route, "too large", body: new(new byte[size], new("application/x-www-form-urlencoded")));
                await AskAsync(route, "too large in pieces",
                    body: new(new byte[size], new("application/x-www-form-urlencoded"), Pieces: true));
                break;
        }
        if (route.Method is "PUT" or "PATCH" or "DELETE")
            await AskAsync(route, "an old version", change: r => r.Headers.TryAddWithoutValidation("If-Match", "\"0123456789abcdef\""));
    }

    /// <summary>What a path does not answer, and HEAD and OPTIONS.</summary>
    private async Task MethodsAsync(IReadOnlyList<Operation> routes)
    {
        foreach (var method in Methods.Where(m => m is "HEAD" or "OPTIONS" || !routes.Any(r => r.Method == m)))
        {
            // HEAD of something that is refused to a caller would say no more than GET.
            var answering = routes.FirstOrDefault(r => r.Method == "GET") is { } read && method is "HEAD" ? read : routes[0];
            await AskAsync(answering, method, method: method, who: Allowed(answering));
        }
        if (routes.FirstOrDefault(r => r.Method == "GET" && r.Template.Length > 0) is { } shown)
            await AskAsync(shown, "a slash at the end", path: p => p + "/", who: Allowed(shown));
    }

    private async Task UnknownPathsAsync()
    {
        foreach (var path in (string[])["nowhere", "api", "api/nothing", "API/reviews", "Health", "assets/none.css", "favicon.ico",
            "api/reviews//", ".well-known/security.txt"])
        {
            foreach (var method in Methods)
            {
                using var request = new HttpRequestMessage(new(method), new Uri(Story.Url, "/" + path));
                await SendAsync("unknown-paths", "/" + path, method, request);
            }
        }
    }

    /// <summary>One operation of each kind of caller and rate, asked until it refuses.</summary>
    private async Task TooOftenAsync()
    {
        foreach (var operation in (string[])["home", "readReview", "submitProject", "signIn", "memberForm"])
        {
            var route = Operation.All(Story.Service<EndpointDataSource>()).Single(r => r.Name == operation);
            var key = route.Access.Kind is AccessKind.Key ? await Parts.KeyAsync(route.Access.Roles[0], "DSS") : null;
            await UntilRefusedAsync(operation, async () =>
            {
                var request = new HttpRequestMessage(new(route.Method), new Uri(Story.Url, "/" + await Parts.PathAsync(route, null)));
                if (key is not null)
                    request.Headers.Add("X-Api-Key", key.Token);
                if (route.Body.Kind is not BodyKind.None)
                    request.Content = new ByteArrayContent([])
                    {
                        Headers = { ContentType =
                            new(route.Body.Kind is BodyKind.Form ? "application/x-www-form-urlencoded" : "application/json") }
                    };
                return request;
            });
        }
        await UntilRefusedAsync("a guess of a key", () => Task.FromResult(
            new HttpRequestMessage(HttpMethod.Get, new Uri(Story.Url, "/api/reviews")) { Headers = { { "X-Api-Key", "ctv_guess" } } }));
    }

    private async Task UntilRefusedAsync(string what, Func<Task<HttpRequestMessage>> request)
    {
        var address = NextAddress();
        for (var asked = 0; asked < 1000; asked++)
        {
            using var message = await request();
            message.Headers.Add("X-Forwarded-For", address);
            using var response = await http.SendAsync(message);
            if (response.StatusCode is not HttpStatusCode.TooManyRequests)
                continue;
            var (name, answer) = await WrittenAsync(response);
            // How many it takes depends on how fast this machine asks.
            transcript.Add("too-often", what, "in the end", name, answer);
            return;
        }
        Assert.Fail($"Nobody was slowed down: {what}.");
    }

    private static Role? Allowed(Operation route) => route.Access.Roles.Count == 0 ? null : route.Access.Roles[0];

    private Task AskAsync(Operation route, string what, Body? body = null, Action<HttpRequestMessage>? change = null) =>
        AskAsync(route, what, Allowed(route), body: body, change: change);

    private async Task AskAsync(
        Operation route, string what, Role? who, string? agency = null, string? id = null, string? method = null,
        Func<string, string>? path = null, Body? body = null,
        Action<HttpRequestMessage>? change = null)
    {
        var there = await Parts.PathAsync(route, id);
        using var request = new HttpRequestMessage(new(method ?? route.Method), new Uri(Story.Url, "/" + (path?.Invoke(there) ?? there)));
        var formToken = "";
        // A key of its own for each request, so that none comes too often.
        if (who is { } role)
        {
            var key = await Parts.KeyAsync(role, role is Role.Agency ? agency ?? "DSS" : null);
            if (route.ForPeople)
                formToken = await Parts.SignInAsync(request, key.Key.Principal);
            else
                request.Headers.Add("X-Api-Key", key.Token);
        }
        change?.Invoke(request);
        request.Content = body is not null ? body.Content()
            : method is not null ? null
            : route.Body.Kind switch
            {
                BodyKind.Json => new StringContent(Parts.BodyOf(route), Encoding.UTF8, "application/json"),
                BodyKind.Form =>
                    new FormUrlEncodedContent([new(PageSessions.FormTokenField, formToken), new("box", "sms"), new("text", "Hello")]),
                BodyKind.Any => new StringContent("", Encoding.UTF8, "text/plain"),
                _ => null,
            };
        var name = method is null && path is null ? route.Name : "/" + route.Template;
        await SendAsync(AreaOf(route), name, what, request);
    }

    /// <summary>An address that asked nothing yet, of 10.0.0.0/8: never one of this machine, to which a trial copy shows more.</summary>
    private string NextAddress() => new IPAddress([10, (byte)(++made >> 16), (byte)(made >> 8), (byte)made]).ToString();

    private async Task SendAsync(string area, string operation, string what, HttpRequestMessage request)
    {
        request.Headers.Add("X-Forwarded-For", NextAddress());
        using var response = await http.SendAsync(request);
        var (name, answer) = await WrittenAsync(response);
        transcript.Add(area, operation, what, name, answer);
    }

    /// <summary>An answer without what differs from run to run; what a request that is not refused shows is another
    /// test's matter.</summary>
    private static async Task<(string Kind, IReadOnlyList<string> Answer)> WrittenAsync(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var body = status < 400 ? "" : await response.Content.ReadAsStringAsync();
        var headers = response.Headers.Concat(response.Content.Headers).Where(h => !Unsaid.Contains(h.Key))
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order(StringComparer.Ordinal);
        string[] answer =
            [.. headers.Prepend(string.Create(CultureInfo.InvariantCulture, $"{status}")), .. body.Split('\n').Where(l => l.Length > 0)];
        var kind = Kind().Match(body) is { Success: true } problem ? problem.Groups[1].Value : body.Length > 0 ? "page" : "empty";
        return (string.Create(CultureInfo.InvariantCulture, $"{status} {kind}"), [.. answer.Select(l => Changing().Replace(l, "$1$2..."))]);
    }

    /// <summary>What the operation is about, as the first words of its path say it.</summary>
    private static string AreaOf(Operation route) => route.Template.Split('/') switch
    {
        ["api", var area, ..] => area.Split('.')[0],
        ["register" or "sim", ..] and [var area, ..] => area,
        _ => "pages",
    };

    [GeneratedRegex("(\"traceId\":\"|<code>|name=\"form-token\" value=\"|name=\"return\" value=\"|name=\"once\" value=\"|ETag: "
        + "|Location: |Set-Cookie: [a-z-]+=)[^\\s,;<>]*?(?=$|[\\s,;<>]|\"[,} ])|(/matters/)a-[0-9a-f]+|0[0-9]{18}-[0-9a-f]{4}")]
    private static partial Regex Changing();

    [GeneratedRegex("urn:ctvoice:problem:([a-z-]+)")]
    private static partial Regex Kind();

    private sealed record Body(byte[] Bytes, MediaTypeHeaderValue? Type, bool Pieces = false)
    {
        internal HttpContent Content()
        {
            HttpContent content = Pieces ? new StreamContent(new NoLength(Bytes)) : new ByteArrayContent(Bytes);
            content.Headers.ContentType = Type;
            return content;
        }
    }

    /// <summary>Bytes whose number nobody knows beforehand.</summary>
    private sealed class NoLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
