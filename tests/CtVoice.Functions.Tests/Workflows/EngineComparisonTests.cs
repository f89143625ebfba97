using System.Globalization;
using CtVoice.Bench;
using CtVoice.Core.Engine;
using CtVoice.Functions.Tests.Storage;
using CtVoice.Functions.Workflows;
using DurableTask.AzureStorage;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CtVoice.Functions.Tests.Workflows;

/// <summary>
/// The same workflows, driven the same way, on the local host's engine and on Durable Task as the Azure host has it, one after the
/// other; docs/benchmarks.md tells what was measured, and what each has made durable when a review counts.
/// </summary>
[Collection(Azurite.Collection)]
public sealed class EngineComparisonTests(Azurite azurite, ITestOutputHelper output) : IDisposable
{
    private const double Aim = 30;

    /// <summary>A moment on a machine with twenty times the work that it can do has shown 10 times, on others 120 to 4,000.</summary>
    private const double Floor = 2;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Counted = TimeSpan.FromSeconds(20);

    /// <summary>Reviews in flight end almost together where messages wait for the next look: one such time must not decide.</summary>
    private static readonly TimeSpan CountedOnDurableTask = TimeSpan.FromSeconds(60);

    // On the disk of temporary files, where Azurite's is too.
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ctvoice-engines-");

    [SkippableFact]
    public async Task Both_engines_run_the_same_reviews_to_their_ends_and_ours_is_well_ahead()
    {
        Skip.If(azurite.Absent is not null, azurite.Absent);
        // Ours without its beginning, the best of three: a moment in which the machine did something else says nothing of it. Theirs one
        // for each in flight, with its beginning.
        var ourRate = await ReviewShapeBench.OnEngineAsync(folder.FullName, async (client, marks) =>
        {
            var driver = new ReviewShapeDriver(client, marks);
            var rates = new List<double>();
            foreach (var _ in Enumerable.Range(0, 4))
                rates.Add(Rate(await MeasuredAsync(driver, client, 8, TimeSpan.Zero, TimeSpan.FromSeconds(0.7), NoStorage)));
            return rates.Skip(1).Max();
        });
        var theirs = await OnDurableTaskAsync(ForSpeed, 8, TimeSpan.Zero, TimeSpan.Zero);

        var theirRate = Rate(theirs);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{ourRate:F1} and {theirRate:F2} reviews/s, {ourRate / theirRate:F0} times"));
        Assert.Equal(8, theirs.All);
        Assert.InRange(ourRate / theirRate, Floor, double.MaxValue);
    }

    [SkippableTheory]
    [InlineData(8)]
    [InlineData(32)]
    public async Task Ours_runs_at_least_thirty_times_as_many_reviews(int inFlight)
    {
        Skip.If(Environment.GetEnvironmentVariable("CTVOICE_LONG") != "1", "Measures for minutes: CTVOICE_LONG=1 runs it.");
        Skip.If(azurite.Absent is not null, azurite.Absent);
        output.WriteLine($"{inFlight} in flight, on the disk of {folder.Parent}");
        var ours = await OnOursAsync(inFlight, WarmUp, Counted);
        Print("the local host's engine", ours, ours);
        var asDeployed = await OnDurableTaskAsync(_ => { }, inFlight, WarmUp, CountedOnDurableTask);
        Print("Durable Task as in host.json", asDeployed, ours);
        var forSpeed = await OnDurableTaskAsync(ForSpeed, inFlight, WarmUp, CountedOnDurableTask);
        Print("Durable Task set for speed", forSpeed, ours);

        // What ran nothing was not measured.
        Assert.All([ours, asDeployed, forSpeed], figures => Assert.InRange(figures.Counted, 1, int.MaxValue));
        Assert.InRange(ours.PerSecond / Math.Max(asDeployed.PerSecond, forSpeed.PerSecond), Aim, double.MaxValue);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>What lets most through, whatever it costs in requests while nothing happens.</summary>
    private static void ForSpeed(AzureStorageOrchestrationServiceSettings settings)
    {
        settings.PartitionCount = 4;
        settings.ExtendedSessionsEnabled = true;
        settings.MaxQueuePollingInterval = TimeSpan.FromMilliseconds(100);
        settings.MaxConcurrentTaskActivityWorkItems = settings.MaxConcurrentTaskOrchestrationWorkItems = 200;
    }

    private Task<ReviewShapeFigures> OnOursAsync(int inFlight, TimeSpan warmUp, TimeSpan counted) => ReviewShapeBench.OnEngineAsync(
        folder.FullName, (client, marks) => MeasuredAsync(new(client, marks), client, inFlight, warmUp, counted, NoStorage));

    /// <summary>On a storage account of its own: what another run left in Azurite would slow it down.</summary>
    private static async Task<ReviewShapeFigures> OnDurableTaskAsync(
        Action<AzureStorageOrchestrationServiceSettings> change, int inFlight, TimeSpan warmUp, TimeSpan counted)
    {
        await using var services = new ServiceCollection().AddSingleton(ReviewShapeBench.Catalog).AddSingleton<BenchMarks>()
            .AddDurableWorkflows().BuildServiceProvider();
        var marks = services.GetRequiredService<BenchMarks>();
        var storage = new Azurite();
        await storage.InitializeAsync();
        try
        {
            using var backend = await StorageTaskHub.BackendAsync(storage.Connection, new StorageCallsOfDurableTask(), change);
            await using var hub = await StorageTaskHub.StartAsync(services, backend, marks.Ended);
            var client = services.GetRequiredService<IWorkflowClient>();
            return await MeasuredAsync(new(client, marks), client, inFlight, warmUp, counted, () => storage.Processor);
        }
        finally
        {
            await storage.DisposeAsync();
        }
    }

    private static async Task<ReviewShapeFigures> MeasuredAsync(
        ReviewShapeDriver driver, IWorkflowClient client, int inFlight, TimeSpan warmUp, TimeSpan counted, Func<TimeSpan> storage)
    {
        var figures = await driver.RunAsync(inFlight, warmUp, counted, () => Environment.CpuUsage.TotalTime + storage());
        foreach (var instance in driver.Instances)
            Assert.Equal(WorkflowState.Ended, await client.StateAsync(instance));
        return figures;
    }

    private static double Rate(ReviewShapeFigures figures) => figures.All / figures.Elapsed.TotalSeconds;

    private static TimeSpan NoStorage() => TimeSpan.Zero;

    private void Print(string what, ReviewShapeFigures figures, ReviewShapeFigures ours) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: {figures.PerSecond:F2} reviews/s ({figures.Counted} in {figures.Duration.TotalSeconds:F0} s), "
            + $"{figures.ProcessorMilliseconds:F2} ms of processor time for one; ours runs {ours.PerSecond / figures.PerSecond:F0} times"));
}
