using System.Globalization;
using System.Text.Json;

namespace CtVoice.Local.Transfer;

/// <summary>A row of a table as it travels: each value as a pair of its type and itself, so that types survive.</summary>
/// <param name="Table">Number of the table in the database file.</param>
/// <param name="Partition">Partition key.</param>
/// <param name="Key">Row key.</param>
/// <param name="Values">The properties.</param>
internal sealed record StateRow(int Table, string Partition, string Key, IReadOnlyList<KeyValuePair<string, object>> Values)
{
    /// <summary>The Records table.</summary>
    public const int Records = 1;

    /// <summary>The Contacts table.</summary>
    public const int Contacts = 2;

    /// <summary>Writes it into the inner object of a line.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("table", Table);
        writer.WriteString("partition", Partition);
        writer.WriteString("key", Key);
        writer.WriteStartObject("values");
        foreach (var (name, value) in Values)
        {
            writer.WriteStartArray(name);
            WriteValue(writer, value);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    /// <summary>Reads it from the inner object of a line; null when it is none.</summary>
    public static StateRow? Read(JsonElement inner)
    {
        try
        {
            var table = inner.GetProperty("table").GetInt32();
            return table is not (Records or Contacts)
                ? null
                : new(
                    table, inner.GetProperty("partition").GetString()!, inner.GetProperty("key").GetString()!,
                    [.. inner.GetProperty("values").EnumerateObject()
                        .Select(p => KeyValuePair.Create(p.Name, ReadValue(p.Value[0].GetString()!, p.Value[1])))]);
        }
        catch (Exception unreadable) when (unreadable is KeyNotFoundException or InvalidOperationException or FormatException
            or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue("s");
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteStringValue("b");
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteStringValue("i");
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteStringValue("l");
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteStringValue("d");
                writer.WriteStringValue(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset instant:
                writer.WriteStringValue("w");
                writer.WriteStringValue(instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                break;
            case byte[] bytes:
                writer.WriteStringValue("x");
                writer.WriteBase64StringValue(bytes);
                break;
            default:
                throw new ArgumentException($"Tables do not hold {value.GetType().Name}.");
        }
    }

    private static object ReadValue(string type, JsonElement value) => type switch
    {
        "s" => value.GetString()!,
        "b" => value.GetBoolean(),
        "i" => value.GetInt32(),
        "l" => value.GetInt64(),
        "d" => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        "w" => DateTimeOffset.ParseExact(value.GetString()!, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        "x" => value.GetBytesFromBase64(),
        _ => throw new FormatException("A value of an unknown type."),
    };
}
