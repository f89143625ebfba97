namespace CtVoice.Core.Json;

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
            .Select(c => (Name: c, Edits: NearestText.Edits(written.ToUpperInvariant(), c.ToUpperInvariant())))
            .OrderBy(c => c.Edits).ThenBy(c => c.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Edits <= Math.Max(2, written.Length / 3) && nearest.Edits < nearest.Name.Length
            ? nearest.Name
            : null;
    }
}
