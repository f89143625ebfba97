using System.Buffers;
using System.Collections.Frozen;

namespace CtVoice.Language.Meaning;

/// <summary>What dictation writes as words and the speaker meant as marks: "two period", "no comma not for my kids period".</summary>
internal static class Dictation
{
    private static readonly PhraseText Phrases = PhraseText.Load("Meaning.Phrases.dictation");

    private static readonly FrozenSet<string> Ends = Phrases.Set("ends a sentence");

    private static readonly FrozenSet<string> Commas = Phrases.Set("comma");

    /// <summary>Before these it is a word: "the grace period", "hasta cierto punto", "in a coma".</summary>
    private static readonly FrozenSet<string> Nouns = Phrases.Set("before a noun");

    /// <summary>Most texts hold none of them.</summary>
    private static readonly SearchValues<string> Any = SearchValues.Create([.. Ends, .. Commas], StringComparison.Ordinal);

    /// <summary>The text with the marks. Those inside it count when it ends with one,
    /// or when what stands before is an answer by itself.</summary>
    internal static NormalizedText Of(NormalizedText folded)
    {
        if (!folded.Line.AsSpan().ContainsAny(Any))
            return folded;
        var words = folded.Line.Split(' ').ToList();
        var dictated = false;
        for (var at = words.Count - 1; at > 0; at--)
        {
            var (mark, length) = Mark(words, at);
            if (mark is null || Nouns.Contains(words[at - 1]) && at > 1 || !(dictated || at == 1 || at + length >= words.Count))
                continue;
            dictated = true;
            words.RemoveRange(at, length);
            words.Insert(at, mark);
        }

        return dictated ? new NormalizedText(string.Join(' ', words)) : folded;
    }

    private static (string? Mark, int Length) Mark(List<string> words, int at)
    {
        for (var length = Math.Min(3, words.Count - at); length > 0; length--)
        {
            var said = string.Join(' ', words.GetRange(at, length));
            if (Ends.Contains(said))
                return (".", length);
            if (Commas.Contains(said))
                return (",", length);
        }

        return (null, 0);
    }
}
