using CtVoice.Core.Representation;

namespace CtVoice.Core.Tests.Representation;

/// <summary>
/// A reader who solves for what is not shown: every count is a sum of leaves, and all tables of whole numbers that agree with
/// the known counts are tried. Exact up to its ceiling; shares no code with what it attacks.
/// </summary>
internal sealed class Attacker
{
    private readonly Dictionary<string, HashSet<string>> leavesOf;
    private readonly List<string> leaves;
    private readonly List<(HashSet<string> Leaves, long Value)> known;
    private readonly Dictionary<string, long> most;

    internal Attacker(CountTable table, IReadOnlyDictionary<string, long> known, long ceiling)
    {
        var totals = table.Sums.Select(s => s.Total).ToHashSet(StringComparer.Ordinal);
        leaves = [.. table.Cells.Where(c => !totals.Contains(c.Id)).Select(c => c.Id)];
        leavesOf = table.Cells.ToDictionary(c => c.Id, c => Leaves(table, c.Id), StringComparer.Ordinal);
        this.known = [.. known.Select(k => (leavesOf[k.Key], k.Value))];
        most = table.Cells.ToDictionary(c => c.Id, c => c is { Value: 0, ZeroMeansUpTo: > 0 }
            ? c.ZeroMeansUpTo
            : ceiling, StringComparer.Ordinal);
    }

    /// <summary>Whether the count can be from <paramref name="low"/> to <paramref name="high"/> for all the reader knows.</summary>
    internal bool CanBe(string id, long low, long high)
    {
        // Its own leaves first: the rest then only has to make up for them.
        leaves.Sort((one, other) => leavesOf[id].Contains(other).CompareTo(leavesOf[id].Contains(one)));
        return Try(0, new Dictionary<string, long>(StringComparer.Ordinal), leavesOf[id], low, high);
    }

    private bool Try(int next, Dictionary<string, long> chosen, HashSet<string> target, long low, long high)
    {
        if (!Possible(chosen, target, low, high) || known.Any(k => !Possible(chosen, k.Leaves, k.Value, k.Value)))
            return false;
        if (next == leaves.Count)
            return true;
        var leaf = leaves[next];
        var (least, largest) = (0L, most[leaf]);
        foreach (var (set, value) in known.Where(k => k.Leaves.Contains(leaf)))
        {
            // What the known count leaves for this leaf, when the leaves still open take all or nothing.
            var rest = value - set.Where(chosen.ContainsKey).Sum(l => chosen[l]);
            least = Math.Max(least, rest - set.Where(l => l != leaf && !chosen.ContainsKey(l)).Sum(l => most[l]));
            largest = Math.Min(largest, rest);
        }

        for (var value = least; value <= largest; value++)
        {
            chosen[leaf] = value;
            if (Try(next + 1, chosen, target, low, high))
                return true;
            chosen.Remove(leaf);
        }

        return false;
    }

    private bool Possible(Dictionary<string, long> chosen, HashSet<string> set, long low, long high)
    {
        long sum = 0, room = 0;
        foreach (var leaf in set)
        {
            if (chosen.TryGetValue(leaf, out var value))
                sum += value;
            else
                room += most[leaf];
        }

        return sum <= high && sum + room >= low;
    }

    private static HashSet<string> Leaves(CountTable table, string id) =>
        table.Sums.FirstOrDefault(s => s.Total == id) is { } sum ? Union(table, sum) : [id];

    private static HashSet<string> Union(CountTable table, CountSum sum) =>
        [.. sum.Parts.SelectMany(p => Leaves(table, p))];
}
