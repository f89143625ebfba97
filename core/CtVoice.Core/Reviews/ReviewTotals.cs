namespace CtVoice.Core.Reviews;

/// <summary>
/// How many were asked and how many replied in time, as agencies and everybody may know it: nothing before the close, then what it
/// was at the close, then what the report says. A number that moved in between would tell when somebody answered (DESIGN 17).
/// </summary>
/// <param name="Asked">Members asked.</param>
/// <param name="Replied">Members who replied in time.</param>
public sealed record ReviewTotals(int Asked, int Replied)
{
    /// <summary>The totals of a review; null while they are nobody's business.</summary>
    public static ReviewTotals? Of(Review review) => review.Report is { } report ? new(report.Asked, report.Replied) : review.AtClose;
}
