using System.Globalization;
using System.Text;

namespace CtVoice.Language;

/// <summary>
/// Whether a text shows anything. Spaces, marks that only steer how others are shown, and the fillers that stand for an empty place
/// (The Unicode Standard, section 23) show nothing, however many of them there are.
/// </summary>
public static class Visible
{
    // Letters and signs by their category, blank to whoever looks: Hangul fillers, the empty Braille cell, the place of a picture.
    private const string Blank = "\u115F\u1160\u3164\uFFA0\u2800\uFFFC";

    /// <summary>True when somebody who looks at the text sees something. Never throws; linear.</summary>
    public static bool In(string? text)
    {
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (Shows(rune))
                return true;
        }
        return false;
    }

    /// <summary>Whether one character shows: an accent without a letter does not.</summary>
    private static bool Shows(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => false,
        _ => !rune.IsBmp || !Blank.Contains((char)rune.Value, StringComparison.Ordinal),
    };
}
