namespace CtVoice.Language.Matching;

/// <summary>
/// Several expressions, each from the begin of a text, that are looked for at once: one pass over the text, one automaton for all, in which
/// what they have in common is there once. Made when first asked; any number of threads may ask.
/// </summary>
/// <param name="expressions">Of each the patterns that it is made of, any of which is a match, each beginning with <c>^</c>.</param>
internal sealed class ExpressionSet(IReadOnlyList<IReadOnlyList<string>> expressions)
{
    /// <summary>As many bits as the name of a state has room for (<see cref="LazyDfa"/>).</summary>
    private const int Most = 14;

    private readonly Lazy<LazyDfa> automaton = new(() =>
    {
        var pool = new SyntaxPool(ordered: false);
        return new(new(pool.Either([.. expressions.SelectMany((patterns, which) =>
            patterns.Select(pattern => pool.Then(SyntaxReader.Read(pattern, pool), pool.Found(which))))])), search: false, all: true);
    });

    /// <summary>Expressions that a text begins with, a bit each.</summary>
    internal int In(ReadOnlySpan<char> text) => automaton.Value.All(text);

    /// <summary>Of each expression its patterns.</summary>
    internal IReadOnlyList<IReadOnlyList<string>> Patterns { get; } = expressions.Count <= Most ? expressions
        : throw new ArgumentException($"More than {Most} expressions cannot be looked for at once.", nameof(expressions));
}
