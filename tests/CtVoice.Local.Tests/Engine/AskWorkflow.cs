using CtVoice.Core.Engine;
using CtVoice.Core.Storage;

namespace CtVoice.Local.Tests.Engine;

/// <summary>
/// A small workflow in the shape of the product's own: reads its row first and waits second, is woken without data, reminds
/// halfway (from version 2 on), closes at its deadline, and continues as new now and then.
/// </summary>
internal sealed class AskWorkflow : IWorkflow<AskInput>
{
    public async Task RunAsync(IWorkflowContext context, AskInput input)
    {
        var wake = new Wake(context);
        while (true)
        {
            var answer = await context.CallAsync(Asking.Look, input.Id, input.Retry);
            if (answer.Text is not null)
            {
                await context.CallAsync(Asking.Close, new Closing(input.Id, "answered: " + answer.Text), input.Retry);
                return;
            }
            if (context.CurrentUtcDateTime >= input.Deadline.UtcDateTime)
            {
                await context.CallAsync(Asking.Close, new Closing(input.Id, "expired"), input.Retry);
                return;
            }
            if (context.Version != "1" && !input.Reminded && context.CurrentUtcDateTime >= input.RemindAt.UtcDateTime)
            {
                await context.CallAsync(Asking.Remind, input.Id, input.Retry);
                input = input with { Reminded = true };
            }
            if (wake.Count >= input.WakesPerRun)
            {
                context.ContinueAsNew(input);
                return;
            }
            context.SetCustomStatus(new { waits = wake.Count + 1 });
            await wake.UntilAsync(context.Version == "1" || input.Reminded ? input.Deadline : input.RemindAt);
        }
    }
}

internal sealed record AskInput(
    string Id, DateTimeOffset RemindAt, DateTimeOffset Deadline, int WakesPerRun = Wake.Limit, bool Reminded = false,
    RetryPolicy? Retry = null);

internal sealed record Answer(string? Text = null);

internal sealed record Closing(string Id, string Outcome);

/// <summary>The rows behind <see cref="AskWorkflow"/> and its activities.</summary>
internal sealed class Asking(TableSet tables, TimeProvider clock)
{
    internal static readonly ActivityName<string, Answer> Look = new("Look");
    internal static readonly ActivityName<string, bool> Remind = new("Remind");
    internal static readonly ActivityName<Closing, bool> Close = new("Close");

    /// <summary>Called by each activity with its name, before and after it touches the rows.</summary>
    internal Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    internal Func<string, Task> After { get; set; } = _ => Task.CompletedTask;

    /// <summary>Wakes the one instance of a test.</summary>
    internal Func<Task> Wake { get; set; } = () => Task.CompletedTask;

    internal static WorkflowCatalog Catalog(string version = "2") => new(
        [WorkflowEntry.Of<AskWorkflow, AskInput>("Ask", version)],
        [
            ActivityEntry.Of<LookActivity, string, Answer>(Look),
            ActivityEntry.Of<RemindActivity, string, bool>(Remind),
            ActivityEntry.Of<CloseActivity, Closing, bool>(Close),
        ]);

    internal Task AnswerAsync(string id, string text) => PutAsync("answer", id, text);

    internal Task<string?> OutcomeAsync(string id) => GetAsync("outcome", id);

    internal Task<string?> RemindedAsync(string id) => GetAsync("reminded", id);

    private async Task PutAsync(string what, string id, string text)
    {
        var row = new TableRow(what, id).With("text", text).With("at", clock.GetUtcNow());
        // The first one stays: running a step again changes nothing.
        await tables.Records.SubmitAsync(what, [new TableOperation.Insert(row)]);
    }

    private async Task<string?> GetAsync(string what, string id) => await tables.Records.GetAsync(what, id) is { } row
        ? $"{row.Text("text")} at {row.Instant("at"):yyyy-MM-ddTHH:mm:ss.fffffff}"
        : null;

    private async Task<T> RunAsync<T>(string name, Func<Task<T>> step)
    {
        await Before(name);
        var result = await step();
        await After(name);
        return result;
    }

    internal sealed class LookActivity(Asking asking, TableSet tables) : IActivity<string, Answer>
    {
        public Task<Answer> RunAsync(string input, CancellationToken cancellationToken) => asking.RunAsync("Look", async () =>
            new Answer((await tables.Records.GetAsync("answer", input, cancellationToken))?.Text("text")));
    }

    internal sealed class RemindActivity(Asking asking) : IActivity<string, bool>
    {
        public Task<bool> RunAsync(string input, CancellationToken cancellationToken) => asking.RunAsync("Remind", async () =>
        {
            await asking.PutAsync("reminded", input, "reminded");
            return true;
        });
    }

    internal sealed class CloseActivity(Asking asking) : IActivity<Closing, bool>
    {
        public Task<bool> RunAsync(Closing input, CancellationToken cancellationToken) => asking.RunAsync("Close", async () =>
        {
            await asking.PutAsync("outcome", input.Id, input.Outcome);
            return true;
        });
    }
}
