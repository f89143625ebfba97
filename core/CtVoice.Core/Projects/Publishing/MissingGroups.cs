namespace CtVoice.Core.Projects.Publishing;

/// <summary>Of the seven categories of race and ethnicity (OMB SPD 15), those that a draft which names two does not name.</summary>
internal static class MissingGroups
{
    private static readonly (string Name, string[] Words)[] Categories =
    [
        ("American Indian or Alaska Native", ["indian", "alaska", "native", "indigenous", "tribal"]),
        ("Asian", ["asian"]),
        ("Black or African American", ["black", "african"]),
        ("Hispanic or Latino", ["hispanic", "latino", "latina", "latinx", "latine"]),
        ("Middle Eastern or North African", ["mena", "arab"]),
        ("Native Hawaiian or Pacific Islander", ["hawaiian", "pacific"]),
        ("White", ["white", "caucasian"]),
    ];

    internal static IEnumerable<ReportHint> In(ReportDraft draft)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        var first = 0;
        var eastern = false;
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var words = Alone([.. ReportHints.Words(draft.Lines[i]).Select(w => w.Word.TrimEnd('s'))]);
            eastern |= words.Contains("middle") && words.Contains("eastern");
            foreach (var (name, _) in Categories.Where(c => c.Words.Any(words.Contains)))
                first = named.Add(name) && first == 0 ? i + 1 : first;
        }
        if (eastern)
            named.Add("Middle Eastern or North African");
        var missing = Categories.Select(c => c.Name).Where(name => !named.Contains(name)).ToList();
        if (named.Count >= 2 && missing.Count > 0)
            yield return new("labels", first, "", $"Groups that it does not name: {string.Join("; ", missing)}. "
                + "Say where they are: hidden because small, not asked, or in another line.");
    }

    // A Native Hawaiian is no American Indian, and neither is an Asian or a West Indian.
    private static HashSet<string> Alone(IReadOnlyList<string> words) =>
    [
        .. words.Where((word, i) => !(word is "native" && words.ElementAtOrDefault(i + 1) is "hawaiian")
            && !(word is "indian" && words.ElementAtOrDefault(i - 1) is "asian" or "west" or "east")),
    ];
}
