using System.Collections.Frozen;

namespace CtVoice.Language.Meaning;

/// <summary>Words as they are typed on phones, and what is meant by them: "q" is "que", "kiere" is "quiere"
/// (<c>Phrases/typed.txt</c>).</summary>
internal static class Typed
{
    /// <summary>Letters of a message that is looked at; a longer one is written at leisure.</summary>
    private const int Longest = 600;

    private static readonly FrozenDictionary<string, string> Meant = PhraseText.Load("Meaning.Phrases.typed").Pairs("typed for")
        .ToFrozenDictionary(pair => pair.Typed, pair => pair.Meant, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> MeantBySpan =
        Meant.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text with the words that are meant; the same where all are.</summary>
    internal static NormalizedText Of(NormalizedText folded)
    {
        if (folded.Line.Length > Longest || !Any(folded.Line))
            return folded;
        return new NormalizedText(string.Join(' ', folded.Line.Split(' ').Select(word => Meant.GetValueOrDefault(word, word))));
    }

    private static bool Any(ReadOnlySpan<char> line)
    {
        foreach (var word in line.Split(' '))
        {
            if (MeantBySpan.ContainsKey(line[word]))
                return true;
        }

        return false;
    }
}
