using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Crashes;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Proof.Faults;

/// <summary>The machine's clock is put back while the host is down: time is lived through twice, and nothing of it is done twice.</summary>
public sealed class ClockBackTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    [Fact]
    public async Task A_review_ends_the_same_when_the_clock_goes_back_three_hours()
    {
        var undisturbed = await PlayAsync(TimeSpan.Zero);
        var disturbed = await PlayAsync(TimeSpan.FromHours(3));

        Assert.Equal(ReviewStage.Finished, disturbed.State.Stage);
        Assert.Equal(undisturbed.Types, disturbed.Types);
        Assert.Equal(undisturbed.Replies, disturbed.Replies);
        Assert.Equal(undisturbed.Messages, disturbed.Messages);
    }

    private async Task<ReviewOutcome> PlayAsync(TimeSpan back)
    {
        await using var installation = await Installation.StartAsync(prepared);
        var script = new ShortReview(installation);
        await script.AskAsync();
        await script.ReleaseTextsAsync();
        await script.PassAsync(TimeSpan.FromHours(5));
        var seats = await script.PanelAsync("seats");
        await script.ReplyAsync(seats[0], "a1", "2 only if names are taken out");
        installation.Basis -= back;
        await installation.RestartAsync();
        await script.ReplyAsync(seats[1], "b1", "1");
        installation.Basis += back;
        await installation.RestartAsync();
        await script.PassAsync(TimeSpan.FromDays(60));
        Assert.Empty((await installation.Service<ReviewStore>().VerifyAsync(script.Id))!);
        return await ReviewOutcome.OfAsync(installation, script.Id);
    }
}
