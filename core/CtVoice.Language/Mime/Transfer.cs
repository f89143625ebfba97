using System.Text;

namespace CtVoice.Language.Mime;

/// <summary>Content-Transfer-Encoding (RFC 2045 section 6), tolerant of everything that is broken on the way.</summary>
internal static class Transfer
{
    /// <summary>The bytes of a body whose characters are one byte each.</summary>
    internal static byte[] Decode(string? encoding, string raw, int start, int end)
    {
        var body = raw.AsSpan(start, Math.Max(0, end - start));
        return encoding?.Trim().Trim('"').ToLowerInvariant() switch
        {
            "quoted-printable" => QuotedPrintable(body, underscoreIsSpace: false),
            "base64" => Base64(body),
            _ => Bytes(body),
        };
    }

    internal static byte[] QuotedPrintable(ReadOnlySpan<char> text, bool underscoreIsSpace)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '=' && i + 2 < text.Length && Hex(text[i + 1]) is var high and >= 0 && Hex(text[i + 2]) is var low and >= 0)
            {
                bytes[length++] = (byte)((high << 4) | low);
                i += 2;
            }
            else if (c == '=' && SoftBreak(text, i) is var skip and > 0)
            {
                i += skip;
            }
            else
            {
                bytes[length++] = (byte)(c == '_' && underscoreIsSpace ? ' ' : c);
            }
        }

        return bytes[..length];
    }

    internal static byte[] Base64(ReadOnlySpan<char> text)
    {
        var bytes = new byte[(text.Length * 3 / 4) + 3];
        var length = 0;
        var buffer = 0;
        var bits = 0;
        foreach (var c in text)
        {
            var value = c switch
            {
                >= 'A' and <= 'Z' => c - 'A',
                >= 'a' and <= 'z' => c - 'a' + 26,
                >= '0' and <= '9' => c - '0' + 52,
                '+' or '-' => 62,
                '/' or '_' => 63,
                _ => -1,
            };
            if (c == '=')
                (bits, buffer) = (0, 0); // Padding: what follows, if anything, is a new block.
            if (value < 0)
                continue;
            buffer = (buffer << 6) | value;
            bits += 6;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[length++] = (byte)(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }

        return bytes[..length];
    }

    /// <summary>How many characters a soft line break has after its "=", or 0.</summary>
    private static int SoftBreak(ReadOnlySpan<char> text, int at)
    {
        var i = at + 1;
        while (i < text.Length && text[i] is ' ' or '\t')
            i++;
        if (i < text.Length && text[i] == '\r')
            i++;
        if (i < text.Length && text[i] == '\n')
            return i - at;
        return i >= text.Length ? text.Length - 1 - at : 0;
    }

    private static byte[] Bytes(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length];
        Encoding.Latin1.GetBytes(text, bytes);
        return bytes;
    }

    private static int Hex(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'F' => c - 'A' + 10,
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => -1,
    };
}
