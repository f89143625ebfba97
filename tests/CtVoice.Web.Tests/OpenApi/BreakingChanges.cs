using System.Text.Json.Nodes;

namespace CtVoice.Web.Tests.OpenApi;

/// <summary>
/// What a program written for an earlier description can no longer rely on, each as one line: what it sends must still be taken, and what
/// it reads must still be there in the shape that was promised. What is only added breaks nobody.
/// </summary>
/// <param name="before">The description that the program was written for.</param>
/// <param name="now">Today's.</param>
internal sealed class BreakingChanges(JsonNode before, JsonNode now)
{
    private readonly SortedSet<string> found = new(StringComparer.Ordinal);
    private readonly HashSet<(string Name, bool Sent)> seen = [];

    /// <summary>The lines, in order; a schema with a name is told once, by that name.</summary>
    public static IReadOnlyCollection<string> Between(JsonNode before, JsonNode now)
    {
        var changes = new BreakingChanges(before, now);
        changes.ComparePaths();
        return changes.found;
    }

    private void ComparePaths()
    {
        foreach (var (path, methods) in Members(before["paths"]))
        {
            foreach (var (method, operation) in Members(methods))
            {
                var name = $"{method.ToUpperInvariant()} {path}";
                if (now["paths"]?[path]?[method] is { } same)
                    Compare(name, operation, same);
                else
                    found.Add($"{name} is gone");
            }
        }
        // What subscribers are told is read by them as an answer is.
        foreach (var (name, told) in Members(before["webhooks"]))
        {
            if (now["webhooks"]?[name] is { } same)
                CompareContent($"event {name}", told["post"]!["requestBody"]!, same["post"]!["requestBody"]!, sent: false);
            else
                found.Add($"event {name} is gone");
        }
    }

    private void Compare(string name, JsonNode old, JsonNode same)
    {
        var (asked, asks) = (Parameters(old), Parameters(same));
        foreach (var (parameter, said) in asked)
        {
            if (!asks.TryGetValue(parameter, out var still))
                found.Add($"{name}: {parameter} is gone");
            else
                CompareSchema($"{name}: {parameter}", said["schema"]!, still["schema"]!, sent: true);
        }
        foreach (var (parameter,
            _) in asks.Where(p => IsTrue(p.Value["required"]) && !(asked.TryGetValue(p.Key, out var was) && IsTrue(was["required"]))))
            found.Add($"{name}: {parameter} must be sent");

        if (Resolved(same, "requestBody", now) is { } takes)
        {
            var took = Resolved(old, "requestBody", before);
            if (IsTrue(takes["required"]) && !IsTrue(took?["required"]))
                found.Add($"{name}: a body must be sent");
            if (took is not null)
                CompareContent(name, took, takes, sent: true);
        }
        foreach (var (status, answer) in Members(old["responses"]).Where(a => a.Key[0] == '2'))
        {
            if (same["responses"]?[status] is { } answers)
                CompareContent($"{name} {status}", answer, answers, sent: false);
            else
                found.Add($"{name}: {status} is gone");
        }
    }

    private void CompareContent(string place, JsonNode old, JsonNode same, bool sent)
    {
        foreach (var (type, content) in Members(old["content"]))
        {
            if (same["content"]?[type] is not { } still)
                found.Add($"{place}: {type} is gone");
            else if (content["schema"] is { } was && still["schema"] is { } schema)
                CompareSchema(place, was, schema, sent);
        }
    }

    private void CompareSchema(string place, JsonNode old, JsonNode same, bool sent)
    {
        // "true" is a schema too: what was not described was not promised.
        if (old is JsonValue || same is JsonValue)
            return;
        var (was, wasNull) = Plain(old, before);
        var (schema, isNull) = Plain(same, now);
        if (sent ? wasNull && !isNull : isNull && !wasNull)
            found.Add(sent ? $"{place} may not be null" : $"{place} may be absent");
        if (NameOf(was.Node) is { } name)
        {
            // A reader that met it here knows it everywhere; without this a record that holds itself would never end.
            if (!seen.Add((name, sent)))
                return;
            place = name;
        }
        var (wide, narrow) = sent ? (schema, was) : (was, schema);
        if (narrow.Types.Except(wide.Types).Any(type => type != "integer" || !wide.Types.Contains("number")) && wide.Types.Count > 0)
            found.Add($"{place} is {Words(schema.Types)}, was {Words(was.Types)}");
        if (wide.Enum.Count > 0 && (narrow.Enum.Count == 0 ? ["any text"] : narrow.Enum.Except(wide.Enum)) is var more && more.Any())
            found.Add(sent ? $"{place} does not take {Words(more)}" : $"{place} may be {Words(more)}");
        CompareProperties(place, was.Node, schema.Node, sent);
        foreach (var inner in new[] { "items", "additionalProperties" })
        {
            if (was.Node[inner] is JsonObject one && schema.Node[inner] is JsonObject other)
                CompareSchema($"{place}[]", one, other, sent);
        }
    }

    private void CompareProperties(string place, JsonNode old, JsonNode same, bool sent)
    {
        var (had, has) = (Names(old["required"]), Names(same["required"]));
        foreach (var (property, said) in Members(old["properties"]))
        {
            if (same["properties"]?[property] is not { } still)
            {
                found.Add($"{place}.{property} is gone");
                continue;
            }
            if (!sent && had.Contains(property) && !has.Contains(property))
                found.Add($"{place}.{property} may be absent");
            CompareSchema($"{place}.{property}", said, still, sent);
        }
        if (sent)
            found.UnionWith(has.Except(had).Select(property => $"{place}.{property} must be sent"));
    }

    /// <summary>A schema behind its reference, and whether null is allowed beside it.</summary>
    private static (Shape Shape, bool OrNull) Plain(JsonNode schema, JsonNode document)
    {
        var orNull = false;
        while (true)
        {
            if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
            {
                var rest = choices.Where(c => c!["type"] is not JsonValue type || type.GetValue<string>() != "null").ToList();
                orNull |= rest.Count < choices.Count;
                if (rest.Count != 1)
                    return (new(schema), orNull);
                schema = rest[0]!;
            }
            else if (schema["$ref"] is { } reference)
            {
                schema = Followed(reference, document);
            }
            else
            {
                var shape = new Shape(schema);
                return (shape, orNull || shape.OrNull);
            }
        }
    }

    private static JsonNode? Resolved(JsonNode operation, string member, JsonNode document) =>
        operation[member]?["$ref"] is { } reference ? Followed(reference, document) : operation[member];

    private static JsonNode Followed(JsonNode reference, JsonNode document) =>
        reference.GetValue<string>()[2..].Split('/').Aggregate(document, (node, step) => node[step]!);

    private static Dictionary<string, JsonNode> Parameters(JsonNode operation) =>
        (operation["parameters"] as JsonArray ?? []).ToDictionary(p => $"{p!["in"]} {p["name"]}", p => p!, StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, JsonNode>> Members(JsonNode? node) =>
        (node as JsonObject ?? []).Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Key, m.Value!));

    private static HashSet<string> Names(JsonNode? list) =>
        (list as JsonArray ?? []).Select(name => name!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue<bool>(out var yes) && yes;

    private static string? NameOf(JsonNode schema) =>
        schema.GetPath().Split('.') is ["$", "components", "schemas", var name] ? name : null;

    private static string Words(IEnumerable<string> words) => string.Join(" or ", words.Order(StringComparer.Ordinal));

    /// <summary>What a schema says of a value itself.</summary>
    private sealed record Shape(JsonNode Node)
    {
        private readonly IReadOnlyList<string> all = Node["type"] switch
        {
            JsonArray types => [.. types.Select(type => type!.GetValue<string>())],
            JsonValue type => [type.GetValue<string>()],
            _ => [],
        };

        public IReadOnlyList<string> Types => [.. all.Where(type => type != "null")];

        public IReadOnlyList<string> Enum => [.. (Node["enum"] as JsonArray ?? []).OfType<JsonNode>().Select(word => word.ToString())];

        public bool OrNull => all.Contains("null");
    }
}
