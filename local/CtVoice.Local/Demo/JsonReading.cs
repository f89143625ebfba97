using System.Text.Json.Nodes;

namespace CtVoice.Local.Demo;

/// <summary>Short words for what the demo reads off an answer.</summary>
internal static class JsonReading
{
    extension(JsonNode node)
    {
        /// <summary>A text; empty when it is absent.</summary>
        public string Text(string name) => node[name]?.GetValue<string>() ?? "";

        /// <summary>A whole number.</summary>
        public int Number(string name) => node[name]!.GetValue<int>();

        /// <summary>An instant.</summary>
        public DateTimeOffset Instant(string name) => node[name]!.GetValue<DateTimeOffset>();

        /// <summary>The items of a list.</summary>
        public IEnumerable<JsonNode> Items(string name) => node[name]!.AsArray().Select(item => item!);
    }
}
