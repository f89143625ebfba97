using CtVoice.Core.Projects;
using CtVoice.Core.Representation;

namespace CtVoice.Core.Reviews;

/// <summary>An assessment as it is kept with its review.</summary>
/// <param name="Full">With every count and all arithmetic, for the coordinator and the auditor.</param>
/// <param name="Counts">What of the project's counts may leave, earlier versions of the project considered.</param>
/// <param name="Reference">Code of the population that rates were compared with.</param>
public sealed record RecordedAssessment(Assessment Full, SuppressedTable Counts, string Reference)
{
    /// <summary>Whether the policy that it was assessed with lets populations count less of which the figures do not tell.</summary>
    public bool UndecidedWeighsLess { get; init; }

    /// <summary>Computes it.</summary>
    /// <param name="project">The project.</param>
    /// <param name="reference">The data files.</param>
    /// <param name="earlier">What other versions of the project have published.</param>
    public static RecordedAssessment Of(ProjectRequest project, ReferenceData reference, IReadOnlyList<SuppressedTable> earlier)
    {
        var people = project.People ?? new();
        return new(
            reference.Assess(project), Suppression.Apply(CountTable.OfPeople(people.Total, people.Groups, reference.Codes), earlier),
            reference.Policy.Reference)
        {
            UndecidedWeighsLess = reference.Policy.UndecidedWeighsLess is true,
        };
    }

    /// <summary>With those figures only that may leave on paper or in a file.</summary>
    public Assessment Released => AssessmentRelease.Of(Full, Counts, Reference);

    /// <summary>What everybody may see of it.</summary>
    public Assessment InWords => AssessmentInWords.Of(Full);

    /// <summary>What follows from it for the review.</summary>
    public AssessmentOutcome Outcome => new(
        Full.Outcome switch
        {
            RepresentationOutcome.ReviewRequired => ReviewNeed.Required,
            RepresentationOutcome.NoReviewRequired => ReviewNeed.NotRequired,
            _ => ReviewNeed.CoordinatorDecides,
        },
        Full.Reasons,
        // Populations of which the figures do not tell count for routing once the review comes about.
        [.. Full.Touched.Concat(Full.Undecided).Distinct(StringComparer.Ordinal)],
        string.Join(", ", Full.Editions.Select(e => $"{e.Id} {e.Version}")), "system")
    {
        Undecided = UndecidedWeighsLess ? [.. Full.Undecided.Except(Full.Touched, StringComparer.Ordinal)] : [],
    };
}
