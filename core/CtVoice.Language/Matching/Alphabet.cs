namespace CtVoice.Language.Matching;

/// <summary>
/// Characters by what an automaton tells apart: all that belong to the same of its sets are one symbol. A symbol of its own stands
/// for the end of the text, another for a line end that is the last character.
/// </summary>
internal sealed class Alphabet
{
    internal const int End = 0;
    internal const int LastLineEnd = 1;
    private const int LineEnd = 2;

    // One of each kind that the sets can tell apart and that none of them names.
    private const string Kinds = "é٣\u00A0\u0301\u200D‿€";

    private readonly CharSet[] wide;
    private readonly byte[] ascii = new byte[128];
    private readonly Dictionary<char, byte> literals = [];
    private readonly Dictionary<ulong, byte> kinds = [];
    private readonly List<char> examples = ['\n', '\n', '\n'];
    private readonly bool[][] holds;
    private readonly bool[] inWord;

    internal Alphabet(IReadOnlyList<CharSet> sets, bool hasWordEdges)
    {
        wide = [.. sets.Where(set => !set.IsLiteral), .. hasWordEdges ? [CharSet.OfWords] : Array.Empty<CharSet>()];
        if (wide.Length > 64)
            throw new FormatException("An expression can hold 64 sets of characters.");
        literals['\n'] = LineEnd;
        foreach (var named in sets.Where(set => set.IsLiteral).Select(set => set.Named[0]))
        {
            if (!literals.ContainsKey(named))
                literals[named] = Next(named);
        }
        foreach (var c in Enumerable.Range(0, 128).Select(i => (char)i).Concat(wide.SelectMany(set => set.Named)).Concat(Kinds))
        {
            var symbol = literals.TryGetValue(c, out var literal) ? literal : OfKind(c);
            if (c < 128)
                ascii[c] = symbol;
        }
        holds = [.. sets.Select(set => Over(set.Contains))];
        inWord = Over(CharSet.OfWords.Contains);

        bool[] Over(Func<char, bool> contains) => [false, .. examples.Skip(1).Select(contains)];
    }

    /// <summary>How many symbols there are.</summary>
    internal int Count => examples.Count;

    /// <summary>The symbol at a place of the text, which may be its end.</summary>
    internal int At(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
            return End;
        var c = text[at];
        if (c == '\n' && at == text.Length - 1)
            return LastLineEnd;
        return c < 128 ? ascii[c] : literals.TryGetValue(c, out var literal) ? literal : kinds[Signature(c)];
    }

    /// <summary>Whether a set, by its number, holds a symbol.</summary>
    internal bool Holds(int set, int symbol) => holds[set][symbol];

    /// <summary>Whether a symbol stands in words.</summary>
    internal bool InWord(int symbol) => inWord[symbol];

    private byte OfKind(char c)
    {
        var signature = Signature(c);
        if (!kinds.TryGetValue(signature, out var symbol))
            kinds[signature] = symbol = Next(c);
        return symbol;
    }

    private ulong Signature(char c)
    {
        ulong signature = 0;
        for (var i = 0; i < wide.Length; i++)
        {
            if (wide[i].Contains(c))
                signature |= 1UL << i;
        }
        return signature;
    }

    private byte Next(char example)
    {
        examples.Add(example);
        return checked((byte)(examples.Count - 1));
    }
}
