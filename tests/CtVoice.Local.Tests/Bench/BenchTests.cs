using CtVoice.Local.Bench;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Bench;

public sealed class BenchTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void Plain_commits_are_counted() => Assert.True(CommitBench.Run(folder.Path, TimeSpan.FromMilliseconds(50)) > 0);

    [Fact]
    public async Task Reviews_run_to_their_end_and_are_counted() =>
        Assert.True(await ReviewShapeBench.RunAsync(folder.Path, 4, TimeSpan.FromMilliseconds(200)) > 0);

    public void Dispose() => folder.Dispose();
}
