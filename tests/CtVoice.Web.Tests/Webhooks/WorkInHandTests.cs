using CtVoice.Web.Webhooks;

namespace CtVoice.Web.Tests.Webhooks;

public sealed class WorkInHandTests
{
    [Fact]
    public async Task What_runs_without_waiting_is_in_hand_from_its_first_step()
    {
        var inHand = new WorkInHand();
        var rest = Task.CompletedTask;

        await inHand.RunAsync(() =>
        {
            rest = inHand.RestAsync();
            Assert.False(rest.IsCompleted);
            return Task.CompletedTask;
        });

        await rest;
    }

    [Fact]
    public async Task What_fails_is_in_hand_no_longer_and_tells_who_ran_it()
    {
        var inHand = new WorkInHand();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            inHand.RunAsync(() => throw new InvalidOperationException("The line broke.")));
        Assert.True(inHand.RestAsync().IsCompleted);
    }

    [Fact]
    public async Task Whoever_stops_waiting_does_not_stop_the_work()
    {
        var (inHand, end) = (new WorkInHand(), new TaskCompletionSource());
        using var patience = new CancellationTokenSource();
        var work = inHand.RunAsync(() => end.Task);
        var rest = inHand.RestAsync(patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rest);
        Assert.False(inHand.RestAsync().IsCompleted);
        end.SetResult();
        await work;
        Assert.True(inHand.RestAsync().IsCompleted);
    }
}
