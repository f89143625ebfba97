using System.Collections.Concurrent;
using CtVoice.Core.Engine;
using CtVoice.Core.Ledger;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;
using CtVoice.Functions.Tests.Settings;
using CtVoice.Functions.Workflows;
using CtVoice.Testing.Web;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CtVoice.Functions.Tests.Workflows;

/// <summary>What the Azure host does by the clock, called as its timers call it, with the log levels that it sets.</summary>
public sealed class ClockworkTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Begin = new(2031, 3, 5, 14, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider time = new(Begin);
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
        var rounds = ActivatorUtilities.CreateInstance<RoundFunctions>(services);
        var (timer, stop) = (new TimerInfo(), CancellationToken.None);
        for (var minute = 0; minute < 60; minute++)
        {
            // Nothing is open, so that no workflow is asked for and no client is needed.
            await timers.SweepAsync(timer, null!, stop);
            if (minute % 5 == 0)
            {
                await timers.WatchAsync(timer, stop);
                await rounds.GoRoundAsync(timer, null!, stop);
            }
            time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(60, Heartbeats.Count());
        Assert.Equal(Heartbeats, log.All);
    }

    [Fact]
    public async Task A_day_of_rounds_looks_for_workflows_each_hour_and_forgets_old_histories_once()
    {
        var workflows = new Counted();
        await using var host = With(workflows);
        var rounds = ActivatorUtilities.CreateInstance<RoundFunctions>(host);
        // A Saturday, on which no digest leaves.
        time.Advance(TimeSpan.FromDays(3));
        for (var round = 0; round < 24 * 12; round++)
        {
            // Whatever a round waited for its turn.
            time.Advance(TimeSpan.FromSeconds(10));
            await rounds.GoRoundAsync(new TimerInfo(), null!, CancellationToken.None);
            time.Advance(TimeSpan.FromSeconds(290));
        }

        Assert.Equal(1, workflows.Forgotten);
        // Each hour, for two nights by the verification and by the checkpoint, and once for the reminders of guardrails.
        Assert.Equal(24 + (2 * 2) + 1, records.Looks("ids"));
    }

    [Fact]
    public async Task A_round_that_fails_in_one_part_does_the_others()
    {
        await using var host = With(new Counted { Fails = true });
        var rounds = ActivatorUtilities.CreateInstance<RoundFunctions>(host);
        time.Advance(Begin.Date.AddDays(1).AddHours(8).AddMinutes(16) - Begin.UtcDateTime);

        await Assert.ThrowsAsync<InvalidOperationException>(() => rounds.GoRoundAsync(new TimerInfo(), null!, CancellationToken.None));

        // The night is verified: its checkpoint is there.
        Assert.NotNull(await host.GetRequiredService<CheckpointStore>().LatestAsync());
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

    private ServiceProvider With(IWorkflowClient workflows) => new ServiceCollection().AddLogging().AddAzureHost(SampleSettings.With())
        .AddSingleton(new TableSet(records, new MemoryTable())).AddSingleton<TimeProvider>(time).AddSingleton(workflows)
        .BuildServiceProvider();

    /// <summary>A table in which each look for all reviews takes its time.</summary>
    private sealed class SlowIds(MemoryTable inner, FakeTimeProvider time) : ITable
    {
        private readonly List<string> looked = [];

        internal TimeSpan EachTakes { get; set; }

        internal int Looks(string partition) => looked.Count(p => p == partition);

        internal Exception? Fault
        {
            set => inner.Fault = value;
        }

        public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default) =>
            inner.GetAsync(partition, key, cancellationToken);

        public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default)
        {
            looked.Add(query.Partition);
            if (query.Partition == "ids")
                time.Advance(EachTakes);
            return inner.QueryAsync(query, cancellationToken);
        }

        public Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations,
            CancellationToken cancellationToken = default) =>
            inner.SubmitAsync(partition, operations, cancellationToken);
    }

    /// <summary>Workflows of which none is open.</summary>
    private sealed class Counted : IWorkflowClient
    {
        internal int Forgotten { get; private set; }

        internal bool Fails { get; init; }

        public Task<int> ForgetFinishedAsync(DateTimeOffset before, int most, CancellationToken cancellationToken = default)
        {
            Forgotten++;
            return Fails ? Task.FromException<int>(new InvalidOperationException("down")) : Task.FromResult(0);
        }

        public Task StartAsync(string workflow, string instanceId, object input, CancellationToken cancellationToken = default) =>
            Task.CompletedTask;

        public Task WakeAsync(string instanceId, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task<WorkflowState> StateAsync(string instanceId, CancellationToken cancellationToken = default) =>
            Task.FromResult(WorkflowState.Absent);

        public Task ForgetAsync(string instanceId, CancellationToken cancellationToken = default) => Task.CompletedTask;
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

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
