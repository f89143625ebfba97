using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>The forms of sentences by which <see cref="Choice"/> knows an answer.</summary>
internal static class ChoiceForms
{
    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.choice-forms");

    /// <summary>Who asks what an option means has not chosen it.</summary>
    internal static readonly Expression Asks = new(
        "^((hi|hello|hola|sorry|perdon|disculpe|ok) [,.]? ?)*(what (is|does|are|was|do|if|happens if)|whats|is (option |number |it "
            + "|a )?[1-9]|does (option |number )?[1-9]|(and|y|que pasa) (if i|si (digo|pongo|escojo|marco|mando))|es (la |el )?[1-9] lo "
            + "mismo|(can|could) (you|u|someone) (please "
            + ")?(explain|tell)|please explain|explain|que (es|significa|quiere decir|son)|cual es|(me |nos "
            + ")?(puede|puedes|podria|pueden) (explicar|decir)|expliqu?e)( [^.]*)?[.?]?$");

    internal static readonly Expression Item = new("(^| )(?<n>[1-9]) [.,] ");

    // "my answer is 2", "option 2", "voto por la dos"; a strong lead-in needs nothing more, a weak one no counted noun.
    internal static readonly Expression LedIn = Forms.Within("led in");

    /// <summary>"The second option is not fair": what is found fault with is not chosen.</summary>
    internal static readonly Expression FindsFault = Forms.Within("finds fault");

    internal static readonly Expression Last = Forms.Within("last");

    internal static readonly Expression Changed = Forms.Within("changed");

    internal static readonly Expression WithChanges = Forms.Within("with changes");

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
    internal static readonly Expression Torn = Forms.Within("torn");

    /// <summary>A yes to something else: "Yes I got your letter".</summary>
    internal static bool Elsewhere(string words) => ElsewhereForms.IsMatch(words)
        || (SaysWho.Find(words) is { } said && !said["who"].StartsWith("no", StringComparison.Ordinal));

    private static readonly Expression ElsewhereForms = Forms.Within("elsewhere");

    /// <summary>"Yes this is Rosa", and not "yes this is not right".</summary>
    private static readonly Expression SaysWho = Forms.Within("says who it is");

    /// <summary>"No. 7 bus never comes": short for number.</summary>
    internal static readonly Expression NumberOf = Plain("^((the|el|la) )?(no|nos|num) [.] [0-9]+ [a-z]");

    /// <summary>"Es la 1 y nadie contesta" tells the hour; "uno nunca sabe", "one never knows" speak of anybody.</summary>
    internal static readonly Expression NoOption = Forms.Within("no option");

    /// <summary>
    /// A Spanish "no" that denies what is told, or asks that others be spared, and does not answer: "no deben cortar la ayuda", "no los
    /// dejan entrar". Of sharing, giving and seeing the question itself speaks.
    /// </summary>
    internal static readonly Expression Denies = Forms.Within("denies");

    internal static readonly Expression Dislikes = Forms.Within("dislikes");

    /// <summary>What the question asks for: to share, to give, to see, to use.</summary>
    internal static readonly Expression OfSharing = Forms.Begin("of sharing");

    /// <summary>A yes or no that ends a sentence of reasons.</summary>
    internal static readonly Expression AtLast = Forms.Within("at last");

    internal static Expression Plain(string pattern) => new(pattern);

    internal static readonly Expression Unsure = Forms.Within("unsure");

    internal static readonly Expression ClearYes = Forms.Within("clear yes");

    internal static readonly Expression ClearNo = Forms.Within("clear no");

    internal static readonly Expression Introduction = Forms.Within("introduction");
}
