namespace CtVoice.Language.Meaning;

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
        node.Add(ends, value);
    }

    /// <summary>Tells each pattern that stands at a word, with the word after it, until it is told that this is enough.</summary>
    /// <param name="sentence">What stands where.</param>
    /// <param name="blocked">Whether a gap may not leap over a word.</param>
    /// <param name="at">The word.</param>
    /// <param name="found">Returns true when this is enough.</param>
    /// <param name="can">What can stand in this sentence at all; null when nobody has asked.</param>
    internal bool Find(Standing[][] sentence, bool[] blocked, int at, Func<T, int, bool> found, Possible? can = null) =>
        Follow(root, at, sentence, blocked, found, can) || (at == 0 && Follow(begin, at, sentence, blocked, found, can));

    /// <summary>Whether a pattern may begin with one of these, at the begin of a sentence or elsewhere.</summary>
    internal bool Begins(Standing[] standing)
    {
        if (root.Gaps.Length > 0 || begin.Gaps.Length > 0)
            return true;
        foreach (var here in standing)
        {
            if (root.Child(here.Number) is not null || begin.Child(here.Number) is not null)
                return true;
        }
        return false;
    }

    /// <summary>What a sentence can hold at all.</summary>
    internal Possible In(Standing[][] sentence)
    {
        var present = new HashSet<int>();
        Standing[] last = [];
        foreach (var here in sentence)
        {
            if (ReferenceEquals(here, last))
                continue; // The same word again.
            last = here;
            foreach (var standing in here)
                present.Add(standing.Number);
        }
        return new(root, present);
    }

    private static bool Follow(Node node, int at, Standing[][] sentence, bool[] blocked, Func<T, int, bool> found, Possible? can)
    {
        PatternSteps.Taken++;
        if (can is not null && !can.Leads(node))
            return false;
        for (var i = 0; i < node.Here.Length; i++)
        {
            if (found(node.Here[i], at))
                return true;
        }
        if (at == sentence.Length)
        {
            for (var i = 0; i < node.LastHere.Length; i++)
            {
                if (found(node.LastHere[i], at))
                    return true;
            }
        }
        else if (node.HasChildren)
        {
            foreach (var standing in sentence[at])
            {
                if (node.Child(standing.Number) is { } child && Follow(child, at + standing.Length, sentence, blocked, found, can))
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
    /// <param name="root">Where patterns begin, but for those of the begin of a sentence.</param>
    /// <param name="present">Numbers that stand somewhere in the sentence.</param>
    internal sealed class Possible(Node root, HashSet<int> present)
    {
        private readonly Dictionary<Node, bool> known = new(ReferenceEqualityComparer.Instance);

        /// <summary>Whether a pattern that the sentence can hold begins with one of these, elsewhere than at its begin.</summary>
        internal bool Begins(Standing[] standing)
        {
            if (root.Here.Length > 0 || root.Gaps.Length > 0)
                return true;
            foreach (var here in standing)
            {
                if (root.Child(here.Number) is { } child && Leads(child))
                    return true;
            }
            return false;
        }

        internal bool Leads(Node node)
        {
            if (!known.TryGetValue(node, out var leads))
            {
                known[node] = leads = node.Here.Length > 0 || node.LastHere.Length > 0 || Array.Exists(node.Gaps, g => Leads(g.Node))
                    || node.Children.Any(child => present.Contains(child.Key) && Leads(child.Value));
            }
            return leads;
        }
    }

    internal sealed class Node
    {
        // Most places lead to one other, and a table for each would take longer to make than all else.
        private KeyValuePair<int, Node> only;
        private Dictionary<int, Node>? others;

        // Most places hold nothing: an empty array costs none of them anything.
        internal T[] Here { get; private set; } = [];

        internal T[] LastHere { get; private set; } = [];

        internal bool HasChildren => only.Value is not null;

        internal IEnumerable<KeyValuePair<int, Node>> Children => others is not null ? others : HasChildren ? [only] : [];

        internal (int Most, Node Node)[] Gaps { get; private set; } = [];

        internal void Add(bool ends, T value)
        {
            if (ends)
                LastHere = [.. LastHere, value];
            else
                Here = [.. Here, value];
        }

        internal Node? Child(int number) => others is not null
            ? others.GetValueOrDefault(number)
            : HasChildren && only.Key == number ? only.Value : null;

        internal Node After(int number)
        {
            if (Child(number) is { } known)
                return known;
            var node = new Node();
            if (!HasChildren)
                only = new(number, node);
            else
                (others ??= new([only]))[number] = node;
            return node;
        }

        internal Node Gap(int most)
        {
            if (Array.Find(Gaps, g => g.Most == most).Node is { } known)
                return known;
            var node = new Node();
            Gaps = [.. Gaps, (most, node)];
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
