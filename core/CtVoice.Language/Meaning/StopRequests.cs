using System.Collections.Frozen;
using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Sentences that ask to be left alone, in English and Spanish. A plea speaks to us ("stop texting me"), so it starts its
/// clause; the same words about somebody else ("they won't stop texting families") are feedback. A plea with a condition
/// ("... about immigration", "... at night") may be either: <see cref="Wish.PerhapsStop"/>.
/// </summary>
/// <remarks>Linear in the length of the clause, as every <see cref="Expression"/> is.</remarks>
internal static class StopRequests
{
    private const int LongestClause = 400;
    private const int MostLeads = 12;
    private const int MostClauses = 150;

    private static readonly string[] Leads =
    [
        "please", "pls", "plz", "pleas", "kindly", "just", "ok", "okay", "hey", "hi", "hello", "yo", "so", "and", "but", "now", "again", "also", "well", "sir", "maam", "omg",
        "yes", "yeah", "no", "nah", "nope", "look", "listen", "seriously", "really", "then", "would", "could", "can", "will", "you", "u", "guys", "yall", "people", "i said", "i told you",
        "i already told you", "i already said", "i want to", "i need to", "i wish to", "i am requesting that", "i am requesting", "im requesting", "i request", "can we", "could we", "how do i", "how can i", "how would i", "how do we", "how to", "what do i do to", "como hago para", "como hago", "como puedo", "como le hago para", "que hago para", "id", "appreciate", "be grateful", "if", "it", "le agradeceria", "les agradeceria", "agradeceria", "les agradezco", "le agradezco", "le ruego", "les ruego", "les suplico", "i asked you", "i asked", "i have asked", "ive asked", "times", "veces", "4", "5", "twice", "to", "need", "must", "should", "i want you", "i want yall", "i need you", "i would like you", "id like you", "i am asking you", "im asking you", "for the last time",
        "for the love of god", "one more time", "once again", "once more", "i keep asking you", "i beg you", "im begging you", "asking you", "better", "mind", "do", "all", "have", "sorry", "thanks", "thank you", "dear", "team", "wow", "ugh", "man", "bro", "dude", "lol",
        "first", "finally", "good morning", "good afternoon", "good evening", "good night", "good day", "morning", "evening", "1", "2", "3", "one", "two", "three", "last time", "immediately", "wtf", "fuck", "fucking", "damn", "the fuck", "the hell", "i would like", "id like", "i demand you", "i demand that you", "i request that you", "i request you", "go ahead and", "if you could", "someone", "somebody", "thx", "ya all", "also please",
        "por el amor de dios", "por dios", "por favor", "porfavor", "porfa", "xfavor", "favor de", "favor", "ya", "oiga", "oigan", "oye", "bueno", "pues", "hola", "buenas", "tardes", "buenos dias", "noches", "y", "pero", "senor", "senora", "senores", "si", "que", "les pido que", "le pido que", "le voy a pedir que", "les voy a pedir que", "voy a pedir que", "me hace el favor de", "hazme el favor de", "les solicito que", "le solicito que", "les solicito", "le solicito", "solicito", "say", "trouble", "les pido", "le pido",
        "quiero que", "necesito que", "les dije que", "te dije que", "ya les dije que", "le dije que", "ya le dije que", "les digo que", "gracias", "muchas", "podrian", "pueden", "puede", "podria", "mejor", "disculpe", "disculpen", "perdon", "deseo que", "quisiera que", "me gustaria que", "hagan el favor de", "haga el favor de", "hagame el favor de", "solicito que",
    ];

    /// <summary>The same by their first word, the longest first.</summary>
    private static readonly FrozenDictionary<string, string[][]> LeadWords = Leads.Select(lead => lead.Split(' ')).GroupBy(lead => lead[0], StringComparer.Ordinal)
        .ToFrozenDictionary(leads => leads.Key, leads => leads.OrderByDescending(lead => lead.Length).ToArray(), StringComparer.Ordinal);

    private const string Texts = "(texts?|texting|messages?|messaging|sms|emails?|surveys?|polls?|spam|notifications?|alerts?|calls?)";

    /// <summary>What is said in words of its own, and not with the parts of <see cref="Request"/>.</summary>
    private static readonly Plea[] Idioms =
    [
        new("(how (do|can|would) i|how to|help|help me|can you help me|where do i|what do i do to|is there a way to|tell me how to)( (make|get|have))?( (this|it|these|them|you|those)( \\w+)?( to)?)? (stop|unsubscribe|cancel|get off|get out|be removed|get removed|block)( (getting|receiving|of|from|off|the|this|these|your|my|that|any|all|list|lists|subscription|it|them|" + Texts + "))*", Wish.Stop, null),
        new("(leave|let) me (alone|be|in peace)|(leave|let) (my|this) (phone|number) alone|dejen? me (ya )?(en paz|tranquil[oa]s?|sol[oa])|deja me (ya )?(en paz|tranquil[oa]s?|sol[oa])|me dejen (en paz|tranquil[oa]|sol[oa])", Wish.Stop, null),
        new("(leave|let) (us|my (family|house|home)|our (family|house|home)) (alone|be|in peace)|(dejen?|deja) nos (ya )?(en paz|tranquil[oa]s?|sol[oa]s?)|nos dejen (en paz|tranquil[oa]s?)", Wish.PerhapsStop, null),
        new("(go away|get lost|buzz off|bug off|screw off|screw you|back off|eff off|get out of my (phone|inbox)|stay out of my phone|shut up( and stop)?|gtfo|be gone)", Wish.Stop, null),
        new("(\\w+ )*(these|your|estos|sus) (\\w+ )?" + Texts + " .*(stop|cancel|end) (them|it)", Wish.Stop, null),
        new("(remove|delete|erase|take|drop) (?:\\w+ ){1,4}(from|off|off of|out of) (your|this) ((text|texting|contact|messages|mailing|call|calling) )?(list|lists|database|system)", Wish.Stop, null),
        new("(\\w+ ){0,4}(no longer|not|ya no) (at|on|en) (this|este) (number|phone|numero|telefono)", Wish.Stop, null),
        new("(make|get) (these|this|the|your|those|all)( \\w+)? " + Texts + " (stop|end|go away)|(throw away|throw out|get rid of|ditch) (my|this|the) (number|contact|phone)", Wish.Stop, null),
        new("((its|it is|this is|this isnt|i think|i believe|i guess|youve|you have|you|you got|youre|you are|you must|sounds like|looks like|think|have|has|got|texting|texted|dialed|sorry|probably|must be|maybe|clearly|obviously)( you| youve| its| have| got| this is| reached| contacted| dialed| texting| texted| are| at| is)* )?(the |a |an )?(wrong|rong) (number|person|phone|no|guy|lady|contact|woman|man|cell|#)( for (this|a|my|your)? ?\\w+)?", Wish.Stop, null),
        new("(this (is not|isnt|aint|is no longer)|its not|thats not) (\\w+ )?(\\w+s|his|her|their|my|s) (number|phone|cell|cellphone)( anymore| any more)?", Wish.Stop, null),
        new("(im|i am|this is|this isnt|i aint|its) (not )?(the person|who) (that )?(you are|youre|you|your) (looking for|trying to reach|think|want|texting)|no soy (la persona|quien|esa persona|el|ella)( que)?( (buscan?|creen?|piensan?|quieren?))?", Wish.Stop, null),
        new("(im|i am|ill|i will|im going to|gonna|will be|will) (be )?(blocking|reporting|block|report) (you|this number|this)", Wish.Stop, null),

        new("(i|ive|we|ya|yo|les|le|already|have) ?(i|ive|have|already|just|les|le)* ?(texted|said|sent|typed|replied|wrote|told you|told you to|asked you to|puse|dije|mande|escribi|respondi)( to| que| the word)? (stop|quit|unsubscribe|cancel|alto|parar|baja|basta|paren|pararan)( ([0-9]|\\w+) (times|veces))?", Wish.Stop, null),

        // Consent
        new("(i )?(revoke|withdraw|rescind|am revoking|hereby revoke|am withdrawing|im withdrawing|im revoking) (my |all |any )*(consent|permission|opt in|authorization)( to (text|contact|message|be (texted|contacted|messaged)|receive|get|call)( me| us| this number| texts| messages)*)?", Wish.Stop, null),
        new("i (dont|did not|didnt|never|do) (not )?(consent|agree|consented|agreed|authorize|authorized|ask|asked|give (you )?(consent|permission)|gave (you )?(my )?(consent|permission))( to| for)? (being )?(these |this |your |be |get |receive |receiving |getting |any )*(" + Texts + "|texted|contact|contacted)( me)?", Wish.Stop, null),
        new("you (dont|did not|didnt|never|no longer) (had |have |got |get )?(my |any )?(consent|permission)( to (text|contact|message|call|use) (me|this number|my number|us))?", Wish.Stop, null),
        new("(yo )?(nunca|no|jamas) (les |le )?(di|doy|he dado) (mi |ningun )?(consentimiento|permiso|autorizacion)( para (que me .*|recibir .*|esto|estos mensajes|mensajes|textos))?", Wish.Stop, null),
        new("((this|it) is|its|esto es) (a )?(spam|scam|harassment|harassing|annoying|ridiculous|too much|acoso|molesto)( (so|please|now|just|ya|asi que|por favor))* (stop|quit|paren?|dejen)( (it|this|now|please|texting|messaging|de escribir|de molestar|ya))*", Wish.Stop, null),
        new("(i am|im|i)( now| hereby)? unsubscribe( (of|from|this|these|it|your|texts|messages|now|all))*", Wish.Stop, null),
        new("(i )?(dont|do not) (want|need) (any of )?(these|those)( anymore| any more)?|(ya )?no quiero (mas )?(estos|esos)", Wish.PerhapsStop, null),
        new("(revoco|retiro) (mi )?(consentimiento|permiso|autorizacion)( para (recibir|que me).*)?", Wish.Stop, null),

        // Spanish: to be taken off, wrong number
        new("((quiero|quisiera|deseo|necesito|me gustaria|solicito|pido|favor de|como puedo|como hago para|puedo|como me|me quiero|quiero que) )?((que )?me |de )*((doy|den|de|dar|darme|dame|denme|deme) de baja|cancelar (mi|la) suscripcion|salir (me )?de (la|esta|su) lista|salir (me )?de (esto|aqui)|salirme( de (esto|aqui|aca|todo esto))?|(salgo|quito|borro|elimino) de (la|esta|su|esa|las) (lista|grupo)s?|dejar de recibir( (mensajes|estos|sus|textos|esto|correos?|emails?|mails?))*|que dejen de escribir me)( de (la|el|este|esta|su|sus|todo|todos|los|estos) ?(lista|listas|mensajes|servicio)?)?", Wish.Stop, null),
        new("((es|este es|esta es|tienen?|tiene|creo que|se|esta|estan|usted|ustedes|tienes|este|perdon|lo siento|disculpe|marco|marcaron|escribio|escribe|escriben|creo|es un|es el|me|le)( que| tienen?| se| es| un| el| esta| estan| marco| marcando| marcaron| escribiendo)* )?(a |al |el |un |de )*(numero|telefono|persona) (e[qk]u?ivocad[oa]|incorrect[oa]|erroneo|errad[oa]|erronea)", Wish.Stop, null),
        new("(creo que |usted |ustedes |perdon |disculpe )*(se )?(equivoco|equivocaron|equivocado|equivocada|confundio|confundieron|esta equivocado|estan equivocados) de (numero|persona|telefono)", Wish.Stop, null),

        // Enough of it all, or of the messages?
        new("(text|message|contact|write) (me|us) (less|too much|too many)( \\w+)?|(send|text)( me)? (fewer|less) .*|manden? (me )?menos (mensajes|textos)|(knock|cut) it (off|out)|give (it|me) a (rest|break)|(stop|quit) (wasting|spending) .*(on|en) (these|this|your) " + Texts + "|(cansan|aburren|fastidian|molestan|joden) (ya )?con (tant|su|es[ao]|est[aeo]).*|(no|not any) (more|mas)( (of|de) (this|it|that|esto|eso))?|((i|we|ive|weve) )?(have )?had (enough|it)( (of|with) (this|it|you))?", Wish.PerhapsStop, null),
        new("((i want|i need|would like|want|need|let|make|quiero|necesito)( que)? )?(this|it|these|that|esto|eso)( \\w+)? (needs to|need to|has to|have to|must|should|better|gotta|got to|to|tiene que|debe|ya)? ?(stop|end|be over|parar|terminar|acabar)", Wish.PerhapsStop, null),
        new("(make|let) (it|this) (stop|end)|(quiero |necesito )?(que )?(se )?(pare|paren|acabe|termine) (esto|eso|todo esto)|(quiero |necesito )?(que )?(esto|eso) (se )?(pare|acabe|termine)|when (does|will|is) (this|it|all this) (stop|end|over|going to stop|gonna stop)|when are you (going to|gonna) stop|enough is enough", Wish.PerhapsStop, null),
        new("(stop|quit) (wasting|playing|messing|with)( with)?( (our|my|peoples|everyones|your|this|the))*( (time|games|around|me|us|bs|nonsense|stuff))*", Wish.PerhapsStop, null),
        new("(dejen|deje|paren) de (hacer(me|nos) perder|perder|gastar) (el|mi|nuestro) tiempo|no (me|nos) hagan perder (el|mi|nuestro) tiempo", Wish.PerhapsStop, null),
        new("i (dont|no longer) (want|wish|care|wanna)( to)? (participate|take part|(be )?(a |any |no )?part of (this|it)|be involved|do this|answer|be on (this|the|your) (board|panel)|be in this|respond|reply|be asked)( in (this|it)| (any|your|these|anymore|more)* ?questions| to (this|these|you))?( anymore| any more)*", Wish.PerhapsStop, Wish.PerhapsStop),
        new("no (quiero|deseo|quisiera|puedo|voy a) (seguir |mas )?(participar|participando|formar parte|ser parte|estar en (esto|la lista|el panel|la junta)|contestar|responder|seguir)( (mas|en (esto|eso|la encuesta)|a (esto|eso)|preguntas|mas preguntas))*|no quiero saber (mas |nada )*de (esto|eso|ustedes)", Wish.PerhapsStop, Wish.PerhapsStop),
        new("(im|i am|we are|were|ive had) (done|through|tired of|sick of|sick and tired of|fed up with|over|finished|enough)( with)?( getting| receiving)?( all| any)?( of)? (these|this|your|the|you|it) ?(" + Texts + "( me| us)?|bothering me)?|me (canse de|tienen? (hart[oa]|cansad[oa]) con) (esto|eso|ustedes|tant[oa]s|sus|los|estos|las|estas)( (mensajes|textos|preguntas))?|(estoy|toy) (hart[oa]|cansad[oa]|fastidiad[oa]|aburrid[oa]) (de|con) (esto|eso|ustedes|tant[oa]s|sus|los|estos|las|estas)( (mensajes|textos|preguntas))?", Wish.PerhapsStop, Wish.PerhapsStop),
        new("(too many|enough|way too many|so many|many) (of these |of your )*(texts|messages|surveys|questions)|demasiad[oa]s (mensajes|textos|preguntas)", Wish.PerhapsStop, null),
        new("(im |i am |were |we are |was |still )?(not|no longer|never) interested( in (this|these|any of this|it|your (texts|messages|survey|surveys)|texts|messages|participating|this anymore|being contacted|getting texts|receiving texts|getting these))?( anymore| any more)*|no (me|nos) interesa( (esto|eso|nada|mas|participar|recibir))*", Wish.PerhapsStop, null),
        new("(i want (out|off)( of (this|it|here))?|i quit|im out|i am out|count me out|(im|i am) done( (answering|responding|replying))?|i never signed up( for .*)?|i didnt sign up( for .*)?|i did not sign up( for .*)?|leave (me|us) out( of (this|it))?|keep (me|us) out of (this|it)|no quiero nada|pause|pause this|take a break|i need a break|not now|cancel it)", Wish.PerhapsStop, null),
    ];

    private static readonly Lazy<Beginnings> Begin = new(() => new([.. Idioms.Select(idiom => idiom.Expression)]));

    /// <summary>What may follow a plea without changing it.</summary>
    private static readonly Expression Closing = Compiled(
        "(this is$|it is$|(por )?(aqui|ahi|alli|aca)|(borre|quite|elimine|saque)n?(lo|me)|now|anymore|any more|again|ever|ever again|forever|for ever|please|pls|plz|immediately|already|asap|period|thanks|thank you|thx|ty|for good|at all|today|completely|altogether|or else|lol|bro|dude|man|guys|people|sir|maam|" +
        "no more|(by|via|through|over|por) (texts?|sms|messages?|texting|mensajes?|textos?)( messages?)?|suyos|tuyos|de (ustedes|usted)|my (guy|man|friend|dude|love)|por el amor de dios|por dios|up|at (this|my|that) (number|phone|cell)|on (this|my) (number|phone|cell|line)|to (this|my) (number|phone|cell|line)|by (this|your|the|you|yall|anyone|anybody) ?\\w*|from (this number|your (office|agency|team|group|people|service|system|number)|now on|you|yall|you guys|you people|this list|your list)|in the future|right now|right away|with (this|these|your|the|that) (\\w+ )?(texts?|messages?|crap|shit|spam|bs|bullshit|stuff|nonsense|junk)|wtf|ffs|smh|damn|fucking|" +
        "or (i|ill|im|we|you) .*|(i|im|ive|ill|id|its|this is|this isnt|this aint|you|youre|youve|u|we|because|cuz|bc|cause|coz|since|wrong|not|who|why|what|before i|thats|until further|lady|that is|he|she|or|there is|theres|they are|nobody|no one|no|and (leave|lose|remove|take|delete|dont|do not|never|stop|get|lose|go|forget|im|i|please|thank|thanks|god|have|unsubscribe|quit|cancel|opt)) .*|i|bye|goodbye|and|or|to me|here|buddy|pal|stop( (it|now|this|please|thanks|texting|messaging|sending|contacting|asking|calling|all|already|ya|ok)( .*)?)?|" +
        "mas|ya|nunca|jamas|ni (me |nos )?(escrib|mand|llam|text|envi|contact|molest)\\w*|por favor|porfavor|porfa|gracias|muchas gracias|nunca mas|otra vez|de nuevo|para siempre|inmediatamente|hoy|ahora|ahora mismo|a (este|mi) (numero|telefono|celular)|en (este|mi) (numero|telefono|celular)|(porque|pues|ya que|(que|q) (yo|no|estoy|tengo|me|ya|esta|este|ando|trabajo|cuesta|pago|cobran|soy|vivo|ustedes)|yo|es|este (no|es|numero)|esta no|soy|estoy|tengo|si no|y (no|dejen|borren|quiten|ya|gracias|dejenme)|son|ustedes|usted|de lo contrario|senor|senora) .*|senores|senor|senora)( |$)");

    /// <summary>What narrows a plea to a topic, a time or a manner.</summary>
    private static readonly Expression Narrowing = Compiled(
        "(about|regarding|concerning|on|at|so|during|in|before|after|until|till|unless|when|while|whenever|every|everyday|twice|with|over|like|this (week|month|morning|late|early)|if|too|late|early|that|the same|for|from|as|all|constantly|daily|anything|unnecessary|more than|on|between|except|other than|only|again and again|24|multiple|weekly|through|by|via|without|" +
        "sobre|acerca|referente|respecto|de|del|tan|tant[oa]s?|(on )?(weekends?|sundays?|saturdays?|mondays?|fridays?|nights?|mornings?)|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|noches?|mananas?|fines de semana|(los|las|la|el) (lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|dias?|fin|fines|noches?|mananas?|tardes?)|cuando|si|despues|antes|durante|en|a|por|hasta|tod[oa]s|con|tarde|temprano|cada|diario|mientras|solo|excepto|menos|para|relacionad[oa]s)( |$)");

    /// <summary>When it is not to be, where what follows could else be the object: "no manden de noche", and not "no manden a la policia".</summary>
    private static readonly Expression Hours = Compiled("(at|on|during|so|too|every|everyday|before|after|when|while|if|unless|until|late|early|in the|weekends?|nights?|mornings?|(de|por la|en la|tan) (noche|madrugada|manana|tarde|temprano|seguido)|tant[oa]s|los (lunes|domingos?|sabados?|fines)|cuando|despues|antes|mientras|tarde|temprano|sobre|about)( |$)");

    private static readonly Expression Reasons = Compiled(
        "((im|i am|we are|were|am) )?(not|no longer|never) (interested|me|my number|maria|the right person)|(the |you have the |you got the )?wrong (number|person)( |$)|(i|we) (have|got|pay|only have|dont have|cant afford|run out|ran out) (\\w+ ){0,3}(plan|minutes|unlimited|texts?|texting|messages|data|prepaid)|(no )?tengo (pocos )?(minutos|saldo|plan|datos)|(i|we) (already|have already|just|did already) (answered|replied|voted|responded|told|did|said|took|sent|gave)|i (have |just )?moved|(i|we) (dont|do not|no longer) (live|want|wanna|need|know (who|you|what|how)|care|have time|like this|like these|like getting|use)|i (never|didnt|did not) (signed|sign|asked|ask|agree|agreed|gave|give)|" +
        "who (is|are|even|tf|the)|why (are|r|do|did) (you|this)|how did you get|this is (spam|harassment|annoying|not|the wrong|ridiculous|getting|a wrong|my work|a work|a business|illegal|too much)|this isnt|(im|i am) (busy|at work|done|sick|tired|driving|annoyed|blocking|reporting|calling|not|too old|in the hospital|no longer)|(youre|you are) (annoying|harassing|bothering|spamming)|(you|u) (keep|people keep|guys keep|already)|(i|ill|i will) (will |am going to |gonna )?(report|block|call the|sue|be reporting)|(reported|blocked|spam|scam|harassment)|i (have |already |have already )?(asked|said|told)|leave me|" +
        "que dios |god bless|have a (good|nice|great|blessed)|bendiciones|que tengan? |feliz |take care|best wishes|(i am |im )?(deaf|blind)|(.* )?(you|yall|u) (are |r |guys |people )?(still|keep) (on )?(texting|sending|messaging)|no me interesa|(es |tiene el |tienen el )?numero equivocado|ya (conteste|respondi|vote|les|le|dije)|me mude|(ya )?no (vivo|quiero|soy|se quien|los conozco|tengo tiempo|conozco)|quien(es)? (es|son|eres)|estoy (cansad[oa]|ocupad[oa]|trabajando|hart[oa]|aburrid[oa])|esto es (spam|acoso|molesto)|dejen?me|los voy a (reportar|bloquear|demandar)( |$)");

    /// <summary>Messages between others are a matter of policy, also when they are to stop: "the texts that landlords send".</summary>
    private static readonly Expression OfOthers = Compiled("(from|between|de|del|entre|por parte de) (\\w+ ){0,2}(landlords?|police|schools?|agencies|dcf|dss|ice|companies|employers?|collectors?|caseros?|policia|escuelas?|agencias|companias?|cobradores)( |$)|(.* )?(a (quien|quienes|los que|las que|todo el que)|to (those|anyone|whoever|tenants|renters|seniors|somebody|everybody))( |$)|(.* )?(that|which|who|que) (?<who>\\w+)");

    private static readonly FrozenSet<string> OurOwn = ((string[])["you", "yall", "ustedes", "usted", "i", "me", "nos", "are", "is", "keep", "have", "come", "mandan", "envian", "manda", "envia", "this", "no", "ya", "llegan", "estan", "estoy", "tengo", "trabajo", "ando", "esta", "este", "esto", "soy", "vivo", "cuesta", "pago", "cobran", "yo"]).ToFrozenSet(StringComparer.Ordinal);

    private static bool Others(string rest) => OfOthers.Find(rest) is { } match && !OurOwn.Contains(match["who"]);

    private static readonly Expression Third = Compiled("(to|(while|and|n|at) (driving|drive|the wheel)|people|families|kids|children|parents|clients|members|everyone|everybody|residents|residentes|familias|personas|gente|ninos|a (la gente|las personas|los|las|familias)|a (?:mi|mis|su|sus|nuestr[oa]s?) (?:vecin|famili|espos|hij|ex).*)( |$)");

    /// <summary>The strongest plea in a message, and the clause that says it; null when there is none.</summary>
    internal static (Wish Wish, string Clause)? In(NormalizedText message) => In(message, new());

    /// <summary>The same with clauses that were taken apart before.</summary>
    internal static (Wish Wish, string Clause)? In(NormalizedText message, Clauses taken)
    {
        (Wish, string)? found = null;
        var clauses = message.Clauses;
        for (var i = 0; i < clauses.Count; i++)
        {
            // A plea in a very long message stands at its beginning or at its end.
            if (i == MostClauses && clauses.Count > 2 * MostClauses)
                i = clauses.Count - MostClauses;
            var clause = clauses[i];
            if (i > 0 && LoseIt.IsMatch(clause) && clauses.Take(i).Any(before => MyNumber.IsMatch(before)))
                return (Wish.Stop, clause);
            switch (Judge(clause.Length > LongestClause ? clause[..LongestClause] : clause, taken))
            {
                case Wish.Stop:
                    return (Wish.Stop, clause);
                case Wish.PerhapsStop:
                    found ??= (Wish.PerhapsStop, clause);
                    break;
                default:
                    break;
            }
        }

        return found;
    }

    private static readonly Expression LoseIt = Compiled("(please |plz |pls |so |just |then |now |por favor )*((delete|remove|erase|lose|forget|block|drop) it|(take|get|remove) it (off|from|out of)( (your|this|the|that|ur) (list|system|group))?|(borre|quite|elimine|saque)n?lo)( now| please| pls| thanks| ya| por favor)*$");

    private static readonly Expression MyNumber = Compiled("(.* )?(my|this|mi|este) (\\w+ )?(number|phone|cell|line|numero|telefono|celular|cel)( |$)");

    /// <summary>Whether a clause says why a person wants no messages: beside a bare "stop", it settles what the stop is about.</summary>
    internal static bool Explains(string clause, Clauses taken) => Reasons.IsMatch(AfterLeads(clause, taken)) || Reasons.IsMatch(clause) || Keywords.OnlyPolite(clause);

    /// <summary>Whether a clause is the writer's own story.</summary>
    internal static bool Tells(string clause) => Speakers.Contains(clause.Split(' ', 2)[0]);

    /// <summary>Whether a clause plainly asks to be left alone.</summary>
    internal static bool Plain(string clause, Clauses taken) => Judge(clause, taken) is Wish.Stop;

    /// <summary>One clause without its lead-in ("could you please", "por favor ya").</summary>
    internal static string AfterLeads(string clause, Clauses taken)
    {
        var (parts, stages) = taken.Of(clause);
        return Text(parts.AsSpan(stages[^1]..));
    }

    /// <summary>Clauses of one message, each taken apart once.</summary>
    internal sealed class Clauses
    {
        private readonly Dictionary<string, (Request.Part[] Parts, List<int> Stages)> known = new(StringComparer.Ordinal);

        internal (Request.Part[] Parts, List<int> Stages) Of(string clause)
        {
            if (!known.TryGetValue(clause, out var found))
            {
                Request.Part[] parts = [.. Request.Parts(clause.Length > LongestClause ? clause[..LongestClause] : clause)];
                known[clause] = found = (parts, StopRequests.Stages(parts));
            }

            return found;
        }
    }

    private static string Text(ReadOnlySpan<Request.Part> parts) => string.Join(' ', Array.ConvertAll(parts.ToArray(), part => part.Word));

    /// <summary>Where the clause may begin, as one lead-in after another is taken away.</summary>
    private static List<int> Stages(Request.Part[] parts)
    {
        var words = Array.ConvertAll(parts, part => part.Word);
        var stages = new List<int> { 0 };
        var at = 0;
        while (at < words.Length && stages.Count <= MostLeads && LeadWords.TryGetValue(words[at], out var leads)
            && Array.Find(leads, candidate => words.AsSpan(at).StartsWith(candidate)) is { } lead)
        {
            at += lead.Length;
            if (lead is ["no"] && Forbids(parts.AsSpan(at)))
                break;
            stages.Add(at);
        }

        return stages;
    }

    /// <summary>"No quiten", "no me borren": what follows a Spanish "no" is not asked for.</summary>
    private static bool Forbids(ReadOnlySpan<Request.Part> parts) => parts switch
    {
        [{ Role: 'M' or 'U' }, var verb, ..] => Vocabulary.IsSpanishVerb(verb.Word),
        [var verb, ..] => Vocabulary.IsSpanishVerb(verb.Word) || (verb.Role is 'S' or 'E' or 'D' or 'W' && verb.Word is not ("stop" or "quit" or "cancel" or "end")),
        _ => false,
    };

    private static Wish? Judge(string clause, Clauses taken)
    {
        var (parts, stages) = taken.Of(Once(clause));
        foreach (var at in stages)
        {
            // The longest reading decides: "no more texts" is not "more texts".
            if (JudgeStage(parts.AsSpan(at)) is { } wish)
                return wish;
        }

        // What comes before the request may be told without a comma: "i work nights stop sending me this".
        var from = stages[^1];
        for (var at = from + 1; at < parts.Length; at++)
        {
            if (Opens(parts.AsSpan(at)) && Told(parts, from, at) && JudgeStage(parts.AsSpan(at)) is Wish.Stop)
                return Wish.Stop;
        }

        return null;
    }

    /// <summary>Whether a request may begin here, inside a clause.</summary>
    private static bool Opens(ReadOnlySpan<Request.Part> parts) => parts[0] switch
    {
        { Role: 'i' or 'N' } when RefusesToReceive.IsMatch(string.Concat(parts.ToArray().Select(part => part.Role))) => true,
        { Word: "stopped" or "stopping" or "never" or "para" } => false,
        { Word: "no" } => parts.Length > 1 && (parts[1].Word is "mas" or "more" || Forbids(parts[1..])),
        { Role: 'N' or 'S' or 'D' or 'R' or 'r' } or { Word: "leave" or "let" } => true,
        _ => false,
    };

    /// <summary>Whether what stands between is the writer's own story or a call to us, and so the request is to us and not about somebody.</summary>
    private static bool Told(Request.Part[] parts, int from, int at)
    {
        var story = parts.AsSpan(from..at);
        if (story is [.., { Word: "you" or "yall" or "ustedes" }, { Word: "to" }])
            return true; // "May i trouble you to take me off"
        if (parts[at].Word == "not" || RefusesToReceive.IsMatch(string.Concat(parts[at..].Select(part => part.Role))))
            return story[^1].Word is not ("if" or "when" or "si" or "cuando" or "they" or "he" or "she" or "people") && (parts[at].Word != "not" || story[^1].Word is "you");
        if (Says.Contains(story[^1].Word))
            return story[0].Word is "i" or "ive" or "how" or "ya" or "cuantas"; // "How many times do i have to say"
        if (Subjects.Contains(story[^1].Word) || (story.Length > 1 && Makes.Contains(story[^2].Word)))
            return false;
        if (story.Length == 1)
            return story[0].Role == Vocabulary.Unknown && (from == 0 || !Subjects.Contains(parts[from - 1].Word)); // "Lady stop texting me"
        if (parts[at].Asked)
            return true;
        if (parts[at].Word is "dont" && story[0].Word is not ("nobody" or "who" or "why" or "how" or "not") && !story.ToArray().Any(part => Predicates.Contains(part.Word)))
            return false; // "My caseworker dont text me back" states a fact.
        return Speakers.Contains(story[0].Word) || Speakers.Contains(parts[0].Word) || Forbids(parts.AsSpan((at + 1)..)) || Reasons.IsMatch(Text(parts.AsSpan(from..)));
    }

    /// <summary>"I no longer want any texts": that is about these messages, whatever comes before.</summary>
    private static readonly Expression RefusesToReceive = Compiled("i?NW[aobtGdNMU]*T");

    private static readonly FrozenSet<string> Says = Set("say", "said", "saying", "repeat", "digo", "dije", "dicho", "decir");

    /// <summary>"Make them stop", "can DCF stop": somebody else is to.</summary>
    private static readonly FrozenSet<string> Makes = Set("make", "made", "let", "get", "help", "can", "could", "will", "would", "did", "do", "does", "have", "had", "should", "must", "tell", "told", "ask", "when", "if", "until", "unless", "before", "after", "wish", "hope", "want", "once");

    private static readonly FrozenSet<string> Predicates = Set("i", "im", "ive", "we", "were", "is", "isnt", "are", "am", "was", "has", "got", "keep", "aint", "costs", "wrong");

    /// <summary>How a story begins that is about the writer, us or these messages.</summary>
    private static readonly FrozenSet<string> Speakers = Set(
        "i", "im", "ive", "ill", "id", "we", "were", "weve", "how", "you", "youre", "youve", "yall", "this", "these", "thats", "wrong", "who", "why", "its", "not", "nobody", "somebody", "someone", "alguien", "my",
        "yo", "estoy", "soy", "tengo", "trabajo", "vivo", "ando", "duermo", "este", "esta", "esto", "ustedes", "usted", "ya", "quien", "mi", "me", "no");

    /// <summary>Who stands before "stop" and is not spoken to, or does not stop: "they stop", "wont stop".</summary>
    private static readonly FrozenSet<string> Subjects = Set("i", "we", "you", "can", "could", "will", "would", "want", "need", "them", "him", "her", "dcf", "dss", "ice", "police", "landlord", "landlords", "state", "city", "they", "he", "she", "it", "who", "wont", "cant", "didnt", "doesnt", "cannot", "they'll", "should", "must", "might", "may", "to", "and", "when", "if", "until", "please", "nobody", "everyone", "bus", "truck", "gas", "pit", "one", "first", "last", "that", "hard", "full", "non", "nonstop", "que", "cuando", "si", "ellos", "ellas", "les");

    /// <summary>"Stop stop stop texting" says it once.</summary>
    private static string Once(string clause)
    {
        var words = clause.Split(' ');
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i] == words[i - 1])
                return string.Join(' ', words.Where((word, index) => index == 0 || word != words[index - 1]));
        }

        return clause;
    }

    private static Wish? JudgeStage(ReadOnlySpan<Request.Part> parts)
    {
        if (parts.Length == 0)
            return null;
        var best = Request.Of(parts, Judge);
        if (best == Wish.Stop)
            return best;
        var clause = Text(parts);
        foreach (var number in Begin.Value.For(clause))
        {
            var idiom = Idioms[number];
            if (idiom.Expression.Prefix(clause) is not { } length)
                continue;
            var wish = Judge(idiom.Alone, idiom.Followed, Rest(clause, length));
            if (wish == Wish.Stop)
                return wish;
            best ??= wish;
        }

        return best;
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);

    private static string Rest(string clause, int from) => clause[from..].Trim();

    private static Expression Compiled(string pattern) => new("^(?:" + pattern + ")");

    /// <summary>What a plea means, given what follows it.</summary>
    private static Wish? Judge(Wish alone, Wish? followed, string rest, bool needsObject = false)
    {
        while (rest.Length > 0)
        {
            if (Third.IsMatch(rest))
                return null; // "Stop asking people for papers" is advice.
            if (Others(rest))
                return followed is Wish.PerhapsStop ? Wish.PerhapsStop : null;
            if (Closing.Prefix(rest) is not { } length)
                break;
            rest = rest[length..].Trim();
        }

        if (rest.Length == 0)
            return alone;
        var narrowed = needsObject ? Hours.IsMatch(rest) : Narrowing.IsMatch(rest);
        if (needsObject && !narrowed)
            return null;
        return narrowed && alone == Wish.Stop ? Wish.PerhapsStop : followed;
    }

    /// <param name="pattern">How the clause begins.</param>
    /// <param name="alone">What it means when nothing, or nothing of weight, follows.</param>
    /// <param name="followed">What it means when something unforeseen follows.</param>
    private sealed class Plea(string pattern, Wish alone, Wish? followed)
    {
        internal Expression Expression { get; } = Compiled("(" + pattern + ")( |$)");

        internal Wish Alone => alone;

        internal Wish? Followed => followed;
    }
}
