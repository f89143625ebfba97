using System.Net;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Pages;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>What goes out to a panel can be stopped for ten minutes: on a page and by a program, with one press.</summary>
public sealed class StoppingTests
{
    private static readonly TimeSpan Ten = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Asking_a_panel_is_stopped_on_a_page_and_no_resident_hears_of_it()
    {
        await using var story = await BeginAsync(stoppable: true);
        await story.SubmitAsync();
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");
        await story.ReleaseTextsAsync();

        // It stands on the review and on Today, and looking at it stops nothing.
        var stop = $"stop-{story.Id}-asking";
        await browser.OpenReviewAsync("dates");
        Assert.Contains("The panel is asked: goes out Today, 9:40 AM", browser.Words, StringComparison.Ordinal);
        await browser.OpenAsync("/desk");
        Assert.Contains("The panel is asked: goes out Today, 9:40 AM", browser.Words, StringComparison.Ordinal);
        await browser.OpenAsync($"/desk/reviews/{story.Id}/sendings/asking/stop");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, browser.Status);
        await story.AdvanceAsync(TimeSpan.FromMinutes(9));
        await browser.OpenAsync("/desk");
        await browser.DoAsync(stop);

        Assert.EndsWith("/texts", browser.Path.Split('?')[0], StringComparison.Ordinal);
        Assert.Contains("Stopped: The panel is asked.", browser.Words, StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromHours(5));
        Assert.Empty(OfReview(story));
        Assert.Equal(ReviewStage.Preparing, (await story.StateAsync()).Stage);
        Assert.Equal("asking", Assert.Single(await story.LedgerAsync("sending-stopped")).Fact("what"));
        await browser.OpenAsync("/desk");
        Assert.Contains("Change what you stopped, or let it go out", browser.Words, StringComparison.Ordinal);

        // Released again, and nobody stops it: the window begins with the first message, as always.
        await story.ReleaseTextsAsync();
        await story.AdvanceAsync(Ten - TimeSpan.FromSeconds(1));
        Assert.Empty(OfReview(story));
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.NotEmpty(OfReview(story));
        Assert.Equal(Eastern(2027, 1, 11, 14, 49), (await story.StateAsync()).Window!.OpensAt);
        Assert.Equal(HttpStatusCode.Conflict,
            (await story.AskAsync(HttpMethod.Post, $"/api/reviews/{story.Id}/sendings/asking/stop", "coordinator")).Status);
    }

    [Fact]
    public async Task Reading_drafts_back_and_telling_the_outcome_are_stopped_by_a_program_and_let_go_again()
    {
        await using var story = await BeginAsync(stoppable: true);
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        await story.AdvanceAsync(Ten);
        var texter = (await story.TextersAsync())[0];
        await story.AnswersAsync(texter, "2 take out names");
        // A receipt is a direct answer: it has left already.
        Assert.Contains("We saved your answer", (await story.SentToAsync(texter))[^1].Text, StringComparison.Ordinal);
        await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt.AddHours(14));
        if ((await story.StateAsync()).Stage is ReviewStage.Open)
            await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt.AddHours(14));
        using var editor = new Editor(story);
        await editor.WriteAsync("Take out names.", 1);

        await Editor.Done(editor.PostAsync("drafts/read-back"));
        await Editor.Done(editor.PostAsync("sendings/read-back/stop"));
        await story.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.DoesNotContain("read-back", story.PurposesTo(texter));
        Assert.NotNull((await editor.GetAsync("")).Body!["stopped"]!.AsArray().Single());
        await Editor.Done(editor.PostAsync("sendings/read-back/resume"));
        await story.AdvanceAsync(Ten - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("read-back", story.PurposesTo(texter));
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Contains("read-back", story.PurposesTo(texter));

        // The report goes out on its day, whatever was stopped.
        await story.AdvanceToAsync(Reporting.GoesOutAt(await story.StateAsync(), Core.Calendar.BusinessCalendar.Connecticut)!.At);
        await story.WithholdTheRestAsync();
        await story.AnswerAsync(1);
        await story.SettleAsync();
        Assert.Equal(ReviewStage.Finished, (await story.StateAsync()).Stage);
        // It stands on Today although the review is over.
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");
        Assert.Contains("Residents are told of the answers: goes out", browser.Words, StringComparison.Ordinal);
        await Editor.Done(editor.PostAsync("sendings/outcome/stop"));
        await story.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.DoesNotContain("outcome", story.PurposesTo(texter));
        await Editor.Done(editor.PostAsync("sendings/outcome/resume"));
        await story.AdvanceAsync(Ten - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("outcome", story.PurposesTo(texter));
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Contains("outcome", story.PurposesTo(texter));
        Assert.Equal(2, (await story.LedgerAsync("sending-resumed")).Count);
    }

    private static IEnumerable<string> OfReview(ReviewStory story) =>
        story.Carrier.Sent.Where(key => key.Contains(story.Id, StringComparison.Ordinal));
}
