using System.Runtime.CompilerServices;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Sentences of two words in which nothing was found: a text of a hundred thousand such sentences is asked once for each that is another.
/// Words that no list knows are one and the same here, so there are few.
/// </summary>
/// <typeparam name="T">A word as a list knows it.</typeparam>
internal sealed class QuietPairs<T>
    where T : class
{
    private HashSet<(T First, T Second)>? pairs;

    /// <summary>Whether a sentence is one of them.</summary>
    internal bool Holds(List<T> words) => pairs is not null && words is [var first, var second] && pairs.Contains((first, second));

    internal void Add(T first, T second) => (pairs ??= new(BySelf.Instance)).Add((first, second));

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
