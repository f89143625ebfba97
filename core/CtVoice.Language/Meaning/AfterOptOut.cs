using System.Collections.Frozen;

namespace CtVoice.Language.Meaning;

/// <summary>
/// What people say where they opted out before: that they may want messages again, in whatever words, or nothing at all. Where nobody
/// opted out the same words answer a question. Pure, linear in the text.
/// </summary>
public static class AfterOptOut
{
    /// <summary>Letters of a message; a longer one tells something.</summary>
    private const int Longest = 200;

    /// <summary>Words of a message that says nothing.</summary>
    private const int MostWords = 10;

    private static readonly PhraseText Phrases = PhraseText.Load("Meaning.Phrases.wishes");

    private static readonly FrozenSet<string> Back = Phrases.Set("may come back");

    private static readonly FrozenSet<string> Sent = Phrases.Set("what is sent");

    private static readonly string[] AnotherMind = Phrases["another mind"];

    private static readonly FrozenSet<string> Denies = Phrases.Set("does not come back");

    private static readonly FrozenSet<string> Nothing = Phrases.Set("says nothing");

    /// <summary>Whether it may ask for messages again: somebody should ask, for what asks for them plainly is an opt-in.</summary>
    public static bool MayAskForMessages(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
            return false;
        var folded = NormalizedText.Of(text).Words;
        var words = Parts(folded);
        return !words.Any(Denies.Contains)
            && (AnotherMind.Any(phrase => folded.Contains(phrase, StringComparison.Ordinal))
                || (words.Any(Back.Contains) && words.Any(Sent.Contains)));
    }

    /// <summary>"Ok", "thanks", a thumb, a bare no: no answer of somebody who is asked nothing.</summary>
    public static bool SaysNothing(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Any(char.IsLetterOrDigit))
            return true;
        if (text.Any(char.IsDigit) || text.Contains('?', StringComparison.Ordinal))
            return false;
        return PlainAssent.Is(text) || (Parts(NormalizedText.Of(text).Words) is { Length: > 0 and <= MostWords } words
            && words.All(word => Nothing.Contains(word) || (Keywords.IsPolite(word) && !Sent.Contains(word))));
    }

    private static string[] Parts(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
