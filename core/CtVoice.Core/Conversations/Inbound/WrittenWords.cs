namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Whether a message says more than its choice.</summary>
internal static class WrittenWords
{
    private static readonly HashSet<string> ChoicesInWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "yes", "no", "si", "sí", "y", "n", "one", "two", "three", "uno", "dos", "tres", "ok", "okay",
    };

    /// <summary>The text as written when it says more than the choice; null when the choice is all there is.</summary>
    public static string? In(string text, int? choice)
    {
        var letters = text.Any(char.IsLetter);
        if (choice is not null && (!letters || ChoicesInWords.Contains(text.Trim().Trim('.', '!', ',', '"', '\'', ')', '('))))
            return null;
        // Without a choice even a lone thumb is what the person wrote.
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
