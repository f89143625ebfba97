using System.Collections.Frozen;
using System.Text;
using CtVoice.Language;

namespace CtVoice.Core.Conversations.Words;

/// <summary>
/// The parts that a text message is sent, and paid, in (3GPP TS 23.038): 160 or 153 characters a part in GSM-7, 70 or 67
/// in UCS-2. One letter outside GSM-7 puts the whole message into UCS-2, and that is no reason to change a letter.
/// </summary>
public static class TextParts
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ "
            + "!\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Escaped = "^{}\\[~]|€";

    private static readonly FrozenSet<char> One = FrozenSet.ToFrozenSet(Basic);
    private static readonly FrozenSet<char> Two = FrozenSet.ToFrozenSet(Escaped);

    // Nobody reads these differently. Marks only: no letter is here.
    private static readonly FrozenDictionary<char, string> Typography = new[]
    {
        ("\u2018\u2019\u201A\u201B\u2032\u00B4", "'"),
        ("\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB", "\""),
        ("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022", "-"),
        ("\u2026", "..."),
        ("\t\u00A0\u2002\u2003\u2007\u2009\u200A\u202F", " "),
        ("\u00AD\u200B\u2060\uFEFF", ""),
    }.SelectMany(marks => marks.Item1.Select(mark => (mark, typed: marks.Item2))).ToFrozenDictionary(m => m.mark, m => m.typed);

    // Letters that texts of ours gave up until December 2026, so that a text that left then is known again.
    private static readonly FrozenDictionary<char, char> Before =
        "áíóúÁÍÓÚâêôãõçÀÈÒ".Zip("aiouAIOUaeoaocAEO").ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>
    /// How many parts a text is sent in. What takes two units (a bracket in GSM-7, an emoji in UCS-2) is never split: where one
    /// unit is left it begins the next part.
    /// </summary>
    public static int Of(string text)
    {
        var gsm = text.All(c => One.Contains(c) || Two.Contains(c));
        var (alone, each) = gsm ? (160, 153) : (70, 67);
        var (all, parts, used) = (0, 1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var pair = !gsm && i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            var units = pair || (gsm && Two.Contains(text[i])) ? 2 : 1;
            i += pair ? 1 : 0;
            all += units;
            (parts, used) = used + units > each ? (parts + 1, units) : (parts, used + units);
        }
        return all <= alone ? 1 : parts;
    }

    /// <summary>The text as it is sent: each accent in one with its letter (NFC), quotes, dashes and spaces as on a keyboard,
    /// every letter kept.</summary>
    public static string Fit(string text)
    {
        var whole = WellFormed.Of(text).Normalize(NormalizationForm.FormC);
        return whole.Any(Typography.ContainsKey)
            ? string.Concat(whole.Select(c => Typography.GetValueOrDefault(c) ?? c.ToString()))
            : whole;
    }

    /// <summary>A text as it is compared with what left, never as it is sent: without the accents that texts of
    /// ours once gave up.</summary>
    public static string Compared(string text) => string.Concat(Fit(text).Select(c => Before.GetValueOrDefault(c, c)));
}
