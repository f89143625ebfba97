namespace CtVoice.Core.Tests.Conversations.Words;

/// <summary>Parts that a text message is sent in (3GPP TS 23.038): GSM-7 160 or 153 a part, UCS-2 70 or 67; nothing is split.</summary>
/// <remarks>In Spanish an accent that GSM-7 lacks puts a text into UCS-2: 6 parts (402 characters)
/// are about the room of 2 and a half in English.</remarks>
internal static class Segments
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ "
            + "!\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Escaped = "^{}\\[~]|€";

    internal static int Of(string text)
    {
        var gsm = text.All(c => Basic.Contains(c, StringComparison.Ordinal) || Escaped.Contains(c, StringComparison.Ordinal));
        var units = gsm
            ? text.Select(c => Escaped.Contains(c, StringComparison.Ordinal) ? 2 : 1).ToList()
            : text.EnumerateRunes().Select(r => r.Utf16SequenceLength).ToList();
        var (one, each) = gsm ? (160, 153) : (70, 67);
        if (units.Sum() <= one)
            return 1;
        // Filled one by one: what takes two units is in one part.
        var parts = new List<int> { 0 };
        foreach (var unit in units)
        {
            if (parts[^1] + unit > each)
                parts.Add(0);
            parts[^1] += unit;
        }
        return parts.Count;
    }
}
