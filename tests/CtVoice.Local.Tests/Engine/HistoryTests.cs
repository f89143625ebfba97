using System.Text.Json;
using System.Text.Json.Nodes;
using CtVoice.Local.Engine;
using CtVoice.Local.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CtVoice.Local.Tests.Engine;

public sealed class HistoryTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>
    /// A recorded history of each version is kept in the repository: today's code must repeat it, and must still record the
    /// same. When a change is meant, give the workflow a new version and add a file; never change one of a version in use.
    /// </summary>
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task The_golden_history_of_each_version_is_repeated_and_recorded_again(string version)
    {
        var golden = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Engine", "Golden", $"ask-{version}.json"));

        History.Verify(Asking.Catalog(), golden);

        Assert.Equal(Pretty(golden), Pretty(await RecordAsync(version)));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task Every_prefix_of_a_history_leads_to_the_next_turn_as_it_was_recorded(string version)
    {
        var history = JsonNode.Parse(await RecordAsync(version))!;
        var run = new WorkflowRun("ask-a", "Ask", version, history["input"]!.ToJsonString(), 0);
        var turns = history["turns"]!.AsArray().Select(t => HistoryTurn.Read(t!.ToJsonString())).ToArray();
        Assert.InRange(turns.Length, 5, 100);

        for (var known = 0; known < turns.Length; known++)
        {
            var execution = new WorkflowExecution(run, Asking.Catalog(), NullLoggerFactory.Instance, () => Assert.Fail("foreign"));
            foreach (var turn in turns[..known])
                execution.Replay(turn);
            Assert.Equal(known > 0, execution.IsReplaying);

            var next = execution.Run(turns[known].At, turns[known].Arrivals);

            Assert.Equal(HistoryTurn.Write(turns[known]), HistoryTurn.Write(next!));
        }
    }

    [Fact]
    public async Task Changed_code_is_named_with_both_sides_and_the_instance_is_failed()
    {
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, input) =>
            {
                await c.CallActivityAsync<string>("old", input);
                await c.WaitForExternalEvent<string?>("go");
            }),
            Flow.Step("old", i => i), Flow.Step("new", i => i)));
        await host.Engine.StartAsync("f", "x", "in");
        await host.DrainAsync();

        await host.RestartAsync(changed: Flow.Catalog(
            Flow.Of("f", async (c, input) =>
            {
                await c.CallActivityAsync<string>("new", input);
                await c.WaitForExternalEvent<string?>("go");
            }),
            Flow.Step("old", i => i), Flow.Step("new", i => i)));
        var history = (await host.Engine.GetHistoryAsync("x"))!;
        await host.Engine.RaiseAsync("x", "go", null);
        await host.DrainAsync();

        var status = await host.StatusAsync("x");
        Assert.Equal(InstanceState.Failed, status.State);
        Assert.Equal("NonDeterministicWorkflowException: Turn 1 of 'x' (f, version 1) does not repeat. " +
            "Recorded: activity 1 old \"in\". The code now: activity 1 new \"in\".", status.Failure);
        Assert.Equal(history, await host.Engine.GetHistoryAsync("x"));
        Assert.Null(await host.Engine.NextDueAsync());
    }

    [Fact]
    public async Task Code_that_does_less_or_more_than_was_recorded_is_named()
    {
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, input) => await c.CallActivityAsync<string>("step", input)), Flow.Step("step", i => i)));
        await host.Engine.StartAsync("f", "x", "in");
        await host.DrainAsync();
        var history = (await host.Engine.GetHistoryAsync("x"))!;

        var less = Assert.Throws<NonDeterministicWorkflowException>(() => History.Verify(
            Flow.Catalog(Flow.Of("f", (_, _) => Task.CompletedTask)), history));
        var more = Assert.Throws<NonDeterministicWorkflowException>(() => History.Verify(Flow.Catalog(
            Flow.Of("f", async (c, input) =>
            {
                _ = c.WaitForExternalEvent<string>("extra");
                await c.CallActivityAsync<string>("step", input);
                await c.CallActivityAsync<string>("step", input);
            }),
            Flow.Step("step", i => i)), history));

        Assert.Equal(("activity 1 step \"in\"", "ended"), (less.Recorded, less.Repeated));
        Assert.Equal(("ended", "activity 2 step \"in\""), (more.Recorded, more.Repeated));
    }

    [Fact]
    public async Task A_result_that_nobody_asks_for_any_more_is_named()
    {
        await using var host = await EngineHost.OpenAsync(Flow.Catalog(
            Flow.Of("f", async (c, input) => await c.CallActivityAsync<string>("step", input)), Flow.Step("step", i => i)));
        await host.Engine.StartAsync("f", "x", "in");
        await host.DrainAsync();
        var history = JsonNode.Parse((await host.Engine.GetHistoryAsync("x"))!)!;
        history["turns"]![1]!["in"]![0]!["id"] = 7;

        var error = Assert.Throws<NonDeterministicWorkflowException>(() => History.Verify(
            Flow.Catalog(Flow.Of("f", async (c, input) => await c.CallActivityAsync<string>("step", input)), Flow.Step("step", i => i)),
            history.ToJsonString()));

        Assert.Equal(("completed 7 \"in\"", "nothing that waits for it"), (error.Recorded, error.Repeated));
    }

    private static async Task<string> RecordAsync(string version)
    {
        await using var host = await EngineHost.OpenAsync(Asking.Catalog(version), s => s.AddSingleton<Asking>());
        await host.Engine.StartAsync("Ask", "ask-a", new AskInput("a", host.Now.AddDays(5), host.Now.AddDays(10)));
        await host.AdvanceAsync(TimeSpan.FromDays(6));
        await host.Engine.WakeAsync("ask-a");
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        await host.Service<Asking>().AnswerAsync("a", "yes");
        await host.Engine.WakeAsync("ask-a");
        await host.DrainAsync();
        return (await host.Engine.GetHistoryAsync("ask-a"))!;
    }

    private static string Pretty(string json) => JsonNode.Parse(json)!.ToJsonString(Indented);
}
