using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using CtVoice.Language;

namespace CtVoice.Core.Conversations.Providers;

/// <summary>Reads JSON of others, whose names are spelt in several ways and whose texts may be broken.</summary>
internal static class JsonText
{
    /// <summary>
    /// A text, or null for anything else; of one with half of a surrogate pair, or with bytes that are no characters,
    /// everything else is kept.
    /// </summary>
    internal static string? Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return WellFormed.Of(Unescaped(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value)[1..^1])));
        }
    }

    /// <summary>The inside of a JSON string (RFC 8259 section 7), code unit by code unit.</summary>
    private static string Unescaped(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }
            i++;
            text.Append(raw[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)Convert.ToUInt16(raw.Substring(i + 1, 4), 16),
                var itself => itself,
            });
            i += raw[i] == 'u' ? 4 : 0;
        }
        return text.ToString();
    }

    /// <summary>The first of some properties that is there, whatever the case of its name.</summary>
    internal static JsonElement? Get(JsonElement json, params ReadOnlySpan<string> names)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var name in names)
        {
            foreach (var property in json.EnumerateObject())
            {
                if (NameIs(property, name) && property.Value.ValueKind is not JsonValueKind.Null)
                    return property.Value;
            }
        }
        return null;
    }

    /// <summary>The text of the first of some properties, or null.</summary>
    internal static string? Text(JsonElement json, params ReadOnlySpan<string> names) => Get(json, names) is { } value ? Of(value) : null;

    private static bool NameIs(JsonProperty property, string name)
    {
        try
        {
            return property.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
