namespace CtVoice.Core.Workflows;

/// <summary>Starts workflows and wakes them. Both calls may be repeated without harm.</summary>
public interface IWorkflowClient
{
    /// <summary>Starts an instance; when the id exists already, in whatever state, that is success and nothing happens.</summary>
    Task StartAsync(string workflow, string instanceId, object input, CancellationToken cancellationToken = default);

    /// <summary>
    /// Raises <see cref="Wake.EventName"/>: an event without data that says "look again". A missing or finished instance
    /// is success.
    /// </summary>
    Task WakeAsync(string instanceId, CancellationToken cancellationToken = default);
}
