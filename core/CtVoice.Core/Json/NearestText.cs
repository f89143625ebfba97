namespace CtVoice.Core.Json;

/// <summary>Finds what somebody probably meant.</summary>
internal static class NearestText
{
    /// <summary>The <paramref name="count"/> candidates with the fewest edits from <paramref name="wanted"/>;
    /// ties in ordinal order.</summary>
    internal static IReadOnlyList<string> Of(string wanted, IEnumerable<string> candidates, int count,
        Func<string, string>? compared = null) =>
        [.. candidates
            .Select(candidate => (candidate, edits: Edits(wanted, compared is null ? candidate : compared(candidate))))
            .OrderBy(x => x.edits)
            .ThenBy(x => x.candidate, StringComparer.Ordinal)
            .Take(count)
            .Select(x => x.candidate)];

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that lead from one text to the other (optimal
    /// string alignment).</summary>
    internal static int Edits(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1];
                current[j] = Math.Min(Math.Min(last[j], current[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }
            (beforeLast, last, current) = (last, current, beforeLast);
        }
        return last[b.Length];
    }
}
