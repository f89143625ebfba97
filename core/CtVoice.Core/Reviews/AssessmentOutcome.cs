namespace CtVoice.Core.Reviews;

/// <summary>The outcome of the assessment, kept with its reasons.</summary>
/// <param name="Outcome">What follows.</param>
/// <param name="Reasons">Plain sentences.</param>
/// <param name="Touched">Codes of the overrepresented populations, for routing.</param>
/// <param name="Policy">Version of the rules used.</param>
/// <param name="DecidedBy">system, silence, or the key id of the coordinator who decided.</param>
public sealed record AssessmentOutcome(
    ReviewNeed Outcome, IReadOnlyList<string> Reasons, IReadOnlyList<string> Touched, string Policy, string DecidedBy)
{
    /// <summary>
    /// Those of them of which the figures do not tell and that count after the others in routing. Empty where the policy makes no
    /// difference, and in a review that was assessed before there was one.
    /// </summary>
    public IReadOnlyList<string> Undecided { get; init => field = value ?? []; } = [];
}

/// <summary>Whether residents are asked.</summary>
public enum ReviewNeed
{
    /// <summary>An overrepresented population is touched.</summary>
    Required,

    /// <summary>None is.</summary>
    NotRequired,

    /// <summary>The figures do not tell.</summary>
    CoordinatorDecides,
}
