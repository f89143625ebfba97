namespace CtVoice.Core.Representation;

/// <summary>Whether a project touches an overrepresented population, with the whole computation.</summary>
/// <remarks>Holds counts of people in clear, so it does not leave as it is.</remarks>
public sealed record Assessment
{
    /// <summary>What follows.</summary>
    public required RepresentationOutcome Outcome { get; init; }

    /// <summary>Why, in plain sentences without figures.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Codes of the overrepresented populations, for routing.</summary>
    public required IReadOnlyList<string> Touched { get; init; }

    /// <summary>Codes of populations of which the figures do not tell; they count for routing when the review comes
    /// about without them.</summary>
    public required IReadOnlyList<string> Undecided { get; init; }

    /// <summary>One finding per population.</summary>
    public required IReadOnlyList<PopulationFinding> Findings { get; init; }

    /// <summary>The data files it was computed with: policy, baselines, codes and source profiles.</summary>
    public required IReadOnlyList<Edition> Editions { get; init; }
}

/// <summary>What follows from an assessment.</summary>
public enum RepresentationOutcome
{
    /// <summary>An overrepresented population is touched.</summary>
    ReviewRequired,

    /// <summary>None is.</summary>
    NoReviewRequired,

    /// <summary>The figures do not tell.</summary>
    CoordinatorDecides,
}

/// <summary>What was found of one population.</summary>
public sealed record PopulationFinding
{
    /// <summary>Its code.</summary>
    public required string Population { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The finding.</summary>
    public required PopulationStatus Status { get; init; }

    /// <summary>Why it cannot be computed; null when it can.</summary>
    public string? Reason { get; init; }

    /// <summary>True when only subgroups were stated, so that the count is the least there can be.</summary>
    public bool IsAtLeast { get; init; }

    /// <summary>The figures; null when there are none or they are held back.</summary>
    public PopulationFigures? Figures { get; init; }

    /// <summary>Whom it was compared with; null when nobody.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>The arithmetic in plain sentences.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }
}

/// <summary>What a population's figures say.</summary>
public enum PopulationStatus
{
    /// <summary>More often in the data than in the comparison population, by the policy's measure.</summary>
    Overrepresented,

    /// <summary>Not by that measure.</summary>
    NotOverrepresented,

    /// <summary>So rare in the data that people may be missing from them.</summary>
    MayBeMissing,

    /// <summary>The population that rates are compared with.</summary>
    Reference,

    /// <summary>There is no figure, for the reason given.</summary>
    CannotBeComputed,

    /// <summary>Too few people for a figure to mean anything, or to be shown.</summary>
    TooFew,
}

/// <summary>The figures of one population, unrounded. Shares and rates are fractions of 1.</summary>
public sealed record PopulationFigures
{
    /// <summary>People of the population in the data (a).</summary>
    public required long InData { get; init; }

    /// <summary>People in the data (N).</summary>
    public required long People { get; init; }

    /// <summary>People of the population in the comparison population (n1).</summary>
    public long? InComparison { get; init; }

    /// <summary>People in the comparison population (N0).</summary>
    public long? ComparisonTotal { get; init; }

    /// <summary>a / N.</summary>
    public required double Share { get; init; }

    /// <summary>Lower end of the 95% Wilson interval of the share.</summary>
    public required double ShareLow { get; init; }

    /// <summary>Upper end of the 95% Wilson interval of the share.</summary>
    public required double ShareHigh { get; init; }

    /// <summary>n1 / N0.</summary>
    public double? ComparisonShare { get; init; }

    /// <summary>Disproportionality index: share by comparison share.</summary>
    public double? Index { get; init; }

    /// <summary>Risk ratio (a/n1) / (c/n0), with 0.5 in the place of a zero cell.</summary>
    public double? RiskRatio { get; init; }

    /// <summary>Lower end of the 95% Katz interval of the risk ratio.</summary>
    public double? RiskRatioLow { get; init; }

    /// <summary>Upper end of the 95% Katz interval of the risk ratio.</summary>
    public double? RiskRatioHigh { get; init; }

    /// <summary>True when a zero cell was counted as 0.5 in the risk ratio.</summary>
    public bool IsZeroCorrected { get; init; }

    /// <summary>Relative rate index: a/n1 by the same of the reference population; null without its counts.</summary>
    public double? RelativeRate { get; init; }
}

/// <summary>A comparison population as it is shown.</summary>
/// <param name="Id">Id of the baseline; null when the agency stated counts of its own.</param>
/// <param name="Name">Who they are.</param>
/// <param name="Source">Where the figures come from.</param>
/// <param name="IsProposal">Whether the agency chose it.</param>
/// <param name="Caveats">What the reader should know, in plain sentences.</param>
public sealed record Comparison(string? Id, string Name, string Source, bool IsProposal, IReadOnlyList<string> Caveats);
