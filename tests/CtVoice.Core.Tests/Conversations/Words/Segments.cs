namespace CtVoice.Core.Tests.Conversations.Words;

/// <summary>Parts that a text message is sent in (3GPP TS 23.038): GSM-7 160 or 153 a part, UCS-2 70 or 67.</summary>
internal static class Segments
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Escaped = "^{}\\[~]|€";

    internal static int Of(string text)
    {
        var gsm = text.All(c => Basic.Contains(c, StringComparison.Ordinal) || Escaped.Contains(c, StringComparison.Ordinal));
        var length = gsm ? text.Length + text.Count(c => Escaped.Contains(c, StringComparison.Ordinal)) : text.Length;
        var (one, each) = gsm ? (160, 153) : (70, 67);
        return length <= one ? 1 : (length + each - 1) / each;
    }
}
