using CtVoice.Core.Representation;
using CtVoice.Core.Reviews;

namespace CtVoice.Web.Views;

/// <summary>The assessment of a review.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Assessment">The findings; with every figure for coordinator and auditor, else only where the counts behind it may leave.</param>
/// <param name="Counts">The counts of people in the data that may leave.</param>
/// <param name="Exposed">Small counts that earlier versions have given away already; for coordinator and auditor only.</param>
public sealed record AssessmentView(string ReviewId, Assessment Assessment, IReadOnlyList<ShownCell> Counts, IReadOnlyList<string>? Exposed = null)
{
    internal static AssessmentView Full(string reviewId, RecordedAssessment recorded) =>
        new(reviewId, recorded.Full, recorded.Counts.Cells, recorded.Counts.Exposed);

    internal static AssessmentView Released(string reviewId, RecordedAssessment recorded) =>
        new(reviewId, recorded.Released, recorded.Counts.Cells);
}
