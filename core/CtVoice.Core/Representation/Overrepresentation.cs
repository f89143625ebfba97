using System.Globalization;

namespace CtVoice.Core.Representation;

/// <summary>Finds the overrepresented populations in a project's data, and whether a review follows.</summary>
public static class Overrepresentation
{
    /// <summary>
    /// Assesses. A review is required when a population is overrepresented; the coordinator decides when none is but the
    /// figures of some do not tell (too few people, or not to be computed). Never refuses an input.
    /// </summary>
    public static Assessment Assess(
        AssessmentInput input, OverrepresentationPolicy policy, BaselineSet baselines, RelCodes codes, SourceProfiles profiles)
    {
        var run = new Run(input, policy, codes, new ComparisonChoice(input, baselines, codes), Counts(input, profiles));
        var judged = Populations(input, run.Counted, policy, codes).Select(run.Judge).ToList();
        var touched = judged.Where(j => j.Finding.Status is PopulationStatus.Overrepresented).Select(j => j.Finding).ToList();
        var undecided = judged.Where(j => j.IsOpen).Select(j => j.Finding).ToList();
        var nothingStated = judged.Count == 0;
        var outcome = touched.Count > 0 ? RepresentationOutcome.ReviewRequired
            : undecided.Count > 0 || nothingStated ? RepresentationOutcome.CoordinatorDecides
            : RepresentationOutcome.NoReviewRequired;
        return new()
        {
            Outcome = outcome,
            Reasons = [.. Reasons(outcome, touched, undecided, nothingStated)],
            Touched = [.. touched.Select(f => f.Population)],
            Undecided = [.. undecided.Select(f => f.Population)],
            Findings = [.. judged.Select(j => j.Finding)],
            Editions = [policy.Edition(), baselines.Edition(), codes.Edition(), profiles.Edition()],
        };
    }

    private static IEnumerable<string> Reasons(
        RepresentationOutcome outcome, List<PopulationFinding> touched, List<PopulationFinding> undecided, bool nothingStated)
    {
        yield return outcome switch
        {
            RepresentationOutcome.ReviewRequired => "A review is required: the project touches an overrepresented population.",
            RepresentationOutcome.CoordinatorDecides => "The figures do not tell whether a review is needed; the coordinator decides.",
            _ => "No review is required: no population in these data is overrepresented by the policy's measure.",
        };
        if (nothingStated)
            yield return "The project does not say which populations are in its data.";
        foreach (var finding in touched)
            yield return finding.Figures is null
                ? $"{finding.Name}: always counted as overrepresented, whatever the counts."
                : $"{finding.Name}: overrepresented in these data.";
        foreach (var finding in undecided)
            yield return $"{finding.Name}: {finding.Reason ?? "too few people to tell"}.";
    }

    /// <summary>Programmes first, then what was stated, then the categories of which only subgroups were stated.</summary>
    private static IEnumerable<Group> Populations(
        AssessmentInput input, IReadOnlyList<Group> counted, OverrepresentationPolicy policy, RelCodes codes)
    {
        foreach (var code in input.Programmes.Select(OverrepresentationPolicy.CodeOf).Distinct(StringComparer.Ordinal))
        {
            if (!counted.Any(g => g.Population == code))
                yield return new(code) { IsProgramme = true };
        }

        foreach (var group in counted)
            yield return group with { IsProgramme = input.Programmes.Any(p => OverrepresentationPolicy.CodeOf(p) == group.Population) };

        foreach (var category in codes.Codes.Where(c => c.Parent is null && c.Code != policy.Reference))
        {
            if (counted.Any(g => g.Population == category.Code))
                continue;
            // People may be in several subgroups, so the largest is all that is sure of the category.
            var largest = counted.Where(g => g.InData is not null && codes.IsWithin(g.Population, category.Code)).MaxBy(g => g.InData);
            if (largest is { InData: > 0 })
                yield return largest with { Population = category.Code, IsAtLeast = true };
        }
    }

    private static List<Group> Counts(AssessmentInput input, SourceProfiles profiles)
    {
        var usable = input.Sources
            .Select(s => profiles.Profiles.FirstOrDefault(p => string.Equals(p.Source, s, StringComparison.OrdinalIgnoreCase)))
            .OfType<SourceProfile>().ToList();
        var stated = input.Groups.GroupBy(g => g.Population, StringComparer.Ordinal)
            .Select(g => new PopulationCount(g.Key, new(g.Max(c => c.Count.Value)))).ToList();
        if (stated.Count == 0)
            stated = [.. usable.SelectMany(p => p.Groups).Select(g => new PopulationCount(g.Population)).Distinct()];
        return [.. stated.Select(g => Count(g, input, usable))];
    }

    /// <summary>A group's counts: as stated, or filled in from the first profile that knows it.</summary>
    private static Group Count(PopulationCount stated, AssessmentInput input, List<SourceProfile> profiles)
    {
        var group = new Group(stated.Population) { InData = stated.Count.Value, People = input.People.Value, Basis = input.RaceBasis };
        if (stated.Count.IsKnown)
            return input.People.IsKnown ? group : group with { WhyUnknown = "how many people are in the data is not known yet" };
        var profile = profiles.FirstOrDefault(p => p.Groups.Any(g => g.Population == stated.Population && g.Count.IsKnown));
        if (profile is null)
            return group with { WhyUnknown = "how many people of this population are in the data is not known yet" };
        var inProfile = profile.Groups.First(g => g.Population == stated.Population && g.Count.IsKnown).Count.Value!.Value;
        if (inProfile == 0 && profile.ZeroMeansUpTo > 0)
        {
            return group with
            {
                WhyUnknown = string.Create(
                    CultureInfo.InvariantCulture,
                    $"the profile of {profile.Source} says 0, which in that source means 0 to {profile.ZeroMeansUpTo}"),
            };
        }

        return group with
        {
            InData = input.People.Value is { } people and >= 0 and <= Suppression.MostPeople
                ? (long)Math.Round((decimal)people * inProfile / profile.Total, MidpointRounding.AwayFromZero) : inProfile,
            People = input.People.Value ?? profile.Total,
            Basis = profile.RaceBasis,
            FilledFrom =
                $"The project does not know this count yet; it is filled in from the profile of {profile.Source} ({profile.Basis}).",
        };
    }

    /// <summary>A population with its counts in the data.</summary>
    private sealed record Group(string Population)
    {
        internal long? InData { get; init; }

        internal long? People { get; init; }

        internal RaceBasis? Basis { get; init; }

        internal string? WhyUnknown { get; init; }

        internal string? FilledFrom { get; init; }

        internal bool IsAtLeast { get; init; }

        internal bool IsProgramme { get; init; }
    }

    /// <summary>A finding, and whether it leaves the outcome open.</summary>
    private readonly record struct Judged(PopulationFinding Finding, bool IsOpen);

    private sealed record Run(
        AssessmentInput Input, OverrepresentationPolicy Policy, RelCodes Codes, ComparisonChoice Choice, List<Group> Counted)
    {
        internal Judged Judge(Group group)
        {
            var finding = new PopulationFinding
            {
                Population = group.Population,
                Name = Policy.Always.FirstOrDefault(p => p.Code == group.Population)?.Name ?? Codes.NameOf(group.Population),
                Status = PopulationStatus.CannotBeComputed,
                IsAtLeast = group.IsAtLeast,
                Sentences = [],
            };
            if (group.IsProgramme || (group.InData != 0 && Policy.Always.Any(p => p.Code == group.Population)))
            {
                return new(finding with
                {
                    Status = PopulationStatus.Overrepresented,
                    Sentences = [$"{finding.Name} are always counted as overrepresented, whatever the counts."],
                }, false);
            }

            if (Codes.IsNoAnswer(group.Population))
                return Cannot(finding, "people who gave no answer are not a population", isOpen: false);
            // Nobody is in no way overrepresented, and the reference never leads to a review.
            var isReference = Codes.IsWithin(group.Population, Policy.Reference);
            var isOpen = !isReference && group.InData != 0;
            if (Implausible(group) is { } reason)
                return Cannot(finding, reason, isOpen);
            var (comparison, whyNot) = Choice.For(group.Population, group.Basis);
            if (comparison is null)
                return Cannot(finding, whyNot!, isOpen);
            var (a, people, n1, total) = (group.InData!.Value, group.People!.Value, comparison.InComparison, comparison.Total);
            finding = finding with { Comparison = comparison.Shown };
            if (NotComparable(a, people, n1, total) is { } problem)
                return Cannot(finding, problem, isOpen);

            var table = new FourFoldTable(a, people, n1, total);
            var figures = table.Figures(ReferenceCounts(comparison.Shown, group.Basis));
            var isOver = table.CompareIndexTo(Policy.IndexAtLeast) >= 0 && figures.RiskRatioLow > (double)Policy.RiskRatioLowerAbove;
            var isTooFew = n1 < Policy.FewestInComparison || (a > 0 && a < Policy.FewestInData);
            if (group.IsAtLeast && (isTooFew || !isOver))
                return Cannot(finding, "only subgroups are stated, and people can belong to several of them", isOpen);
            var status = isReference ? PopulationStatus.Reference
                : isTooFew ? PopulationStatus.TooFew
                : isOver ? PopulationStatus.Overrepresented
                : table.CompareIndexTo(Policy.MayBeMissingAtMost) <= 0 ? PopulationStatus.MayBeMissing
                : PopulationStatus.NotOverrepresented;
            finding = finding with { Status = status, Figures = figures };
            return new(
                finding with { Sentences = [.. AssessmentSentences.Of(finding, Policy, group.FilledFrom)] },
                isOpen && status is PopulationStatus.TooFew);
        }

        private static Judged Cannot(PopulationFinding finding, string reason, bool isOpen) => new(
            finding with { Reason = reason, Sentences = [$"{finding.Name}: cannot be computed, because {reason}."] }, isOpen);

        private string? Implausible(Group group)
        {
            if (group.WhyUnknown is { } why)
                return why;
            if (group.InData is < 0 || group.People is < 0 or > Suppression.MostPeople)
                return "a number of people cannot be negative or beyond ten billion";
            if (group.People == 0)
                return "there is nobody in the data";
            if (group.InData > group.People)
                return "more people of this population are stated than people in all";
            return !group.IsAtLeast && Counted.Any(g => g.Population != group.Population && g.InData > group.InData
                && Codes.IsWithin(g.Population, group.Population))
                ? "a subgroup of it is stated with more people than the whole" : null;
        }

        private string? NotComparable(long a, long people, long n1, long total) =>
            total is <= 0 or > Suppression.MostPeople || n1 < 0 || n1 > total
                ? "the counts of the comparison population contradict each other"
            : n1 == 0 ? "nobody in the comparison population belongs to it"
            : n1 == total ? "everybody in the comparison population belongs to it"
            : a > n1 || people - a > total - n1
                ? Input.IsMultiYearCohort
                    ? "the data count people of several years together, and they outnumber the comparison population"
                    : "there are more people in the data than in the comparison population"
            : null;

        /// <summary>The reference population's counts on the same terms, or null.</summary>
        private (long InData, long InComparison)? ReferenceCounts(Comparison comparison, RaceBasis? basis)
        {
            var reference = Counted.FirstOrDefault(g => g.Population == Policy.Reference);
            return reference is { InData: { } a, WhyUnknown: null } && reference.Basis == basis
                && Choice.For(Policy.Reference, basis).Found is { } found && found.Shown.Name == comparison.Name
                    ? (a, found.InComparison) : null;
        }
    }
}
