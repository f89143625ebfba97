namespace CtVoice.Local.Engine;

/// <summary>Where an instance stands. The numbers are stored.</summary>
public enum InstanceState
{
    /// <summary>Running or waiting.</summary>
    Running = 0,

    /// <summary>Ended by itself.</summary>
    Completed = 1,

    /// <summary>Ended by an exception; see <see cref="InstanceStatus.Failure"/>.</summary>
    Failed = 2,

    /// <summary>Ended from outside.</summary>
    Terminated = 3,
}

/// <summary>One instance as a query shows it.</summary>
/// <param name="InstanceId">Id given at start.</param>
/// <param name="Workflow">Name of the workflow.</param>
/// <param name="Version">Version stored at start.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CustomStatus">JSON that the workflow set, or null.</param>
/// <param name="Failure">Why it failed or was terminated, or null.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="ChangedAt">When its state or custom status changed last.</param>
public sealed record InstanceStatus(
    string InstanceId, string Workflow, string Version, InstanceState State, string? CustomStatus, string? Failure,
    DateTimeOffset StartedAt, DateTimeOffset ChangedAt);
