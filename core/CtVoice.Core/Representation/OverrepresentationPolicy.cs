using System.Text.Json.Serialization;
using CtVoice.Core.Json;

namespace CtVoice.Core.Representation;

/// <summary>
/// When a population counts as overrepresented. No official threshold of Connecticut was found: the shipped one is a
/// design choice that users may dispute and replace.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record OverrepresentationPolicy : DataFile
{
    private static readonly Lazy<OverrepresentationPolicy> Lazy =
        new(() => DataFiles.Shipped<OverrepresentationPolicy>("overrepresentation-policy"));

    /// <summary>The policy that is shipped.</summary>
    public static OverrepresentationPolicy Shipped => Lazy.Value;

    /// <summary>Smallest disproportionality index that counts.</summary>
    public required decimal IndexAtLeast { get; init; }

    /// <summary>What the lower end of the risk ratio's 95% interval must exceed.</summary>
    public required decimal RiskRatioLowerAbove { get; init; }

    /// <summary>Largest index at which a population may be missing from the data.</summary>
    public required decimal MayBeMissingAtMost { get; init; }

    /// <summary>Fewest people of the group in the comparison population (n-size, 34 CFR 300.647).</summary>
    public required long FewestInComparison { get; init; }

    /// <summary>Fewest people of the group in the data (cell size, 34 CFR 300.647).</summary>
    public required long FewestInData { get; init; }

    /// <summary>The population that rates are compared with; shown, never a reason for a review.</summary>
    public required string Reference { get; init; }

    /// <summary>Populations that always count as overrepresented, whatever the counts.</summary>
    public required IReadOnlyList<CodeName> Always { get; init; }

    /// <summary>
    /// Populations of which the figures do not tell count in routing after all that are touched; otherwise, and in a version that does not
    /// say so, they count alike.
    /// </summary>
    public bool? UndecidedWeighsLess { get; init; }

    /// <summary>The population of a programme, e.g. <c>child-welfare</c>.</summary>
    public static string CodeOf(Programme programme) => programme switch
    {
        Programme.Benefits => "benefits",
        Programme.Poverty => "poverty",
        Programme.ChildWelfare => "child-welfare",
        Programme.Custody => "custody",
        Programme.Homeless => "homeless",
        _ => throw new ArgumentOutOfRangeException(nameof(programme), programme, "Not a programme."),
    };

    internal override IEnumerable<Fault> Check()
    {
        if (IndexAtLeast <= 1)
            yield return new("/indexAtLeast", "The index that counts must be above 1.");
        if (RiskRatioLowerAbove < 0)
            yield return new("/riskRatioLowerAbove", "The lower end cannot be negative.");
        if (MayBeMissingAtMost is < 0 or >= 1)
            yield return new("/mayBeMissingAtMost", "A population may be missing below an index of 1.");
        if (FewestInComparison < 1)
            yield return new("/fewestInComparison", "At least 1.");
        // Below 11 the outcome itself would say something exact about a count that must not leave.
        if (FewestInData < Suppression.FirstShown)
            yield return new("/fewestInData", $"At least {Suppression.FirstShown}: smaller counts never leave.");
        if (string.IsNullOrWhiteSpace(Reference))
            yield return new("/reference", "Name the population that rates are compared with.");
        if (Always is null || Always.Any(a => string.IsNullOrWhiteSpace(a?.Code) || string.IsNullOrWhiteSpace(a.Name)))
            yield return new("/always", "A list of populations, each with code and name.");
    }
}
