namespace CtVoice.Core.Reviews;

/// <summary>The languages that members can be written to in: those in which a person reviewed every fixed word of a message.</summary>
public static class WrittenLanguages
{
    /// <summary>Their codes (ISO 639-1). The words are in <c>Phrases</c>, and a test holds that they are the same languages.</summary>
    public static IReadOnlyList<string> All { get; } = ["en", "es"];
}
