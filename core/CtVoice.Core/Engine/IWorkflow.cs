namespace CtVoice.Core.Engine;

/// <summary>A durable workflow: plain async code on an <see cref="IWorkflowContext"/>, without state or dependencies of its own.</summary>
/// <typeparam name="TInput">A single record of ids and policy; no personal data.</typeparam>
public interface IWorkflow<in TInput>
{
    /// <summary>Runs the workflow to its end; what it achieved is in the tables.</summary>
    Task RunAsync(IWorkflowContext context, TInput input);
}

/// <summary>A step of a workflow that touches the world. It runs at least once, so running it twice must be the same as once.</summary>
/// <typeparam name="TInput">A single record of ids; no personal data.</typeparam>
/// <typeparam name="TResult">A single record of ids, counts and instants; no personal data.</typeparam>
public interface IActivity<in TInput, TResult>
{
    /// <summary>Runs the step.</summary>
    Task<TResult> RunAsync(TInput input, CancellationToken cancellationToken);
}
