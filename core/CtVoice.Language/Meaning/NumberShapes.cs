using System.Globalization;

namespace CtVoice.Language.Meaning;

/// <summary>What a number that belongs to one person looks like.</summary>
public enum NumberShape
{
    /// <summary>Three digits, two and four: a Social Security or taxpayer number.</summary>
    SocialSecurity,

    /// <summary>Four times four digits, or four, six and five: a card, as the benefit cards are.</summary>
    Card,
}

/// <summary>
/// The one rule for the shapes of Social Security and card numbers, for what is refused at the door and for what is hidden from readers:
/// digits of any script, parted by lines, spaces, slashes, dashes of any kind, underscores, dots, brackets and marks that nobody sees.
/// </summary>
/// <remarks>Looks at a bounded number of characters from each digit on, so a text takes time in step with its length.</remarks>
public static class NumberShapes
{
    private const int MostGroups = 4;
    private const int LongestGroup = 6;
    private const int WidestGap = 4;

    /// <summary>Every such number of a text, in its order: its shape, and where it begins and ends.</summary>
    public static IEnumerable<(NumberShape Shape, int Start, int End)> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsDigit(text[i]) || (i > 0 && char.IsDigit(text[i - 1])) || At(text, i) is not { } found)
                continue;
            yield return (found.Shape, i, found.End);
            i = found.End - 1;
        }
    }

    /// <summary>The number whose first digit stands at a place, and where it ends; null when none does.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="start">Where a digit stands that follows no other.</param>
    /// <param name="commas">Whether a comma may part the groups: in a list it parts numbers,
    /// after a word such as "SSN" it does not.</param>
    public static (NumberShape Shape, int End)? At(string text, int start, bool commas = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (start > 0 && text[start - 1] == '$')
            return null;
        Span<int> lengths = stackalloc int[MostGroups];
        var (years, lines, i) = (0, false, start);
        for (var group = 0; group < MostGroups; group++)
        {
            var from = i;
            while (i < text.Length && i - from < LongestGroup && char.IsDigit(text[i]))
                i++;
            lengths[group] = i - from;
            if (lengths[group] == 0 || (i < text.Length && char.IsDigit(text[i])))
                return null;
            var year = IsYear(text.AsSpan(from, i - from));
            years += year ? 1 : 0;
            var so = lengths[..(group + 1)];
            if (so is [3, 2, 4])
                return year && lines ? null : (NumberShape.SocialSecurity, i); // 340, 12 and 2024 below each other are a table.
            if (so is [4, 6, 5] || (so is [4, 4, 4, 4] && years < MostGroups))
                return (NumberShape.Card, i);
            var gap = i;
            while (i < text.Length && i - gap < WidestGap && Parts(text[i], commas))
                i++;
            if (i == gap)
                return null;
            lines = text.AsSpan(gap, i - gap) is var between && between.Contains('\n') && between.IsWhiteSpace();
        }

        return null;
    }

    /// <summary>Whether four digits are a year of the last century or this one.</summary>
    internal static bool IsYear(ReadOnlySpan<char> digits) => digits is ['1', '9', _, _] or ['2', '0', _, _];

    private static bool Parts(char mark, bool commas) =>
        mark is ' ' or '\t' or '\r' or '\n' or '.' or '/' or '_' or '(' or ')' or '\\' or '|' or '·' or '\u2212'
        || (mark == ',' && commas)
        || char.GetUnicodeCategory(mark) is UnicodeCategory.DashPunctuation or UnicodeCategory.SpaceSeparator or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator;
}
