using System.Globalization;

namespace CtVoice.Core.Projects.Publishing;

/// <summary>Something in a draft that somebody should look at. A hint: it may be right as it is, and nothing is counted up.</summary>
/// <param name="Item">Item of the publication checklist that it belongs to.</param>
/// <param name="Line">Line of the draft, from 1; 0 for the draft as a whole.</param>
/// <param name="Found">What was found, in the words of the draft; empty where something is missing.</param>
/// <param name="Says">What to look at, in a plain sentence.</param>
public sealed record ReportHint(string Item, int Line, string Found, string Says);

/// <summary>What could be read of a draft, and the hints by item of the checklist.</summary>
/// <param name="Lines">Lines that were read.</param>
/// <param name="Tables">Tables among them.</param>
/// <param name="Hints">The hints in order of the checklist, then of lines.</param>
/// <param name="More">Hints beyond the most that are shown.</param>
public sealed record ReportReading(int Lines, int Tables, IReadOnlyList<ReportHint> Hints, int More);

/// <summary>
/// Reads a draft table or text before it goes public (Connecticut's "Equity awareness in data reporting") and says what can be seen in
/// it. Hints and never a score: the words are ours, no person outside has read them yet, and residents judge. Pure; what is read is
/// kept nowhere. Time grows with the length of the draft, which is bounded.
/// </summary>
public static class ReportHints
{
    /// <summary>Characters of a draft: some twenty pages.</summary>
    public const int Longest = 50_000;

    /// <summary>Hints of one reading: more help nobody.</summary>
    public const int Most = 60;

    /// <summary>The largest count that nobody should find in a draft.</summary>
    public const int Small = 10;

    private const int LongestFound = 80;

    private static readonly string[] Checklist = ["labels", "comparators", "small-numbers", "deficit-framing"];

    /// <summary>Reads a draft of at most <see cref="Longest"/> characters.</summary>
    public static ReportReading Read(string text)
    {
        var draft = ReportDraft.Of(text.Length > Longest ? text[..Longest] : text);
        var hints = SmallNumbers.In(draft).Concat(Comparators.In(draft)).Concat(MissingGroups.In(draft)).Concat(HardWords.In(draft))
            .OrderBy(h => Array.IndexOf(Checklist, h.Item)).ThenBy(h => h.Line).ToList();
        return new(draft.Lines.Count(l => l.Trim().Length > 0), draft.Tables.Count, [.. hints.Take(Most)], Math.Max(0, hints.Count - Most));
    }

    internal static string Short(string found) => found.Length <= LongestFound ? found : found[..LongestFound] + "…";

    /// <summary>The words of a line in small letters, with where they begin.</summary>
    internal static List<(string Word, int At)> Words(string line)
    {
        var words = new List<(string, int)>();
        for (var i = 0; i < line.Length;)
        {
            if (!char.IsLetterOrDigit(line[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < line.Length && (char.IsLetterOrDigit(line[i]) || Joins(line, i)))
                i++;
            if (i < line.Length && line[i] == '%')
                i++;
            words.Add((line[start..i].ToLower(CultureInfo.InvariantCulture), start));
        }
        return words;
    }

    // "at-risk", "didn't", "1,410" and "4.5" are one word; "Black,410" is two.
    private static bool Joins(string line, int at) => at + 1 < line.Length && at > 0 && (line[at] switch
    {
        '-' or '\'' or '’' => char.IsLetter(line[at - 1]) && char.IsLetter(line[at + 1]),
        '.' or ',' => char.IsDigit(line[at - 1]) && char.IsDigit(line[at + 1]),
        _ => false,
    });
}
