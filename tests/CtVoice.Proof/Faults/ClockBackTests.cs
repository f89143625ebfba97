using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Crashes;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Proof.Faults;

/// <summary>The machine's clock is put back while the host is down: time is lived through twice, and nothing of it is done twice.</summary>
public sealed class ClockBackTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    [Fact]
    public async Task A_clock_that_goes_back_three_hours_does_nothing_twice()
    {
        var back = TimeSpan.FromHours(3);
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
        var outcome = await ReviewOutcome.OfAsync(installation, script.Id);
        Assert.Equal(ReviewStage.Finished, outcome.State.Stage);
        Assert.Equal(2, outcome.Replies.Count);
        Assert.Empty(outcome.Messages.GroupBy(key => key).Where(key => key.Count() > 1).Select(key => key.Key));
        Assert.Single(outcome.Types, type => type == "report-sent");
    }
}
