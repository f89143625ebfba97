using System.Text;

namespace CtVoice.Language;

/// <summary>
/// Text without what is no character: halves of surrogate pairs, which are not Unicode text, and the 66 noncharacters,
/// which no text may carry (The Unicode Standard, sections 3.9 and 23.7). Each becomes U+FFFD, so that it is seen that
/// something stood there. Everything else stays as it was written, what cannot be seen included.
/// </summary>
public static class WellFormed
{
    /// <summary>The text itself when all of it is characters, else a cleaned copy. Never throws; linear.</summary>
    public static string Of(string text)
    {
        var first = FirstIn(text);
        if (first < 0)
            return text;
        var clean = new StringBuilder(text, 0, first, text.Length);
        // What stands alone comes as U+FFFD already.
        foreach (var rune in text.AsSpan(first).EnumerateRunes())
            clean.Append(IsNoCharacter(rune.Value) ? "\uFFFD" : rune.ToString());
        return clean.ToString();
    }

    /// <summary>The first characters of a text, never half a pair: at most <paramref name="most"/> of them.</summary>
    public static string Beginning(string text, int most) =>
        text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>Whether all of a text is characters.</summary>
    public static bool Is(string text) => FirstIn(text) < 0;

    private static int FirstIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (IsNoCharacter(char.ConvertToUtf32(c, text[i + 1])))
                    return i;
                i++;
            }
            else if (char.IsSurrogate(c) || IsNoCharacter(c))
            {
                return i;
            }
        }
        return -1;
    }

    private static bool IsNoCharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;
}
