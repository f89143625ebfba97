using System.Globalization;
using System.Text;

namespace CtVoice.Language.Mime;

/// <summary>A value with parameters, such as Content-Type or Content-Disposition (RFC 2045, with continuations of RFC 2231).</summary>
public sealed class ContentType
{
    private readonly Dictionary<string, string> parameters;

    private ContentType(string media, Dictionary<string, string> parameters)
    {
        Media = media;
        this.parameters = parameters;
    }

    /// <summary>The value before the parameters, lower case.</summary>
    public string Media { get; }

    /// <summary>A parameter by its name in any case; null when the value has none of it.</summary>
    public string? Parameter(string name) => parameters.GetValueOrDefault(name);

    /// <summary>Reads a value; never throws. <paramref name="fallback"/> stands for one that is missing or empty.</summary>
    public static ContentType Parse(string? value, string fallback = "text/plain")
    {
        var fields = Fields(value ?? fallback);
        var media = fields[0].Trim().ToLowerInvariant();
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var pieces = new SortedDictionary<(string Name, int Index), (string Value, bool Encoded)>();
        foreach (var field in fields.Skip(1).Take(64))
        {
            var equals = field.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                continue;
            var name = field[..equals].Trim().ToLowerInvariant();
            var text = Unquoted(field[(equals + 1)..].Trim());
            var star = name.IndexOf('*', StringComparison.Ordinal);
            if (star < 0)
            {
                found.TryAdd(name, EncodedWords.Decode(text));
                continue;
            }

            var rest = name[(star + 1)..];
            var encoded = rest.Length == 0 || rest.EndsWith('*');
            _ = int.TryParse(rest.TrimEnd('*'), NumberStyles.None, CultureInfo.InvariantCulture, out var index);
            pieces.TryAdd((name[..star], index), (text, encoded));
        }

        foreach (var group in pieces.GroupBy(piece => piece.Key.Name, StringComparer.Ordinal))
            found[group.Key] = Joined(group.Select(piece => piece.Value));
        return new ContentType(media.Length == 0 ? fallback : media, found);
    }

    /// <summary>RFC 2231 section 4.1: pieces in order, the first of the encoded ones naming the character set.</summary>
    private static string Joined(IEnumerable<(string Value, bool Encoded)> pieces)
    {
        var bytes = new List<byte>();
        string? charset = null;
        foreach (var (value, encoded) in pieces)
        {
            var text = value;
            if (encoded && charset is null && text.Split('\'') is [var set, _, ..] parts && parts.Length >= 3)
            {
                charset = set;
                text = string.Join('\'', parts.Skip(2));
            }

            for (var i = 0; i < text.Length; i++)
            {
                if (encoded && text[i] == '%' && i + 2 < text.Length
                    && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var octet))
                {
                    bytes.Add(octet);
                    i += 2;
                }
                else
                {
                    bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
                }
            }
        }

        return Charsets.Decode(charset, [.. bytes]);
    }

    /// <summary>The value split at semicolons outside quotes.</summary>
    private static List<string> Fields(string value)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '\\' && quoted && i + 1 < value.Length)
                field.Append(c).Append(value[++i]);
            else if (c == ';' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                quoted ^= c == '"';
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }

    private static string Unquoted(string text)
    {
        if (text.Length < 2 || text[0] != '"')
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 1; i < text.Length && text[i] != '"'; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
                i++;
            plain.Append(text[i]);
        }

        return plain.ToString();
    }
}
