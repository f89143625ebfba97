using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Whether a message that asks to be left alone, or may, says that its writer is not whom it was sent to: the number is another's now, a
/// relative answers, the person has died. Nothing more is to be asked there before somebody has looked.
/// </summary>
public static class SomebodyElse
{
    private const int Longest = 400;

    private static readonly Expression Wrong = new(
        @"\b(wrong|incorrect) (number|person|phone)\b|\b(numero|number|telefono|phone|persona) (equivocad[oa]|incorrect[oa])\b|" +
        @"\bse equivoc(o|aron) de (numero|persona)\b|\b(not|isnt|no longer) (her|his|their|\w+s) (number|phone|cell)\b|" +
        @"\bno es (su|el) (numero|telefono|celular)\b|\bequivocad[oa]s? de (numero|persona|telefono)\b|" +
        @"\b(not|isnt|aint) the (person|one|lady|guy|man|woman) (you|u|that|who)\b|\bno soy (la persona|quien)\b");

    /// <summary>Looks at such a message; linear, never throws.</summary>
    public static bool In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
            return false;
        var folded = NormalizedText.Of(text);
        return WrongPerson.In(text, folded) is not null || Wrong.IsMatch(folded.Words);
    }
}
