using System.Collections.Frozen;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>What people say by a channel on which they ended messages: that they may want them again, or nothing. Pure.</summary>
internal static class WordsAfterStop
{
    private const int Longest = 200;

    private const int MostWords = 10;

    private static readonly FrozenSet<string> Again = Set(
        "again back resume restart rejoin resubscribe start starting nuevo nuevamente otra volver vuelvan vuelva vuelve "
            + "reanudar reanuden regresar iniciar empiecen empezar");

    private static readonly FrozenSet<string> Messages = Set(
        "text texts texting txt txts message messages messaging msg msgs email emails emailing mail mails write writing "
            + "send sending questions contact list escriban escriba escribir escribirme escribanme escribame manden mande "
            + "mandar mandarme mandenme mandeme mensaje mensajes texto textos correo correos recibir preguntas lista avisen "
            + "avisenme");

    /// <summary>With one of these it is no wish to have them again.</summary>
    private static readonly FrozenSet<string> Denies = Set(
        "no not never dont don't didnt didn't stop quit why who nunca jamas tampoco ni alto paren dejen quien");

    private static readonly string[] AnotherMind =
        ["changed my mind", "change my mind", "cambie de opinion", "cambie de idea", "cambio de opinion", "cambio de idea"];

    private static readonly FrozenSet<string> Courtesies = Set(
        "ok okay okey okie oki okis k kk yes yeah yep yup ya no nope nah sure fine good great cool nice perfect alright "
            + "right understood noted got it that thats is thanks thank thx thanx ty tysm you u so much very a lot appreciate "
            + "appreciated welcome np lol well sounds will do oh all the please bye hi hello god bless have day one too si "
            + "sip bueno buena buenas buenos dias tardes noches vale listo lista perfecto bien esta entendido entiendo claro "
            + "acuerdo de dale gracias grasias muchas mil va muy amable bendiciones igualmente nada eso ah aja por favor hola "
            + "adios que tenga buen dia senor senora");

    /// <summary>Whether it may ask for messages again, in any words.</summary>
    internal static bool MayAskForMessages(string text)
    {
        if (text.Length > Longest)
            return false;
        var folded = NormalizedText.Of(text).Words;
        var words = Parts(folded);
        return !words.Any(Denies.Contains)
            && (AnotherMind.Any(phrase => folded.Contains(phrase, StringComparison.Ordinal))
                || (words.Any(Again.Contains) && words.Any(Messages.Contains)));
    }

    /// <summary>"Ok", "thanks", a thumb, a bare no: no answer of somebody who is asked nothing.</summary>
    internal static bool SayNothing(string text)
    {
        if (!text.Any(char.IsLetterOrDigit))
            return true;
        if (text.Any(char.IsDigit) || text.Contains('?', StringComparison.Ordinal))
            return false;
        return PlainAssent.Is(text) || (Parts(NormalizedText.Of(text).Words) is { Length: > 0 and <= MostWords } words
            && words.All(Courtesies.Contains));
    }

    private static string[] Parts(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static FrozenSet<string> Set(string words) => Parts(words).ToFrozenSet(StringComparer.Ordinal);
}
