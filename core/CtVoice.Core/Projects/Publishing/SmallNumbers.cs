using System.Globalization;

namespace CtVoice.Core.Projects.Publishing;

/// <summary>Counts of people so small that somebody could be known by them, and hidden ones that can be worked out.</summary>
internal static class SmallNumbers
{
    private const string Item = "small-numbers";

    private static readonly string[] Spelled = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private static readonly HashSet<string> People = new(StringComparer.Ordinal)
    {
        "people", "person", "persons", "individuals", "residents", "students", "children", "adults", "youth", "women", "men", "girls",
        "boys", "families", "households", "patients", "clients", "members", "participants", "deaths", "cases", "veterans", "parents",
        "workers", "tenants", "learners", "graduates", "infants", "babies",
    };

    // Words of a heading whose column holds no count, whoever it is of; and those that do unless people are named beside them.
    private static readonly HashSet<string> Measures = new(StringComparer.Ordinal)
        { "percent", "percentage", "share", "rate", "ratio", "index", "mean", "median", "average", "score", "per" };

    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
        { "year", "age", "grade", "rank", "month", "quarter", "week", "district", "zip", "code", "id" };

    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal)
        { "*", "**", "s", "(s)", "<11", "< 11", "<10", "< 10", "<6", "< 6", "<5", "< 5", "suppressed", "n/a*", "†", "≤10", "1-10", "1–10" };

    internal static IEnumerable<ReportHint> In(ReportDraft draft) =>
        draft.Tables.SelectMany(Of).Concat(draft.Prose.SelectMany(l => Of(l.Line, l.Text)));

    private static IEnumerable<ReportHint> Of(DraftTable table)
    {
        var counted = table.Heading.Select((name, column) => (name, column)).Skip(1)
            .Where(c => Counts(c.name)).Select(c => c.column).ToList();
        var line = table.First + 1;
        foreach (var row in table.Body)
        {
            line++;
            foreach (var column in counted.Where(c => c < row.Count && Count(row[c]) is > 0 and <= ReportHints.Small))
                yield return new(Item, line, ReportHints.Short($"{row[0]}: {row[column]}"),
                    $"A count of 1 to {ReportHints.Small} may tell who is meant. Hide it, and one more that it could be worked out from.");
            if (HiddenAlone(row, table.Heading))
                yield return new(Item, line, ReportHints.Short(row[0]),
                    "One count of this line is hidden and its total is shown, so it can be worked out. Hide a second one.");
        }
        foreach (var column in counted)
        {
            var cells = table.Body.Where(r => column < r.Count).Select(r => (Name: r[0], Cell: r[column])).ToList();
            if (cells.Count(c => IsHidden(c.Cell)) == 1 && cells.Exists(c => IsTotal(c.Name) && Count(c.Cell) is not null))
                yield return new(Item, table.First + 1, ReportHints.Short(table.Heading[column]),
                    "One count of this column is hidden and its total is shown, so it can be worked out. Hide a second one.");
        }
    }

    private static IEnumerable<ReportHint> Of(int line, string text)
    {
        var words = ReportHints.Words(text);
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var number = Array.IndexOf(Spelled, words[i].Word) is >= 0 and var spelled ? spelled + 1 : Count(words[i].Word) ?? 0;
            // "5 children", "three Black students"; "grade 5 students" and "5 percent" are none.
            if (number is > 0 and <= ReportHints.Small
                && (i == 0 || words[i - 1].Word is not ("grade" or "age" or "in" or "of" or "to" or "top"))
                && (People.Contains(words[i + 1].Word) || (i + 2 < words.Count && People.Contains(words[i + 2].Word)
                    && !words[i + 1].Word.EndsWith('%') && words[i + 1].Word is not ("percent" or "in" or "out" or "of" or "times"))))
                yield return new(Item, line, ReportHints.Short(string.Join(' ', words.Skip(i).Take(3).Select(w => w.Word))),
                    $"A count of 1 to {ReportHints.Small} may tell who is meant. Hide it, and what it could be worked out from.");
        }
    }

    private static bool Counts(string heading)
    {
        var words = ReportHints.Words(heading).Select(w => w.Word).ToList();
        return !heading.Contains('%') && !words.Exists(w => Among(Measures, w))
            && (words.Exists(People.Contains) || !words.Exists(w => Among(Labels, w)));

        static bool Among(HashSet<string> set, string word) => set.Contains(word) || set.Contains(word.TrimEnd('s'));
    }

    private static bool HiddenAlone(IReadOnlyList<string> row, IReadOnlyList<string> heading) =>
        row.Skip(1).Count(IsHidden) == 1
        && row.Select((cell, i) => (cell, i))
            .Any(c => c.i > 0 && c.i < heading.Count && IsTotal(heading[c.i]) && Count(c.cell) is not null);

    private static bool IsHidden(string cell) => Hidden.Contains(cell.ToLowerInvariant());

    internal static bool IsTotal(string name) =>
        name.StartsWith("total", StringComparison.OrdinalIgnoreCase) || name.Equals("all", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("overall", StringComparison.OrdinalIgnoreCase);

    internal static int? Count(string cell) => cell.Length <= 12
        && int.TryParse(cell, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;
}
