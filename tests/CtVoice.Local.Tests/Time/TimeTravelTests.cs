using System.Collections.Concurrent;
using CtVoice.Core.Engine;
using CtVoice.Local.Engine;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Time;
using CtVoice.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CtVoice.Local.Tests.Time;

public sealed class TimeTravelTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SqliteDatabase database;
    private readonly FakeTimeProvider basis = new(TestTime.Monday);
    private readonly LocalClock clock;

    public TimeTravelTests()
    {
        database = new(folder.Path);
        clock = new(database, basis);
    }

    [Fact]
    public async Task It_stops_at_each_due_instant_in_order_over_all_sources()
    {
        var stops = new List<string>();
        var one = new Diary(clock, "one", stops, 3, 1, 8);
        var two = new Diary(clock, "two", stops, 2, 3);
        using var travel = new TimeTravel(clock, [one, two]);

        var reached = await travel.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Equal(["one 1", "two 2", "one 3", "two 3"], stops);
        Assert.Equal(TestTime.Monday.AddHours(5), reached);
    }

    [Fact]
    public async Task Work_that_one_source_gives_to_another_is_done_before_time_goes_on()
    {
        var stops = new List<string>();
        var later = new Diary(clock, "later", stops, 2);
        var giver = new Diary(clock, "giver", stops, 1) { Then = () => later.Add(1) };
        using var travel = new TimeTravel(clock, [later, giver]);

        await travel.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Equal(["giver 1", "later 1", "later 2"], stops);
    }

    [Fact]
    public async Task Advances_that_come_together_add_up()
    {
        using var travel = new TimeTravel(clock, [new Diary(clock, "one", [], 1, 2, 3)]);

        var reached = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => travel.AdvanceAsync(TimeSpan.FromHours(1)))));

        Assert.Equal(Enumerable.Range(1, 5).Select(h => TestTime.Monday.AddHours(h)), reached.Order());
    }

    [Fact]
    public async Task An_instant_that_is_past_moves_nothing()
    {
        using var travel = new TimeTravel(clock, []);

        Assert.Equal(TestTime.Monday, await travel.AdvanceToAsync(TestTime.Monday.AddDays(-1)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => travel.AdvanceAsync(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public async Task Advanced_time_is_there_after_a_restart_and_runs_on()
    {
        using (var travel = new TimeTravel(clock, []))
            await travel.AdvanceAsync(TimeSpan.FromDays(30));

        var again = new LocalClock(database, basis);
        basis.Advance(TimeSpan.FromHours(1));

        Assert.Equal(TimeSpan.FromDays(30), again.Offset);
        Assert.Equal(TestTime.Monday.AddDays(30).AddHours(1), again.GetUtcNow());
    }

    [Fact]
    public async Task A_timer_fires_as_real_time_passes_although_the_engine_slept_until_a_later_one()
    {
        var real = new LocalClock(database, TimeProvider.System);
        var order = new ConcurrentQueue<string>();
        var fired = new TaskCompletionSource();
        await using var engine = new EmbeddedEngine(
            database, Waiting(order, fired.SetResult), new ServiceCollection().BuildServiceProvider(), real, NullLoggerFactory.Instance);
        await engine.ResumeAsync();

        await engine.StartAsync("wait", "later", "86400000");
        await engine.DrainAsync();
        await engine.StartAsync("wait", "earlier", "50");
        await fired.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(["50"], order);
    }

    [Fact]
    public async Task Setting_the_clock_wakes_the_engine_from_a_long_sleep()
    {
        var order = new ConcurrentQueue<string>();
        var fired = new TaskCompletionSource();
        await using var engine = new EmbeddedEngine(
            database, Waiting(order, fired.SetResult), new ServiceCollection().BuildServiceProvider(), clock, NullLoggerFactory.Instance);
        clock.Moved += engine.LookAgain;
        await engine.ResumeAsync();
        await engine.StartAsync("wait", "w", "86400000");
        // Its first turn sets the timer by the time of that turn: it must be over before the clock is set.
        await engine.DrainAsync();

        await clock.MoveToAsync(TestTime.Monday.AddDays(2));

        await fired.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(["86400000"], order);
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    private static WorkflowCatalog Waiting(ConcurrentQueue<string> log, Action fired) => Flow.Catalog(
        Flow.Of("wait", async (c, milliseconds) =>
        {
            await c.CreateTimer(
                c.CurrentUtcDateTime.AddMilliseconds(double.Parse(milliseconds, System.Globalization.CultureInfo.InvariantCulture)),
                default);
            await c.CallActivityAsync<string>("log", milliseconds);
        }),
        Flow.Step("log", milliseconds =>
        {
            log.Enqueue(milliseconds);
            fired();
            return milliseconds;
        }));

    /// <summary>Has something to do at given hours after the start, and notes when it did it.</summary>
    private sealed class Diary(TimeProvider clock, string name, List<string> stops, params int[] hours) : ITimedWork
    {
        private readonly SortedSet<int> due = [.. hours];

        internal Action Then { get; init; } = () => { };

        internal void Add(int hour) => due.Add(hour);

        public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<DateTimeOffset?>(due.Count == 0 ? null : TestTime.Monday.AddHours(due.Min));

        public Task DrainAsync(CancellationToken cancellationToken = default)
        {
            while (due.Count > 0 && TestTime.Monday.AddHours(due.Min) <= clock.GetUtcNow())
            {
                stops.Add($"{name} {due.Min}");
                due.Remove(due.Min);
                Then();
            }
            return Task.CompletedTask;
        }
    }
}
