using System.Numerics;

namespace CtVoice.Core.Board;

/// <summary>Puts picks in order: what a list of names means to whoever reads it from the top.</summary>
internal static class PanelRanking
{
    /// <summary>The panel in order of pick: who adds most coverage to those before, then the fairest.</summary>
    public static IReadOnlyList<Candidate> InOrderOfPick(IReadOnlyList<Candidate> panel) =>
        Ranked(panel, panel.Count, [], (candidate, before) =>
        {
            var needed = CoverageOf(before).NeededOf(candidate.Describes);
            return (BitOperations.PopCount(needed & ~candidate.Less), BitOperations.PopCount(needed & candidate.Less), 0);
        });

    /// <summary>
    /// Alternates, first to join first: who fills a gap that the panel and the alternates before leave, then who describes
    /// populations that no alternate before describes (so that a replacement is at hand for each), then the fairest.
    /// Nobody clashes with the panel or another alternate.
    /// </summary>
    public static IReadOnlyList<Candidate> Alternates(IReadOnlyList<Candidate> candidates, IReadOnlyList<Candidate> panel, int wanted)
    {
        var held = CoverageOf(panel);
        var rest = candidates.Where(candidate => panel.All(other => other.Id != candidate.Id)).ToList();
        return Ranked(rest, wanted, panel, (candidate, before) =>
        {
            var own = CoverageOf(before);
            var gaps = (held + own).NeededOf(candidate.Describes);
            return (BitOperations.PopCount(gaps & ~candidate.Less),
                BitOperations.PopCount(candidate.Describes & ~own.Once & ~candidate.Less), BitOperations.PopCount(gaps & candidate.Less));
        });
    }

    public static Coverage CoverageOf(IEnumerable<Candidate> members) =>
        members.Aggregate(default(Coverage), (coverage, candidate) => coverage + candidate.Covers);

    private static List<Candidate> Ranked(
        IReadOnlyList<Candidate> from, int wanted, IReadOnlyList<Candidate> beside,
        Func<Candidate, IReadOnlyList<Candidate>, (int First, int Second, int Third)> value)
    {
        var ranked = new List<Candidate>();
        var left = from.Where(candidate => !beside.Any(candidate.Clashes)).ToList();
        while (ranked.Count < wanted && left.Count > 0)
        {
            var next = left
                .OrderByDescending(candidate => value(candidate, ranked))
                .ThenBy(candidate => candidate.Merit)
                .ThenBy(candidate => candidate.Id, StringComparer.Ordinal)
                .First();
            ranked.Add(next);
            _ = left.RemoveAll(candidate => candidate.Id == next.Id || candidate.Clashes(next));
        }
        return ranked;
    }
}
