namespace CtVoice.Local.Engine;

/// <summary>What an instance is started from, each time that it is replayed.</summary>
/// <param name="InstanceId">Id given at start.</param>
/// <param name="Workflow">Name of the workflow.</param>
/// <param name="Version">Version stored at start.</param>
/// <param name="Input">JSON of the input.</param>
/// <param name="LastId">Ids used before this run; they are not used again, so nothing late reaches a later run.</param>
internal sealed record WorkflowRun(string InstanceId, string Workflow, string Version, string Input, int LastId);
