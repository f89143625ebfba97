using System.Text.Json.Serialization;
using CtVoice.Core.Json;

namespace CtVoice.Core.Representation;

/// <summary>The populations that a project's data can be compared with.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record BaselineSet : DataFile
{
    /// <summary>The place that is compared with last, when nothing nearer is there.</summary>
    public const string State = "Connecticut";

    private static readonly Lazy<BaselineSet> Lazy = new(() => DataFiles.Shipped<BaselineSet>("baselines"));

    /// <summary>The baselines that are shipped.</summary>
    public static BaselineSet Shipped => Lazy.Value;

    /// <summary>The baselines.</summary>
    public required IReadOnlyList<Baseline> Baselines { get; init; }

    internal override IEnumerable<Fault> Check()
    {
        if (Baselines is null)
            return [new("/baselines", "Baselines must be a list.")];
        var faults = new List<Fault>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Baselines.Count; i++)
        {
            var at = $"/baselines/{i}";
            var baseline = Baselines[i];
            if (baseline?.Groups is null)
                faults.Add(new(at, "A baseline needs a list of groups."));
            else if (string.IsNullOrWhiteSpace(baseline.Id) || string.IsNullOrWhiteSpace(baseline.Name)
                || string.IsNullOrWhiteSpace(baseline.Source) || string.IsNullOrWhiteSpace(baseline.Place))
                faults.Add(new(at, "A baseline needs an id, a name, a source and a place."));
            else if (!seen.Add(baseline.Id))
                faults.Add(new($"{at}/id", $"{baseline.Id} is listed twice."));
            else
                faults.AddRange(baseline.CheckCounts(at));
        }

        return faults;
    }
}

/// <summary>One population to compare with.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Baseline
{
    /// <summary>Its id, e.g. <c>census-2020-ct</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Who they are, to be read after "compared with": "everybody in Connecticut, 2020 Census".</summary>
    public required string Name { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required string Source { get; init; }

    /// <summary>The day that the figures speak of.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Where the people live.</summary>
    public required string Place { get; init; }

    /// <summary>Their ages; null for all.</summary>
    public AgeRange? Ages { get; init; }

    /// <summary>People in all; null when the source does not say.</summary>
    public long? Total { get; init; }

    /// <summary>How many of them belong to each population.</summary>
    public required IReadOnlyList<BaselineGroup> Groups { get; init; }

    internal IEnumerable<Fault> CheckCounts(string at)
    {
        if (Total is <= 0)
            yield return new($"{at}/total", "The total must be positive.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Groups.Count; i++)
        {
            var group = Groups[i];
            if (string.IsNullOrWhiteSpace(group?.Population))
                yield return new($"{at}/groups/{i}", "A group needs a population.");
            else if (!seen.Add(group.Population))
                yield return new($"{at}/groups/{i}/population", $"{group.Population} is listed twice.");
            else if (group.Count < 0 || group.Count > (Total ?? long.MaxValue))
                yield return new($"{at}/groups/{i}/count", "A group cannot be negative or larger than the total.");
        }
    }
}

/// <summary>One group of a baseline.</summary>
/// <param name="Population">Code of the population.</param>
/// <param name="Count">People.</param>
/// <param name="Bases">Ways of asking that give the same count; null when it makes no difference.</param>
/// <param name="Includes">Populations counted in here that have a code of their own since.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record BaselineGroup(
    string Population, long Count, IReadOnlyList<RaceBasis>? Bases = null, IReadOnlyList<string>? Includes = null);
