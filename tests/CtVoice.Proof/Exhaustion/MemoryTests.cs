using System.Globalization;
using System.Net.Http.Json;
using CtVoice.Local.Tests.Harness;
using Xunit.Abstractions;

namespace CtVoice.Proof.Exhaustion;

/// <summary>What the process holds while nobody asks, and what it gives back after many have.</summary>
public sealed class MemoryTests(PreparedFolder prepared, ITestOutputHelper output) : IClassFixture<PreparedFolder>
{
    private const int AtRest = 200;
    private const int AfterLoad = 300;
    private const int Clients = 32;
    private const int Requests = 20_000;

    [SkippableFact]
    public async Task The_host_holds_little_at_rest_and_gives_back_what_a_load_took()
    {
        Skip.IfNot(LongRuns.Wanted, LongRuns.Reason);
        Skip.IfNot(OperatingSystem.IsLinux(), "The memory of a process is read from /proc.");
        using var folder = new TempFolder();
        prepared.CopyTo(folder.Path);
        using var served = await ServeProcess.StartAsync(folder.Path);
        // A start has warmed up once an answer needed all of it.
        _ = await served.Http.GetStringAsync(new Uri("/register", UriKind.Relative));
        var rest = await served.MemoryAsync();
        var left = Requests;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            while (Interlocked.Decrement(ref left) is >= 0 and var n)
            {
                using var answer = n % 2 == 0
                    ? await served.Http.GetAsync(new Uri("/register", UriKind.Relative))
                    : await served.Http.PostAsJsonAsync(string.Create(CultureInfo.InvariantCulture, $"/sim/m-{(client % 24) + 1:D2}/sms"),
                        new { text = $"2 only without names {n}" });
                _ = await answer.Content.ReadAsByteArrayAsync();
            }
        }));
        var after = await served.MemoryAsync();
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"{rest} MiB at rest, {after} MiB after {Requests:N0} requests of {Clients} clients"));
        Assert.InRange(rest, 1, AtRest);
        Assert.InRange(after, 1, AfterLoad);
    }
}
