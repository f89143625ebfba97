using CtVoice.Core.Engine;

namespace CtVoice.Local.Tests.Harness;

/// <summary>Catalogues of workflows and activities that are written as lambdas in a test.</summary>
internal static class Flow
{
    internal static WorkflowEntry Of(string name, Func<IWorkflowContext, string, Task> run, string version = "1") =>
        new(name, version, typeof(string), (context, input) => run(context, (string)input!));

    internal static ActivityEntry Step(string name, Func<string, CancellationToken, Task<string>> run) =>
        new(name, typeof(string), typeof(string), async (_, input, cancellationToken) => await run((string)input!, cancellationToken));

    internal static ActivityEntry Step(string name, Func<string, string> run) => Step(name, (input, _) => Task.FromResult(run(input)));

    internal static WorkflowCatalog Catalog(WorkflowEntry workflow, params ActivityEntry[] activities) => new([workflow], activities);
}
