using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>The forms of sentences by which <see cref="Choice"/> knows an answer.</summary>
internal static class ChoiceForms
{
    /// <summary>Who asks what an option means has not chosen it.</summary>
    internal static readonly Expression Asks = new(
        "^((hi|hello|hola|sorry|perdon|disculpe|ok) [,.]? ?)*(what (is|does|are|was|do|if|happens if)|whats|is (option |number |it "
            + "|a )?[1-9]|does (option |number )?[1-9]|(and|y|que pasa) (if i|si (digo|pongo|escojo|marco|mando))|es (la |el )?[1-9] lo "
            + "mismo|(can|could) (you|u|someone) (please "
            + ")?(explain|tell)|please explain|explain|que (es|significa|quiere decir|son)|cual es|(me |nos "
            + ")?(puede|puedes|podria|pueden) (explicar|decir)|expliqu?e)( [^.]*)?[.?]?$");

    internal static readonly Expression Item = new("(^| )(?<n>[1-9]) [.,] ");

    internal const string Number = "(?<n>[0-9]|one|two|three|four|five|uno|dos|tres|cuatro|cinco)";

    // "my answer is 2", "option 2", "voto por la dos"; a strong lead-in needs nothing more, a weak one no counted noun.
    internal static readonly Expression LedIn = new(
        "\\b(?<not>(not|no|ni) "
            + ")?(?<strong>option|opcion|choice|number|numero|num|answer|response|respuesta|alternativa|opt|ans|vote|voto)( "
            + "(is|was|es|era|to|by|por|for|number|numero|no|the|la|el|option|opcion|is option|es la))* " + Number
            + "( |$)|\\b(?<not>(not|dont|no) )?(choose|chose|pick|picked|select|selected|choosing|picking|id say|i say|say|ill say|go "
            + "with|going with|went with|elijo|escojo|escogi|elegi|prefiero|yo digo|digo|me quedo con|i meant|i "
            + "mean|meant|(quise|queria|quiero) "
            + "(decir|poner|escribir|marcar|contestar|mandar|elegir|escoger)|make it|pon|pongan|put me down for|mark|put)( "
            + "(option|number|por|la|el|numero|opcion|the))* " + Number
            + "( |$)|^(?<not>no )?(la|el|the|a la) (?<strong>numero |number |opcion )?" + Number
            + "( (please|por favor|gracias|thanks|mija|mijo|mi "
            + "amor|mami|papi|amor|nena|amiga|amigo|corazon|senora|senor|dear|honey|baby|sir|maam))*$|\\b(so|its|thats|a|and|asi "
            + "que|un) (a )?"
            + Number + " (from|for|de parte de|de|por) (me|us|mi|my (family|house|household))$|^(the |la |el "
            + ")(?<n>first|second|third|1st|2nd|3rd|primera|segunda|tercera|primero|segundo|tercero)( "
            + "(one|option|choice|opcion))?$|^(the |la |el )?(?<n>first|second|third|1st|2nd|3rd|primera|segunda|tercera) "
            + "(one|option|choice|opcion)\\b");

    /// <summary>"The second option is not fair": what is found fault with is not chosen.</summary>
    internal static readonly Expression FindsFault = new(
        "^(the |la |el )?\\w+ (one|option|choice|opcion) (i |me |no me |nos )?(is |es |esta |sounds |seems |looks |feels |parece |suena "
            + ")?(so |too |very |muy |really |just |un poco |kind of )*(not|isnt|doesnt|wont|would not|wouldnt|never|no|bad|worse|worst"
            + "|wrong|unfair|dangerous|stupid|confusing|confuses|scares|worries|hurts|mal|mala|malo|peor|injust[oa]|peligros[oa]|confus[oa]"
            + "|confunde|asusta|preocupa|gusta)( |$)");

    internal static readonly Expression Last =
        new("^(i |we )?((pick|choose|like|prefer|say|want|vote for|elijo|prefiero|escojo|digo) )?((the )?last (one|option|choice)|(la "
            + "|el )(ultima|ultimo)( opcion)?)( (please|por favor|gracias|thanks))*$");

    internal static readonly Expression Changed = new(
        "^(?:(?:option |opcion |la |el |the )?(?:[1-9]|one|two|three|uno|dos|tres) (?:no |wait |oops |sorry |perdon |espera |actually "
            + ")*(?:i mean|i meant|i ment|quise decir|quiero decir|digo|make that|mejor)(?: to say| option| la| el| number| the)* " + Number
            + ")( |$)|\\b(change|changing|switch|cambio|cambiar|cambien|cambie|corregir|correct)( "
            + "(it|my|mine|mi|mia|mio|la|the|that|last|previous|old|from|de|a|answer|vote|choice|response|respuesta|voto|opcion|mind"
            + "|[0-9]))* "
            + "(to|a|por|por la|a la|al)( (a|the|la|el|option|number|opcion|numero))* " + Number + "( |$)");

    internal static readonly Expression WithChanges = new(
        "^((yes|yeah|yep|si|sure|ok|okay) (but |pero )?(with|w|con|c|after) (\\w+ )?(\\w+ "
            + ")?(changes?|cambios?|edits|modifications)|(yes|si) (if|but) (changed|some changes)|(with|con) (some |a few |algunos |unos "
            + ")?(changes|cambios)$|(partly|partially)( |$)|in part$|somewhat$|(si )?en parte|parcialmente|mas o menos$|kind of$|sort "
            + "of$|kinda$)");

    /// <summary>
    /// Yes to it if something is changed is option 2, "yes with changes", whatever the words: "yes but take out the names". A
    /// complaint beside a yes demands no change: "yes but nobody ever listens".
    /// </summary>
    internal static readonly Expression[] Amended =
    [
        Plain(Assent + "( \\w+)?( \\w+)?( \\w+)?( \\w+)? (but|pero|mas|however|only|just) (please |only |just |first |por favor |primero "
            + ")*((you |they |we |u |it |ustedes )?(need|needs|have|has|should|must|deben|debe|tienen que|tiene que|deberian|hay que)( "
            + "to)?( \\w+)? )?(take|remove|keep|leave|dont|do "
            + "not|hide|change|make|not|without|w_o|ask|delete|erase|add|limit|stop|protect|exclude|drop|fix|shorten|tell us|let us|no "
            + "\\w+s|quit[ea]n?|quitar\\w*|saquen?|sacar|borr[ea]n?|borrar|elimin[ea]n?|eliminar|no "
            + "(\\w+en|\\w+an|nombres|apellidos|direcciones|datos)|sin|cambi[ea]n?|cambiar|pongan?|dejen?|agreguen?|protejan?|pregunten"
            + "|avisen|que (no|quiten|saquen|borren|cambien)|con (cambios|menos|mas|la "
            + "condicion|una condicion|esa condicion)|(on|under) (one|the|this) condition|tirem|tire|sem|retirem?)( |$)"),
        // So is agreement in other words: "ok but leave out the names", "esta bien pero quiten la direccion".
        Plain("^((hi|hello|hola|well|bueno|pues|i say|i think|yo digo|creo|for me|para mi) )*((i think |i guess )?(its |thats |it is |that "
            + "is )?(ok|okay|fine|good|alright|all right)|i agree|i like it|i am ok|im ok|im fine|esta bien|bien|vale|(yo )?estoy de "
            + "acuerdo|de acuerdo|me parece( bien)?|acepto|por mi bien)( with (it|this|that|me)| by me| for me| conmigo| por mi| con eso)?"
            + "( but| pero| mas| only| just| however)( please| only| just| first| por favor| primero)* ((you |they |we |u )?(need to|have "
            + "to|should|must) |que )?(take|remove|keep|leave|dont|do not|hide|change|without|w_o|ask|delete|erase|limit|protect|exclude"
            + "|drop|quit[ea]n?|saquen?|borr[ea]n?|elimin[ea]n?|no (pongan?|compartan?|incluyan?|usen?|muestren?|den|digan)|sin|cambi[ea]n?"
            + "|protejan?|pregunten|avisen|pidan) "),
        // A condition alone is a yes with one: "only without names".
        Plain("^((ok|okay|pues|bueno|well|yo digo|i say|digo) )*(only|just|solo|solamente|nomas|unicamente|nada mas) "
            + "(if|without|sin|si|with changes|con cambios|with no|when|cuando)( |$)"),
        Plain("^((hi|hello|hola|well|bueno|pues|i say|i think|yo digo|creo) )*(its |thats |it is |that is )?(ok|okay|fine|alright|all "
            + "right|esta bien|bien|de acuerdo|por mi bien|vale)( with me| by me| for me| conmigo| por mi)? (but )?(only )?(if|as long "
            + "as|so long as|provided|on condition|unless|solo si|siempre que|siempre y cuando|con tal|mientras no|si (no |me |nos |les "
            + "|lo )?\\w{2,}[ae]n)( |$)"),
        Plain(Assent + "( i (do|support it|agree|support this))?( but| pero)? (only|just|solo|solamente) "
            + "(for|para|after|when|with|con|in|en|people|adults)( |$)"),
        Plain(Assent + "( i (do|support it|agree|support this))?( but)?( only)? (if|as long as|so long as|provided|on "
            + "condition|unless|only when|once (you|they)|siempre que|siempre y cuando|solo si|con tal|mientras no|a menos que|si "
            + "(no|quitan|sacan|cambian|borran)|without|w_o|sin|minus|except|excepto|menos) (?:[^y]|y[^o]|yo[^u]|you [^a])"),
    ];

    internal const string Assent =
        "^((hi|hello|hey|hola|ok|well|bueno|pues|i say|i vote|digo|voto|yo digo|creo) "
            + ")*(yes|yeah|yea|yep|yup|sure|si|sim|claro|claro que si)";

    /// <summary>Yes and no at once is no choice; nor is one that is taken back in the same breath.</summary>
    internal static readonly Expression Torn = Plain(
        "(^| )(yes|si|sim) (and|y|&|or|o|e|but also) (no|nao)$|^(yes|si) (or|o) no( |$)|(^| )no (and|y|&|or|o|e|but also) "
            + "(yes|si|sim)$|^(yes|si) no( "
            + "(maybe|idk|not sure|no se))?$|^(yes|si) no (yes|si)( |$)|^no (no )?(wait |oops |sorry )?yes( |$)|^yes (no "
            + ")?(wait|oops|sorry) no( |$)|^(yes|si) (no|yes|si|maybe) maybe$|^(yes|yeah|no|nope|nah|si)( (i "
            + "mean|but|pero|well|bueno|digo|or))* (i )?(dont know|do not know|idk|no se|no lo se|not sure|im not sure)$");

    /// <summary>A yes to something else: "Yes I got your letter".</summary>
    internal static readonly Expression Elsewhere = Plain(
        "^(yes|yeah|yep|si) (i|we|ya)? ?(just |already |did |lo |la |los |me )?(got|get|received|receive|saw|see your|read "
            + "your|heard|remember|unsubscribed|called|went|moved|tried|signed|filled|applied|talked|spoke|asked|paid|used|worked|have "
            + "your|have received|recibi|recibimos|vi|lei|llego|llegaron)( |$)|^((y|and|but|pero|ok|entonces) )*(por "
            + "que|xq|porque|pq|why|how come) (no|not|si)( |$)|^(yes|yeah|yep|si) (they|she|he|someone|somebody|me|nos) (already "
            + ")?(told|called|sent|asked|gave|showed|mailed|explained|dijeron|llamaron|mandaron|dieron|explicaron|avisaron)( "
            + "|$)|^(yes|yeah|si) (this is|its|im|i am|soy|habla) (?:[^n]|n[^o])\\w*$");

    /// <summary>"No. 7 bus never comes": short for number.</summary>
    internal static readonly Expression NumberOf = Plain("^((the|el|la) )?(no|nos|num) [.] [0-9]+ [a-z]");

    /// <summary>"Es la 1 y nadie contesta" tells the hour; "uno nunca sabe", "one never knows" speak of anybody.</summary>
    internal static readonly Expression NoOption = Plain(
        "^(ya )?(es|son|era|eran|seran?) (la|las) ([1-9]|una|dos|tres) (y|de la|en punto|menos|pm|am|p|a)( |$)|^(y |and |pero |but |que "
            + ")*(uno|one) (nunca|no|ya no|siempre|se|tiene|tenia|puede|podria|sabe|quiere|necesita|va|anda|trabaja|hace|paga|vive|como"
            + "|a veces|never|always|has to|can|cant|would|should|must|needs|wonders|knows)( |$)");

    /// <summary>
    /// A Spanish "no" that denies what is told, or asks that others be spared, and does not answer: "no deben cortar la ayuda", "no los
    /// dejan entrar". Of sharing, giving and seeing the question itself speaks.
    /// </summary>
    internal static readonly Expression Denies = Plain(
        "^no (se )?(debe|deben|deberia|deberian|debieran) (?<what>\\w+)|^no (se )?(los|las|la|lo|le|les|me|nos) (?<what>\\w+(an|en|on))( "
            + "|$)");

    internal static readonly Expression Dislikes = Plain(
        "^(a mi )?no me (gusta|agrada|parece( bien| justo)?) que (me |nos |se |les |le |los |las )?(?<what>\\w+)");

    /// <summary>What the question asks for: to share, to give, to see, to use.</summary>
    internal static readonly Expression OfSharing = Plain(
        "^(compart|d(ar|en|arl|enl|arse)|ver|vean|usar|usen|hac|hag|ten|saber|sepan|metan|meter|mezcl|junt|conect|enlaz|permit|vend|mostr"
            + "|muestr|pas|dej(ar|en)|pon|divulg|public|dig|decir|inclu|revel|entreg|busc|cruz|ser |estar )");

    /// <summary>A yes or no that ends a sentence of reasons.</summary>
    internal static readonly Expression AtLast =
        Plain("( (and|so|then|y|asi que|entonces|that is why|thats why|por eso)( i (say|vote)| digo| voto)? (yes|si|(?<no>no))|(i|yo)( "
            + "would| will)? (say|vote|voto|digo)( que)? (yes|si|(?<no>no)))$");

    internal static Expression Plain(string pattern) => new(pattern);

    internal static readonly Expression Unsure = new(
        "^(not sure|im not sure|unsure|no se( |$)|no estoy segur[oa]|no sabria|no idea|no clue|no opinion|no comment|no preference|no "
            + "problem|no worries|no one|no matter|no entiendo|no entendi|no comprendo|no tengo|no hay|no way to|no more|no need|no "
            + "doubt|no hay problema|no importa|no me importa|no me acuerdo|no recuerdo|no puedo|no lo se|no estoy clar[oa]|si "
            + "(me|nos|les|le|se|lo|la|los|las) "
            + "(d[ae]n?|dice|dicen|avisan?|explican?|pagan?|ayudan?|llaman?|mandan?|quitan?|dejan?|ponen?|pueden?|tengo)|si "
            + "(puedo|pudiera|tengo tiempo|es que|acaso|algun dia|dios quiere)|si (no|quitan|hay que|van|me "
            + "garantizan|fuera|pudieran|ustedes|el gobierno|la gente|alguien)( |$)|yes or no|si o no|no sabe|nose( |$))");

    internal static readonly Expression ClearYes = new(
        "^(ya (i|its|thats|it|that|for sure|sure|yes|ok|im|sounds|we|id|you|this|they should)|absolutely|of course|for sure|sure|claro "
            + "que si|claro$|por supuesto|desde luego|definitely "
            + "yes|definitely$|certainly$|yes|yess+|yessir|yessiree|yes maam|sii+|sisi|si si|(thats|that is|its|it is) "
            + "(ok|okay|fine|good|great|alright|cool) (with|by|for) (me|us)$|(im|i am|we are|were) "
            + "(good|fine|ok|okay|cool|happy|down) (with|on) (it|this|that)$|esta bien (conmigo|para mi|por mi)$|i agree( with "
            + "(it|this|that))?$|agreed$|(im|i am) (for|in favor "
            + "of|all for) (it|this)$|(im|i am) in favor$|(that |it )?sounds good( to me)?$|me parece bien$|suena bien$|agree$|totally "
            + "agree$|estoy de acuerdo$|de acuerdo$|i support (it|this)$|lo apoyo$|estoy a "
            + "favor$|affirmative|afirmativo|cierto$|correcto$|y$)( |$)");

    internal static readonly Expression ClearNo = new(
        "^(absolutely not|of course not|definitely not|certainly not|hell no|heck "
            + "no|(definitiv|absolut|rotund|clar|total|ciert|simple|honesta)amente "
            + "no|(definitely|absolutely|honestly|certainly|totally|simply) no|claro que no|por supuesto que no|desde luego que "
            + "no|para nada|de ninguna manera|de ningun modo|no estoy (de acuerdo|a favor|conforme)|no me "
            + "(gusta\\w*|parece\\w*|agrada\\w*|convence\\w*)|no lo apoyo|no apoyo|no estamos de acuerdo|no acepto|no lo acepto|no creo "
            + "que|i disagree$|disagree$|i (do not|dont) agree$|i oppose (it|this)$|im against (it|this)$|estoy en contra$|no lo "
            + "creo$|not at all|never$|nunca$|jamas$|negative|negativo|n$|(im |its |thats )?not (ok|okay|fine|good) with me$|mejor (que "
            + ")?no$|ni hablar|ni loc[oa]|ni pensarlo|ni de broma|ni muert[oa]|ni en suenos|de eso nada)( |$)");

    internal static readonly Expression Introduction = new(
        "^((hi|hello|hey|hola|good|morning|afternoon|evening|buenas|buenos|dias|tardes|noches|ok|yes|si) )*(this is|its|im|i "
            + "am|soy|habla|le habla|my name is|me llamo|it is|aqui|here is my answer|mi respuesta|my "
            + "answer|answer|respuesta|re|question|pregunta|for the|to your|sobre la|about the|regarding)( |$)");
}
