using System.Collections.Concurrent;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;
using CtVoice.Functions.Tests.Settings;
using CtVoice.Functions.Workflows;
using CtVoice.Testing.Web;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CtVoice.Functions.Tests.Workflows;

/// <summary>What the Azure host does by the clock, called as its timers call it, with the log levels that it sets.</summary>
public sealed class ClockworkTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Begin = new(2031, 3, 5, 14, 0, 0, TimeSpan.Zero);

    private readonly ManualTime time = new(Begin);
    private readonly Lines log = new();
    private readonly SlowIds records;
    private readonly ServiceProvider services;

    public ClockworkTests()
    {
        records = new(new MemoryTable(), time);
        services = new ServiceCollection().AddLogging(logging => logging.AddProvider(log)).AddAzureHost(SampleSettings.With())
            .AddSingleton(new TableSet(records, new MemoryTable())).AddSingleton<TimeProvider>(time).BuildServiceProvider();
    }

    private DueRows Due => services.GetRequiredService<DueRows>();

    private Sweep Sweep => services.GetRequiredService<Sweep>();

    private IEnumerable<string> Heartbeats => log.All.Where(line => line.StartsWith("CTV-ALIVE: ", StringComparison.Ordinal));

    [Fact]
    public async Task Every_run_of_the_sweep_is_one_heartbeat_whatever_it_found_and_whatever_failed()
    {
        _ = await Sweep.RunAsync();
        _ = await Due.AddAsync(new(Resuming.DueKind, Resuming.All), Begin);
        _ = await Due.AddAsync(new("of-another-version", "x"), Begin);
        var swept = await Sweep.RunAsync();

        Assert.Equal(1, swept.Done);
        Assert.Single(swept.Failures);
        Assert.Equal(["CTV-ALIVE: the sweep did what was due, 0 rows", "CTV-ALIVE: the sweep did what was due, 1 rows"], Heartbeats);
    }

    [Fact]
    public async Task A_storage_that_does_not_answer_is_no_heartbeat()
    {
        records.Fault = new TableFaultException("down", isTransient: true);

        await Assert.ThrowsAsync<TableFaultException>(() => Sweep.RunAsync());

        Assert.Empty(Heartbeats);
    }

    [Fact]
    public async Task An_idle_hour_is_logged_by_a_line_a_minute_and_nothing_else()
    {
        var timers = ActivatorUtilities.CreateInstance<TimerFunctions>(services);
        var (timer, stop) = (new TimerInfo(), CancellationToken.None);
        for (var minute = 0; minute < 60; minute++)
        {
            // Nothing is open, so that no workflow is asked for and no client is needed.
            await timers.SweepAsync(timer, null!, stop);
            if (minute % 5 == 0)
            {
                await timers.WatchAsync(timer, stop);
                await timers.DigestAsync(timer, stop);
            }
            if (minute % 10 == 0)
                await timers.VerifyAsync(timer, stop);
            if (minute == 20)
                await timers.LookForMissingWorkflowsAsync(timer, null!, stop);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(60, Heartbeats.Count());
        Assert.Equal(Heartbeats, log.All);
    }

    [Fact]
    public async Task A_run_begins_no_row_after_its_slice_and_the_next_run_goes_on()
    {
        records.EachTakes = TimeSpan.FromSeconds(50);
        for (var n = 0; n < 5; n++)
            _ = await Due.AddAsync(new(Resuming.DueKind, Resuming.All), Begin);

        var (first, second) = (await Sweep.RunAsync(), await Sweep.RunAsync());

        // The third begins after 100 of the 120 seconds.
        Assert.Equal((3, 2), (first.Done, second.Done));
        Assert.Null(await Due.NextAsync());
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>A table in which each look for all reviews takes its time.</summary>
    private sealed class SlowIds(MemoryTable inner, ManualTime time) : ITable
    {
        internal TimeSpan EachTakes { get; set; }

        internal Exception? Fault
        {
            set => inner.Fault = value;
        }

        public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default) => inner.GetAsync(partition, key, cancellationToken);

        public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default)
        {
            if (query.Partition == "ids")
                time.Advance(EachTakes);
            return inner.QueryAsync(query, cancellationToken);
        }

        public Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default) =>
            inner.SubmitAsync(partition, operations, cancellationToken);
    }

    /// <summary>Everything that is logged at a level that is not filtered.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        internal IReadOnlyList<string> All => [.. lines];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
