using System.Text;
using System.Text.Json;

namespace CtVoice.Local.Engine;

/// <summary>One turn of an instance: what arrived, and what the workflow decided before it waited again.</summary>
/// <param name="At">The workflow's time in this turn (UTC).</param>
/// <param name="Arrivals">What arrived, in order.</param>
/// <param name="Decisions">What was decided, in order.</param>
internal sealed record HistoryTurn(DateTime At, IReadOnlyList<HistoryEvent> Arrivals, IReadOnlyList<HistoryEvent> Decisions)
{
    internal static string Write(HistoryTurn turn)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("at"u8, turn.At);
            WriteEvents(json, "in"u8, turn.Arrivals);
            WriteEvents(json, "out"u8, turn.Decisions);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    internal static HistoryTurn Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Read(document.RootElement);
    }

    internal static HistoryTurn Read(JsonElement turn) =>
        new(turn.GetProperty("at"u8).GetDateTime(), ReadEvents(turn.GetProperty("in"u8)), ReadEvents(turn.GetProperty("out"u8)));

    private static void WriteEvents(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<HistoryEvent> events)
    {
        json.WriteStartArray(name);
        foreach (var one in events)
        {
            json.WriteStartObject();
            json.WriteString("is"u8, EventKinds.Word(one.Kind));
            if (one.Id != 0)
                json.WriteNumber("id"u8, one.Id);
            if (one.Name is not null)
                json.WriteString("name"u8, one.Name);
            if (one.Due is { } due)
                json.WriteString("due"u8, due);
            if (one.Data is not null)
            {
                json.WritePropertyName("data"u8);
                json.WriteRawValue(one.Data);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static List<HistoryEvent> ReadEvents(JsonElement events)
    {
        var list = new List<HistoryEvent>(events.GetArrayLength());
        foreach (var one in events.EnumerateArray())
        {
            list.Add(new HistoryEvent(
                EventKinds.Parse(one.GetProperty("is"u8).GetString()!),
                one.TryGetProperty("id"u8, out var id) ? id.GetInt32() : 0,
                one.TryGetProperty("name"u8, out var name) ? name.GetString() : null,
                one.TryGetProperty("data"u8, out var data) ? data.GetRawText() : null,
                one.TryGetProperty("due"u8, out var due) ? due.GetDateTime() : null));
        }
        return list;
    }
}
