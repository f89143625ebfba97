using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Notices;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Notices.Mailboxes;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Notices;

/// <summary>Everyone who must act is told by mail: once, gathered, at most once a day, and nothing of residents.</summary>
public sealed class NoticeTests
{
    private const string Title = "Food benefits and losing a home";
    private static readonly DateTimeOffset ReportAt = Eastern(2027, 1, 14, 10);
    private static readonly DateTimeOffset Due = Eastern(2027, 2, 16, 20);

    [Theory]
    [InlineData("coordinator@example.org")]
    [InlineData("deputy@example.org")]
    public async Task Coordinator_and_deputy_are_told_the_moment_a_project_arrives_and_its_texts_are_to_be_made_ready(string address)
    {
        await using var story = await BeginAsync(Eastern(2027, 1, 9, 23));
        await story.SubmitAsync();

        // On a Saturday, late in the evening: no minute has passed.
        Assert.Equal(Eastern(2027, 1, 9, 23), story.Now);
        Assert.Equal([$"A project arrived: {Title}", $"Texts to make ready: {Title}"], To(story, address).Select(m => m.Subject)
            .OrderBy(s => s, StringComparer.Ordinal));
        Assert.All(To(story, address), m => Assert.Contains($"http://localhost/desk/reviews/{story.Id}", m.Text, StringComparison.Ordinal));
        await story.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal(2, To(story, address).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Requester_and_addressees_are_told_of_each_step_once_with_what_is_asked_by_when_and_where(bool twice)
    {
        await using var story = await BeginAsync(policy: Rules with { PanelSize = 3, Alternates = 0 }, twice: twice);
        await GiveAsync(story);
        await GiveAsync(story, "CCEH", Cceh);
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        await story.AdvanceAsync(Gathering.Settling);
        var started = Assert.Single(To(story, Dss));
        Assert.Equal($"Residents are being asked: {Title}", started.Subject);
        Assert.Contains(
            "They may answer until Tuesday, January 26, 2027, 8:00 PM. The report follows by Thursday, January 28, 2027, 10:00 AM.",
            started.Text, StringComparison.Ordinal);

        await story.EverybodySaysAsync("2 take names out");
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 20, 10));
        using var editor = new Editor(story);
        foreach (var (addressee, text) in new[] { ("DSS", "Take names out."), ("CCEH", "Ask first."), ("DSS", "Say so.") })
            await editor.WriteToAsync(addressee, text, 1);
        await story.AdvanceToAsync(ReportAt + Gathering.Settling);
        var (own, other) = (To(story, Dss)[^1], Assert.Single(To(story, Cceh)));
        Assert.Equal([$"The report is out: {Title}", $"The report is out: {Title}"], [own.Subject, other.Subject]);
        Assert.Contains(
            "2 recommendations are addressed to you. Please answer recommendations 1 and 3 by Tuesday, February 16, 2027, 8:00 PM.",
            own.Text, StringComparison.Ordinal);
        Assert.Contains("1 recommendation is addressed to you. Please answer recommendation 2 by Tuesday, February 16, 2027, 8:00 PM.",
            other.Text, StringComparison.Ordinal);
        Assert.Contains($"http://localhost/agency/reviews/{story.Id}", own.Text, StringComparison.Ordinal);

        await story.AnswerAsync(1);
        await story.AdvanceToAsync(Due + Gathering.Settling);
        Assert.Equal("An answer is overdue", SubjectsTo(story, Dss)[^1]);
        Assert.Contains("Your answer to recommendation 3 was due by Tuesday, February 16, 2027, 8:00 PM.", To(story, Dss)[^1].Text,
            StringComparison.Ordinal);
        await story.AdvanceToAsync(Due.AddDays(60));
        Assert.Single(SubjectsTo(story, Cceh), "An answer is overdue");
        Assert.Equal(story.Carrier.Notices.Count, story.Carrier.Notices.Select(m => m.Key).Distinct(StringComparer.Ordinal).Count());

        // Nothing of residents, and no address where it may not be.
        Assert.All(story.Carrier.Notices, mail =>
        {
            foreach (var secret in (string[])["m-0", "m-1", "m-2", "take names out", "Take names out", "Ask first", "Spanish", "English",
                "by text"])
                Assert.DoesNotContain(secret, mail.Subject + mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("@", mail.Key, StringComparison.Ordinal);
            Assert.Null(mail.Unsubscribe);
        });
        Assert.DoesNotContain(await story.EveryRowAsync(), row => row.Contains(Dss, StringComparison.Ordinal)
            && !row.Contains("agency-contacts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_of_one_day_come_in_one_mail_and_a_moved_date_waits_for_no_other_day()
    {
        const string Pay = "Pay after community college";
        const string Office = "data.office@cscu.example.org";
        await using var story = await BeginAsync(policy: Rules with { PanelSize = 2, Alternates = 0 });
        await GiveAsync(story, "CSCU", Office);
        var asked = await DecidedAsync("one", required: true);
        await story.ReleaseTextsAsync();
        var not = await DecidedAsync("two", required: false);
        await story.AdvanceAsync(Gathering.Settling);
        var both = Assert.Single(To(story, Office));
        Assert.EndsWith($": {Pay}, and 1 more", both.Subject, StringComparison.Ordinal);
        Assert.All([asked, not], id => Assert.Contains(id, both.Text, StringComparison.Ordinal));

        var third = await DecidedAsync("three", required: false);
        await story.AdvanceToAsync(Eastern(2027, 1, 11, 15));
        Assert.Single(To(story, Office));
        await story.CoordinatorAsync("extend", new() { ["businessDays"] = 2, ["reason"] = "Snow." }, asked);
        await story.CoordinatorAsync("extend", new() { ["businessDays"] = 1, ["reason"] = "More snow." }, asked);
        await story.AdvanceAsync(Gathering.Settling);
        // One mail, and what waited with it; the date that moved twice is the one that holds.
        Assert.Equal(2, To(story, Office).Count);
        var moved = To(story, Office)[^1];
        Assert.Contains(third, moved.Text, StringComparison.Ordinal);
        Assert.Equal(2, moved.Text.Split("A date moved").Length);
        Assert.Contains("Friday, January 29, 2027, 8:00 PM", moved.Text, StringComparison.Ordinal);

        var fourth = await DecidedAsync("four", required: false);
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 8, 59));
        Assert.Equal(2, To(story, Office).Count);
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 9));
        Assert.Contains(fourth, To(story, Office)[^1].Text, StringComparison.Ordinal);
        await story.CoordinatorAsync("cancel", new() { ["reason"] = "Withdrawn." }, asked);
        await story.AdvanceAsync(Gathering.Settling);
        Assert.Equal($"The review was ended: {Pay}", To(story, Office)[^1].Subject);
        Assert.Equal(4, To(story, Office).Count);

        async Task<string> DecidedAsync(string key, bool required)
        {
            var id = await story.SubmitAsync("unknown-counts", key: key, change: project => project["texts"] = new JsonObject
            {
                ["en"] = new JsonObject { ["summary"] = "Three groups want to see if a short course leads to better pay." },
                ["es"] = new JsonObject
                {
                    ["summary"] = "Tres grupos quieren ver si un curso corto lleva a un mejor sueldo.",
                    ["translator"] =
                        "Marisol Rivera"
                },
            });
            await story.CoordinatorAsync("need", new() { ["required"] = required, ["reason"] = "Looked at." });
            return id;
        }
    }

    [Fact]
    public async Task What_is_settled_before_its_mail_leaves_is_not_told()
    {
        await using var story = await BeginAsync(policy: Rules with { PanelSize = 2, Alternates = 0 });
        await GiveAsync(story);
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        await story.CoordinatorAsync("cancel", new() { ["reason"] = "Withdrawn." });
        await story.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Equal([$"The review was ended: {Title}"], To(story, Dss).Select(m => m.Subject));
    }

    [Fact]
    public async Task A_mailbox_gets_what_it_wants_and_one_of_another_agency_nothing()
    {
        await using var story = await AnswerTests.ReportedAsync(recommendations: 1, before: async begun =>
        {
            await GiveAsync(begun, notices: "overdue");
            await GiveAsync(begun, address: "second@dss.example.org", notices: "report");
            await GiveAsync(begun, "OEC", "office@oec.example.org");
        });
        await story.AdvanceToAsync(Due.AddDays(1));

        Assert.Equal(["An answer is overdue"], SubjectsTo(story, Dss));
        Assert.Equal(["The report is out"], SubjectsTo(story, "second@dss.example.org"));
        Assert.Empty(To(story, "office@oec.example.org"));
    }

    [Fact]
    public async Task A_supplement_is_told_with_what_it_asks_and_without_what_was_asked_before()
    {
        await using var story =
            await AnswerTests.ReportedAsync(recommendations: 1, replies: 2, restWaits: true, before: begun => GiveAsync(begun));
        await story.CoordinatorAsync("replies/2/release", []);
        await story.AdvanceToAsync((await story.StateAsync()).Supplement!.DueAt + Gathering.Settling);

        Assert.Equal("The supplement to the report is out", SubjectsTo(story, Dss)[^1]);
        Assert.Contains("1 recommendation is addressed to you. Please answer recommendation 2 by", To(story, Dss)[^1].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_that_dies_after_it_sent_is_asked_and_the_mail_does_not_leave_again()
    {
        await using var story = await BeginAsync();
        await GiveAsync(story);
        var died = 0;
        story.Carrier.OnSent = key => key.StartsWith("notices|DSS|", StringComparison.Ordinal) && died++ == 0
            ? throw new TimeoutException("The process stopped.")
            : Task.CompletedTask;
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        await story.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(1, died);
        Assert.Single(To(story, Dss));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mailbox_that_mail_comes_back_from_is_flagged_for_the_coordinator_until_it_is_given_again(bool atOnce)
    {
        await using var story = await BeginAsync();
        await GiveAsync(story);
        story.Carrier.FateOf = key => !key.StartsWith("notices|DSS|", StringComparison.Ordinal)
            ? Fate.Delivered
            : atOnce ? Fate.Refused : Fate.Undelivered;
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        await story.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.NotNull(Assert.Single(await story.Service<AgencyContacts>().AllAsync("DSS")).FailingSince);
        Assert.Contains(TodoKinds.NoContact, await AnswerTests.TodoAsync(story));
        story.Carrier.FateOf = _ => Fate.Delivered;
        await GiveAsync(story);
        Assert.Null(Assert.Single(await story.Service<AgencyContacts>().AllAsync("DSS")).FailingSince);
        Assert.DoesNotContain(TodoKinds.NoContact, await AnswerTests.TodoAsync(story));
    }

    [Fact]
    public async Task Without_a_mailbox_nothing_is_sent_and_the_coordinator_is_told_once_something_is_asked()
    {
        await using var story = await AnswerTests.ReportedAsync(recommendations: 1);
        Assert.Equal(["coordinator@example.org", "deputy@example.org"], story.Carrier.Notices.Select(m => m.To).Distinct()
            .Order(StringComparer.Ordinal));
        Assert.Contains(TodoKinds.NoContact, await AnswerTests.TodoAsync(story));
        var things = (await story.AskAsync(HttpMethod.Get, "/api/todo", "coordinator")).Body["things"]!.AsArray();
        var thing = Assert.Single(things, t => t!["what"]!.GetValue<string>() == TodoKinds.NoContact);
        Assert.Equal("/api/agencies/DSS/contacts", thing!["link"]!.GetValue<string>());

        await GiveAsync(story);
        Assert.DoesNotContain(TodoKinds.NoContact, await AnswerTests.TodoAsync(story));
        // From now on: what happened before is not told.
        await story.AdvanceToAsync(Due + Gathering.Settling);
        Assert.Equal(["An answer is overdue"], SubjectsTo(story, Dss));
    }

    [Fact]
    public async Task A_mailbox_that_was_removed_is_told_nothing_more_also_of_what_waited()
    {
        await using var story = await BeginAsync();
        await GiveAsync(story);
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        var contact = Assert.Single(await story.Service<AgencyContacts>().AllAsync("DSS"));
        Assert.Equal(204, (int)(await story.AskAsync(HttpMethod.Delete, $"/api/agencies/DSS/contacts/{contact.Id}", "DSS")).Status);
        await story.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Empty(To(story, Dss));
    }

    [Theory]
    [InlineData("unsubscribe", "Re: The report is out", "")]
    [InlineData("STOP", "Re: The report is out", "")]
    [InlineData("I am out of the office until Monday.", "Automatic reply: The report is out", "Auto-Submitted: auto-replied\r\n")]
    public async Task What_a_mailbox_writes_back_goes_where_mail_of_strangers_goes_and_ends_nothing(string text, string subject,
        string header)
    {
        await using var story = await BeginAsync();
        await GiveAsync(story);
        var places = new List<InboundPlace>();
        foreach (var (from, n) in new[] { (Dss, 1), ("stranger@example.net", 2) })
        {
            var message = new InboundMessage(
                Channel.Email, $"mail-{n}", from, "board@reply.example.org", subject,
                $"From: {from}\r\nTo: board@reply.example.org\r\nSubject: {subject}\r\n{header}Content-Type: text/plain; "
                    + $"charset=utf-8\r\n\r\n{text}\r\n", story.Now);
            Assert.True(await story.Service<Receive>().ReceiveAsync(message));
            places.Add((await story.Service<InboundStore>().ReadAsync(message.Id))!.Outcome!.Place);
        }
        Assert.Equal(places[1], places[0]);
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        await story.AdvanceAsync(Gathering.Settling);
        Assert.Single(To(story, Dss));
        Assert.Null(Assert.Single(await story.Service<AgencyContacts>().AllAsync("DSS")).FailingSince);
    }
}
