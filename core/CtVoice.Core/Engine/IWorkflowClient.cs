namespace CtVoice.Core.Engine;

/// <summary>Starts workflows, wakes them and looks after them. Every call may be repeated without harm.</summary>
public interface IWorkflowClient
{
    /// <summary>
    /// Starts an instance. When one of that id runs or ran to its end, that is success and nothing happens; one that failed or
    /// was terminated is started again, because a workflow reads the state first.
    /// </summary>
    Task StartAsync(string workflow, string instanceId, object input, CancellationToken cancellationToken = default);

    /// <summary>
    /// Raises <see cref="Wake.EventName"/>: an event without data that says "look again". A missing or finished instance
    /// is success.
    /// </summary>
    Task WakeAsync(string instanceId, CancellationToken cancellationToken = default);

    /// <summary>Where an instance stands.</summary>
    Task<WorkflowState> StateAsync(string instanceId, CancellationToken cancellationToken = default);

    /// <summary>Forgets a finished instance with its history, so that its id can be started again;
    /// a missing one or one that runs is left alone.</summary>
    Task ForgetAsync(string instanceId, CancellationToken cancellationToken = default);

    /// <summary>Forgets instances that finished before an instant, at most <paramref name="most"/>; returns how many.</summary>
    Task<int> ForgetFinishedAsync(DateTimeOffset before, int most, CancellationToken cancellationToken = default);
}

/// <summary>Where an instance of a workflow stands.</summary>
public enum WorkflowState
{
    /// <summary>Never started, or forgotten.</summary>
    Absent,

    /// <summary>Running or waiting.</summary>
    Running,

    /// <summary>Ran to its end.</summary>
    Ended,

    /// <summary>Died: failed, or terminated by somebody.</summary>
    Dead,
}
