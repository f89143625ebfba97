using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Representation;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Desk;

/// <summary>
/// Reads a form into the record that programs send as JSON, by the same strict reader: a field is named by its place in that
/// body (<c>questions/0/text</c>), so a fault's pointer is the name of the field it belongs to, and page and API cannot differ in
/// what they accept.
/// </summary>
internal static class FormBody
{
    /// <summary>The record, or everything that is wrong with the form.</summary>
    internal static Read<T> Read<T>(IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
        where T : notnull =>
        StrictJson.Read<T>(JsonSerializer.SerializeToUtf8Bytes(Object(WorkflowJson.Options.GetTypeInfo(typeof(T)), "", fields)),
            words: Ask);

    /// <summary>The fields of a form; lines end as they do everywhere else.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> FieldsOf(IFormCollection form) => form.ToDictionary(
        f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.Select(v => (v ?? "").ReplaceLineEndings("\n"))], StringComparer.Ordinal);

    /// <summary>
    /// The fields without rows in which nothing was typed, and those after them moved up: a fault's pointer names the row that
    /// is shown again.
    /// </summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> WithoutEmptyRows(
        IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    {
        var kept = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = fields.Keys.Select(RowOf).OfType<string>().Distinct(StringComparer.Ordinal)
            .GroupBy(r => r[..r.LastIndexOf('/')], StringComparer.Ordinal);
        foreach (var list in rows)
        {
            var filled = list.OrderBy(r => int.Parse(r[(list.Key.Length + 1)..], CultureInfo.InvariantCulture))
                .Where(row => fields.Any(f => RowOf(f.Key) == row && f.Value.Any(v => v.Trim().Length > 0)));
            foreach (var (row, i) in filled.Select((row, i) => (row, i)))
                places[row] = string.Create(CultureInfo.InvariantCulture, $"{list.Key}/{i}");
        }
        foreach (var (name, values) in fields)
        {
            if (RowOf(name) is not { } row)
                kept[name] = values;
            else if (places.TryGetValue(row, out var place))
                kept[place + name[row.Length..]] = values;
            else
                // The list was there, with nothing in it.
                kept[row[..row.LastIndexOf('/')] + "/none"] = [""];
        }
        return kept;
    }

    /// <summary>The row that a field stands in: up to its first number; null for a field outside lists.</summary>
    private static string? RowOf(string name)
    {
        var parts = name.Split('/');
        var at = Array.FindIndex(parts, 1, part => part.Length is > 0 and <= 4 && part.All(char.IsAsciiDigit));
        return at < 0 ? null : string.Join('/', parts.Take(at + 1));
    }

    private static JsonObject Object(JsonTypeInfo type, string path, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    {
        var made = new JsonObject();
        foreach (var property in type.Properties)
        {
            if (Node(property, path + property.Name, fields) is { } node)
                made[property.Name] = node;
        }
        return made;
    }

    private static JsonNode? Node(JsonPropertyInfo property, string path, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    {
        var type = WorkflowJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        return type.Kind switch
        {
            JsonTypeInfoKind.None => fields.GetValueOrDefault(path) is [var value, ..]
                ? Scalar(type.Type, value, IsOptional(property))
                : null,
            JsonTypeInfoKind.Enumerable => List(type, path, fields),
            JsonTypeInfoKind.Dictionary => Named(type, path, fields),
            _ when fields.Keys.Any(name => name.StartsWith(path + "/", StringComparison.Ordinal)) => Object(type, path + "/", fields),
            _ => null,
        };
    }

    // Ticks of one name are its items; parts of items are numbered.
    private static JsonArray? List(JsonTypeInfo type, string path, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    {
        var item = WorkflowJson.Options.GetTypeInfo(type.ElementType!);
        if (item.Kind is JsonTypeInfoKind.None && fields.GetValueOrDefault(path) is { } ticked)
            return [.. ticked.Where(v => v.Length > 0).Select(v => Scalar(item.Type, v, optional: false))];
        var items = new JsonArray();
        while (fields.Keys.Any(name => name == Place() || name.StartsWith(Place() + "/", StringComparison.Ordinal)))
        {
            items.Add(item.Kind switch
            {
                JsonTypeInfoKind.Object => Object(item, Place() + "/", fields),
                JsonTypeInfoKind.Dictionary => Named(item, Place(), fields),
                _ => Scalar(item.Type, fields[Place()][0], optional: false),
            });
        }
        // A list whose ticks are all off sends nothing; a field of its name says that it was there.
        return items.Count > 0 || fields.ContainsKey(path + "/none") ? items : null;

        string Place() => string.Create(CultureInfo.InvariantCulture, $"{path}/{items.Count}");
    }

    private static JsonObject? Named(JsonTypeInfo type, string path, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    {
        var value = WorkflowJson.Options.GetTypeInfo(type.ElementType!);
        var named = new JsonObject();
        foreach (var (name, values) in fields.Where(f => f.Key.StartsWith(path + "/", StringComparison.Ordinal) && f.Value[0].Length > 0))
        {
            var key = name[(path.Length + 1)..];
            if (value.Kind is not JsonTypeInfoKind.Object)
                named[key] = values[0];
            else if (key.Split('/')[0] is var entry && !named.ContainsKey(entry))
                named[entry] = Object(value, $"{path}/{entry}/", fields);
        }
        return named.Count > 0 ? named : null;
    }

    /// <summary>What cannot be meant stays a text, so that the reader says what would be right; an empty field is none.</summary>
    private static JsonNode? Scalar(Type type, string value, bool optional)
    {
        if (value.Length == 0 && (optional || type != typeof(string)))
            return null;
        if (type == typeof(bool))
            return value is "true" ? true : value is "false" ? false : value;
        if (type == typeof(int) && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        // People write 6,180; a count that is not known yet is a word.
        if (type == typeof(Count) && long.TryParse(value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var people))
            return people;
        if (type == typeof(decimal)
            && decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            return amount;
        // A browser says a time of day without seconds, and a moment without a zone: it is Connecticut's.
        if (type == typeof(TimeOnly) && TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return value + ":00";
        if (type == typeof(DateTimeOffset)
            && DateTime.TryParseExact(value, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            return LocalTime.InstantOf(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment), LocalTime.Connecticut)
                .ToString("O", CultureInfo.InvariantCulture);
        return value;
    }

    /// <summary>What to say at a field: a person is told what to type or to choose, not what a program should have sent.</summary>
    private static string Ask(Type type, bool missing)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type.IsEnum || type == typeof(bool) => "Choose one of the answers.",
            _ when type == typeof(int) => "Type a whole number in digits, such as 5.",
            _ when type == typeof(decimal) => "Type a number in digits, such as 12.50.",
            _ when type == typeof(Count) => "Type a whole number in digits, such as 6,180, or say that it is not known yet.",
            _ when type == typeof(DateOnly) => "Give a date: year, month and day, such as 2027-03-01.",
            _ when type == typeof(DateTimeOffset) => "Give a date and a time of day, such as 2027-03-01T20:00.",
            _ when type == typeof(TimeOnly) => "Give a time of day, such as 20:00.",
            _ => missing ? "Fill this in." : "This cannot be read as it stands.",
        };
    }

    private static bool IsOptional(JsonPropertyInfo property) =>
        property.IsGetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null
        || property.AssociatedParameter is { HasDefaultValue: true };
}
