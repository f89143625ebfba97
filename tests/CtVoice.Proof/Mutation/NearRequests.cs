using System.Globalization;
using System.Text;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Local.Tests.Access;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Tests.Webhooks;
using CtVoice.Web;

namespace CtVoice.Proof.Mutation;

/// <summary>Requests to any operation of a story that are nearly right, from somebody who may call.</summary>
internal sealed class NearRequests(ReviewStory story, RequestParts parts, Random random)
{
    // A caller may write sixty times at once.
    private const int OfOneCaller = 40;

    // What pages read of a query; operations for programs say it themselves.
    private static readonly string[] Queried =
    [
        "agency", "channel", "check", "continuation", "day", "days", "dryRun", "find", "format", "from", "id", "key", "language", "member",
        "month", "name", "next", "only", "page", "people", "practice", "q", "review", "screen", "search", "secret", "show", "skipBadRows",
        "sort", "source", "stage", "state", "to", "year",
    ];

    private static readonly string[] Headers =
    [
        "If-Match", "If-None-Match", "Idempotency-Key", "Accept", "Accept-Language", "Accept-Encoding", "Range", "If-Modified-Since",
        "Prefer", "traceparent", "Authorization", "Cookie", "X-Forwarded-For", "X-Webhook-Secret", "WebHook-Request-Origin", "Origin",
    ];

    private static readonly string[] Fields =
        ["box", "text", "do", "once", "choice-1", "words-1", "version", "number", "step", "to", "from", "on", "name", "file", "key"];

    private readonly Dictionary<Role, Caller> callers = [];
    private int sent;

    /// <summary>A request that the operation takes, but for one or two of its parts.</summary>
    internal async Task<HttpRequestMessage> OfAsync(Operation route)
    {
        var path = (await parts.PathAsync(route, null)).Split('/');
        var values = Values(route);
        // Half of them are wrong in their path, where it has something to be wrong in; the others further in.
        if (values.Count > 0 && random.Next(2) == 0)
        {
            var at = values[random.Next(values.Count)];
            path[at] = Uri.EscapeDataString(NearlyRight.Text(Uri.UnescapeDataString(path[at]), random));
        }
        var (names, oneIn) = Names(route) is { Count: > 0 } said ? (said, 2) : (Queried, 12);
        var query = string.Join('&', names.Where(_ => random.Next(oneIn) == 0)
            .Select(name => $"{name}={Uri.EscapeDataString(NearlyRight.Text("2027-01", random))}"));
        var request = new HttpRequestMessage(new(route.Method), new Uri(story.Url, $"/{string.Join('/', path)}?{query}"));
        if (random.Next(3) == 0)
        {
            var value = new string([.. NearlyRight.Text("\"1\"", random).Where(c => !char.IsControl(c))]);
            request.Headers.TryAddWithoutValidation(Headers[random.Next(Headers.Length)], value);
        }
        if (route.Body.Kind is BodyKind.Json)
            Carry(request, NearlyRight.Json(parts.BodyOf(route), random), "application/json");
        else if (route.Body.Kind is BodyKind.Any)
        {
            Carry(request, NearlyRight.Bytes(Encoding.UTF8.GetBytes(FileOf(route)), random),
                route.Files.Count > 0 ? route.Files[random.Next(route.Files.Count)] : null);
        }
        await SignAsync(route, request);
        return request;
    }

    /// <summary>
    /// Requests in which one value of the path or of the query is odd and all else is right;
    /// every odd value that is wanted, each by itself.
    /// </summary>
    internal async IAsyncEnumerable<HttpRequestMessage> OddlyAsync(Operation route, Func<bool> wanted)
    {
        var path = (await parts.PathAsync(route, null)).Split('/');
        var places = Values(route).Select(at => (Func<string, string>)(odd => string.Join('/', path.Select((s, i) => i == at ? odd : s))))
            .Concat((route.ForPeople ? Queried : Names(route)).Select(name =>
                (Func<string, string>)(odd => $"{string.Join('/', path)}?{name}={odd}")));
        foreach (var place in places)
        {
            foreach (var odd in NearlyRight.Odd.Where(_ => wanted()))
            {
                var request = new HttpRequestMessage(new(route.Method), new Uri(story.Url, "/" + place(Uri.EscapeDataString(odd))));
                if (route.Body.Kind is BodyKind.Json)
                    Carry(request, Encoding.UTF8.GetBytes(parts.BodyOf(route)), "application/json");
                await SignAsync(route, request);
                yield return request;
            }
        }
    }

    /// <summary>Adds what shows that the caller may call: a key, a session, a provider's signature or secret.</summary>
    internal async Task SignAsync(Operation route, HttpRequestMessage request)
    {
        // No address is known twice, so that nobody is told to come later.
        sent++;
        request.Headers.TryAddWithoutValidation("X-Forwarded-For",
            string.Create(CultureInfo.InvariantCulture, $"10.{sent >> 16 & 255}.{sent >> 8 & 255}.{sent & 255}"));
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        if (route.Access.Kind is AccessKind.Webhook)
            Prove(route, request);
        var caller = route.Access.Roles.Count > 0 ? await CallerAsync(route.Access.Roles[random.Next(route.Access.Roles.Count)]) : null;
        if (caller is not null)
            request.Headers.TryAddWithoutValidation(route.ForPeople ? "Cookie" : "X-Api-Key", route.ForPeople ? caller.Cookie : caller.Key);
        if (route.Body.Kind is BodyKind.Form)
            request.Content = FormOf(caller?.Token ?? "");
    }

    /// <summary>What was sent, for whoever reads why a test failed.</summary>
    internal static async Task<string> ShownAsync(HttpRequestMessage request)
    {
        var headers = request.Headers.Where(h => h.Key is not ("Cookie" or "X-Api-Key" or "X-Forwarded-For" or "Sec-Fetch-Site"))
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");
        var body = request.Content is { } content ? await content.ReadAsStringAsync() : "";
        return $"{request.Method} {Shown(request.RequestUri!.PathAndQuery)} {Shown(string.Join("; ", headers))} {Shown(body)}";
    }

    /// <summary>A text in characters that every terminal has, and not all of a long one.</summary>
    internal static string Shown(string text) => string.Concat(text.Take(400).Select(c =>
        c is >= ' ' and <= '~' ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")));

    /// <summary>Which segments of the path are values.</summary>
    private static List<int> Values(Operation route)
    {
        var template = route.Template.Split('/');
        return [.. Enumerable.Range(0, template.Length).Where(i => template[i].StartsWith('{'))];
    }

    private static IReadOnlyList<string> Names(Operation route) =>
        [.. route.Parameters.Where(p => p.In == "query").Select(p => p.Name)];

    private static void Carry(HttpRequestMessage request, byte[] body, string? type)
    {
        request.Content = new ByteArrayContent(body);
        if (type is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
    }

    private static string FileOf(Operation route) => route.Name switch
    {
        "receiveEmail" or "receiveEmailBySecret" =>
            """{"id":"g","from":{"emailAddress":{"address":"a@b"}},"toRecipients":[],"body":{"content":"2","contentType":"text"}}""",
        "receiveEmailEvents" =>
            """[{"eventType":"Microsoft.Communication.EmailDeliveryReportReceived","data":{"messageId":"1","status":"Bounced"}}]""",
        _ => "id,name,phone,email,language,channel\nm-77,Somebody,+18605550177,,en,sms\n",
    };

    private FormUrlEncodedContent FormOf(string token) => new(
        Fields.Where(_ => random.Next(3) == 0).Select(name => KeyValuePair.Create(name, NearlyRight.Text("1", random)))
            .Append(new(PageSessions.FormTokenField, token)));

    private void Prove(Operation route, HttpRequestMessage request)
    {
        var options = story.Service<WebhookOptions>();
        if (route.Template.Contains("twilio", StringComparison.Ordinal))
        {
            var form = Provider.Sms(Provider.Sid(random.Next(99)), "+18605550123", "2 only if names are removed",
                ("MessageStatus", "delivered"), ("ErrorCode", "30003"), ("OptOutType", "STOP"));
            foreach (var at in Enumerable.Range(0, form.Length).Where(_ => random.Next(3) == 0))
                form[at] = new(form[at].Key, NearlyRight.Text(form[at].Value, random));
            request.Content = new FormUrlEncodedContent(form);
            request.Headers.TryAddWithoutValidation(TwilioSignature.Header,
                TwilioSignature.Of(options.TwilioToken.Current, "https://localhost" + request.RequestUri!.PathAndQuery, form));
        }
        else if (route.Name is "receiveEmailEvents" or "allowEmailEvents")
            request.RequestUri = new(story.Url, $"/{route.Template}?secret={options.EventSecret.Current}");
        else if (route.Name is "receiveEmailBySecret")
            request.RequestUri = new(story.Url, $"/api/webhooks/email/{options.EmailSecret.Current}");
        else
            request.Headers.TryAddWithoutValidation("X-Webhook-Secret", options.EmailSecret.Current);
    }

    private async Task<Caller> CallerAsync(Role role)
    {
        if (callers.TryGetValue(role, out var caller) && caller.Asked++ < OfOneCaller)
            return caller;
        var key = await parts.KeyAsync(role, role == Role.Agency ? "DSS" : null);
        using var looking = new HttpRequestMessage();
        var token = await parts.SignInAsync(looking, key.Key.Principal);
        return callers[role] = new(key.Token, looking.Headers.GetValues("Cookie").Single(), token);
    }

    /// <summary>Somebody with a key and a session.</summary>
    private sealed record Caller(string Key, string Cookie, string Token)
    {
        internal int Asked { get; set; }
    }
}
