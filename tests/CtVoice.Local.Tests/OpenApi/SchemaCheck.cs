using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CtVoice.Local.Tests.OpenApi;

/// <summary>
/// Checks JSON against the schemas of the API's description: the part of JSON Schema 2020-12 that they use. A keyword that
/// it does not know is a fault, so that no schema is half checked.
/// </summary>
internal sealed class SchemaCheck(JsonNode document)
{
    /// <summary>Every way in which <paramref name="value"/> is not what the schema says.</summary>
    internal IReadOnlyList<string> Faults(JsonNode? value, JsonNode schema) => [.. Check(value, schema, "")];

    private IEnumerable<string> Check(JsonNode? value, JsonNode anything, string at)
    {
        // The schemas "true" and "false" are for everything and nothing.
        if (anything is not JsonObject schema)
        {
            if (!anything.GetValue<bool>())
                yield return $"{at}: unknown";
            yield break;
        }
        foreach (var (keyword, said) in schema)
        {
            var faults = keyword switch
            {
                "$ref" => Check(value, Target(said!.GetValue<string>()), at),
                "anyOf" => said!.AsArray().Any(s => !Check(value, s!, at).Any()) ? [] : [$"{at}: fits none of the possible schemas"],
                "oneOf" => said!.AsArray().Count(s => !Check(value, s!, at).Any()) == 1
                    ? []
                    : [$"{at}: fits none or several of the possible schemas"],
                "type" => Types(said!).Any(t => Is(value, t)) ? [] : [$"{at}: {KindOf(value)} is not {said!.ToJsonString()}"],
                "enum" => said!.AsArray().Any(s => JsonNode.DeepEquals(s, value))
                    ? []
                    : [$"{at}: {value?.ToJsonString()} is none of {said.ToJsonString()}"],
                "properties" => value is JsonObject o
                    ? said!.AsObject().Where(p => o.ContainsKey(p.Key)).SelectMany(p => Check(o[p.Key], p.Value!, $"{at}/{p.Key}"))
                    : [],
                "required" => value is JsonObject o
                    ? said!.AsArray().Select(r => r!.GetValue<string>()).Where(r => !o.ContainsKey(r)).Select(r => $"{at}/{r}: missing")
                    : [],
                "additionalProperties" => value is JsonObject o
                    ? o.Where(p => schema["properties"]?[p.Key] is null)
                        .SelectMany(p => Check(p.Value, said!, $"{at}/{p.Key}"))
                    : [],
                "items" => value is JsonArray a
                    ? a.SelectMany((item, i) => Check(item, said!, string.Create(CultureInfo.InvariantCulture, $"{at}/{i}"))) : [],
                "format" => value is JsonValue text && text.TryGetValue<string>(out var written)
                    && !HasFormat(written, said!.GetValue<string>())
                    ? [$"{at}: '{written}' is no {said}"]
                    : [],
                "pattern" => value is JsonValue matched && matched.TryGetValue<string>(out var like)
                    && !Regex.IsMatch(like, said!.GetValue<string>())
                    ? [$"{at}: '{like}' is not like {said}"]
                    : [],
                "default" or "description" or "$comment" => [],
                _ => [$"{at}: the schema says '{keyword}', which is not checked"],
            };
            foreach (var fault in faults)
                yield return fault;
        }
    }

    private JsonObject Target(string reference) =>
        reference[2..].Split('/').Aggregate(document, (node, name) => node[name]!).AsObject();

    private static IEnumerable<string> Types(JsonNode said) =>
        said is JsonArray several ? several.Select(t => t!.GetValue<string>()) : [said.GetValue<string>()];

    private static bool Is(JsonNode? value, string type) => type switch
    {
        "integer" => KindOf(value) is JsonValueKind.Number && value!.GetValue<JsonElement>().TryGetInt64(out _),
        "number" => KindOf(value) is JsonValueKind.Number,
        "boolean" => KindOf(value) is JsonValueKind.True or JsonValueKind.False,
        "string" => KindOf(value) is JsonValueKind.String,
        "array" => KindOf(value) is JsonValueKind.Array,
        "object" => KindOf(value) is JsonValueKind.Object,
        "null" => value is null,
        _ => false,
    };

    private static JsonValueKind KindOf(JsonNode? value) => value?.GetValueKind() ?? JsonValueKind.Null;

    private static bool HasFormat(string text, string format) => format switch
    {
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) && text.Contains('T', StringComparison.Ordinal),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "time" => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out _),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => false,
    };
}
