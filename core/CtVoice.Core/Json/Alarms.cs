namespace CtVoice.Core.Json;

/// <summary>
/// The first word of each log message that a person must act on. Alerts look for these words, so a changed one is a
/// changed alert.
/// </summary>
public static class Alarms
{
    /// <summary>A ledger does not verify, or could not be verified.</summary>
    public const string Ledger = "CTV-LEDGER";

    /// <summary>No alarm: the heartbeat of the sweep, whose absence is one.</summary>
    public const string Alive = "CTV-ALIVE";

    /// <summary>Due work has not been done for a while.</summary>
    public const string Sweep = "CTV-SWEEP";

    /// <summary>A provider takes no messages, for reasons that are not the recipient's.</summary>
    public const string Send = "CTV-SEND";

    /// <summary>A resident wrote of danger to themself or a named person, now. The line names the alert and nothing else.</summary>
    public const string Acute = "CTV-ACUTE";

    /// <summary>What a resident wrote is stored and not taken up.</summary>
    public const string Inbox = "CTV-INBOX";

    /// <summary>A list is shown without a row that cannot be read. The line names the row by its ids.</summary>
    public const string Row = "CTV-ROW";

    /// <summary>The workflow of an open review died, or a step of it keeps failing.</summary>
    public const string Workflow = "CTV-WORKFLOW";
}
