using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Core.Engine;

/// <summary>Every workflow and activity by name, with its types. Both hosts register from it, and nothing else.</summary>
public sealed class WorkflowCatalog
{
    private readonly Dictionary<string, WorkflowEntry> workflows;
    private readonly Dictionary<string, ActivityEntry> activities;

    public WorkflowCatalog(IEnumerable<WorkflowEntry> workflows, IEnumerable<ActivityEntry> activities)
    {
        this.workflows = workflows.ToDictionary(w => w.Name, StringComparer.Ordinal);
        this.activities = activities.ToDictionary(a => a.Name, StringComparer.Ordinal);
    }

    /// <summary>The workflows.</summary>
    public IReadOnlyCollection<WorkflowEntry> Workflows => workflows.Values;

    /// <summary>The activities.</summary>
    public IReadOnlyCollection<ActivityEntry> Activities => activities.Values;

    /// <summary>The workflow of that name, or null.</summary>
    public WorkflowEntry? FindWorkflow(string name) => workflows.GetValueOrDefault(name);

    /// <summary>The activity of that name, or null.</summary>
    public ActivityEntry? FindActivity(string name) => activities.GetValueOrDefault(name);
}

/// <summary>One workflow.</summary>
/// <param name="Name">Stable name, stored in histories.</param>
/// <param name="Version">Version given to instances started now.</param>
/// <param name="InputType">Exact type of the input.</param>
/// <param name="RunAsync">Runs it.</param>
public sealed record WorkflowEntry(string Name, string Version, Type InputType, Func<IWorkflowContext, object?, Task> RunAsync)
{
    /// <summary>Lists a workflow that is made anew for each turn and outlives steps that fail (<see cref="Perseverance"/>).</summary>
    public static WorkflowEntry Of<TWorkflow, TInput>(string name, string version)
        where TWorkflow : IWorkflow<TInput>, new() =>
        new(name, version, typeof(TInput), (context, input) => Perseverance.RunAsync(context, (TInput)input!, new TWorkflow()));
}

/// <summary>One activity.</summary>
/// <param name="Name">Stable name, stored in histories.</param>
/// <param name="InputType">Exact type of the input.</param>
/// <param name="ResultType">Exact type of the result.</param>
/// <param name="RunAsync">Creates it from the services and runs it.</param>
public sealed record ActivityEntry(
    string Name, Type InputType, Type ResultType,
    Func<IServiceProvider, object?, CancellationToken, Task<object?>> RunAsync)
{
    /// <summary>Lists an activity whose constructor takes ports from the services.</summary>
    public static ActivityEntry Of<TActivity, TInput, TResult>(ActivityName<TInput, TResult> name)
        where TActivity : class, IActivity<TInput, TResult>
    {
        var create = ActivatorUtilities.CreateFactory<TActivity>([]);
        return new(name.Value, typeof(TInput), typeof(TResult), async (services, input, cancellationToken) =>
            await create(services, null).RunAsync((TInput)input!, cancellationToken));
    }
}

/// <summary>The name of an activity together with its types, so that a call cannot mix them up.</summary>
public readonly record struct ActivityName<TInput, TResult>(string Value);

/// <summary>Typed calls on the context.</summary>
public static class WorkflowContextExtensions
{
    /// <summary>Runs the named activity; see <see cref="IWorkflowContext.CallActivityAsync{TResult}"/>.</summary>
    public static Task<TResult> CallAsync<TInput, TResult>(
        this IWorkflowContext context, ActivityName<TInput, TResult> name, TInput input, RetryPolicy? retry = null) =>
        context.CallActivityAsync<TResult>(name.Value, input, retry ?? RetryPolicy.Patient);
}
