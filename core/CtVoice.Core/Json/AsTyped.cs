using System.Globalization;
using System.Text;
using CtVoice.Language;

namespace CtVoice.Core.Json;

/// <summary>
/// An address or a number as it would be typed. What is copied from a document brings marks that cannot be seen, dashes that are no
/// hyphens, full-width letters and digits: they look right and reach nobody.
/// </summary>
public static class AsTyped
{
    /// <summary>The text with such marks taken out and such signs as on a keyboard; never for what people say,
    /// which stays as written.</summary>
    public static string Of(string text)
    {
        var typed = new StringBuilder(text.Length);
        foreach (var rune in WellFormed.Of(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                    break;
                case UnicodeCategory.DashPunctuation:
                    typed.Append('-');
                    break;
                default:
                    typed.Append(rune.Value == 0x2212 ? "-" : rune.ToString());
                    break;
            }
        }
        return typed.ToString().Trim();
    }

    /// <summary>
    /// The first character of a title that steers how others are shown, or that nobody sees: a control character, an override of the
    /// direction of reading, a space without width. Null when there is none; what joins letters and emoji is none.
    /// </summary>
    public static string? Unseen(string title)
    {
        foreach (var rune in title.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator && rune.Value is not (0x200C or 0x200D))
                return string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
        }
        return null;
    }
}
