namespace CtVoice.Core.Conversations.Meaning;

/// <summary>A word, or a group of words, that stands somewhere in a sentence.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Length">Of how many words it is.</param>
internal readonly record struct Standing(int Number, int Length);

/// <summary>
/// Many patterns as one tree over numbers: what begins alike is compared once. From each word of a sentence only what stands there
/// is followed, so the time is linear in the length of the text and hardly grows with the number of patterns.
/// </summary>
/// <typeparam name="T">What a pattern stands for.</typeparam>
internal sealed class PatternTree<T>
{
    private readonly Node root = new();
    private readonly Node begin = new();

    /// <summary>Adds a pattern.</summary>
    /// <param name="pieces">Numbers of words and groups; a negative one is a gap of up to so many words.</param>
    /// <param name="begins">Only at the begin of a sentence.</param>
    /// <param name="ends">Only at its end.</param>
    /// <param name="value">What it stands for.</param>
    internal void Add(IEnumerable<int> pieces, bool begins, bool ends, T value)
    {
        var node = begins ? begin : root;
        foreach (var piece in pieces)
            node = piece < 0 ? node.Gap(-piece) : node.After(piece);
        (ends ? node.LastHere : node.Here).Add(value);
    }

    /// <summary>Tells each pattern that stands at a word, with the word after it, until it is told that this is enough.</summary>
    /// <param name="sentence">What stands where.</param>
    /// <param name="blocked">Whether a gap may not leap over a word.</param>
    /// <param name="at">The word.</param>
    /// <param name="found">Returns true when this is enough.</param>
    /// <param name="can">What can stand in this sentence at all; null when nobody has asked.</param>
    internal bool Find(Standing[][] sentence, bool[] blocked, int at, Func<T, int, bool> found, Possible? can = null) =>
        Follow(root, at, sentence, blocked, found, can) || (at == 0 && Follow(begin, at, sentence, blocked, found, can));

    /// <summary>Whether a pattern may begin with one of these.</summary>
    internal bool Begins(Standing[] standing) => root.Next is { } next && Array.Exists(standing, s => next.ContainsKey(s.Number));

    private static bool Follow(Node node, int at, Standing[][] sentence, bool[] blocked, Func<T, int, bool> found, Possible? can)
    {
        PatternSteps.Taken++;
        if (can is not null && !can.Leads(node))
            return false;
        foreach (var value in node.Here)
        {
            if (found(value, at))
                return true;
        }
        if (at == sentence.Length)
        {
            foreach (var value in node.LastHere)
            {
                if (found(value, at))
                    return true;
            }
        }
        else if (node.Next is { } next)
        {
            foreach (var standing in sentence[at])
            {
                if (next.TryGetValue(standing.Number, out var child) && Follow(child, at + standing.Length, sentence, blocked, found, can))
                    return true;
            }
        }
        foreach (var (most, child) in node.Gaps)
        {
            for (var skipped = 0; skipped <= most && at + skipped <= sentence.Length; skipped++)
            {
                if (Follow(child, at + skipped, sentence, blocked, found, can))
                    return true;
                if (at + skipped < sentence.Length && blocked[at + skipped])
                    break;
            }
        }
        return false;
    }

    /// <summary>
    /// What a long sentence can hold at all: a pattern one word of which is nowhere in it is not followed from any of its words.
    /// Each place of the tree is asked once for a sentence.
    /// </summary>
    /// <param name="present">Numbers that stand somewhere in the sentence.</param>
    internal sealed class Possible(HashSet<int> present)
    {
        private readonly Dictionary<Node, bool> known = new(ReferenceEqualityComparer.Instance);

        internal bool Leads(Node node)
        {
            if (!known.TryGetValue(node, out var leads))
            {
                known[node] = leads = node.Here.Count > 0 || node.LastHere.Count > 0 || node.Gaps.Exists(g => Leads(g.Node))
                    || (node.Next is { } next && (next.Count < present.Count
                        ? next.Any(n => present.Contains(n.Key) && Leads(n.Value)) : present.Any(p => next.TryGetValue(p, out var child) && Leads(child))));
            }
            return leads;
        }
    }

    internal sealed class Node
    {
        internal List<T> Here { get; } = [];

        internal List<T> LastHere { get; } = [];

        internal Dictionary<int, Node>? Next { get; private set; }

        internal List<(int Most, Node Node)> Gaps { get; } = [];

        internal Node After(int number)
        {
            Next ??= [];
            if (!Next.TryGetValue(number, out var node))
                Next[number] = node = new();
            return node;
        }

        internal Node Gap(int most)
        {
            if (Gaps.Find(g => g.Most == most).Node is { } known)
                return known;
            var node = new Node();
            Gaps.Add((most, node));
            return node;
        }
    }
}

/// <summary>Steps that were taken on this thread: a test tells by them, on however busy a machine, that the time is linear.</summary>
internal static class PatternSteps
{
    [ThreadStatic]
    private static long taken;

    internal static long Taken { get => taken; set => taken = value; }
}
