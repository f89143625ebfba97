namespace CtVoice.Web.Json;

/// <summary>Finds what somebody probably meant to write.</summary>
internal static class NearestName
{
    private const int LongestName = 64;

    /// <summary>The candidate with the fewest single-character edits (case ignored), when a third of the name or less is edited.</summary>
    public static string? To(string written, IEnumerable<string> candidates)
    {
        if (written.Length is 0 or > LongestName)
            return null;
        var nearest = candidates
            .Select(c => (Name: c, Edits: Edits(written.ToUpperInvariant(), c.ToUpperInvariant())))
            .OrderBy(c => c.Edits).ThenBy(c => c.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Edits <= Math.Max(2, written.Length / 3) && nearest.Edits < nearest.Name.Length
            ? nearest.Name
            : null;
    }

    // Levenshtein distance, one row at a time.
    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
