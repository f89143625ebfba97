using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CtVoice.Core.Subscriptions;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Tests.Subscriptions;
using CtVoice.Web;
using Microsoft.AspNetCore.Routing;
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
    private RequestParts? parts;
    private int made;

    internal IReadOnlyList<Operation> Routes { get; private set; } = [];

    internal IReadOnlyDictionary<(string Operation, Caller Caller), Answered> Answers => answers;

    /// <summary>What an agency that has nothing to do with it is answered about something that does not exist.</summary>
    internal IReadOnlyDictionary<string, Answered> Unknown => unknown;

    /// <summary>What the holder of a revoked coordinator key is answered, on routes that ask for one.</summary>
    internal IReadOnlyDictionary<string, Answered> Revoked => revoked;

    private ReviewStory Story => story!;

    public async Task InitializeAsync()
    {
        story = await ReviewStory.AskedAsync(change: services => services
            .AddSingleton(new WebOptions { TrustedProxies = 1 }).AddSingleton<IEventSender, DeafSubscriber>());
        foreach (var member in (await Story.StateAsync()).Panel!.Seats.Take(3))
            await Story.SaysAsync(member.MemberId, "2 only if names are removed");
        // One recommendation goes out with the report; other words wait for its supplement.
        await Story.AdvanceToAsync((await Story.StateAsync()).Window!.ClosesAt.AddHours(1));
        await Story.CoordinatorAsync("replies/1/release", []);
        await Story.AdvanceAsync(TimeSpan.FromDays(21));
        Routes = Operation.All(Story.Service<EndpointDataSource>());
        parts = new(Story);
        foreach (var route in Routes)
        {
            // Whoever is let in may change something, so those who are refused come first.
            foreach (var caller in Enum.GetValues<Caller>()
                .OrderByDescending(c => route.Access.Roles.Count > 0 && !route.Access.Roles.Contains(RoleOf(c) ?? Role.Agency)))
                answers[(route.Name, caller)] = await AskAsync(route, caller);
            if (route.Values.Contains("id") && route.Access.Roles.Contains(Role.Agency))
                unknown[route.Name] = await AskAsync(route, Caller.Other, id: "r-zzzzzzzzzz");
            if (route.Access.Kind is AccessKind.Key)
                revoked[route.Name] = await AskRevokedAsync(route);
        }
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

    internal static Role? RoleOf(Caller caller) => caller switch
    {
        Caller.Own or Caller.Other => Role.Agency,
        Caller.Coordinator => Role.Coordinator,
        Caller.Deputy => Role.Deputy,
        Caller.Auditor => Role.Auditor,
        Caller.ReadOnly => Role.ReadOnly,
        _ => null,
    };

    private async Task<Answered> AskAsync(Operation route, Caller caller, string? id = null)
    {
        // A key and an address of its own for each request: the limits of rate are another test's matter.
        var key = RoleOf(caller) is { } role
            ? await parts!.KeyAsync(role, caller is Caller.Own ? "DSS" : caller is Caller.Other ? "OEC" : null) : null;
        return await SendAsync(route, key, id);
    }

    private async Task<Answered> AskRevokedAsync(Operation route)
    {
        var key = await parts!.KeyAsync(Role.Coordinator, null);
        await Story.Service<AccessKeys>().RevokeAsync(key.Key.Id);
        return await SendAsync(route, key, null);
    }

    private async Task<Answered> SendAsync(Operation route, NewKey? key, string? id)
    {
        using var request =
            new HttpRequestMessage(new HttpMethod(route.Method), new Uri(Story.Url, "/" + await parts!.PathAsync(route, id)));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("X-Forwarded-For", new IPAddress(
            [10, (byte)(++made >> 16), (byte)(made >> 8), (byte)made]).ToString());
        var formToken = "";
        if (key is not null && route.ForPeople)
            formToken = await parts!.SignInAsync(request, key.Key.Principal);
        else if (key is not null)
            request.Headers.Add("X-Api-Key", key.Token);
        request.Content = route.Body.Kind switch
        {
            BodyKind.Json => new StringContent(parts!.BodyOf(route), Encoding.UTF8, "application/json"),
            BodyKind.Form =>
                new FormUrlEncodedContent([new(PageSessions.FormTokenField, formToken), new("box", "sms"), new("text", "Hello")]),
            BodyKind.Any => new StringContent("", Encoding.UTF8, "text/plain"),
            _ => null,
        };
        using var response = await http.SendAsync(request);
        return new(
            response.StatusCode, response.Content.Headers.ContentType?.ToString() ?? "", response.Headers.CacheControl?.ToString() ?? "",
            response.Headers.WwwAuthenticate.ToString(), FormToken().Replace(await response.Content.ReadAsStringAsync(), "$1"));
    }

    // A token is of its session, whatever the page says.
    [GeneratedRegex($"(name=\"{PageSessions.FormTokenField}\" value=\")[^\"]*")]
    private static partial Regex FormToken();
}
