using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Projects;

/// <summary>A day that no review can keep is refused wherever a project is brought, with the earliest that one can.</summary>
public sealed class EarliestDayTests
{
    [Theory]
    [InlineData(9, "2027-01-20", "2027-01-21")]
    // What is released after ten to eight leaves on the next morning: five days to answer and two of preview begin then.
    [InlineData(21, "2027-01-21", "2027-01-22")]
    public async Task A_day_that_cannot_be_kept_is_refused_by_check_submission_and_form_with_the_earliest_that_can(
        int hour, string asked, string earliest)
    {
        await using var story = await BeginAsync(Eastern(2027, 1, 11, hour), stoppable: true);
        var check = await CheckAsync(story, asked);
        var submission = await story.TrySubmitAsync("expedited-cold-weather", change: project => project["adviceBy"] = asked);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (check.Status, submission.Status));
        Assert.Equal(["/adviceBy"], LocalDesk.Pointers(check.Body));
        Assert.Equal(check.Body["faults"]!.ToJsonString(), submission.Body["faults"]!.ToJsonString());
        Assert.Contains(earliest, check.Body["faults"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);

        using var browser = await new AgencyBrowser(story).SignInAsync("DMHAS");
        await browser.GetAsync("/agency/new");
        await browser.SendAsync("file", [("json", Project(asked).ToJsonString())]);
        var draft = browser.Path[..browser.Path.LastIndexOf('/')];
        await browser.GetAsync(draft + "/check");
        Assert.Contains("One thing to mend before you can submit it", browser.Says, StringComparison.Ordinal);
        Assert.Contains(earliest, browser.Says, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("#submit"));

        // That day can be asked for, and is what the check names.
        var kept = await CheckAsync(story, earliest);
        Assert.Equal(earliest, kept.Body["expeditedEnd"]!["on"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_day_that_was_asked_for_is_kept_when_the_texts_are_released_at_once()
    {
        await using var story = await BeginAsync(Eastern(2027, 1, 11, 9), policy: Core.Reviews.ReviewPolicy.Default, stoppable: true);
        await story.SubmitAsync("expedited-cold-weather", change: project => project["adviceBy"] = "2027-01-21");
        using var desk = await StaffBrowser.SignInAsync(story, "coordinator");
        await desk.OpenReviewAsync("assessment");
        Assert.Contains("Thursday, January 21, 2027", desk.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot be kept any more", desk.Words, StringComparison.Ordinal);
        await story.CoordinatorAsync("expedite", new() { ["consent"] = true, ["reason"] = "It is cold." });
        await story.ReleaseTextsAsync();
        await story.AdvanceToAsync(Eastern(2027, 1, 11, 9, 15));
        await story.EverybodySaysAsync("1");
        await story.AdvanceToAsync(Eastern(2027, 1, 21, 10));

        Assert.Equal(Eastern(2027, 1, 21, 10), Assert.Single(await story.LedgerAsync("report-sent")).At);
    }

    [Fact]
    public async Task Whoever_is_to_consent_sees_that_the_day_cannot_be_kept_any_more()
    {
        await using var story = await BeginAsync(Eastern(2027, 1, 11, 9), stoppable: true);
        await story.SubmitAsync("expedited-cold-weather", change: project => project["adviceBy"] = "2027-01-21");
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 9));
        using var desk = await StaffBrowser.SignInAsync(story, "coordinator");
        await desk.OpenReviewAsync("assessment");

        Assert.Contains("Friday, January 22, 2027: the day that the agency wants cannot be kept any more", desk.Words,
            StringComparison.Ordinal);
    }

    private static Task<Harness.ApiAnswer> CheckAsync(ReviewStory story, string adviceBy) =>
        story.AskAsync(HttpMethod.Post, "/api/projects/check", "DMHAS", Project(adviceBy));

    private static JsonObject Project(string adviceBy)
    {
        var project = LocalDesk.Sample("expedited-cold-weather");
        project["adviceBy"] = adviceBy;
        return project;
    }
}
