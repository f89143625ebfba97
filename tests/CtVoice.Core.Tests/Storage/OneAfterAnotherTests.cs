using CtVoice.Core.Storage;

namespace CtVoice.Core.Tests.Storage;

public sealed class OneAfterAnotherTests
{
    [Fact]
    public async Task One_that_fails_keeps_no_other_waiting_and_is_told_at_the_end()
    {
        var done = new List<string>();
        var gate = new TaskCompletionSource();

        var all = OneAfterAnother.RunAsync(
            () => throw new InvalidOperationException("At once."),
            async () =>
            {
                await gate.Task;
                done.Add("second");
            },
            () =>
            {
                done.Add("third");
                return Task.CompletedTask;
            });

        Assert.Empty(done);
        gate.SetResult();
        Assert.Equal("At once.", (await Assert.ThrowsAsync<InvalidOperationException>(() => all)).Message);
        Assert.Equal(["second", "third"], done);
    }

    [Fact]
    public async Task Nothing_to_do_is_done() => await OneAfterAnother.RunAsync();
}
