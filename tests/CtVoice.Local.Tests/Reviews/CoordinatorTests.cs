using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>What the coordinator does through the API, on the whole product in virtual time.</summary>
public sealed class CoordinatorTests : IAsyncLifetime, IDisposable
{
    // A Monday morning.
    private static readonly DateTimeOffset Start = new(2027, 1, 11, 14, 30, 0, TimeSpan.Zero);

    private readonly TempFolder folder = new();
    private LocalHost host = null!;
    private HttpClient http = null!;

    public async Task InitializeAsync()
    {
        host = await LocalHost.StartAsync(new(folder.Path, Port: 0) { Clock = new StandingClock(Start), TimePasses = false }, AtOnce.Asks);
        http = new() { BaseAddress = host.Url };
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_review_goes_from_drafts_to_a_question_on_the_phone_with_texts_notes_and_an_override()
    {
        var id = await SubmitAsync("unknown-counts");
        _ = await SendAsync("coordinator", HttpMethod.Post, $"/api/reviews/{id}/need", new JsonObject
        { ["required"] = true, ["reason"] = "People on benefits are in it." }, null);
        await AdvanceAsync("PT0S");

        // Nobody has written a summary: nothing can leave, and the coordinator's list says so.
        Assert.Equal(HttpStatusCode.Conflict,
            (await SendAsync("coordinator", HttpMethod.Post, $"/api/reviews/{id}/texts/en/release", null, null)).Status);
        Assert.Contains((await OkAsync("coordinator", HttpMethod.Get, "/api/todo"))["things"]!
            .AsArray(), t => Text(t!, "what") == "write-texts");
        var texts = await OkAsync("coordinator", HttpMethod.Get, $"/api/reviews/{id}/texts");
        Assert.Contains("The summary is missing in en.", texts["texts"]![0]!["lacking"]!.AsArray().Select(l => l!.GetValue<string>()));

        var seats = (await OkAsync("coordinator", HttpMethod.Get, $"/api/reviews/{id}/panel"))["seats"]!.AsArray()
            .Select(s => Text(s!, "memberId")).ToList();
        var changed = await OkAsync("coordinator", HttpMethod.Post, $"/api/reviews/{id}/panel", new JsonObject
        {
            ["overrides"] =
                new JsonArray(new JsonObject { ["memberId"] = seats[0], ["kind"] = "leave-out", ["reason"] = "Asked to skip January." }),
        });
        Assert.DoesNotContain(seats[0], changed["seats"]!.AsArray().Select(s => Text(s!, "memberId")));
        Assert.Equal("Asked to skip January.", Text(changed["overrides"]![0]!, "reason"));

        var agency = Text(await OkAsync("coordinator", HttpMethod.Get, $"/api/reviews/{id}"), "agency");
        var touched = await OkAsync("coordinator", HttpMethod.Put, "/api/context-notes/about-the-data", Note("about-the-data", agency));
        Assert.Equal(agency, Text(touched, "subject"));
        foreach (var (language, summary, translator) in new[]
            { ("en", "The state wants to see who got help. It will not show names.", null),
                ("es", "El estado quiere ver quién recibió ayuda. No va a mostrar nombres.", "Marisol Rivera") })
        {
            var draft = (await OkAsync("coordinator", HttpMethod.Get, $"/api/reviews/{id}/texts"))["texts"]!.AsArray()
                .First(t => Text(t!, "language") == language)!;
            var written = await OkAsync(agency, HttpMethod.Put, $"/api/reviews/{id}/texts/{language}", new JsonObject
            {
                ["summary"] = summary,
                ["questions"] =
                    new JsonArray([.. draft["questions"]!.AsArray().Select(q => (JsonNode)new JsonObject { ["text"] = Text(q!, "text") })]),
                ["translator"] = translator,
            });
            Assert.Empty(written["lacking"]!.AsArray());
            Assert.Equal("draft", Text(written, "standing"));
            Assert.Equal(HttpStatusCode.PreconditionFailed,
                (await SendAsync("coordinator", HttpMethod.Post, $"/api/reviews/{id}/texts/{language}/release", new JsonObject
                { ["version"] = 1 }, null)).Status);
            await OkAsync("coordinator", HttpMethod.Post, $"/api/reviews/{id}/texts/{language}/release", new JsonObject
            { ["version"] = 2 });
        }
        await AdvanceAsync("PT1M");

        Assert.Equal("open", Text(await OkAsync("coordinator", HttpMethod.Get, $"/api/reviews/{id}"), "stage"));
        var mails = await InboxesAsync("email");
        Assert.NotEmpty(mails);
        Assert.Contains(mails, m => m.Contains("It will not show names.", StringComparison.Ordinal)
            && m.Contains("About one in ten people", StringComparison.Ordinal));
        // The agency sees its texts, and not which languages the panel reads.
        Assert.Null((await OkAsync(agency, HttpMethod.Get, $"/api/reviews/{id}/texts"))["needed"]);
    }

    [Fact]
    public async Task A_member_who_takes_calls_only_is_a_call_to_make_and_their_spoken_answer_counts()
    {
        var id = await SubmitAsync("snap-homelessness");
        await AdvanceAsync("PT0S");
        await OkAsync("coordinator", HttpMethod.Post, $"/api/reviews/{id}/panel", new JsonObject
        {
            ["overrides"] =
                new JsonArray(new JsonObject
                { ["memberId"] = "m-18", ["kind"] = "seat", ["reason"] = "Takes calls only; was never asked." }),
        });
        foreach (var language in new[] { "en", "es" })
            await OkAsync("coordinator", HttpMethod.Post, $"/api/reviews/{id}/texts/{language}/release");
        await AdvanceAsync("PT1M");

        var call = Assert.Single((await OkAsync("coordinator", HttpMethod.Get, $"/api/reviews/{id}/calls")).AsArray())!;
        Assert.Equal(("m-18", "invitation", "es"), (Text(call, "memberId"), Text(call, "kind"), Text(call, "language")));
        var before = await OkAsync("coordinator", HttpMethod.Get, $"/api/reviews/{id}");

        var spoken = new JsonObject
        { ["memberId"] = "m-18", ["question"] = 1, ["choice"] = 2, ["words"] = "Sí, pero sin nombres.", ["readBack"] = false };
        Assert.Equal(HttpStatusCode.BadRequest,
            (await SendAsync("coordinator", HttpMethod.Post, $"/api/reviews/{id}/dictated", spoken, null)).Status);
        spoken["readBack"] = true;
        var after = await OkAsync("coordinator", HttpMethod.Post, $"/api/reviews/{id}/dictated", spoken);

        Assert.Equal(before["asked"]!.GetValue<int>() + 1, after["review"]!["asked"]!.GetValue<int>());
        Assert.Equal(before["replied"]!.GetValue<int>() + 1, after["review"]!["replied"]!.GetValue<int>());
        Assert.Null(after["say"]);
        Assert.Empty((await OkAsync("coordinator", HttpMethod.Get, $"/api/reviews/{id}/calls")).AsArray());
        var reply = Assert.Single((await OkAsync("coordinator", HttpMethod.Get, $"/api/reviews/{id}/replies")).AsArray())!;
        Assert.True(reply["dictation"]!["readBack"]!.GetValue<bool>());

        // Words that tell of danger: flagged and alerted like written ones, and the fixed answer is said, not texted.
        spoken["words"] = "Me quiero matar.";
        var urgent = await OkAsync("coordinator", HttpMethod.Post, $"/api/reviews/{id}/dictated", spoken);
        Assert.Equal(["acute"], urgent["flags"]!.AsArray().Select(f => f!.GetValue<string>()));
        Assert.Contains("988", Text(urgent, "say"), StringComparison.Ordinal);
        var first = (await OkAsync("coordinator", HttpMethod.Get, "/api/todo"))["things"]![0]!;
        var alert = await OkAsync("coordinator", HttpMethod.Get, Text(first, "link"));
        Assert.Equal(("acute", "Me quiero matar.", "m-18"),
            (Text(first, "what"), Text(alert, "text"), alert["memberIds"]![0]!.GetValue<string>()));
        var flagged = Assert.Single((await OkAsync("coordinator", HttpMethod.Get, $"/api/reviews/{id}/replies")).AsArray())!;
        Assert.Equal("acute", flagged["flags"]![0]!.GetValue<string>());
        Assert.DoesNotContain(await InboxesAsync("sms"), m => m.Contains("988", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NoContent,
            (await SendAsync("coordinator", HttpMethod.Post, Text(first, "link") + "/done", new JsonObject
            { ["done"] = "connected" }, null)).Status);
        Assert.DoesNotContain((await OkAsync("coordinator", HttpMethod.Get, "/api/todo"))["things"]!
            .AsArray(), t => Text(t!, "what") == "acute");
        Assert.Empty(await VerifyAsync(id));
    }

    [Fact]
    public async Task Whoever_looks_at_contact_data_is_seen_by_the_auditor()
    {
        var contact = await OkAsync("coordinator", HttpMethod.Get, "/api/members/m-01/contact");

        Assert.Equal("Avery Example", Text(contact, "name"));
        var view = Assert.Single((await OkAsync("auditor", HttpMethod.Get, "/api/views?month=2027-01"))["views"]!.AsArray())!;
        Assert.Equal(("members/contact", "m-01"), (Text(view, "screen"), view["memberIds"]![0]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync("coordinator", HttpMethod.Get, "/api/views", null, null)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync("DSS", HttpMethod.Get, "/api/members", null, null)).Status);
        Assert.DoesNotContain("Avery", (await OkAsync("coordinator", HttpMethod.Get, "/api/members"))
            .ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_coordinators_do_not_write_over_each_other()
    {
        var read = await SendAsync("coordinator", HttpMethod.Get, "/api/members/m-01", null, null);
        var body = new JsonObject
        { ["away"] = new JsonArray(new JsonObject { ["from"] = "2027-02-01", ["to"] = "2027-02-10" }), ["maximumPerYear"] = 3 };

        Assert.Equal((HttpStatusCode)428,
            (await SendAsync("coordinator", HttpMethod.Put, "/api/members/m-01/availability", body, null)).Status);
        var first = await SendAsync("coordinator", HttpMethod.Put, "/api/members/m-01/availability", body, read.ETag);
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.NotEqual(read.ETag, first.ETag);
        Assert.Equal(HttpStatusCode.PreconditionFailed,
            (await SendAsync("coordinator", HttpMethod.Put, "/api/members/m-01/availability", body, read.ETag)).Status);
    }

    [Fact]
    public async Task A_new_member_is_entered_reached_and_consents()
    {
        var member = new JsonObject
        {
            ["languages"] = new JsonArray("en"),
            ["channels"] = new JsonArray("sms"),
            ["term"] = new JsonObject { ["from"] = "2027-01-01" },
            ["populations"] = new JsonArray("2054-5"),
            ["experiences"] = new JsonArray("poverty"),
        };
        Assert.Equal(HttpStatusCode.Created,
            (await SendAsync("coordinator", HttpMethod.Post, "/api/members", new JsonObject
            { ["id"] = "m-99", ["member"] = member }, null)).Status);
        Assert.Equal(HttpStatusCode.Conflict,
            (await SendAsync("coordinator", HttpMethod.Post, "/api/members", new JsonObject
            { ["id"] = "m-99", ["member"] = member.DeepClone() }, null)).Status);
        Assert.Equal(HttpStatusCode.NoContent,
            (await SendAsync("coordinator", HttpMethod.Put, "/api/members/m-99/contact", new JsonObject
            { ["name"] = "New Example", ["phone"] = "203-555-0199" }, null)).Status);
        var after = await OkAsync("coordinator", HttpMethod.Post, "/api/members/m-99/consent", new JsonObject
        { ["channel"] = "sms", ["state"] = "given", ["textVersion"] = "consent-2026-1", ["how"] = "paper form" });
        Assert.Equal("given", Text(after["member"]!["consent"]![0]!, "state"));
    }

    [Fact]
    public async Task A_board_file_is_imported_whole_or_not_at_all()
    {
        const string Header = "member_id,name,phone,languages,channels,term_from\n";
        var dry = await ImportAsync("?dryRun=true", Header + "m-50,Jo Example,203-555-0150,en,sms,2027-01-01\n");
        Assert.Equal((HttpStatusCode.OK, "m-50"), (dry.Status, dry.Body!["added"]![0]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("coordinator", HttpMethod.Get, "/api/members/m-50", null, null)).Status);

        var refused =
            await ImportAsync("", Header + "m-50,Jo Example,203-555-0150,en,sms,2027-01-01\nm-51,,203-555-0151,en,sms,2027-01-01\n");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("/3/name", Text(refused.Body!["faults"]![0]!, "pointer"));
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("coordinator", HttpMethod.Get, "/api/members/m-50", null, null)).Status);

        Assert.Equal(HttpStatusCode.OK, (await ImportAsync("", Header + "m-50,Jo Example,203-555-0150,en,sms,2027-01-01\n")).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync("coordinator", HttpMethod.Get, "/api/members/m-50", null, null)).Status);
    }

    [Fact]
    public async Task A_review_that_was_short_of_members_goes_on_when_the_board_grows()
    {
        // Everybody but four is paused.
        foreach (var member in (await OkAsync("coordinator", HttpMethod.Get, "/api/members")).AsArray().Skip(4).ToList())
            await PauseAsync(Text(member!["member"]!, "id"), Text(member, "version"), "paused");
        var id = await SubmitAsync("snap-homelessness");
        await AdvanceAsync("PT0S");
        Assert.Equal("short-of-members", Text(await OkAsync("coordinator", HttpMethod.Get, $"/api/reviews/{id}"), "stage"));

        foreach (var member in (await OkAsync("coordinator", HttpMethod.Get, "/api/members")).AsArray().Skip(4).ToList())
            await PauseAsync(Text(member!["member"]!, "id"), Text(member, "version"), "active");
        await AdvanceAsync("PT0S");

        Assert.Equal("preparing", Text(await OkAsync("coordinator", HttpMethod.Get, $"/api/reviews/{id}"), "stage"));
    }

    private Task<JsonNode> PauseAsync(string member, string version, string state) =>
        OkAsync("coordinator", HttpMethod.Put, $"/api/members/{member}/availability", new JsonObject
        { ["away"] = new JsonArray(), ["state"] = state }, version);

    private static JsonObject Note(string id, string subject) => new()
    {
        ["id"] = id,
        ["subject"] = subject,
        ["title"] = "ACS table B17001",
        ["link"] = "https://data.census.gov/",
        ["version"] = "2020-24",
        ["date"] = "2025-12-11",
        ["sentences"] = new JsonObject { ["en"] = "About one in ten people in the state is poor." },
    };

    private async Task<string> SubmitAsync(string sample)
    {
        using var reader = new StreamReader(SampleFiles.Open($"projects/{sample}.json"));
        var project = JsonNode.Parse(await reader.ReadToEndAsync())!;
        var receipt = await OkAsync(Text(project, "agency"), HttpMethod.Post, "/api/projects", project);
        await AdvanceAsync("PT0S");
        return Text(receipt, "id");
    }

    private Task<JsonNode> AdvanceAsync(string span) => OkAsync(null, HttpMethod.Post, "/sim/clock", new JsonObject { ["advance"] = span });

    private async Task<IReadOnlyList<string>> InboxesAsync(string box)
    {
        var texts = new List<string>();
        foreach (var member in (await OkAsync(null, HttpMethod.Get, "/sim/members")).AsArray())
        {
            if (member!["boxes"]!.AsArray().Any(b => b!.GetValue<string>() == box))
                texts.AddRange((await OkAsync(null, HttpMethod.Get, $"/sim/{Text(member, "id")}/{box}")).AsArray()
                    .Select(m => Text(m!, "text")));
        }
        return texts;
    }

    private async Task<IReadOnlyList<string>> VerifyAsync(string id) =>
        (await ((CtVoice.Core.Reviews.ReviewStore)host.Services.GetService(typeof(CtVoice.Core.Reviews.ReviewStore))!).VerifyAsync(id))!;

    private async Task<JsonNode> OkAsync(string? who, HttpMethod method, string path, JsonNode? body = null, string? ifMatch = null)
    {
        var answer = await SendAsync(who, method, path, body, ifMatch);
        Assert.True((int)answer.Status < 300, $"{method} {path}: {answer.Status} {answer.Body?.ToJsonString()}");
        return answer.Body!;
    }

    private Task<(HttpStatusCode Status, string? ETag, JsonNode? Body)> ImportAsync(string query, string csv) =>
        SendContentAsync("coordinator", HttpMethod.Post, "/api/board/import" + query, new StringContent(csv, Encoding.UTF8, "text/csv"),
            null);

    private Task<(HttpStatusCode Status, string? ETag, JsonNode? Body)> SendAsync(string? who, HttpMethod method, string path,
        JsonNode? body, string? ifMatch) =>
        SendContentAsync(who, method, path, body is null ? null : JsonContent.Create(body), ifMatch);

    private async Task<(HttpStatusCode Status, string? ETag, JsonNode? Body)> SendContentAsync(string? who, HttpMethod method, string path,
        HttpContent? content, string? ifMatch)
    {
        var key = who is null ? null : await File.ReadAllTextAsync(FirstStart.KeyPath(folder.Path, who));
        // The same review each time, so the same panel: among its members somebody is asked by email, in English.
        var answer = await http.AskAsync(method, path, key, content, ifMatch, path == "/api/projects" ? "coordinator-5" : null);
        return (answer.Status, answer.ETag, answer.Text.Length > 0 ? answer.Body : null);
    }

    private static string Text(JsonNode node, string name) => node[name]?.GetValue<string>() ?? "";
}
