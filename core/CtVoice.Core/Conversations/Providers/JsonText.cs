using System.Text.Json;

namespace CtVoice.Core.Conversations.Providers;

/// <summary>Reads JSON of others, whose names are spelt in several ways and whose texts may be broken.</summary>
internal static class JsonText
{
    /// <summary>A text, or null for anything else; half of a surrogate pair is no text.</summary>
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
            return null;
        }
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
