using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Tests.Reviews;

public sealed class DigestTests
{
    // Wednesday, March 5, 2031, nine in Connecticut.
    private static readonly DateTimeOffset Nine = new(2031, 3, 5, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_waits_for_the_coordinator_is_mailed_to_opm_once_a_day()
    {
        var desk = new Desk(Nine.AddDays(-1));
        await desk.AddReviewAsync("r-1", "Benefits and shelters", ReviewStage.CoordinatorDecides);
        await desk.AddReviewAsync("r-2", "Going well", ReviewStage.Open);
        await desk.Pen.AddAsync(new("sms|1", Nine.AddDays(-2), "No member uses this number."));
        desk.Time.Advance(TimeSpan.FromDays(1));

        Assert.IsType<MessageOutcome.Sent>(await desk.Digest.RunAsync());
        Assert.IsType<MessageOutcome.Sent>(await desk.Digest.RunAsync());

        var mail = Assert.Single(desk.Sent);
        Assert.Equal("opm@example.org", mail.To);
        Assert.Equal("Resident Advisory Board: 2 things to do", mail.Subject);
        Assert.Equal(
            """
            2 things to do for the board's coordinator on Wednesday, March 5, 2031.

            - One message that nobody could place, in the holding pen, the oldest since March 3.
            - Decide whether residents are asked: "Benefits and shelters" (review r-1), since March 4.
            """.ReplaceLineEndings("\n"), mail.Text);
    }

    [Fact]
    public async Task Nothing_is_mailed_when_nothing_waits()
    {
        var desk = new Desk(Nine);
        await desk.AddReviewAsync("r-2", "Going well", ReviewStage.Open);

        Assert.Null(await desk.Digest.RunAsync());
        Assert.Empty(desk.Sent);
    }

    [Theory]
    [InlineData("2031-03-05T13:59:59Z")]
    [InlineData("2031-03-05T15:00:00Z")]
    [InlineData("2031-03-08T14:00:00Z")]
    [InlineData("2031-07-04T13:00:00Z")]
    public async Task Nothing_is_mailed_at_other_hours_or_on_a_day_off(string now)
    {
        var desk = new Desk(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        await desk.AddReviewAsync("r-1", "Benefits and shelters", ReviewStage.CoordinatorDecides);

        Assert.Null(await desk.Digest.RunAsync());
        Assert.Empty(desk.Sent);
    }

    [Theory]
    [InlineData("2031-03-05T13:59:59Z", "2031-03-05T14:00:00Z")]
    [InlineData("2031-03-05T14:00:00Z", "2031-03-06T14:00:00Z")]
    // Over a weekend in which summer time begins.
    [InlineData("2031-03-07T20:00:00Z", "2031-03-10T13:00:00Z")]
    [InlineData("2031-07-03T20:00:00Z", "2031-07-07T13:00:00Z")]
    public void The_next_one_is_at_nine_on_the_next_business_day(string now, string next) =>
        Assert.Equal(Of(next), new Desk(Of(now)).Digest.NextAfter(Of(now)));

    [Fact]
    public async Task A_busy_provider_is_asked_again()
    {
        var desk = new Desk(Nine) { Answer = new SendOutcome.Throttled(TimeSpan.FromMinutes(2)) };
        await desk.AddReviewAsync("r-1", "Benefits and shelters", ReviewStage.CoordinatorDecides);

        Assert.Equal(new MessageOutcome.NotBefore(Nine.AddMinutes(2)), await desk.Digest.RunAsync());
        desk.Answer = new SendOutcome.Accepted("op-1");
        desk.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.IsType<MessageOutcome.Sent>(await desk.Digest.RunAsync());
    }

    private static DateTimeOffset Of(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
