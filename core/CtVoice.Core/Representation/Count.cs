using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CtVoice.Core.Json;

namespace CtVoice.Core.Representation;

/// <summary>A number of people that may not be known yet. The default value is <see cref="Unknown"/>.</summary>
/// <remarks>In JSON a whole number or the text <c>"unknown-yet"</c>.</remarks>
/// <param name="Value">People; null when not known yet.</param>
[JsonConverter(typeof(CountJson))]
[LooksLike($"a whole number or \"{Count.UnknownYet}\"")]
public readonly record struct Count(long? Value)
{
    /// <summary>How an unknown count is written.</summary>
    public const string UnknownYet = "unknown-yet";

    /// <summary>A count that is not known yet.</summary>
    public static Count Unknown => default;

    /// <summary>True when there is a number.</summary>
    public bool IsKnown => Value is not null;

    /// <summary>A known count.</summary>
    public static Count Of(long people) => new(people);

    /// <summary>The number in digits, or <c>unknown-yet</c>.</summary>
    public override string ToString() => Value?.ToString(CultureInfo.InvariantCulture) ?? UnknownYet;
}

/// <summary>Reads and writes <see cref="Count"/>; anything but a whole number or "unknown-yet" is refused.</summary>
internal sealed class CountJson : JsonConverter<Count>
{
    public override Count Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out var people) => Count.Of(people),
        JsonTokenType.String when reader.ValueTextEquals(Count.UnknownYet) => Count.Unknown,
        _ => throw new JsonException($"A count is a whole number or \"{Count.UnknownYet}\"."),
    };

    public override void Write(Utf8JsonWriter writer, Count value, JsonSerializerOptions options)
    {
        if (value.Value is { } people)
            writer.WriteNumberValue(people);
        else
            writer.WriteStringValue(Count.UnknownYet);
    }
}
