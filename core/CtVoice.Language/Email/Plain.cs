using System.Globalization;
using System.Text;

namespace CtVoice.Language.Email;

/// <summary>Lines as they are compared: lower case, without accents, compatibility forms resolved.</summary>
internal static class Plain
{
    internal static string Of(string line)
    {
        if (Ascii.IsValid(line))
            return line.ToLowerInvariant();
        var plain = new StringBuilder(line.Length);
        foreach (var c in WellFormed.Of(line).Normalize(NormalizationForm.FormKD))
        {
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format:
                    continue;
                case UnicodeCategory.DecimalDigitNumber:
                    plain.Append((char)('0' + (int)char.GetNumericValue(c)));
                    continue;
                case UnicodeCategory.SpaceSeparator:
                    plain.Append(' ');
                    continue;
                default:
                    plain.Append(c switch
                    {
                        '’' or '‘' => '\'',
                        'ł' or 'Ł' => 'l',
                        'ø' or 'Ø' => 'o',
                        'ı' => 'i',
                        'æ' or 'Æ' => 'a',
                        'ß' =>
                        's',
                        'đ' or 'Đ' => 'd',
                        '\u2010' or '\u2011' or '\u2012' => '-',
                        _ => char.ToLowerInvariant(c)
                    });
                    continue;
            }
        }

        return plain.ToString();
    }

    /// <summary>Whether nothing of a line is left to compare: space, and what cannot be seen.</summary>
    internal static bool Blank(string line) => !line.AsSpan().ContainsAnyInRange('!', '~') && Of(line).AsSpan().Trim().Length == 0;

    internal static string[] All(params string[] words) => [.. words.Select(Of)];

    /// <summary>Whether the phrase stands in the line as whole words. Scripts without spaces need no boundary.</summary>
    internal static bool HasWord(string line, string phrase)
    {
        for (var at = line.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = line.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            if (phrase[0] > 0x2E80
                || ((at == 0 || !char.IsLetterOrDigit(line[at - 1])) && (end == line.Length || !char.IsLetterOrDigit(line[end]))))
                return true;
        }

        return false;
    }
}
