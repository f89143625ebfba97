using CtVoice.Core.Engine;
using CtVoice.Core.Storage;
using CtVoice.Local.Engine;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Harness;
using CtVoice.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CtVoice.Local.Tests.Engine;

public sealed class CrashTests(ITestOutputHelper output)
{
    /// <summary>
    /// Dies at the first commit, then in another file at the second, and so on until nothing is left to die at. Each time
    /// a new database and engine on the same file go on, the driver repeats its calls, and the rows end up the same.
    /// </summary>
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 0)]
    [InlineData(true, 1024)]
    [InlineData(false, 1024)]
    public async Task A_crash_at_any_commit_changes_nothing_that_matters(bool before, int live)
    {
        var options = new EngineOptions { LiveInstances = live };
        var expected = await RunAsync(options, null);
        Assert.Equal(
            ("answered: yes at 2027-01-12T14:00:00.0000000", "expired at 2027-01-14T14:00:00.0000000",
                "reminded at 2027-01-09T14:00:00.0000000"),
            (expected.Answered, expected.Expired, expected.Reminded));

        var commit = 1L;
        for (var crashed = true; crashed; commit++)
        {
            var result = await RunAsync(options, new DieAtCommit(commit, before));
            crashed = result.Crashed;
            Assert.Equal(expected, result with { Crashed = false });
        }
        output.WriteLine($"{commit - 2} commits");
        Assert.InRange(commit, 40, 1000);
    }

    private static async Task<Result> RunAsync(EngineOptions options, IWriteObserver? observer)
    {
        // One write a commit, so that every write is a place to die at.
        var file = new SqliteOptions { WritesPerCommit = 1, Observer = observer };
        await using var host = EngineHost.OpenStopped(Asking.Catalog(), s => s.AddSingleton<Asking>(), options, file);
        var crashed = false;
        try
        {
            await DriveAsync(host);
        }
        catch (TableFaultException) when (observer is not null)
        {
            crashed = true;
            await host.RestartStoppedAsync(options);
            await DriveAsync(host);
        }
        var rows = host.Service<Asking>();
        Assert.Empty(await host.Engine.QueryAsync(InstanceState.Failed));
        return new(crashed, await rows.OutcomeAsync("a"), await rows.OutcomeAsync("b"), await rows.RemindedAsync("b"),
            string.Join(", ", (await host.Engine.QueryAsync()).Select(i => $"{i.InstanceId} {i.State}")));
    }

    /// <summary>What users and the coordinator do; each call may be repeated, and a call that was cut off is.</summary>
    private static async Task DriveAsync(EngineHost host)
    {
        await host.ResumeAsync();
        var start = TestTime.Monday;
        var retry = new RetryPolicy(3, TimeSpan.FromMinutes(1), 1, TimeSpan.FromMinutes(1));
        var input = new AskInput("a", start.AddDays(5), start.AddDays(10), WakesPerRun: 2, Retry: retry);
        await host.Engine.StartAsync("Ask", "ask-a", input);
        await host.Engine.StartAsync("Ask", "ask-b", input with { Id = "b" });
        await host.AdvanceToAsync(start.AddDays(6));
        await host.Engine.WakeAsync("ask-a");
        await host.AdvanceToAsync(start.AddDays(8));
        await host.Service<Asking>().AnswerAsync("a", "yes");
        await host.Engine.WakeAsync("ask-a");
        await host.AdvanceToAsync(start.AddDays(11));
    }

    private sealed record Result(bool Crashed, string? Answered, string? Expired, string? Reminded, string Instances);
}
