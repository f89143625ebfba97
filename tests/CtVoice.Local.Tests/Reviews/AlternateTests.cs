using CtVoice.Core.Board;
using CtVoice.Core.Reviews;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>When an alternate joins, and when not yet.</summary>
public sealed class AlternateTests
{
    private static readonly ReviewPolicy Two = Rules with { PanelSize = 2, Alternates = 2, Quorum = 0 };

    [Fact]
    public async Task An_alternate_joins_at_half_of_the_window_and_never_before_a_reminder_arrived()
    {
        await using var story = await BeginAsync(policy: Two);
        await story.SubmitAsync();
        var panel = (await story.StateAsync()).Panel!;
        var (lost, silent) = (panel.Seats[0].MemberId, panel.Seats[1].MemberId);
        story.Carrier.FateOf = key => key.Contains($"|{lost}|reminder-after-3|", StringComparison.Ordinal)
            ? Fate.NeverReported
            : Fate.Delivered;
        await story.ReleaseTextsAsync();
        await story.AdvanceToAsync(Eastern(2027, 1, 19, 9, 59, 59));
        Assert.Equal(2, (await story.StateAsync()).Invitations.Count);
        await story.AdvanceToAsync(Eastern(2027, 1, 19, 10));
        var half = await story.StateAsync();
        Assert.Equal(panel.Reserve[0].MemberId, Assert.Single(half.Invitations, i => i.Round == 2).MemberId);
        Assert.True(half.InvitationOf(silent) is { AlternateCalled: true, Stands: true });
        Assert.False(half.InvitationOf(lost)!.AlternateCalled);
        await story.AdvanceToAsync(Eastern(2027, 1, 21, 10, 0, 4));
        Assert.Equal(3, (await story.StateAsync()).Invitations.Count);
        await story.AdvanceToAsync(Eastern(2027, 1, 21, 10, 0, 5));
        Assert.Equal(panel.Reserve[1].MemberId, (await story.StateAsync()).Invitations[^1].MemberId);
        // Whoever joined late and is silent too brings nobody else, and whoever was silent may still answer.
        await story.SaysAsync(lost, "1");
        await story.AdvanceToAsync(Eastern(2027, 1, 26, 20, 10));
        var review = await story.StateAsync();
        Assert.Equal((4, 1), (review.Asked, review.Repliers));
    }

    [Fact]
    public async Task Nobody_joins_for_a_member_who_answered()
    {
        await using var story = await AskedAsync(policy: Two);
        var first = (await story.StateAsync()).Invitations[0].MemberId;
        await story.AdvanceToAsync(Eastern(2027, 1, 19, 9, 59));
        await story.SaysAsync(first, "1");
        await story.AdvanceToAsync(Eastern(2027, 1, 26, 20, 10));
        Assert.Equal(3, (await story.StateAsync()).Asked);
    }

    [Fact]
    public async Task An_alternate_joins_at_once_when_a_member_says_stop()
    {
        await using var story = await AskedAsync(policy: Two with { PanelSize = 5, Alternates = 1 });
        var (member, other) = ((await story.TextersAsync())[0], (await story.TextersAsync())[1]);
        await story.SaysAsync(member, "Stop. Thank you");
        var review = await story.StateAsync();
        Assert.Equal("asked for no more messages", review.InvitationOf(member)!.EndedBecause);
        Assert.Equal(story.Now, review.Invitations.Single(i => i.Round == 2).SentAt);
        await story.SaysAsync(other, "stop");
        Assert.Equal("True", (await story.LedgerAsync("invitation-ended"))[^1].Fact("nobodyLeft"));
        await story.AdvanceToAsync(Eastern(2027, 1, 26, 20, 10));
        Assert.Equal(["invitation"], story.PurposesTo(member));
        Assert.Equal(2, (await story.SentToAsync(member)).Count);
    }

    [Fact]
    public async Task An_alternate_joins_at_once_when_a_member_cannot_be_reached()
    {
        await using var story = await BeginAsync(policy: Two);
        await story.SubmitAsync();
        var panel = (await story.StateAsync()).Panel!;
        var (refused, bounced) = (panel.Seats[0].MemberId, panel.Seats[1].MemberId);
        story.Carrier.FateOf = key => key.Contains($"|{refused}|", StringComparison.Ordinal) ? Fate.Refused
            : key.Contains($"|{bounced}|", StringComparison.Ordinal) ? Fate.Undelivered : Fate.Delivered;
        await story.ReleaseTextsAsync();
        Assert.Equal(panel.Reserve[0].MemberId, Assert.Single((await story.StateAsync()).Invitations, i => i.Round == 2).MemberId);
        // A report takes five seconds; whoever has a second channel is tried there first.
        await story.AdvanceAsync(TimeSpan.FromSeconds(10));
        var review = await story.StateAsync();
        Assert.Equal(4, review.Invitations.Count);
        Assert.All([refused, bounced], member => Assert.Equal("cannot be reached", review.InvitationOf(member)!.EndedBecause));
        Assert.Equal(3, review.Asked);
    }

    [Fact]
    public async Task What_the_provider_knows_of_an_opt_out_becomes_our_own()
    {
        await using var story = await BeginAsync(policy: Two with { PanelSize = 3 });
        await story.SubmitAsync();
        story.Carrier.FateOf = key => key.EndsWith("|Sms", StringComparison.Ordinal) ? Fate.OptedOut : Fate.Delivered;
        await story.ReleaseTextsAsync();
        foreach (var seat in (await story.StateAsync()).Panel!.Seats)
        {
            var member = await story.MemberAsync(seat.MemberId);
            Assert.True(!member.Channels.Contains(Core.Board.Channel.Sms) || member.Channels[0] is Core.Board.Channel.Email
                || !member.Consents(Core.Board.Channel.Sms));
        }
        Assert.All((await story.StateAsync()).Invitations.Where(i => i.Stands), i => Assert.Equal(Channel.Email, i.Channel));
    }

    [Fact]
    public async Task Review_closes_at_once_when_nobody_is_left_to_ask()
    {
        await using var story = await BeginAsync(policy: Two);
        await story.SubmitAsync();
        story.Carrier.FateOf = _ => Fate.Refused;
        await story.ReleaseTextsAsync();
        var review = await story.StateAsync();
        Assert.Equal((ReviewStage.Preview, 0), (review.Stage, review.Asked));
        Assert.Equal(4, review.Invitations.Count(i => !i.Stands));
    }
}
