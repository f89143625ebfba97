using CtVoice.Core.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CtVoice.Functions.Workflows;

/// <summary>One function per workflow of the catalogue: the build lists functions, and it lists what is written out.</summary>
public sealed class WorkflowFunctions(CatalogFunctions catalog)
{
    [Function(ReviewWorkflows.Review)]
    public Task Review([OrchestrationTrigger] TaskOrchestrationContext context) => catalog.RunWorkflowAsync(context);

    [Function(ReviewWorkflows.Invitation)]
    public Task Invitation([OrchestrationTrigger] TaskOrchestrationContext context) => catalog.RunWorkflowAsync(context);

    [Function(ReviewWorkflows.Accountability)]
    public Task Accountability([OrchestrationTrigger] TaskOrchestrationContext context) => catalog.RunWorkflowAsync(context);
}
