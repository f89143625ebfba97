namespace CtVoice.Local.Engine;

/// <summary>A workflow does not repeat its recorded history: its code changed without a new version, or it is not deterministic.</summary>
public sealed class NonDeterministicWorkflowException(string instance, string workflow, string version, int turn, string recorded,
    string repeated)
    : Exception(
        $"Turn {turn} of '{instance}' ({workflow}, version {version}) does not repeat. Recorded: {recorded}. The code now: {repeated}.")
{
    /// <summary>What the history holds.</summary>
    public string Recorded { get; } = recorded;

    /// <summary>What the code does in its place.</summary>
    public string Repeated { get; } = repeated;
}

/// <summary>A workflow waits for a task that its context did not give.</summary>
public sealed class ForeignAwaitException(string workflow, string after)
    : Exception($"Workflow '{workflow}' awaits a task that is not of its context (after: {after}).");
