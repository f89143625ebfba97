using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CtVoice.Core.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace CtVoice.Local.Engine;

/// <summary>
/// The history of one run as a JSON text: what it was started from and its turns, each with what arrived (<c>in</c>) and
/// what was decided (<c>out</c>). Ids, counts and instants only, as inputs and results are.
/// </summary>
public static class History
{
    /// <summary>
    /// Repeats a recorded history with the code of <paramref name="catalog"/>; throws
    /// <see cref="NonDeterministicWorkflowException"/> at the first turn that does not give the same events.
    /// </summary>
    public static void Verify(WorkflowCatalog catalog, string history)
    {
        // Data are compared as text, so an indented file is first written as the engine writes; what the engine wrote is taken as it is.
        using var document =
            JsonDocument.Parse(history.Contains('\n', StringComparison.Ordinal) ? JsonNode.Parse(history)!.ToJsonString() : history);
        var root = document.RootElement;
        var run = new WorkflowRun(
            root.GetProperty("instance"u8).GetString()!, root.GetProperty("workflow"u8).GetString()!,
            root.GetProperty("version"u8).GetString()!, root.GetProperty("input"u8).GetRawText(), root.GetProperty("lastId"u8).GetInt32());
        var execution = new WorkflowExecution(run, catalog, NullLoggerFactory.Instance, static () => { });
        foreach (var turn in root.GetProperty("turns"u8).EnumerateArray())
            execution.Replay(HistoryTurn.Read(turn));
    }

    internal static string Write(WorkflowRun run, IEnumerable<string> turns)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("instance"u8, run.InstanceId);
            json.WriteString("workflow"u8, run.Workflow);
            json.WriteString("version"u8, run.Version);
            json.WriteNumber("lastId"u8, run.LastId);
            json.WritePropertyName("input"u8);
            json.WriteRawValue(run.Input);
            json.WriteStartArray("turns"u8);
            foreach (var turn in turns)
                json.WriteRawValue(turn);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
