using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CtVoice.Core.Board;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Json;
using CtVoice.Core.Notices;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Projects.Drafts;
using CtVoice.Core.Subscriptions;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Local.Tests.Access;

/// <summary>What a request to any route of a story is made of: a path of things that exist, a body, somebody's key or session.</summary>
internal sealed partial class RequestParts(ReviewStory story) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    private int made;
    private int signedIn;

    private ReviewStory Story => story;

    internal Task<NewKey> KeyAsync(Role role, string? agency) => Story.Service<AccessKeys>().CreateAsync("matrix", role, agency, null);

    /// <summary>Opens a session for the request and looks at a page as its browser would; the token of the forms on it.</summary>
    internal async Task<string> SignInAsync(HttpRequestMessage request, Principal principal)
    {
        var signingIn = new DefaultHttpContext();
        await Story.Service<PageSessions>().SignInAsync(signingIn, principal);
        var cookie = signingIn.Response.Headers.SetCookie.ToString().Split(';')[0];
        using var looking = new HttpRequestMessage(HttpMethod.Get, new Uri(Story.Url, "/"));
        looking.Headers.Add("Cookie", cookie);
        looking.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.200.{++signedIn / 250}.{signedIn % 250}"));
        using var page = await http.SendAsync(looking);
        request.Headers.Add("Cookie", $"{cookie}; {page.Headers.GetValues("Set-Cookie").Single().Split(';')[0]}");
        return Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    /// <summary>A body that the route accepts.</summary>
    internal string BodyOf(Operation route) => route.Name is "advanceClock"
        ? """{"advance":"PT0S"}"""
        : JsonSerializer.Serialize(route.Example, route.Body.Json!, WorkflowJson.Options)
            .Replace("r-acdefghjkm", Story.Id, StringComparison.Ordinal);

    /// <summary>A path of things that exist, or of another review or member.</summary>
    internal async Task<string> PathAsync(Operation route, string? id)
    {
        var path = route.Template;
        foreach (Match value in Value().Matches(path))
            path = path.Replace(value.Value,
                Uri.EscapeDataString(id is not null && value.Value == "{id}" ? id : await ValueAsync(route, value.Groups[1].Value)),
                StringComparison.Ordinal);
        return path;
    }

    /// <summary>Something that exists, for each value that a path can have.</summary>
    private async Task<string> ValueAsync(Operation route, string name) => (Before(route, name), name) switch
    {
        ("reviews" or "register", "id") => Story.Id,
        // Nothing can be asked about a member who was erased.
        ("members", "id") when route.Name is "eraseMember" or "disposeOfTexts" => "m-24",
        ("members", "id") or (_, "member") => "m-01",
        ("people", "id") => route.Template.Contains("practice", StringComparison.Ordinal) ? await PractisingAsync() : await OnCallAsync(),
        (_, "person") => await AwayAsync(),
        ("meetings", "day") => Core.Projects.Sharing.GoverningBoardMeetings.Provisional.Next(Story.Now).Day.ToString("O", null),
        (_, "day") => await ClosedAsync(),
        // The one that every folder begins with: making it current again changes nothing.
        (_, "version") => (await Story.Service<CatalogueStore>().CurrentAsync()).Version,
        ("holding-pen" or "pen", "id") => await PennedAsync(),
        ("matters", "id") => (await story.Service<Matters>().RaiseAsync(TodoKinds.Call, await PennedAsync(), story.Now)).Matter.Id,
        ("context-notes" or "notes", "note") => await NoteAsync(),
        ("subscriptions", "id") => await SubscribedAsync(),
        ("holds", "id") => (await Story.Service<HoldStore>().SetAsync(HoldKind.Audit, "r-zzzzzzzzzz", null, "Matrix", "k", Story.Now)).Id,
        ("sessions", "session") => await OpenedAsync(),
        ("keys", "id") => (await KeyAsync(Role.ReadOnly, null)).Key.Id,
        ("project-drafts" or "new", "id") => await DraftedAsync(),
        (_, "step") => "what",
        (_, "point") => "danger-lists",
        ("agencies", "id") or (_, "agency") => "DSS",
        (_, "population") => "2054-5",
        ("contacts", "id") or (_, "contact") => await MailboxAsync(),
        (_, "tenant" or "principal") => await MappedAsync(),
        (_, "number" or "draft") => "1",
        (_, "text") => "reply-1",
        (_, "what") => "asking",
        (_, "letter") =>
            (await Story.Service<Core.Letters.LetterBox>().WriteAsync(null, [new("m-01", "en")], [new("en", "We are sorry.")], "k")).Id,
        (_, "round") => (await Story.Service<Core.Conversations.Dialogues.WelcomeRounds>().BeginAsync(["m-01"], "k")).Id,
        (_, "language") => "en",
        (_, "box") => "sms",
        // A secret that nobody has.
        (_, "token" or "secret") => "unknown",
        var other => throw new InvalidOperationException($"Say in {nameof(ValueAsync)} what '{other.name}' of {route.Template} is."),
    };

    /// <summary>The segment of a path that stands before a value and says what it is of.</summary>
    private static string? Before(Operation route, string name) =>
        route.Template.Split('/').TakeWhile(s => s != $"{{{name}}}").LastOrDefault();

    private async Task<string> OpenedAsync()
    {
        var signingIn = new DefaultHttpContext();
        await Story.Service<PageSessions>().SignInAsync(signingIn, new(Role.ReadOnly, null, (await KeyAsync(Role.ReadOnly, null)).Key.Id));
        var token = signingIn.Response.Headers.SetCookie.ToString().Split(';')[0].Split('=')[1];
        return AccessKeys.Hash(token)[..16];
    }

    private async Task<string> AwayAsync()
    {
        await Story.Service<Absences>().PutAsync(new("deputy", new(2027, 1, 11), new(2027, 1, 12), "k"));
        return "deputy";
    }

    private async Task<string> ClosedAsync()
    {
        var day = new DateOnly(2027, 6, 1);
        _ = await Story.Service<ClosingDayStore>()
            .ChangeAsync(held => held.Standing.Any(d => d.On == day) ? null : held.With(day, "Matrix", Story.Now), "k");
        return day.ToString("O", null);
    }

    private async Task<string> OnCallAsync()
    {
        var person =
            new OnCallPerson($"oc-{++made:x6}", "Somebody", string.Create(CultureInfo.InvariantCulture, $"+1860555{made % 10_000:D4}"),
                "on.call@example.org", "OPM", []);
        // One at a time: a list that is full takes nobody.
        _ = await Story.Service<OnCallStore>().ChangeAsync(_ => new([person]));
        return person.Id;
    }

    private Task<string> PractisingAsync() => Story.Service<PracticePeople>().AddAsync(
        new("Somebody", string.Create(CultureInfo.InvariantCulture, $"+1860556{++made % 10_000:D4}"), null, "en"));

    private async Task<string> SubscribedAsync()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"s-{++made:x16}");
        // Nobody is told anything: its time has not come.
        await Story.Service<SubscriptionStore>()
            .AddAsync(new(id, "DSS", new("https://hooks.example.org"), [], Story.Now.AddYears(1), "k-1"));
        return id;
    }

    private async Task<string> DraftedAsync()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"d-{++made:x10}");
        await Story.Service<ProjectDraftStore>().AddAsync(new(id, "DSS", new() { Agency = "DSS" }, 1, Story.Now, "k-1"));
        return id;
    }

    private async Task<string> MailboxAsync() => (await Story.Service<AgencyContacts>().PutAsync(
        new("DSS", "", "office@dss.example.org", "Matrix", [], Story.Now, "k-1")))!.Id;

    private async Task<string> MappedAsync()
    {
        var id = new Guid("6f9619ff-8b86-d011-b42d-00cf4fc964ff");
        await Story.Service<PlatformPrincipals>().PutAsync(new(id, id, "matrix", Role.ReadOnly, null, "k-1"));
        return id.ToString();
    }

    private async Task<string> PennedAsync()
    {
        var message = new InboundMessage(
            Channel.Sms, string.Create(CultureInfo.InvariantCulture, $"SMstray{++made}"),
            string.Create(CultureInfo.InvariantCulture, $"+1203557{made:D4}"), "board", null, "Who is this?", Story.Now);
        await Story.Service<Receive>().ReceiveAsync(message);
        return message.Id;
    }

    private async Task<string> NoteAsync()
    {
        var note = (Core.Projects.Context.ContextNote)Operation.All(Story.Service<EndpointDataSource>())
            .Single(r => r.Name == "putContextNote").Example!;
        await Story.Service<Core.Projects.Context.ContextNotes>().PutAsync(note);
        return note.Id;
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Value();
}
