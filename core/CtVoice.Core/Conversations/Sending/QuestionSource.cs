using System.Text.Json;
using System.Text.Json.Serialization;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>
/// What a question belongs to: a review, or a talk, which is about none. In rows and forms it is one text, the id of the review or the
/// kind of the talk; no review has such an id.
/// </summary>
[JsonConverter(typeof(AsText))]
public sealed record QuestionSource
{
    private QuestionSource(string? reviewId, string? talkKind) => (ReviewId, DialogueKind) = (reviewId, talkKind);

    /// <summary>The review; null for a talk.</summary>
    public string? ReviewId { get; }

    /// <summary>The kind of the talk; null for a review.</summary>
    public string? DialogueKind { get; }

    /// <summary>A question of a review.</summary>
    public static QuestionSource Review(string id) => new(id, null);

    /// <summary>A question of a talk.</summary>
    public static QuestionSource Dialogue(string kind) => new(null, kind);

    /// <summary>As it is stored.</summary>
    public static QuestionSource Read(string stored) => Dialogues.Dialogue.Is(stored) ? Dialogue(stored) : Review(stored);

    /// <summary>As it is stored.</summary>
    public override string ToString() => ReviewId ?? DialogueKind!;

    private sealed class AsText : JsonConverter<QuestionSource>
    {
        public override QuestionSource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            QuestionSource.Read(reader.GetString() ?? throw new JsonException("A question belongs to something."));

        public override void Write(Utf8JsonWriter writer, QuestionSource value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
