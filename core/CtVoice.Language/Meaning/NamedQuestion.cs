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
    internal const string Cardinal = "[1-9]|one|two|three|four|five|uno|dos|tres|cuatro|cinco";
    internal const string Ordinal =
        "first|second|third|fourth|fifth|primera|segunda|tercera|cuarta|quinta|1st|2nd|3rd|4th|5th|1ra|2da|3ra|4ta|5ta";

    private static readonly string[] Numbers = [.. Cardinal.Split('|').Skip(1), .. Ordinal.Split('|')];

    private static readonly Expression Named = Of(
        $"(^| )((to|for|on|of|in|about|a|de|en|para|sobre|the|la|my|mi|answer|answers|respuesta|vote|voto) "
            + $")*((question|pregunta|preg|q)( number| numero| num| no)? ?(?<n>{Cardinal})|(?<n>{Ordinal}) (question|pregunta))( |$)");

    private static readonly Expression AndAnother =
        Of($"(question|pregunta|preg|q)s?( number| numero)? ?({Cardinal}) (and|y|or|o|&|,) ?(question |pregunta |q)?({Cardinal})( |$)");

    private static readonly Expression Alone = Of(
        $"^((for|on|about|the|it is|its|i mean|i meant|to|number|numero|question|pregunta|para|la|el|es|de|q|#) "
            + $"?)*(?<n>{Cardinal}|{Ordinal})( (one|question|pregunta))?( please| por favor| thanks| gracias)?$");

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
        var rest = $"{line[..named.Index]} {line[(named.Index + named.Length)..]}";
        return Named.IsMatch(rest) ? null : new(NumberOf(named["n"]), new NormalizedText(rest.Trim(' ', '.', ',')));
    }

    internal static int NumberOf(string word) => char.IsAsciiDigit(word[0]) ? word[0] - '0' : Array.IndexOf(Numbers, word) % 5 + 1;

    private static Expression Of(string pattern) => new(pattern);
}
