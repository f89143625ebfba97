using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CtVoice.Core.Engine;
using CtVoice.Core.Storage;
using CtVoice.Local.Engine;
using CtVoice.Local.Tests.Harness;
using CtVoice.Testing;
using Xunit.Abstractions;

namespace CtVoice.Local.Tests.Engine;

public sealed class EmbeddedEngineTests(ITestOutputHelper output)
{
    private static readonly RetryPolicy Thrice = new(3, TimeSpan.FromMinutes(1), 3.0, TimeSpan.FromHours(1));

    [Fact]
    public async Task A_step_hands_its_result_to_the_workflow()
    {
        var results = new ConcurrentQueue<string>();
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("double", async (c, input) => results.Enqueue(await c.CallActivityAsync<string>("twice", input))),
            Flow.Step("twice", input => input + input)), options: Replayed);

        await host.Engine.StartAsync("double", "d", "ab");
        await host.DrainAsync();

        Assert.Equal(["abab"], results);
        Assert.Equal(InstanceState.Completed, (await host.StatusAsync("d")).State);
    }

    [Fact]
    public async Task Starting_an_id_that_runs_or_ran_to_its_end_does_nothing()
    {
        var steps = new ConcurrentQueue<string>();
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, input) =>
            {
                await c.CallActivityAsync<string>("log", input);
                await c.WaitForExternalEvent<string?>("go");
            }),
            Log(steps)));

        await host.Engine.StartAsync("f", "x", "first");
        await host.Engine.StartAsync("f", "x", "second");
        await host.DrainAsync();
        await host.Engine.StartAsync("f", "x", "third");
        await host.Engine.RaiseAsync("x", "go", null);
        await host.DrainAsync();
        await host.Engine.StartAsync("f", "x", "fourth");
        await host.DrainAsync();

        Assert.Equal(["first"], steps);
        Assert.Equal(InstanceState.Completed, (await host.StatusAsync("x")).State);
    }

    [Fact]
    public async Task An_id_whose_instance_failed_or_was_terminated_is_started_again_once()
    {
        var runs = new ConcurrentQueue<string>();
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, input) =>
            {
                await c.CallActivityAsync<string>("log", input);
                if (input == "breaks")
                    throw new InvalidOperationException("broken");
                await c.WaitForExternalEvent<string?>("go");
            }),
            Log(runs)), options: Replayed);
        await host.Engine.StartAsync("f", "failed", "breaks");
        await host.Engine.StartAsync("f", "terminated", "ended");
        await host.DrainAsync();
        await host.Engine.TerminateAsync("terminated", "by hand");
        await host.DrainAsync();
        Assert.Equal(InstanceState.Failed, (await host.StatusAsync("failed")).State);
        Assert.Equal(InstanceState.Terminated, (await host.StatusAsync("terminated")).State);

        foreach (var id in new[] { "failed", "terminated", "failed", "terminated" })
            await host.Engine.StartAsync("f", id, "again " + id);
        await host.DrainAsync();

        Assert.Equal(["again failed", "again terminated", "breaks", "ended"], runs.Order());
        foreach (var id in new[] { "failed", "terminated" })
        {
            var status = await host.StatusAsync(id);
            Assert.Equal((InstanceState.Running, null), (status.State, status.Failure));
            await host.Engine.RaiseAsync(id, "go", null);
        }
        await host.DrainAsync();
        Assert.All(await host.Engine.QueryAsync(), i => Assert.Equal(InstanceState.Completed, i.State));
    }

    [Fact]
    public async Task Starting_an_unknown_workflow_is_refused_by_name()
    {
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(Flow.Of("f", (_, _) => Task.CompletedTask)));

        var error = await Assert.ThrowsAsync<ArgumentException>(() => host.Engine.StartAsync("g", "x", ""));

        Assert.Contains("'g'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waking_a_missing_or_finished_instance_is_success()
    {
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(Flow.Of("f", (_, _) => Task.CompletedTask)));
        await host.Engine.StartAsync("f", "done", "");
        await host.DrainAsync();

        await host.Engine.WakeAsync("done");
        await host.Engine.WakeAsync("never was");
        await host.DrainAsync();

        Assert.Equal(InstanceState.Completed, (await host.StatusAsync("done")).State);
        Assert.Null(await host.Engine.GetStatusAsync("never was"));
    }

    [Theory, InlineData(0), InlineData(1024)]
    public async Task Events_are_kept_until_waited_for_and_come_in_order(int live)
    {
        var steps = new ConcurrentQueue<string>();
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, _) =>
            {
                await c.WaitForExternalEvent<string>("go");
                for (var item = ""; item != "end";)
                {
                    item = await c.WaitForExternalEvent<string>("item");
                    await c.CallActivityAsync<string>("log", item);
                }
            }),
            Log(steps)), options: new() { LiveInstances = live });
        await host.Engine.StartAsync("f", "x", "");
        var sent = Enumerable.Range(0, 10).Select(i => $"{i}").Append("end").ToArray();

        foreach (var item in sent)
            await host.Engine.RaiseAsync("x", "item", item);
        await host.DrainAsync();
        Assert.Empty(steps);
        await host.Engine.RaiseAsync("x", "go", "now");
        await host.DrainAsync();

        Assert.Equal(sent, steps);
    }

    [Theory, InlineData(0), InlineData(1024)]
    public async Task Continuing_as_new_hands_on_unprocessed_events_in_order(int live)
    {
        var steps = new ConcurrentQueue<string>();
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, input) =>
            {
                var item = await c.WaitForExternalEvent<string>("item");
                await c.CallActivityAsync<string>("log", $"{input}:{item}");
                if (item != "end")
                    c.ContinueAsNew((int.Parse(input, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));
            }),
            Log(steps)), options: new() { LiveInstances = live });
        await host.Engine.StartAsync("f", "x", "0");

        for (var i = 0; i < 20; i++)
            await host.Engine.RaiseAsync("x", "item", $"item {i}");
        await host.Engine.RaiseAsync("x", "item", "end");
        await host.DrainAsync();

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}:item {i}").Append("20:end"), steps);
        Assert.Equal(InstanceState.Completed, (await host.StatusAsync("x")).State);
    }

    [Fact]
    public async Task Continuing_as_new_can_drop_unprocessed_events()
    {
        var turns = 0;
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, input) =>
            {
                if (input == "second")
                {
                    await c.WaitForExternalEvent<string>("item");
                    turns++;
                    return;
                }
                await c.WaitForExternalEvent<string>("go");
                c.ContinueAsNew("second", preserveUnprocessedEvents: false);
            })));
        await host.Engine.StartAsync("f", "x", "first");
        await host.Engine.RaiseAsync("x", "item", "dropped");
        await host.DrainAsync();

        await host.Engine.RaiseAsync("x", "go", "");
        await host.DrainAsync();

        Assert.Equal(0, turns);
        Assert.Equal(InstanceState.Running, (await host.StatusAsync("x")).State);
    }

    [Fact]
    public async Task Continuing_as_new_with_something_outstanding_fails_the_instance()
    {
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", (c, input) =>
            {
                _ = c.CreateTimer(c.CurrentUtcDateTime.AddDays(1), CancellationToken.None);
                c.ContinueAsNew(input);
                return Task.CompletedTask;
            })));

        await host.Engine.StartAsync("f", "x", "");
        await host.DrainAsync();

        Assert.Equal("InvalidOperationException: ContinueAsNew while 1 activities or timers are outstanding.",
            (await host.StatusAsync("x")).Failure);
    }

    [Fact]
    public async Task A_failing_step_is_tried_again_after_the_pauses_of_its_policy()
    {
        var tries = new ConcurrentQueue<TimeSpan>();
        EngineHost host = null!;
        await using var made = host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", (c, input) => c.CallActivityAsync<string>("flaky", input, Thrice)),
            Flow.Step("flaky", input =>
            {
                tries.Enqueue(host.Now - TestTime.Monday);
                return tries.Count < 3 ? throw new IOException("not yet") : input;
            })));

        await host.Engine.StartAsync("f", "x", "");
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal([TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4)], tries);
        Assert.Equal(InstanceState.Completed, (await host.StatusAsync("x")).State);
    }

    [Fact]
    public async Task Retries_go_on_where_they_were_after_a_restart()
    {
        var tries = new ConcurrentQueue<TimeSpan>();
        EngineHost host = null!;
        await using var made = host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", (c, input) => c.CallActivityAsync<string>("flaky", input, Thrice)),
            Flow.Step("flaky", _ =>
            {
                tries.Enqueue(host.Now - TestTime.Monday);
                throw new IOException("never");
            })));
        await host.Engine.StartAsync("f", "x", "");
        await host.AdvanceAsync(TimeSpan.FromMinutes(2));

        await host.RestartAsync();
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal([TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4)], tries);
        Assert.Equal("ActivityFailedException: Activity 'flaky' failed: IOException: never", (await host.StatusAsync("x")).Failure);
    }

    [Fact]
    public async Task A_workflow_can_go_on_after_a_step_that_failed_for_good()
    {
        var caught = new ConcurrentQueue<string>();
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, input) =>
            {
                try
                {
                    await c.CallActivityAsync<string>("broken", input, new RetryPolicy(1, TimeSpan.Zero, 1, TimeSpan.Zero));
                }
                catch (ActivityFailedException error)
                {
                    caught.Enqueue(error.Activity);
                }
                await c.WaitForExternalEvent<string>("go");
            }),
            Flow.Step("broken", _ => throw new InvalidOperationException("no"))), options: Replayed);

        await host.Engine.StartAsync("f", "x", "");
        await host.DrainAsync();
        await host.Engine.RaiseAsync("x", "go", "");
        await host.DrainAsync();

        Assert.Equal(InstanceState.Completed, (await host.StatusAsync("x")).State);
        // Once when it happened and once when it was repeated.
        Assert.Equal(["broken", "broken"], caught);
    }

    [Fact]
    public async Task A_workflow_that_throws_is_failed_with_the_type_and_the_message()
    {
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", (_, _) => throw new NotSupportedException("of no use"))));

        await host.Engine.StartAsync("f", "x", "");
        await host.DrainAsync();

        var status = await host.StatusAsync("x");
        Assert.Equal((InstanceState.Failed, "NotSupportedException: of no use"), (status.State, status.Failure));
    }

    [Fact]
    public async Task A_timer_in_the_past_fires_at_once_and_a_cancelled_one_never()
    {
        var steps = new ConcurrentQueue<string>();
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, _) =>
            {
                using var cancel = new CancellationTokenSource();
                var cancelled = c.CreateTimer(c.CurrentUtcDateTime.AddHours(1), cancel.Token);
                await c.CreateTimer(c.CurrentUtcDateTime.AddHours(-1), CancellationToken.None);
                cancel.Cancel();
                await c.CreateTimer(c.CurrentUtcDateTime.AddHours(2), CancellationToken.None);
                await c.CallActivityAsync<string>("log", cancelled.IsCanceled ? "cancelled" : "fired");
            }),
            Log(steps)), options: Replayed);

        await host.Engine.StartAsync("f", "x", "");
        await host.DrainAsync();
        Assert.Equal(host.Now.AddHours(2), await host.Engine.NextDueAsync());
        await host.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.Equal(["cancelled"], steps);
    }

    [Fact]
    public async Task A_thousand_waiting_instances_fire_in_the_order_of_their_timers()
    {
        var order = new ConcurrentQueue<string>();
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("wait", async (c, minutes) =>
            {
                await c.CreateTimer(c.CurrentUtcDateTime.AddMinutes(int.Parse(minutes, CultureInfo.InvariantCulture)),
                    CancellationToken.None);
                await c.CallActivityAsync<string>("log", minutes);
            }),
            Log(order)), options: new() { LiveInstances = 100 });
        // 7 and 1,000 have no common divisor, so this goes through all of 1 to 1,000 in a mixed order.
        var minutes = Enumerable.Range(0, 1000).Select(i => (i * 7 % 1000) + 1).ToArray();
        await Task.WhenAll(minutes.Select(m => host.Engine.StartAsync("wait", $"w{m}", $"{m}")));
        var watch = Stopwatch.StartNew();

        await host.AdvanceAsync(TimeSpan.FromMinutes(1000));

        output.WriteLine($"1,000 timers, one by one: {watch.ElapsedMilliseconds} ms");
        Assert.Equal(Enumerable.Range(1, 1000).Select(m => $"{m}"), order);
        Assert.Equal(1000, (await host.Engine.QueryAsync(InstanceState.Completed)).Count);
    }

    [Fact]
    public async Task Six_thousand_waiting_instances_are_ready_soon_after_a_restart()
    {
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("wait", async (c, input) =>
            {
                await c.CallActivityAsync<string>("echo", input);
                await c.CreateTimer(c.CurrentUtcDateTime.AddDays(1), CancellationToken.None);
            }),
            Flow.Step("echo", input => input)), options: new() { LiveInstances = 0 });
        await Task.WhenAll(Enumerable.Range(0, 6000).Select(i => host.Engine.StartAsync("wait", $"w{i}", $"{i}")));
        await host.DrainAsync();
        var watch = Stopwatch.StartNew();

        await host.RestartAsync();
        await host.DrainAsync();

        output.WriteLine($"Restart with 6,000 waiting instances: {watch.ElapsedMilliseconds} ms");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(1000, (await host.Engine.QueryAsync(InstanceState.Running)).Count);
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Empty(await host.Engine.QueryAsync(InstanceState.Running));
    }

    [Fact]
    public async Task No_more_steps_run_at_once_than_there_are_places()
    {
        var running = 0;
        var most = 0;
        var two = new TaskCompletionSource();
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", (c, _) => Task.WhenAll(Enumerable.Range(0, 6).Select(i => c.CallActivityAsync<string>("meet", $"{i}")))),
            Flow.Step("meet", async (input, _) =>
            {
                var now = Interlocked.Increment(ref running);
                most = Math.Max(most, now);
                if (now == 2)
                    two.TrySetResult();
                // The first one stays until a second runs beside it: steps do run at the same time.
                await two.Task;
                Interlocked.Decrement(ref running);
                return input;
            })), options: new() { Activities = 2 });

        await host.Engine.StartAsync("f", "x", "");
        await host.DrainAsync();

        Assert.Equal(2, most);
        Assert.Equal(InstanceState.Completed, (await host.StatusAsync("x")).State);
    }

    [Fact]
    public async Task A_step_is_run_twice_on_request_and_the_second_result_counts()
    {
        var results = new ConcurrentQueue<string>();
        var runs = 0;
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, input) => results.Enqueue(await c.CallActivityAsync<string>("count", input))),
            Flow.Step("count", input => $"{input} {++runs}")), options: new() { RunActivitiesTwice = true });

        await host.Engine.StartAsync("f", "x", "run");
        await host.DrainAsync();

        Assert.Equal(["run 2"], results);
    }

    [Fact]
    public async Task Never_two_turns_of_one_instance_run_at_once()
    {
        var inside = 0;
        var overlaps = 0;
        var seen = 0;
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, _) =>
            {
                for (var i = 0; i < 200; i++)
                {
                    await c.WaitForExternalEvent<string?>("tick");
                    if (Interlocked.Increment(ref inside) != 1)
                        overlaps++;
                    Thread.SpinWait(2_000);
                    seen++;
                    Interlocked.Decrement(ref inside);
                }
            })));
        await host.Engine.StartAsync("f", "x", "");

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => host.Engine.RaiseAsync("x", "tick", null))));
        await host.DrainAsync();

        Assert.Equal((0, 200), (overlaps, seen));
        Assert.Equal(InstanceState.Completed, (await host.StatusAsync("x")).State);
    }

    [Fact]
    public async Task Ids_differ_from_each_other_and_are_the_same_in_every_replay()
    {
        var ids = new ConcurrentQueue<string>();
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, input) =>
            {
                var first = c.NewGuid();
                await c.CallActivityAsync<string>("log", $"{first}");
                await c.CallActivityAsync<string>("log", $"{first}");
                await c.CallActivityAsync<string>("log", $"{c.NewGuid()}");
                if (input == "first run")
                    c.ContinueAsNew("second run");
            }),
            Log(ids)), options: Replayed);

        await host.Engine.StartAsync("f", "x", "first run");
        await host.DrainAsync();

        var runs = ids.Chunk(3).ToArray();
        Assert.All(runs, run => Assert.Equal(run[0], run[1]));
        Assert.Equal(4, runs.SelectMany(run => new[] { run[0], run[2] }).Distinct().Count());
    }

    [Fact]
    public async Task A_terminated_instance_ends_without_another_step()
    {
        var steps = new ConcurrentQueue<string>();
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, _) =>
            {
                await c.CreateTimer(c.CurrentUtcDateTime.AddDays(1), CancellationToken.None);
                await c.CallActivityAsync<string>("log", "too late");
            }),
            Log(steps)));
        await host.Engine.StartAsync("f", "x", "");
        await host.DrainAsync();

        await host.Engine.TerminateAsync("x", "withdrawn");
        await host.AdvanceAsync(TimeSpan.FromDays(2));

        var status = await host.StatusAsync("x");
        Assert.Equal((InstanceState.Terminated, "withdrawn"), (status.State, status.Failure));
        Assert.Empty(steps);
        Assert.Null(await host.Engine.NextDueAsync());
    }

    [Fact]
    public async Task Only_finished_instances_are_purged_and_their_ids_can_be_used_again()
    {
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, _) => await c.WaitForExternalEvent<string?>("go"))));
        await host.Engine.StartAsync("f", "x", "");
        await host.DrainAsync();
        Assert.False(await host.Engine.PurgeAsync("x"));

        await host.Engine.RaiseAsync("x", "go", null);
        await host.DrainAsync();
        Assert.True(await host.Engine.PurgeAsync("x"));

        Assert.Null(await host.Engine.GetStatusAsync("x"));
        Assert.Null(await host.Engine.GetHistoryAsync("x"));
        Assert.False(await host.Engine.PurgeAsync("x"));
        await host.Engine.StartAsync("f", "x", "");
        await host.DrainAsync();
        Assert.Equal(InstanceState.Running, (await host.StatusAsync("x")).State);
    }

    [Fact]
    public async Task Instances_that_finished_long_ago_are_purged_together()
    {
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, input) => await c.WaitForExternalEvent<string?>(input))));
        foreach (var id in new[] { "old", "new", "waits" })
            await host.Engine.StartAsync("f", id, "go");
        await host.Engine.RaiseAsync("old", "go", null);
        await host.AdvanceAsync(TimeSpan.FromDays(30));
        await host.Engine.RaiseAsync("new", "go", null);
        await host.DrainAsync();

        Assert.Equal(1, await host.Engine.ForgetFinishedAsync(host.Now.AddDays(-7), 10));

        Assert.Equal(["new", "waits"], (await host.Engine.QueryAsync()).Select(i => i.InstanceId));
        Assert.Null(await host.Engine.GetHistoryAsync("old"));
    }

    [Fact]
    public async Task Instances_are_found_by_state_and_by_the_start_of_their_id()
    {
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, input) =>
            {
                c.SetCustomStatus(new { input });
                if (input == "waits")
                    await c.WaitForExternalEvent<string?>("go");
            })));
        await host.Engine.StartAsync("f", "review-1", "waits");
        await host.Engine.StartAsync("f", "review-2", "ends");
        await host.Engine.StartAsync("f", "invitation-1", "waits");
        await host.DrainAsync();

        Assert.Equal(["invitation-1", "review-1"], (await host.Engine.QueryAsync(InstanceState.Running)).Select(i => i.InstanceId));
        var reviews = await host.Engine.QueryAsync(idPrefix: "review-");
        Assert.Equal(["review-1", "review-2"], reviews.Select(i => i.InstanceId));
        Assert.Equal(["""{"input":"waits"}""", """{"input":"ends"}"""], reviews.Select(i => i.CustomStatus));
    }

    [Fact]
    public async Task Waiting_for_something_foreign_fails_the_instance_and_says_after_what()
    {
        var foreign = new TaskCompletionSource();
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, input) =>
            {
                await c.CallActivityAsync<string>("echo", input);
                await foreign.Task;
            }),
            Flow.Step("echo", input => input)));

        await host.Engine.StartAsync("f", "x", "in");
        await host.DrainAsync();

        var status = await host.StatusAsync("x");
        Assert.Equal(InstanceState.Failed, status.State);
        Assert.Equal("ForeignAwaitException: Workflow 'f' awaits a task that is not of its context (after: activity 1 echo \"in\").",
            status.Failure);
    }

    [Fact]
    public async Task A_foreign_task_beside_a_timer_fails_the_instance_when_it_completes()
    {
        var foreign = new TaskCompletionSource();
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, _) =>
            {
                var timer = c.CreateTimer(c.CurrentUtcDateTime.AddDays(1), CancellationToken.None);
                await foreign.Task;
                await timer;
            })));
        await host.Engine.StartAsync("f", "x", "");
        await host.DrainAsync();
        Assert.Equal(InstanceState.Running, (await host.StatusAsync("x")).State);

        foreign.SetResult();
        await host.DrainAsync();

        Assert.StartsWith("ForeignAwaitException: Workflow 'f' awaits", (await host.StatusAsync("x")).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_was_cut_off_runs_again_after_a_restart()
    {
        var started = new TaskCompletionSource();
        var runs = 0;
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", (c, input) => c.CallActivityAsync<string>("slow", input)),
            Flow.Step("slow", async (input, cancellationToken) =>
            {
                if (Interlocked.Increment(ref runs) == 1)
                {
                    started.SetResult();
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }
                return input;
            })));
        await host.Engine.StartAsync("f", "x", "");
        await started.Task;

        await host.RestartAsync();
        await host.DrainAsync();

        Assert.Equal(2, runs);
        Assert.Equal(InstanceState.Completed, (await host.StatusAsync("x")).State);
    }

    [Fact]
    public async Task A_full_disk_stops_the_engine_which_goes_on_when_there_is_room_again()
    {
        var steps = new ConcurrentQueue<string>();
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, input) =>
            {
                for (var i = 0; i < 20; i++)
                    await c.CallActivityAsync<string>("grow", input);
            }),
            Flow.Step("grow", input =>
            {
                steps.Enqueue(input);
                return new string('x', 20_000);
            })), file: new() { MaxPages = 60 });
        await host.Engine.StartAsync("f", "x", "a");

        await Assert.ThrowsAsync<TableFaultException>(host.DrainAsync);
        Assert.StartsWith("The disk is full", await host.Engine.Faulted, StringComparison.Ordinal);
        Assert.StartsWith("The disk is full", await host.Database.Faulted, StringComparison.Ordinal);
        await Assert.ThrowsAsync<TableFaultException>(() => host.Engine.WakeAsync("x"));
        Assert.InRange(steps.Count, 1, 19);

        await host.RestartAsync();
        await host.DrainAsync();
        Assert.Equal(InstanceState.Completed, (await host.StatusAsync("x")).State);
        // Where it was a step's completion that found no room, that step ran again.
        Assert.InRange(steps.Count, 20, 21);
    }

    private static EngineOptions Replayed => new() { LiveInstances = 0 };

    private static ActivityEntry Log(ConcurrentQueue<string> log) => Flow.Step("log", input =>
    {
        log.Enqueue(input);
        return input;
    });
}
