namespace CtVoice.Core.Representation;

/// <summary>One line of how subgroups roll up to the categories.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Level">0 for a category, 1 for a subgroup of one, and so on.</param>
/// <param name="Finding">What was found; null for a category of which neither it nor a subgroup was stated.</param>
public sealed record RollUpLine(string Code, string Name, int Level, PopulationFinding? Finding);

/// <summary>
/// The findings on race and ethnicity in the tree of the codes: each category, and below it those of its subgroups that were stated. A
/// category of which only subgroups were stated has the largest of them for its least: people may be in several. Pure.
/// </summary>
public static class RollUp
{
    /// <summary>The lines, in the order of the codes; none where no population of the codes was found.</summary>
    public static IReadOnlyList<RollUpLine> Of(Assessment assessment, RelCodes codes)
    {
        var found = assessment.Findings.GroupBy(f => f.Population, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return codes.Codes.Any(c => found.ContainsKey(c.Code)) ? [.. Below(null, 0)] : [];

        IEnumerable<RollUpLine> Below(string? parent, int level)
        {
            foreach (var code in codes.Codes.Where(c => c.Parent == parent))
            {
                var below = Below(code.Code, level + 1).ToList();
                // Every category is a line, also where nothing is said of it; of its subgroups those that were stated.
                if (level == 0 || below.Count > 0 || found.ContainsKey(code.Code))
                    yield return new(code.Code, code.Name, level, found.GetValueOrDefault(code.Code));
                foreach (var line in below)
                    yield return line;
            }
        }
    }
}
