using System.Diagnostics;
using CtVoice.Core.Storage;
using CtVoice.Functions.Tests.Settings;
using CtVoice.Functions.Tests.Storage;
using CtVoice.Testing.Web;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CtVoice.Functions.Tests.Workflows;

/// <summary>What Durable Task asks of the storage while nothing happens, with what host.json says of it;
/// storage is paid by the request.</summary>
[Collection(Azurite.Collection)]
public sealed class IdleMinuteTests(Azurite azurite, ITestOutputHelper output)
{
    // Looks become rarer up to the longest interval; until then they are not counted.
    private const int Settled = 12;
    private const int Counted = 12;

    [SkippableFact]
    public async Task An_idle_minute_of_Durable_Task_costs_at_most_30_requests()
    {
        Skip.If(Environment.GetEnvironmentVariable("CTVOICE_LONG") != "1", "Counts for two minutes: CTVOICE_LONG=1 runs it.");
        Skip.If(azurite.Absent is not null, azurite.Absent);
        await using var services = new ServiceCollection().AddLogging().AddAzureHost(SampleSettings.With())
            .AddSingleton(new TableSet(new MemoryTable(), new MemoryTable())).BuildServiceProvider();
        var calls = new StorageCallsOfDurableTask();
        await using var hub = await StorageTaskHub.StartAsync(services, azurite.Connection, calls);

        await LooksAsync(calls, Settled);
        var (before, watch) = (calls.All, Stopwatch.StartNew());
        await LooksAsync(calls, Settled + Counted);
        var perMinute = (calls.All - before) / watch.Elapsed.TotalMinutes;

        output.WriteLine($"{perMinute:F1} a minute: {string.Join(", ", calls.Kinds.Select(k => $"{k.Value} {k.Key}"))}");
        Assert.InRange(perMinute, 1, 30);
    }

    private static async Task LooksAsync(StorageCallsOfDurableTask calls, int looks)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (calls.Looks < looks)
            await tick.WaitForNextTickAsync(patience.Token);
    }
}
