using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Finds what a person says to us instead of an answer, in English and Spanish. Each form is a whole sentence or part of one, in the
/// words of somebody who speaks of themself and to us: "call me" is a wish, "people should be called first" is advice, and "I do not
/// understand why they share names" is advice too. What is in doubt is an answer: words are never lost. Pure, linear in the text.
/// </summary>
public static class Asides
{
    /// <summary>Words of the longest message that is looked at; a longer one tells something.</summary>
    private const int Longest = 40;

    /// <summary>Letters of it; what is longer is not read at all.</summary>
    private const int MostLetters = 1000;

    private const string Lead =
        "((no|nah|nope|hi|hello|hey|hola|buenas|ok|okay|so|well|um|sorry|please|pls|plz|actually|honestly|thanks|but|and|then|maybe|mira"
            + "|mire|oiga|bueno|pues|perdon|disculpe|disculpa|lo siento|por favor|porfa|gracias|es que|y|pero|entonces) )*";
    private const string Tail =
        "( (please|pls|plz|thanks|thank you|ty|sorry|now|today|right now|this time|for now|por favor|porfa|gracias|ahora|hoy|esta "
            + "vez|por ahora|perdon))*$";
    private const string This =
        "( (this|that|it|the|one|question|first|second|third|last|next|number|here|[1-5]|your|esta|esa|este|ese|esto|eso|la|lo|el|una"
            + "|pregunta|de|a|primera|segunda|tercera|ultima|numero|siguiente|proxima))*";

    private static readonly Expression Skip = new(
        $"^{Lead}((i|id|ill|im|ima|we|lets|can i|may i|could i) )?((just|gonna|going to|will|would|want to|wanna|like to|rather|prefer "
            + $"to|have to|need to|choose to) )*(skip|pass|skipping|passing)( (on|over|to|for))?{This}{Tail}|" +
        $"^{Lead}(next|next one|next question|the next one|move on|go to the next( one| question)?|go on)( please)?{Tail}|" +
        $"^{Lead}(no comment|nothing to say|no answer){This}{Tail}|" +
        $"^{Lead}((i|id|we|im|ill) )?((really|just|would) )*(do not|dont|do n t|wont|will not|would not|wouldnt|cant|cannot|can "
            + $"not|rather not|prefer not to|prefer not|not going to|am not going to|dont feel comfortable|do not feel comfortable|not "
            + $"comfortable|am not comfortable|dont feel like|do not feel like)( (want to|wanna|wish to|like to|care to|be|feel like))*( "
            + $"(answer|answering|answerin|respond|respond to|reply|reply to|responding|say|say anything|talk about|get "
            + $"into|comment|comment on))( (on|to))?{This}{Tail}|" +
        $"^{Lead}(id|i would) rather (skip|pass|not){This}{Tail}|" +
        $"^{Lead}(yo )?(paso|pasare|sigamos|salta(me|r)? (la|esta|esa|eso)|salte(n|me|nme)? (la|esta|esa|eso)|saltar|saltarla|salto"
            + "|saltemos|salta|brinca|brincar|omitir|omito|siguiente|la "
            + $"siguiente|proxima|la proxima|otra pregunta|siguiente pregunta|la siguiente pregunta|voy a pasar|mejor paso|prefiero "
            + $"pasar|paso a la siguiente|pase a la siguiente|pasa a la siguiente|pasemos a la siguiente|vamos a la siguiente)( "
            + $"(de|en|con))?{This}{Tail}|" +
        $"^{Lead}(yo )?(quiero|quisiera|prefiero|puedo|voy a|deseo|me gustaria) "
            + $"(saltar|saltarme|saltarla|brincar|brincarme|pasar|omitir|no contestar|no contestarla|no responder|no decir|no decirlo|no "
            + $"opinar)( de)?{This}{Tail}|" +
        $"^{Lead}(yo )?no (la )?(quiero|deseo|quisiera|voy a|puedo|me gustaria|contesto|respondo|tengo ganas de)( "
            + $"(contestar|contestarla|contestarlo|responder|responderla|responderlo|decir|decirlo|hablar de|opinar))?( (a|sobre|de))?( "
            + $"(esta|esa|este|ese|esto|eso) ?(pregunta)?| la pregunta)?( pregunta)?{Tail}|" +
        $"^{Lead}(sin comentarios|sin respuesta){Tail}");

    private static readonly Expression AskSomebodyElse = new(
        $"^{Lead}((you|u) (can|could|should|may) |(can|could) (you|u) |(i|id) (want|would like|like|rather) you (to )?|maybe |just "
            + $"|better |go )*(ask|try|pick|choose|find|get|use|give it to|give this to|give my (spot|place|turn|seat) to|send it "
            + $"to|send this to|pass it to|pass this to)( to)? (somebody|someone|some one|some body|anybody|anyone|another|a different"
            + "|(my|the) "
            + $"(neighbor|sister|brother|friend|cousin|aunt|mother|mom|daughter|lady next door|next (one|person)))( "
            + $"else)?( (person|member|resident|one))?( (instead|this time|for this|for this one|for this review|to answer|to answer "
            + $"it|to do it|to do this|on this|on this one|to take my place|in my place))*{Tail}|" +
        $"^{Lead}i( am|m)? (decline|declining|want to decline|would like to decline|have to decline|must decline)( (this|the))?( "
            + $"(review|one|panel|survey|invitation|invite|to take part|to participate))*{Tail}|" +
        $"^{Lead}(count|leave|take|keep) me (out of|off|off of) (this|the) (one|review|panel|survey|round)( this "
            + $"time)?{Tail}|^{Lead}(count|leave) me out( (this|of this|for this) time)?{Tail}|" +
        $"^{Lead}(i )?(really )?(do not|dont|cant|cannot|can not|wont|will not) (want to |wanna )?(take part|participate|be "
            + $"part|join|be)( (in|of|on))? (this|the) (review|one|panel|survey|round){Tail}|" +
        $"^{Lead}(please )?(replace me|find a replacement|get a replacement|let (somebody|someone) else (do it|answer|do this|do this "
            + $"one|go|take my place|take this one|answer this time)){Tail}|" +
        $"^{Lead}(mejor )?(pregunt(e|en|enle|ele|enles|eles|a|ale)|busqu(e|en)|pidan(le)?|pida(le)?|elija(n)?|escoja(n)?|llamen"
            + $"|consulten|den(le|selo)? (mi lugar|esto|la pregunta))( (a|por|con))? (otr[oa]|alguien|cualquier otr[oa]|una persona "
            + $"distinta)( (persona|mas|miembro|residente|vecino|vecina))*( (en mi lugar|por mi|mejor|en vez de mi|para esto|para esta"
            + $"|para esta vez|esta vez))*{Tail}|" +
        $"^{Lead}(mejor )?que (lo )?(conteste|responda|haga|participe)( (esto|esta|esta vez))? (otr[oa]|alguien mas|alguien)( "
            + $"(persona|mas))*( en mi lugar)?{Tail}|" +
        $"^{Lead}no cuenten conmigo( (esta vez|para esta|para esto|en esta))*{Tail}|^{Lead}(dej(en|e)me|saqu(en|e)me|sac(ame)) fuera( de "
            + $"est[ae]( \\w+)?)?{Tail}|^{Lead}saqu(en|e)me de est[ae] (consulta|encuesta|ronda|revision|panel){Tail}|" +
        $"^{Lead}(yo )?no (quiero|puedo|voy a|deseo) (participar|tomar parte|estar)( en)? est[ae] "
            + $"(vez|consulta|encuesta|ronda|revision|panel|ocasion){Tail}|" +
        $"^{Lead}(rechazo|declino)( (la|esta|participar|esta vez|invitacion|consulta|en))*{Tail}");

    private static readonly Expression SkipOrDecline = new(
        $"^{Lead}(i )?(really )?(do not|dont|wont|will not|am not going to|cant|cannot)( want to| wanna| wish to)? "
            + $"(answer|answering|respond to|do|reply to)( any| all)?( (of "
            + $")?(these|those|the|your|this|more|any|all|anything|nothing|questions|question|survey|stuff|things|of|them|review))+{Tail}|"
            +
        $"^{Lead}(i )?(really )?(do not|dont|wont|cant|cannot)( want to| wanna)? (take part|participate|be part of this|join|be in "
            + $"this|do this|do it|help with this){Tail}|" +
        $"^{Lead}(please )?(stop|quit) (asking|bothering|texting|messaging) (me|us) (about|with|for) (this|it|that)( "
            + $"(one|question|stuff|thing))?( (anymore|any more|again))?{Tail}|" +
        $"^{Lead}(please )?(do not|dont) (ask|bother) (me|us) (about|with) (this|it|that)( (one|question))?( (anymore|any more|again|no "
            + $"more))?{Tail}|^{Lead}no more (about|of) (this|it|that){Tail}|" +
        $"^{Lead}(ya )?no (me|nos) (pregunten?|preguntes|molesten?|molestes)( mas)? (de|por|con|sobre|acerca de) (esto|eso|este "
            + $"tema|esta)( ya| mas)?{Tail}|^{Lead}(ya )?(dejen?|deja|paren?) de (preguntarme|preguntarnos|molestarme|molestarnos)( "
            + $"mas)? (de|por|con|sobre|acerca de) (esto|eso|este tema)( ya| mas)?{Tail}|" +
        $"^{Lead}(im |i am )?(really )?not interested( in (this|it|that))?{Tail}|^{Lead}(i )?(do not|dont) have( any| the)? time( for "
            + $"(this|it|that))?{Tail}|^{Lead}(im |i am )?(way |too |so )+busy( (for|with|right|now|this|it))*{Tail}|^{Lead}not (this "
            + $"time|now|today|for me){Tail}|^{Lead}(i )?(would |id )?rather not (take part|participate|do this){Tail}|" +
        $"^{Lead}(yo )?no (quiero|deseo|voy a|puedo) (contestar|responder)( a)? (estas|las|sus|mas|ningunas?|tantas|nada|ninguna|esas)( "
            + $"(de estas )?(preguntas?|nada))?{Tail}|" +
        $"^{Lead}(yo )?no (quiero|deseo|puedo|voy a) (participar|hacer esto|hacerlo|tomar parte){Tail}|^{Lead}(a mi )?no me interesa( "
            + $"(esto|nada))?{Tail}|^{Lead}no estoy interesad[oa]( en esto)?{Tail}|^{Lead}(yo )?no tengo tiempo( (para|de) "
            + $"(esto|contestar|responder))?{Tail}|^{Lead}(estoy|ando) (muy |bien |demasiado )ocupad[oa]( (para esto|ahorita))?{Tail}");

    private static readonly Expression Call = new(
        $"^{Lead}((can|could|would|will|please) )?((you|u|someone|somebody|anyone|anybody|a person|a human|one of you|alex|they|have "
            + "someone|have somebody|have a person|get someone to|i want you to|i need you to|i would like you to|i want someone to|i "
            + "need someone to|id like someone to|id like you to|i want somebody to|i need somebody to) )?((please|just|rather|to) "
            + ")*(call|phone|ring|telephone|callme)( me| us)( back)?( "
            + "(back|please|pls|at|on|when|before|about|tomorrow|today|tonight|now|later|instead|asap|anytime|any|if|for|this|next"
            + "|monday|tuesday|wednesday|thursday|friday|as|soon|thanks|my|because|so|in|after|with|to talk|to explain|to "
            + "ask|i|its|[0-9]+)( \\S+)*)?$|" +
        $"^{Lead}(i )?(want|need|would like|would love|prefer|request|requesting|am asking for|d like|like)( to get| to have)? (a|one) "
            + $"(call|phone call|call back|callback)( .*)?$|^{Lead}id (like|prefer|rather have|love) a (call|phone call|call "
            + "back|callback)( .*)?$|" +
        $"^{Lead}((can|could|may|please) (i |you |we )?)?(give me a (call|ring)|get a call( back)?|have a call( back)?|call "
            + "back|callback)( (please|back|at|on|when|before|after|tomorrow|today|tonight|now|later|asap|anytime|if|this|next)( \\S+)*)?$|"
            +
        $"^{Lead}((i|id|we) )?((can|could|may|want to|wanna|need to|would like to|like to|would rather|rather|prefer to|would prefer "
            + "to|have to|is there a way to|how do|how can|is it possible to) ?)+(i |we )?(talk|speak|talking|speaking|chat)( "
            + "(to|with))? (someone|somebody|anyone|a person|a human|a real person|a live person|you|you guys|a human being|alex|on the "
            + "phone|by phone|over the phone)( (please|about|on|by|first|instead|in|who|today|now|at|directly)( \\S+)*)?$|" +
        $"^{Lead}(quiero que |necesito que |quisiera que |pido que |me gustaria que |prefiero que |que |mejor "
            + ")?((pueden?|podrian?|puedes|podrias) )?((alguien|una persona|usted|ustedes) )?(me )?((pueden?|podrian?|puedes|podrias) "
            + ")?(llam(e|en|a)me|llamenme|llamarme|me llamen|me llame|me llama|me llaman|me hablen por telefono|hableme por "
            + "telefono|marqueme|marquenme|me marquen|me (pueden?|podrian?|puedes|podrias) llamar|(pueden?|podrian?|puedes|podrias) "
            + "llamarme|llamar|llamen|llame)( (alguien|una persona))?( (por telefono|por "
            + "favor|porfa|gracias|cuando|antes|despues|a|al|manana|hoy|ahora|luego|mejor|por|en|si|el|la|para|este|esta|despues|lo|de"
            + "|porque|usted|ustedes|[0-9]+)( \\S+)*)?$|" +
        $"^{Lead}((quiero|necesito|quisiera|puedo|podria|me gustaria|prefiero|preferiria|es posible|como puedo) )(que me llamen|recibir "
            + $"una llamada|una llamada|hablar|platicar|hablarlo|hablar por telefono)( (con (alguien|una persona|usted|ustedes|alex|un "
            + $"humano|una persona real)|por telefono|de telefono))?( .*)?$|^{Lead}(una llamada|llamada)( (por favor|de "
            + "telefono|telefonica|gracias))+$");

    // "Call me crazy", and calls that are part of what should be done for others.
    private static readonly Expression NoCall = new(
        "(^| )call me (crazy|old|stupid|dumb|paranoid|cynical|naive|silly|a|an|mr|mrs|ms|names|by)( |$)|(^| "
            + ")(share|sharing|shared|names?|records?|data|list|lists|compartan?|compartir|datos|nombres|listas?|police|policia|migra"
            + "|inmigracion|ice|caseworkers?|landlords?)( |$)|(^| )(llamar|llamen|llame) (a|al) "
            + "(la|los|las|el|mi|mis|otra|una|gente|todos|policia|migra|familias?)( |$)|(^| )(dont|do not|never|stop|no me|ya "
            + "no|nunca|no) (ever )?(call|phone|llam)");

    private static readonly Expression NotUnderstood = new(
        $"^{Lead}((i|im|we|my mom|this is) )?(still |really |just |so )*(do not|dont|do n t|didnt|did not|cant|cannot|can "
            + $"not|couldnt|not) (really |quite |even |fully )?(understand|understanding|get|follow|undestand|unterstand|know what you "
            + $"mean|know what this means|know what that means|know what you are asking|know what youre asking|know what it means|make "
            + $"sense of|comprehend|clear)( "
            + $"(this|that|it|the|your|what|question|questions|you|u|mean|means|meant|is|asking|ask|asked|are|youre|text|message|first"
            + $"|second|third|one|any|of|at|all|a|word|much|too|well|me|to|do|say|saying|want|from|on|about|thing|here|english|choices"
            + $"|options|option|[1-5]|supposed|i|im|am|know|these))*{Tail}|" +
        $"^{Lead}(what|whats) (do|does|did|is|are) (you|u|this|that|it|the|your|option|number|choice|question|[1-5]|question)( "
            + $"(question|questions|one|first|second|third|option|choice|options|choices|number|[1-5]|and|even|really|asking|ask|about"
            + $"|me|you|to|do))*( mean| means| asking| saying| say| ask)?( (by|with|exactly|here|this|that|it|changes|yes|match|records"
            + $"|for|about|me|asking|anyway)){{0,3}}{Tail}|^{Lead}whats (this|the question|it)( (mean|asking|about|again))?{Tail}|" +
        $"^{Lead}((im|i am|i|this is|thats|its|it is|that is|the question is|your question is) )?(so |very |really |a little |a bit "
            + $"|kind of |kinda |totally |too |all |am )*(confused|confusing|lost|unclear|not clear|not sure what (you|this|it|to)( "
            + $"\\w+){{0,4}})( (by|about|with|here|on|to)( "
            + $"(me|this|that|the|it|your|question|text|message|what|you|mean|wording|words|all|of))*)?{Tail}|" +
        $"^{Lead}((can|could|would|will|please) )?((you|u|someone|somebody|anyone) )?(please )?(explain|clarify|repeat|rephrase|say it "
            + $"again|tell me what (it|this|that) means|reword)( "
            + $"(it|this|that|the|your|question|to|me|more|better|in|simple|simpler|plain|easier|other|words|again|what|means|mean|you|a"
            + $"|bit|little|first|second|please))*{Tail}|" +
        $"^{Lead}(huh|what|que|como|como asi|mande|eh|cual|excuse me)( (huh|what|que))?$|^{Lead}(it |this |that )?(makes|doesnt make"
            + "|does not "
            + $"make|dont make|makes no) (no |any )?sense( to me)?{Tail}|" +
        $"^{Lead}(yo |todavia |aun |es que )*no (le |les |lo |la |te |me |se |los |las |nos "
            + $")*(entiendo|entendi|comprendo|comprendi|capto|capte|entendemos|quedo claro|queda claro|es claro|esta "
            + $"claro|entiende|entendio|entendiendo)( "
            + $"(la|esta|esa|eso|esto|lo|que|pregunta|preguntas|nada|bien|mucho|muy|me|quiere|decir|quieren|quiso|dice|dicen|dijo|del"
            + $"|todo|su|sus|mensaje|texto|primera|segunda|tercera|de|es|piden|pide|preguntan|pregunta|a|al|usted|ustedes|tan|para|ni"
            + $"|papa|palabra|palabras|aqui|opciones|opcion|cual|las|los|el|ingles|significa|hay|hacer|tengo|debo|contestar|responder"
            + $"|ser))*{Tail}|" +
        $"^{Lead}que (quiere decir|quieren decir|significa|significan|es|me quiere decir|me preguntan|me piden|estan preguntando|quiso "
            + $"decir)( (esto|eso|esta|esa|la|el|lo|pregunta|con|de|opcion|numero|aqui|usted|ustedes|unir|datos|cambios|[1-5]|uno|dos"
            + $"|tres))*{Tail}|" +
        $"^{Lead}(me |nos |lo |la |me lo |me la |no )*((pueden?|podrian?|puedes|podrias) )?(me "
            + $")?(expli(ca|can|car|carme|carmelo|carlo|carmela|came|que|quen|queme|quenme|quemelo|quenmelo)|aclar(a|ar|en|e|eme|arme)"
            + $"|repit(e|en|a|an|ir|ame|alo)|repetir|repetirla)( (la|esta|esa|eso|esto|lo|que|pregunta|mejor|otra|vez|mas|de|nuevo"
            + $"|significa|quiere|decir|con|otras|palabras|en|espanol|facil|sencillo|es|bien|a|mi))*{Tail}|" +
        $"^{Lead}(estoy|me siento|ando|quede) (muy |un poco |bien |toda |todo )?(confundid[oa]|perdid[oa])( (con|por|en)( "
            + $"(esto|la|esta|pregunta|su|mensaje|eso))*)?{Tail}");

    private const string Mine =
        "(my|our|mine|this|these|that|the)( own)?( "
            + "(data|information|info|answer|answers|reply|replies|response|responses|texts?|messages?|words|name|number|vote|stuff"
            + "|personal|phone))+";
    private const string Mio =
        "(mi|mis|nuestros|nuestras|estos|estas|esta|este|esto|los|las|la|lo que)( "
            + "(datos|respuestas?|informacion|nombre|numero|mensajes?|palabras|voto|digo|contesto|escribo|mando))*";

    private static readonly Expression Question = new(
        $"^{Lead}(and )?who (all )?(gets|sees|can see|will see|is going to see|reads|will read|can read|has|looks at|gets to see|gets to "
            + $"read|uses|is using|will get|would see|is reading|does see|else sees|knows)( to see)? ({Mine}|this|it|them|what i "
            + $"(say|write|said|wrote|send|answer)|that i (said|wrote))( (please|when i answer|if i answer|after i "
            + $"answer|after|exactly|besides you|here))*{Tail}|" +
        $"^{Lead}(what|whats) (happens|happen|will happen|is going to happen|gets done|do (you|u|they) do|will (you|u|they) do|are "
            + $"(you|u|they) (going to|gonna) do|are (you|u) doing) (to|with) ({Mine}|this|it|what i (say|write|said|wrote))( .{{0,20}})?$|"
            +
        $"^{Lead}where (does|do|will|is|are) ({Mine}|this|it)( (go|end up|get sent|going|stored|kept|saved))*( (to|after|then))?{Tail}|" +
        $"^{Lead}(do|will|are|would|did) (you|u) (going to |gonna "
            + $")?(share|sell|sharing|selling|give|giving|show|tell|send|keep|save|record|use|track) ({Mine}|this|me)( "
            + "(with|to|out|away|about)( .{1,30})?)?$|" +
        $"^{Lead}(is|are|will) ({Mine}|this|it|these)( (be|really|going to be|gonna be|kept))* "
            + $"(private|confidential|anonymous|secret|safe|secure|a scam|scam|legit|real|for "
            + $"real|spam|mandatory|required|official|recorded|public|free|shared|seen|sold)( (with|by|or)( .{{1,30}})?)?{Tail}|" +
        $"^{Lead}(will|can|could|does|do|would) my (caseworker|case worker|landlord|boss|job|worker|social "
            + $"worker|name|employer|ex|family|kids|school|doctor|benefits|case|number|phone)( "
            + $".{{1,40}})?$|^{Lead}(will|can|could|does|would) (this|it|my answer|my answers)( (really|ever))? "
            + "(affect|hurt|change|hurting|help|count against|be used against|mess with|get me in trouble|cost)( .{0,30})?$|" +
        $"^{Lead}(do|will|am|are|can|how|when|how much|what) ?(do|does|will|is|are|much)?( )?(i|we|you|u|it)?( )?(going to "
            + ")?(get|getting|be|pay|paid|make|gets)( )?(paid|pay|a gift card|money|compensated|me)?( "
            + "(for|this|it|that|answering|each|question|to|answer|doing|per))*( (please))?$|" +
        $"^{Lead}how (long|many|often) (does|do|will|is|are|questions|more|time|times|text|texts|much)( .{{0,40}})?$|^{Lead}why (me|are "
            + $"(you|u) (asking|texting|messaging) (me|us)( (this|that|about this|these|all this))*|did (you|u) "
            + $"(pick|choose|ask|text|contact) me|was i (picked|chosen|asked|selected)){Tail}|" +
        $"^{Lead}how (did|do|was|were) (you|u|i) (pick|choose|chosen|picked|selected|find me|choose me|pick me|get chosen|get "
            + $"picked|pick people|choose people){Tail}|^{Lead}(what|when|how) (will|do|does|happens|comes) (happen |come |comes "
            + $")?(next|after this|after that)( .{{0,20}})?$|^{Lead}(can|could|may) i (ask (you |u )?a question|ask something|see what i "
            + $"(said|wrote|answered)|see my answers?)( .{{0,30}})?$|^{Lead}i (have|got) (a|some|another) questions?( (for you|about "
            + $"this|about the question|please))*{Tail}|" +
        $"^{Lead}(y )?(quien|quienes) (ve|ven|va a ver|van a ver|vera|veran|puede ver|pueden ver|recibe|reciben|tiene|tienen|lee|leen|va "
            + $"a leer|van a leer|usa|usan|va a tener|tendra|mira|guarda|se queda con) {Mio}( (que "
            + $"(digo|mando|escribo|contesto)|aqui|despues))?{Tail}|" +
        $"^{Lead}(y )?(para|pa) que (quieren|necesitan|ocupan|piden|preguntan|usan|es|son|sirve)( saber| preguntar)?( todo)?( ({Mio}|eso"
            + $"|esto))?{Tail}|" +
        $"^{Lead}(y )?a quien(es)? (le|les)? ?(dan|mandan|pasan|ensenan|muestran|van a dar|van a mandar|llega|llegan|van|va|comparten) "
            + $"{Mio}{Tail}|^{Lead}(y )?(que|q) (hacen|haran|van a hacer|pasa|pasara|va a pasar|se hace|harian) con {Mio}( "
            + $".{{0,20}})?$|^{Lead}(y )?(a )?donde (van|va|guardan|quedan|queda|llegan|terminan) {Mio}( .{{0,20}})?$|" +
        $"^{Lead}(esto |esta |este |todo esto )?(es|son|sera|seran|queda|se queda|va a ser) ?(esto |todo esto |{Mio} "
            + $")?(privad[oa]s?|confidencial(es)?|anonim[oa]s?|segur[oa]s?|secret[oa]s?|obligatori[oa]|real|oficial|una estafa|estafa|de "
            + $"verdad|gratis|public[oa]s?)( (esto|o no|verdad))?{Tail}|^{Lead}{Mio} (es|son|sera|seran|quedan?) "
            + $"(privad[oa]s?|confidencial(es)?|anonim[oa]s?|segur[oa]s?|secret[oa]s?|public[oa]s?){Tail}|" +
        $"^{Lead}(van a|piensan|pueden|podrian|ustedes van a) (compartir|vender|dar|mostrar|publicar|guardar|usar|ensenar) {Mio}( "
            + $"(con|a|en)( .{{1,30}})?)?$|^{Lead}(mi|el) (trabajador|trabajadora|casero|jefe|patron|patrona|doctor|familia|escuela)( "
            + $"social)?( (va a|puede|podra))?( (ver|saber|vera|sabra|enterarse|se entera|ve|sabe)){{1,2}}( .{{0,30}})?$|^{Lead}esto (me "
            + ")?(puede )?(afecta|afectar|perjudica|perjudicar|cambia|cambiar|quita|quitar)(me|ra)?( .{0,30})?$|" +
        $"^{Lead}(me |nos |cuanto |cuando |cuanto me |cuando me |cuanto nos |si )(van a )?(pagan|pagar|paga|pagaran|pagarme)( (por|de)? "
            + $"?(esto|contestar|responder|cada pregunta|pregunta|mi tiempo|participar))?{Tail}|^{Lead}(cuant[oa]s?) "
            + $"(preguntas|tiempo|tarda|dura|mas|veces|mensajes)( .{{0,30}})?$|^{Lead}por que (a mi|me "
            + $"(preguntan|escriben|eligieron|escogieron|mandan)( (esto|a mi|mensajes))?|yo){Tail}|^{Lead}como (me "
            + $")?(escogieron|eligieron|escogen|eligen|seleccionaron|escogieron a la gente){Tail}|^{Lead}(puedo|le puedo|les puedo) "
            + $"(hacer|preguntar)(le|les)? ?(una pregunta|algo)( .{{0,20}})?$|^{Lead}tengo (una|otra|unas) "
            + $"(pregunta|preguntas|duda|dudas)( (sobre (esto|la pregunta)|para (usted|ustedes)))?{Tail}|^{Lead}que (sigue|pasa) "
            + "(despues|ahora|luego)( .{0,20})?$");

    /// <summary>What a message says to us, by the first that counts; null when it is an answer and nothing else.</summary>
    public static Aside? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostLetters)
            return null;
        var folded = NormalizedText.Of(text);
        if (folded.Line.Count(c => c == ' ') > 2 * Longest)
            return null;
        var clauses = folded.Clauses.Where(clause => !Keywords.OnlyPolite(clause)).ToArray();
        if (clauses.Length is 0 or > 4 || folded.Words.Split(' ').Length > Longest)
            return null;
        // Said in one breath, or with commas between: both are looked at.
        if (Of(folded.Words) is { } whole)
            return new(whole, Alone: true);
        var said = clauses.Select(Of).ToArray();
        if (said.All(kind => kind is not null))
            return new(said.Min()!.Value is var first
                && said.Contains(AsideKind.AskSomebodyElse) ? AsideKind.AskSomebodyElse : first, Alone: true);
        // Why somebody else is to be asked is no advice: "I am sick this week, ask somebody else".
        if (said.Contains(AsideKind.AskSomebodyElse) && folded.Words.Split(' ').Length <= 20)
            return new(AsideKind.AskSomebodyElse, Alone: true);
        return said.Contains(AsideKind.Call) ? new(AsideKind.Call, Alone: false) : null;
    }

    private static AsideKind? Of(string words) =>
        AskSomebodyElse.IsMatch(words) ? AsideKind.AskSomebodyElse
        : Skip.IsMatch(words) ? AsideKind.Skip
        : Call.IsMatch(words) && !NoCall.IsMatch(words) ? AsideKind.Call
        : NotUnderstood.IsMatch(words) ? AsideKind.NotUnderstood
        : Question.IsMatch(words) ? AsideKind.Question
        : SkipOrDecline.IsMatch(words) ? AsideKind.SkipOrDecline
        : null;
}
