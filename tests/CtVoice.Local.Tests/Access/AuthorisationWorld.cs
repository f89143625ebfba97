using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Subscriptions;
using CtVoice.Core.Workflows;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Tests.Subscriptions;
using CtVoice.Web;
using CtVoice.Web.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Access;

/// <summary>What somebody was answered, as far as refusals can differ.</summary>
internal sealed record Answered(HttpStatusCode Status, string ContentType, string CacheControl, string Challenge, string Body);

/// <summary>A review whose report waits for an answer, and everybody who knocks at every route of the host.</summary>
public sealed partial class AuthorisationWorld : IAsyncLifetime, IDisposable
{
    private readonly Dictionary<(string Operation, Caller Caller), Answered> answers = [];
    private readonly Dictionary<string, Answered> unknown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Answered> revoked = new(StringComparer.Ordinal);
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    private ReviewStory? story;
    private int made;

    internal IReadOnlyList<Route> Routes { get; private set; } = [];

    internal IReadOnlyDictionary<(string Operation, Caller Caller), Answered> Answers => answers;

    /// <summary>What the requesting agency is answered about something that does not exist.</summary>
    internal IReadOnlyDictionary<string, Answered> Unknown => unknown;

    /// <summary>What the holder of a revoked coordinator key is answered, on routes that ask for one.</summary>
    internal IReadOnlyDictionary<string, Answered> Revoked => revoked;

    private ReviewStory Story => story!;

    public async Task InitializeAsync()
    {
        story = await ReviewStory.AskedAsync(change: services => services
            .AddSingleton(new GateOptions { TrustedProxies = 1 }).AddSingleton<IEventSender, DeafSubscriber>());
        foreach (var member in (await Story.StateAsync()).Panel!.Seats.Take(3))
            await Story.SaysAsync(member.MemberId, "2 only if names are removed");
        await Story.AdvanceAsync(TimeSpan.FromDays(21));
        Routes = Story.Service<RouteTable>().Routes;
        foreach (var route in Routes)
        {
            // Whoever is let in may change something, so those who are refused come first.
            foreach (var caller in Enum.GetValues<Caller>().OrderByDescending(c => route.Access.Roles.Count > 0 && !route.Access.Roles.Contains(RoleOf(c) ?? Role.Agency)))
                answers[(route.Docs.OperationId, caller)] = await AskAsync(route, caller);
            if (route.Template.Names.Contains("id") && route.Access.Roles.Contains(Role.Agency))
                unknown[route.Docs.OperationId] = await AskAsync(route, Caller.Own, id: "r-zzzzzzzzzz");
            if (route.Access.Kind is AccessKind.Key)
                revoked[route.Docs.OperationId] = await AskRevokedAsync(route);
        }
    }

    public async Task DisposeAsync()
    {
        if (story is not null)
            await story.DisposeAsync();
    }

    public void Dispose() => http.Dispose();

    internal static Role? RoleOf(Caller caller) => caller switch
    {
        Caller.Own or Caller.Other => Role.Agency,
        Caller.Coordinator => Role.Coordinator,
        Caller.Deputy => Role.Deputy,
        Caller.Auditor => Role.Auditor,
        Caller.ReadOnly => Role.ReadOnly,
        _ => null,
    };

    private async Task<Answered> AskAsync(Route route, Caller caller, string? id = null)
    {
        // A key and an address of its own for each request: the limits of rate are another test's matter.
        var key = RoleOf(caller) is { } role ? await KeyAsync(role, caller is Caller.Own ? "DSS" : caller is Caller.Other ? "OEC" : null) : null;
        return await SendAsync(route, key, id);
    }

    private async Task<Answered> AskRevokedAsync(Route route)
    {
        var key = await KeyAsync(Role.Coordinator, null);
        await Story.Service<AccessKeys>().RevokeAsync(key.Key.Id);
        return await SendAsync(route, key, null);
    }

    private Task<NewKey> KeyAsync(Role role, string? agency) => Story.Service<AccessKeys>().CreateAsync("matrix", role, agency, null);

    private async Task<Answered> SendAsync(Route route, NewKey? key, string? id)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), new Uri(Story.Url, "/" + await PathAsync(route, id)));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("X-Forwarded-For", new IPAddress(0x0A000000L + ++made).ToString());
        var formToken = "";
        if (key is not null && route.Surface is Surface.Page)
            formToken = await SignInAsync(request, key.Key.Principal);
        else if (key is not null)
            request.Headers.Add("X-Api-Key", key.Token);
        request.Content = route.Body switch
        {
            BodyKind.Json => new StringContent(BodyOf(route), Encoding.UTF8, "application/json"),
            BodyKind.Form => new FormUrlEncodedContent([new(PageSessions.FormTokenField, formToken), new("box", "sms"), new("text", "Hello")]),
            BodyKind.Any => new StringContent("", Encoding.UTF8, "text/plain"),
            _ => null,
        };
        using var response = await http.SendAsync(request);
        return new(
            response.StatusCode, response.Content.Headers.ContentType?.ToString() ?? "", response.Headers.CacheControl?.ToString() ?? "",
            response.Headers.WwwAuthenticate.ToString(), await response.Content.ReadAsStringAsync());
    }

    /// <summary>Opens a session for the request; its form token.</summary>
    private async Task<string> SignInAsync(HttpRequestMessage request, Principal principal)
    {
        var signingIn = new DefaultHttpContext();
        await Story.Service<PageSessions>().SignInAsync(signingIn, principal);
        var cookie = signingIn.Response.Headers.SetCookie.ToString().Split(';')[0];
        request.Headers.Add("Cookie", cookie);
        var signedIn = new DefaultHttpContext();
        signedIn.Request.Headers.Cookie = cookie;
        return PageSessions.FormToken(signedIn)!;
    }

    private string BodyOf(Route route) => route.Docs.OperationId is "advanceClock"
        ? """{"advance":"PT0S"}"""
        : JsonSerializer.Serialize(route.Docs.RequestExample, route.Docs.RequestType!, WorkflowJson.Options)
            .Replace("r-acdefghjkm", Story.Id, StringComparison.Ordinal);

    private async Task<string> PathAsync(Route route, string? id)
    {
        var path = route.Template.Text;
        foreach (Match value in Value().Matches(path))
            path = path.Replace(value.Value, Uri.EscapeDataString(id is not null && value.Value == "{id}" ? id : await ValueAsync(route, value.Groups[1].Value)), StringComparison.Ordinal);
        return path;
    }

    /// <summary>Something that exists, for each value that a path can have.</summary>
    private async Task<string> ValueAsync(Route route, string name) => (Before(route, name), name) switch
    {
        ("reviews" or "register", "id") => Story.Id,
        // Whoever is erased is nobody's example any more.
        ("members", "id") when route.Template.Text.EndsWith("/erase", StringComparison.Ordinal) || route.Template.Text.EndsWith("/dispose", StringComparison.Ordinal) => "m-24",
        ("members", "id") or (_, "member") => "m-01",
        ("holding-pen", "id") => await PennedAsync(),
        ("context-notes", "note") => await NoteAsync(),
        ("subscriptions", "id") => await SubscribedAsync(),
        ("holds", "id") => (await Story.Service<HoldStore>().SetAsync(HoldKind.Audit, "r-zzzzzzzzzz", null, "Matrix", "k", Story.Now)).Id,
        ("keys", "id") => (await KeyAsync(Role.ReadOnly, null)).Key.Id,
        (_, "tenant" or "principal") => await MappedAsync(),
        (_, "number" or "draft") => "1",
        (_, "text") => "reply-1",
        (_, "language") => "en",
        (_, "box") => "sms",
        // A secret that nobody has.
        (_, "token" or "secret") => "unknown",
        var other => throw new InvalidOperationException($"Say in {nameof(ValueAsync)} what '{other.name}' of {route.Template} is."),
    };

    /// <summary>The segment of a path that stands before a value and says what it is of.</summary>
    private static string? Before(Route route, string name) => route.Template.Text.Split('/').TakeWhile(s => s != $"{{{name}}}").LastOrDefault();

    private async Task<string> SubscribedAsync()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"s-{++made:x16}");
        // Nobody is told anything: its time has not come.
        await Story.Service<SubscriptionStore>().AddAsync(new(id, "DSS", new("https://hooks.example.org"), [], Story.Now.AddYears(1), "k-1"));
        return id;
    }

    private async Task<string> MappedAsync()
    {
        var id = new Guid("6f9619ff-8b86-d011-b42d-00cf4fc964ff");
        await Story.Service<PlatformPrincipals>().PutAsync(new(id, id, "matrix", Role.ReadOnly, null, "k-1"));
        return id.ToString();
    }

    private async Task<string> PennedAsync()
    {
        var message = new InboundMessage(
            "sms", string.Create(CultureInfo.InvariantCulture, $"SMstray{++made}"), "+12035550999", "board", null, "Who is this?", Story.Now);
        await Story.Service<InboundProcessor>().ReceiveAsync(message);
        return message.Id;
    }

    private async Task<string> NoteAsync()
    {
        var note = (Core.Projects.Context.ContextNote)Routes.Single(r => r.Docs.OperationId == "putContextNote").Docs.RequestExample!;
        await Story.Service<Core.Projects.Context.ContextNotes>().PutAsync(note);
        return note.Id;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Value();
}
