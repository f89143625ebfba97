using System.Globalization;

namespace CtVoice.Language.Matching;

/// <summary>Characters of a kind.</summary>
[Flags]
internal enum CharKinds
{
    /// <summary>Of no kind.</summary>
    None = 0,

    /// <summary>Letters, digits and what joins them (<c>\w</c>).</summary>
    Words = 1,

    /// <summary>All others (<c>\W</c>).</summary>
    NotWords = 2,

    /// <summary>Digits of every script (<c>\d</c>).</summary>
    Digits = 4,

    /// <summary>White space (<c>\s</c>).</summary>
    Spaces = 8,

    /// <summary>All others (<c>\S</c>).</summary>
    NotSpaces = 16,
}

/// <summary>A set of characters, as the runtime's expressions understand them.</summary>
/// <param name="Named">Characters one by one.</param>
/// <param name="Kinds">Characters of these kinds as well.</param>
/// <param name="Negated">All others instead.</param>
internal sealed record CharSet(string Named, CharKinds Kinds = CharKinds.None, bool Negated = false)
{
    /// <summary>All but a line end (<c>.</c>).</summary>
    internal static CharSet Any { get; } = new("\n", Negated: true);

    /// <summary>What stands in words, where they begin and end: joiners that cannot be seen as well.</summary>
    internal static CharSet OfWords { get; } = new("\u200C\u200D", CharKinds.Words);

    /// <summary>Whether it is one character, named.</summary>
    internal bool IsLiteral => Named.Length == 1 && Kinds == CharKinds.None && !Negated;

    internal bool Contains(char c) => Negated != (Named.Contains(c, StringComparison.Ordinal) || (Kinds != CharKinds.None && OfKind(c)));

    private bool OfKind(char c) =>
        (Kinds.HasFlag(CharKinds.Words) && IsWord(c)) || (Kinds.HasFlag(CharKinds.NotWords) && !IsWord(c))
        || (Kinds.HasFlag(CharKinds.Digits) && char.IsDigit(c))
        || (Kinds.HasFlag(CharKinds.Spaces) && char.IsWhiteSpace(c))
        || (Kinds.HasFlag(CharKinds.NotSpaces) && !char.IsWhiteSpace(c));

    private static bool IsWord(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
}
