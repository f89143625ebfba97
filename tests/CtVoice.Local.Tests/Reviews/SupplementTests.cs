using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Web.Simulation;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>
/// Words that nobody had decided on when the report went out: never "no changes", never an agency's clock, and one supplement
/// for what is decided after it. Played over HTTP and on the simulated phones, in virtual time.
/// </summary>
public sealed class SupplementTests
{
    private const string NotPassedOn = "Your answer counts. We did not pass on your words.";
    private const string NotPassedOnInSpanish = "Su respuesta cuenta. No pasamos sus palabras.";

    [Fact]
    public async Task Nobody_is_told_that_the_report_asked_for_no_changes_while_their_words_wait()
    {
        await using var story = await ReviewStory.AskedAsync();
        await story.EverybodySaysAsync("2 with no names");
        await story.AdvanceAsync(TimeSpan.FromDays(60));
        var state = await story.StateAsync();
        Assert.Equal(ReviewStage.Finished, state.Stage);
        Assert.Empty(state.Recommendations);
        foreach (var member in await story.TextersAsync())
        {
            Assert.Contains("outcome", story.PurposesTo(member));
            Assert.All(await story.SentToAsync(member), m => Assert.DoesNotContain("no changes", m.Text, StringComparison.Ordinal));
            Assert.All(await story.SentToAsync(member), m => Assert.DoesNotContain("No pidió cambios", m.Text, StringComparison.Ordinal));
        }
        var published = await ReadBackTests.PublicAsync(story);
        Assert.Equal(state.Replies.Count, published["notDecided"]!.GetValue<int>());
        Assert.Contains($"The words of {state.Replies.Count} replies were not decided by the board's office.", await PageAsync(story),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_changes_is_said_where_nobody_asked_for_one()
    {
        await using var story = await ReviewStory.AskedAsync();
        foreach (var (member, i) in (await story.StateAsync()).Invitations.Select((v, i) => (v.MemberId, i)))
            await story.SaysAsync(member, i == 0 ? "1 ok thanks" : "1");
        await story.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal(ReviewStage.Finished, (await story.StateAsync()).Stage);
        Assert.All(await OutcomesAsync(story), text => Assert.Matches("It asked for no changes|No pidió cambios", text));
    }

    [Fact]
    public async Task What_is_decided_after_the_report_goes_out_in_one_supplement_with_one_clock()
    {
        await using var story = await ReviewStory.AskedAsync();
        await story.EverybodySaysAsync("2 with no names");
        using var coordinator = new Editor(story);
        using var agency = new Editor(story, "DSS");
        await CloseAsync(story);
        var replies = (await story.StateAsync()).Replies;
        Assert.True(replies.Count >= 5);
        await Editor.Done(coordinator.PostAsync("preview/reply-1/release", new() { ["for"] = "agency" }));
        await story.AdvanceAsync(TimeSpan.FromDays(4));
        var report = await ReadBackTests.ReportAsync(story);
        var due = report["supplement"]!["dueAt"]!.GetValue<DateTimeOffset>();
        Assert.Equal(BusinessCalendar.Connecticut.EndOfWindow(report["sentAt"]!.GetValue<DateTimeOffset>(), 10, new(10, 0)).At, due);
        Assert.NotEmpty(report["supplement"]!["dueBecause"]!.AsArray());
        Assert.Equal((1, replies.Count - 1, 0), Counts(report));

        // After the report: one in other words, one as written, one not passed on; the others wait.
        await Editor.Done(coordinator.PostAsync("preview/reply-2/release", new() { ["for"] = "agency", ["text"] = "Share no names." }));
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        await Editor.Done(coordinator.PostAsync("preview/reply-3/release", new() { ["for"] = "agency" }));
        await Editor.Done(coordinator.PostAsync("preview/reply-3/take-back", new() { ["for"] = "agency", ["reason"] = "Read it again." }));
        await Editor.Done(coordinator.PostAsync("preview/reply-3/release", new() { ["for"] = "agency" }));
        await Editor.Done(coordinator.PostAsync("preview/reply-4/withhold", new() { ["because"] = "identifying" }));
        await story.AnswerAsync(1);
        await story.AdvanceToAsync(due.AddMinutes(-1));

        // Until its day nobody outside the office reads a word of it, no clock runs, and members wait for the rest.
        foreach (var view in new[] { await ReadBackTests.ReportAsync(story), await ReadBackTests.PublicAsync(story) })
        {
            Assert.Equal((1, replies.Count - 1, 0), Counts(view));
            Assert.Empty(view["quotes"]!.AsArray());
            Assert.DoesNotContain("Share no names.", view.ToJsonString(), StringComparison.Ordinal);
        }
        Assert.Equal(ReviewStage.Answering, (await story.StateAsync()).Stage);
        Assert.Empty(await OutcomesAsync(story));

        await story.AdvanceToAsync(due);
        report = await ReadBackTests.ReportAsync(story);
        Assert.Equal((3, replies.Count - 4, 1), Counts(report));
        Assert.Equal([2, 3], report["supplement"]!["recommendations"]!.AsArray().Select(n => n!.GetValue<int>()));
        Assert.Equal("Share no names.", report["recommendations"]![1]!["text"]!.GetValue<string>());
        var clock = BusinessCalendar.Connecticut.EndOfWindow(due, 20, new(20, 0)).At;
        Assert.Equal([clock, clock], report["recommendations"]!.AsArray().Skip(1).Select(r => r!["dueAt"]!.GetValue<DateTimeOffset>()));
        Assert.Single(await story.LedgerAsync("supplement-sent"));
        Assert.Contains("The words of 1 reply were not passed on; the answers count.", await PageAsync(story), StringComparison.Ordinal);

        // What is decided later still is shown, and starts no clock.
        await Editor.Done(coordinator.PostAsync("preview/reply-5/release", new() { ["for"] = "agency" }));
        report = await ReadBackTests.ReportAsync(story);
        Assert.Equal((3, replies.Count - 4, 1), Counts(report));
        Assert.Single(report["quotes"]!.AsArray());

        await story.AnswerAsync(2);
        await story.AnswerAsync(3);
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(ReviewStage.Finished, (await story.StateAsync()).Stage);
        Assert.Empty((await story.Service<ReviewStore>().VerifyAsync(story.Id))!);
    }

    [Fact]
    public async Task The_reason_of_a_withheld_reply_is_for_coordinator_and_auditor_and_its_writer_is_told_once()
    {
        await using var story = await ReviewStory.AskedAsync();
        await story.EverybodySaysAsync("2 my neighbor Quetzal must not see it");
        await CloseAsync(story);
        using var coordinator = new Editor(story);
        using var auditor = new Editor(story, "auditor");
        using var agency = new Editor(story, "DSS");
        await Editor.Done(
            coordinator.PostAsync("preview/reply-1/release", new() { ["for"] = "agency", ["text"] = "Neighbors must not see it." }));
        foreach (var number in (await story.StateAsync()).Replies.Select(r => r.Number).Skip(1))
            await Editor.Done(
                coordinator.PostAsync(FormattableString.Invariant($"preview/reply-{number}/withhold"), new()
                { ["because"] = "identifying" }));
        await Editor.Done(coordinator.PostAsync("preview/reply-2/withhold", new() { ["because"] = "danger" }));
        Assert.Equal(HttpStatusCode.Conflict,
            (await coordinator.PostAsync("preview/reply-1/withhold", new() { ["because"] = "danger" })).Status);
        Assert.Equal(HttpStatusCode.NotFound,
            (await coordinator.PostAsync("preview/reply-99/withhold", new() { ["because"] = "danger" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await coordinator.PostAsync("preview/reply-2/withhold", new() { ["because"] = "boring" })).Status);
        Assert.Equal("danger", (await Editor.Done(auditor.GetAsync("replies"))).Body![1]!["withheldBecause"]!.GetValue<string>());
        Assert.Equal(["released-in-other-words", "withheld"], (await Editor.Done(coordinator.GetAsync("preview"))).Body!.AsArray().Take(2)
            .Select(t => t!["decision"]!.GetValue<string>()));

        await story.AdvanceAsync(TimeSpan.FromDays(4));
        // Everything was decided: no supplement, and the review may finish with the answers.
        var report = await ReadBackTests.ReportAsync(story);
        Assert.Null(report["supplement"]);
        Assert.Equal((1, 0, (await story.StateAsync()).Replies.Count - 1), Counts(report));
        await story.AnswerAsync(1);
        await story.AdvanceAsync(TimeSpan.FromDays(30));
        foreach (var path in new[]
            { "report", "timeline", $"/api/reviews/{story.Id}", $"/api/register/{story.Id}", $"/api/register/{story.Id}/report" })
        {
            var shown = (await Editor.Done(agency.GetAsync(path))).Body!.ToJsonString();
            Assert.All(["identifying", "danger", "Quetzal"],
                word => Assert.DoesNotContain(word, shown, StringComparison.OrdinalIgnoreCase));
        }
        Assert.All(await story.LedgerAsync(),
            entry => Assert.DoesNotContain("danger", entry.Facts.ToString(), StringComparison.OrdinalIgnoreCase));
        foreach (var reply in (await story.StateAsync()).Replies)
        {
            var told = (await AllSentAsync(story, reply.MemberId)).Count(text =>
                text.Contains(NotPassedOn, StringComparison.Ordinal) || text.Contains(NotPassedOnInSpanish, StringComparison.Ordinal));
            Assert.Equal(reply.Number == 1 ? 0 : 1, told);
        }
        // Whoever was told so is not quoted after all.
        Assert.Equal(HttpStatusCode.Conflict,
            (await coordinator.PostAsync("preview/reply-2/release", new() { ["for"] = "public" })).Status);
    }

    [Fact]
    public async Task Words_withheld_after_members_were_told_are_told_in_the_next_message()
    {
        await using var story = await ReviewStory.AskedAsync();
        await story.EverybodySaysAsync("2 with no names");
        // Nothing is decided by the supplement either; the review finishes, and the office decides after all.
        await story.AdvanceAsync(TimeSpan.FromDays(45));
        Assert.Equal(ReviewStage.Finished, (await story.StateAsync()).Stage);
        var writer = (await story.StateAsync()).Replies[1].MemberId;
        await story.CoordinatorAsync("preview/reply-2/withhold", new() { ["because"] = "off-topic" });
        await story.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal(["outcome", "update-1"], story.PurposesTo(writer)
            .Where(p => p is "outcome" || p.StartsWith("update", StringComparison.Ordinal)));
        var last = (await AllSentAsync(story, writer))[^1];
        Assert.True(last.EndsWith(NotPassedOn, StringComparison.Ordinal)
            || last.EndsWith(NotPassedOnInSpanish, StringComparison.Ordinal), last);
        Assert.All((await story.StateAsync()).Replies.Where(r => r.Number != 2),
            r => Assert.DoesNotContain("update-1", story.PurposesTo(r.MemberId)));
    }

    [Fact]
    public async Task Open_questions_and_words_beside_a_1_are_advice_too_and_a_plain_ok_is_not()
    {
        await using var story = await ReviewStory.AskedAsync(questions: 2);
        string[][] said =
            [["1 if you say it in plain words", "ok"], ["1 ok", "Ask us before you cut anything."], ["2", "Esta bien, gracias"]];
        foreach (var (words, member) in said.Zip((await story.StateAsync()).Invitations.Select(i => i.MemberId)))
        {
            foreach (var text in words)
            {
                await story.SaysAsync(member, text);
                await story.AdvanceAsync(TimeSpan.FromMinutes(5));
            }
        }
        await CloseAsync(story);
        var review = await story.StateAsync();
        foreach (var reply in review.Replies.Where(r => r.HasWords))
            await story.CoordinatorAsync(FormattableString.Invariant($"replies/{reply.Number}/release"), []);
        await story.AdvanceAsync(TimeSpan.FromDays(5));
        Assert.Equal(
            ["1 if you say it in plain words", "Ask us before you cut anything."],
            (await ReadBackTests.ReportAsync(story))["recommendations"]!.AsArray().Select(r => r!["text"]!.GetValue<string>())
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Words_taken_back_before_the_supplement_are_not_in_it()
    {
        await using var story = await ReviewStory.AskedAsync();
        await story.EverybodySaysAsync("2 with no names");
        await CloseAsync(story);
        await story.AdvanceAsync(TimeSpan.FromDays(4));
        await story.CoordinatorAsync("replies/1/release", []);
        var review = await story.StateAsync();
        // Until the date that was given it would be in time, although the review closed before.
        await story.AdvanceToAsync(review.Window!.ClosesAt);
        await story.SaysAsync(review.Replies[0].MemberId, "take back my answer");
        await story.AdvanceToAsync(review.Supplement!.DueAt);
        Assert.Single(await story.LedgerAsync("reply-withdrawn-late"));
        Assert.Empty((await story.StateAsync()).Recommendations);
        Assert.Empty((await ReadBackTests.ReportAsync(story))["quotes"]!.AsArray());
    }

    private static (int Recommendations, int NotDecided, int Withheld) Counts(JsonNode report) =>
        (report["recommendations"]!.AsArray().Count, report["notDecided"]!.GetValue<int>(), report["withheld"]!.GetValue<int>());

    private static async Task CloseAsync(ReviewStory story) =>
        await story.AdvanceToAsync(Closing.At(await story.StateAsync(), BusinessCalendar.Connecticut)!.At.AddHours(1));

    private static async Task<string> PageAsync(ReviewStory story)
    {
        using var http = new HttpClient { BaseAddress = story.Url };
        return WebUtility.HtmlDecode(await http.GetStringAsync($"/register/{story.Id}"));
    }

    private static async Task<IReadOnlyList<string>> OutcomesAsync(ReviewStory story)
    {
        var texts = new List<string>();
        foreach (var member in (await story.StateAsync()).Invitations.Where(i => i.ToldAt is not null).Select(i => i.MemberId))
            texts.Add((await AllSentAsync(story, member))[^1]);
        return texts;
    }

    private static async Task<IReadOnlyList<string>> AllSentAsync(ReviewStory story, string member)
    {
        var texts = new List<SimulatedMessage>();
        foreach (var box in (await story.MemberAsync(member)).UsableChannels.Where(c => c is Core.Board.Channel.Sms
            or Core.Board.Channel.Email))
            texts.AddRange(await story.SentToAsync(member, box is Core.Board.Channel.Sms ? "sms" : "email"));
        return [.. texts.OrderBy(m => m.At).Select(m => m.Text)];
    }
}
