using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CtVoice.Language;

namespace CtVoice.Core.Json;

/// <summary>Compares a JSON value with the shape of a type and collects every difference. For one use by one thread.</summary>
internal sealed class ShapeWalk(JsonSerializerOptions options, int maxItems, Func<Type, bool, string>? words = null)
{
    private readonly List<Fault> faults = [];
    private readonly NullabilityInfoContext nullability = new();
    private int unlisted;

    public IReadOnlyList<Fault> Faults => unlisted == 0
        ? faults
        : [.. faults, new Fault("", string.Create(CultureInfo.InvariantCulture, $"And {unlisted} more faults."))];

    public void Check(JsonElement element, Type type) => Check(element, type, null, "", 1);

    private void Check(JsonElement element, Type type, NullabilityInfo? declared, string pointer, int depth)
    {
        if (depth > StrictJson.MaxDepth && element.ValueKind is (JsonValueKind.Object or JsonValueKind.Array))
        {
            Add(pointer, string.Create(CultureInfo.InvariantCulture, $"Nested deeper than {StrictJson.MaxDepth} levels."));
            return;
        }
        if (element.ValueKind == JsonValueKind.Null)
        {
            if (!MayBeNull(type, declared))
                Add(pointer, words?.Invoke(type, true)
                    ?? $"Must not be null; send {ValueWords.For(type, options)}, or leave an optional name out.");
            return;
        }
        type = Nullable.GetUnderlyingType(type) ?? type;
        var info = options.GetTypeInfo(type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object:
                CheckObject(element, info, pointer, depth);
                break;
            case JsonTypeInfoKind.Enumerable when type != typeof(byte[]):
                CheckArray(element, info, declared, pointer, depth);
                break;
            case JsonTypeInfoKind.Dictionary:
                CheckDictionary(element, info, declared, pointer, depth);
                break;
            default:
                CheckValue(element, type, info, pointer, depth);
                break;
        }
    }

    private void CheckObject(JsonElement element, JsonTypeInfo info, string pointer, int depth)
    {
        if (!Is(element, JsonValueKind.Object, info.Type, pointer))
            return;
        if (info.PolymorphismOptions is { } cases && ChooseCase(element, cases, pointer) is var (discriminator, chosen))
        {
            if (chosen is null)
                return;
            info = options.GetTypeInfo(chosen);
            CheckNames(element, info, pointer, depth, discriminator);
            return;
        }
        CheckNames(element, info, pointer, depth, null);
    }

    private void CheckNames(JsonElement element, JsonTypeInfo info, string pointer, int depth, string? discriminator)
    {
        var known = info.Properties.Where(CanBeSet).ToDictionary(p => p.Name, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in Members(element, pointer, seen))
        {
            if (known.TryGetValue(name, out var property))
                Check(value, property.PropertyType, Declared(property), Pointer.To(pointer, name), depth + 1);
            else if (!string.Equals(name, discriminator, StringComparison.Ordinal))
                Add(Pointer.To(pointer, name), Unknown(name, known.Keys.Where(k => !seen.Contains(k))));
        }
        foreach (var missing in known.Values.Where(p => !seen.Contains(p.Name) && IsRequired(p)))
            Add(Pointer.To(pointer, missing.Name), words?.Invoke(missing.PropertyType, true)
                ?? $"Missing; send {ValueWords.For(missing.PropertyType, options)}.");
    }

    private void CheckArray(JsonElement element, JsonTypeInfo info, NullabilityInfo? declared, string pointer, int depth)
    {
        if (!Is(element, JsonValueKind.Array, info.Type, pointer))
            return;
        if (element.GetArrayLength() > maxItems)
        {
            Add(pointer,
                string.Create(CultureInfo.InvariantCulture, $"Has {element.GetArrayLength()} items; at most {maxItems} are allowed."));
            return;
        }
        var index = 0;
        foreach (var item in element.EnumerateArray())
            Check(item, info.ElementType!, ElementOf(declared), Pointer.To(pointer, index++), depth + 1);
    }

    private void CheckDictionary(JsonElement element, JsonTypeInfo info, NullabilityInfo? declared, string pointer, int depth)
    {
        if (!Is(element, JsonValueKind.Object, info.Type, pointer))
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in Members(element, pointer, seen))
            Check(value, info.ElementType!, ElementOf(declared), Pointer.To(pointer, name), depth + 1);
        if (seen.Count > maxItems)
            Add(pointer, string.Create(CultureInfo.InvariantCulture, $"Has {seen.Count} names; at most {maxItems} are allowed."));
    }

    private void CheckValue(JsonElement element, Type type, JsonTypeInfo info, string pointer, int depth)
    {
        if (!IsUnicode(element))
            Add(pointer, "Holds half of a surrogate pair or a noncharacter, which is not Unicode text.");
        else if (type == typeof(JsonElement) || type == typeof(object))
            CheckAnything(element, pointer, depth);
        else if (!ValueWords.Fits(element, type, info, options))
            Add(pointer, words?.Invoke(type, false) ?? $"Must be {ValueWords.For(type, options)}, not {ValueWords.Kind(element)}.");
    }

    // Free-form JSON has no shape, but its text, names and depth are checked all the same.
    private void CheckAnything(JsonElement element, string pointer, int depth)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            CheckArray(element, options.GetTypeInfo(typeof(JsonElement?[])), null, pointer, depth);
            return;
        }
        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var (name, value) in Members(element, pointer, new HashSet<string>(StringComparer.Ordinal)))
            Check(value, typeof(JsonElement?), null, Pointer.To(pointer, name), depth + 1);
    }

    private IEnumerable<(string Name, JsonElement Value)> Members(JsonElement element, string pointer, HashSet<string> seen)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (NameOf(property) is not { } name)
                Add(pointer, "Has a name with half of a surrogate pair or a noncharacter, which is not Unicode text.");
            else if (!seen.Add(name))
                Add(Pointer.To(pointer, name), "Comes twice; each name is sent once.");
            else
                yield return (name, property.Value);
        }
    }

    private (string Discriminator, Type? Chosen)? ChooseCase(JsonElement element, JsonPolymorphismOptions cases, string pointer)
    {
        var name = cases.TypeDiscriminatorPropertyName;
        var kinds = cases.DerivedTypes.Where(d => d.TypeDiscriminator is string)
            .ToDictionary(d => (string)d.TypeDiscriminator!, d => d.DerivedType);
        if (kinds.Count == 0)
            return null;
        if (element.TryGetProperty(name, out var kind) && kind.ValueKind == JsonValueKind.String && IsUnicode(kind)
            && kinds.TryGetValue(kind.GetString()!, out var chosen))
            return (name, chosen);
        Add(Pointer.To(pointer, name), $"Must be one of: {string.Join(", ", kinds.Keys)}.");
        return (name, null);
    }

    private bool Is(JsonElement element, JsonValueKind kind, Type type, string pointer)
    {
        if (element.ValueKind == kind)
            return true;
        Add(pointer, $"Must be {ValueWords.For(type, options)}, not {ValueWords.Kind(element)}.");
        return false;
    }

    private void Add(string pointer, string message)
    {
        if (faults.Count < StrictJson.MaxFaults)
            faults.Add(new Fault(pointer, message));
        else
            unlisted++;
    }

    private static string Unknown(string name, IEnumerable<string> known) => NearestName.To(name, known) is { } nearest
        ? $"Unknown name; did you mean '{nearest}'?"
        : "Unknown name.";

    private static bool CanBeSet(JsonPropertyInfo property) => property.Set is not null || property.AssociatedParameter is not null;

    private bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired
        || (property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false }
            && !MayBeNull(property.PropertyType, Declared(property)));

    private NullabilityInfo? Declared(JsonPropertyInfo property) =>
        property.AttributeProvider is PropertyInfo declared ? nullability.Create(declared) : null;

    private static NullabilityInfo? ElementOf(NullabilityInfo? declared) =>
        declared?.ElementType ?? declared?.GenericTypeArguments.LastOrDefault();

    private static bool MayBeNull(Type type, NullabilityInfo? declared) =>
        Nullable.GetUnderlyingType(type) is not null || declared is { ReadState: NullabilityState.Nullable };

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return WellFormed.Is(property.Name) ? property.Name : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsUnicode(JsonElement element)
    {
        try
        {
            return element.ValueKind != JsonValueKind.String || WellFormed.Is(element.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
