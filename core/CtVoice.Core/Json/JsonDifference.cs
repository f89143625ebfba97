using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CtVoice.Core.Json;

/// <summary>One place at which two JSON texts differ.</summary>
/// <param name="At">Where, in words of the texts: <c>groups / 2135-2 / minimum</c>.</param>
/// <param name="Before">What stood there, as JSON; null when nothing did.</param>
/// <param name="After">What stands there now; null when nothing does.</param>
public sealed record JsonDifference(string At, string? Before, string? After)
{
    // What an item of a list is known by, so that one more in front does not make all others differ.
    private static readonly string[] Names = ["id", "code", "agency", "name"];

    // For people to read; whoever shows it encodes it again.
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every difference, in the order of the texts. Items of a list that name themselves are compared by their name,
    /// others by their place.</summary>
    public static IReadOnlyList<JsonDifference> Between(JsonNode? before, JsonNode? after)
    {
        var found = new List<JsonDifference>();
        Compare([], before, after, found);
        return found;
    }

    private static void Compare(IReadOnlyList<string> at, JsonNode? before, JsonNode? after, List<JsonDifference> found)
    {
        if (JsonNode.DeepEquals(before, after))
            return;
        if (Parts(before, after) is not { } parts)
        {
            found.Add(new(string.Join(" / ", at), before?.ToJsonString(AsWritten), after?.ToJsonString(AsWritten)));
            return;
        }
        foreach (var name in parts.Before.Keys.Concat(parts.After.Keys).Distinct(StringComparer.Ordinal))
            Compare([.. at, name], parts.Before.GetValueOrDefault(name), parts.After.GetValueOrDefault(name), found);
    }

    private static (Dictionary<string, JsonNode?> Before, Dictionary<string, JsonNode?> After)? Parts(JsonNode? before, JsonNode? after) =>
        (before, after) switch
        {
            (JsonObject one, JsonObject other) => (one.ToDictionary(StringComparer.Ordinal), other.ToDictionary(StringComparer.Ordinal)),
            (JsonArray one, JsonArray other) when Names.FirstOrDefault(name => Named(one, name) && Named(other, name)) is { } by =>
                (By(one, by), By(other, by)),
            (JsonArray one, JsonArray other) when one.Concat(other).All(item => item is JsonObject) => (ByPlace(one), ByPlace(other)),
            _ => null,
        };

    private static bool Named(JsonArray items, string name)
    {
        var names = items.Select(item => item is JsonObject of && of[name] is JsonValue value && value.TryGetValue<string>(out var text)
            ? text : null).ToList();
        return !names.Contains(null) && names.Distinct(StringComparer.Ordinal).Count() == names.Count;
    }

    private static Dictionary<string, JsonNode?> By(JsonArray items, string name) =>
        items.ToDictionary(item => item![name]!.GetValue<string>(), StringComparer.Ordinal);

    private static Dictionary<string, JsonNode?> ByPlace(JsonArray items) =>
        items.Select((item, i) => (Key: FormattableString.Invariant($"{i + 1}"), item))
            .ToDictionary(p => p.Key, p => p.item, StringComparer.Ordinal);
}
