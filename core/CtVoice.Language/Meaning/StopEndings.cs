using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>What may follow a request to be left alone, and what it then means.</summary>
internal static class StopEndings
{
    /// <summary>Where the messages go that are to end: "to my mother's address".</summary>
    internal static readonly Expression ToAnAddress =
        Compiled("(to|a) (this|my|our|mi|este)( \\w+){0,2} (address|email|inbox|mailbox|correo|buzon)( |$)");

    /// <summary>What may follow a plea without changing it.</summary>
    internal static readonly Expression Closing = Compiled(
        "(this is$|it is$|(por )?(aqui|ahi|alli|aca)|(borre|quite|elimine|saque)n?(lo|me)|now|anymore|any more|again|ever|ever "
            + "again|forever|for ever|please|pls|plz|immediately|already|asap|period|thanks|thank you|thx|ty|for good|at "
            + "all|today|completely|altogether|or else|lol|bro|dude|man|guys|people|sir|maam|" +
        "no more|(by|via|through|over|por) (texts?|sms|messages?|texting|mensajes?|textos?)( messages?)?|suyos|tuyos|de "
            + "(ustedes|usted)|my (guy|man|friend|dude|love)|por el amor de dios|por dios|up|at (this|my|that) (number|phone|cell)|on "
            + "(this|my) (number|phone|cell|line)|to (this|my) (number|phone|cell|line)|from (the |this "
            + ")?(state|city|town|board|government|office|anyone|anybody)$|(del estado|de "
            + "la (junta|ciudad|oficina)|de nadie)$|by (this|your|the|you|yall|anyone|anybody) "
            + "?\\w*|from (this number|your (office|agency|team|group|people|service|system|number)|now on|you|yall|you guys|you "
            + "people|this list|your list)|in the future|right now|right away|with (this|these|your|the|that) (\\w+ "
            + ")?(texts?|messages?|crap|shit|spam|bs|bullshit|stuff|nonsense|junk)|wtf|ffs|smh|damn|fucking|" +
        "or (i|ill|im|we|you) .*|(i|im|ive|ill|id|its|this is|this isnt|this "
            + "aint|you|youre|youve|u|we|because|cuz|bc|cause|coz|since|wrong|not|who|why|what|before i|thats|until further|lady|that "
            + "is|he|she|or|there is|theres|they are|nobody|no one|no|and (leave|lose|remove|take|delete|dont|do "
            + "not|never|stop|get|lose|go|forget|im|i|please|thank|thanks|god|have|unsubscribe|quit|cancel|opt)) "
            + ".*|i|bye|goodbye|and|or|to me|here|buddy|pal|stop( "
            + "(it|now|this|please|thanks|texting|messaging|sending|contacting|asking|calling|all|already|ya|ok)( .*)?)?|" +
        "mas|ya|nunca|jamas|ni (me |nos )?(escrib|mand|llam|text|envi|contact|molest)\\w*|por favor|porfavor|porfa|gracias|muchas "
            + "gracias|nunca mas|otra vez|de nuevo|para siempre|inmediatamente|hoy|ahora|ahora mismo|a (este|mi) "
            + "(numero|telefono|celular)|en (este|mi) (numero|telefono|celular)|(porque|pues|ya que|(que|q) "
            + "(yo|no|estoy|tengo|me|ya|esta|este|ando|trabajo|cuesta|pago|cobran|soy|vivo|ustedes)|yo|es|este (no|es|numero)|esta "
            + "no|soy|estoy|tengo|si no|y (no|dejen|borren|quiten|ya|gracias|dejenme)|son|ustedes|usted|de lo contrario|senor|senora) "
            + ".*|senores|senor|senora)( |$)");

    /// <summary>What narrows a plea to a topic, a time or a manner.</summary>
    internal static readonly Expression Narrowing = Compiled(
        "(about|regarding|concerning|on|at|so|during|in|before|after|until|till|unless|when|while|whenever|every|everyday|twice|with"
            + "|over|like|this (week|month|morning|late|early)|if|too|late|early|that|the "
            + "same|for|from|as|all|constantly|daily|anything|unnecessary|more than|on|between|except|other than|only|again and "
            + "again|24|multiple|weekly|through|by|via|without|" +
        "sobre|acerca|referente|respecto|de|del|tan|tant[oa]s?|(on "
            + ")?(weekends?|sundays?|saturdays?|mondays?|fridays?|nights?|mornings?)|lunes|martes|miercoles|jueves|viernes|sabados?"
            + "|domingos?|noches?|mananas?|fines de semana|(los|las|la|el) (lunes|martes|miercoles|jueves|viernes|sabados?|domingos?"
            + "|dias?|fin|fines|noches?|mananas?|tardes?)|cuando|si|despues|antes|durante|en|a|por|hasta|tod[oa]s|con|tarde|temprano"
            + "|cada|diario|mientras|solo|excepto|menos|para|relacionad[oa]s)( |$)");

    /// <summary>When it is not to be, where what follows could else be the object: "no manden de noche",
    /// and not "no manden a la policia".</summary>
    internal static readonly Expression Hours =
        Compiled("(at|on|during|so|too|every|everyday|before|after|when|while|if|unless|until|late|early|in "
            + "the|weekends?|nights?|mornings?|(de|por la|en la|tan) (noche|madrugada|manana|tarde|temprano|seguido)|tant[oa]s|los "
            + "(lunes|domingos?|sabados?|fines)|cuando|despues|antes|mientras|tarde|temprano|sobre|about)( |$)");

    internal static readonly Expression Reasons = Compiled(
        "((im|i am|we are|were|am) )?(not|no longer|never) (interested|me|my number|maria|the right person)|(the |you have the |you got "
            + "the )?wrong (number|person)( |$)|(i|we) (have|got|pay|only have|dont have|cant afford|run out|ran out) (\\w+ "
            + "){0,3}(plan|minutes|unlimited|texts?|texting|messages|data|prepaid)|(no )?tengo (pocos "
            + ")?(minutos|saldo|plan|datos)|(i|we) (already|have already|just|did already) "
            + "(answered|replied|voted|responded|told|did|said|took|sent|gave)|i (have |just )?moved|(i|we) (dont|do not|no longer) "
            + "(live|want|wanna|need|know (who|you|what|how)|care|have time|like this|like these|like getting|use)|i (never|didnt|did "
            + "not) (signed|sign|asked|ask|agree|agreed|gave|give)|" +
        "who (is|are|even|tf|the)|why (are|r|do|did) (you|this)|how did you get|this is (spam|harassment|annoying|not|the "
            + "wrong|ridiculous|getting|a wrong|my work|a work|a business|illegal|too much)|this isnt|(im|i am) (busy|at "
            + "work|done|sick|tired|driving|annoyed|blocking|reporting|calling|not|too old|in the hospital|no longer)|(youre|you are) "
            + "(annoying|harassing|bothering|spamming)|(you|u) (keep|people keep|guys keep|already)|(i|ill|i will) (will |am going to "
            + "|gonna )?(report|block|call the|sue|be reporting)|(reported|blocked|spam|scam|harassment)|i (have |already |have already "
            + ")?(asked|said|told)|leave me|" +
        "que dios |god bless|have a (good|nice|great|blessed)|bendiciones|que tengan? |feliz |take care|best wishes|(i am |im "
            + ")?(deaf|blind)|(.* )?(you|yall|u) (are |r |guys |people )?(still|keep) (on )?(texting|sending|messaging)|no me "
            + "interesa|(es |tiene el |tienen el )?numero equivocado|ya (conteste|respondi|vote|les|le|dije)|me mude|(ya )?no "
            + "(vivo|quiero|soy|se quien|los conozco|tengo tiempo|conozco)|quien(es)? (es|son|eres)|estoy "
            + "(cansad[oa]|ocupad[oa]|trabajando|hart[oa]|aburrid[oa])|esto es (spam|acoso|molesto)|dejen?me|los voy a "
            + "(reportar|bloquear|demandar)( |$)");

    /// <summary>Messages between others are a matter of policy, also when they are to stop: "the texts that landlords send".</summary>
    internal static readonly Expression OfOthers =
        Compiled("(from|between|de|del|entre|por parte de) (\\w+ "
            + "){0,2}(landlords?|police|schools?|agencies|dcf|dss|ice|companies|employers?|collectors?|caseros?|policia|escuelas?"
            + "|agencias|companias?|cobradores)( |$)|(.* )?(a (quien|quienes|los que|las que|todo el que)|to "
            + "(those|anyone|whoever|tenants|renters|seniors|somebody|everybody))( |$)|(.* )?(that|which|who|que) (?<who>\\w+)");

    internal static readonly Expression Third =
        Compiled("(to|(while|and|n|at) (driving|drive|the "
            + "wheel)|people|families|kids|children|parents|clients|members|everyone|everybody|residents|residentes|familias|personas"
            + "|gente|ninos|a (la gente|las personas|los|las|familias)|a (?:mi|mis|su|sus|nuestr[oa]s?) "
            + "(?:vecin|famili|espos|hij|ex).*)( |$)");

    internal static Expression Compiled(string pattern) => new("^(?:" + pattern + ")");
}
