namespace CtVoice.Core.Projects.Publishing;

/// <summary>Shares without the number they are of, rates without what they are per, figures with nothing to compare them with.</summary>
internal static class Comparators
{
    private const string Item = "comparators";

    private static readonly HashSet<string> Compares = new(StringComparer.Ordinal)
    {
        "than", "compared", "comparison", "versus", "vs", "statewide", "average", "median", "state", "national", "nationwide", "overall",
        "relative", "baseline", "while", "whereas", "difference", "gap", "more", "fewer", "less", "higher", "lower", "connecticut",
    };

    private static readonly string[] WholeRows =
        ["total", "all", "state", "statewide", "connecticut", "overall", "average", "national", "u.s"];

    internal static IEnumerable<ReportHint> In(ReportDraft draft) =>
        draft.Tables.SelectMany(Of).Concat(InProse([.. draft.Prose]));

    private static IEnumerable<ReportHint> Of(DraftTable table)
    {
        var line = table.First + 1;
        var shares = table.Heading.Any(IsShare) || table.Body.Any(row => row.Skip(1).Any(cell => cell.EndsWith('%')));
        var numbers = table.Heading.Select((name, column) => (name, column)).Skip(1)
            .Any(h => !IsShare(h.name) && !IsRate(h.name) && !h.name.Contains("year", StringComparison.OrdinalIgnoreCase)
                && table.Body.Any(row => h.column < row.Count && SmallNumbers.Count(row[h.column]) is not null));
        if (shares && !numbers)
            yield return new(Item, line, ReportHints.Short(string.Join(", ", table.Heading)),
                "There are percentages and no count that they are of. Add n, or say how many people there are.");
        foreach (var heading in table.Heading.Where(h => IsRate(h) && !h.Contains("per", StringComparison.OrdinalIgnoreCase)))
            yield return new(Item, line, ReportHints.Short(heading), "A rate without what it is per, such as “per 1,000 people”.");
        if (!table.Rows.Any(row => row.Count > 0 && IsWhole(row[0])) && !table.Heading.Any(IsWhole))
            yield return new(Item, line, ReportHints.Short(table.Heading.Count > 0 ? table.Heading[0] : ""),
                "No line or column for everybody, the state or a total: readers take the largest group for the measure of the others.");
    }

    private static IEnumerable<ReportHint> InProse(List<(int Line, string Text)> prose)
    {
        var compared = false;
        (int Line, string Found)? share = null;
        foreach (var (line, text) in prose)
        {
            var words = ReportHints.Words(text);
            compared |= words.Exists(w => Compares.Contains(w.Word));
            for (var i = 0; i < words.Count; i++)
            {
                var isShare = words[i].Word.EndsWith('%') || (words[i].Word is "percent" && i > 0 && char.IsDigit(words[i - 1].Word[0]));
                if (!isShare)
                    continue;
                var found = words[i].Word is "percent" ? words[i - 1].Word + " percent" : words[i].Word;
                share ??= (line, found);
                // "32% of 410 students", "32% (n = 410)": a whole number elsewhere on the line will do.
                if (!words.Exists(w => w.Word is "n") && !words.Where((_, at) => at != i && at != i - 1)
                    .Any(w => SmallNumbers.Count(w.Word) is > 0 and not (>= 1900 and <= 2100)))
                {
                    yield return new(Item, line, ReportHints.Short(found), "A percentage without the number of people that it is of.");
                    break;
                }
            }
        }
        if (share is { } first && !compared)
            yield return new(Item, first.Line, ReportHints.Short(first.Found),
                "A figure with nothing beside it. Say whom it is compared with, and why them.");
    }

    private static bool IsShare(string heading) => heading.Contains('%', StringComparison.Ordinal)
        || heading.Contains("percent", StringComparison.OrdinalIgnoreCase) || heading.Contains("share", StringComparison.OrdinalIgnoreCase);

    private static bool IsRate(string heading) => heading.Split(' ').Any(w => w.Equals("rate", StringComparison.OrdinalIgnoreCase));

    private static bool IsWhole(string name) => WholeRows.Any(w => name.StartsWith(w, StringComparison.OrdinalIgnoreCase));
}
