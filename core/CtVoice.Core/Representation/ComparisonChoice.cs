namespace CtVoice.Core.Representation;

/// <summary>
/// Whom a project's people are compared with: what the agency proposes (who is eligible is known to it alone), then the same
/// place and ages, then the same place, then the state at the same ages, the whole state last. Per population the first that
/// counts it, with race asked in the same way, is taken.
/// </summary>
internal sealed class ComparisonChoice
{
    private readonly List<PossibleComparison> candidates = [];
    private readonly AssessmentInput input;
    private readonly RelCodes codes;

    internal ComparisonChoice(AssessmentInput input, BaselineSet baselines, RelCodes codes)
    {
        this.input = input;
        this.codes = codes;
        var unknown = new List<string>();
        if (input.Comparison is { } proposal)
        {
            if (proposal.Total.IsKnown || proposal.Groups.Any(g => g.Count.IsKnown))
                candidates.Add(Proposed(proposal));
            if (proposal.Baseline is { } id)
            {
                if (baselines.Baselines.FirstOrDefault(b => b.Id == id) is { } named)
                    candidates.Add(Of(named, isProposal: true));
                else
                    unknown.Add($"The agency proposed the baseline {id}, which is not known here.");
            }
        }

        foreach (var baseline in baselines.Baselines.Where(Fits).OrderBy(Distance))
            candidates.Add(Of(baseline, isProposal: false) with { Extra = unknown });
    }

    /// <summary>The comparison for a population, or why there is none.</summary>
    internal (CountedComparison? Found, string? WhyNot) For(string population, RaceBasis? basis)
    {
        string? whyNot = null;
        foreach (var candidate in candidates)
        {
            if (candidate.Groups.FirstOrDefault(g => g.Population == population) is not { } group)
                continue;
            if (candidate.Total is not { } total)
                whyNot ??= $"the source of {candidate.Name} does not say how many people it counts in all";
            else if (basis is { } asked && group.Bases is { } bases && !bases.Contains(asked))
                whyNot ??= $"race was asked in different ways: {Spoken(asked)} in these data, "
                    + $"{string.Join(" or ", bases.Select(Spoken))} in {candidate.Name}";
            else
                return (new(group.Count, total, Shown(candidate, group, basis)), null);
        }

        return (null, whyNot ?? "there is no baseline that counts this population");
    }

    internal static string Spoken(RaceBasis basis) => basis switch
    {
        RaceBasis.CombinedQuestion => "one combined question",
        RaceBasis.Alone => "one race alone",
        _ => "a race alone or with others",
    };

    private static PossibleComparison Of(Baseline baseline, bool isProposal) =>
        new(baseline.Id, baseline.Name, baseline.Source, isProposal, baseline.Total, baseline.Groups, baseline.Ages, baseline.Place);

    private static PossibleComparison Proposed(ComparisonProposal proposal) => new(
        null,
        proposal.Description ?? "the people named by the agency",
        proposal.Source ?? "stated by the agency, without a source",
        true,
        proposal.Total.Value,
        [.. proposal.Groups.Where(g => g.Count.IsKnown).Select(g => new BaselineGroup(
            g.Population, g.Count.Value!.Value, proposal.RaceBasis is { } basis ? [basis] : null))],
        null,
        "");

    private Comparison Shown(PossibleComparison candidate, BaselineGroup group, RaceBasis? basis)
    {
        List<string> caveats = [.. candidate.Extra];
        if (candidate.IsProposal)
            caveats.Add("The agency chose this comparison.");
        else if (input.Ages is not null && candidate.Ages != input.Ages)
            caveats.Add("There is no baseline for the ages of the people in these data; people of other ages are in the comparison.");
        if (!candidate.IsProposal && input.Place is { } place && !SamePlace(place, BaselineSet.State) && !SamePlace(candidate.Place, place))
            caveats.Add($"There is no baseline for {place}; the comparison is the whole state.");
        if (basis is null && group.Bases is not null && codes.Find(group.Population) is not null)
            caveats.Add($"How race was asked in these data is not known yet; the comparison counts "
                + $"{string.Join(" or ", group.Bases.Select(Spoken))}.");
        foreach (var included in group.Includes ?? [])
            caveats.Add($"The comparison still counts {codes.NameOf(included)} as {codes.NameOf(group.Population)}.");
        return new(candidate.Id, candidate.Name, candidate.Source, candidate.IsProposal, caveats);
    }

    private bool Fits(Baseline baseline) =>
        (SamePlace(baseline.Place, BaselineSet.State) || (input.Place is { } place && SamePlace(baseline.Place, place)))
        && (baseline.Ages is null || baseline.Ages == input.Ages);

    private int Distance(Baseline baseline) =>
        (input.Place is { } place && SamePlace(baseline.Place, place) ? 0 : 2) + (baseline.Ages == input.Ages ? 0 : 1);

    private static bool SamePlace(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private sealed record PossibleComparison(
        string? Id, string Name, string Source, bool IsProposal, long? Total, IReadOnlyList<BaselineGroup> Groups,
        AgeRange? Ages, string Place)
    {
        internal IReadOnlyList<string> Extra { get; init; } = [];
    }
}

/// <summary>A comparison with the counts for one population.</summary>
internal sealed record CountedComparison(long InComparison, long Total, Comparison Shown);
