using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CtVoice.Core.Accountability;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Time;
using CtVoice.Local.Transfer;
using CtVoice.Web.Simulation;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>One entry of a ledger.</summary>
internal sealed record Entry(string Type, DateTimeOffset At, JsonElement Facts)
{
    internal string? Fact(string name) => Facts.TryGetProperty(name, out var value) ? value.ToString() : null;
}

/// <summary>
/// A review played on the local host in virtual time. People act through the HTTP interface and the simulated phones;
/// the tests read what is stored.
/// </summary>
internal sealed class ReviewStory : IAsyncDisposable
{
    /// <summary>Monday, January 11, 2027, 9:30 in Connecticut. January 18 is a holiday.</summary>
    internal static readonly DateTimeOffset Monday = Eastern(2027, 1, 11, 9, 30);

    /// <summary>
    /// The rules that most stories are played by: a review closes early once all have answered, so that a story comes to what
    /// follows the close. The default is not to; see KeptDateTests.
    /// </summary>
    internal static readonly ReviewPolicy Rules = ReviewPolicy.Default with { EarlyCloseAfter = 1 };

    // A new data folder takes a while (board, keys): it is made once and copied.
    private static readonly Lazy<Task<TempFolder>> Prepared = new(PrepareAsync);

    private readonly TempFolder folder;
    private readonly LocalHost host;
    private readonly DemoClient client;

    private ReviewStory(TempFolder folder, LocalHost host, AlarmLines alarms)
    {
        (this.folder, this.host, Alarms) = (folder, host, alarms);
        client = new(host.Url, who => File.ReadAllText(FirstStart.KeyPath(folder.Path, who)));
    }

    internal string Id { get; private set; } = "";

    internal DateTimeOffset Now => Service<LocalClock>().GetUtcNow();

    internal Carrier Carrier => Service<Carrier>();

    internal Uri Url => host.Url;

    /// <summary>What a person would have to act on.</summary>
    internal AlarmLines Alarms { get; }

    /// <summary>Whether a workflow may be found missing; in every other story none may.</summary>
    internal bool WorkflowsDie { get; set; }

    internal static async Task<ReviewStory> BeginAsync(DateTimeOffset? at = null, ReviewPolicy? policy = null, bool twice = false,
        KeywordHandling keywords = KeywordHandling.Ours,
        Action<IServiceCollection>? change = null, bool stoppable = false, bool unhurried = false)
    {
        var folder = new TempFolder();
        Copy((await Prepared.Value).Path, folder.Path);
        var alarms = new AlarmLines();
        var host = await LocalHost.StartAsync(
            new(folder.Path, Port: 0)
            {
                Clock = unhurried ? new UnhurriedClock(at ?? Monday) : new StandingClock(at ?? Monday),
                TimePasses = false,
                Engine = new() { RunActivitiesTwice = twice },
            },
            services =>
            {
                services.AddSingleton<Carrier>()
                    .AddSingleton<ISmsSender>(s => s.GetRequiredService<Carrier>())
                    .AddSingleton<IEmailSender>(s => s.GetRequiredService<Carrier>());
                services.AddSingleton(LocalSettings.Of(folder.Path) with
                {
                    Policy = (policy ?? Rules) with { StopForMinutes = stoppable ? ReviewPolicy.Default.StopForMinutes : null },
                    Keywords = keywords
                });
                alarms.AddTo(services);
                change?.Invoke(services);
            });
        return new(folder, host, alarms);
    }

    /// <summary>A story in which the panel has just been asked one question, or more.</summary>
    internal static async Task<ReviewStory> AskedAsync(DateTimeOffset? at = null, ReviewPolicy? policy = null, int questions = 1,
        bool twice = false, KeywordHandling keywords = KeywordHandling.Ours,
        Action<IServiceCollection>? change = null)
    {
        var story = await BeginAsync(at, policy, twice, keywords, change);
        await story.SubmitAsync(questions: questions);
        await story.ReleaseTextsAsync();
        return story;
    }

    internal static DateTimeOffset Eastern(int year, int month, int day, int hour, int minute = 0, int second = 0) =>
        LocalTime.InstantOf(new(year, month, day), new(hour, minute, second), LocalTime.Connecticut);

    internal T Service<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>An agency sends a sample. The id follows from the key, and so does the panel.</summary>
    internal async Task<string> SubmitAsync(string sample = "snap-homelessness", int questions = 1, string key = "story",
        Action<JsonObject>? change = null)
    {
        var answer = await TrySubmitAsync(sample, questions, key, change);
        Assert.True((int)answer.Status < 300, answer.Text);
        await SettleAsync();
        return Id = answer.Body["id"]!.GetValue<string>();
    }

    /// <summary>The same, whatever the answer is; nothing is waited for.</summary>
    internal Task<ApiAnswer> TrySubmitAsync(string sample = "snap-homelessness", int questions = 1, string key = "story",
        Action<JsonObject>? change = null)
    {
        var project = JsonNode.Parse(SampleFiles.Open($"projects/{sample}.json"))!.AsObject();
        project["questions"] = new JsonArray([.. project["questions"]!.AsArray().Take(questions).Select(q => q!.DeepClone())]);
        change?.Invoke(project);
        return AskAsync(HttpMethod.Post, "/api/projects", project["agency"]!.GetValue<string>(), project, idempotencyKey: key);
    }

    /// <summary>Somebody asks the host something, and sees the answer whatever it is.</summary>
    internal async Task<ApiAnswer> AskAsync(HttpMethod method, string path, string? who, JsonObject? body = null, string? ifMatch = null,
        string? idempotencyKey = null)
    {
        using var http = new HttpClient { BaseAddress = host.Url };
        return await http.AskAsync(method, path, who is null ? null : Key(who), body, ifMatch, idempotencyKey);
    }

    /// <summary>The story goes on with another review.</summary>
    internal void Follow(string id) => Id = id;

    /// <summary>The coordinator releases the texts of every language that is missing.</summary>
    internal async Task ReleaseTextsAsync(string? id = null)
    {
        foreach (var language in ReleasingTexts.Missing(await StateAsync(id)))
            await CoordinatorAsync($"texts/{language}/release", null, id);
    }

    /// <summary>The coordinator does something.</summary>
    internal Task CoordinatorAsync(string what, JsonObject? body = null, string? id = null) => PostAsync("coordinator", what, body, id);

    /// <summary>Somebody does something.</summary>
    internal async Task PostAsync(string who, string what, JsonObject? body = null, string? id = null)
    {
        var path = $"/api/reviews/{id ?? Id}/{what}";
        _ = body is null ? await client.PostAsync(path, who) : await client.PostAsync(path, who, body);
        await SettleAsync();
    }

    /// <summary>The addressee answers a recommendation.</summary>
    internal Task AnswerAsync(int number, string agency = "DSS", string plainWords = "We will take out all names.") => PostAsync(
        agency, string.Create(CultureInfo.InvariantCulture, $"recommendations/{number}/answer"), new JsonObject
        {
            ["kind"] = "deferred",
            ["reason"] = "Counsel looks at it first.",
            // In the languages of everybody on the fictional board, so that nobody waits for a translation.
            ["plainWords"] = new JsonObject { ["en"] = plainWords, ["es"] = "Vamos a quitar todos los nombres." },
            ["translator"] = "Marisol Vega",
        });

    /// <summary>The coordinator passes on no words that wait, so that there is no supplement.</summary>
    internal async Task WithholdTheRestAsync()
    {
        var review = await StateAsync();
        foreach (var reply in review.Replies.Where(r => r.Releasable && DecidingWords.On(review, r) is WordsDecision.Undecided))
            await CoordinatorAsync(string.Create(CultureInfo.InvariantCulture, $"preview/reply-{reply.Number}/withhold"), new()
            { ["because"] = "off-topic" });
    }

    /// <summary>A member writes by phone, or by their first channel.</summary>
    internal async Task SaysAsync(string member, string text, string? box = null, string? providerId = null)
    {
        box ??= (await MemberAsync(member)).UsableChannels.FirstOrDefault() is Channel.Email ? "email" : "sms";
        var body = new JsonObject { ["text"] = text };
        if (providerId is not null)
            body["id"] = providerId;
        _ = await client.PostAsync($"/sim/{member}/{box}", null, body);
        await SettleAsync();
    }

    /// <summary>A member answers what they were asked: whoever was only told that there is a question asks to see it first.</summary>
    internal async Task AnswersAsync(string member, string text, string? box = null)
    {
        if ((await StateAsync()).InvitationOf(member) is { Shown: [.., { Hidden: true }], Language: var language })
            await SaysAsync(member, Phrases.In(language).Ask, box);
        await SaysAsync(member, text, box);
    }

    /// <summary>Stores a message as received at an instant, before anybody looks at it, and applies it only now.</summary>
    internal async Task ArrivesAsync(string member, string text, DateTimeOffset receivedAt, string providerId)
    {
        await ArrivesUnsettledAsync(member, text, providerId, receivedAt);
        await SettleAsync();
    }

    /// <summary>A text that arrives while the board is in the middle of something.</summary>
    internal async Task ArrivesUnsettledAsync(string member, string text, string providerId, DateTimeOffset? receivedAt = null)
    {
        var contact = (await Service<ContactStore>().ForSendingAsync(member))!;
        await Service<Receive>().ReceiveAsync(new(Channel.Sms, providerId, contact.Phone!, "board", null, text, receivedAt ?? Now));
    }

    internal async Task EverybodySaysAsync(string text)
    {
        foreach (var member in (await StateAsync()).Invitations.Select(i => i.MemberId))
            await AnswersAsync(member, text);
    }

    internal async Task AdvanceToAsync(DateTimeOffset instant)
    {
        _ = await Service<TimeTravel>().AdvanceToAsync(instant);
        await EverybodyIsThereAsync();
    }

    internal async Task AdvanceAsync(TimeSpan span)
    {
        _ = await Service<TimeTravel>().AdvanceAsync(span);
        await EverybodyIsThereAsync();
    }

    /// <summary>Lets everything happen that is due now.</summary>
    internal Task SettleAsync() => AdvanceAsync(TimeSpan.Zero);

    internal async Task<Review> StateAsync(string? id = null) => (await Service<ReviewStore>().ReadAsync(id ?? Id))!.State;

    internal async Task<IReadOnlyList<Entry>> LedgerAsync(string? type = null, string? id = null)
    {
        var entries = new List<Entry>();
        foreach (var stored in await Service<ReviewStore>().ReadLedgerAsync(id ?? Id))
        {
            using var json = JsonDocument.Parse(stored.Text);
            var root = json.RootElement;
            entries.Add(
                new(root.GetProperty("type").GetString()!, root.GetProperty("at").GetDateTimeOffset(), root.GetProperty("facts").Clone()));
        }
        return [.. entries.Where(e => type is null || e.Type == type)];
    }

    internal async Task<Member> MemberAsync(string member) => (await Service<BoardStore>().GetAsync(member))!;

    internal Task ChangeAsync(string member, Func<Member, Member> change) =>
        Service<BoardStore>().ChangeAsync(member, stored => change(stored!));

    /// <summary>Members who were asked by text, those first who are written to in English: whom the draw puts first matters to no
    /// test.</summary>
    internal async Task<IReadOnlyList<string>> TextersAsync() =>
        [.. (await StateAsync()).Invitations.Where(i => i.Channel is Channel.Sms).OrderBy(i => i.Language != "en").Select(i => i.MemberId)];

    /// <summary>What the board sent to a member, oldest first.</summary>
    internal async Task<IReadOnlyList<SimulatedMessage>> SentToAsync(string member, string box = "sms")
    {
        var contact = (await Service<ContactStore>().ForSendingAsync(member))!;
        var mailbox = Service<SimulatedMailbox>();
        var messages = await mailbox.ReadAsync(box == "sms" ? mailbox.Phone(contact.Phone!) : mailbox.Inbox(contact.Email!));
        return [.. messages.Where(m => m.FromBoard)];
    }

    /// <summary>Purposes of the messages of a review that left for a member, in order.</summary>
    internal IReadOnlyList<string> PurposesTo(string member, string? id = null) =>
        [.. Carrier.Sent.Where(k => k.StartsWith($"review|{id ?? Id}/outbox|{member}|", StringComparison.Ordinal))
            .Select(k => k.Split('|')[3])];

    internal string Key(string who) => File.ReadAllText(FirstStart.KeyPath(folder.Path, who));

    /// <summary>Every row that is stored now, each as the line that an export writes.</summary>
    internal async Task<IReadOnlyList<string>> EveryRowAsync()
    {
        using var copy = new TempFolder();
        // The log of the database has what the file does not have yet.
        foreach (var file in Directory.GetFiles(folder.Path, "ctvoice.db*"))
            File.Copy(file, Path.Combine(copy.Path, Path.GetFileName(file)));
        using var database = new SqliteDatabase(copy.Path);
        await using var lines = new StringWriter();
        _ = await StateExport.WriteAsync(database, "", lines);
        return lines.ToString().Split('\n');
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Whatever happens in a story, the review is seen to by as many workflows as it needs.</summary>
    private async Task EverybodyIsThereAsync()
    {
        if (!WorkflowsDie)
            Assert.DoesNotContain(Alarms.Lines, line => line.StartsWith("CTV-WORKFLOW", StringComparison.Ordinal));
        if (Id.Length > 0 && await StateAsync() is var review && !Attending.MayNeed(review))
        {
            foreach (var days in new[] { 0, 1, 30, 400 })
                Assert.Empty(Attending.Of(review, BusinessCalendar.Connecticut, Now.AddDays(days)));
        }
    }

    private static async Task<TempFolder> PrepareAsync()
    {
        var folder = new TempFolder();
        // All stories copy it, and nobody knows which one is the last.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        await using var host =
            await LocalHost.StartAsync(new(folder.Path, Port: 0) { Clock = new StandingClock(Monday), TimePasses = false });
        // These stories are told in messages; members who take calls only have tests of their own.
        var board = host.Services.GetRequiredService<BoardStore>();
        foreach (var member in (await board.MembersAsync()).Where(m => m.UsableChannels.First() is Channel.PhoneDictated))
            await board.ChangeAsync(member.Id, m => m! with { State = MemberState.Paused });
        return folder;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
