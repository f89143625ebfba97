namespace CtVoice.Core.Board;

/// <summary>
/// What a member said of being called at their number. Nothing stored means that nobody asked: it is never taken for a yes.
/// A number that changes was not asked about.
/// </summary>
public enum CallsAllowed
{
    /// <summary>Not to be called.</summary>
    No,

    /// <summary>May be called; nothing is to be left where somebody else may hear it.</summary>
    CallOnly,

    /// <summary>May be called, and a message may be left.</summary>
    CallAndMessage,
}
