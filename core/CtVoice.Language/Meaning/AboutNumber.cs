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
    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.named-questions");

    private static readonly Expression[] Bares = [.. Forms.Beginnings("choice and number")];

    // Words after the two numbers: only where it is said which of them is a number, or a pause parts them.
    private static readonly Expression[] Longer = [.. Forms.Beginnings("choice and number and more")];

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
        NamedQuestion.NumberOf(word) is > 0 and var number ? number.ToString(CultureInfo.InvariantCulture) : word.Trim();
}
