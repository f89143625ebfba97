using System.Diagnostics;
using System.Globalization;
using CtVoice.Core.Engine;

namespace CtVoice.Bench;

/// <summary>
/// Keeps a number of reviews in flight on any engine: each is started with its invitations, each invitation is woken when its first
/// step has run, and the next begins when all six endings are durable.
/// </summary>
/// <param name="client">Starts and wakes on the engine.</param>
/// <param name="marks">What the engine reports to.</param>
internal sealed class ReviewShapeDriver(IWorkflowClient client, BenchMarks marks)
{
    private const int Invitations = 5;

    /// <summary>No wait for one instance is longer than this: an engine that lost one is a fault and not a slow one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private int started;

    /// <summary>The instances of all reviews that were run.</summary>
    internal IEnumerable<string> Instances => Enumerable.Range(1, started).SelectMany(InstancesOf);

    /// <summary>Runs reviews until <paramref name="warmUp"/> and <paramref name="duration"/> are over, and those that are under way
    /// then to their end; at least one for each in flight.</summary>
    /// <param name="inFlight">Reviews at the same time.</param>
    /// <param name="warmUp">What ends in it is not counted.</param>
    /// <param name="duration">How long is counted; all in flight throughout, so that neither beginning nor end favours anybody.</param>
    /// <param name="processor">The processor time taken so far, asked at the first ending after either.</param>
    internal async Task<ReviewShapeFigures> RunAsync(int inFlight, TimeSpan warmUp, TimeSpan duration, Func<TimeSpan> processor)
    {
        var (counted, earlier) = (0, started);
        var end = warmUp + duration;
        var (before, after) = (new Lazy<TimeSpan>(processor), new Lazy<TimeSpan>(processor));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(i => Task.Run(async () =>
        {
            TimeSpan now;
            do
            {
                await RunReviewAsync(Interlocked.Increment(ref started)).ConfigureAwait(false);
                now = watch.Elapsed;
                if (now < warmUp)
                    continue;
                _ = (now < end ? before : after).Value;
                if (now < end)
                    Interlocked.Increment(ref counted);
            }
            while (now < end);
        }))).ConfigureAwait(false);
        return new(started - earlier, watch.Elapsed, counted, duration, before.IsValueCreated ? after.Value - before.Value : TimeSpan.Zero);
    }

    private Task RunReviewAsync(int number) => Task.WhenAll(InstancesOf(number).Select(
        (id, i) => i == Invitations ? RunInstanceAsync(BenchReview.Name, id) : RunInvitationAsync(id)));

    private async Task RunInvitationAsync(string id)
    {
        var firstStep = marks.FirstStepOf(id);
        var end = RunInstanceAsync(BenchInvitation.Name, id);
        await firstStep.WaitAsync(Patience).ConfigureAwait(false);
        await client.WakeAsync(id).ConfigureAwait(false);
        await end.ConfigureAwait(false);
    }

    private async Task RunInstanceAsync(string workflow, string id)
    {
        var end = marks.EndOf(id);
        await client.StartAsync(workflow, id, new BenchInput(id)).ConfigureAwait(false);
        await end.WaitAsync(Patience).ConfigureAwait(false);
    }

    private static IEnumerable<string> InstancesOf(int number) => Enumerable.Range(0, Invitations)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"invitation-{number}-{i}"))
        .Append(string.Create(CultureInfo.InvariantCulture, $"review-{number}"));
}

/// <summary>What a run of reviews took.</summary>
/// <param name="All">Reviews that were run.</param>
/// <param name="Elapsed">Until the last of them had ended.</param>
/// <param name="Counted">Those that ended in the time that counts.</param>
/// <param name="Duration">The time that counts.</param>
/// <param name="Processor">Processor time in it.</param>
internal sealed record ReviewShapeFigures(int All, TimeSpan Elapsed, int Counted, TimeSpan Duration, TimeSpan Processor)
{
    /// <summary>Reviews a second in the time that counts.</summary>
    internal double PerSecond => Counted / Duration.TotalSeconds;

    /// <summary>Processor time of one in it.</summary>
    internal double ProcessorMilliseconds => Processor.TotalMilliseconds / Counted;
}
