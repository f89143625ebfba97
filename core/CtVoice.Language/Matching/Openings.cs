using System.Text;

namespace CtVoice.Language.Matching;

/// <summary>
/// Where one of many phrases may stand in a text, by their first three letters: a look at a table for each place, and a comparison with
/// the few phrases that open so. Ready in a moment and small, where an automaton of a few hundred phrases is neither.
/// </summary>
internal sealed class Openings
{
    private const int Letters = 3;
    private const int Bits = 15;

    private readonly ulong[] opened = new ulong[(1 << Bits) / 64];
    private readonly Dictionary<int, string[]> longer;
    // What is too short for three letters, or begins outside ASCII, as little of most texts does.
    private readonly Dictionary<char, string[]> others;
    private readonly bool[] beginsOther = new bool[128];

    internal Openings(IEnumerable<string> phrases)
    {
        var kinds = phrases.Where(phrase => phrase.Length > 0).ToLookup(phrase => phrase.Length >= Letters && phrase[0] < 128);
        longer = kinds[true].GroupBy(phrase => Hash(phrase)).ToDictionary(alike => alike.Key, alike => alike.ToArray());
        foreach (var hash in longer.Keys)
            opened[hash / 64] |= 1UL << (hash % 64);
        others = kinds[false].GroupBy(phrase => phrase[0]).ToDictionary(alike => alike.Key, alike => alike.ToArray());
        foreach (var first in others.Keys.Where(first => first < 128))
            beginsOther[first] = true;
    }

    /// <summary>Whether a phrase stands in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wordsOnly">Only where a word begins; scripts without spaces need no beginning.</param>
    internal bool In(ReadOnlySpan<char> text, bool wordsOnly)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var first = text[at];
            if (first >= 128)
            {
                if (others.TryGetValue(first, out var foreign) && Stands(foreign, text, at, wordsOnly))
                    return true;
                continue;
            }
            if (at + Letters <= text.Length && Hash(text[at..]) is var hash && (opened[hash / 64] >> (hash % 64) & 1) != 0
                && Stands(longer[hash], text, at, wordsOnly))
                return true;
            if (beginsOther[first] && Stands(others[first], text, at, wordsOnly))
                return true;
        }

        return false;
    }

    /// <summary>Whether a phrase may begin with these letters, small or not: a quick look before a text is folded.</summary>
    internal bool MayBegin(ReadOnlySpan<char> text)
    {
        if (text.Length < Letters || !Ascii.IsValid(text[..Letters]))
            return true;
        Span<char> small = stackalloc char[Letters];
        for (var i = 0; i < Letters; i++)
            small[i] = char.ToLowerInvariant(text[i]);
        return beginsOther[small[0]] || (Hash(small) is var hash && (opened[hash / 64] >> (hash % 64) & 1) != 0);
    }

    private static bool Stands(string[] may, ReadOnlySpan<char> text, int at, bool wordsOnly)
    {
        var inside = wordsOnly && at > 0 && char.IsLetterOrDigit(text[at - 1]);
        foreach (var phrase in may)
        {
            if (text[at..].StartsWith(phrase, StringComparison.Ordinal) && (!inside || phrase[0] > 0x10FF || phrase[0] == '-'))
                return true;
        }

        return false;
    }

    private static int Hash(ReadOnlySpan<char> text) => (text[0] ^ (text[1] << 5) ^ (text[2] << 10)) & ((1 << Bits) - 1);
}
