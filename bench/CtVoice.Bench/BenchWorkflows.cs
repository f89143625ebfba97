using CtVoice.Core.Engine;

namespace CtVoice.Bench;

/// <summary>One review as the engine sees it, with steps that do nothing: what remains is the cost of the engine.</summary>
internal sealed class BenchReview : IWorkflow<BenchInput>
{
    internal const string Name = "Review";

    public async Task RunAsync(IWorkflowContext context, BenchInput input)
    {
        await context.CallAsync(BenchStep.Name, new BenchCall(input.Id, 0));
        await context.CallAsync(BenchStep.Name, new BenchCall(input.Id, 0));
        await context.CallAsync(BenchStep.Name, new BenchCall(input.Id, 0));
    }
}

/// <summary>One invitation of it: a step, then a wake-up or an hour, then a step.</summary>
internal sealed class BenchInvitation : IWorkflow<BenchInput>
{
    internal const string Name = "Invitation";

    public async Task RunAsync(IWorkflowContext context, BenchInput input)
    {
        await context.CallAsync(BenchStep.Name, new BenchCall(input.Id, 1));
        await new Wake(context).UntilAsync(context.CurrentUtcDateTime.AddHours(1));
        await context.CallAsync(BenchStep.Name, new BenchCall(input.Id, 2));
    }
}

internal sealed record BenchInput(string Id);

/// <summary>A call of the step that does nothing.</summary>
/// <param name="Id">Instance that calls.</param>
/// <param name="Mark">1 for the first step of an invitation, 2 for its last, 0 for the steps of a review.</param>
internal sealed record BenchCall(string Id, int Mark);

/// <summary>Does nothing but tell the driver that it ran.</summary>
internal sealed class BenchStep(BenchMarks marks) : IActivity<BenchCall, int>
{
    internal static readonly ActivityName<BenchCall, int> Name = new("Step");

    public Task<int> RunAsync(BenchCall input, CancellationToken cancellationToken)
    {
        marks.Passed(input);
        return Task.FromResult(input.Mark);
    }
}
