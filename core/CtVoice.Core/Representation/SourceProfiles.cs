using System.Text.Json.Serialization;
using CtVoice.Core.Json;

namespace CtVoice.Core.Representation;

/// <summary>What OPM knows about the people in a data source, used where a project does not know its counts yet.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SourceProfiles : DataFile
{
    private static readonly Lazy<SourceProfiles> Lazy = new(() => DataFiles.Shipped<SourceProfiles>("source-profiles"));

    /// <summary>The profiles that are shipped: none.</summary>
    public static SourceProfiles Shipped => Lazy.Value;

    /// <summary>One profile per source.</summary>
    public required IReadOnlyList<SourceProfile> Profiles { get; init; }

    internal override IEnumerable<Fault> Check()
    {
        if (Profiles is null)
            return [new("/profiles", "Profiles must be a list.")];
        var faults = new List<Fault>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Profiles.Count; i++)
        {
            var profile = Profiles[i];
            if (profile?.Groups is null || string.IsNullOrWhiteSpace(profile.Source) || string.IsNullOrWhiteSpace(profile.Basis))
                faults.Add(new($"/profiles/{i}", "A profile needs a source, its basis and a list of groups."));
            else if (!seen.Add(profile.Source))
                faults.Add(new($"/profiles/{i}/source", $"{profile.Source} has two profiles."));
            else if (profile.Total <= 0)
                faults.Add(new($"/profiles/{i}/total", "The total must be positive."));
            else if (profile.ZeroMeansUpTo < 0)
                faults.Add(new($"/profiles/{i}/zeroMeansUpTo", "Not negative."));
            else if (profile.Groups.Any(g => g?.Population is null || g.Count.Value < 0 || g.Count.Value > profile.Total))
                faults.Add(new($"/profiles/{i}/groups", "A group cannot be negative or larger than the total."));
        }

        return faults;
    }
}

/// <summary>The people in one data source.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SourceProfile
{
    /// <summary>Code of the agency or source, e.g. <c>DSS</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Where the figures come from and of when.</summary>
    public required string Basis { get; init; }

    /// <summary>Distinct people.</summary>
    public required long Total { get; init; }

    /// <summary>How many of them belong to each population.</summary>
    public required IReadOnlyList<PopulationCount> Groups { get; init; }

    /// <summary>How race and ethnicity were asked; null when not known.</summary>
    public RaceBasis? RaceBasis { get; init; }

    /// <summary>What a zero can hide: 4 for a source that publishes counts below 5 as zero, as DSS open data does.</summary>
    public int ZeroMeansUpTo { get; init; }
}
