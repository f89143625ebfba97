using System.Runtime.CompilerServices;

namespace CtVoice.Language.Meaning;

/// <summary>A word as a list knows it.</summary>
/// <param name="Begins">A pattern may begin with it.</param>
internal abstract record KnownWord(bool Begins)
{
    /// <summary>That no pattern stands in a sentence of this word alone has been seen.</summary>
    internal bool SaysNothing { get; set; }
}

/// <summary>
/// The words of one sentence after the other, and of which short ones it is known that nothing stands in them: a text of a hundred
/// thousand such sentences is asked once for each that is another. Words that no list knows are one and the same, so there are few.
/// </summary>
/// <typeparam name="T">A word as the list knows it.</typeparam>
internal sealed class WordsOfSentence<T>
    where T : KnownWord
{
    private HashSet<(T First, T Second)>? quiet;

    private bool begins;

    /// <summary>The words so far.</summary>
    internal List<T> Words { get; } = [];

    /// <summary>Whether a pattern may stand in them.</summary>
    internal bool MayHold => begins && Words is not [{ SaysNothing: true }]
        && !(quiet is not null && Words is [var first, var second] && quiet.Contains((first, second)));

    internal void Add(T word)
    {
        Words.Add(word);
        begins |= word.Begins;
    }

    /// <summary>Begins the next sentence.</summary>
    internal void Clear()
    {
        Words.Clear();
        begins = false;
    }

    /// <summary>Notes that nothing stands in the sentence: where it is one word, no other like it is asked, and where it is two, none in
    /// this text.</summary>
    internal void NoteNothing()
    {
        if (Words is [var alone])
            alone.SaysNothing = true;
        else if (Words is [var first, var second])
            _ = (quiet ??= new(BySelf.Instance)).Add((first, second));
    }

    /// <summary>Two words are the same where they are one object.</summary>
    private sealed class BySelf : IEqualityComparer<(T First, T Second)>
    {
        internal static readonly BySelf Instance = new();

        public bool Equals((T First, T Second) x, (T First, T Second) y) =>
            ReferenceEquals(x.First, y.First) && ReferenceEquals(x.Second, y.Second);

        public int GetHashCode((T First, T Second) pair) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(pair.First), RuntimeHelpers.GetHashCode(pair.Second));
    }
}
