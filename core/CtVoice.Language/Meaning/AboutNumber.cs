using System.Globalization;
using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// A choice beside the number of what it is about: "3 number 2", "for 2: 3", "3 para la segunda", "1 is 3". Of the two numbers only
/// one is a choice. "1 and 3" and "2: 3" say nothing of which one that is, and are not read here. Pure, linear in the text.
/// </summary>
/// <param name="Choice">The option as it is read elsewhere: a digit, or yes or no.</param>
/// <param name="Number">Number of what it is about.</param>
/// <param name="Bare">Nothing else is said, so that none of it is advice.</param>
public sealed record AboutNumber(string Choice, int Number, bool Bare)
{
    private const string N = $"(?<n>{NamedQuestion.Cardinal}|{NamedQuestion.Ordinal})";
    private const string Digit = "(?<n>[1-9])";
    private const string C = $"(?<c>{NamedQuestion.Cardinal})";
    private const string Pause = "( [.,])?";
    private const string Lead =
        "^((hi|hello|hey|hola|ok|okay|sorry|perdon|please|well|bueno|i say|i vote|my answer is|my vote is|digo|voto|mi respuesta es|mi "
            + "voto es)( [.,])? )*";
    private const string Tail =
        "( one| recommendation| recomendacion)?( [.,])?( (please|pls|thanks|thank you|por favor|porfa|gracias))*( [.,])?$";
    private const string About = "(for|on|about|para|sobre)";
    private const string Numbered = "(#|number|numero|num|nr|recommendation|recomendacion|rec|point|punto|item)";
    private const string The = "(the|la|el)";
    private const string Is = "( (is|its|es|i say|i vote|i pick|my answer is|my vote is|digo|voto|mi respuesta es|mi voto es))*";

    private static readonly Expression[] Bares =
    [
        Of($"{Lead}{C}{Pause} ({About} )?({The} )?({Numbered} )+{N}{Tail}"),
        Of($"{Lead}{C}{Pause} {About} ({The} )?{N}{Tail}"),
        Of($"{Lead}{C}{Pause} (la {N}|(the )?(?<n>{NamedQuestion.Ordinal}) (one|recommendation)){Tail}"),
        Of($"{Lead}{About} ({The} )?({Numbered} )*{N}( one)?{Pause}{Is}{Pause} (?<c>{NamedQuestion.Cardinal}|yes|no|si){Tail}"),
        Of($"{Lead}({Numbered} |la ){N}{Pause}{Is}{Pause} {C}{Tail}"),
        Of($"{Lead}{About} ({The} )?({Numbered} )*{Digit}_(?<c>[1-9]){Tail}"),
        Of($"{Lead}{N} (is|es) {C}{Tail}"),
    ];

    // Words after the two numbers: only where it is said which of them is a number, or a pause parts them.
    private static readonly Expression[] Longer =
    [
        Of($"{Lead}(?<c>[1-9]){Pause} ({About} )?({The} )?({Numbered} )+{Digit}( |$)"),
        Of($"{Lead}({About} ({The} )?({Numbered} )*|{Numbered} |la ){Digit} [.,] (?<c>[1-9])( [.,]| "
            + "(because|porque|they|it|i|we|you|not|no|nobody|and|ellos|eso|esto)( |$))"),
    ];

    /// <summary>The choice and its number; null when a text does not begin with both.</summary>
    public static AboutNumber? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return In(NormalizedText.Of(text));
    }

    internal static AboutNumber? In(NormalizedText folded) =>
        Read(Bares, folded.Line, bare: true) ?? Read(Longer, folded.Line, bare: false);

    private static AboutNumber? Read(Expression[] forms, string line, bool bare) =>
        forms.Select(form => form.Find(line)).FirstOrDefault(found => found is not null) is { } found
            ? new(Option(found["c"]), NamedQuestion.NumberOf(found["n"]), bare)
            : null;

    private static string Option(string word) =>
        word is "yes" or "no" or "si" ? word : NamedQuestion.NumberOf(word).ToString(CultureInfo.InvariantCulture);

    private static Expression Of(string pattern) => new(pattern);
}
