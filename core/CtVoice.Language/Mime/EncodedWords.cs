using System.Text;

namespace CtVoice.Language.Mime;

/// <summary>Encoded words in header fields, <c>=?charset?B|Q?text?=</c> (RFC 2047). Anything malformed stays as it is.</summary>
internal static class EncodedWords
{
    internal static string Decode(string value)
    {
        if (!value.Contains("=?", StringComparison.Ordinal))
            return value;
        var decoded = new StringBuilder(value.Length);
        var pending = new List<byte>();
        string? charset = null;
        void Flush()
        {
            if (pending.Count > 0)
                decoded.Append(Charsets.Decode(charset, [.. pending]));
            pending.Clear();
        }

        var at = 0;
        while (at < value.Length)
        {
            var open = value.IndexOf("=?", at, StringComparison.Ordinal);
            if (open < 0 || Word(value, open) is not { } word)
            {
                Flush();
                var until = open < 0 ? value.Length : open + 2;
                decoded.Append(value, at, until - at);
                at = until;
                continue;
            }

            // White space between two encoded words is no text (section 6.2), and a character may be split over both.
            var between = value.AsSpan(at, open - at);
            if (!(pending.Count > 0 && between.IsWhiteSpace()))
            {
                Flush();
                decoded.Append(between);
            }
            else if (!string.Equals(charset, word.Charset, StringComparison.OrdinalIgnoreCase))
            {
                Flush();
            }

            charset = word.Charset;
            pending.AddRange(word.Bytes);
            at = word.End;
        }

        Flush();
        return decoded.ToString();
    }

    private static (string Charset, byte[] Bytes, int End)? Word(string value, int open)
    {
        var first = value.IndexOf('?', open + 2);
        if (first < 0 || first - open > 60 || first + 2 >= value.Length || value[first + 2] != '?')
            return null;
        var end = value.IndexOf("?=", first + 3, StringComparison.Ordinal);
        if (end < 0)
            return null;
        var charset = value[(open + 2)..first].Split('*')[0];
        var text = value.AsSpan(first + 3, end - first - 3);
        return value[first + 1] switch
        {
            'B' or 'b' => (charset, Transfer.Base64(text), end + 2),
            'Q' or 'q' => (charset, Transfer.QuotedPrintable(text, underscoreIsSpace: true), end + 2),
            _ => null,
        };
    }
}
