using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Core.Storage;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Webhooks;

/// <summary>A message that cannot be read stops nothing (DESIGN 16): not its sender, not anybody else, not the clock.</summary>
public sealed class UnreadableMessageTests
{
    private const string Unreadable = "It could not be read, and is shown as it came.";

    [Theory]
    [InlineData("2 \uFFFE take the names out", "2 \uFFFD take the names out")]
    [InlineData("\uFFFE2", "\uFFFD2")]
    [InlineData("2 \U0001FFFE\uFDD0 yes", "2 \uFFFD\uFFFD yes")]
    [InlineData("\u200B\uFEFF2", "\u200B\uFEFF2")]
    [InlineData("2 👩‍👩‍👧 नमस्ते", "2 👩‍👩‍👧 नमस्ते")]
    public async Task A_text_is_applied_at_once_and_kept_as_written_but_for_what_is_no_character(string text, string kept)
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];

        using var response = await provider.TwilioAsync(Sms(Sid(1), await provider.PhoneOfAsync(member), text));

        Taken(response);
        var stored = (await provider.StoredAsync("sms|" + Sid(1)))!;
        Assert.Equal((kept, InboundPlace.Accepted), (stored.Message.Text, stored.Outcome?.Place));
        Assert.Equal((member, 2), Assert.Single((await story.StateAsync()).Replies.Select(r => (r.MemberId, r.Choice!.Value))));
    }

    [Theory]
    [InlineData("html", "<p>2&#xFFFE; please</p>")]
    [InlineData("html", "<p>2 please</p><blockquote>&zwnj;&zwnj;&zwnj;&zwnj;&zwnj;&zwnj;</blockquote>")]
    [InlineData("html", "<p>2 please</p><div>&#8203;&#8203;&#8203;&#8203;&#8203;</div>")]
    [InlineData("text", "2 please\n\n> \uFEFF\u200B\n> Is it OK?\n")]
    [InlineData("text", "2 please\n\u200B\u200B\u200B\u200B\u200B\n> Is it OK?\n")]
    [InlineData("text", "\uFFFE2 please")]
    public async Task A_mail_is_applied_at_once(string field, string body)
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var invitation = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email);

        using var response = await provider.MailAsync(
            ("headers", "Message-ID: <odd@example.org>\nFrom: a@example.org\n"), ("to", $"reply+{invitation.Code}@reply.example.org"),
            (field, body));

        Taken(response);
        Assert.Equal(InboundPlace.Accepted, (await MailAsync(provider, "odd@example.org"))!.Outcome?.Place);
        Assert.Equal((invitation.MemberId, 2),
            Assert.Single((await story.StateAsync()).Replies.Select(r => (r.MemberId, r.Choice!.Value))));
    }

    [Fact]
    public async Task A_mail_in_the_wrong_byte_order_is_read_in_the_right_one()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var invitation = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email);
        byte[] body = [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes("2 sin nombres")];

        using var response = await provider.MailAsync(
            ("email", $"Message-ID: <order@example.org>\r\nFrom: a@example.org\r\nTo: "
                + $"reply+{invitation.Code}@reply.example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; "
                + $"charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(body)}\r\n"));

        Taken(response);
        Assert.Equal(2, Assert.Single((await story.StateAsync()).Replies).Choice);
    }

    [Fact]
    public async Task A_delivery_report_with_an_empty_status_is_a_machine_and_nothing_more()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var invitation = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email);

        using var response = await provider.MailAsync(("to", $"reply+{invitation.Code}@reply.example.org"), ("email",
            "Message-ID: <dsn@example.org>\r\nFrom: MAILER-DAEMON@example.org\r\nContent-Type: multipart/report; "
                + "report-type=delivery-status; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nlate\r\n--x\r\nContent-Type: "
                + "message/delivery-status\r\n\r\nReporting-MTA: dns; example.org\r\n\r\nFinal-Recipient: rfc822; "
                + "a@example.org\r\nAction: delayed\r\nStatus:\r\n\r\n--x--\r\n"));

        Taken(response);
        Assert.Equal(InboundPlace.Automated, (await MailAsync(provider, "dsn@example.org"))!.Outcome?.Place);
    }

    [Fact]
    public async Task A_form_with_what_is_no_character_is_taken()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var browser = new MemberBrowser(story);
        var member = (await story.TextersAsync())[0];
        var link = await browser.LinkOfAsync(member);
        await browser.GetAsync(link);

        await browser.PressAsync(link, "answer", ("choice-1", "2"), ("words-1", "no \uFFFE names"));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal((member, 2), Assert.Single((await story.StateAsync()).Replies.Select(r => (r.MemberId, r.Choice!.Value))));
    }

    [Fact]
    public async Task A_project_with_what_is_no_character_is_refused_with_its_place()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var http = new HttpClient { BaseAddress = story.Url };
        http.DefaultRequestHeaders.Add("X-Api-Key", story.Key("DSS"));
        http.DefaultRequestHeaders.Add("Idempotency-Key", "odd");
        using var sample = CtVoice.Local.Host.SampleFiles.Open("projects/snap-homelessness.json");
        var project = JsonNode.Parse(sample)!.AsObject();
        project["title"] = "Benefits \uFFFE and housing";

        using var answer = await http.PostAsync("/api/projects", Json(project.ToJsonString()));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("/title", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_and_a_mail_of_half_a_million_characters_are_taken_cut_and_marked()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var texter = (await story.TextersAsync())[0];
        var invitation = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email);
        var words = "2 " + string.Concat(Enumerable.Repeat("please leave out the names of us all ", 14_000));

        using var text = await provider.TwilioAsync(Sms(Sid(1), await provider.PhoneOfAsync(texter), words));
        using var mail = await provider.MailAsync(
            ("headers", "Message-ID: <long@example.org>\nFrom: a@example.org\n"), ("to", $"reply+{invitation.Code}@reply.example.org"),
            ("text", words));
        using var longer = await provider.TwilioAsync(Sms(Sid(2), await provider.PhoneOfAsync(texter), new string('x', 1_100_000)));

        Assert.All([text, mail, longer], Taken);
        var review = await story.StateAsync();
        Assert.Equal(new[] { texter, invitation.MemberId }.Order(StringComparer.Ordinal), review.Replies.Where(r => r.Choice == 2)
            .Select(r => r.MemberId).Order(StringComparer.Ordinal));
        Assert.Equal(words, (await provider.StoredAsync("sms|" + Sid(1)))!.Message.Text);
        var cut = (await provider.StoredAsync("sms|" + Sid(2)))!;
        Assert.Equal((1024 * 1024, InboundPlace.Accepted), (cut.Message.Text.Length, cut.Outcome?.Place));
        Assert.EndsWith(" […]", cut.Message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_and_danger_behind_messages_that_cannot_be_read_take_effect_at_once()
    {
        var odd = new OddContacts();
        await using var story = await ReviewStory.AskedAsync(change: odd.Replace);
        using var provider = new Provider(story);
        var members = await story.TextersAsync();
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        foreach (var (n, member) in members.Take(2).Index())
        {
            for (var i = 0; i < 3; i++)
                await PoisonAsync(story, odd, member, Sid((10 * n) + i), "2");
        }

        using var stop = await provider.TwilioAsync(Sms(Sid(101), await provider.PhoneOfAsync(members[0]), "STOP"));
        using var danger = await provider.TwilioAsync(Sms(Sid(102), await provider.PhoneOfAsync(members[1]), "I want to kill myself"));

        Assert.All([stop, danger], Taken);
        Assert.False((await story.MemberAsync(members[0])).Consents(Channel.Sms));
        Assert.Contains("no more texts", (await story.SentToAsync(members[0]))[^1].Text, StringComparison.Ordinal);
        Assert.Contains(await story.Service<Matters>().OpenAsync(), a => a.InboundId == "sms|" + Sid(102) && a.Kind == TodoKinds.Acute);
        Assert.Contains("988", (await story.SentToAsync(members[1]))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_and_danger_take_effect_although_the_message_itself_cannot_be_read()
    {
        var odd = new OddContacts();
        await using var story = await ReviewStory.AskedAsync(change: odd.Replace);
        using var provider = new Provider(story);
        var members = await story.TextersAsync();
        await PoisonAsync(story, odd, members[0], Sid(1), "S\u200BTOP.");
        await PoisonAsync(story, odd, members[1], Sid(2), "me quiero matar");

        await story.AdvanceAsync(DueRows.Grace);

        Assert.False((await story.MemberAsync(members[0])).Consents(Channel.Sms));
        Assert.Contains(await story.Service<Matters>().OpenAsync(), a => a.InboundId == "sms|" + Sid(2) && a.Kind == TodoKinds.Acute);
        Assert.Null((await provider.StoredAsync("sms|" + Sid(2)))!.Outcome);

        // Nobody could read them: a person does, and whoever may need help was told where it is.
        await story.AdvanceAsync(TimeSpan.FromMinutes(3));
        Assert.Contains("no more texts", (await story.SentToAsync(members[0]))[^1].Text, StringComparison.Ordinal);
        Assert.Contains("988", (await story.SentToAsync(members[1]))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_three_failures_a_message_lies_in_the_holding_pen_as_it_came_with_an_alarm()
    {
        var odd = new OddContacts();
        using var log = new Alarmed();
        await using var story = await ReviewStory.AskedAsync(change: services =>
        {
            odd.Replace(services);
            services.AddSingleton<ILoggerProvider>(log);
        });
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];
        await PoisonAsync(story, odd, member, Sid(1), "2 and my words");
        Assert.Empty(await provider.PenAsync());

        await story.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(("sms|" + Sid(1), Unreadable), Assert.Single((await provider.PenAsync()).Select(p => (p.InboundId, p.Because))));
        Assert.Equal(InboundPlace.Unmatched, (await provider.StoredAsync("sms|" + Sid(1)))!.Outcome!.Place);
        Assert.Single(log.Lines, line => line.StartsWith("CTV-INBOX: sms|" + Sid(1), StringComparison.Ordinal));
        Assert.DoesNotContain(await story.Service<DueRows>()
            .ReadAsync(story.Now.AddDays(30), perShard: 1_000), row => row.Subject.Kind == InboundStore.DueKind);
        var seen = Assert.Single((await PenOverHttpAsync(story)).Lines)!;
        Assert.Equal("2 and my words", seen["text"]!.GetValue<string>());
        // The coordinator places it like any other.
        using var http = Coordinator(story);
        using var moved =
            await http.PostAsync($"/api/holding-pen/{Uri.EscapeDataString("sms|" + Sid(1))}/move",
                Json($$"""{"reviewId":"{{story.Id}}","memberId":"{{member}}","question":1}"""));
        Taken(moved);
        Assert.Equal(2, Assert.Single((await story.StateAsync()).Replies).Choice);
    }

    [Fact]
    public async Task Work_that_finds_the_storage_busy_is_never_given_up()
    {
        var odd = new OddContacts();
        await using var story = await ReviewStory.AskedAsync(change: odd.Replace);
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];
        var message = new InboundMessage(Channel.Sms, Sid(1), await provider.PhoneOfAsync(member), "board", null, "2", story.Now);
        Assert.NotNull(await story.Service<Receive>().StoreAsync(message));

        odd.Busy = "in|sms|" + Sid(1);
        for (var n = 0; n < 12; n++)
            await story.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Empty(await provider.PenAsync());

        odd.Busy = null;
        await story.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(InboundPlace.Accepted, (await provider.StoredAsync("sms|" + Sid(1)))!.Outcome?.Place);
    }

    [Fact]
    public async Task Two_hundred_messages_that_cannot_be_read_hold_up_neither_fresh_work_nor_the_days_work_nor_the_clock()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var invitation = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email);
        var inbound = story.Service<Receive>();
        // One sender: all of them lie in one shard, in front of what is fresh.
        for (var n = 0; n < 200; n++)
            await inbound.StoreAsync(new(Channel.Email, $"poison-{n}", "a@example.org", "board", null, "no mail at all", story.Now)
            { Form = InboundMessage.MailForm });
        var fresh = new ReceivedMail(
            "fresh@example.org", "a@example.org", $"reply+{invitation.Code}@reply.example.org",
            Language.Mime.MimeReader.FromFields("From: a@example.org\n\n", "2 please", null)).ToMessage(story.Now);
        await inbound.StoreAsync(fresh);

        await story.AdvanceAsync(DueRows.Grace);

        Assert.Equal(InboundPlace.Accepted, (await provider.StoredAsync(fresh.Id))!.Outcome?.Place);
        var now = story.Now;
        await story.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal(now.AddDays(2), story.Now);
        using var http = Coordinator(story);
        Assert.NotEmpty(JsonNode.Parse(await http.GetStringAsync("/api/register/checkpoints"))!["checkpoints"]!.AsArray());
        Assert.Equal(200, (await provider.PenAsync()).Count(p => p.Because == Unreadable));
    }

    [Fact]
    public async Task The_pen_has_pages_and_whatever_lies_in_it_is_found_by_its_id()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var provider = new Provider(story);
        var (inbox, pen) = (story.Service<InboundStore>(), story.Service<HoldingPen>());
        for (var n = 0; n < 1_005; n++)
        {
            var message =
                new InboundMessage(Channel.Sms, Sid(n), string.Create(CultureInfo.InvariantCulture, $"+1203556{n:D4}"), "board", null,
                    "hello",
                    story.Now.AddSeconds(n));
            await inbox.KeepAsync(message, new(InboundPlace.Unmatched, "No member uses this number.", Answered: true));
            await pen.AddAsync(new(message.Id, message.ReceivedAt, "No member uses this number."));
        }

        var (lines, pages) = await PenOverHttpAsync(story);

        Assert.Equal((1_005, 11), (lines.Select(l => l!["id"]!.GetValue<string>()).Distinct().Count(), pages));
        using var http = Coordinator(story);
        using var dismissed =
            await http.PostAsync($"/api/holding-pen/{Uri.EscapeDataString("sms|" + Sid(0))}/dismiss",
                Json("""{"reason":"An advertisement."}"""));
        Taken(dismissed);
        Assert.Equal(1_004, (await PenOverHttpAsync(story)).Lines.Count);
    }

    [Fact]
    public async Task A_line_or_a_message_that_cannot_be_read_is_shown_as_such_and_can_be_taken_out()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        using var stranger = await provider.TwilioAsync(Sms(Sid(1), "+12035559999", "hello"));
        var contacts = story.Service<TableSet>().Contacts;
        await contacts.SubmitAsync("pen", [new TableOperation.Insert(new TableRow("pen", "0|broken"))]);
        await story.Service<Receive>()
            .StoreAsync(new(Channel.Email, "bad", "a@example.org", "board", null, "no mail at all", story.Now)
            { Form = InboundMessage.MailForm });
        await story.AdvanceAsync(TimeSpan.FromMinutes(10));

        var lines = (await PenOverHttpAsync(story)).Lines;

        Assert.Equal(["row|0|broken", "email|bad", "sms|" + Sid(1)], lines.Select(l => l!["id"]!.GetValue<string>()));
        Assert.Equal("no mail at all", lines[1]!["text"]!.GetValue<string>());
        using var http = Coordinator(story);
        foreach (var line in lines)
        {
            using var dismissed =
                await http.PostAsync($"/api/holding-pen/{Uri.EscapeDataString(line!["id"]!.GetValue<string>())}/dismiss",
                    Json("""{"reason":"Looked at."}"""));
            Taken(dismissed);
        }
        Assert.Empty((await PenOverHttpAsync(story)).Lines);
    }

    [Fact]
    public async Task Of_one_stranger_five_messages_a_day_lie_in_the_pen_and_the_others_are_one_line()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var provider = new Provider(story);
        for (var n = 0; n < 40; n++)
        {
            using var response = await provider.TwilioAsync(Sms(Sid(n), "+12035559999", "buy now"));
            Taken(response);
        }
        using var other = await provider.TwilioAsync(Sms(Sid(50), "+12035559998", "hello"));

        var penned = await provider.PenAsync();

        Assert.Equal(7, penned.Count);
        Assert.Contains("34 more of that day", Assert.Single(penned, p => p.InboundId == "sms|" + Sid(5)).Because,
            StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        using var next = await provider.TwilioAsync(Sms(Sid(60), "+12035559999", "buy now"));
        Assert.Equal(8, (await provider.PenAsync()).Count);
        await story.Service<HoldingPen>().RemoveAsync("sms|" + Sid(5));
        Assert.Equal(7, (await provider.PenAsync()).Count);
    }

    [Fact]
    public async Task A_signature_over_other_field_boundaries_is_refused_and_stores_nothing_again()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];
        var phone = await provider.PhoneOfAsync(member);
        var form = Sms(Sid(1), phone, "2");
        var signature = TwilioSignature.Of(provider.Options.TwilioToken.Current, "https://localhost/api/webhooks/twilio/sms", form);
        using var taken = await provider.TwilioAsync(form);
        Taken(taken);

        KeyValuePair<string, string>[][] parted =
        [
            // Each runs together to the same letters as what was signed.
            [new("MessageSid", Sid(1) + "NumMedia0"), new("From", phone), new("To", "+18605550100"), new("Body", "2")],
            [new("MessageSid", Sid(1)[..^1]), new(Sid(1)[^1..] + "NumMedia", "0"), new("From", phone), new("To", "+18605550100"),
                new("Body", "2")],
            [new("Body", "2From" + phone + "MessageSid" + Sid(1)), new("NumMedia", "0"), new("To", "+18605550100")],
        ];
        foreach (var again in parted)
        {
            using var response = await provider.TwilioAsync(again, signature: signature);
            Refused(response);
        }
        // Who signs it all the same cannot make it a text either.
        foreach (var odd in new[]
            { Sms("SM1", phone, "2"), Sms(Sid(2), "12", "2"), Sms(Sid(2), phone + "x", "2"),
                [.. Sms(Sid(2), phone, "2"), new("From", "+12035559999")] })
        {
            using var response = await provider.TwilioAsync(odd);
            Refused(response);
        }

        Assert.Single(Assert.Single((await story.StateAsync()).Replies).Pieces);
        Assert.Empty(await provider.PenAsync());
    }

    private static async Task<StoredInbound?> MailAsync(Provider provider, string id) => await provider.StoredAsync(InboundMessageId(id));

    private static string InboundMessageId(string mail) => new InboundMessage(Channel.Email, mail, "", "", null, "", default).Id;

    /// <summary>A text that no step can be taken for: what was so when it arrived cannot be noted.</summary>
    private static async Task PoisonAsync(ReviewStory story, OddContacts odd, string member, string sid, string text)
    {
        var phone = (await story.Service<ContactStore>().ForSendingAsync(member))!.Phone!;
        await story.Service<Receive>().StoreAsync(new(Channel.Sms, sid, phone, "board", null, text, story.Now));
        odd.Poisoned.Add("in|sms|" + sid);
    }

    private static HttpClient Coordinator(ReviewStory story)
    {
        var http = new HttpClient { BaseAddress = story.Url };
        http.DefaultRequestHeaders.Add("X-Api-Key", story.Key("coordinator"));
        return http;
    }

    /// <summary>All pages of the pen, as the Link headers lead from one to the next.</summary>
    private static async Task<(IReadOnlyList<JsonNode?> Lines, int Pages)> PenOverHttpAsync(ReviewStory story)
    {
        using var http = Coordinator(story);
        var lines = new List<JsonNode?>();
        var pages = 0;
        for (var path = "/api/holding-pen"; path is not null; pages++)
        {
            using var response = await http.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            lines.AddRange(JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsArray());
            path = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }
        return (lines, pages);
    }

    /// <summary>Keeps what was logged, whoever logs at once.</summary>
    private sealed class Alarmed : ILoggerProvider, ILogger
    {
        internal ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        public void Dispose() { }
    }

    /// <summary>A table of contacts that is busy for one partition, or refuses for good to note how some messages arrived.</summary>
    private sealed class OddContacts : ITable
    {
        private ITable inner = null!;

        internal string? Busy { get; set; }

        internal HashSet<string> Poisoned { get; } = new(StringComparer.Ordinal);

        internal void Replace(IServiceCollection services)
        {
            var before = services.Last(s => s.ServiceType == typeof(TableSet));
            services.AddSingleton(s =>
            {
                var tables = (TableSet)(before.ImplementationInstance ?? before.ImplementationFactory!(s));
                inner = tables.Contacts;
                return tables with { Contacts = this };
            });
        }

        public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default) =>
            Asked(partition).GetAsync(partition, key, cancellationToken);

        public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default) =>
            Asked(query.Partition).QueryAsync(query, cancellationToken);

        public Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations,
            CancellationToken cancellationToken = default) =>
            Poisoned.Contains(partition) && operations.Any(o => o is TableOperation.Replace { Row: var row } && row.Text("place") is null)
                ? throw new InvalidOperationException("Nothing can be noted of this message.")
                : Asked(partition).SubmitAsync(partition, operations, cancellationToken);

        private ITable Asked(string partition) =>
            partition == Busy ? throw new TableFaultException("The table is busy.", isTransient: true) : inner;
    }
}
