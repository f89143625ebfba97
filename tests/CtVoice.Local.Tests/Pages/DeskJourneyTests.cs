using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Pages;

/// <summary>The coordinator's whole review in a browser without scripts and without one call of an operation for programs.</summary>
public sealed class DeskJourneyTests
{
    private const string Advice = "Take out every name before you share.";

    [Fact]
    public async Task A_coordinator_takes_a_review_from_the_first_step_to_the_last_answer_in_a_browser()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");
        Assert.Contains("Nothing waits for you", browser.Words, StringComparison.Ordinal);
        await story.SubmitAsync();

        // Who is asked, and somebody left out; what they read, one language after the other.
        await browser.OpenReviewAsync("panel");
        var seated = (await story.StateAsync()).Panel!.Seats[0].MemberId;
        await browser.DoAsync("change", ("overrides/0/memberId", seated), ("overrides/0/kind", "leave-out"),
            ("overrides/0/reason", "Has just moved."));
        Assert.DoesNotContain(seated, (await story.StateAsync()).Panel!.Seats.Select(s => s.MemberId));
        await browser.OpenReviewAsync("texts");
        foreach (var language in ReleasingTexts.Missing(await story.StateAsync()))
        {
            await browser.OpenReviewAsync("texts");
            await browser.DoAsync("text-" + language, ("reviewer", "Ana Silva"));
            await browser.OpenReviewAsync($"texts/{language}/release");
            Assert.Contains("Ana Silva", browser.Words, StringComparison.Ordinal);
            await browser.DoAsync("release");
        }
        Assert.Equal(ReviewStage.Open, (await story.StateAsync()).Stage);

        // More time, then everybody answers; the close comes by itself.
        await browser.OpenReviewAsync("dates");
        await browser.DoAsync("extend", ("businessDays", "2"), ("reason", "A storm closed offices."));
        Assert.Contains("It was moved: A storm closed offices.", browser.Words, StringComparison.Ordinal);
        await story.EverybodySaysAsync("2 Take out names before you share");
        await CloseAsync(story);

        await browser.SignInAsync("coordinator");

        // Each reply with words ends in one of three.
        var replies = (await story.StateAsync()).Replies.Where(r => r.Releasable).Select(r => r.Number).ToList();
        await browser.OpenReviewAsync("replies");
        await browser.DoAsync(Decide(replies[0]), ("do", "release"), ("for", "both"));
        await browser.DoAsync(Decide(replies[1]), ("do", "words"), ("text", "No names."), ("for", "agencies"));
        foreach (var number in replies.Skip(2))
            await browser.DoAsync(Decide(number), ("do", "withhold"), ("because", "off-topic"));
        Assert.Equal(0, Core.Reviews.Drafts.DecidingWords.Undecided(await story.StateAsync()));

        // One recommendation, changed, released for both, translated, read back.
        await browser.OpenReviewAsync("report");
        await browser.DoAsync("write", ("from", $"{replies[0]}"), ("text", "Take out names."), ("addressee", "DSS"),
            ("kind", "recommendation"));
        await browser.OpenReviewAsync("report/1");
        await browser.DoAsync("change", ("text", Advice), ("reason", "Plainer."));
        await browser.DoAsync("release-agency");
        await browser.DoAsync("release-public", ("text", "Take out names before you share."));
        foreach (var form in browser.Page.Forms.Select(f => f.Id!).Where(f => f.StartsWith("translate-", StringComparison.Ordinal))
            .ToList())
            await browser.DoAsync(form, ("text", "Quiten todos los nombres."), ("translator", "Marisol Vega"));
        await browser.OpenReviewAsync("report");
        await browser.DoAsync("read-back");
        await story.AdvanceToAsync(Reporting.GoesOutAt(await story.StateAsync(), BusinessCalendar.Connecticut)!.At.AddMinutes(1));
        Assert.Equal(ReviewStage.Answering, (await story.StateAsync()).Stage);

        await browser.SignInAsync("coordinator");

        // The agency promises and shows; the coordinator says a word on it, records the Board's decision, and checks the record.
        await story.PostAsync("DSS", "recommendations/1/answer", new JsonObject
        {
            ["kind"] = "adopted",
            ["reason"] = "We agree.",
            ["plainWords"] = new JsonObject { ["en"] = "We will take out names." },
            ["owner"] = "Director",
            ["dueOn"] = "2027-06-01",
        });
        await browser.OpenReviewAsync("answers");
        foreach (var form in browser.Page.Forms.Select(f => f.Id!).Where(f => f.StartsWith("words-", StringComparison.Ordinal)).ToList())
            await browser.DoAsync(form, ("text", "Vamos a quitar los nombres."), ("translator", "Marisol Vega"));
        await story.PostAsync("DSS", "recommendations/1/evidence", new JsonObject { ["text"] = "Names are removed since May." });
        await browser.OpenReviewAsync("answers");
        await browser.DoAsync("judge-1", ("accepted", "true"));
        await browser.DoAsync("board", ("kind", "approved"), ("on", "2027-01-12"), ("number", "DGB-7"));
        Assert.Contains("DGB-7", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Delivered", browser.Words, StringComparison.Ordinal);
        await browser.OpenReviewAsync("record?check=now");
        Assert.Contains("The record holds", browser.Words, StringComparison.Ordinal);

        string Decide(int number) => string.Create(CultureInfo.InvariantCulture, $"decide-{number}");
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_in_the_summary_and_what_was_typed_stays()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");

        await browser.OpenReviewAsync("dates");
        await browser.SendAsync("extend", ("businessDays", "many"), ("reason", "A \"storm\" <closed>\r\noffices."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        var field = browser.Page.QuerySelector("#extend-businessDays")!;
        Assert.Equal(("many", "true"), (field.GetAttribute("value"), field.GetAttribute("aria-invalid")));
        Assert.Equal("#extend-businessDays", browser.Page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal("A \"storm\" <closed>\noffices.", browser.Page.QuerySelector("#extend-reason")!.TextContent);
        Assert.Equal(0, (await story.StateAsync()).Window!.Moves);

        await browser.SendAsync("extend", ("businessDays", "30"));
        Assert.Equal("#extend-businessDays", browser.Page.QuerySelector(".errors a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_decision_that_comes_too_late_says_so_on_its_page()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");
        using var deputy = await StaffBrowser.SignInAsync(story, "coordinator");
        await browser.OpenReviewAsync("dates");
        await deputy.OpenReviewAsync("dates");
        await deputy.DoAsync("cancel", ("reason", "The agency withdrew the project."));

        await browser.SendAsync("cancel", ("reason", "It is not needed."));

        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Contains("A review whose report went out is not cancelled.", browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_change_a_draft_at_once_see_both_texts_and_nothing_is_overwritten()
    {
        await using var story = await ClosedAsync();
        using var one = await StaffBrowser.SignInAsync(story, "coordinator");
        using var other = await StaffBrowser.SignInAsync(story, "coordinator");
        await one.OpenReviewAsync("report");
        await one.DoAsync("write", ("from", "1"), ("text", "Take out names."), ("addressee", "DSS"));
        await one.OpenReviewAsync("report/1");
        await other.OpenReviewAsync("report/1");
        await one.DoAsync("change", ("text", "Take out every name."), ("reason", "Clearer."));

        await other.SendAsync("change", ("text", "Ask people first."), ("reason", "What they meant."));

        Assert.Equal(HttpStatusCode.PreconditionFailed, other.Status);
        Assert.Contains("Take out every name.", other.Words, StringComparison.Ordinal);
        Assert.Equal("Ask people first.", other.Page.QuerySelector("#change-text")!.TextContent);
        Assert.Equal("Take out every name.", await TextOfAsync(story));
        // Having seen both, sending again is a decision.
        await other.DoAsync("change");
        Assert.Equal("Ask people first.", await TextOfAsync(story));
    }

    [Fact]
    public async Task Hostile_words_stay_words_on_every_page()
    {
        const string Hostile = "2 </textarea><script>alert(1)</script><img src=x onerror=alert(2)>\" autofocus onfocus=\"alert(3)";
        await using var story = await ReviewStory.AskedAsync();
        await story.EverybodySaysAsync(Hostile);
        await CloseAsync(story);
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");
        await browser.OpenReviewAsync("report");
        await browser.DoAsync("write", ("from", "1"), ("text", Hostile), ("addressee", "DSS"));

        foreach (var tab in new[] { "replies", "report", "report/1", "record", "answers", "dates", "panel", "" })
        {
            await browser.OpenReviewAsync(tab);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.Empty(browser.Page.QuerySelectorAll("script, [onerror], [onfocus], main img"));
        }
        await browser.OpenAsync("/desk/reviews?q=" + Uri.EscapeDataString(Hostile));
        Assert.Empty(browser.Page.QuerySelectorAll("script, [onerror], [onfocus], main img"));
        Assert.Equal(Hostile, browser.Page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Words_of_a_matter_are_shown_at_the_press_of_a_button_only_and_that_is_recorded()
    {
        await using var story = await ReviewStory.AskedAsync();
        await story.AnswersAsync((await story.TextersAsync())[0], "I want to kill myself");
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");
        var alert = browser.Page.QuerySelector(".danger a")!.GetAttribute("href")!;
        Assert.DoesNotContain("kill", browser.Html, StringComparison.Ordinal);

        await browser.OpenAsync(alert);
        Assert.DoesNotContain("kill", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(await ViewsAsync(story), v => v.Screen == "matter");
        await browser.SendAsync("words");
        Assert.Contains("I want to kill myself", browser.Words, StringComparison.Ordinal);
        Assert.Single(await ViewsAsync(story), v => v.Screen == "matter");

        await browser.SendAsync("outcome");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.DoAsync("outcome", ("done", "safe"));
        await browser.OpenAsync("/desk");
        Assert.Null(browser.Page.QuerySelector(".danger"));
    }

    [Fact]
    public async Task Opening_replies_is_recorded_as_it_is_for_programs()
    {
        await using var story = await ReviewStory.AskedAsync();
        await story.EverybodySaysAsync("1");
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");

        await browser.OpenReviewAsync("replies");

        var screens = (await ViewsAsync(story)).Select(v => v.Screen).ToList();
        Assert.Contains($"replies/{story.Id}", screens);
        Assert.Contains($"preview/{story.Id}", screens);
    }

    [Fact]
    public async Task A_spoken_answer_is_taken_once_and_says_what_to_tell_the_member()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");
        var member = (await story.StateAsync()).Invitations[0].MemberId;
        await browser.OpenReviewAsync("dictate");

        await browser.SendAsync("reply", ("memberId", member), ("question", "1"), ("choice", "2"), ("words", "My ex will kill me"),
            ("readBack", null));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.SendAsync("reply", ("readBack", "true"));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("911", browser.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await story.StateAsync()).Replies);
    }

    /// <summary>Everybody has answered: it closes by itself.</summary>
    internal static async Task CloseAsync(ReviewStory story)
    {
        await story.AdvanceToAsync(Closing.At(await story.StateAsync(), BusinessCalendar.Connecticut)!.At.AddHours(1));
        Assert.Equal(ReviewStage.Preview, (await story.StateAsync()).Stage);
    }

    private static async Task<ReviewStory> ClosedAsync()
    {
        var story = await ReviewStory.AskedAsync();
        await story.EverybodySaysAsync("2 Take out names before you share");
        await CloseAsync(story);
        return story;
    }

    private static async Task<string?> TextOfAsync(ReviewStory story) =>
        await story.Service<ReviewStore>().ReadContentAsync(story.Id, (await story.StateAsync()).Drafting.Find(1)!.Content);

    private static async Task<IReadOnlyList<ViewRecord>> ViewsAsync(ReviewStory story)
    {
        var (views, _) = await story.Service<TableViewLog>().ReadAsync(ViewSpan.Month(DateOnly.FromDateTime(story.Now.UtcDateTime)), null);
        return views;
    }
}
