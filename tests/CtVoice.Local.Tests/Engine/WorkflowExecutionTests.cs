using System.Text.Json;
using CtVoice.Core.Engine;
using CtVoice.Core.Json;
using CtVoice.Local.Engine;
using CtVoice.Local.Tests.Harness;
using CtVoice.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CtVoice.Local.Tests.Engine;

/// <summary>What one turn makes of arrivals that come together.</summary>
public sealed class WorkflowExecutionTests
{
    private static readonly DateTime Start = TestTime.Monday.UtcDateTime;
    private static readonly HistoryEvent Started = new(EventKind.Started);
    private static readonly HistoryEvent Woken = new(EventKind.Raised, Name: Wake.EventName);
    private static readonly HistoryEvent Fired = new(EventKind.Fired, 2);
    private static readonly HistoryEvent Cancelled = new(EventKind.Cancelled, 2);

    [Fact]
    public void A_wake_before_the_timer_in_one_batch_cancels_the_timer_whose_firing_is_then_nothing()
    {
        var turn = Waiting().Run(Start.AddDays(10), [Woken, Fired]);

        Assert.Equal([Woken], turn!.Arrivals);
        Assert.Equal([Cancelled, Look(3)], turn.Decisions);
    }

    [Fact]
    public void A_timer_before_the_wake_in_one_batch_keeps_the_wake_for_the_same_wait()
    {
        var execution = Waiting();
        var turn = execution.Run(Start.AddDays(10), [Fired, Woken]);

        Assert.Equal([Fired, Woken], turn!.Arrivals);
        Assert.Equal([Look(3)], turn.Decisions);
        Assert.Equal(EventKind.Activity, Assert.Single(execution.Run(Start.AddDays(10), [NoAnswer(3)])!.Decisions).Kind);
    }

    [Fact]
    public void A_wake_that_comes_with_the_start_is_kept_for_the_first_wait()
    {
        var execution = New();
        Assert.Equal([Look(1)], execution.Run(Start, [Started, Woken])!.Decisions);

        var turn = execution.Run(Start, [NoAnswer(1)]);

        // The wait is over before it began: no timer stays behind, and the row is read again.
        Assert.Equal([EventKind.Timer, EventKind.Cancelled, EventKind.Activity], turn!.Decisions.Select(d => d.Kind));
    }

    [Fact]
    public void The_firing_of_a_cancelled_timer_alone_is_no_turn()
    {
        var execution = Waiting();
        execution.Run(Start, [Woken]);

        Assert.Null(execution.Run(Start.AddDays(10), [Fired]));
    }

    [Fact]
    public void A_result_that_comes_twice_counts_once()
    {
        var execution = New();
        execution.Run(Start, [Started]);

        var turn = execution.Run(Start, [NoAnswer(1), NoAnswer(1)]);

        Assert.Equal([NoAnswer(1)], turn!.Arrivals);
    }

    [Fact]
    public void Time_never_runs_backwards_for_a_workflow()
    {
        var execution = Waiting();
        execution.Run(Start.AddHours(2), [Woken]);

        var turn = execution.Run(Start.AddHours(1), [NoAnswer(3)]);

        Assert.Equal(Start.AddHours(2), turn!.At);
    }

    [Fact]
    public void A_workflow_logs_each_thing_once_however_often_it_is_replayed()
    {
        var log = new ListLogger();
        var catalog = Flow.Catalog(
            Flow.Of("f", async (c, input) =>
            {
                var logger = c.CreateReplaySafeLogger("f");
                logger.Log(LogLevel.Information, default, "before", null, (line, _) => line);
                await c.CallActivityAsync<string>("step", input);
                logger.Log(LogLevel.Information, default, "after", null, (line, _) => line);
            }),
            Flow.Step("step", i => i));
        var run = new WorkflowRun("x", "f", "1", "\"in\"", 0);
        WorkflowExecution New() => new(run, catalog, log, () => Assert.Fail("foreign"));

        var first = New().Run(Start, [Started]);
        var second = New();
        second.Replay(first!);
        Assert.True(second.IsReplaying);
        second.Run(Start, [new HistoryEvent(EventKind.Completed, 1, Data: "\"in\"")]);

        Assert.False(second.IsReplaying);
        Assert.Equal(["before", "after"], log.Lines);
    }

    private static WorkflowExecution New()
    {
        var input = new AskInput("a", TestTime.Monday.AddDays(5), TestTime.Monday.AddDays(10));
        return new(new WorkflowRun("ask-a", "Ask", "1", JsonSerializer.Serialize(input, WorkflowJson.Options), 0),
            Asking.Catalog(), NullLoggerFactory.Instance, () => Assert.Fail("foreign"));
    }

    /// <summary>It has looked once and waits for a wake or timer 2.</summary>
    private static WorkflowExecution Waiting()
    {
        var execution = New();
        execution.Run(Start, [Started]);
        Assert.Equal([new HistoryEvent(EventKind.Timer, 2, Due: Start.AddDays(10))], execution.Run(Start, [NoAnswer(1)])!.Decisions);
        return execution;
    }

    private static HistoryEvent Look(int id) => new(EventKind.Activity, id, "Look", "\"a\"");

    private static HistoryEvent NoAnswer(int id) => new(EventKind.Completed, id, Data: "{}");
}
