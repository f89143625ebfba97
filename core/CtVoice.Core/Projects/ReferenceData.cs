using CtVoice.Core.Representation;

namespace CtVoice.Core.Projects;

/// <summary>The versioned data files that projects are checked and assessed with.</summary>
public sealed record ReferenceData(
    IntakePolicy Intake, OverrepresentationPolicy Policy, BaselineSet Baselines, RelCodes Codes, SourceProfiles Profiles)
{
    /// <summary>What ships with the product.</summary>
    public static ReferenceData Shipped { get; } = new(
        IntakePolicy.Default, OverrepresentationPolicy.Shipped, BaselineSet.Shipped, RelCodes.Shipped, SourceProfiles.Shipped);

    /// <summary>Assesses a project.</summary>
    public Assessment Assess(ProjectRequest project) => Overrepresentation.Assess(
        AssessmentInput.Of(project.People ?? new(), [.. project.SharingAgencies.Select(a => a.Agency).Prepend(project.Agency).Distinct(StringComparer.Ordinal)]),
        Policy, Baselines, Codes, Profiles);
}
