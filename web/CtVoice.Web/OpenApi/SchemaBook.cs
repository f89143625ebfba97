using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using CtVoice.Core.Projects;
using CtVoice.Core.Workflows;

namespace CtVoice.Web.OpenApi;

/// <summary>The schemas of a document: each record once, by its name, referred to from everywhere else.</summary>
internal sealed class SchemaBook
{
    private readonly SortedDictionary<string, (Type Type, JsonObject Schema)> schemas = new(StringComparer.Ordinal);
    private readonly JsonSchemaExporterOptions exporting;

    public SchemaBook() => exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Shape };

    /// <summary>The schema of a type, or a reference to it.</summary>
    public JsonNode Of(Type type) => WorkflowJson.Options.GetJsonSchemaAsNode(type, exporting);

    /// <summary>Every schema that was referred to so far.</summary>
    public JsonObject ToJson() => new(schemas.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Key, s.Value.Schema.DeepClone())));

    private JsonNode Shape(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        // What a converter of ours reads is anything to the exporter; generators of clients stumble over a schema that is "true".
        if (node is not JsonObject schema)
            return type == typeof(Count) ? CountOrUnknown() : new JsonObject { ["description"] = "Any JSON." };
        // What may be left out is so by "required"; null is no value of most of these types.
        if (schema.ContainsKey("default") && schema["default"] is null)
            schema.Remove("default");
        if (schema["enum"] is JsonArray values && schema["type"] is null)
            schema["type"] = values.Any(v => v is null) ? new JsonArray("string", "null") : "string";
        // RFC 3339 knows no time of day without an offset; ours are local by nature.
        if (type == typeof(TimeOnly))
            schema.Remove("format");
        // The exporter refers to a type that it met before by its place in the schema, which is elsewhere now.
        if (schema["$ref"] is not null)
            return context.TypeInfo.Kind == JsonTypeInfoKind.Object ? Reference(type, nullable: false) : Of(type);
        if (context.TypeInfo.Kind != JsonTypeInfoKind.Object || type == typeof(object))
            return node;

        var nullable = schema["type"] is JsonArray;
        schema["type"] = "object";
        LeaveOutOptional(schema);
        if (schemas.TryGetValue(type.Name, out var known) && known.Type != type)
            throw new InvalidOperationException($"Two types of the API are called '{type.Name}'.");
        schemas[type.Name] = (type, (JsonObject)schema.DeepClone());
        return Reference(type, nullable);
    }

    // What may be null may be left out: it is read so, and written so.
    private static void LeaveOutOptional(JsonObject schema)
    {
        if (schema["required"] is not JsonArray required || schema["properties"] is not JsonObject properties)
            return;
        var always = required.Select(r => r!.GetValue<string>()).Where(name => !TakesNull(properties[name])).ToArray();
        if (always.Length > 0)
            schema["required"] = new JsonArray([.. always.Select(a => JsonValue.Create(a))]);
        else
            schema.Remove("required");
    }

    private static bool TakesNull(JsonNode? schema) =>
        schema is JsonObject known
        && ((known["type"] is JsonArray types && types.Any(t => t?.GetValue<string>() == "null"))
            || (known["anyOf"] is JsonArray any && any.Any(s => s?["type"] is JsonValue type && type.GetValue<string>() == "null")));

    private static JsonObject CountOrUnknown() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "integer" }, new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(Count.UnknownYet) }),
    };

    private static JsonObject Reference(Type type, bool nullable)
    {
        var reference = new JsonObject { ["$ref"] = "#/components/schemas/" + type.Name };
        return nullable
            ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) }
            : reference;
    }
}
