using System.Text.Json.Serialization;

namespace CtVoice.Core.Representation;

/// <summary>The people in a project's data. Counts are of distinct people; groups may overlap (multi-select).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PeopleInData
{
    /// <summary>Who they are, in a plain sentence.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>Distinct people in the data.</summary>
    public Count Total { get; init; }

    /// <summary>How many of them belong to each population.</summary>
    public IReadOnlyList<PopulationCount> Groups { get; init => field = value ?? []; } = [];

    /// <summary>How race and ethnicity were asked; null when not known yet.</summary>
    public RaceBasis? RaceBasis { get; init; }

    /// <summary>Programmes whose people always count as overrepresented.</summary>
    public IReadOnlyList<Programme> Programmes { get; init => field = value ?? []; } = [];

    /// <summary>Ages of the people; null when not limited or not known yet.</summary>
    public AgeRange? Ages { get; init; }

    /// <summary>Where they live, e.g. <c>Connecticut</c> or <c>Hartford</c>.</summary>
    public string? Place { get; init; }

    /// <summary>Calendar years that the people are drawn from.</summary>
    public YearRange? Years { get; init; }

    /// <summary>Whom to compare them with, when the agency proposes it.</summary>
    public ComparisonProposal? Comparison { get; init; }

    /// <summary>Codes of everybody who is named, programmes first.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Populations =>
        [.. Programmes.Select(Representation.OverrepresentationPolicy.CodeOf).Concat(Groups.Select(g => g.Population))
            .Distinct(StringComparer.Ordinal)];
}

/// <summary>How many people in the data belong to a population.</summary>
/// <param name="Population">REL code (<c>2054-5</c>), language (<c>lang:es</c>) or another population id.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[method: JsonConstructor]
public sealed record PopulationCount(string Population)
{
    /// <summary>A population with its count.</summary>
    public PopulationCount(string population, Count count)
        : this(population) => Count = count;

    /// <summary>Distinct people; not known yet when absent.</summary>
    public Count Count { get; init; }
}

/// <summary>How race and ethnicity were asked and counted (OMB SPD 15 of 2024; 2020 Census tables).</summary>
public enum RaceBasis
{
    /// <summary>One question on race and ethnicity, several answers allowed.</summary>
    CombinedQuestion,

    /// <summary>Only people who gave one race.</summary>
    Alone,

    /// <summary>People who gave the race alone or with others.</summary>
    AloneOrInCombination,
}

/// <summary>Programmes whose people always touch an overrepresented population, whatever the counts.</summary>
public enum Programme
{
    /// <summary>People on benefits.</summary>
    Benefits,

    /// <summary>People in poverty.</summary>
    Poverty,

    /// <summary>Children and families in child welfare.</summary>
    ChildWelfare,

    /// <summary>People in custody.</summary>
    Custody,

    /// <summary>People without a home.</summary>
    Homeless,
}

/// <summary>Ages in completed years, both ends included; a null end is open.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AgeRange(int? From = null, int? To = null);

/// <summary>Calendar years, both included; a null end is open.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record YearRange(int? From = null, int? To = null);

/// <summary>
/// A comparison population that the agency proposes: a baseline by id, or counts of its own (e.g. everybody who is
/// eligible).
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ComparisonProposal
{
    /// <summary>Id of a baseline that the software holds.</summary>
    public string? Baseline { get; init; }

    /// <summary>Who they are, in a plain sentence.</summary>
    public string? Description { get; init; }

    /// <summary>Where the counts come from.</summary>
    public string? Source { get; init; }

    /// <summary>Distinct people.</summary>
    public Count Total { get; init; }

    /// <summary>How many of them belong to each population.</summary>
    public IReadOnlyList<PopulationCount> Groups { get; init => field = value ?? []; } = [];

    /// <summary>How race and ethnicity were asked.</summary>
    public RaceBasis? RaceBasis { get; init; }
}
