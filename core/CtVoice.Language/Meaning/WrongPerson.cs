using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Somebody else holds the phone, or the member is gone. A number that is another's now gets no more texts. That somebody has died, or
/// that a relative answers, pauses until a person has looked: the next question would hurt. Told beside other things ("my mother died in
/// June and nobody stopped the letters"), it is feedback.
/// </summary>
internal static class WrongPerson
{
    private const int Longest = 24;
    private const string Lead =
        "((hi|hello|hola|hey|sorry|perdon|disculpe|lo siento|no|good (morning|afternoon|evening)|buenas|buenos dias|tardes|im sorry|i am "
            + "sorry|i regret to (say|inform you)( that)?|unfortunately|que|and|y|pero|but) )*";
    private const string Relative =
        "(daughter|son|husband|wife|mother|mom|father|dad|sister|brother|niece|nephew|granddaughter|grandson|grandma|grandmother|widow"
            + "|widower|hij[oa]|espos[oa]|mama|madre|papa|padre|herman[oa]|niet[oa]|sobrin[oa]|abuel[oa]|ti[oa]|suegr[oa]|cunad[oa]|aunt"
            + "|uncle|cousin|partner|caregiver|caretaker|cuidadora?|enfermer[oa]|viud[oa]|marido|mujer|nuera|yerno|prim[oa])";
    private const string Phone = "(number|phone|cell|cellphone|line|numero|telefono|celular|cel)";
    private const string When =
        "( (in|on|last|this|a|one|two|few|couple|of|ago|back|week|weeks|month|months|year|years|days?|yesterday|today|el|la|hace|en|de"
            + "|del|ano|anos|mes|meses|pasad[oa]|semanas?|dias?|anos|tres|cuatro|three|four|ayer|hoy|ya|un|una|dos|poco|january|february"
            + "|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
            + "|septiembre|octubre|noviembre|diciembre|[0-9]+))*";
    private const string Died =
        "(is |has |had |have |was |ya |se |esta |ha |nos )*(passed( away| on)?|died|deceased|dead|gone to "
            + "heaven|expired|fallecio|murio|fallecid[oa]|muert[oa]|difunt[oa]|no longer with us|left us|no esta con "
            + "(nosotr[oa]s|vida)|se nos fue)";

    private static readonly Expression NotTheirs = new(
        $"^{Lead}(este |ese |esto |este {Phone} )?(ya no|no) es (su|el|tu|mi) {Phone}( de( \\w+){{1,3}})?( ya)?$|^{Lead}(este |el |ese "
            + $")?{Phone} (ya no|no) (es|era|le pertenece a|pertenece a)( de)?( \\w+){{1,3}}$|" +
        $"^{Lead}(this|that|the) {Phone} (now )?(belongs to|is) (someone|somebody|another person)( elses?)?( now)?$|^{Lead}(este|ese|el) "
            + $"{Phone} (ahora )?(es|pertenece)( ahora)? (de|a) (otra persona|alguien mas|otr[oa])( ahora)?$|^{Lead}(she|he|they|\\w+) "
            + $"(no longer (has|uses|have|use)|doesnt (have|use)|does not (have|use)|dont (have|use)) this "
            + $"{Phone}( anymore| any more| now)?$|^{Lead}((ella|el|\\w+) )?ya no (tiene|usa|contesta) (este|ese|el) {Phone}$|" +
        $"^{Lead}(this|that|the) {Phone} (is not|isnt|is no longer|aint) (hers|his|theirs|\\w+s)( anymore| any more| now)?$|" +
        $"^{Lead}(there is |theres |there isnt )?(no|any|nobody|no one|noone)( one)? ?(\\w+ )?(by|with|named|called|under|at|here at) "
            + $"(that name|this name|this {Phone}|that {Phone}|here)( here| anymore| at this {Phone})?$|" +
        $"^{Lead}(aqui|en este {Phone}|en esta casa) (no|ya no) (vive|hay|esta|contesta)( (nadie|ningun|ninguna|la|el|esa|ese))?( "
            + $"\\w+){{0,2}}( (con ese nombre|que se llame asi|asi))?$|^{Lead}no (hay|vive|existe) (nadie|ningun|ninguna)( \\w+){{0,2}}( "
            + $"con ese nombre)? (aqui|en este {Phone})$");

    /// <summary>"I am not Rosa" beside "this is my number now".</summary>
    private static readonly Expression NotMe = new($"^{Lead}((i am|im) not|(yo )?no soy)( \\w+){{1,2}}$");

    private static readonly Expression Removes =
        new($"^{Lead}(please )?((take|remove|delete|drop) (her|him|them)( (off|out|from)( "
            + ".*)?)?|(quiten|borren|saquen|quite|borre|saque)(la|lo| a ella| a el)( de .*)?)( please| por favor)?$");

    private static readonly Expression Stranger =
        new($"^{Lead}(i )?(dont|do not) know (any|a|no) (?<who>\\w+)$|^{Lead}(yo )?no conozco a (ningun|ninguna) (?<who>\\w+)$");

    private static readonly Expression Mine =
        new($"^{Lead}((usted )?(esta|estan|se) (equivocad[oa]s?|equivoco|equivocaron)|you are (wrong|mistaken)|(this|it|that) is my "
            + $"{Phone}( now)?|this {Phone} is mine( now)?|(este|ese|el) {Phone} (ahora )?es mio( ahora)?|(ahora )?(este )?es mi "
            + $"{Phone}( ahora)?)$");

    private static readonly Expression NewHere = new(
        $"^{Lead}(i )?(just |only )?(got|have had|have|bought) (this|a new) {Phone}( .*)?$|^{Lead}this is (my|a) new {Phone}( "
            + $".*)?$|^{Lead}(este es mi|es mi) {Phone}( nuevo)?( .*)?$|^{Lead}(me dieron|compre|tengo) (este|un) {Phone}( .*)?$");

    private static readonly Expression Unknown = new(
        $"^{Lead}(i )?(dont|do not|never) (know|knew) (any|a|who|her|him|this person|that person|anyone|anybody|no)?( "
            + $"?\\w+){{0,3}}$|^{Lead}(yo )?no (la |lo )?conozco( a)?( (ningun|ninguna|esa|ese|la|el|nadie))?( \\w+){{0,2}}$");

    private static readonly Expression Gone =
        new($"^{Lead}(?<who>(she|he|ella|el|(la|el|don|dona|mr|mrs|ms|the) \\w+|\\w+( \\w+)?)) {Died}{When}$");

    private static readonly Expression OwnDead = new($"^{Lead}(my|our|mi|nuestr[oa]) {Relative} {Died}{When}( (and|y) (?<rest>.*))?$");

    private static readonly Expression Speaks = new(
        $"^{Lead}(this is|its|it is|im|i am|soy|habla|le habla|aqui|este es|esta es) (her|his|their|su|la|el|the|\\w+s|\\w+ s) (oldest "
            + $"|youngest |older |younger )?{Relative}( de( \\w+){{1,3}})?( "
            + "(answering|speaking|writing|here|now|contestando|escribiendo|hablando))*$");

    private static readonly Expression ThePhone =
        new($"^{Lead}(i|we|yo)? ?(have|got|use|kept|tengo|uso) (her|his|their|su) (old )?{Phone}( now| ahora)?$|^{Lead}(this|that|it"
            + $"|este|ese) (was|is|used to be|era|es|fue) (her|his|their|su|el)( de( \\w+){{1,2}}| viejo| old)? "
            + $"?{Phone}( de( \\w+){{1,3}})?$");

    private static readonly Expression OfThem =
        new("^((and|y|pero|but) )*(((my|mi|our|nuestra) )?(mom|mother|dad|father|grandma|grandmother|mama|madre|papa|abuela|abuelo) "
            + "(is|was|has|went|lives|esta|estuvo|vive|se|fue)|she|he|they|shes|hes|ella|el|ellos|la|lo|ya no|no) (?<what>.*)$");

    private static readonly Expression Answers =
        new("(^| )(say|says|said|vote|votes|want|wants|think|thinks|answer|answers|agree|agrees|yes|dice|dijo|quiere|vota|piensa|cree"
            + "|contesta|responde|si|[0-9])( |$)");

    /// <summary>Who is no one in particular: what is told of them is told about the matter.</summary>
    private static readonly HashSet<string> Anyone =
    [
        .. ("people nobody someone somebody everybody everyone many some one they who who has who have kids children "
            + "families patients tenants residents neighbors elders gente personas nadie alguien muchos familias mucha "
            + "inquilinos vecinos i it that we yo eso esto phone battery baby my our mi nuestra nuestro phone my phone "
            + "telefono").Split(' '),
    ];

    /// <summary>"This isn't Denise", "yo no soy Carmen": with a capital, so that it is somebody's name.</summary>
    private static readonly Expression NotNamed = new(
        $"^{Lead}(this (is not|isnt|aint)|(i am|im) not|(yo )?no soy|est[ae] no es)( (mr|mrs|ms|miss|don|dona|senora?|la|el)){{0,2}} "
            + "(?<who>\\w+)( (?<surname>\\w+))?( anymore| any more| ya)?$");

    /// <summary>Capitals that are no names: who people are, not who they are called.</summary>
    private static readonly HashSet<string> Peoples =
    [
        .. ("american americana americano hispanic latina latino black white asian african indian mexican mexicana mexicano dominican "
            + "dominicana dominicano puerto boricua haitian haitiana cuban cubana cubano catholic catolica catolico christian cristiana "
            + "cristiano muslim jewish english spanish ingles espanol republican democrat deaf veteran i god dios fair right true good ok "
            + "okay help sure rich ready easy eligible legal medicaid medicare snap husky wic section dcf dss ice").Split(' '),
    ];

    internal static (Wish, string)? In(string text, NormalizedText message)
    {
        var clauses = message.Clauses.Where(clause => !Keywords.OnlyPolite(clause)).ToArray();
        if (In(message, clauses) is { } found)
            return found;
        return clauses.Length is 1 or 2 && clauses.Any(clause => NotNamed.Find(clause) is { } named && IsName(text, named["who"])
                && (named["surname"].Length == 0 || IsName(text, named["surname"])))
            && clauses.All(clause => NotNamed.IsMatch(clause) || Told(clause))
            ? (Wish.PerhapsStop, "is not the person it was sent to")
            : null;
    }

    /// <summary>Whether the writer gave a word the capital of a name, and no more capitals than that.</summary>
    private static bool IsName(string text, string who) =>
        who.Length > 2 && !Peoples.Contains(who) && text.Split(' ', '\n', ',', '.', '!').Skip(1)
            .Any(word => word.Length > 2 && char.IsUpper(word[0]) && char.IsLower(word[1]) && NormalizedText.Of(word).Words == who);

    private static (Wish, string)? In(NormalizedText message, string[] clauses)
    {
        if (clauses.Length is 0 or > 4 || message.Words.Count(c => c == ' ') >= Longest)
            return null;
        if (clauses.Any(clause => NotTheirs.IsMatch(clause)) && clauses.All(Told) && !clauses.Any(clause => Speaks.IsMatch(clause)))
            return (Wish.Stop, "says that the number is somebody else's");
        if (clauses.Length > 1 && clauses.Any(clause => NewHere.IsMatch(clause)) && clauses.Any(clause => Unknown.IsMatch(clause)))
            return (Wish.Stop, "has got the number since, and does not know the person");
        if (clauses.Length > 1 && clauses.Any(clause => NotMe.IsMatch(clause)) && clauses.Any(clause => Mine.IsMatch(clause)))
            return (Wish.Stop, "is not the person, and has the number");
        if (clauses.Any(clause => Removes.IsMatch(clause)) && clauses.Any(clause => About(clause) || OwnDead.IsMatch(clause))
            && clauses.All(clause => Told(clause) || Removes.IsMatch(clause)))
            return (Wish.PerhapsStop, "the person is gone, and is to be taken off");
        if (clauses is [var only] && Stranger.Find(only) is { } stranger && OnePerson(stranger["who"])
            && !LooseRequest.Concerns(stranger["who"]))
            return (Wish.PerhapsStop, "does not know the person");
        if (clauses.All(Told) && clauses.Any(About))
            return (Wish.PerhapsStop, "somebody else may be writing, or the person is gone");
        return null;
    }

    /// <summary>Whether a clause says that the person is gone, or that another writes.</summary>
    private static bool About(string clause) =>
        Speaks.IsMatch(clause) || (Gone.Find(clause) is { } gone && OnePerson(gone["who"]))
        || (OwnDead.Find(clause) is { } own && ThePhone.IsMatch(own["rest"])) || ThePhone.IsMatch(clause);

    private static bool OnePerson(string who) =>
        who.Split(' ').Where(word => word is not ("is" or "has" or "was" or "had" or "have" or "ya" or "se" or "ha"))
            .ToArray() is [.., var last] words && !words.Any(Anyone.Contains) && !last.EndsWith('s');

    /// <summary>Whether a clause belongs to such a message: it tells of the person and answers nothing.</summary>
    private static bool Told(string clause) =>
        NotTheirs.IsMatch(clause) || About(clause) || OwnDead.Find(clause) is { } own && own["rest"].Length == 0
            || (OfThem.Find(clause) is { } them && !Answers.IsMatch(them["what"]));
}
