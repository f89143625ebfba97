using System.Diagnostics;
using System.Globalization;
using CtVoice.Core.Engine;
using CtVoice.Local.Engine;
using CtVoice.Local.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace CtVoice.Bench;

/// <summary>
/// Reviews a second through the engine, each with 3 steps in sequence and 5 invitations (a step, a wake-up or an hour, a
/// step); the driver wakes each invitation when its first step has run. A review counts when all six endings are durable.
/// </summary>
internal static class ReviewShapeBench
{
    private const int Invitations = 5;

    internal static async Task<double> RunAsync(string folder, int inFlight, TimeSpan duration)
    {
        var marks = new BenchMarks();
        var catalog = new WorkflowCatalog(
            [WorkflowEntry.Of<BenchReview, BenchInput>("Review", "1"), WorkflowEntry.Of<BenchInvitation, BenchInput>("Invitation", "1")],
            [ActivityEntry.Of<BenchStep, BenchCall, int>(BenchStep.Name)]);
        using var database = new SqliteDatabase(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"reviews-{inFlight}")));
        var services = new ServiceCollection().AddSingleton(marks).BuildServiceProvider();
        await using var disposal = services.ConfigureAwait(false);
        var engine = new EmbeddedEngine(database, catalog, services, TimeProvider.System, NullLoggerFactory.Instance)
        { Ended = marks.Ended };
        await using var stop = engine.ConfigureAwait(false);
        await engine.ResumeAsync().ConfigureAwait(false);

        var started = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < duration)
                await RunReviewAsync(engine, marks, Interlocked.Increment(ref started).ToString(CultureInfo.InvariantCulture))
                    .ConfigureAwait(false);
        }))).ConfigureAwait(false);
        return started / watch.Elapsed.TotalSeconds;
    }

    private static Task RunReviewAsync(EmbeddedEngine engine, BenchMarks marks, string id)
    {
        var instances = Enumerable.Range(0, Invitations)
            .Select(i => RunInvitationAsync(engine, marks, string.Create(CultureInfo.InvariantCulture, $"invitation-{id}-{i}")));
        return Task.WhenAll(instances.Append(RunInstanceAsync(engine, marks, "Review", "review-" + id)));
    }

    private static async Task RunInvitationAsync(EmbeddedEngine engine, BenchMarks marks, string id)
    {
        var firstStep = marks.FirstStepOf(id);
        var end = RunInstanceAsync(engine, marks, "Invitation", id);
        await firstStep.ConfigureAwait(false);
        await engine.WakeAsync(id).ConfigureAwait(false);
        await end.ConfigureAwait(false);
    }

    private static async Task RunInstanceAsync(EmbeddedEngine engine, BenchMarks marks, string workflow, string id)
    {
        var end = marks.EndOf(id);
        await engine.StartAsync(workflow, id, new BenchInput(id)).ConfigureAwait(false);
        await end.ConfigureAwait(false);
    }
}
