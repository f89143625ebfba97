namespace CtVoice.Core.Conversations.Words;

/// <summary>Parts that a text message is sent in (3GPP TS 23.038): GSM-7 160 or 153 a part, UCS-2 70 or 67.</summary>
internal static class TextParts
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Escaped = "^{}\\[~]|€";

    // What people and word processors write, as near as the phone's small alphabet comes; "está" reads well without it.
    private const string Typographic = "’‘“”–—áíóúÁÍÓÚãõ";
    private const string Plain = "''\"\"--aiouAIOUao";

    /// <summary>How many parts a text takes.</summary>
    public static int Of(string text)
    {
        var gsm = text.All(c => Basic.Contains(c, StringComparison.Ordinal) || Escaped.Contains(c, StringComparison.Ordinal));
        var length = gsm ? text.Length + text.Count(c => Escaped.Contains(c, StringComparison.Ordinal)) : text.Length;
        var (one, each) = gsm ? (160, 153) : (70, 67);
        return length <= one ? 1 : (length + each - 1) / each;
    }

    /// <summary>The text with such letters and signs replaced that would halve the room for all others.</summary>
    public static string InSmallAlphabet(string text) => string.Create(text.Length, text, static (letters, from) =>
    {
        for (var i = 0; i < letters.Length; i++)
            letters[i] = Typographic.IndexOf(from[i], StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : from[i];
    });
}
