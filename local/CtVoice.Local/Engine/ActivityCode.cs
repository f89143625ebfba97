using System.Text.Json;
using CtVoice.Core.Engine;
using CtVoice.Core.Json;

namespace CtVoice.Local.Engine;

/// <summary>Finds the code of an activity by its name, and runs it with what its call gave.</summary>
/// <param name="catalog">The activities.</param>
/// <param name="services">Ports that activities take.</param>
/// <param name="twice">Runs each a second time, as it may happen to any: for tests.</param>
internal sealed class ActivityCode(WorkflowCatalog catalog, IServiceProvider services, bool twice)
{
    /// <summary>Runs it; the result as JSON.</summary>
    internal async Task<string> RunAsync(HistoryEvent call, CancellationToken cancellationToken)
    {
        var entry = catalog.FindActivity(call.Name!) ?? throw new InvalidOperationException($"There is no activity named '{call.Name}'.");
        var result = await OnceAsync(entry, call, cancellationToken).ConfigureAwait(false);
        if (twice)
            result = await OnceAsync(entry, call, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.Serialize(result, entry.ResultType, WorkflowJson.Options);
    }

    private Task<object?> OnceAsync(ActivityEntry entry, HistoryEvent call, CancellationToken cancellationToken) =>
        entry.RunAsync(services, JsonSerializer.Deserialize(call.Data!, entry.InputType, WorkflowJson.Options), cancellationToken);
}
