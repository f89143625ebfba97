using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Demo;

/// <summary>The demo tells a whole review, and can leave it behind for a newcomer to walk around in.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_ends_with_a_verified_ledger_and_leaves_data_that_serve_goes_on_with()
    {
        using var folder = new TempFolder();
        var data = Path.Combine(folder.Path, "kept");

        var demo = await Typed.RunAsync("demo", "--keep", "--data", data);
        var again = await Typed.RunAsync("demo", "--keep", "--data", data);
        var verified = await Typed.RunAsync("verify", "--data", data);

        Assert.Equal((0, ""), (demo.ExitCode, demo.Error));
        Assert.EndsWith("ledger: verified", demo.Output[..demo.Output.IndexOf("\n\nEverything is kept", StringComparison.Ordinal)]
            .TrimEnd(), StringComparison.Ordinal);
        // Danger that is seen and noted by a code, a changed vote, a skipped question, a supplement.
        Assert.All(
            ["I cant do this anymore, goodbye", "First on the coordinator's list, at once", "Noted: safe", "Question 1: now 2.",
                "we skip that question", "The supplement: recommendations"],
            words => Assert.Contains(words, demo.Output, StringComparison.Ordinal));
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("is not empty", again.Error, StringComparison.Ordinal);
        Assert.Equal(0, verified.ExitCode);

        await using var host = await LocalHost.StartAsync(new(data, Port: 0));
        Assert.True(host.Services.GetRequiredService<TimeProvider>().GetUtcNow() > new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.Zero),
            "time goes on from the demo's last day");
    }
}
