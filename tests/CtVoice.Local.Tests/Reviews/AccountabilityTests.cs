using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Web.Simulation;
using static CtVoice.Local.Tests.Reviews.AnswerTests;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>What becomes of advice over months: who is reminded and told, what is extended, promised, delivered and asked again.</summary>
public sealed class AccountabilityTests
{
    private static readonly DateTimeOffset Due = Eastern(2027, 2, 16, 20);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_addressee_gets_one_mail_about_all_that_is_due_and_escalations_go_to_OPM_and_past_it_when_it_is_OPMs(bool twice)
    {
        await using var story = await AskedAsync(policy: Rules with { PanelSize = 3, Alternates = 0 }, twice: twice);
        await story.EverybodySaysAsync("2 take names out");
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 20, 10));
        using var editor = new Editor(story);
        foreach (var (addressee, text) in new[]
            { ("DSS", "Take names out."), ("OPM", "Watch over it."), ("CCEH", "Ask first."), ("DSS", "Say so.") })
            await editor.WriteToAsync(addressee, text, 1);
        await story.AdvanceToAsync(Eastern(2027, 1, 14, 10));
        await story.AdvanceToAsync(Due.AddDays(60));

        Assert.Equal(
            ["Due February 16, 2027: answer to recommendations 1 and 4", "Due February 16, 2027: answer to recommendations 1 and 4"],
            await SubjectsAsync(story, "dana.whitfield@example.org"));
        Assert.Equal(2, (await SubjectsAsync(story, "luis.ferrer@example.org"))
            .Count(s => s.EndsWith("recommendation 3", StringComparison.Ordinal)));
        var opm = await SubjectsAsync(story, "opm.escalations@example.org");
        Assert.Equal(3, opm.Count(s => s == "Overdue: DSS's answer to recommendations 1 and 4"));
        Assert.Equal(3, opm.Count(s => s == "Overdue: CCEH's answer to recommendation 3"));
        // OPM itself is reminded where it is told of others, and escalated past itself.
        Assert.Equal(2, opm.Count(s => s == "Due February 16, 2027: answer to recommendation 2"));
        Assert.Equal(Enumerable.Repeat("Overdue: OPM's answer to recommendation 2", 3),
            await SubjectsAsync(story, "executive.board.chair@example.org"));
        Assert.Equal(4, (await story.LedgerAsync("answer-overdue")).Count);
        Assert.Equal(3, (await story.LedgerAsync("addressee-part-done")).Count);
        Assert.Equal(story.Carrier.Sent.Count, story.Carrier.Sent.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task An_extension_moves_one_clock_and_leaves_the_others_and_comes_too_late_at_the_due_instant()
    {
        await using var story = await ReportedAsync(recommendations: 2);
        await story.AdvanceToAsync(Due.AddSeconds(-1));
        await ExtendAsync(story, 1);
        await story.AdvanceToAsync(Due);
        Assert.Equal(HttpStatusCode.Conflict, (await Assert.ThrowsAsync<HttpRequestException>(() => ExtendAsync(story, 2))).StatusCode);
        var review = await story.StateAsync();
        Assert.Equal([null, Due], review.Recommendations.Select(r => r.OverdueSince));
        var later = review.Recommendations[0].DueAt;
        Assert.Equal(Eastern(2027, 3, 2, 20), later);
        await story.AdvanceToAsync(later.AddSeconds(-1));
        // Members are not told before the last lawful date.
        Assert.Equal(ReviewStage.Answering, (await story.StateAsync()).Stage);
        await story.AnswerAsync(1);
        await story.AdvanceToAsync(later.AddDays(40));
        review = await story.StateAsync();
        Assert.False(review.Recommendations[0].AnsweredLate);
        Assert.Equal(
            ["reminder-before-5 1 2", "reminder-before-1 1 2", "escalation-1 2", "escalation-2 2", "reminder-before-5 1",
                "reminder-before-1 1", "escalation-3 2"],
            review.Notices.Where(n => !n.Kind.StartsWith("promise", StringComparison.Ordinal))
                .Select(n => $"{n.Kind} {string.Join(' ', n.Recommendations)}"));
    }

    [Fact]
    public async Task Whoever_was_asked_in_Spanish_is_told_once_a_person_has_translated_and_of_later_changes_once_a_week()
    {
        await using var story = await ReportedAsync(recommendations: 1, replies: 5, before: async board =>
        {
            // Half of the board prefers Spanish.
            foreach (var member in (await board.Service<Core.Board.BoardStore>().MembersAsync()).Where((_, i) => i % 2 == 0))
                await board.ChangeAsync(member.Id, m => m with { Languages = ["es"] });
        });
        var members = (await story.StateAsync()).Invitations;
        var spanish = members.First(i => i.Language == "es").MemberId;
        var english = members.First(i => i.Language == "en").MemberId;
        await AnswerInEnglishAsync(story, "not-adopted", "We will not.");
        await story.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Contains("outcome", story.PurposesTo(english));
        Assert.DoesNotContain("outcome", story.PurposesTo(spanish));
        Assert.Contains("translate-answers", await TodoAsync(story));
        using var coordinator = new Editor(story);
        var wanted = (await Editor.Done(coordinator.GetAsync("plain-words"))).Body!.AsArray();
        Assert.Equal("es 1 We will not.", string.Join(' ', wanted[0]!.AsObject().Select(p => p.Value!.ToString())));
        await TranslateAsync(coordinator, "No lo haremos.");
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Contains("outcome", story.PurposesTo(spanish));
        Assert.DoesNotContain("translate-answers", await TodoAsync(story));

        // Changed twice within a week: one digest, and for Spanish readers only with a translation of the words that hold.
        await AnswerInEnglishAsync(story, "deferred", "We will think.");
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        await AnswerInEnglishAsync(story, "not-adopted", "We still will not.");
        await story.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Single(story.PurposesTo(english), p => p.StartsWith("update", StringComparison.Ordinal));
        Assert.DoesNotContain("update-1", story.PurposesTo(spanish));
        await TranslateAsync(coordinator, "Todavía no.");
        await story.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Single(story.PurposesTo(spanish), "update-1");
        await AnswerInEnglishAsync(story, "deferred", "We will think again.");
        await story.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Single(story.PurposesTo(english), "update-2");
        var box = (await story.MemberAsync(spanish)).UsableChannels.First() is Core.Board.Channel.Email ? "email" : "sms";
        Assert.DoesNotContain(await story.SentToAsync(spanish, box), m => m.Text.Contains("We ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Residents_who_are_not_answered_have_the_addressee_asked_once_more_and_that_answer_is_final()
    {
        await using var story = await ReportedAsync(recommendations: 1, replies: 3);
        await story.AnswerAsync(1);
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        foreach (var member in (await story.StateAsync()).Invitations.Select(i => i.MemberId))
            await story.SaysAsync(member, "3");
        await story.AdvanceAsync(TimeSpan.FromDays(8));
        Assert.Single(await story.LedgerAsync("residents-not-answered"));
        var review = await story.StateAsync();
        var again = review.Recommendations[0];
        Assert.True(again.Waits);
        Assert.Contains("\"residentsNotAnswered\":true", await ReportAsync(story), StringComparison.OrdinalIgnoreCase);
        await story.AdvanceToAsync(again.DueAt.AddDays(2));
        Assert.Equal(["reminder-before-5", "reminder-before-1", "escalation-1"], (await story.StateAsync()).Notices.Select(n => n.Kind));
        await story.AnswerAsync(1, plainWords: "We will take out all names in May.");
        Assert.True((await story.StateAsync()).Recommendations[0].AnsweredLate);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => story.AnswerAsync(1, plainWords: "Or not."));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        await story.AdvanceAsync(TimeSpan.FromDays(10));
        Assert.All(review.Invitations, i => Assert.Single(story.PurposesTo(i.MemberId), "update-1"));
    }

    [Fact]
    public async Task The_no_of_residents_stands_on_the_review_and_asked_again_is_only_what_was_not_done_or_what_they_name()
    {
        await using var story = await ReportedAsync(recommendations: 4);
        foreach (var (number, kind) in new[] { (1, "adopted"), (2, "adopted"), (3, "adopted"), (4, "not-adopted") })
        {
            await story.PostAsync("DSS", $"recommendations/{number}/answer", new()
            {
                ["kind"] = kind,
                ["reason"] = "As decided.",
                ["plainWords"] = new JsonObject { ["en"] = "As we said.", ["es"] = "Como dijimos." },
                ["translator"] = "Marisol Vega",
                ["owner"] = "Data lead",
                ["dueOn"] = kind == "adopted" ? "2027-06-30" : null,
            });
        }
        await story.PostAsync("DSS", "recommendations/1/evidence", new() { ["text"] = "The order is signed." });
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        foreach (var (member, i) in (await story.StateAsync()).Invitations.Select((v, i) => (v.MemberId, i)))
            await story.SaysAsync(member, i == 0 ? "3 recommendation 2 does not say who decides, and recommendation 1 neither" : "3");
        await story.AdvanceAsync(TimeSpan.FromDays(8));

        var report = JsonNode.Parse(await ReportAsync(story))!;
        Assert.True(report["residentsNotAnswered"]!.GetValue<bool>());
        // The first is delivered, and the third was adopted and nobody named it.
        Assert.Equal([2, 4], report["recommendations"]!.AsArray().Where(r => r!["askedAgain"] is not null)
            .Select(r => r!["number"]!.GetValue<int>()));
        using var http = new HttpClient { BaseAddress = story.Url };
        var page = await http.GetStringAsync($"/register/{story.Id}");
        Assert.Equal(1, page.Split("Residents: not answered.").Length - 1);
        Assert.True(page.IndexOf("Residents: not answered.", StringComparison.Ordinal)
            < page.IndexOf("recommendation-1", StringComparison.Ordinal));
        Assert.Contains("Residents: not answered.", await http.GetStringAsync("/api/register.atom?year=2027"), StringComparison.Ordinal);
        Assert.Contains("not_answered", await http.GetStringAsync("/api/register.csv?year=2027"), StringComparison.Ordinal);
        Assert.Contains("\"residentsNotAnswered\":true", await http.GetStringAsync("/api/register?year=2027"),
            StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_promise_is_followed_for_months_through_a_missed_day_a_new_one_rejected_evidence_and_another_answer()
    {
        await using var story = await ReportedAsync(recommendations: 1);
        await AdoptAsync(story, "2027-04-30");
        await story.AdvanceToAsync(Eastern(2027, 5, 3, 12));
        Assert.Contains("not-delivered", await TodoAsync(story));
        Assert.Contains("\"state\":\"not-delivered\"", await ReportAsync(story), StringComparison.Ordinal);
        Assert.Single(await story.LedgerAsync("addressee-part-done"));
        await story.PostAsync("DSS", "recommendations/1/commitment", new()
        { ["dueOn"] = "2027-06-15", ["reason"] = "The vendor is late." });
        await story.AdvanceToAsync(Eastern(2027, 5, 20, 12));
        await story.PostAsync("DSS", "recommendations/1/evidence", new()
        { ["text"] = "Names are gone.", ["link"] = "https://portal.ct.gov/x" });
        Assert.Contains("look-at-evidence", await TodoAsync(story));
        await story.AdvanceToAsync(Eastern(2027, 6, 10, 12));
        await story.CoordinatorAsync("recommendations/1/evidence/word", new()
        { ["accepted"] = false, ["reason"] = "The link shows a draft." });
        await story.AdvanceToAsync(Eastern(2027, 7, 1, 12));
        var review = await story.StateAsync();
        Assert.Equal(
            [
                ("promise-before-30", Eastern(2027, 3, 31, 10)), ("promise-due", Eastern(2027, 4, 30, 10)),
                ("promise-late", Eastern(2027, 5, 3, 10)),
                ("promise-before-30", Eastern(2027, 5, 17, 10)), ("promise-due", Eastern(2027, 6, 15, 10)),
                ("promise-late", Eastern(2027, 6, 16, 10)),
            ],
            review.Notices.Select(n => (n.Kind, n.SentAt)));
        Assert.Equal(["Sat 1", "Wed 16"], (await story.LedgerAsync("not-delivered"))
            .Select(e => LocalTime.DateIn(LocalTime.Connecticut, e.At)
                .ToString("ddd d", System.Globalization.CultureInfo.InvariantCulture)));
        await story.PostAsync("DSS", "recommendations/1/evidence", new() { ["text"] = "The order is signed." });
        await story.CoordinatorAsync("recommendations/1/evidence/word", new() { ["accepted"] = true });
        Assert.Contains("\"state\":\"delivered\"", await ReportAsync(story), StringComparison.Ordinal);
        // All was over; another answer starts the clock once more.
        await AdoptAsync(story, "2027-12-01", "in-part");
        await story.AdvanceToAsync(Eastern(2027, 12, 3, 12));
        Assert.Equal(["promise-before-30", "promise-due", "promise-late"], (await story.StateAsync()).Notices.Skip(6).Select(n => n.Kind));
        Assert.Empty((await story.Service<ReviewStore>().VerifyAsync(story.Id))!);
    }

    [Fact]
    public async Task Advice_that_follows_later_is_reminded_of_while_the_addressee_is_followed_for_something_years_away()
    {
        await using var story = await ReportedAsync(recommendations: 1, replies: 2, restWaits: true);
        await AdoptAsync(story, "2029-06-01");
        await story.CoordinatorAsync("replies/2/release", []);
        // The supplement goes out on January 29; its answer is due on March 2.
        await story.AdvanceToAsync(Eastern(2027, 3, 4, 12));
        Assert.Equal(
            ["reminder-before-5 2", "reminder-before-1 2", "escalation-1 2"],
            (await story.StateAsync()).Notices.Select(n => $"{n.Kind} {string.Join(' ', n.Recommendations)}"));
    }

    [Fact]
    public async Task The_Governing_Boards_decision_stands_beside_the_advice_with_those_before_it()
    {
        await using var story = await ReportedAsync(recommendations: 1);
        foreach (var kind in new[] { "approved", "approved", "modified" })
            await story.CoordinatorAsync("governing-board-decision", new()
            { ["kind"] = kind, ["on"] = "2027-01-13", ["number"] = "DGB-7" });
        Assert.Single(await story.LedgerAsync("governing-board-decided"));
        var report = JsonNode.Parse(await ReportAsync(story))!;
        Assert.Equal(["approved", "modified"], report["governingBoard"]!.AsArray().Select(d => d!["kind"]!.GetValue<string>()));
        foreach (var body in new JsonObject[]
        {
            new() { ["kind"] = "denied", ["on"] = "2027-01-15", ["number"] = "DGB-8" },
            new() { ["kind"] = "denied", ["on"] = "2027-01-13", ["number"] = " " },
        })
        {
            var refused = await Assert.ThrowsAsync<HttpRequestException>(() => story.CoordinatorAsync("governing-board-decision", body));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    [Fact]
    public async Task Before_results_go_public_the_same_panel_answers_the_checklist_in_a_shorter_window()
    {
        await using var story = await ReportedAsync(recommendations: 3);
        var earlier = story.Id;
        var panel = (await story.StateAsync()).Invitations.Select(i => i.MemberId).ToList();
        foreach (var number in new[] { 1, 2, 3 })
            await story.AnswerAsync(number);
        await story.AdvanceAsync(TimeSpan.FromDays(21));
        await story.SubmitAsync("publication-snap", key: "check", change: project => project["earlierProject"] = earlier);
        await story.ReleaseTextsAsync();
        var review = await story.StateAsync();
        Assert.Equal(panel.Order(StringComparer.Ordinal), review.Panel!.Seats.Select(s => s.MemberId).Order(StringComparer.Ordinal));
        Assert.Equal((5, 5), (review.Questions.Count, BusinessCalendar.Connecticut.BusinessDaysBetween(
            LocalTime.DateIn(LocalTime.Connecticut, review.Window!.OpensAt),
            LocalTime.DateIn(LocalTime.Connecticut, review.Window.ClosesAt))));
        foreach (var member in review.Invitations.Select(i => i.MemberId))
        {
            for (var question = 0; question < review.Questions.Count; question++)
                await story.SaysAsync(member, "1");
        }
        await story.AdvanceAsync(TimeSpan.FromDays(12));
        var check = JsonNode.Parse(await ReportAsync(story))!["publicationCheck"]!;
        Assert.Equal("publication-checklist/1", check["version"]!.GetValue<string>());
        Assert.Equal(
            ["labels 2", "comparators 3", "small-numbers 4", "deficit-framing 5"],
            check["items"]!.AsArray().Select(i => $"{i!["id"]} {i["question"]}"));
        Assert.All(check["items"]!.AsArray(), i => Assert.NotNull(i!["declared"]));
    }

    private static Task ExtendAsync(ReviewStory story, int number) => story.PostAsync(
        "DSS", FormattableString.Invariant($"recommendations/{number}/extension"), new()
        { ["businessDays"] = 10, ["reason"] = "The data owner is on leave." });

    private static Task AnswerInEnglishAsync(ReviewStory story, string kind, string words) =>
        story.PostAsync("DSS", "recommendations/1/answer", new()
        {
            ["kind"] = kind,
            ["reason"] = words,
            ["plainWords"] = new JsonObject { ["en"] = words },
        });

    private static Task AdoptAsync(ReviewStory story, string dueOn, string reason = "right") =>
        story.PostAsync("DSS", "recommendations/1/answer", new()
        {
            ["kind"] = "adopted",
            ["reason"] = reason,
            ["plainWords"] = new JsonObject { ["en"] = "We will." },
            ["owner"] = "Data lead",
            ["dueOn"] = dueOn,
        });

    private static Task<Edited> TranslateAsync(Editor coordinator, string words) => Editor.Done(coordinator.PutAsync(
        "recommendations/1/plain-words/es", new() { ["text"] = words, ["translator"] = "Marisol Vega" }));

    private static async Task<string> ReportAsync(ReviewStory story)
    {
        using var agency = new Editor(story, "DSS");
        return (await Editor.Done(agency.GetAsync("report"))).Body!.ToJsonString();
    }

    /// <summary>Subjects of the mails about answers to an address, up to the title.</summary>
    private static async Task<IReadOnlyList<string>> SubjectsAsync(ReviewStory story, string address)
    {
        var mailbox = story.Service<SimulatedMailbox>();
        return [.. (await mailbox.ReadAsync(mailbox.Inbox(address))).Select(m => m.Subject!)
            .Where(s => s.Contains(" on \"", StringComparison.Ordinal))
            .Select(s => s[..s.IndexOf(" on \"", StringComparison.Ordinal)])];
    }
}
