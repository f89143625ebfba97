using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// The question that a message names: "change question 1 to 3", "la primera pregunta: no", "q2: 1", "3 number 2". Its number is
/// no choice, and is taken out before one is looked for.
/// </summary>
/// <param name="Number">Number of the question.</param>
/// <param name="Rest">The message without it.</param>
public sealed record NamedQuestion(int Number, NormalizedText Rest)
{
    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.named-questions");

    /// <summary>Five cardinals or ordinals one after the other, in each language.</summary>
    private static readonly string[] Numbers = [.. Forms["cardinal"], .. Forms["ordinal"]];

    private static readonly Expression Named = Forms.Within("names a question");

    private static readonly Expression AndAnother = Forms.Within("names two");

    private static readonly Expression Alone = Forms.Whole("nothing but a question");

    /// <summary>The question that a message names; null when it names none, or more than one.</summary>
    public static NamedQuestion? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return In(NormalizedText.Of(text));
    }

    /// <summary>The number, when the whole message is nothing but the name of a question: "1", "question 1", "la primera".</summary>
    public static int? AloneIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= 100 && Alone.Find(NormalizedText.Of(text).Words) is { } alone ? NumberOf(alone["n"]) : null;
    }

    internal static NamedQuestion? In(NormalizedText folded)
    {
        var line = folded.Line.Replace("# ", "", StringComparison.Ordinal);
        if (AndAnother.IsMatch(line))
            return null;
        if (Named.Find(line) is not { } named)
            return AboutNumber.In(folded) is { Bare: true } pair ? new(pair.Number, new NormalizedText(pair.Choice)) : null;
        var rest = $"{line[..named.Index].TrimEnd()} {line[(named.Index + named.Length)..]}";
        return Named.IsMatch(rest) ? null : new(NumberOf(named["n"]), new NormalizedText(rest.Trim(' ', '.', ',')));
    }

    /// <summary>What a word of a number means; 0 for one that is none.</summary>
    internal static int NumberOf(string word) =>
        char.IsAsciiDigit(word[0]) ? word[0] - '0'
        : Array.IndexOf(Numbers, word.Trim()) is >= 0 and var place ? place % 5 + 1 : 0;
}
