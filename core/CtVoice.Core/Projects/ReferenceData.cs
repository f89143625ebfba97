using CtVoice.Core.Projects.Sharing;
using CtVoice.Core.Representation;

namespace CtVoice.Core.Projects;

/// <summary>The versioned data files that projects are checked and assessed with.</summary>
public sealed record ReferenceData(
    IntakePolicy Intake, OverrepresentationPolicy Policy, BaselineSet Baselines, RelCodes Codes, SourceProfiles Profiles)
{
    /// <summary>When the Data Governing Board meets.</summary>
    public GoverningBoardMeetings Meetings { get; init; } = GoverningBoardMeetings.Provisional;

    /// <summary>Initiatives outside government.</summary>
    public InitiativeList Initiatives { get; init; } = InitiativeList.None;

    /// <summary>What ships with the product.</summary>
    public static ReferenceData Shipped { get; } = new(
        IntakePolicy.Default, OverrepresentationPolicy.Shipped, BaselineSet.Shipped, RelCodes.Shipped, SourceProfiles.Shipped);

    /// <summary>The limits of an intake, with the populations that these files know.</summary>
    public IntakePolicy IntakeNow => Intake with
    {
        Populations = Codes.Codes.Select(c => c.Code)
            .Concat(Codes.NoAnswer.Select(n => n.Code))
            .Concat(Codes.Languages.Select(l => RelCodes.LanguagePrefix + l.Code))
            .Concat(Policy.Always.Select(a => a.Code))
            .Concat(Baselines.Baselines.SelectMany(b => b.Groups).Select(g => g.Population))
            .ToHashSet(StringComparer.Ordinal),
    };

    /// <summary>Each code of race or ethnicity with the one that it rolls up to.</summary>
    public IReadOnlyDictionary<string, string> Broader =>
        Codes.Codes.Where(c => c.Parent is not null).ToDictionary(c => c.Code, c => c.Parent!, StringComparer.Ordinal);

    /// <summary>Assesses a project.</summary>
    public Assessment Assess(ProjectRequest project) => Overrepresentation.Assess(
        AssessmentInput.Of(project.People ?? new(), project.Agencies),
        Policy, Baselines, Codes, Profiles);
}
