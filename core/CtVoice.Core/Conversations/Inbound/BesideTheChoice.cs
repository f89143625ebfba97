using CtVoice.Language;
using CtVoice.Language.Answers;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Whether a message says more than its choice.</summary>
internal static class BesideTheChoice
{
    /// <summary>Characters of one answer, some fifty pages. The message itself is kept as it came.</summary>
    public const int Most = 100_000;

    /// <summary>The text as written when it says more than the choice; null when the choice is all there is.</summary>
    public static string? In(string text, int? choice)
    {
        var letters = text.Any(char.IsLetter);
        if (choice is not null && (!letters || ShortAnswer.IsOption(text)))
            return null;
        // Without a choice even a lone thumb is what the person wrote.
        return Readable.Is(text) ? Bounded(text) : null;
    }

    /// <summary>Words as they are kept: what is beyond fifty pages is cut, and the end says so.</summary>
    public static string Bounded(string text) =>
        text.Length <= Most ? text : WellFormed.Beginning(text, Most - InboundMessage.CutMark.Length) + InboundMessage.CutMark;
}
