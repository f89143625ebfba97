using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Whether a message that asks to be left alone, or may, says that its writer is not whom it was sent to: the number is another's now, a
/// relative answers, the person has died. Nothing more is to be asked there before somebody has looked.
/// </summary>
public static class SomebodyElse
{
    private const int Longest = 400;

    private static readonly Expression Wrong = PhraseForms.Load("Meaning.Phrases.wrong-person").Within("somebody else");

    /// <summary>Looks at such a message; linear, never throws.</summary>
    public static bool In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
            return false;
        var folded = NormalizedText.Of(text);
        return WrongPerson.Of(text, folded) is not null || Wrong.IsMatch(folded.Words);
    }
}
