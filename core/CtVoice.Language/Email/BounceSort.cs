namespace CtVoice.Language.Email;

/// <summary>Which sort a bounce is, by the status codes of RFC 3463 and RFC 5321 and by its words.</summary>
internal static class BounceSort
{
    private const int Looked = 20_000;

    /// <summary>A full mailbox first, as its code is often that of a permanent failure; then what the status says;
    /// then the words.</summary>
    /// <param name="text">What the server wrote.</param>
    /// <param name="code">The status of a report (RFC 3464), when there is one.</param>
    internal static Automation Of(string text, string? code)
    {
        var plain = Bounces.OneLine(text.Length > Looked ? text[..Looked] : text);
        // A status that says nothing is none.
        code = code is { Length: > 0 } ? code : Code(plain);
        var parts = code?.Split('.') ?? [];
        var words = Meaning.NormalizedText.Of(plain).Words;
        if (parts is [_, "2", "2"] || (parts is not [_, "1", _] && (BounceWords.Full.In(plain) || BounceWords.FullApart.IsMatch(words))))
            return Automation.MailboxFull;
        if (code is not null)
            return code[0] == '4' ? Automation.SoftBounce : Automation.HardBounce;
        if (plain.Contains("permanent error", StringComparison.Ordinal) || BounceWords.Gone.In(plain))
            return Automation.HardBounce;
        return BounceWords.Later.In(plain) || BounceWords.LaterApart.IsMatch(words) ? Automation.SoftBounce : Automation.HardBounce;
    }

    /// <summary>An enhanced status code (RFC 3463), "5.1.1", else a reply code (RFC 5321 section 4.2.1) as "5.0.0" or "4.0.0".</summary>
    internal static string? Code(string text)
    {
        for (var i = 0; i + 4 < text.Length; i++)
        {
            if (Enhanced(text, i) is { } code)
                return code;
        }

        for (var i = 0; i + 3 <= text.Length; i++)
        {
            if (Reply(text, i))
                return text.AsSpan(i, 3) is "552" or "452" ? $"{text[i]}.2.2" : $"{text[i]}.0.0";
        }

        return null;
    }

    /// <summary>How much codes say that a server wrote: 2 for "550 5.1.1", "#5.1.1" or "(5.1.1)", 1 for a code alone.</summary>
    internal static int Weight(string text)
    {
        var weight = 0;
        for (var i = text.AsSpan().IndexOfAny('4', '5'); i >= 0 && i + 3 <= text.Length && weight < 2; i = Next(text, i + 1))
        {
            if (Enhanced(text, i) is not null)
                weight = Math.Max(weight, i > 0 && (text[i - 1] is '#' or '(' or '<' or ';' or ':' or '-' || (i > 3 && Reply(text, i - 4)))
                    ? 2 : 1);
            else if (Reply(text, i))
                weight = Math.Max(weight, i > 1 && text[i - 2] is ':' or '>' or '<' or '(' or '[' or ';'
                    || (i > 0 && text[i - 1] is ':' or '(' or '#' or '[' or ';' or '"' or '\'') ? 1 : 0);
        }

        return weight;
    }

    /// <summary>Where a code may begin from a place on; negative for nowhere.</summary>
    private static int Next(string text, int from) => text.AsSpan(from).IndexOfAny('4', '5') is >= 0 and var at ? from + at : -1;

    private static string? Enhanced(string text, int i)
    {
        if (text[i] is not ('4' or '5') || i + 4 >= text.Length || text[i + 1] != '.' || !char.IsAsciiDigit(text[i + 2])
            || (i > 0 && (char.IsAsciiDigit(text[i - 1]) || text[i - 1] == '.')))
            return null;
        var middle = i + 2;
        while (middle < text.Length && middle < i + 5 && char.IsAsciiDigit(text[middle]))
            middle++;
        var end = middle + 1;
        while (end < text.Length && end < middle + 4 && char.IsAsciiDigit(text[end]))
            end++;
        return middle < text.Length && text[middle] == '.' && end > middle + 1
            && (end == text.Length || text[end] != '.' || end + 1 == text.Length || !char.IsAsciiDigit(text[end + 1]))
            ? text[i..end]
            : null;
    }

    private static bool Reply(string text, int i) =>
        (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && (i + 3 == text.Length || !char.IsLetterOrDigit(text[i + 3]))
        && text.AsSpan(i, 3) is "550" or "551" or "552" or "553" or "554" or "421" or "450" or "451" or "452" or "511" or "521" or "571";
}
