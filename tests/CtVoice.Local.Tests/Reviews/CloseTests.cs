using System.Text.Json.Nodes;
using CtVoice.Core.Reviews;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>The close: who is in time, how many it takes, and when it comes early or late.</summary>
public sealed class CloseTests
{
    private static readonly DateTimeOffset Close = Eastern(2027, 1, 26, 20);

    [Fact]
    public async Task The_window_ends_ten_business_days_after_the_first_invitation_at_eight_in_the_evening()
    {
        await using var story = await AskedAsync();
        var review = await story.StateAsync();
        Assert.Equal(ReviewStage.Open, review.Stage);
        Assert.Equal((Monday, Close), (review.Window!.OpensAt, review.Window.ClosesAt));
    }

    [Fact]
    public async Task A_reply_counts_until_the_last_second_and_not_from_the_close_on()
    {
        await using var story = await AskedAsync();
        var texters = await story.TextersAsync();
        await story.AdvanceToAsync(Close.AddSeconds(-1));
        await story.SaysAsync(texters[0], "1");
        await story.AdvanceToAsync(Close);
        await story.SaysAsync(texters[1], "1");
        await story.AdvanceToAsync(Close.AddSeconds(1));
        await story.SaysAsync(texters[2], "3");
        var review = await story.StateAsync();
        Assert.Equal([(texters[0], false), (texters[1], true), (texters[2], true)], review.Replies.Select(r => (r.MemberId, r.Late)));
        Assert.Equal(1, review.Repliers);
        Assert.Equal(ReviewStage.Open, review.Stage);
    }

    [Fact]
    public async Task A_reply_received_in_time_counts_though_it_is_applied_after_the_close()
    {
        await using var story = await AskedAsync(policy: Rules with { Quorum = 1 });
        var texters = await story.TextersAsync();
        await story.SaysAsync(texters[0], "1");
        await story.AdvanceToAsync(Close.AddHours(2));
        Assert.Equal(ReviewStage.Preview, (await story.StateAsync()).Stage);
        await story.ArrivesAsync(texters[1], "2 late to be read, not late to be sent", Close.AddSeconds(-1), "SM-in-time");
        await story.ArrivesAsync(texters[2], "3", Close, "SM-late");
        var review = await story.StateAsync();
        Assert.Equal(2, review.Repliers);
        Assert.Equal([false, false, true], review.Replies.Select(r => r.Late));
    }

    [Fact]
    public async Task After_the_report_has_left_a_reply_is_an_addendum_whenever_it_was_sent()
    {
        await using var story = await AskedAsync(policy: Rules with { Quorum = 1 });
        var texters = await story.TextersAsync();
        await story.SaysAsync(texters[0], "2 take names out");
        await story.AdvanceToAsync(Close.AddDays(1));
        await story.CoordinatorAsync("replies/1/release", []);
        await story.AdvanceToAsync(Eastern(2027, 1, 28, 10));
        await story.ArrivesAsync(texters[1], "1", Close.AddHours(-1), "SM-found-later");
        var review = await story.StateAsync();
        Assert.Equal(ReviewStage.Answering, review.Stage);
        Assert.True(review.Replies.Single(r => r.MemberId == texters[1]).Late);
        Assert.Equal(1, review.Report!.Replied);
    }

    [Fact]
    public async Task A_message_that_the_provider_brings_twice_is_taken_once_and_answered_once()
    {
        await using var story = await AskedAsync();
        var member = (await story.TextersAsync())[0];
        var before = (await story.SentToAsync(member)).Count;
        await story.SaysAsync(member, "1", providerId: "SM-twice");
        await story.SaysAsync(member, "1", providerId: "SM-twice");
        var reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Single(reply.Pieces);
        Assert.Equal(before + 1, (await story.SentToAsync(member)).Count);
        Assert.Single(await story.LedgerAsync("reply-accepted"));
    }

    [Fact]
    public async Task A_reply_that_is_faster_than_the_record_of_its_question_counts()
    {
        await using var story = await BeginAsync(policy: Rules with { PanelSize = 1, Alternates = 0, Quorum = 1 });
        await story.SubmitAsync();
        var member = (await story.StateAsync()).Panel!.Seats[0].MemberId;
        // The phone shows the question and the member answers before the sender has come back to write down that it left.
        story.Carrier.OnSent = key => key.Contains("|invitation|", StringComparison.Ordinal)
            ? story.ArrivesUnsettledAsync(member, "1", "SM-fast")
            : Task.CompletedTask;
        await story.ReleaseTextsAsync();
        var review = await story.StateAsync();
        Assert.Equal((1, 1), (review.Asked, review.Repliers));
        Assert.Equal(["invitation"], story.PurposesTo(member));
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 20, 10));
        Assert.Equal(ReviewStage.Preview, (await story.StateAsync()).Stage);
    }

    [Fact]
    public async Task Review_closes_a_full_business_day_after_the_last_member_has_answered()
    {
        await using var story = await AskedAsync();
        await story.AdvanceToAsync(Eastern(2027, 1, 15, 11));
        await story.EverybodySaysAsync("1");
        // Friday the 15th; the weekend and the holiday on Monday do not count.
        await story.AdvanceToAsync(Eastern(2027, 1, 19, 20, 9, 59));
        Assert.Equal(ReviewStage.Open, (await story.StateAsync()).Stage);
        await story.AdvanceToAsync(Eastern(2027, 1, 19, 20, 10));
        var review = await story.StateAsync();
        Assert.Equal(ReviewStage.Preview, review.Stage);
        Assert.Equal(Eastern(2027, 1, 19, 20), review.ClosedAt);
        // What members were told is kept: see KeptDateTests.
        Assert.Equal(Close, review.Window!.ClosesAt);
    }

    [Fact]
    public async Task Nothing_closes_early_while_one_question_of_one_member_is_open()
    {
        await using var story = await AskedAsync(questions: 2);
        await story.EverybodySaysAsync("1");
        await story.AdvanceToAsync(Eastern(2027, 1, 14, 12));
        Assert.Equal(ReviewStage.Open, (await story.StateAsync()).Stage);
        await story.EverybodySaysAsync("Tell us first.");
        await story.AdvanceToAsync(Eastern(2027, 1, 15, 20, 10));
        Assert.Equal(ReviewStage.Preview, (await story.StateAsync()).Stage);
    }

    [Fact]
    public async Task Below_quorum_the_window_is_extended_once_and_then_the_report_says_so()
    {
        await using var story = await AskedAsync();
        await story.SaysAsync((await story.TextersAsync())[0], "1");
        await story.AdvanceToAsync(Close.AddMinutes(10));
        var extended = await story.StateAsync();
        Assert.Equal(ReviewStage.Open, extended.Stage);
        Assert.Equal(Eastern(2027, 1, 29, 20), extended.Window!.ClosesAt);
        Assert.NotNull(extended.Window.ExtendedBecause);
        await story.AdvanceToAsync(Eastern(2027, 1, 29, 20, 10));
        Assert.Equal(ReviewStage.Preview, (await story.StateAsync()).Stage);
        await story.AdvanceToAsync(Eastern(2027, 2, 2, 10));
        var review = await story.StateAsync();
        Assert.True(review.Report!.BelowQuorum);
        Assert.Single(await story.LedgerAsync("window-extended"));
        using var http = new HttpClient { BaseAddress = story.Url };
        http.DefaultRequestHeaders.Add("X-Api-Key", story.Key("DSS"));
        Assert.Contains("below quorum: 1 of 3", await http.GetStringAsync($"/api/reviews/{story.Id}/report"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_everybody_left_has_answered_no_extension_is_made()
    {
        await using var story = await AskedAsync(policy: Rules with { PanelSize = 2, Alternates = 0, Quorum = 3 });
        await story.EverybodySaysAsync("1");
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 20, 10));
        var review = await story.StateAsync();
        Assert.Equal(ReviewStage.Preview, review.Stage);
        Assert.Empty(await story.LedgerAsync("window-extended"));
        Assert.Equal(2, review.Repliers);
    }

    [Fact]
    public async Task A_reply_in_the_extension_is_in_time()
    {
        await using var story = await AskedAsync();
        await story.AdvanceToAsync(Close.AddMinutes(10));
        await story.SaysAsync((await story.TextersAsync())[0], "2 not like this");
        Assert.False(Assert.Single((await story.StateAsync()).Replies).Late);
    }

    [Fact]
    public async Task The_coordinator_gives_more_time_in_public_and_not_after_the_close()
    {
        await using var story = await AskedAsync(policy: Rules with { Quorum = 0 });
        await story.CoordinatorAsync("extend", new JsonObject { ["businessDays"] = 2, ["reason"] = "A storm closed offices." });
        var review = await story.StateAsync();
        Assert.Equal((Eastern(2027, 1, 28, 20), "A storm closed offices."), (review.Window!.ClosesAt, review.Window.ExtendedBecause));
        await story.AdvanceToAsync(Eastern(2027, 1, 28, 19, 59));
        Assert.Equal(ReviewStage.Open, (await story.StateAsync()).Stage);
        await story.AdvanceToAsync(Eastern(2027, 1, 28, 20, 10));
        Assert.Equal(ReviewStage.Preview, (await story.StateAsync()).Stage);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() =>
            story.CoordinatorAsync("extend", new JsonObject { ["businessDays"] = 2, ["reason"] = "Too late." }));
        Assert.Equal(System.Net.HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Fact]
    public async Task A_cancelled_review_asks_nobody_any_more_and_keeps_its_reason()
    {
        await using var story = await AskedAsync();
        await story.CoordinatorAsync("cancel", new JsonObject { ["reason"] = "The agency withdrew." });
        var sent = story.Carrier.Sent.Count;
        await story.AdvanceToAsync(Close.AddDays(30));
        var review = await story.StateAsync();
        Assert.Equal((ReviewStage.Cancelled, "The agency withdrew."), (review.Stage, review.CancelReason));
        Assert.Equal(sent, story.Carrier.Sent.Count);
        Assert.All(review.Invitations, i => Assert.Equal("cancelled", story.PurposesTo(i.MemberId)[^1]));
    }
}
