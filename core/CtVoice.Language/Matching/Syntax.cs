namespace CtVoice.Language.Matching;

/// <summary>An expression taken apart. The notation is that of <see cref="System.Text.RegularExpressions.Regex"/>,
/// as much of it as is used. Made by a <see cref="SyntaxPool"/>, in which what is alike is the same.</summary>
internal abstract record Syntax
{
    /// <summary>What tells it from all others of its pool.</summary>
    internal int Number { get; init; }

    /// <summary>What it can begin with.</summary>
    internal CharsAtBegin Begins { get; init; } = CharsAtBegin.None;

    /// <summary>One character of a set.</summary>
    internal sealed record One(CharSet Set) : Syntax;

    /// <summary>A place between characters.</summary>
    internal sealed record At(Place Place) : Syntax;

    /// <summary>Nothing, which is always there.</summary>
    internal sealed record Nothing : Syntax;

    /// <summary>One after the other; the first is no sequence.</summary>
    internal sealed record Then(Syntax First, Syntax Rest) : Syntax;

    /// <summary>The first of them that leads to a match.</summary>
    internal sealed record Either(IReadOnlyList<Syntax> Choices) : Syntax;

    /// <summary>As often as can be, or as seldom.</summary>
    /// <param name="Body">What is repeated.</param>
    /// <param name="Least">Times at least.</param>
    /// <param name="Most">Times at most; null for any.</param>
    /// <param name="Lazy">As seldom as can be.</param>
    internal sealed record Repeat(Syntax Body, int Least, int? Most, bool Lazy) : Syntax;

    /// <summary>What is to be read out of a match, by name.</summary>
    internal sealed record Group(string Name, Syntax Body) : Syntax;

    /// <summary>The end of an expression of several that are looked for at once.</summary>
    internal sealed record Found(int Which) : Syntax;
}

/// <summary>A place between characters.</summary>
internal enum Place
{
    /// <summary>Before the first (<c>^</c>).</summary>
    Begin,

    /// <summary>After the last, or before a line end that is the last (<c>$</c>).</summary>
    End,

    /// <summary>Where a word begins or ends (<c>\b</c>).</summary>
    WordEdge,
}
