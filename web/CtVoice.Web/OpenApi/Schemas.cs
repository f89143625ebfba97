using System.Text.Json.Serialization.Metadata;
using CtVoice.Core.Representation;
using Microsoft.OpenApi;

namespace CtVoice.Web.OpenApi;

/// <summary>What the framework's schemas lack or have too much of; generators of clients stumbled over each of these.</summary>
internal static class Schemas
{
    internal static Task Describe(OpenApiSchema schema, JsonTypeInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        if (type == typeof(Count))
        {
            schema.AnyOf =
            [
                new OpenApiSchema { Type = JsonSchemaType.Integer },
                new OpenApiSchema { Type = JsonSchemaType.String, Enum = [Count.UnknownYet] },
            ];
        }
        // What a converter of ours reads is anything to the framework.
        else if (info.Kind is JsonTypeInfoKind.None && schema is { Type: null, Enum: null or [], AnyOf: null or [] })
        {
            schema.Description = "Any JSON.";
        }
        // RFC 3339 knows no time of day without an offset; ours are local by nature.
        if (type == typeof(TimeOnly))
            schema.Format = null;
        if (schema.Enum is { Count: > 0 })
            schema.Type ??= schema.Enum.Any(word => word is null) ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        // What may be left out is so by "required"; null is no value of most of these types.
        if (schema.Default is { } value && value.IsJsonNullSentinel())
            schema.Default = null;
        // What may be null may be left out: it is read so, and written so.
        foreach (var property in info.Properties.Where(MayBeNull))
            schema.Required?.Remove(property.Name);
        schema.Description = schema.Description is { } words ? InOneLine(words) : null;
        return Task.CompletedTask;
    }

    // Where a comment breaks its lines says nothing to whoever reads the API.
    private static string InOneLine(string words) =>
        string.Join(' ', words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static bool MayBeNull(JsonPropertyInfo property) =>
        property.IsGetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null;
}
