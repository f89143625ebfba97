using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Crashes;
using CtVoice.Local.Tests.Harness;
using Xunit.Abstractions;

namespace CtVoice.Proof.Crashes;

/// <summary>
/// The process dies at a commit of a whole review, before or after it is durable; another one on the same folder goes on,
/// and the review ends as if nothing had happened. A sample of the commits by default, all of them with CTVOICE_LONG=1, or those of
/// CTVOICE_COMMITS=1400-1450.
/// </summary>
public sealed class ReviewCrashTests(PreparedFolder prepared, ITestOutputHelper output) : IClassFixture<PreparedFolder>
{
    // Prime, so that the sample does not keep to one place of a repeated pattern;
    // to die after a write is nearly to die before the next, so the two take turns.
    private const int Sample = 331;

    // A message whose first attempt is unclear is looked for ten minutes; nothing else takes longer than that.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 44)]
    public async Task A_review_ends_the_same_wherever_the_process_dies(bool before, int first)
    {
        var watch = Stopwatch.StartNew();
        var count = new CountCommits();
        var undisturbed = await RunAsync(count);
        var (expected, commits) = (undisturbed.Outcome, count.Count);
        Assert.Equal("", undisturbed.Death);
        Assert.Empty(Differences(expected, undisturbed));
        Assert.Equal(ReviewStage.Finished, expected.State.Stage);
        Assert.Contains("alternate-joined", expected.Types);
        Assert.Equal(2, expected.Types.Count(t => t == "recommendation-answered"));
        Assert.Contains("member-told", expected.Types);
        Assert.Contains("reply-late", expected.Types);
        Assert.Single(expected.Types, t => t == "reply-withdrawn");
        Assert.Single(expected.Types, t => t == "reply-not-quoted");

        var (step, commit, runs, deaths, differences) =
            (LongRuns.Wanted ? Math.Max(1, commits / LongRuns.Times(0, int.MaxValue)) : Sample, LongRuns.Wanted ? 1L : first, 0, 0,
                new List<string>());
        var last = commits;
        if (Environment.GetEnvironmentVariable("CTVOICE_COMMITS")?.Split('-') is [var from, var to])
            (step, commit, last) = (1, long.Parse(from, CultureInfo.InvariantCulture), long.Parse(to, CultureInfo.InvariantCulture));
        for (; commit <= last; commit += step, runs++)
        {
            var end = await RunAsync(new DieAtCommit(commit, before));
            deaths += end.Death.Length > 0 ? 1 : 0;
            differences.AddRange(Differences(expected, end)
                .Select(d => string.Create(CultureInfo.InvariantCulture, $"commit {commit}: {d}")));
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{commits} commits, died {(before ? "before" : "after")} {deaths} of them in {runs} runs, {watch.Elapsed.TotalSeconds:N0} s"));
        Assert.InRange(commits, 300, 5000);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        // Activities that run at once may save commits in one run or another, so the last ones may not come.
        Assert.InRange(deaths, runs - Math.Max(20, runs / 20), runs);
        Assert.True(deaths > 0);
    }

    private async Task<Run> RunAsync(IWriteObserver observer)
    {
        // One write a commit, so that every write is a place to die at.
        await using var installation =
            await Installation.StartAsync(prepared, new SqliteOptions { WritesPerCommit = 1, Observer = observer });
        var script = new ShortReview(installation);
        await script.PlayAsync(changesMinds: true);
        // What a death in the last minutes left for the sweep is done by then.
        await installation.PassToAsync((await installation.GetAsync("/sim/clock"))["now"]!.GetValue<DateTimeOffset>() + Tolerance);
        var (outcome, broken) = (await ReviewOutcome.OfAsync(installation, script.Id),
            (await installation.Service<ReviewStore>().VerifyAsync(script.Id))!);
        return new(outcome, installation.Death, broken, await LeftAsync(installation));
    }

    /// <summary>Work that is still announced; a row whose work was never written is looked at less and less often, until it is given up.
    /// </summary>
    private static async Task<DateTimeOffset?> LeftAsync(Installation installation)
    {
        var rows = installation.Service<DueRows>();
        var until = (await installation.GetAsync("/sim/clock"))["now"]!.GetValue<DateTimeOffset>() + (2 * DueRows.Patience);
        var next = await rows.NextAsync();
        while (next is { } at && at <= until)
        {
            await installation.PassToAsync(at + DueRows.Grace);
            next = await rows.NextAsync();
            if (next <= at)
                break; // The sweep has left it where it was.
        }
        return next;
    }

    /// <summary>
    /// The one message that may be missing: a confirmation of STOP leaves within five minutes or not at all, and a sender
    /// that died in mid-attempt looks for its message longer than that.
    /// </summary>
    private static readonly string StopConfirmation = $"answer|sms|SM{Convert.ToHexStringLower(SHA256.HashData("c1"u8))[..32]}/answer";

    private static IEnumerable<string> Differences(ReviewOutcome expected, Run run)
    {
        var actual = run.Outcome;
        foreach (var broken in run.Broken)
            yield return broken;
        if (run.Due is not null)
            yield return "due work is left";
        foreach (var (what, wanted, held) in new[]
        {
            ("steps", expected.Types, actual.Types), ("replies", expected.Replies, actual.Replies),
            ("messages", expected.Messages, actual.Messages), ("workflows", expected.Workflows, actual.Workflows),
        })
        {
            if (Less(wanted, held).Any(missing => missing != StopConfirmation) || Less(held, wanted).Count > 0)
                yield return $"{what}: missing {string.Join(", ", Less(wanted, held))}; too many {string.Join(", ", Less(held, wanted))}";
        }
        foreach (var type in expected.Types.Distinct(StringComparer.Ordinal))
        {
            var (due, done) = (Instants(expected, type), Instants(actual, type));
            if (due.Zip(done).Any(pair => (pair.Second - pair.First).Duration() > Tolerance))
                yield return $"{type}: at {string.Join(", ", done)} instead of {string.Join(", ", due)}";
        }
    }

    private static List<DateTimeOffset> Instants(ReviewOutcome outcome, string type) =>
        [.. outcome.Steps.Where(s => s.Type == type).Select(s => s.At).Order()];

    private static List<string> Less(IEnumerable<string> all, IEnumerable<string> without)
    {
        var rest = all.ToList();
        foreach (var one in without)
            rest.Remove(one);
        return rest;
    }

    private sealed record Run(ReviewOutcome Outcome, string Death, IReadOnlyList<string> Broken, DateTimeOffset? Due);
}
