using System.Collections.Concurrent;
using CtVoice.Local.Engine;
using CtVoice.Local.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Engine;

/// <summary>The races around a deadline, each with the code kept in memory and with every turn replayed.</summary>
public sealed class AskWorkflowTests
{
    private const string AtDeadline = " at 2027-01-14T14:00:00.0000000";
    private static readonly TimeSpan Window = TimeSpan.FromDays(10);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    public static TheoryData<int> LiveInstances => [0, 1024];

    [Theory, MemberData(nameof(LiveInstances))]
    public async Task Without_an_answer_it_reminds_halfway_and_expires_at_the_deadline(int live)
    {
        await using var ask = await Ask.StartAsync(live);

        await ask.Host.AdvanceAsync(Window - Tick);
        Assert.Null(await ask.OutcomeAsync());
        await ask.Host.AdvanceAsync(Tick);

        Assert.Equal("expired" + AtDeadline, await ask.OutcomeAsync());
        Assert.Equal("reminded at 2027-01-09T14:00:00.0000000", await ask.Rows.RemindedAsync("a"));
        Assert.Equal(InstanceState.Completed, (await ask.Host.StatusAsync("ask-a")).State);
    }

    [Theory, MemberData(nameof(LiveInstances))]
    public async Task An_answer_just_before_the_deadline_counts(int live)
    {
        await using var ask = await Ask.StartAsync(live);
        await ask.Host.AdvanceAsync(Window - Tick);

        await ask.AnswerAndWakeAsync();
        await ask.Host.DrainAsync();

        Assert.Equal("answered: yes at 2027-01-14T13:59:59.9999999", await ask.OutcomeAsync());
    }

    [Theory, MemberData(nameof(LiveInstances))]
    public async Task An_answer_at_the_deadline_that_is_stored_before_the_last_look_counts(int live)
    {
        await using var ask = await Ask.StartAsync(live);
        ask.Rows.Before = name => name == "Look" && ask.Host.Now == ask.Input.Deadline ? ask.AnswerAndWakeAsync() : Task.CompletedTask;

        await ask.Host.AdvanceAsync(Window);

        Assert.Equal("answered: yes" + AtDeadline, await ask.OutcomeAsync());
    }

    [Theory, MemberData(nameof(LiveInstances))]
    public async Task An_answer_after_the_deadline_changes_nothing(int live)
    {
        await using var ask = await Ask.StartAsync(live);
        await ask.Host.AdvanceAsync(Window);

        await ask.AnswerAndWakeAsync();
        await ask.Host.AdvanceAsync(Tick);

        Assert.Equal("expired" + AtDeadline, await ask.OutcomeAsync());
    }

    [Theory, MemberData(nameof(LiveInstances))]
    public async Task A_wake_while_the_read_runs_makes_it_read_again(int live)
    {
        await using var ask = await Ask.StartAsync(live);
        var looks = 0;
        // The row has been read without an answer when the answer and its wake come in.
        ask.Rows.After = name => name == "Look" && Interlocked.Increment(ref looks) == 1 ? ask.AnswerAndWakeAsync() : Task.CompletedTask;

        await ask.Host.Engine.WakeAsync("ask-a");
        await ask.Host.DrainAsync();

        Assert.Equal("answered: yes at 2027-01-04T14:00:00.0000000", await ask.OutcomeAsync());
        Assert.Equal(2, looks);
    }

    [Theory, MemberData(nameof(LiveInstances))]
    public async Task A_wake_before_the_first_wait_is_kept(int live)
    {
        await using var ask = await Ask.StartAsync(live, drain: false, before: asking =>
        {
            var first = true;
            asking.After = async name =>
            {
                if (name != "Look" || !first)
                    return;
                first = false;
                await asking.AnswerAsync("a", "early");
                await asking.Wake();
            };
        });

        await ask.Host.DrainAsync();

        Assert.Equal("answered: early at 2027-01-04T14:00:00.0000000", await ask.OutcomeAsync());
    }

    [Theory, MemberData(nameof(LiveInstances))]
    public async Task Duplicate_wakes_close_it_once(int live)
    {
        await using var ask = await Ask.StartAsync(live);
        var steps = new ConcurrentQueue<string>();
        ask.Rows.Before = name =>
        {
            steps.Enqueue(name);
            return Task.CompletedTask;
        };

        await ask.Rows.AnswerAsync("a", "yes");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ask.Host.Engine.WakeAsync("ask-a")));
        await ask.Host.AdvanceAsync(Window);

        Assert.Equal(["Look", "Close"], steps);
        Assert.Equal("answered: yes at 2027-01-04T14:00:00.0000000", await ask.OutcomeAsync());
    }

    [Theory, MemberData(nameof(LiveInstances))]
    public async Task A_wake_without_news_goes_on_waiting_for_the_same_deadline(int live)
    {
        await using var ask = await Ask.StartAsync(live);

        for (var i = 0; i < 5; i++)
        {
            await ask.Host.Engine.WakeAsync("ask-a");
            await ask.Host.DrainAsync();
        }
        Assert.Equal("""{"waits":6}""", (await ask.Host.StatusAsync("ask-a")).CustomStatus);
        await ask.Host.AdvanceAsync(Window);

        Assert.Equal("expired" + AtDeadline, await ask.OutcomeAsync());
    }

    [Theory, MemberData(nameof(LiveInstances))]
    public async Task It_survives_a_restart_at_any_moment_of_its_wait(int live)
    {
        await using var ask = await Ask.StartAsync(live);
        for (var day = 0; day < 9; day++)
        {
            await ask.Host.AdvanceAsync(TimeSpan.FromDays(1));
            await ask.RestartAsync();
        }

        await ask.AnswerAndWakeAsync();
        await ask.RestartAsync();
        await ask.Host.DrainAsync();

        Assert.Equal("answered: yes at 2027-01-13T14:00:00.0000000", await ask.OutcomeAsync());
    }

    [Theory, MemberData(nameof(LiveInstances))]
    public async Task Continuing_as_new_keeps_its_state_and_its_deadline(int live)
    {
        await using var ask = await Ask.StartAsync(live, wakesPerRun: 2);

        for (var i = 0; i < 7; i++)
        {
            await ask.Host.Engine.WakeAsync("ask-a");
            await ask.Host.DrainAsync();
        }
        await ask.Host.AdvanceAsync(Window);

        Assert.Equal("expired" + AtDeadline, await ask.OutcomeAsync());
        Assert.Equal("reminded at 2027-01-09T14:00:00.0000000", await ask.Rows.RemindedAsync("a"));
    }

    [Theory, MemberData(nameof(LiveInstances))]
    public async Task A_storm_of_wakes_while_it_continues_as_new_loses_none(int live)
    {
        await using var ask = await Ask.StartAsync(live, wakesPerRun: 1);
        var storm = Enumerable.Range(0, 100).Select(i => Task.Run(async () =>
        {
            if (i == 50)
                await ask.Rows.AnswerAsync("a", "yes");
            await ask.Host.Engine.WakeAsync("ask-a");
        }));

        await Task.WhenAll(storm);
        await ask.Host.DrainAsync();

        Assert.Equal("answered: yes at 2027-01-04T14:00:00.0000000", await ask.OutcomeAsync());
    }

    [Theory, MemberData(nameof(LiveInstances))]
    public async Task Every_step_run_twice_gives_the_same_outcome(int live)
    {
        await using var ask = await Ask.StartAsync(live, twice: true);
        await ask.Host.AdvanceAsync(TimeSpan.FromDays(7));

        await ask.AnswerAndWakeAsync();
        await ask.Host.DrainAsync();

        Assert.Equal("answered: yes at 2027-01-11T14:00:00.0000000", await ask.OutcomeAsync());
    }

    private sealed class Ask : IAsyncDisposable
    {
        private EngineOptions options = null!;

        internal EngineHost Host { get; private set; } = null!;

        internal Asking Rows { get; private set; } = null!;

        internal AskInput Input { get; private set; } = null!;

        internal static async Task<Ask> StartAsync(int live, int wakesPerRun = 50, bool twice = false, bool drain = true,
            Action<Asking>? before = null)
        {
            var ask = new Ask { options = new() { LiveInstances = live, RunActivitiesTwice = twice } };
            ask.Host = await EngineHost.OpenAsync(Asking.Catalog(), s => s.AddSingleton<Asking>(), ask.options);
            ask.Rows = ask.Host.Service<Asking>();
            ask.Rows.Wake = () => ask.Host.Engine.WakeAsync("ask-a");
            before?.Invoke(ask.Rows);
            ask.Input = new AskInput("a", ask.Host.Now + (Window / 2), ask.Host.Now + Window, wakesPerRun);
            await ask.Host.Engine.StartAsync("Ask", "ask-a", ask.Input);
            if (drain)
                await ask.Host.DrainAsync();
            return ask;
        }

        internal async Task RestartAsync()
        {
            await Host.RestartAsync(options);
            Rows = Host.Service<Asking>();
        }

        internal async Task AnswerAndWakeAsync()
        {
            await Rows.AnswerAsync("a", "yes");
            await Host.Engine.WakeAsync("ask-a");
        }

        internal Task<string?> OutcomeAsync() => Rows.OutcomeAsync("a");

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
