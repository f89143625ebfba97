using CtVoice.Core.Representation;
using CtVoice.Core.Reviews;

namespace CtVoice.Web.Views;

/// <summary>The assessment of a review.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Assessment">The findings; with every figure for coordinator, auditor and the agency that asks, else in words.</param>
/// <param name="Counts">The counts of people in the data that may leave on paper; absent for everybody else.</param>
/// <param name="Exposed">Small counts that earlier versions have given away already; for coordinator and auditor only.</param>
public sealed record AssessmentView(string ReviewId, Assessment Assessment, IReadOnlyList<ShownCell>? Counts = null,
    IReadOnlyList<string>? Exposed = null)
{
    /// <summary>How many people are in the data, to two figures; absent where that is not known.</summary>
    public string? People { get; init; }

    internal static AssessmentView Full(string reviewId, RecordedAssessment recorded, bool office) =>
        new(reviewId, recorded.Full, recorded.Counts.Cells, office ? recorded.Counts.Exposed : null);

    internal static AssessmentView InWords(string reviewId, RecordedAssessment recorded, long? total) =>
        new(reviewId, recorded.InWords) { People = AssessmentInWords.People(total) };
}
