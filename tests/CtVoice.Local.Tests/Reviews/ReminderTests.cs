using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>Reminders, and the hours in which nothing is started.</summary>
public sealed class ReminderTests
{
    [Fact]
    public async Task Each_reminder_leaves_once_at_ten_in_the_morning_and_none_after_a_reply()
    {
        await using var story = await AskedAsync(policy: Rules with { Quorum = 0 });
        var texters = await story.TextersAsync();
        await story.AdvanceToAsync(Eastern(2027, 1, 21, 9));
        await story.SaysAsync(texters[1], "1");
        await story.AdvanceToAsync(Eastern(2027, 1, 26, 20, 10));
        Assert.Equal(["invitation", "reminder-after-3", "reminder-before-3", "reminder-before-1"], story.PurposesTo(texters[0]));
        Assert.Equal(
            [Monday, Eastern(2027, 1, 14, 10), Eastern(2027, 1, 21, 10), Eastern(2027, 1, 25, 10)],
            (await story.SentToAsync(texters[0])).Select(m => m.At));
        Assert.Equal(["invitation", "reminder-after-3"], story.PurposesTo(texters[1]));
    }

    [Fact]
    public async Task Two_reminders_of_one_day_are_one_message()
    {
        // Of six business days the third is also the third before the close.
        await using var story = await AskedAsync(policy: Rules with { WindowBusinessDays = 6, Quorum = 0 });
        var member = (await story.TextersAsync())[0];
        await story.AdvanceToAsync(Eastern(2027, 1, 20, 20, 10));
        var days = (await story.SentToAsync(member)).Select(m => DateOnly.FromDateTime(m.At.UtcDateTime)).ToList();
        Assert.Equal([new(2027, 1, 11), new(2027, 1, 14), new(2027, 1, 19)], days);
    }

    [Fact]
    public async Task Nobody_is_written_to_before_nine_or_after_eight_where_they_are()
    {
        await using var story = await BeginAsync(Eastern(2027, 1, 11, 23, 30));
        await story.SubmitAsync();
        var west = (await story.StateAsync()).Panel!.Seats[0].MemberId;
        await story.ChangeAsync(west, member => member with { Zone = "America/Los_Angeles" });
        await story.ReleaseTextsAsync();
        Assert.Empty(story.Carrier.Sent);
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 9));
        var review = await story.StateAsync();
        Assert.Null(review.InvitationOf(west)!.SentAt);
        Assert.All(review.Invitations.Where(i => i.MemberId != west), i => Assert.Equal(Eastern(2027, 1, 12, 9), i.SentAt));
        Assert.Equal(Eastern(2027, 1, 12, 9), review.Window!.OpensAt);
        await story.AdvanceToAsync(Eastern(2027, 1, 16, 0));
        review = await story.StateAsync();
        Assert.Equal(Eastern(2027, 1, 12, 12), review.InvitationOf(west)!.SentAt);
        Assert.Equal(Eastern(2027, 1, 15, 12), Assert.Single(review.InvitationOf(west)!.Reminders).SentAt);
    }

    [Theory]
    // The clocks go forward: 9:00 on Sunday is 13:00 UTC. Good Friday does not count.
    [InlineData(2027, 3, 13, "2027-03-14T13:00Z", "2027-03-30T00:00Z")]
    // They go back: 14:00 UTC. Veterans Day does not count.
    [InlineData(2027, 11, 6, "2027-11-07T14:00Z", "2027-11-23T01:00Z")]
    public async Task Sending_hours_and_the_close_keep_the_local_hour_when_clocks_change(int year, int month, int day, string asked,
        string closes)
    {
        await using var story = await AskedAsync(Eastern(year, month, day, 21), Rules with { PanelSize = 2, Alternates = 0 });
        Assert.Empty(story.Carrier.Sent);
        await story.AdvanceToAsync(Eastern(year, month, day, 21).AddHours(30));
        var review = await story.StateAsync();
        Assert.All(review.Invitations, i => Assert.Equal(DateTimeOffset.Parse(asked, null), i.SentAt));
        Assert.Equal(DateTimeOffset.Parse(closes, null), review.Window!.ClosesAt);
    }
}
