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
    /// <summary>The workflows and the step, for whatever engine runs them.</summary>
    internal static WorkflowCatalog Catalog { get; } = new(
        [
            WorkflowEntry.Of<BenchReview, BenchInput>(BenchReview.Name, "1"),
            WorkflowEntry.Of<BenchInvitation, BenchInput>(BenchInvitation.Name, "1"),
        ],
        [ActivityEntry.Of<BenchStep, BenchCall, int>(BenchStep.Name)]);

    internal static async Task<double> RunAsync(string folder, int inFlight, TimeSpan duration)
    {
        var place = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"reviews-{inFlight}"));
        var figures = await OnEngineAsync(place, (client, marks) => new ReviewShapeDriver(client, marks)
            .RunAsync(inFlight, TimeSpan.Zero, duration, static () => Environment.CpuUsage.TotalTime)).ConfigureAwait(false);
        return figures.All / figures.Elapsed.TotalSeconds;
    }

    /// <summary>The local host's engine on a new database in <paramref name="folder"/>, while <paramref name="use"/> uses it.</summary>
    internal static async Task<T> OnEngineAsync<T>(string folder, Func<IWorkflowClient, BenchMarks, Task<T>> use)
    {
        var marks = new BenchMarks();
        using var database = new SqliteDatabase(folder);
        var services = new ServiceCollection().AddSingleton(marks).BuildServiceProvider();
        await using var disposal = services.ConfigureAwait(false);
        var engine = new EmbeddedEngine(database, Catalog, services, TimeProvider.System, NullLoggerFactory.Instance)
        { Ended = marks.Ended };
        await using var stop = engine.ConfigureAwait(false);
        await engine.ResumeAsync().ConfigureAwait(false);
        return await use(engine, marks).ConfigureAwait(false);
    }
}
