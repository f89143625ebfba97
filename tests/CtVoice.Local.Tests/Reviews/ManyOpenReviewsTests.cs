using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CtVoice.Bench;
using CtVoice.Core.Commands;
using CtVoice.Core.Json;
using CtVoice.Core.Ledger;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Local.Engine;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;
using Xunit.Abstractions;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>Open reviews with five invitations each: 100 by default, 1,000 with CTVOICE_LONG=1.</summary>
public sealed class ManyOpenReviewsTests(PreparedFolder prepared, ITestOutputHelper output) : IClassFixture<PreparedFolder>
{
    private const int Invitations = 5;

    private static readonly int Count = Environment.GetEnvironmentVariable("CTVOICE_LONG") == "1" ? 1000 : 100;

    private static readonly ReviewPolicy Policy = ReviewPolicy.Default with { Quorum = 0 };

    [Fact]
    public async Task Open_reviews_restart_quickly_and_close_in_order()
    {
        await using var installation = await Installation.StartAsync(prepared);
        await Task.WhenAll(Enumerable.Range(0, Count).Select(i => OpenAsync(installation, i)));
        await installation.PassToAsync(Installation.Start);
        Assert.Equal(Count * (1 + Invitations), (await installation.Service<EmbeddedEngine>().QueryAsync(take: 100_000))
            .Count(i => i.State is InstanceState.Running));

        await installation.StopAsync();
        var watch = Stopwatch.StartNew();
        await installation.RestartAsync();
        var ready = watch.Elapsed;
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"{Count} reviews x {Invitations} invitations: ready after {ready.TotalMilliseconds:N0} ms"));
        // Half a second alone on a machine; a loaded one may take longer, but never grow with what waits.
        Assert.InRange(ready, TimeSpan.Zero, TimeSpan.FromSeconds(10));

        watch.Restart();
        await installation.PassToAsync(ClosesAt(Count) + Policy.Settling);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count} closes in {watch.Elapsed.TotalSeconds:N1} s"));
        var reviews = installation.Service<ReviewStore>();
        for (var i = 0; i < Count; i++)
        {
            var closed = (await reviews.ReadLedgerAsync(Id(i))).Select(Read).Single(e => e.Type == "review-closed");
            Assert.Equal(ClosesAt(i) + Policy.Settling, closed.At);
        }
        Assert.Empty(await installation.Service<EmbeddedEngine>().QueryAsync(InstanceState.Failed));
    }

    private static string Id(int review) => string.Create(CultureInfo.InvariantCulture, $"r-{review:D4}");

    // Within one day, each a minute after the one before, so that no two timers fire together.
    private static DateTimeOffset ClosesAt(int review) => Installation.Start.AddDays(2).AddMinutes(review);

    /// <summary>Opens a review whose members have all said something, so that nobody is reminded.</summary>
    private static async Task OpenAsync(Installation installation, int review)
    {
        await using var sample = SampleFiles.Open("projects/snap-homelessness.json");
        var project = (await JsonSerializer.DeserializeAsync<ProjectRequest>(sample, WorkflowJson.Options))!;
        await OpenReviews.OpenAsync(installation.Service<ReviewCommands>(), project,
            new(Id(review), Policy, Installation.Start, ClosesAt(review),
        [
            .. Enumerable.Range(0, Invitations).Select(n => OpenReviews.Asked(
                string.Create(CultureInfo.InvariantCulture, $"m-{review:D4}-{n}"), n,
                string.Create(CultureInfo.InvariantCulture, $"C{review:D4}{n}"), Installation.Start) with
                    { LastReplyAt = Installation.Start }),
        ]));
    }

    private static (string Type, DateTimeOffset At) Read(LedgerEntry entry)
    {
        using var json = JsonDocument.Parse(entry.Text);
        return (json.RootElement.GetProperty("type").GetString()!, json.RootElement.GetProperty("at").GetDateTimeOffset());
    }
}
