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

/// <summary>What became of a member's word about calls.</summary>
public enum CallsSaid
{
    /// <summary>It is kept.</summary>
    Stored,

    /// <summary>There is no number that they could mean.</summary>
    NoNumber,

    /// <summary>It allows more than was allowed, and nothing shows who says so.</summary>
    NotProven,
}

/// <summary>Compares what is allowed.</summary>
public static class AllowingCalls
{
    /// <summary>True where it allows more. Nothing known allows no call.</summary>
    public static bool IsMoreThan(this CallsAllowed calls, CallsAllowed? before) => calls > (before ?? CallsAllowed.No);
}
