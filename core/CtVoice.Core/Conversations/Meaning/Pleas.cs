using System.Text.RegularExpressions;

namespace CtVoice.Core.Conversations.Meaning;

/// <summary>
/// Sentences that ask to be left alone, in English and Spanish. A plea speaks to us ("stop texting me"), so it starts its
/// clause; the same words about somebody else ("they won't stop texting families") are feedback. A plea with a condition
/// ("... about immigration", "... at night") may be either: <see cref="Wish.PerhapsStop"/>.
/// </summary>
/// <remarks>Every expression is non-backtracking: linear in the length of the clause.</remarks>
internal static class Pleas
{
    private const int LongestClause = 400;
    private const int MostLeads = 12;
    private const int MostClauses = 150;

    private const string Texts =
        "(texts?|texting|txts?|messages?|messaging|messges?|mesages?|msgs?|sms|emails?|e mails?|mails?|spam|notifications?|alerts?|stuff|crap|shit|junk|bullshit|bs|surveys?|polls?|links?|calls?|reminders?|garbage|nonsense|communications?|correspondence)";

    private const string Our = "( (me|us|any|all|all of|of|these|those|this|the|your|ur|more|anymore|so many|such|stupid|annoying|damn|dumb|fucking|freaking|further|future|other|kind of|kinds of|random|text|sms|type of|unsolicited|automated))*";
    private const string Me = "(me|us|this number|this phone number|this phone|my phone number|my phone|my number|my cell phone|my cell number|my cellphone|my cell|this cell|this line)";
    private const string Touching = "(text|texts|texting|txt|txting|textin|txtin|message|messages|messaging|msg|msging|msgs|contact|contacting|bother|bothering|harass|harassing|email|emailing|write|writing|write to|writing to|spam|spamming|bug|bugging|ping|pinging|annoy|annoying|pester|pestering|disturb|disturbing|reach out to|reaching out to|blowing up|notify|notifying|hit up|hitting up)";
    private const string List = "( (the|this|that|your|ur|all|any|every|whatever|these|those|of|mailing|text|texting|sms|call|calling|contact|phone|distribution|messaging|survey|email|state|group|marketing|stupid|damn|future))* (list|lists|texts?|messages?|messaging|msgs|thread|group|groups|chat|group chat|system|database|contacts|emails?|sms|calls|surveys?|service|number|numbers|here|it|this|program texts|it all|mailing|mailings|notifications|alerts|text|subscription|everything)";
    private const string Mine = "(me|us|my number|my phone number|my phone|my cell number|my cell phone|my cell|my mobile|this number|this phone number|this phone|this cell|my contact information|my contact info|my contact|my email address|my email|my name and number|number)";

    private static readonly string[] Leads =
    [
        "please", "pls", "plz", "pleas", "kindly", "just", "ok", "okay", "hey", "hi", "hello", "yo", "so", "and", "but", "now", "again", "also", "well", "sir", "maam", "omg",
        "yes", "yeah", "no", "nah", "nope", "look", "listen", "seriously", "really", "then", "would", "could", "can", "will", "you", "u", "guys", "yall", "people", "i said", "i told you",
        "i already told you", "i already said", "i asked you", "to", "need", "must", "should", "i want you", "i want yall", "i need you", "i would like you", "id like you", "i am asking you", "im asking you", "for the last time",
        "for the love of god", "one more time", "once again", "once more", "i keep asking you", "i beg you", "im begging you", "asking you", "better", "all", "have", "sorry", "thanks", "thank you", "dear", "team", "wow", "ugh", "man", "bro", "dude", "lol",
        "first", "finally", "1", "2", "3", "one", "two", "three", "last time", "immediately", "wtf", "fuck", "fucking", "damn", "the fuck", "the hell", "i would like", "id like", "i demand you", "i demand that you", "i request that you", "i request you", "go ahead and", "if you could", "someone", "somebody", "thx", "ya all", "also please",
        "por favor", "porfavor", "porfa", "xfavor", "favor de", "favor", "ya", "oiga", "oigan", "oye", "bueno", "pues", "hola", "buenas", "tardes", "buenos dias", "noches", "y", "pero", "senor", "senora", "senores", "si", "que", "les pido que", "le pido que", "les pido", "le pido",
        "quiero que", "necesito que", "les dije que", "ya les dije que", "le dije que", "ya le dije que", "les digo que", "gracias", "muchas", "podrian", "pueden", "puede", "podria", "mejor", "disculpe", "disculpen", "perdon", "deseo que", "quisiera que", "me gustaria que", "hagan el favor de", "haga el favor de", "hagame el favor de", "solicito que",
    ];

    private static readonly string[][] LeadWords = Leads.Select(lead => lead.Split(' ')).OrderByDescending(lead => lead.Length).ToArray();

    private static readonly Plea[] All =
    [
        // "Stop texting me", "don't contact this number", "never message us again"
        new($"(stop|stopp|quit|cease|discontinue|dont|do not|never|not|no|not to|enough) (ever |keep |even |fucking |f ing )?{Touching} {Me}", Wish.Stop, Wish.Stop),
        new($"(stop|quit|cease|dont|do not|never) (ever |fucking )?(call|calling|phone|phoning) {Me}", Wish.Stop, Wish.PerhapsStop),
        new($"(stop|quit|cease|no|no more|discontinue|enough|done with) (the |with the |w the |w |with |all the |all |any |these |this |your |fucking )?{Texts}", Wish.Stop, null),
        new("(stop|quit) (texting|txting|txtin|messaging|msging|contacting|bothering|harassing|emailing|spamming|bugging|pinging|annoying|pestering|writing|calling)", Wish.Stop, null),
        new("(cease|cease and desist|cease all (contact|communication|communications)|stop all (contact|communication)|no contact|no further contact)", Wish.Stop, null),
        new($"(remove|take|delete|unsubscribe|get) (from|off|off of|out of){List}", Wish.Stop, null),
        new("(do not|dont) (contact|text|disturb|message)( list)?", Wish.Stop, null),
        new($"(stop|quit|dont|do not|never|cease|no|please no) (ever )?(keep )?(send|sending|sendin){Our} {Texts}( to (me|us|this number|my phone|my number|here))?", Wish.Stop, null),
        new("(stop|quit|dont|do not|never|cease) (ever )?(send|sending) (me|us) (any )?(more )?(this|these|those|that|anything|things|it|anymore|nothing|more)( kind of)?( shit| crap| stuff)?", Wish.Stop, null),
        new("(stop|quit|cease|dont|do not|never) (send|sending)( me| us| anything)?( anymore| again| more)*", Wish.Stop, null),
        new($"(stop|quit|cease|discontinue){Our} {Texts}( to (me|us|this number|my phone|my number|here))?", Wish.Stop, null),
        new($"(end|cancel|halt){Our} (texts?|texting|messages?|messaging|msgs|text messages)( to (me|us|this number|my phone))?", Wish.Stop, null),
        new($"(no|not any|enough)( more| further| future)( of)?( these| those| your| the| this| any| text| stupid| fucking)* {Texts}( to (me|us|this number|my phone))?", Wish.Stop, null),
        new("no (texts?|texting|messages|msgs|spam|text messages)", Wish.Stop, null),
        new("(stop|quit|dont|do not|never) (ever )?(ask|asking) (me|us)( any| so many| these| all these| the same| more| stupid| your)*( questions?| stuff| things| anything| shit)?", Wish.Stop, Wish.PerhapsStop),
        new("(stop|quit|enough) (ask|asking|with the questions|with your questions|with these questions|questions|questioning)", Wish.PerhapsStop, Wish.PerhapsStop),
        new("(no more|stop the|stop with the|enough|enough of the|enough with the)( same| stupid)? (questions|question)", Wish.PerhapsStop, Wish.PerhapsStop),
        new($"(stop|quit) (sending|giving)( me| us| so many| more| any| out| these| those| your| the)* (questions?|surveys?|polls?)", Wish.PerhapsStop, Wish.PerhapsStop),
        new($"(dont|do not) (ask|send) (me|us)", Wish.PerhapsStop, Wish.PerhapsStop),

        // "Take me off your list", "remove my number", "I want off this list"
        new($"(take|get|cross|pull|scratch|kick|remove) {Mine} (off|out)( of| from)?( (all|any|every))?({List})?", Wish.Stop, null),
        new($"(remove|delete|erase|drop|unlist|strike|unsubscribe|block|purge|deactivate|disconnect|disenroll|unenroll|discontinue|take) {Mine}( (from|off|off of|out of|in)({List})?)?", Wish.Stop, null),
        new($"(remove|delete|erase|take|strike|drop|scratch) (my name|my info|my information|my data|my details|me and my family|my family)( (from|off|off of|out of))({List.Replace("|it|this|", "|", StringComparison.Ordinal)})", Wish.Stop, null),
        new("(take|get|remove|pull|drop) me (off|out|from|out of|off of) (the |this |your )?(board|panel|committee|advisory board|program|project|study)", Wish.PerhapsStop, Wish.PerhapsStop),
        new($"(i )?(want|wanna|would like|d like|id like|i d like|wish|need|asked|demand|request|requested|choose|decided|like)( to)? (be|get|have)? ?(me |my number |my name |this number )?(removed|taken off|deleted|unsubscribed|off|out|opted out|dropped)( (from|of|off|off of|out of)({List}| (this|it|your))?| this({List})?| your list| the list)?", Wish.Stop, null),
        new("(have|get) (me|my number|this number|my name) (removed|taken off|deleted|unsubscribed|off|opted out)", Wish.Stop, Wish.Stop),
        new("(i )?(want|wanna|would like|id like|im trying|i am trying|trying|im asking|i am asking|am asking|asking|i wish|wish|i need|need|i have|i choose|choose|i asked|asked|decided|i decided|i would like|like|elect|i elect)( to| you to)? (opt out|unsubscribe|get off|be left alone|cancel my subscription|cancel this|cancel these|stop these|stop this|stop the|not be contacted|not be texted|not receive|not get)( (of|from))?(" + List + "| this| me)?", Wish.Stop, Wish.PerhapsStop),
        new("(i )?(want|wanna|would like|id like|i wish|wish|i need|need)( to)? stop (getting|receiving|all)(" + List + "| this| these)?", Wish.Stop, null),
        new("(unsubscribe|unsub|opt out|opt me out|opting out|im opting out|i am opting out|i opt out|optout|unsubscribe me|opt us out|unregister me|unregister)( me| us| my number| this number| now)*( (from|of)( (all|any|every|this|these|your|the|future|text|sms|more))*( texts?| messages?| messaging| list| lists| everything| emails?| sms| service| notifications| alerts| surveys?| communications?| it)?)?", Wish.Stop, null),
        new("(how (do|can|would) i|how to|help|help me|can you help me|where do i|what do i do to|is there a way to|tell me how to)( (make|get|have))?( (this|it|these|them|you|those)( \\w+)?( to)?)? (stop|unsubscribe|opt out|cancel|get off|get out|be removed|get removed|block)( (getting|receiving|of|from))?(" + List + "| this| these)?", Wish.Stop, null),
        new("cancel (my|this|the|all) (subscription|participation|membership|enrollment|texts|messages|messaging|service|everything)", Wish.Stop, null),

        // "I don't want these texts", "I no longer wish to hear from you", "you do not have my consent"
        new($"i (really |just |honestly |also |truly |simply )?(dont|do not|no longer|dont even|never|didnt|did not|dont ever) (really )?(want|wish|care|need|like|wanna|want to|agree|consent|ask|asked|wish to|care to|desire|desire to)( for| to| be| get| getting| receive| receiving| have| having| accept| read| see| you| yall| anyone| anybody| getting any)*{Our} ({Texts}|texted|messaged|contacted|bothered|hear from you|hearing from you|text me|contact me|message me|bother me|bothering me|texting me|contacting me|email me|messaging me|on (this|your|the) list|part of this list|anything from you|anything to do with (you|this)|talk to you|questions)( from (you|yall|this number|the state|anyone|you people|you guys))?( to my (phone|cell|number))?( anymore| any more| again| ever)*", Wish.Stop, null),
        new("i (dont|do not|no longer) (want|wish|care|wanna)( to)? (participate|take part|be (a )?part of (this|it)|be involved|do this|answer|be on (this|the|your) (board|panel)|be in this|respond|reply|be asked)( in (this|it)| (any|your|these|anymore|more)* ?questions| to (this|these|you))?( anymore| any more)*", Wish.PerhapsStop, Wish.PerhapsStop),
        new("(i )?(revoke|withdraw|rescind|am revoking|hereby revoke|am withdrawing|im withdrawing|im revoking) (my |all |any )*(consent|permission|opt in|authorization)( to (text|contact|message|be (texted|contacted|messaged)|receive|get|call)( me| us| this number| texts| messages)*)?", Wish.Stop, null),
        new("i (do not|dont|did not|didnt|never) (consent|agree|consented|agreed|authorize|authorized|give (you )?(consent|permission)|gave (you )?(my )?(consent|permission))( to)? (being )?(these |this |your |be |get |receive |receiving |getting |any )*(texts?|texting|texted|messages?|messaging|contact|contacted)( me)?", Wish.Stop, null),
        new("you (do not|dont|did not|didnt|never|no longer) (had |have |got |get )?(my |any )?(consent|permission)( to (text|contact|message|call|use) (me|this number|my number|us))?", Wish.Stop, null),
        new("(im|i am|we are|were) (done|through|tired of|sick of|sick and tired of|fed up with|over|finished)( with)?( getting| receiving)?( all)?( of)? (these|this|your|the|you) ?(texts?|texting( me)?|messages?|messaging( me)?|msgs|spam|surveys?|bothering me|texting us|sms)?", Wish.PerhapsStop, Wish.PerhapsStop),
        new("(too many|enough|way too many|so many) (of these |of your |damn |stupid )*(texts|messages|msgs|surveys|questions)", Wish.PerhapsStop, null),
        new("(im |i am |were |we are |was |still )?(not|no longer|never) interested( in (this|these|any of this|it|your (texts|messages|survey|surveys)|texts|messages|participating|this anymore|being contacted|getting texts|receiving texts|getting these))?( anymore| any more)*", Wish.PerhapsStop, null),
        new("(i quit|im out|i am out|count me out|im done|i am done|i never signed up( for (this|these|any of this|these texts|your texts|it))?|i didnt sign up( for (this|these|any of this|these texts|it))?|i did not sign up( for (this|these|any of this|it))?|leave (me|us) out( of (this|it))?|keep (me|us) out of (this|it)|no quiero nada|enough|enough already|pause|pause this|take a break|i need a break|not now|cancel it|end this|end it)", Wish.PerhapsStop, null),

        // "Leave me alone", "lose my number", "wrong number"
        new("(leave|let) (me|us) (the (hell|fuck|heck) |tf |tfa |the f )?(alone|be|in peace)", Wish.Stop, null),
        new("(go away|get lost|fuck off|f off|fck off|fk off|piss off|buzz off|bug off|screw off|back off|get out of my (phone|inbox)|eff off|leave my phone alone|leave this number alone|stay out of my phone|shut up and stop|gtfo|be gone)", Wish.Stop, null),
        new("(lose|forget|delete|erase|trash|ditch|discard|block|throw away|throw out|get rid of) (my|this|the) (number|phone number|phone|cell number|cell|contact|digits|contact info|contact information)( from (your|the|this) (phone|list|system|database|records|files|contacts))?", Wish.Stop, null),
        new("((its|it is|this is|this isnt|i think|i believe|i guess|youve|you have|you|u|you got|u got|ya got|you all|yall|youre|you are|you are texting|you must|sounds like|looks like|think|have|has|got|texting|you texted|texted|dialed|sorry|probably|must be|maybe|clearly|obviously|hi|hello)( you| u| youve| its| have| got| this is| reached| contacted| dialed| texting| texted| are| at| is)* )?(the |a |an )?(wrong|rong) (number|nmber|person|phone|no|guy|lady|contact|phone number|numbr|woman|man|cell|numba|#)( for (this|a|my|your)? ?\\w+)?", Wish.Stop, null),
        new("(this (is not|isnt|aint|is no longer)|its not|thats not) (\\w+ )?(\\w+s|his|her|their|my|s) (number|phone|cell|cell phone|phone number)( anymore| any more)?", Wish.Stop, null),

        new("(im|i am|this is|this isnt|i aint|its) (not )?(the person|who) (that )?(you are|youre|you|u|your) (looking for|trying to reach|think|want|texting)", Wish.Stop, null),
        new("(im|i am|ill|i will|im going to|gonna|will be|will) (be )?(blocking|reporting|block|report) (you|this number|u|yall|this)", Wish.Stop, null),

        // Spanish: "no me manden más mensajes", "déjenme en paz", "quítenme de la lista"
        new("(ya )?(no|nunca|jamas|nunca mas|ya no) (me|nos) (vuelvan? a |vuelvas a |sigan? |sigas |esten? |estes )?(manden?|mandes|envien?|envies|escriban?|escribas|texteen?|textees|textien|contacten?|contactes|molesten?|molestes|busquen?|busques|mensajeen?|fastidien?|fastidies|jodan?|jodas|hablen?|hables|notifiquen?|mandando|enviando|escribiendo|molestando|texteando|contactando|mandar|enviar|escribir|contactar|molestar|textear|hablar|llamar|marquen?|marques|marcar)( (mas|ya|nunca|jamas|otra vez|nada|mensajes?|mensajitos?|textos?|de texto|correos?|emails?|sms|encuestas?|avisos|estos|esos|sus|los|estas|cosas|esto|eso|ningun|ningunos?|tonterias|basura|spam|otro|a este numero|a mi (telefono|celular|numero)))*", Wish.Stop, null),
        new("(ya )?(no|nunca) (me|nos) (llamen?|llames)( (mas|ya|nunca|otra vez))*", Wish.Stop, Wish.PerhapsStop),
        new("(ya )?(no|nunca) (manden?|mandes|envien?|envies|escriban?|molesten?|molestes|contacten?|texteen?|insistan?|jodan?|chinguen?|mandar|enviar|molestar|contactar|escribir)( (mas|ya|nunca|otra vez|mensajes?|textos?|de texto|correos?|estos|esos|sus|nada|sms|spam|avisos))*", Wish.Stop, null),
        new("(ya )?(no|nunca) (me |nos )?(manden?|mandes|envien?|envies)( mas| estas| esas| sus| tantas)* encuestas?", Wish.Stop, Wish.PerhapsStop),
        new("(ya )?(no|nunca) (me |nos )?(manden?|mandes|envien?|envies)( mas| estas| esas| sus| tantas)* preguntas?", Wish.PerhapsStop, Wish.PerhapsStop),
        new("(ya )?(no|nunca) (me |nos )?(pregunten?|preguntes|cuestionen?|hagan|haga) ?(mas |tantas |estas )*(preguntas)?", Wish.PerhapsStop, Wish.PerhapsStop),
        new("(ya )?(dejen?|deje|deja|dejad|dejar|paren?|parar?|pare|para|cesen?) (ya )?(de|con) (mandarme|mandarnos|enviarme|enviarnos|escribirme|escribirnos|molestar|molestarme|molestarnos|textear|textearme|texteando|contactarme|contactarnos|llamarme|buscarme|fastidiar|fastidiarme|joder|jodernos|chingar|hablarme|mensajearme|acosarme|estar molestando|estar mandando)( (mas|ya|mensajes?|mensajitos?|textos?|de texto|correos?|estos|esos|sus|tonterias|cosas|spam|basura|sms|encuestas?|avisos|por favor))*", Wish.Stop, null),
        new("(ya )?(dejen?|deje|deja|paren?|pare|para) (de|con) (mandar|enviar|escribir|los|sus|estos|tantos|esos|mensajear)( (mas|mensajes?|mensajitos?|textos?|de texto|correos?|estos|esos|sus|tonterias|cosas|spam|basura|sms|avisos))*", Wish.Stop, null),
        new("(ya )?(dejen?|deje|deja|paren?|pare|para|basta|basta ya) (de|con) (mandar |enviar |hacer |hacerme |mandarme |enviarme |las |sus |tantas |estas |esas |mas )*encuestas?", Wish.Stop, Wish.PerhapsStop),
        new("(ya )?(dejen?|deje|deja|paren?|pare|para|basta|basta ya) (de|con) (mandar |enviar |hacer |hacerme |mandarme |enviarme |las |sus |tantas |estas |esas |mas )*(preguntas?|preguntar|preguntarme|preguntando)", Wish.PerhapsStop, Wish.PerhapsStop),
        new("(ya )?(basta|alto|no mas|ya no mas|no quiero mas|suficiente|cancelen?|detengan?|paren?|pare|para|cancelar|detener|parar|suspendan?|eliminen?) ?(de |a |con )?(los |las |estos |esos |estas |sus |tantos |mas |todos los |todos )*(encuestas?|mensajes?|mensajitos?|textos?|sms|correos?|spam|notificaciones|avisos|esto|llamadas)( de texto| por favor)*", Wish.Stop, null),
        new("(dejen?me|dejame|dejenos|dejennos|dejarme) (ya )?(en paz|tranquil[oa]|tranquil[oa]s|solo|sola|de (mandar|enviar|escribir|molestar|textear|contactar|llamar)( mensajes| textos| mas)*)", Wish.Stop, null),
        new("(que )?me (dejen?|dejes|quiten?|saquen?|borren?|eliminen?|den de baja|de de baja|remuevan?)( (en paz|tranquil[oa]|de molestar|de escribir|de mandar( mensajes)?|de enviar( mensajes)?|de (la|su|esta|esa|las|sus|todas las) listas?|de aqui|del sistema))", Wish.Stop, null),
        new("me (pueden?|podrian?|podrias|puedes) (quitar|sacar|borrar|eliminar|remover|dar de baja)( de (la|su|esta|sus) listas?)?", Wish.Stop, null),
        new("(yo )?no soy (la persona|quien|esa persona|el|ella)( que)?( (buscan?|creen?|piensan?|quieren?))?", Wish.Stop, null),
        new("(quiten?me|quitame|saquen?me|sacame|borren?me|borrame|eliminen?me|eliminame|remuevan?me|remueveme|retiren?me|desuscriban?me|desuscribeme|desinscriban?me|cancelen?me|bajen?me|excluyan?me|quitarme|sacarme|borrarme|eliminarme|bloqueen?me|desafilien?me)( de)?( (la|su|esta|esa|las|sus|todas|tu|este|sus|los|aqui|sistema|grupo|base de datos|listas?|mensajes|contactos|registro|numero|registros|contacto|de))*", Wish.Stop, null),
        new("(quiten?|quitar|sacar|borrar|eliminar|remover|saquen?|borren?|borra|quita|saca|eliminen?|elimina|remuevan?|olviden?|olvida|pierdan?|retiren?|bloqueen?) (mi|este) (numero|telefono|celular|contacto|numero de telefono)( de (la|su|sus|esta|todas sus|todas las) (lista|listas|sistema|base de datos|contactos|registros))?", Wish.Stop, null),
        new("(quiten?|saquen?|borren?|eliminen?) mi nombre de (la|su|esta|sus|esa|las) listas?", Wish.Stop, null),
        new("(ya )?(no|nunca) (quiero|deseo|quisiera|queremos|necesito|me interesa|pedi|autorizo|autorice|acepto) (seguir |que me sigan |que me |que )?(recibir|recibiendo|recibirlos|ver|tener|leer|lleguen?|manden?|envien?|llegando|mandando)?( ?(mas|sus|estos|esos|este tipo de|ningun|los|otro|otros|tantos))* ?(mensajes?|mensajitos?|textos?|sms|correos?|llamadas|notificaciones|avisos|nada de ustedes|saber de ustedes|saber nada de ustedes|nada con ustedes|sus cosas)( de ustedes| de texto| de este numero| asi)*", Wish.Stop, null),
        new("(ya )?(no|nunca) (quiero|deseo|quisiera|queremos|autorizo|acepto|necesito) que (me|nos) (vuelvan a |sigan )?(escriban?|contacten?|molesten?|llamen?|texteen?|busquen?|escribir|escribiendo|contactar|molestar|molestando|contactando|texteando|mandando nada|manden nada|envien nada|manden mas|envien mas|manden|envien)", Wish.Stop, null),
        new("(ya )?no (quiero|deseo) (recibir nada|recibir|seguir recibiendo|recibirlos|mas|nada mas|saber mas|seguir en esto|estar en (su|la|esta) lista)( mas| nada| ya)*", Wish.Stop, null),
        new("(ya )?no (quiero|deseo|quisiera|puedo|voy a) (seguir |mas )?(participar|participando|formar parte|ser parte|estar en (esto|la lista|el panel|la junta)|contestar|responder|seguir)( (mas|en esto|en la encuesta|a esto|preguntas|mas preguntas))*", Wish.PerhapsStop, Wish.PerhapsStop),
        new("((yo )?(quiero|quisiera|deseo|necesito|me gustaria|solicito|pido|favor de|como puedo|como hago para|puedo|como me|me quiero|quiero que me)) ?(que me )?(dar de baja|darme de baja|den de baja|cancelar mi suscripcion|cancelar la suscripcion|cancelar los mensajes|cancelar esto|cancelar|desuscribirme|desuscribir|salir de (la|esta|su) lista|salirme de (esto|la lista|aqui|esta lista)|salirme|salir de esto|doy de baja|dejar de recibir (mensajes|estos mensajes|sus mensajes|textos|estos textos|esto)|dejar de recibir|parar los mensajes|parar esto|detener los mensajes|que dejen de (escribirme|mandarme mensajes|molestarme|mandar mensajes)|revocar mi (consentimiento|permiso)|ser removido|ser eliminado|quitar(me)? de la lista)( de (la|esta|su) lista| de esto| mas| mensajes)*", Wish.Stop, null),
        new("(den?me|dame|darme|den|dar|dar de|me doy) de baja( de (la|esta|su|sus|todo|todos|los|estos) ?(lista|listas|mensajes|servicio)?)?", Wish.Stop, null),
        new("(cancelen?|cancela|cancelar|anulen?|anular) ((mi|la|esta) )?(suscripcion|inscripcion|participacion)", Wish.Stop, null),
        new("(revoco|retiro) (mi )?(consentimiento|permiso|autorizacion)( para (recibir|que me).*)?", Wish.Stop, null),
        new("((es|este es|esta es|tienen?|tiene|creo que|se|esta|estan|usted|ustedes|tienes|este|perdon|lo siento|disculpe|marco|marcaron|escribio|escribe|escriben|creo|es un|es el|me|le|usted)( que| tienen?| se| es| un| el| esta| estan| marco| marcando| marcaron| escribiendo)* )?(a |al |el |un |de )*(numero|telefono|persona) (e[qk]u?ivocad[oa]|incorrect[oa]|erroneo|errad[oa]|erronea)", Wish.Stop, null),
        new("(creo que |usted |ustedes |perdon |disculpe )*(se )?(equivoco|equivocaron|equivocado|equivocada|confundio|confundieron|esta equivocado|estan equivocados) de (numero|persona|telefono)", Wish.Stop, null),
        new("(ya )?no me interesa( (esto|nada|mas|participar|recibir))*", Wish.PerhapsStop, null),
    ];

    /// <summary>What may follow a plea without changing it.</summary>
    private static readonly Regex Closing = Compiled(
        "(now|anymore|any more|again|ever|ever again|forever|for ever|please|pls|plz|immediately|already|asap|period|thanks|thank you|thx|ty|for good|at all|today|completely|altogether|or else|lol|bro|dude|man|guys|people|sir|maam|" +
        "at (this|my|that) (number|phone|cell)|on (this|my) (number|phone|cell|line)|to (this|my) (number|phone|cell|line)|from (this number|now on|you|yall|you guys|you people|this list|your list)|in the future|right now|right away|with (this|these|your|the|that) (\\w+ )?(texts?|messages?|crap|shit|spam|bs|bullshit|stuff|nonsense|junk)|wtf|ffs|smh|damn|fucking|" +
        "or (i|ill|im|we|you) .*|(i|im|ive|ill|id|its|this is|this isnt|this aint|you|youre|youve|u|we|because|cuz|bc|cause|coz|since|wrong|not|who|why|what|before i|thats|until further|lady|that is|he|she|or|there is|theres|they are|nobody|no one|no|and (leave|lose|remove|take|delete|dont|do not|never|stop|get|lose|go|forget|im|i|please|thank|thanks|god|have|unsubscribe|quit|cancel|opt)) .*|i|bye|goodbye|and|or|to me|here|buddy|pal|stop( .*)?|" +
        "mas|ya|nunca|jamas|ni (me|nos) (escrib|mand|llam|text|envi|contact|molest)\\w*|por favor|porfavor|porfa|gracias|muchas gracias|nunca mas|otra vez|de nuevo|para siempre|inmediatamente|hoy|ahora|ahora mismo|a (este|mi) (numero|telefono|celular)|en (este|mi) (numero|telefono|celular)|(porque|pues|ya que|yo|es|esta|este|soy|estoy|tengo|si no|y (no|dejen|borren|quiten|ya|gracias|dejenme)|son|ustedes|usted|de lo contrario|senor|senora) .*|senores|senor|senora)( |$)");

    /// <summary>What narrows a plea to a topic, a time or a manner.</summary>
    private static readonly Regex Narrowing = Compiled(
        "(about|regarding|concerning|on|at|so|during|in|before|after|until|till|unless|when|while|whenever|every|everyday|twice|with|over|like|this (week|month|morning|late|early)|if|too|late|early|that|the same|for|from|as|all|constantly|daily|anything|unnecessary|more than|on|between|except|other than|only|again and again|24|multiple|weekly|through|by|via|without|" +
        "sobre|acerca|referente|respecto|de|del|tan|tant[oa]s?|los|las|la|el|cuando|si|despues|antes|durante|en|a|por|hasta|tod[oa]s|con|tarde|temprano|cada|diario|mientras|solo|excepto|menos|para|relacionad[oa]s)( |$)");

    private static readonly Regex Reasons = Compiled(
        "((im|i am|we are|were|am) )?(not|no longer|never) (interested|me|my number|maria|the right person)|(the |you have the |you got the )?wrong (number|person)( |$)|(i|we) (already|have already|just|did already) (answered|replied|voted|responded|told|did|said|took|sent|gave)|i (have |just )?moved|(i|we) (dont|do not|no longer) (live|want|wanna|need|know (who|you|what|how)|care|have time|like this|like these|like getting|use)|i (never|didnt|did not) (signed|sign|asked|ask|agree|agreed|gave|give)|" +
        "who (is|are|tf|the)|how did you get|this is (spam|harassment|annoying|not|the wrong|ridiculous|getting|a wrong|my work|a work|a business|illegal|too much)|this isnt|(im|i am) (busy|at work|done|sick|tired|driving|annoyed|blocking|reporting|calling|not|too old|in the hospital|no longer)|(youre|you are) (annoying|harassing|bothering|spamming)|(you|u) (keep|people keep|guys keep|already)|(i|ill|i will) (will |am going to |gonna )?(report|block|call the|sue|be reporting)|(reported|blocked|spam|scam|harassment)|i (have |already |have already )?(asked|said|told)|leave me|" +
        "no me interesa|(es |tiene el |tienen el )?numero equivocado|ya (conteste|respondi|vote|les|le|dije)|me mude|(ya )?no (vivo|quiero|soy|se quien|los conozco|tengo tiempo|conozco)|quien(es)? (es|son|eres)|estoy (cansad[oa]|ocupad[oa]|trabajando|hart[oa]|aburrid[oa])|esto es (spam|acoso|molesto)|dejen?me|los voy a (reportar|bloquear|demandar)( |$)");

    private static readonly Regex Third = Compiled("(to|people|families|kids|children|parents|clients|members|everyone|everybody|residents|residentes|familias|personas|gente|ninos|a (la gente|las personas|los|las|familias)|a (?:mi|mis|su|sus|nuestr[oa]s?) (?:vecin|famili|espos|hij|ex).*)( |$)");

    /// <summary>The strongest plea in a message, and the clause that says it; null when there is none.</summary>
    internal static (Wish Wish, string Clause)? In(Folded message)
    {
        (Wish, string)? found = null;
        var clauses = message.Clauses;
        for (var i = 0; i < clauses.Count; i++)
        {
            // A plea in a very long message stands at its beginning or at its end.
            if (i == MostClauses && clauses.Count > 2 * MostClauses)
                i = clauses.Count - MostClauses;
            var clause = clauses[i];
            switch (Judge(clause.Length > LongestClause ? clause[..LongestClause] : clause))
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

    /// <summary>Whether a clause says why a person wants no messages: beside a bare "stop", it settles what the stop is about.</summary>
    internal static bool Explains(string clause) => Reasons.IsMatch(AfterLeads(clause)) || Reasons.IsMatch(clause) || Keywords.OnlyPolite(clause);

    /// <summary>Whether a clause plainly asks to be left alone.</summary>
    internal static bool Plain(string clause) => Judge(clause) is Wish.Stop;

    /// <summary>One clause without its lead-in ("could you please", "por favor ya").</summary>
    internal static string AfterLeads(string clause) => Stages(clause)[^1];

    /// <summary>The clause, and what is left of it as one lead-in after another is taken away.</summary>
    private static List<string> Stages(string clause)
    {
        if (clause.Length > LongestClause)
            clause = clause[..LongestClause];
        var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var stages = new List<string> { clause };
        var at = 0;
        while (at < words.Length && stages.Count <= MostLeads && LeadWords.FirstOrDefault(candidate => words.AsSpan(at).StartsWith(candidate)) is { } lead)
        {
            at += lead.Length;
            stages.Add(string.Join(' ', words[at..]));
        }

        return stages;
    }

    private static Wish? Judge(string clause)
    {
        clause = Once(clause);
        Wish? best = null;
        foreach (var stage in Stages(clause))
        {
            if (stage.Length > 0 && JudgeStage(stage) is { } wish)
            {
                // The longest reading decides: "no more texts" is not "more texts".
                best = wish;
                break;
            }
        }

        if (best is null && Reasons.Match(clause) is { Success: true } reason)
        {
            // No comma between the reason and the plea: "this is harassment stop texting me".
            for (var at = clause.IndexOf(' ', reason.Length - 1); at >= 0; at = clause.IndexOf(' ', at + 1))
            {
                var rest = clause[(at + 1)..];
                if (Openers.Any(opener => rest.StartsWith(opener, StringComparison.Ordinal)) && JudgeStage(rest) is Wish.Stop)
                    return Wish.Stop;
            }
        }

        return best;
    }

    /// <summary>"Stop stop stop texting" says it once.</summary>
    private static string Once(string clause)
    {
        var words = clause.Split(' ');
        return string.Join(' ', words.Where((word, index) => index == 0 || word != words[index - 1]));
    }

    private static readonly string[] Openers = ["stop ", "dont ", "do not ", "quit ", "take ", "remove ", "leave ", "lose ", "unsubscribe", "no me ", "dejen", "quiten", "borren", "delete "];

    private static Wish? JudgeStage(string clause)
    {
        Wish? best = null;
        foreach (var plea in All)
        {
            var match = plea.Expression.Match(clause);
            if (!match.Success)
                continue;
            var wish = plea.Judge(Rest(clause, match.Length));
            if (wish == Wish.Stop)
                return wish;
            best ??= wish;
        }

        return best;
    }

    private static string Rest(string clause, int from) => clause[from..].Trim();

    private static Regex Compiled(string pattern) => new("^(?:" + pattern + ")", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <param name="pattern">How the clause begins.</param>
    /// <param name="plain">What it means when nothing, or nothing of weight, follows; null: only when its last word is a kind of message.</param>
    /// <param name="followed">What it means when something unforeseen follows.</param>
    private sealed class Plea(string pattern, Wish? plain, Wish? followed)
    {
        internal Regex Expression { get; } = Compiled(pattern + "( |$)");

        internal Wish? Judge(string rest)
        {
            while (rest.Length > 0)
            {
                if (Third.IsMatch(rest))
                    return followed is Wish.PerhapsStop ? Wish.PerhapsStop : null;
                var closing = Closing.Match(rest);
                if (!closing.Success)
                    break;
                rest = rest[closing.Length..].Trim();
            }

            if (rest.Length == 0)
                return plain;
            return Narrowing.IsMatch(rest) && plain == Wish.Stop ? Wish.PerhapsStop : followed;
        }
    }
}
