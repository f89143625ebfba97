using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CtVoice.Core.Workflows;

namespace CtVoice.Core.Projects.Intake;

/// <summary>A request as read: either the request or what is wrong with its form.</summary>
public sealed record ProjectReading(ProjectRequest? Request, IReadOnlyList<Fault> Faults);

/// <summary>Reads a request strictly, and names every member that does not exist at once, with the one that was probably meant.</summary>
public static class ProjectJson
{
    /// <summary>Reads UTF-8 JSON. A request that comes back has the right form; whether it can be taken in is for <see cref="ProjectIntake"/>.</summary>
    public static ProjectReading Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var faults = new List<Fault>();
            CheckShape("", document.RootElement, typeof(ProjectRequest), faults);
            if (faults.Count > 0)
                return new(null, faults);
            var request = document.RootElement.Deserialize<ProjectRequest>(WorkflowJson.Options);
            return request is null ? new(null, [new("", "The request is empty.")]) : new(request, []);
        }
        catch (JsonException e)
        {
            return new(null, [new(Pointer(e.Path), Meaning(e))]);
        }
    }

    private static void CheckShape(string pointer, JsonElement element, Type type, List<Fault> faults)
    {
        var info = WorkflowJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object:
                CheckMembers(pointer, element, info, faults);
                break;
            case JsonTypeInfoKind.Object when element.ValueKind != JsonValueKind.Null:
                faults.Add(new(pointer, "This is an object, { ... }."));
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array:
                var at = 0;
                foreach (var entry in element.EnumerateArray())
                    CheckShape($"{pointer}/{at++}", entry, info.ElementType!, faults);
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind != JsonValueKind.Null:
                faults.Add(new(pointer, "This is a list, [ ... ]."));
                break;
            case JsonTypeInfoKind.Dictionary when element.ValueKind == JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    CheckShape($"{pointer}/{JsonPointer.Escape(member.Name)}", member.Value, info.ElementType!, faults);
                break;
            case JsonTypeInfoKind.None:
                CheckValue(pointer, element, info, faults);
                break;
        }
    }

    private static void CheckMembers(string pointer, JsonElement element, JsonTypeInfo info, List<Fault> faults)
    {
        var members = info.Properties.ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var member in element.EnumerateObject())
        {
            var at = $"{pointer}/{JsonPointer.Escape(member.Name)}";
            if (members.TryGetValue(member.Name, out var property))
                CheckShape(at, member.Value, property.PropertyType, faults);
            else
                faults.Add(new(at, $"There is no such member. Did you mean: {string.Join(", ", NearestText.Of(member.Name, members.Values.Select(p => p.Name), 3))}?"));
        }
        foreach (var required in info.Properties.Where(p => p.IsRequired && !element.EnumerateObject().Any(m => string.Equals(m.Name, p.Name, StringComparison.OrdinalIgnoreCase))))
            faults.Add(new($"{pointer}/{required.Name}", "This is missing."));
    }

    private static void CheckValue(string pointer, JsonElement element, JsonTypeInfo info, List<Fault> faults)
    {
        if (info.Type.IsEnum)
        {
            // Only names are read, although the reader would take numbers as well.
            var names = Enum.GetNames(info.Type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName).ToArray();
            if (element.ValueKind != JsonValueKind.Null && (element.ValueKind != JsonValueKind.String || !names.Contains(element.GetString(), StringComparer.OrdinalIgnoreCase)))
                faults.Add(new(pointer, $"This is one of: {string.Join(", ", names)}."));
            return;
        }
        try
        {
            element.Deserialize(info);
        }
        catch (JsonException) when (element.ValueKind == JsonValueKind.Null)
        {
            // A null says that it is not known; the reading of the whole decides whether it may be.
        }
        catch (JsonException)
        {
            faults.Add(new(pointer, Expected(info.Type)));
        }
    }

    private static string Expected(Type type) => type switch
    {
        _ when type == typeof(Count) => $"A count is a whole number, or \"{Count.UnknownYet}\".",
        _ when type == typeof(DateOnly) => "This is a date, written as 2027-01-31.",
        _ when type == typeof(bool) => "This is true or false.",
        _ when type == typeof(int) => "This is a whole number.",
        _ => "This is a text.",
    };

    private static string Meaning(JsonException e) => e.LineNumber is { } line && e.Path is null or "$"
        ? $"This is not JSON: see line {line + 1}."
        : "This value has the wrong form.";

    // "$.people.groups[1].count" becomes "/people/groups/1/count".
    private static string Pointer(string? path) => (path ?? "$").TrimStart('$').Replace('[', '/').Replace("]", "", StringComparison.Ordinal).Replace('.', '/');
}
