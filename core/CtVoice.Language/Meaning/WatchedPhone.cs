using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Somebody reads what comes to the member's phone, or must not know that they answer: "my husband reads my phone", "que mi marido no se
/// entere". That is at least a worry, so that a person looks today; sending pauses, or ends where that is asked, so that nothing of the
/// topic is on that phone before. Whoever has a text read out to them is not watched.
/// </summary>
internal static class WatchedPhone
{
    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.watched-phone");

    private static readonly (string Language, Expression Form)[] Watched =
        [("en", Forms.Within("watched en")), ("es", Forms.Within("watched es"))];

    private static readonly Expression ReadsToThem = Forms.Within("reads to me");

    private static readonly Expression AsksForNothing = Forms.Within("asks for nothing here");

    /// <summary>The language in which it is told; null when it is not.</summary>
    internal static string? Language(NormalizedText message)
    {
        foreach (var clause in message.Clauses)
        {
            foreach (var (language, form) in Watched)
            {
                if (form.IsMatch(clause) && !ReadsToThem.IsMatch(message.Words))
                    return language;
            }
        }

        return null;
    }

    /// <summary>Whether it is asked to send nothing there, or may be better; null when nobody watches.</summary>
    internal static (Wish Wish, string Because)? In(NormalizedText message) => Language(message) is null ? null
        : message.Clauses.Any(clause => AsksForNothing.IsMatch(clause))
            ? (Wish.Stop, "somebody watches the phone, and nothing is to come to it")
        : (Wish.PerhapsStop, "somebody may watch the phone");
}
