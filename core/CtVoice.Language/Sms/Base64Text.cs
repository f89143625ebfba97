using System.Buffers.Text;
using System.Text;

namespace CtVoice.Language.Sms;

/// <summary>Some carriers deliver the parts of a concatenated message in base64. One or several such parts become their text.</summary>
internal static class Base64Text
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>The text behind base64, or null when the message is no base64 or hides no readable text.</summary>
    internal static string? Decode(string text)
    {
        var packed = text.Trim();
        if (packed.Length < 8 || !LooksEncoded(packed))
            return null;
        var decoded = new StringBuilder();
        foreach (var part in Parts(packed))
        {
            if (part.Length % 4 != 0 || !Base64.IsValid(part) || Readable(Convert.FromBase64String(part)) is not { } words)
                return null;
            decoded.Append(words);
        }

        return decoded.Length == 0 ? null : decoded.ToString();
    }

    /// <summary>Parts end at their padding, or at a line break where each line is whole by itself.</summary>
    private static List<string> Parts(string packed)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < packed.Length; i++)
        {
            var c = packed[i];
            if (char.IsWhiteSpace(c))
                continue;
            part.Append(c);
            if (c == '=' && (i + 1 == packed.Length || packed[i + 1] != '='))
            {
                parts.Add(part.ToString());
                part.Clear();
            }
        }

        if (part.Length > 0)
            parts.Add(part.ToString());
        return parts;
    }

    /// <summary>Only the base64 alphabet, and a shape that no word has: padding, a digit or a capital inside.</summary>
    private static bool LooksEncoded(string packed)
    {
        var shape = false;
        for (var i = 0; i < packed.Length; i++)
        {
            var c = packed[i];
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '/' or '=' or '\n' or '\r'))
                return false;
            shape |= c == '='
                || (i > 0 && (char.IsAsciiDigit(c) || (char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(packed[i - 1]))));
        }

        return shape && packed.Any(char.IsAsciiLetter) && !packed.All(c => char.IsAsciiLetterLower(c) || c is '\n' or '\r');
    }

    private static string? Readable(byte[] bytes)
    {
        if (bytes.Length < 3)
            return null;
        try
        {
            var words = bytes.Length % 2 == 0 && bytes.Where((_, index) => index % 2 == 0)
                .All(high => high is 0 or 0x20 or 0xD8 or 0xD9 or 0xDA or 0xDB or 0xDC or 0xDD or 0xDE or 0xDF)
                && bytes.Any(value => value == 0)
                ? Utf16.GetString(bytes)
                : Utf8.GetString(bytes);
            return words.Any(c => (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c == '\uFFFD')
                || !words.Any(char.IsLetterOrDigit) ? null : words;
        }
        catch (DecoderFallbackException)
        {
            return null; // Not text: the message is what it looks like.
        }
    }
}
