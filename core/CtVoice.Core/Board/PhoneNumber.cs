using System.Text;
using CtVoice.Core.Json;

namespace CtVoice.Core.Board;

/// <summary>What a phone number reads as: its E.164 form, or why it is none. Exactly one of the two is set.</summary>
/// <param name="E164">For example <c>+12035550123</c>.</param>
/// <param name="Refusal">A plain sentence that does not repeat the number.</param>
public readonly record struct PhoneReading(string? E164, string? Refusal)
{
    internal static PhoneReading Number(string e164) => new(e164, null);

    internal static PhoneReading Refused(string why) => new(null, why);
}

/// <summary>
/// Reads North American phone numbers as people write them. Rules: ITU-T E.164 country code 1, North American Numbering
/// Plan: area code and exchange start with 2-9 and do not end in 11, no area code has 9 in the middle, 900 numbers
/// charge whoever is called. Whether a number is in service is not something digits can tell.
/// </summary>
public static class PhoneNumber
{
    private const int AreaAndNumber = 10;

    /// <summary>Reads a number; accepts spaces, hyphens, dots, parentheses, <c>+1</c>, <c>1</c> and <c>tel:</c>,
    /// and what is copied from a document (<see cref="AsTyped"/>).</summary>
    public static PhoneReading Read(string written)
    {
        var text = AsTyped.Of(written);
        if (text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            text = text[4..].TrimStart();
        if (text.Length == 0)
            return PhoneReading.Refused("The phone number is empty.");

        var international = text[0] == '+';
        var digits = new StringBuilder();
        foreach (var c in international ? text[1..] : text)
        {
            if (char.IsAsciiDigit(c))
                digits.Append(c);
            else if (!IsPunctuation(c))
                return PhoneReading.Refused("The phone number has a character that is not a digit; extensions cannot receive messages.");
        }

        if (international && (digits.Length == 0 || digits[0] != '1'))
            return PhoneReading.Refused("The phone number is outside the North American plan (+1).");
        if (digits.Length == AreaAndNumber + 1 && digits[0] == '1')
            digits.Remove(0, 1);
        else if (international || digits.Length != AreaAndNumber)
            return PhoneReading.Refused($"The phone number has {digits.Length} digits; 10 are needed, or 11 with a leading 1.");

        return Check(digits.ToString());
    }

    private static PhoneReading Check(string digits)
    {
        var area = digits[..3];
        var exchange = digits[3..6];
        if (area[0] is '0' or '1' || area[1] == '9' || area.EndsWith("11", StringComparison.Ordinal))
            return PhoneReading.Refused("The area code is not one of the North American plan.");
        if (area == "900")
            return PhoneReading.Refused("A 900 number charges whoever calls it.");
        if (exchange[0] is '0' or '1' || exchange.EndsWith("11", StringComparison.Ordinal))
            return PhoneReading.Refused("The three digits after the area code are not an exchange.");
        return PhoneReading.Number("+1" + digits);
    }

    // U+2010 to U+2015 are the hyphens and dashes that word processors put in place of the typed one.
    private static bool IsPunctuation(char c) => char.IsWhiteSpace(c) || c is '-' or '.' or '(' or ')' or (>= '\u2010' and <= '\u2015');
}
