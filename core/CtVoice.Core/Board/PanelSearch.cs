using System.Numerics;

namespace CtVoice.Core.Board;

/// <summary>
/// Finds the best valid panel. Valid: at most the wanted number of candidates, no two of whom clash, with everybody the
/// coordinator seated. Best, each only among equals in what comes before it: greatest <see cref="Coverage"/>; most seats
/// taken; least <see cref="Merit"/> in sum.
/// </summary>
/// <remarks>
/// Candidates who do not clash with each other can be taken in any order, and what a panel is worth depends on three
/// things only: its coverage, its seats, its merit. So groups of clashing candidates are taken one after the other, and of
/// all part-panels with the same coverage and seats only the fairest is kept; the others can never become better. A
/// candidate whom enough others outdo in description and fairness is left out, so a board of hundreds shrinks to dozens,
/// and a part-panel that cannot reach the coverage of a panel already known is dropped. The search is exact unless one
/// number of seats has more than <see cref="Width"/> different coverages; then the best of them are kept, and the result
/// says so. Twelve members have at most 924 part-panels of one size.
/// </remarks>
internal static class PanelSearch
{
    /// <summary>Part-panels kept for each number of seats.</summary>
    public const int Width = 1000;

    /// <summary>The best panel, and whether every panel was looked at.</summary>
    /// <param name="candidates">Who may be asked, the seated included, in order of id.</param>
    /// <param name="seated">Whom the coordinator seated; no two clash, no more than <paramref name="size"/>.</param>
    /// <param name="size">Seats.</param>
    public static (IReadOnlyList<Candidate> Panel, bool Exact) Best(
        IReadOnlyList<Candidate> candidates, IReadOnlyList<Candidate> seated, int size)
    {
        var start = seated.Aggregate(PartPanel.Empty, (panel, candidate) => panel.Plus(candidate));
        var free = candidates.Where(candidate => !seated.Any(other => other.Id == candidate.Id || other.Clashes(candidate))).ToList();
        var layer = new Dictionary<(Coverage, int), PartPanel> { [start.Key] = start };
        var exact = true;
        var groups = Groups(Needed(free, size), size);
        // Any valid panel is a floor: what cannot reach its coverage cannot win. This one takes who adds most, one by one.
        var known = PanelRanking.Alternates(free, seated, size - seated.Count)
            .Aggregate(start, (panel, candidate) => panel.Plus(candidate));
        var floor = known.Coverage;
        var hopes = Hopes(groups);
        for (var i = 0; i < groups.Count; i++)
        {
            var next = new Dictionary<(Coverage, int), PartPanel>(layer);
            foreach (var panel in layer.Values)
            {
                foreach (var choice in groups[i])
                {
                    if (panel.Seats + choice.Seats <= size)
                        KeepFairer(next, panel, choice);
                }
            }
            floor = next.Values.Select(panel => panel.Coverage).Append(floor).Max();
            foreach (var panel in next.Values.Where(panel => !hopes[i].Reaches(floor, panel.Coverage, size - panel.Seats)).ToList())
                _ = next.Remove(panel.Key);
            exact &= Narrow(next);
            layer = next;
        }
        // When the search was narrowed, what would have reached the floor may be gone: the known panel stands then.
        var best = layer.Values.Aggregate(known, (one, other) => Compare(other, one) > 0 ? other : one);
        return ([.. best.Members()], exact);
    }

    /// <summary>The choices that clash with nothing outside their group: each a set of candidates to take together.</summary>
    private static List<List<PartPanel>> Groups(IReadOnlyList<Candidate> free, int size)
    {
        var groups = new List<List<Candidate>>();
        foreach (var candidate in free)
        {
            var clashing = groups.Where(group => group.Exists(candidate.Clashes)).ToList();
            _ = groups.RemoveAll(clashing.Contains);
            groups.Add([.. clashing.SelectMany(group => group), candidate]);
        }
        // Who covers most comes first, so that narrowing, where it happens, has something to go by.
        return [.. groups
            .OrderByDescending(group => group.Max(candidate => BitOperations.PopCount(candidate.Describes)))
            .ThenBy(group => group.Min(candidate => candidate.Merit))
            .Select(group => Subsets(group, size))];
    }

    /// <summary>
    /// The candidates that some best panel may need. When as many as there are seats clash with nobody, describe all that
    /// somebody describes and are fairer to ask, one of them is not on the panel and could take their place.
    /// </summary>
    private static List<Candidate> Needed(IReadOnlyList<Candidate> free, int size)
    {
        var ordered = free.OrderBy(candidate => candidate.Merit).ThenBy(candidate => candidate.Id, StringComparer.Ordinal).ToList();
        var needed = new List<Candidate>();
        var fairer = new List<Candidate>();
        foreach (var candidate in ordered)
        {
            if (fairer.Where(other => (candidate.Describes & ~other.Describes) == 0).Take(size).Count() == size)
                continue;
            needed.Add(candidate);
            if (!free.Any(other => other.Id != candidate.Id && other.Clashes(candidate)))
                fairer.Add(candidate);
        }
        return needed;
    }

    private static List<PartPanel> Subsets(List<Candidate> group, int size)
    {
        var subsets = new List<PartPanel> { PartPanel.Empty };
        foreach (var candidate in group)
        {
            subsets.AddRange(subsets
                .Where(subset => subset.Seats < size && !subset.Members().Any(candidate.Clashes))
                .Select(subset => subset.Plus(candidate))
                .ToList());
        }
        subsets.RemoveAt(0);
        return subsets;
    }

    /// <summary>For each group what the groups after it can still add.</summary>
    private static Hope[] Hopes(List<List<PartPanel>> groups)
    {
        var hopes = new Hope[groups.Count];
        var after = new Hope(0, 0);
        for (var i = groups.Count - 1; i >= 0; i--)
        {
            hopes[i] = after;
            foreach (var candidate in groups[i].SelectMany(choice => choice.Members()))
                after = new Hope(after.Described | candidate.Describes, Math.Max(after.Most, BitOperations.PopCount(candidate.Describes)));
        }
        return hopes;
    }

    private static void KeepFairer(Dictionary<(Coverage, int), PartPanel> next, PartPanel panel, PartPanel choice)
    {
        var key = (panel.Coverage + choice.Coverage, panel.Seats + choice.Seats);
        if (!next.TryGetValue(key, out var held) || (panel.Merit + choice.Merit).CompareTo(held.Merit) < 0)
            next[key] = panel.Plus(choice);
    }

    private static bool Narrow(Dictionary<(Coverage, int Seats), PartPanel> layer)
    {
        if (layer.Count <= Width)
            return true;
        var dropped = layer.Values.GroupBy(panel => panel.Seats)
            .SelectMany(level => level.OrderDescending(Comparer<PartPanel>.Create(Compare)).Skip(Width))
            .ToList();
        foreach (var panel in dropped)
            _ = layer.Remove(panel.Key);
        return dropped.Count == 0;
    }

    private static int Compare(PartPanel one, PartPanel other)
    {
        var byCoverage = one.Coverage.CompareTo(other.Coverage);
        if (byCoverage != 0)
            return byCoverage;
        return one.Seats != other.Seats ? one.Seats.CompareTo(other.Seats) : other.Merit.CompareTo(one.Merit);
    }

    /// <summary>What candidates not yet looked at can add at most.</summary>
    /// <param name="Described">Populations that one of them describes.</param>
    /// <param name="Most">The most populations that one of them describes.</param>
    private readonly record struct Hope(ulong Described, int Most)
    {
        /// <summary>False when no panel that comes of <paramref name="coverage"/> with so many more seats covers as
        /// much as the floor.</summary>
        public bool Reaches(Coverage floor, Coverage coverage, int seats)
        {
            // What counts less only parts equals: a panel that may reach the floor in all that counts is kept.
            var (once, twice, _) = coverage.Size;
            var counts = ~(coverage.Less | floor.Less);
            // Each member adds at most one step to each population they describe: its first member or its second.
            var steps = seats * Most;
            var hopedOnce = Math.Min(BitOperations.PopCount((coverage.Once | Described) & counts), once + steps);
            if (hopedOnce != floor.Size.Once)
                return hopedOnce > floor.Size.Once;
            // Reaching as many as the floor takes its steps; what is left can double.
            var left = steps - Math.Max(0, floor.Size.Once - once);
            return Math.Min(BitOperations.PopCount((coverage.Twice | Described) & counts), twice + left) >= floor.Size.Twice;
        }
    }

    /// <summary>Some members of a panel, as a chain of additions.</summary>
    private sealed record PartPanel(Coverage Coverage, int Seats, Merit Merit, PartPanel? Before, PartPanel? Added, Candidate? One)
    {
        public static PartPanel Empty { get; } = new(default, 0, default, null, null, null);

        public (Coverage, int) Key => (Coverage, Seats);

        public PartPanel Plus(Candidate candidate) =>
            new(Coverage + candidate.Covers, Seats + 1, Merit + candidate.Merit, this, null, candidate);

        public PartPanel Plus(PartPanel choice) =>
            new(Coverage + choice.Coverage, Seats + choice.Seats, Merit + choice.Merit, this, choice, null);

        public IEnumerable<Candidate> Members()
        {
            for (var panel = this; panel is not null; panel = panel.Before)
            {
                if (panel.One is not null)
                    yield return panel.One;
                foreach (var candidate in panel.Added?.Members() ?? [])
                    yield return candidate;
            }
        }
    }
}
