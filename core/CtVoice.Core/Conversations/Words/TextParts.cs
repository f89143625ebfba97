using System.Collections.Frozen;

namespace CtVoice.Core.Conversations.Words;

/// <summary>
/// The parts that a text message is sent, and paid, in (3GPP TS 23.038): 160 or 153 characters a part in GSM-7, 70 or 67
/// in UCS-2. One letter outside GSM-7 puts the whole message into UCS-2.
/// </summary>
public static class TextParts
{
    /// <summary>Parts beyond which a text gives up accents that GSM-7 does not have, if that saves any.</summary>
    public const int Most = 3;

    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Escaped = "^{}\\[~]|€";

    private static readonly FrozenSet<char> One = FrozenSet.ToFrozenSet(Basic);
    private static readonly FrozenSet<char> Two = FrozenSet.ToFrozenSet(Escaped);

    // Nobody reads these differently.
    private static readonly FrozenDictionary<char, string> Typography = new Dictionary<char, string>
    {
        ['\u2018'] = "'",
        ['\u2019'] = "'",
        ['\u201C'] = "\"",
        ['\u201D'] = "\"",
        ['\u2013'] = "-",
        ['\u2014'] = "-",
        ['\u2026'] = "...",
        ['\u00A0'] = " ",
        ['\u202F'] = " ",
    }.ToFrozenDictionary();

    // As people write on phones; é, ñ, ü, ¿ and ¡ stay as they are.
    private static readonly FrozenDictionary<char, char> Plain =
        "áíóúÁÍÓÚâêôãõçÀÈÒ".Zip("aiouAIOUaeoaocAEO").ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>How many parts a text is sent in.</summary>
    public static int Of(string text)
    {
        var gsm = text.All(c => One.Contains(c) || Two.Contains(c));
        var length = gsm ? text.Length + text.Count(Two.Contains) : text.Length;
        var (alone, each) = gsm ? (160, 153) : (70, 67);
        return length <= alone ? 1 : (length + each - 1) / each;
    }

    /// <summary>
    /// The text as it is sent: quotes and dashes as on a keyboard, and where it would take more than <see cref="Most"/>
    /// parts and letters without their accents make it shorter, without them.
    /// </summary>
    public static string Fit(string text)
    {
        var typed = Typed(text);
        if (Of(typed) <= Most)
            return typed;
        var small = InSmallAlphabet(typed);
        return Of(small) < Of(typed) ? small : typed;
    }

    /// <summary>The text with the letters and signs replaced that would halve the room for all others; "está" reads well without its accent.</summary>
    public static string InSmallAlphabet(string text) => string.Concat(Typed(text).Select(c => Plain.GetValueOrDefault(c, c)));

    private static string Typed(string text) =>
        text.Any(Typography.ContainsKey) ? string.Concat(text.Select(c => Typography.GetValueOrDefault(c) ?? c.ToString())) : text;
}
