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
    /// <summary>What was found of race and ethnicity, subgroups below the category that they roll up to.</summary>
    public IReadOnlyList<RollUpView> RollUp { get; init; } = [];

    /// <summary>How many people are in the data, to two figures; absent where that is not known.</summary>
    public string? People { get; init; }

    internal AssessmentView RolledUp(RelCodes codes) => this with
    {
        RollUp = [.. Core.Representation.RollUp.Of(Assessment, codes)
            .Select(l => new RollUpView(l.Code, l.Name, l.Level, l.Finding?.Status, l.Finding is { IsAtLeast: true }))],
    };

    internal static AssessmentView Full(string reviewId, RecordedAssessment recorded, bool office) =>
        new(reviewId, recorded.Full, recorded.Counts.Cells, office ? recorded.Counts.Exposed : null);

    internal static AssessmentView InWords(string reviewId, RecordedAssessment recorded, long? total) =>
        new(reviewId, recorded.InWords) { People = AssessmentInWords.People(total) };
}

/// <summary>A category or subgroup of race and ethnicity in an assessment.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Level">0 for a category, 1 for a subgroup of one, and so on.</param>
/// <param name="Status">What was found; absent where nothing was stated.</param>
/// <param name="IsAtLeast">Only subgroups of it were stated: its count is the largest of theirs.</param>
public sealed record RollUpView(string Code, string Name, int Level, PopulationStatus? Status, bool IsAtLeast);
