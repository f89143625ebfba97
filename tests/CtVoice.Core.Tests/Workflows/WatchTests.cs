using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;
using CtVoice.Core.Workflows;

namespace CtVoice.Core.Tests.Workflows;

public sealed class WatchTests
{
    private static readonly DateTimeOffset Now = new(2031, 3, 5, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Work_that_waits_too_long_is_one_error_of_its_kind()
    {
        var (desk, log) = (new Desk(Now), new LogLines<Watch>());
        await desk.Due.AddAsync(new(InboundStore.DueKind, "sms|1"), Now - Watch.Patience);
        await desk.Due.AddAsync(new(InboundStore.DueKind, "sms|2"), Now - Watch.Patience - TimeSpan.FromHours(1));
        await desk.Due.AddAsync(new(ReviewStore.DueKind, "r-1"), Now - Watch.Patience);

        await new Watch(desk.Due, desk.Time, log).RunAsync();

        Assert.Equal(["InboxOverdue", "SweepLate"], log.Lines.Select(l => l.Event));
        Assert.StartsWith("CTV-INBOX: 2 messages", log.Lines[0].Text, StringComparison.Ordinal);
        Assert.Contains("since 2031-03-05T12:45:00", log.Lines[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("CTV-SWEEP: 1 pieces", log.Lines[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_fails_again_and_again_is_late_since_it_was_due_at_first_however_far_it_is_put_off()
    {
        var (desk, log) = (new Desk(Now), new LogLines<Watch>());
        var row = await desk.Due.AddAsync(new(ReviewStore.DueKind, "r-1"), Now - TimeSpan.FromHours(2));
        for (var n = 0; n < 9; n++)
            row = (await desk.Due.PostponeAsync(row, Now, transient: true))!;

        await new Watch(desk.Due, desk.Time, log).RunAsync();

        Assert.StartsWith("CTV-SWEEP: 1 pieces", Assert.Single(log.Lines).Text, StringComparison.Ordinal);
        Assert.Contains("since 2031-03-05T12:00:00", log.Lines[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_the_sweep_may_still_do_is_none_of_its_business()
    {
        var (desk, log) = (new Desk(Now), new LogLines<Watch>());
        await desk.Due.AddAsync(new(InboundStore.DueKind, "sms|1"), Now - Watch.Patience + TimeSpan.FromTicks(1));

        await new Watch(desk.Due, desk.Time, log).RunAsync();

        Assert.Empty(log.Lines);
    }

    public static TheoryData<SendOutcome, bool> Outcomes => new()
    {
        { new SendOutcome.Accepted("id"), false },
        { new SendOutcome.Throttled(TimeSpan.FromSeconds(1)), false },
        { new SendOutcome.Refused(SendRefusal.OptedOut, "21610", true), false },
        { new SendOutcome.Refused(SendRefusal.InvalidRecipient, "21211", true), false },
        { new SendOutcome.Refused(SendRefusal.Misconfigured, "20003", true), true },
        { new SendOutcome.Refused(SendRefusal.Filtered, "30007", true), true },
        { new SendOutcome.Unknown("503"), true },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task A_provider_that_fails_for_its_own_reasons_is_an_error_without_the_message(SendOutcome outcome, bool failing)
    {
        var desk = new Desk(Now) { Answer = outcome };
        var (texts, mails) = (new LogLines<WatchedSmsSender>(), new LogLines<WatchedEmailSender>());

        Assert.Same(outcome, await new WatchedSmsSender(desk, texts).SendAsync(new("k", "+12035550101", "secret")));
        Assert.Same(outcome, await new WatchedEmailSender(desk, mails)
            .SendAsync(new("k", Guid.Empty, "a@example.org", "secret", "secret")));

        foreach (var lines in new[] { texts.Lines, mails.Lines })
        {
            Assert.Equal(failing ? ["SendFailing"] : [], lines.Select(l => l.Event));
            Assert.All(lines, l => Assert.DoesNotMatch("secret|2035550101|example", l.Text));
            Assert.All(lines, l => Assert.StartsWith("CTV-SEND: ", l.Text, StringComparison.Ordinal));
        }
    }
}
