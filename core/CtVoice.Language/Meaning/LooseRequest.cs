using System.Collections.Frozen;

namespace CtVoice.Language.Meaning;

/// <summary>
/// A request in an order that no form of <see cref="Request"/> knows: a short message of somebody's own that has to cease or to
/// take off in it, messages or a number, and the writer, and speaks of nobody else and of no policy. It is saved, and sending
/// pauses until a person looks: to be asked again after such words is worse than to wait.
/// </summary>
internal static class LooseRequest
{
    private static readonly PhraseText Phrases = PhraseText.Load("Meaning.Phrases.loose-requests");

    private static readonly FrozenSet<string> Writer = Phrases.Set("the writer");

    private static readonly FrozenSet<string> Wishing = Phrases.Set("a wish");

    private static readonly FrozenSet<string> These = Phrases.Set("these messages");

    /// <summary>Whoever speaks of these speaks of the matter.</summary>
    private static readonly FrozenSet<string> Matter = Phrases.Set("the matter");

    /// <summary>Words of a message; a longer one tells something.</summary>
    private const int Longest = 26;

    /// <summary>Words between what is to end and what there is too much of.</summary>
    private const int Near = 7;

    /// <summary>The words of a message that may ask to be left alone; null when nothing in it does.</summary>
    /// <param name="folded">The message.</param>
    /// <param name="taken">Its clauses, as far as they were taken apart.</param>
    internal static string? In(NormalizedText folded, StopRequests.Clauses taken)
    {
        var words = folded.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 3 or > Longest || words.Any(word => Matter.Contains(Spelling.Of(word))))
            return null;
        var parts = folded.Clauses.SelectMany(clause => taken.Of(clause).Parts).ToList();
        var writer = parts.Exists(p => p.Role is 'M') || words.Any(Writer.Contains) || Numbered(parts);
        // "I never got the text" states a fact: what is not to come has to be wished away.
        var wished = Wished(parts) || words.Any(Wishing.Contains);
        return writer && (Pairs(parts, "SDR", "VTB", Near) || Pairs(parts, "r", "B", Near) || (wished && Pairs(parts, "N", "VTG", Near))
            || (words.Any(These.Contains) && Pairs(parts, "T", "R", Near)))
            ? folded.Words
            : null;
    }

    /// <summary>Whether a word names what the questions are about, and nobody.</summary>
    internal static bool Concerns(string word) => Matter.Contains(word);

    /// <summary>"I want", and not "if you need me".</summary>
    private static bool Wished(List<Part> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Role is 'W' && (i == 0 || parts[i - 1].Role is not 'y'))
                return true;
        }
        return false;
    }

    /// <summary>"The number", "my phone" and not "the phone tree".</summary>
    private static bool Numbered(List<Part> parts)
    {
        for (var i = 1; i < parts.Count; i++)
        {
            if (parts[i].Role is 'B' && (parts[i - 1].Role is 'm'
                || (parts[i - 1].Role is 'd' && (i + 1 == parts.Count || parts[i + 1].Role != Vocabulary.Unknown))))
                return true;
        }
        return false;
    }

    private static bool Pairs(List<Part> parts, string first, string then, int within)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (first.Contains(parts[i].Role, StringComparison.Ordinal) && !ContactBids.Tells(parts[i].Word)
                && !(parts[i].Word is StopRequests.No && i + 1 < parts.Count && parts[i + 1].Role is 'i') // "No, I prefer a text"
                && parts.Skip(i + 1).Take(within).Any(p => then.Contains(p.Role, StringComparison.Ordinal)))
                return true;
        }
        return false;
    }
}
