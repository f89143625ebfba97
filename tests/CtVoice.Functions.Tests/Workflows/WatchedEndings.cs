using System.Reflection;
using DurableTask.Core;

namespace CtVoice.Functions.Tests.Workflows;

/// <summary>A backend of Durable Task that tells of each instance when its ending is stored, where its client would have to ask again
/// and again.</summary>
public class WatchedEndings : DispatchProxy
{
    private IOrchestrationService? backend;
    private Action<string>? ended;

    /// <summary>The same backend, watched.</summary>
    public static IOrchestrationService Of(IOrchestrationService backend, Action<string> ended)
    {
        var watched = Create<IOrchestrationService, WatchedEndings>();
        ((WatchedEndings)(object)watched).backend = backend;
        ((WatchedEndings)(object)watched).ended = ended;
        return watched;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var answer = targetMethod!.Invoke(backend, BindingFlags.DoNotWrapExceptions, null, args, null);
        return targetMethod.Name == nameof(IOrchestrationService.CompleteTaskOrchestrationWorkItemAsync)
            ? ToldAsync((Task)answer!, (TaskOrchestrationWorkItem)args![0]!, (OrchestrationRuntimeState)args[1]!)
            : answer;
    }

    private async Task ToldAsync(Task stored, TaskOrchestrationWorkItem turn, OrchestrationRuntimeState state)
    {
        await stored;
        if (state.OrchestrationStatus is not (OrchestrationStatus.Pending or OrchestrationStatus.Running
            or OrchestrationStatus.ContinuedAsNew or OrchestrationStatus.Suspended))
            ended!(turn.InstanceId);
    }
}
