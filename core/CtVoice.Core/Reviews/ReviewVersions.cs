namespace CtVoice.Core.Reviews;

/// <summary>
/// Versions of the review's workflow. A review keeps the one that it was begun by, and goes on by the rules that came with it:
/// what was promised to its agency and its members does not change on the way.
/// </summary>
public static class ReviewVersions
{
    /// <summary>Words that are released after the report become a recommendation at once, each with a clock of its own.</summary>
    public const string First = "1";

    /// <summary>They go out together in one supplement; every releasable reply with words recommends when nobody writes.</summary>
    public const string Newest = "2";

    /// <summary>Whether a review has a supplement where words wait.</summary>
    public static bool HasSupplement(Review review) => review.BegunBy != First;
}
