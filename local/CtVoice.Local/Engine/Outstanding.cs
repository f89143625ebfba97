using System.Text.Json;
using CtVoice.Core.Engine;
using CtVoice.Core.Json;

namespace CtVoice.Local.Engine;

/// <summary>Something that a workflow waits for: an activity, a timer or an event.</summary>
internal abstract class Outstanding
{
    /// <summary>Name of the activity; null for a timer or an event.</summary>
    internal string? Activity { get; init; }

    /// <summary>How a failed activity is tried again.</summary>
    internal RetryPolicy? Retry { get; init; }

    internal abstract void Complete(string? json);

    internal abstract void Fail(Exception reason);

    internal abstract void Cancel(CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class Outstanding<T> : Outstanding
{
    // Continuations run inside SetResult, on the turn's thread: that is what makes their order repeatable.
    private readonly TaskCompletionSource<T> completion = new();

    internal Task<T> Task => completion.Task;

    internal override void Complete(string? json)
    {
        T result;
        try
        {
            result = json is null ? default! : JsonSerializer.Deserialize<T>(json, WorkflowJson.Options)!;
        }
        catch (JsonException error)
        {
            completion.SetException(error);
            return;
        }
        completion.SetResult(result);
    }

    internal override void Fail(Exception reason) => completion.SetException(reason);

    internal override void Cancel(CancellationToken cancellationToken) => completion.SetCanceled(cancellationToken);
}
