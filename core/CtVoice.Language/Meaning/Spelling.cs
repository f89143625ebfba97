using System.Collections.Frozen;

namespace CtVoice.Language.Meaning;

/// <summary>
/// How people type: abbreviations of text messages ("msjs", "plz", "q"), k for qu, and one slip of the thumb in a word that
/// requests are made of (<see cref="Vocabulary"/>). Words that exist are left as they are, however near they look.
/// </summary>
internal static class Spelling
{
    private static readonly PhraseText Phrases = PhraseText.Load("Meaning.Phrases.spelling");

    private static readonly FrozenDictionary<string, string> Abbreviations = Phrases.Pairs("short for")
        .ToFrozenDictionary(pair => pair.Typed, pair => pair.Meant, StringComparer.Ordinal);

    /// <summary>Words one slip away from a word of a request that are words themselves.</summary>
    private static readonly string[] Real = Phrases["a word itself"];

    /// <summary>What is read as it stands, or as what it is short for.</summary>
    private static readonly FrozenDictionary<string, string> Settled = Vocabulary.All.Concat(Abbreviations.Keys).Concat(Real)
        .Concat(Vocabulary.Stated).Concat(CommonWords.All).Distinct(StringComparer.Ordinal)
        .ToFrozenDictionary(word => word, word => Abbreviations.GetValueOrDefault(word, word), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Slips = Shortened();

    /// <summary>The word that was meant, or the word itself.</summary>
    internal static string Of(string word)
    {
        if (Settled.TryGetValue(word, out var settled))
            return settled;
        if (word.Length is < 3 or > 16 || char.IsAsciiDigit(word[0]))
            return word;
        if (word.Contains('k', StringComparison.Ordinal) && word.Replace("k", "qu", StringComparison.Ordinal) is var spanish
            && Vocabulary.Role(spanish) != Vocabulary.Unknown)
            return spanish;
        return Nearest(word) ?? word;
    }

    /// <summary>
    /// Whether a word that is the whole message would be mended on too little: a short one may be another word ("Kit", "Parent", "Paris"),
    /// and a letter at the end makes another form ("Terminal"). Within a request its neighbours tell.
    /// </summary>
    internal static bool Guesses(string word) =>
        Vocabulary.Role(word) == Vocabulary.Unknown && !Abbreviations.ContainsKey(word) && Of(word) is var meant && meant != word
        && (Math.Min(word.Length, meant.Length) < Surest || word[..^1] == meant[..^1]) && !Shuffled(word, meant);

    /// <summary>The same letters in another order, or one of them twice: "stpo", "sttop". No word of either language is so near.</summary>
    private static bool Shuffled(string word, string meant) =>
        word.Order().Distinct().SequenceEqual(meant.Order().Distinct()) && word.Length >= meant.Length;

    private const int Surest = 7;

    /// <summary>Whether a word is another with one slip: a letter too many, too few, another one, or two in the wrong order.</summary>
    internal static bool Slipped(string typed, string meant)
    {
        if (Math.Abs(typed.Length - meant.Length) > 1 || typed == meant)
            return false;
        var head = 0;
        while (head < typed.Length && head < meant.Length && typed[head] == meant[head])
            head++;
        var tail = 0;
        while (tail < typed.Length - head && tail < meant.Length - head && typed[^(tail + 1)] == meant[^(tail + 1)])
            tail++;
        var (left, right) = (typed.Length - head - tail, meant.Length - head - tail);
        var swapped = left == 2 && right == 2 && typed[head] == meant[head + 1] && typed[head + 1] == meant[head];
        if (!swapped && (left > 1 || right > 1))
            return false;
        if (head == 0 && !swapped)
            return false; // Hardly anybody misses the first letter; "mother" is no "bother".

        // Of a short word, only what leaves its letters in place: "stpo", "stp", "sttop", and never "step".
        return meant.Length > 4 || swapped || (right == 1 && left == 0 && "aeiou".Contains(meant[head], StringComparison.Ordinal))
            || (left == 1 && right == 0 && typed[head] == typed[head - 1]);
    }

    /// <summary>The word one slip away; of two, the one with the same letters ("numbre" is "number", not "nombre").</summary>
    private static string? Nearest(string word)
    {
        string? nearest = null;
        var forms = Slips.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> shorter = stackalloc char[word.Length];
        for (var without = -1; without < word.Length; without++)
        {
            var length = Shorter(word, without, shorter);
            if (!forms.TryGetValue(shorter[..length], out var candidates))
                continue;
            foreach (var meant in candidates)
            {
                if (!Slipped(word, meant))
                    continue;
                if (meant.Length == word.Length && meant.Order().SequenceEqual(word.Order()))
                    return meant;
                nearest ??= meant;
            }
        }

        return nearest;
    }

    /// <summary>A word without one of its letters, or as it is for -1; says how long it is.</summary>
    internal static int Shorter(ReadOnlySpan<char> word, int without, Span<char> shorter)
    {
        if (without < 0)
        {
            word.CopyTo(shorter);
            return word.Length;
        }

        word[..without].CopyTo(shorter);
        word[(without + 1)..].CopyTo(shorter[without..]);
        return word.Length - 1;
    }

    private static IEnumerable<string> WithOneLess(string word)
    {
        for (var i = 0; i < word.Length; i++)
            yield return word.Remove(i, 1);
    }

    /// <summary>Each word of requests by itself and by itself less one letter: two words one slip apart share such a form.</summary>
    private static FrozenDictionary<string, string[]> Shortened() =>
        Vocabulary.Spelled.Where(word => word.Length >= 4)
            .SelectMany(word => WithOneLess(word).Prepend(word).Distinct().Select(form => (form, word)))
            .GroupBy(pair => pair.form, pair => pair.word, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
