using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CtVoice.Core.Json;

/// <summary>Which JSON values a type takes, and how to say so.</summary>
internal static class ValueWords
{
    private static readonly ConcurrentDictionary<Type, string[]> EnumNames = new();

    /// <summary>What a value of the type looks like, to follow "send" or "must be".</summary>
    public static string For(Type type, JsonSerializerOptions options)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return "one of: " + string.Join(", ", Names(type, options));
        if (WholeNumbers(type) is var (least, most))
            return string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");
        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => "text",
            TypeCode.Boolean => "true or false",
            TypeCode.Double or TypeCode.Single or TypeCode.Decimal => "a number",
            _ when type == typeof(DateOnly) => "a date such as \"2027-03-01\"",
            _ when type == typeof(DateTimeOffset) || type == typeof(DateTime) => "an instant such as \"2027-03-01T20:00:00-05:00\"",
            _ when type == typeof(Guid) => "a UUID",
            _ when type.GetCustomAttribute<LooksLikeAttribute>() is { } looks => looks.Words,
            _ => options.GetTypeInfo(type).Kind switch
            {
                JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
                JsonTypeInfoKind.Enumerable => "an array",
                _ => "a valid value",
            },
        };
    }

    /// <summary>What was sent instead, without its content.</summary>
    public static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "this text",
        JsonValueKind.Number => "this number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    /// <summary>True when the serialiser takes the value and nothing of it is lost.</summary>
    public static bool Fits(JsonElement element, Type type, JsonTypeInfo info, JsonSerializerOptions options)
    {
        if (type.IsEnum)
            return element.ValueKind == JsonValueKind.String && Names(type, options).Contains(element.GetString()!, StringComparer.Ordinal);
        try
        {
            return element.Deserialize(info) switch
            {
                double number => double.IsFinite(number),
                float number => float.IsFinite(number),
                // An instant without an offset would be read in the zone of this machine.
                DateTimeOffset or DateTime => HasOffset(element.GetString()!),
                _ => true,
            };
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or InvalidOperationException
            or NotSupportedException)
        {
            return false;
        }
    }

    private static bool HasOffset(string instant) =>
        instant.EndsWith('Z') || (instant.Length > 6 && instant[^6] is '+' or '-' && instant.Contains('T', StringComparison.Ordinal));

    private static string[] Names(Type type, JsonSerializerOptions options) => EnumNames.GetOrAdd(
        type, t => [.. Enum.GetValues(t).Cast<object>().Select(v => JsonSerializer.SerializeToElement(v, t, options).GetString()!)]);

    private static (object Least, object Most)? WholeNumbers(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => (byte.MinValue, byte.MaxValue),
        TypeCode.SByte => (sbyte.MinValue, sbyte.MaxValue),
        TypeCode.Int16 => (short.MinValue, short.MaxValue),
        TypeCode.UInt16 => (ushort.MinValue, ushort.MaxValue),
        TypeCode.Int32 => (int.MinValue, int.MaxValue),
        TypeCode.UInt32 => (uint.MinValue, uint.MaxValue),
        TypeCode.Int64 => (long.MinValue, long.MaxValue),
        TypeCode.UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => null,
    };
}
