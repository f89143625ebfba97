using System.Text;

namespace CtVoice.Language.Meaning;

/// <summary>Hides numbers that look like a Social Security, benefit card or case number, in every view of a text.</summary>
/// <remarks>
/// Hidden: SSN shapes (3-2-4, or nine digits in a row), card numbers (13-19 digits, an EBT card has 16), runs of eight, eleven or
/// twelve digits, and any number of four digits or more that follows a word such as "case", "client", "SSN", "EBT" or "caso".
/// Telephone numbers, dates, amounts and ZIP codes stay readable. Digits become <c>•</c>, so the length is kept.
/// </remarks>
public static class Masking
{
    private const char Hidden = '•';
    private const int Reach = 24;

    private static readonly PhraseText Phrases = PhraseText.Load("Meaning.Phrases.numbers");

    private static readonly string[] Names = Phrases["belongs to one person"];

    private static readonly string[] NoYear = Phrases["is no year"];

    private static readonly string[] Phones = Phrases["telephone"];

    /// <summary>The text with such numbers hidden. Linear in its length.</summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? masked = null;
        var i = 0;
        while (i < text.Length)
        {
            if (!IsDigit(text[i]))
            {
                i++;
                continue;
            }

            if (NumberShapes.At(text, i, commas: Named(text, i)) is { End: var shaped })
            {
                masked ??= new StringBuilder(text);
                for (var k = i; k < shaped; k++)
                {
                    if (IsDigit(text[k]))
                        masked[k] = Hidden;
                }

                i = shaped;
                continue;
            }

            var (end, groups, digits) = Run(text, i);
            if (Hides(text, i, end, groups, digits))
            {
                masked ??= new StringBuilder(text);
                var from = Prefix(text, i);
                for (var k = from; k < end; k++)
                {
                    if (IsDigit(text[k]) || char.IsAsciiLetter(text[k]))
                        masked[k] = Hidden;
                }
            }

            i = end;
        }

        return masked?.ToString() ?? text;
    }

    /// <summary>Digits with single spaces, dots or dashes between them: where they end, and how long each group is.</summary>
    private static (int End, List<int> Groups, int Digits) Run(string text, int start)
    {
        var groups = new List<int> { 0 };
        var digits = 0;
        var end = start;
        for (var i = start; i < text.Length; i++)
        {
            if (IsDigit(text[i]))
            {
                groups[^1]++;
                digits++;
                end = i + 1;
            }
            else if (text[i] is ' ' or '-' or '.' or '\u00A0' or '–' or '‑' && i + 1 < text.Length && IsDigit(text[i + 1]))
            {
                groups.Add(0);
            }
            else
            {
                break;
            }
        }

        return (end, groups, digits);
    }

    private static bool Hides(string text, int start, int end, List<int> groups, int digits)
    {
        if (start > 0 && text[start - 1] == '$')
            return false;
        if (groups is [3, 2, 4] or [9])
            return true;
        if (groups is [5, 4] || Phone(groups, digits, text, start))
            return false;
        if (digits is >= 13 and <= 19 && groups.All(length => length >= 3))
            return true;
        if (groups.Any(length => length is 8 or 9 or 11 or 12 or (>= 13)))
            return !LooksLikeDate(text.AsSpan(start, end - start));
        return digits >= 4 && !IsYear(text, start, end) && Named(text, start);
    }

    private static bool Phone(List<int> groups, int digits, string text, int start) =>
        groups is [3, 3, 4] or [1, 3, 3, 4] or [3, 4] or [3, 7] or [1, 10] or [6, 4]
        || (digits is 10 && groups.Count == 1 && !Named(text, start))
        || (digits is 11 && groups.Count == 1 && text[start] == '1' && !Named(text, start))
        || (digits is 7 or 10 or 11 && Follows(text, start, Phones));

    private static bool LooksLikeDate(ReadOnlySpan<char> digits) =>
        digits.Length == 8 && (digits.StartsWith("19") || digits.StartsWith("20")) && digits[4] is '0' or '1'
            && digits[6] is >= '0' and <= '3';

    private static bool IsYear(string text, int start, int end) =>
        NumberShapes.IsYear(text.AsSpan(start, end - start)) && !Follows(text, start, NoYear);

    private static bool Named(string text, int start) => Follows(text, start, Names);

    /// <summary>Whether one of the words stands shortly before, in the same sentence.</summary>
    private static bool Follows(string text, int start, string[] words)
    {
        var from = Math.Max(0, start - Reach);
        var before = text.AsSpan(from, start - from);
        var cut = before.LastIndexOfAny("!?;\n");
        if (cut >= 0)
            before = before[(cut + 1)..];
        foreach (var word in words)
        {
            var at = before.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at == 0 || !char.IsLetter(before[at - 1]))
                && (at + word.Length == before.Length || !char.IsLetter(before[at + word.Length])))
                return true;
        }

        return false;
    }

    /// <summary>Letters joined to a hidden number ("C0012345", "HFH-CV-22-6012345") belong to it.</summary>
    private static int Prefix(string text, int start)
    {
        var from = start;
        while (from > 0 && start - from < 12
            && (char.IsAsciiLetterUpper(text[from - 1]) || IsDigit(text[from - 1])
                || (text[from - 1] == '-' && from > 1 && char.IsAsciiLetterOrDigit(text[from - 2]))))
            from--;
        return from > 0 && char.IsLetter(text[from - 1]) ? start : from;
    }

    private static bool IsDigit(char c) => char.IsDigit(c);
}
