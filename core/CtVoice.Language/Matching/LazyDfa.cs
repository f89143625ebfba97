namespace CtVoice.Language.Matching;

/// <summary>
/// The automaton made deterministic while texts are read: a state is made when a text first leads to it, and every later text that
/// comes the same way finds it with one look at a table for each character. Never more work for a character than the expression is
/// long, whatever the text. Any number of threads may read.
/// </summary>
/// <param name="nfa">The automaton.</param>
/// <param name="search">Whether a match may begin anywhere; else it begins where the text does.</param>
/// <param name="all">Whether all matches are asked for; else what is preferred less than one is given up.</param>
internal sealed class LazyDfa(Nfa nfa, bool search, bool all = false)
{
    /// <summary>States that are kept; with one more all are forgotten, so that no text fills the memory.</summary>
    private const int Most = 6_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, State> states = new(StringComparer.Ordinal);
    private readonly State begin = new([nfa.Start], Before.Text, 0, nfa.Alphabet.Count);
    private readonly int[] visited = new int[nfa.Instructions.Length];
    private readonly int[] reached = new int[nfa.Instructions.Length];
    private readonly Stack<int> open = new();
    private int round;

    /// <summary>What stands before a place.</summary>
    private enum Before
    {
        Text,
        Word,
        Other,
    }

    /// <summary>How many states are kept.</summary>
    internal int States => states.Count;

    /// <summary>Whether there is a match that begins at a place or after it.</summary>
    internal bool Finds(ReadOnlySpan<char> text, int from = 0)
    {
        var state = from == 0 ? begin : Within(nfa.Alphabet.At(text, from - 1));
        for (var at = from; at <= text.Length; at++)
        {
            state = After(state, nfa.Alphabet.At(text, at));
            if (state.Accepts)
                return true;
            if (state.IsDead)
                return false;
        }
        return false;
    }

    /// <summary>The expressions with a match that begins where the text does, a bit each.</summary>
    internal int All(ReadOnlySpan<char> text)
    {
        var (found, state) = (0, begin);
        for (var at = 0; at <= text.Length; at++)
        {
            state = After(state, nfa.Alphabet.At(text, at));
            found |= state.Found;
            if (state.IsDead)
                break;
        }
        return found;
    }

    /// <summary>The end of the match that the expression prefers; null when there is none.</summary>
    internal int? FindEnd(ReadOnlySpan<char> text)
    {
        int? end = null;
        var state = begin;
        for (var at = 0; at <= text.Length; at++)
        {
            state = After(state, nfa.Alphabet.At(text, at));
            if (state.Accepts)
                end = at;
            if (state.IsDead)
                break;
        }
        return end;
    }

    /// <summary>Whether a match may begin where the text does, whatever comes after these characters.</summary>
    internal bool MayGoOn(ReadOnlySpan<char> begin)
    {
        var state = this.begin;
        foreach (var c in begin)
        {
            state = After(state, nfa.Alphabet.At([c, ' '], 0));
            if (state.Accepts)
                return true;
            if (state.IsDead)
                return false;
        }

        return true;
    }

    private State Within(int symbol)
    {
        lock (gate)
            return Known([], BeforeNext(symbol), 0);
    }

    private State After(State state, int symbol) => Volatile.Read(ref state.Next[symbol]) ?? Make(state, symbol);

    private State Make(State state, int symbol)
    {
        lock (gate)
        {
            round++;
            var kernel = new List<int>();
            var found = 0;
            foreach (var thread in state.Kernel)
            {
                if (found != 0 && !all)
                    break; // What is preferred less than a match is given up.
                found |= Follow(thread, state.Before, symbol, kernel);
            }
            if (search && found == 0 && state != begin)
                found = Follow(nfa.Start, state.Before, symbol, kernel);
            var made = Known([.. kernel], BeforeNext(symbol), found);
            Volatile.Write(ref state.Next[symbol], made);
            return made;
        }
    }

    private Before BeforeNext(int symbol) => nfa.HasWordEdges && nfa.Alphabet.InWord(symbol) ? Before.Word : Before.Other;

    private State Known(int[] kernel, Before before, int found)
    {
        var key = string.Create((2 * kernel.Length) + 1, (kernel, before, found), static (key, state) =>
        {
            key[0] = (char)((state.found * 4) + (int)state.before);
            for (var i = 0; i < state.kernel.Length; i++)
                (key[(2 * i) + 1], key[(2 * i) + 2]) = ((char)(state.kernel[i] >> 16), (char)state.kernel[i]);
        });
        if (states.TryGetValue(key, out var state))
            return state;
        if (states.Count == Most)
        {
            states.Clear();
            Array.Clear(begin.Next);
        }
        return states[key] = new(kernel, before, found, nfa.Alphabet.Count) { IsDead = kernel.Length == 0 && (!search || StaysAtBegin) };
    }

    /// <summary>Follows a thread to what it reads, in the order of preference, until it comes to a match: the bit of that,
    /// or those of all.</summary>
    private int Follow(int thread, Before before, int symbol, List<int> kernel)
    {
        var found = 0;
        open.Push(thread);
        while (open.TryPop(out var at))
        {
            if (visited[at] == round)
                continue;
            visited[at] = round;
            var instruction = nfa.Instructions[at];
            switch (instruction.Kind)
            {
                case Nfa.Kind.Match:
                    found |= 1 << instruction.Of;
                    if (!all)
                        open.Clear();
                    break;
                case Nfa.Kind.Read when symbol != Alphabet.End && nfa.Alphabet.Holds(instruction.Of, symbol)
                    && reached[instruction.Next] != round:
                    reached[instruction.Next] = round;
                    kernel.Add(instruction.Next);
                    break;
                case Nfa.Kind.Split:
                    open.Push(instruction.Else);
                    open.Push(instruction.Next);
                    break;
                case Nfa.Kind.Note:
                case Nfa.Kind.At when Stands((Place)instruction.Of, before, symbol):
                    open.Push(instruction.Next);
                    break;
                default:
                    break;
            }
        }
        return found;
    }

    private bool Stands(Place place, Before before, int symbol) => place switch
    {
        Place.Begin => before == Before.Text,
        Place.End => symbol is Alphabet.End or Alphabet.LastLineEnd,
        _ => (before == Before.Word) != nfa.Alphabet.InWord(symbol),
    };

    private bool? staysAtBegin;

    // Whether each of its ways begins with "^", so that nothing is to be found later.
    private bool StaysAtBegin => staysAtBegin ??= OnlyAt(nfa.Start, []);

    private bool OnlyAt(int at, HashSet<int> seen) => !seen.Add(at) || nfa.Instructions[at] switch
    {
        { Kind: Nfa.Kind.At, Of: (int)Place.Begin } => true,
        { Kind: Nfa.Kind.Split } split => OnlyAt(split.Next, seen) && OnlyAt(split.Else, seen),
        { Kind: Nfa.Kind.Note or Nfa.Kind.At } other => OnlyAt(other.Next, seen),
        _ => false,
    };

    private sealed class State(int[] kernel, Before before, int found, int symbols)
    {
        internal readonly State?[] Next = new State?[symbols];

        /// <summary>Where the threads go on, the preferred one first.</summary>
        internal int[] Kernel => kernel;

        internal Before Before => before;

        /// <summary>Expressions of which a match ends before the character that led here, a bit each.</summary>
        internal int Found => found;

        internal bool Accepts => found != 0;

        /// <summary>Whether nothing that follows can matter.</summary>
        internal bool IsDead { get; init; }
    }
}
