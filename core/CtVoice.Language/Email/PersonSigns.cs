using CtVoice.Language.Matching;
using CtVoice.Language.Meaning;

namespace CtVoice.Language.Email;

/// <summary>
/// Signs that a person wrote: an answer to a question, or somebody who speaks of themselves. They weigh against words that
/// machines use too, as "I am on vacation until Monday, but 3" is an answer.
/// </summary>
internal static class PersonSigns
{
    /// <summary>A number of an option as an answer gives it: alone on its line or between marks, after "but" or "vote",
    /// never within a date, a phone number or a list.</summary>
    private static readonly Expression Picks = Of(
        @"(^|\n)[ #(]*[123][.)]*[ ]*(\n|$|[,;!])|^[ #(]*[123][.),:]*[ "
            + @"]+[a-z]|\b(yes|no|si|oui|non|ja|nein|nee|nej|tak|nie|да|нет|так|ні|sim|nao|wi|ei)[,.!:]? #?[123]([ .,;!)]|\n|$)|" +
        @"\b(but|so|therefore|pero|entonces|mais|donc|alors|aber|also|maar|dus|ma|quindi|mas|entao|ale|wiec|но|так "
            + @"что|але|men|sa|mutta|joten)[,: ]+(the |la |el |le |die |de |il |a |o )?#?[123][ "
            + @"]*[.!,;]([^a-z0-9]|$)|\b(but|so|therefore|pero|entonces|mais|donc|alors|aber|also|maar|dus|ma|quindi|mas|entao|ale|wiec"
            + @"|но|але|men|mutta|joten)[,: ]+(the |la |el |le |die |de |il |a |o )?#?[123][ ]*(\n|$|[.] [a-z]|[,;!] ?[a-z])|" +
        @"[a-zа-я][:.!?,;—–-]+ +(the |la |el |le |die |de |il |a |o )?#?[123][ ]*[.!]*[ ]*(\n|$)|[a-zа-яіїєґ]: +(the |la |el |le |die "
            + @"|de |il |a |o )?#?[123][,;] *[a-z]|" +
        @"\b(option|choice|number|answer|opcion|numero|respuesta|choix|reponse|wahl|antwort|keuze|antwoord|scelta|risposta|opcao|escolha"
            + @"|wybor|opcja|вариант|ответ|варіант|відповідь|svar|chwa|nimewo|repons|vote|pick|choose|say|voto|elijo|digo|vote pour)( "
            + @"is| es| est| ist| e| se|:)? (the |la |el )?#?[123]([ .,;!)]|\n|$)|[是选選择擇] ?[123]([^0-9]|$)|(^|[^0-9])[123](です|番|を選)");

    /// <summary>The second item of a list that somebody numbered: such numbers pick nothing.</summary>
    private static readonly Expression Listed = new(@"(^|\n) *2[.)] *[a-z]");

    /// <summary>"I answer all the same: no."</summary>
    private static readonly Expression AnswersWith = Of(
        @"\b(contesto|respondo|opino|je reponds|je dirais|je "
            + @"dis|antworte|kurz|reageren|antwoord|rispondo|dico|odpowiem|odpowiadam|отвечу|отвечаю|скажу|відповім|відповідаю|svarar"
            + @"|svarer|vastaan|sanon|my answer|i answer|i say)( \w+){0,3} ?: *[^ ]");

    private static readonly PhraseFile Words = PhraseFile.Load("person-signs");

    private static readonly PhraseForms Forms = PhraseForms.Load("Email.Phrases.person-signs");

    private static readonly HashSet<string> Decided = new(Words["decided"], StringComparer.Ordinal);

    private static readonly HashSet<string> Joined = new(Words["joined"], StringComparer.Ordinal);

    private static readonly Expression Opines = Forms.Among("opines");

    /// <summary>First person words that no mail server writes.</summary>
    private static readonly Expression OfOneself = Of(
        @"\b(my|mine|myself|i "
            + @"(tried|sent|got|get|called|think|want|need|wrote|live|lived|went|told|asked|lost|say|said|agree|read|guess|never|already"
            + @"|dont|don't))\b|\b(did you|do you|can you|can i|why|nobody|they said|they told|she said|he said)\b|" +
        @"\b(mis?|yo|nosotros|me (dijo|dijeron|mandaron|quitaron|llego))\b|\b(je|mon|mes|nous "
            + @"avons)\b|\b(ich|mein(e|en|em|er)?|mir)\b|\b(mio|mia|miei|io)\b|\b(meu|minha|meus|eu)\b|\b(ik|mijn)\b|\b(moj|moja|moje"
            + @"|mnie)\b|\b(я|мой|моя|мне|меня|мій|мені|мене)\b|\b(jag|jeg|mitt)\b|\b(minun|mina)\b|\b(mwen)\b|我的(钱|孩子|家|回答|意见)|私");

    /// <summary>A question, as people ask them of somebody.</summary>
    private static readonly Expression Questions = Of(
        @"\b(will you|would you|can you|could you|did you|do you|does|are you|have you|is there|is this|can i|can we|should "
            + @"i|how|why|who|when|where|what)\b[^.!?\n]{2,120}\?|\b(me pueden?|puede usted|pueden|cuando|como|donde|quien|quienes|por "
            + @"que|es esto|hay) "
            + @"[^.!?\n]{2,120}\?|\b(pouvez|qui|comment|quand|pourquoi|est-ce)\b[^.!?\n]{2,120}\?|\b(wer|wie|wann|warum|konnen "
            + @"sie|chi|come|quando|perche|quem|quando|wie|hoe|waarom|kto|jak|kiedy|dlaczego|кто|как|когда|почему|хто|як|коли|чому|vem"
            + @"|hur|hvem|hvordan|kuka|miten|ki moun|kijan)\b[^.!?\n]{2,120}\?");

    /// <summary>Somebody complains of offices: "They are always out of office."</summary>
    private static readonly Expression Complains = Forms.Among("complains");

    private static readonly Expression BesideANotice = Forms.Among("beside a notice");

    /// <summary>Whether words hold an answer or an opinion.</summary>
    internal static bool Answers(string words) => Answers(Plain.Of(words), NormalizedText.Of(words));

    /// <summary>The same of words as <see cref="Plain"/> and <see cref="NormalizedText"/> give them.</summary>
    internal static bool Answers(string plain, NormalizedText folded) =>
        (plain.AsSpan().ContainsAny('1', '2', '3') && Picks.IsMatch(plain) && !Listed.IsMatch(plain)) || AnswersWith.IsMatch(plain)
            || folded.Clauses.Any(Decides) || Opines.IsMatch(folded.Words);

    /// <summary>Whether somebody speaks of themselves.</summary>
    internal static bool Speaks(string plain) => OfOneself.IsMatch(plain);

    /// <summary>Whether somebody asks.</summary>
    internal static bool Asks(string plain) => plain.Contains('?', StringComparison.Ordinal) && Questions.IsMatch(plain);

    /// <summary>Whether somebody complains.</summary>
    internal static bool Grumbles(string plain) => Complains.IsMatch(plain);

    /// <summary>Whether folded words hold what people say beside words of machines, and no machine in a notice.</summary>
    internal static bool TellsMore(string words) => BesideANotice.IsMatch(words);

    private static bool Decides(string clause)
    {
        if (clause.Length > 40)
            return false;
        if (Decided.Contains(clause))
            return true;
        var words = clause.Split(' ');
        return words.Length is 2 or 3 or 4 && Decided.Contains(words[^1]) && words[..^1].All(Joined.Contains);
    }

    private static Expression Of(string pattern) => new(Plain.Of(pattern));
}
