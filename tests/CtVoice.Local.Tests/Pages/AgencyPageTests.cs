using System.Net;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Pages;

/// <summary>The pages of agencies, by their forms alone.</summary>
public sealed class AgencyPageTests
{
    [Fact]
    public async Task Signing_in_leads_an_agency_to_what_is_asked_of_it_and_by_when()
    {
        await using var story = await AnswerTests.ReportedAsync(recommendations: 2);
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");

        Assert.Equal("/agency", browser.Path);
        Assert.Contains("Answer recommendations 1 and 2", browser.Says, StringComparison.Ordinal);
        Assert.Contains("Tue, Feb 16, 8:00 PM", browser.Says, StringComparison.Ordinal);
        Assert.Equal("1", browser.Page.QuerySelector(".bar-nav [aria-current] .count")!.FirstChild!.TextContent);
        await browser.GetAsync("/agency/dates");
        Assert.Contains("20 business days", browser.Says, StringComparison.Ordinal);

        using var other = await new AgencyBrowser(story).SignInAsync("OEC");
        Assert.Contains("Your agency has no review yet", other.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_checked_before_it_is_public_and_then_shown_to_be_done()
    {
        await using var story = await AnswerTests.ReportedAsync(recommendations: 1);
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        await browser.FollowAsync("Answer recommendation 1");
        (string, string)[] answer =
        [
            ("kind", "adopted"), ("plainWords/en", "We will take out all names. It starts in June."),
            ("reason", "Names are not <b>needed</b> & never were."),
            ("owner", "Director of data"), ("dueOn", "2027-06-01"),
        ];

        await browser.SendAsync("answer", [.. answer.Where(f => f.Item1 is not "owner")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal("#answer-owner", browser.Page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Contains("46 of 300 characters · grade", browser.Says, StringComparison.Ordinal);

        await browser.SendAsync("answer", answer);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("1: yes, they will do it. We will take out all names. It starts in June.", browser.Says, StringComparison.Ordinal);
        Assert.Contains("Names are not <b>needed</b> & never were.", browser.Says, StringComparison.Ordinal);
        Assert.Null((await story.StateAsync()).Recommendations[0].Answer);

        await browser.SendAsync("answer", [], "Change something");
        Assert.Equal("Director of data", browser.Page.QuerySelector("#answer-owner")!.GetAttribute("value"));
        await browser.SendAsync("answer", [("owner", "Director of records")]);
        await browser.SendAsync("answer", [], "Publish");
        Assert.Contains("Your answer is public", browser.Says, StringComparison.Ordinal);
        var given = (await story.StateAsync()).Recommendations[0].Answer!;
        Assert.Equal((AnswerKind.Adopted, "Director of records", new DateOnly(2027, 6, 1)), (given.Kind, given.Owner, given.DueOn!.Value));

        await browser.SendAsync("evidence", [("text", "No list has names since June."), ("link", "https://portal.ct.gov/example")]);
        Assert.Contains("It counts as done", browser.Says, StringComparison.Ordinal);
        Assert.True((await story.StateAsync()).Recommendations[0].Commitment!.Delivered);
        await browser.GetAsync("/agency");
        Assert.Contains("Nothing is asked of you today", browser.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_colleagues_who_answer_at_once_see_both_answers_and_nothing_is_overwritten()
    {
        await using var story = await AnswerTests.ReportedAsync(recommendations: 1);
        using var one = await new AgencyBrowser(story).SignInAsync("DSS");
        using var two = await new AgencyBrowser(story).SignInAsync("DSS");
        await one.GetAsync($"/agency/reviews/{story.Id}/recommendations/1");
        await two.GetAsync($"/agency/reviews/{story.Id}/recommendations/1");
        await AnswerAsync(one, "Theirs, in plain words.");

        await two.SendAsync("answer", [("kind", "not-adopted"), ("plainWords/en", "Mine, in plain words."), ("reason", "Because.")]);
        await two.SendAsync("answer", [], "Publish");
        Assert.Equal(HttpStatusCode.PreconditionFailed, two.Status);
        Assert.Contains("Theirs, in plain words.", two.Says, StringComparison.Ordinal);
        Assert.Contains("Mine, in plain words.", two.Page.QuerySelector("#answer-plainWords-en")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await story.StateAsync()).Recommendations[0].Answers);

        await two.SendAsync("answer", []);
        await two.SendAsync("answer", [], "Publish");
        Assert.Equal(["Theirs, in plain words.", "Mine, in plain words."],
            (await story.StateAsync()).Recommendations[0].Answers.Select(a => a.PlainWords["en"]));
    }

    [Fact]
    public async Task More_time_is_taken_before_an_answer_is_due_and_the_reason_is_public()
    {
        await using var story = await AnswerTests.ReportedAsync(recommendations: 1);
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        await browser.GetAsync($"/agency/reviews/{story.Id}/recommendations/1");

        await browser.SendAsync("time", [("businessDays", "11"), ("reason", "Counsel is away.")]);
        Assert.Equal("#time-businessDays", browser.Page.QuerySelector(".errors a")!.GetAttribute("href"));
        await browser.SendAsync("time", [("businessDays", "5"), ("reason", "Counsel is away.")]);
        Assert.Contains("You have more time", browser.Says, StringComparison.Ordinal);
        Assert.Equal("Counsel is away.", Assert.Single((await story.StateAsync()).Recommendations[0].Extensions).Reason);
    }

    [Fact]
    public async Task A_project_is_taken_back_before_residents_are_asked_and_not_after()
    {
        await using var story = await BeginAsync();
        await story.SubmitAsync();
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        await browser.GetAsync($"/agency/reviews/{story.Id}");
        await browser.SendAsync("withdraw", [("reason", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.SendAsync("withdraw", [("reason", "The data set has a mistake.")]);
        Assert.Contains("It ended early: The data set has a mistake.", browser.Says, StringComparison.Ordinal);
        Assert.Equal(ReviewStage.Cancelled, (await story.StateAsync()).Stage);
        Assert.Equal("The data set has a mistake.", Assert.Single(await story.LedgerAsync("review-cancelled")).Fact("reason"));

        await story.SubmitAsync(key: "second");
        await story.ReleaseTextsAsync();
        await browser.GetAsync($"/agency/reviews/{story.Id}");
        Assert.Null(browser.Page.QuerySelector("#withdraw"));
        var refused = await story.AskAsync(HttpMethod.Post, $"/api/reviews/{story.Id}/withdraw", "DSS", new() { ["reason"] = "Too late." });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
    }

    [Fact]
    public async Task The_agency_writes_what_residents_read_while_it_is_prepared_and_sees_its_grade()
    {
        await using var story = await BeginAsync();
        await story.SubmitAsync();
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        await browser.GetAsync($"/agency/reviews/{story.Id}/texts");
        await browser.SendAsync("text-en", [("summary", new string('a', 5000))]);
        Assert.Equal("#text-en-summary", browser.Page.QuerySelector(".errors a")!.GetAttribute("href"));

        await browser.SendAsync("text-en",
            [("summary", "We look at two lists. We show no names."), ("questions/0/text", "Is it OK to look at both lists?")]);
        Assert.Contains("31 of 160 characters · grade", browser.Says, StringComparison.Ordinal);
        Assert.Contains("· 1 text", browser.Says, StringComparison.Ordinal);
        Assert.Equal("We look at two lists. We show no names.", (await story.StateAsync()).TextIn("en")!.Summary);
    }

    [Fact]
    public async Task The_project_is_read_by_its_agency_the_office_and_the_auditor_and_by_nobody_else()
    {
        await using var story = await AskedAsync();
        foreach (var (who, expected) in new[]
            { ("DSS", HttpStatusCode.OK), ("coordinator", HttpStatusCode.OK), ("OEC", HttpStatusCode.NotFound) })
        {
            var read = await story.AskAsync(HttpMethod.Get, $"/api/reviews/{story.Id}/project", who);
            Assert.Equal(expected, read.Status);
            if (expected is HttpStatusCode.OK)
                Assert.Equal(6180, read.Body["people"]!["total"]!.GetValue<int>());
        }
        using var other = await new AgencyBrowser(story).SignInAsync("OEC");
        foreach (var page in new[] { "", "/project", "/texts", "/report", "/recommendations/1" })
        {
            await other.GetAsync($"/agency/reviews/{story.Id}{page}");
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
        }
    }

    [Fact]
    public async Task While_residents_are_asked_an_agency_cannot_tell_from_its_pages_who_answered()
    {
        await using var story = await AskedAsync();
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        var pages = new[] { "/agency", "/agency/dates", $"/agency/reviews/{story.Id}" };
        var before = await ReadAsync(browser, pages);

        await story.SaysAsync((await story.StateAsync()).Panel!.Seats[0].MemberId, "2 only without names");

        Assert.Equal(before, await ReadAsync(browser, pages));
    }

    private static async Task<List<string>> ReadAsync(AgencyBrowser browser, IEnumerable<string> pages)
    {
        var read = new List<string>();
        foreach (var page in pages)
        {
            await browser.GetAsync(page);
            read.Add(browser.Says);
        }
        return read;
    }

    private static async Task AnswerAsync(AgencyBrowser browser, string words)
    {
        await browser.SendAsync("answer", [("kind", "not-adopted"), ("plainWords/en", words), ("reason", "Because.")]);
        await browser.SendAsync("answer", [], "Publish");
        Assert.Contains("Your answer is public", browser.Says, StringComparison.Ordinal);
    }
}
