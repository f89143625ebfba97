using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Subscriptions;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Conversations;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web.Simulation;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Todo;

/// <summary>Danger in what residents write: seen at once, answered by fixed words, and seen by nobody else.</summary>
public sealed class AlertTests
{
    private static readonly string[] Told = ["coordinator@example.org", "deputy@example.org"];

    private const string Danger = "I cant do this anymore, goodbye";

    [Fact]
    public async Task Danger_by_text_is_first_on_the_list_at_once_and_mailed_with_an_id_and_no_more()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, Danger);

        var alert = Assert.Single(await story.Service<Matters>().OpenAsync());
        Assert.Equal(TodoKinds.Acute, alert.Kind);
        Assert.Equal([$"CTV-ACUTE: alert {alert.Id} was raised"], story.Alarms.Lines);
        Assert.Equal("acute", (await AskAsync(story, "/api/todo", "coordinator"))["things"]![0]!["what"]!.GetValue<string>());
        var title = (await story.StateAsync()).Title;
        foreach (var address in Told)
        {
            var mail = Assert.Single(story.Carrier.Mails, m => m.To == address && m.Subject.Contains(alert.Id, StringComparison.Ordinal));
            Assert.Contains($"/api/matters/{alert.Id}", mail.Text, StringComparison.Ordinal);
            foreach (var secret in (string[])[member, story.Id, title, "goodbye", "English", "text message"])
                Assert.DoesNotContain(secret, mail.Subject + mail.Text, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Contains(
            "CT Resident Advisory Board: Help at any time: 911. To talk: 988. Shelter, food: 2-1-1. Home not safe: 888-774-2900. Nobody "
                + "reads this number all the time.",
            (await story.SentToAsync(member)).Select(m => m.Text));
    }

    [Fact]
    public async Task The_answer_is_in_the_language_of_the_words_and_not_of_the_profile()
    {
        await using var story = await ReviewStory.AskedAsync();
        var review = await story.StateAsync();
        var member = (await story.TextersAsync()).First(m => review.InvitationOf(m)!.Language == "en");
        await story.SaysAsync(member, "mejor me mato");

        Assert.Contains(await story.SentToAsync(member),
            m => m.Text.StartsWith("Junta de Residentes de CT: Ayuda a toda hora: 911.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worry_is_on_the_list_and_gets_the_ordinary_receipt_and_no_mail()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, "2 My ex hit me in 2019. Never share shelter addresses.");

        Assert.Equal(TodoKinds.Worry, Assert.Single(await story.Service<Matters>().OpenAsync()).Kind);
        Assert.Contains(await story.SentToAsync(member), m => m.Text.Contains("We saved your answer: 2", StringComparison.Ordinal));
        Assert.DoesNotContain(await story.SentToAsync(member), m => m.Text.Contains("911", StringComparison.Ordinal));
        Assert.DoesNotContain(story.Carrier.Mails, m => m.To == "deputy@example.org");
        Assert.Equal(["worry"], Assert.Single((await story.StateAsync()).Replies).HeldBecause);
        Assert.Equal(2, Assert.Single((await story.StateAsync()).Replies).Choice);
    }

    [Fact]
    public async Task Danger_from_a_number_that_nobody_knows_is_heard_and_answered_too()
    {
        await using var story = await ReviewStory.BeginAsync();
        await story.Service<Receive>()
            .ReceiveAsync(new(Channel.Sms, "SMstranger", "+12035550999", "board", null, "a man is hurting my cousin", story.Now));

        Assert.Equal(["acute", "holding-pen"], (await AskAsync(story, "/api/todo", "coordinator"))["things"]!.AsArray()
            .Select(t => t!["what"]!.GetValue<string>()).Take(2));
        var mailbox = story.Service<SimulatedMailbox>();
        Assert.Contains("988", Assert.Single(await mailbox.ReadAsync(mailbox.Phone("+12035550999"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_by_mail_is_heard_in_the_own_words_and_answered_by_mail()
    {
        await using var story = await ReviewStory.AskedAsync();
        var mailer = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email).MemberId;
        await story.SaysAsync(mailer, Danger, "email");

        await IsAlertAsync(story);
        Assert.Contains(await story.SentToAsync(mailer, "email"),
            m => m.Text.Contains("Help at any time: 911. To talk: 988.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Danger_on_the_page_and_in_a_welcome_stands_first_too()
    {
        await using var story = await MemberPageTests.OneOfAsync("m-09");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        await browser.PressAsync(link, "answer", ("choice-1", "2"), ("words-1", Danger));
        Assert.Contains("988", browser.Html, StringComparison.Ordinal);
        await IsAlertAsync(story);
        var first = Assert.Single(await story.Service<Matters>().OpenAsync()).Id;
        Assert.Equal(System.Net.HttpStatusCode.NoContent,
            (await story.AskAsync(HttpMethod.Post, $"/api/matters/{first}/done", "coordinator", new() { ["done"] = "safe" })).Status);

        await WelcomeTests.AddAsync(story, "m-90", ["en"], ["sms"], phone: "(203) 555-0190");
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync("m-90", Danger, "sms");
        Assert.Equal("acute", (await AskAsync(story, "/api/todo", "coordinator"))["things"]![0]!["what"]!.GetValue<string>());
        Assert.NotEqual(first, Assert.Single(await story.Service<Matters>().OpenAsync()).Id);
        Assert.StartsWith("CT Resident Advisory Board: Help at any time: 911.", (await story.SentToAsync("m-90"))[^1].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_in_a_text_that_answers_a_follow_up_is_heard()
    {
        await using var story = await ReadBackTests.ReadBackAsync("m-09", "m-19");
        await story.SaysAsync("m-09", "2 " + Danger);

        await IsAlertAsync(story);
        Assert.StartsWith("CT Resident Advisory Board: Help at any time: 911.", (await story.SentToAsync("m-09"))[^1].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_after_a_review_has_ended_is_heard()
    {
        await using var story = await SatisfactionStoryTests.ToldAsync("m-09", "m-19");
        await story.AdvanceAsync(TimeSpan.FromDays(60));
        Assert.True((await story.StateAsync()).Over);
        await story.SaysAsync("m-09", Danger);

        await IsAlertAsync(story);
        Assert.StartsWith("CT Resident Advisory Board: Help at any time: 911.", (await story.SentToAsync("m-09"))[^1].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_says_that_nobody_reads_the_number_all_the_time()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, "HELP");
        Assert.EndsWith("Nobody reads this number all the time.", (await story.SentToAsync(member))[^1].Text, StringComparison.Ordinal);
        var mailer = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email).MemberId;
        await story.SaysAsync(mailer, "help", "email");
        Assert.Contains("Nobody reads this mailbox all the time.", (await story.SentToAsync(mailer, "email"))[^1].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_things_to_do_says_that_the_lists_of_danger_are_drafts()
    {
        await using var story = await ReviewStory.BeginAsync();
        var lists = (await AskAsync(story, "/api/todo", "coordinator"))["dangerLists"]!.AsArray();
        Assert.Equal(["acute", "meanings", "worry"], lists.Select(l => l!["id"]!.GetValue<string>()));
        Assert.All(lists, list =>
        {
            Assert.Equal("draft", list!["state"]!.GetValue<string>());
            Assert.StartsWith("A draft. A person outside the team must review it", list["says"]!
                .GetValue<string>(), StringComparison.Ordinal);
        });
    }

    private static async Task IsAlertAsync(ReviewStory story)
    {
        Assert.Equal(TodoKinds.Acute, Assert.Single(await story.Service<Matters>().OpenAsync()).Kind);
        Assert.Equal("acute", (await AskAsync(story, "/api/todo", "coordinator"))["things"]![0]!["what"]!.GetValue<string>());
        Assert.All(Told, address => Assert.Single(story.Carrier.Mails, m => m.To == address));
    }

    [Fact]
    public async Task A_review_with_an_alert_looks_from_outside_like_one_without()
    {
        var (with, without) = (await SeenAsync(Danger), await SeenAsync("Please leave out the names"));

        Assert.Equal(without.Keys, with.Keys);
        Assert.All(with, seen => Assert.Equal(without[seen.Key], seen.Value));
    }

    /// <summary>What agency, public and ledger show of one review in which a member wrote something beside their choice, by path.</summary>
    private static async Task<SortedDictionary<string, string>> SeenAsync(string words)
    {
        var events = new HeardEvents();
        await using var story = await ReviewStory.BeginAsync(change: services => services.AddSingleton<IEventSender>(events));
        _ = await story.AskAsync(HttpMethod.Post, "/api/subscriptions", "DSS", new() { ["url"] = "https://hooks.example.org/ctvoice" });
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        foreach (var member in await story.TextersAsync())
            await story.SaysAsync(member, member == (await story.TextersAsync())[0] ? "2 " + words : "1");
        var seen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await LookAsync("while it asks");
        await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt.AddHours(1));
        await LookAsync("after the close");
        await story.AdvanceAsync(TimeSpan.FromDays(7));
        Assert.NotNull((await story.StateAsync()).Report);
        await LookAsync("after the report");
        return seen;

        async Task LookAsync(string when)
        {
            foreach (var (path, who) in new[]
            {
                ($"/api/reviews/{story.Id}", "DSS"), ($"/api/reviews/{story.Id}/timeline", "DSS"), ("/api/reviews", "DSS"),
                ($"/api/reviews/{story.Id}/ledger", "auditor"),
                ("/api/register", null), ($"/api/register/{story.Id}", (string?)null), ("/api/register.csv", null),
                ("/api/register.atom", null), ($"/api/reviews/{story.Id}/report", "DSS"),
            })
            {
                var text = (await story.AskAsync(HttpMethod.Get, path, who)).Text;
                seen[$"{when} {path} {who}"] = who == "auditor" ? Entries(text) : Plain(text);
            }
            // What left for a subscriber: types, order and bodies.
            seen[$"{when} events"] = Plain(string.Join('\n', events.Bodies));
            Assert.NotEmpty(events.Bodies);
        }

        // Workflows that wake at one instant write in any order: their entries are compared without it.
        static string Entries(string ledger) => string.Join('\n', JsonNode.Parse(ledger)!.AsArray()
            .Select(line => line!["entry"]!.AsObject())
            .Select(entry => (At: entry["at"]!.GetValue<string>(), Removed: entry.Remove("n"), Text: Plain(entry.ToJsonString())))
            .OrderBy(entry => entry.At, StringComparer.Ordinal).ThenBy(entry => entry.Text, StringComparer.Ordinal)
            .Select(entry => entry.Text));

        // Hashes, salts and pseudonyms are new in each run, whatever is said.
        static string Plain(string json) => Regex.Replace(json, "[0-9a-f]{32,}|resident-[A-Z0-9]+", "-");
    }

    /// <summary>A subscriber that keeps what it is told.</summary>
    private sealed class HeardEvents : IEventSender
    {
        internal List<string> Bodies { get; } = [];

        public Task<EventAnswer> SendAsync(OutgoingEvent outgoing, CancellationToken cancellationToken = default)
        {
            Bodies.Add(outgoing.Body);
            return Task.FromResult(new EventAnswer(EventAnswerKind.Taken, "HTTP 204"));
        }
    }

    private static async Task<JsonNode> AskAsync(ReviewStory story, string path, string? who)
    {
        using var http = new HttpClient { BaseAddress = story.Url };
        return (await http.AskAsync(HttpMethod.Get, path, who is null ? null : story.Key(who))).Body;
    }
}
