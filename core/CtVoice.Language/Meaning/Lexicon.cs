namespace CtVoice.Language.Meaning;

/// <summary>
/// The words that lists are made of, and the beginnings of words (<c>golpe*</c>), each with a number. A word of a text stands for
/// few of them; all of them are found by hash, however long the lists grow.
/// </summary>
internal sealed class Lexicon
{
    private const int Open = 0;
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> beginnings = new(StringComparer.Ordinal);
    private readonly HashSet<string> closed;
    private int last = Open;
    private readonly List<int> lengths = [];
    // What all beginnings begin with, as long as the shortest of them: most words begin with none of these.
    private HashSet<string>? openings;

    /// <summary>A lexicon.</summary>
    /// <param name="closed">Words that <c>?</c>, any one word, does not stand for.</param>
    internal Lexicon(IEnumerable<string> closed) => this.closed = closed.ToHashSet(StringComparer.Ordinal);

    /// <summary>A number of its own, for what is no word.</summary>
    internal int Next() => ++last;

    /// <summary>The number of a word, of a beginning (<c>word*</c>), or of any one word (<c>?</c>).</summary>
    internal int Number(string token)
    {
        if (token == "?")
            return Open;
        var (known, key) = token.EndsWith('*') ? (beginnings, token[..^1]) : (words, token);
        if (known.TryGetValue(key, out var number))
            return number;
        known[key] = number = Next();
        if (known == beginnings)
        {
            if (lengths.BinarySearch(key.Length) is < 0 and var place)
                lengths.Insert(~place, key.Length);
            openings = null;
        }
        return number;
    }

    internal bool Knows(string word) => words.ContainsKey(word);

    /// <summary>What a word stands for that no list knows: any one word.</summary>
    internal static readonly int[] Unknown = [Open];

    /// <summary>The numbers of all that a word stands for.</summary>
    internal int[] Of(string word)
    {
        var (known, begins, open) = (words.TryGetValue(word, out var number), MayBegin(word), !closed.Contains(word));
        if (!known && !begins)
            return open ? Unknown : [];
        var numbers = new List<int>(4);
        if (known)
            numbers.Add(number);
        if (begins)
        {
            var lookup = beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (var length in lengths)
            {
                if (length > word.Length)
                    break;
                if (lookup.TryGetValue(word.AsSpan(0, length), out number))
                    numbers.Add(number);
            }
        }
        if (open)
            numbers.Add(Open);
        return numbers is [Open] ? Unknown : [.. numbers];
    }

    private bool MayBegin(string word)
    {
        if (lengths.Count == 0 || word.Length < lengths[0])
            return false;
        var known = openings ??= beginnings.Keys.Select(key => key[..lengths[0]]).ToHashSet(StringComparer.Ordinal);
        return known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.AsSpan(0, lengths[0]));
    }
}
