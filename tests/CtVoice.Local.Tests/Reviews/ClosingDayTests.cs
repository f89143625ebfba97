using System.Net;
using CtVoice.Core.Calendar;
using CtVoice.Core.Workflows;
using CtVoice.Local.Tests.Pages;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>The office closes on a day that is no holiday: the coordinator enters it on a page, promised dates stay,
/// later ones count with it.</summary>
public sealed class ClosingDayTests
{
    [Fact]
    public async Task Closing_day_moves_no_promised_date_and_counts_in_every_window_that_begins_later()
    {
        await using var story = await AskedAsync();
        var first = story.Id;
        var promised = (await story.StateAsync()).Window!.ClosesAt;
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");

        // A holiday is refused at its field, with what was typed.
        await browser.OpenAsync("/desk/settings/calendar");
        await browser.SendAsync("closing", ("on", "2027-01-18"), ("reason", "The office moves."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Nobody counts that day anyway: Martin Luther King Day.", browser.Words, StringComparison.Ordinal);

        // What stays is named before anything is stored.
        await browser.SendAsync("closing", ("on", "2027-01-20"));
        Assert.Contains("1 date was promised before you knew of this day. It does not move", browser.Words, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector($"a[href='/desk/reviews/{first}/dates']"));
        Assert.Empty((await story.AskAsync(HttpMethod.Get, "/api/calendar/closing-days", null)).Body!.AsArray());
        await browser.DoAsync("closing");
        Assert.Contains("promised dates stay", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Wednesday, January 20", browser.Words, StringComparison.Ordinal);

        Assert.Equal(promised, (await story.StateAsync()).Window!.ClosesAt);
        Assert.Single(await story.LedgerAsync("closing-days-known"));

        // The same project a moment later: one business day more, and the page of dates says why.
        await story.SubmitAsync(key: "second");
        await story.ReleaseTextsAsync();
        var later = (await story.StateAsync()).Window!;
        Assert.Equal(BusinessCalendar.Connecticut.AddBusinessDays(Day(promised), 1), Day(later.ClosesAt));
        await browser.OpenReviewAsync("dates");
        Assert.Contains("Wednesday, January 20, 2027 does not count: the board's office is closed (The office moves.).", browser.Words,
            StringComparison.Ordinal);

        // Taken back by a program: what was counted with it stays, what begins then does not know it.
        Assert.Equal(HttpStatusCode.NoContent,
            (await story.AskAsync(HttpMethod.Delete, "/api/calendar/closing-days/2027-01-20", "coordinator")).Status);
        Assert.Equal(later.ClosesAt, (await story.StateAsync()).Window!.ClosesAt);
        Assert.Equal("2027-01-26", (await story.AskAsync(HttpMethod.Get, "/api/calendar?from=2027-01-11&days=10", null)).Body!["on"]!
            .GetValue<string>());

        // A review that nobody told, because a machine stopped in between, learns of a day within the hour.
        _ = await story.Service<ClosingDayStore>().ChangeAsync(held => held.With(new(2027, 2, 3), "Training", story.Now), "k");
        Assert.DoesNotContain((await story.StateAsync()).ClosingDays, d => d.Reason == "Training");
        await story.Service<MissingWorkflows>().RunAsync();
        Assert.Contains((await story.StateAsync()).ClosingDays, d => d.Reason == "Training");
        // The answers to both reports are due by twenty business days that begin then: without that day.
        await story.AdvanceToAsync(Eastern(2027, 1, 30, 12));
        Assert.All((await story.StateAsync()).Recommendations,
            r => Assert.Contains(r.DueBecause, line => line.Contains("(Training)", StringComparison.Ordinal)));
    }

    private static DateOnly Day(DateTimeOffset at) => LocalTime.DateIn(BusinessCalendar.Zone, at);
}
