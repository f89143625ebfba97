using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>Requests to be left alone that are said in words of their own, and not with the parts of <see cref="Request"/>.</summary>
internal static class StopIdioms
{
    private const string Texts = "(texts?|texting|messages?|messaging|sms|emails?|surveys?|polls?|spam|notifications?|alerts?|calls?)";

    /// <summary>What is said in words of its own, and not with the parts of <see cref="Request"/>.</summary>
    internal static readonly Plea[] All =
    [
        new("(how (do|can|would) i|how to|help|help me|can you help me|where do i|what do i do to|is there a way to|tell me how to)( "
            + "(make|get|have))?( (this|it|these|them|you|those)( \\w+)?( to)?)? (stop|unsubscribe|cancel|get off|get out|be removed|get "
            + "removed|block)( (getting|receiving|of|from|off|the|this|these|your|my|that|any|all|list|lists|subscription|it|them|"
            + Texts + "))*", Wish.Stop, null),
        new("(leave|let) me (alone|be|in peace)|(leave|let) (my|this) (phone|number) alone|dejen? me (ya )?(en "
            + "paz|tranquil[oa]s?|sol[oa])|deja me (ya )?(en paz|tranquil[oa]s?|sol[oa])|me dejen (en paz|tranquil[oa]|sol[oa])", Wish.Stop,
            null),
        new("(leave|let) (us|my (family|house|home)|our (family|house|home)) (alone|be|in peace)|(dejen?|deja) nos (ya )?(en "
            + "paz|tranquil[oa]s?|sol[oa]s?)|nos dejen (en paz|tranquil[oa]s?)", Wish.PerhapsStop, null),
        new("(go away|get lost|buzz off|bug off|screw off|screw you|back off|eff off|get out of my (phone|inbox)|stay out of my "
            + "phone|shut up( and stop)?|gtfo|be gone)", Wish.Stop, null),
        new("(\\w+ )*(these|your|estos|sus) (\\w+ )?" + Texts + " .*(stop|cancel|end) (them|it)", Wish.Stop, null),
        new("(remove|delete|erase|take|drop) (?:\\w+ ){1,4}(from|off|off of|out of) (your|this) "
            + "((text|texting|contact|messages|mailing|call|calling) )?(list|lists|database|system)", Wish.Stop, null),
        new("(\\w+ ){0,4}(no longer|not|ya no) (at|on|en) (this|este) (number|phone|numero|telefono)", Wish.Stop, null),
        new("(make|get) (these|this|the|your|those|all)( \\w+)? "
            + Texts + " (stop|end|go away)|(throw away|throw out|get rid of|ditch) (my|this|the) (number|contact|phone)", Wish.Stop, null),
        new("((its|it is|this is|this isnt|i think|i believe|i guess|youve|you have|you|you got|youre|you are|you must|sounds like|looks "
            + "like|think|have|has|got|texting|texted|dialed|sorry|probably|must be|maybe|clearly|obviously)( you| youve| its| have| "
            + "got| this is| reached| contacted| dialed| texting| texted| are| at| is)* )?(the |a |an )?(wrong|rong) "
            + "(number|person|phone|no|guy|lady|contact|woman|man|cell|#)( for (this|a|my|your)? ?\\w+)?", Wish.Stop, null),
        new("(this (is not|isnt|aint|is no longer)|its not|thats not) (\\w+ )?(\\w+s|his|her|their|my|s) (number|phone|cell|cellphone)( "
            + "anymore| any more)?", Wish.Stop, null),
        new("(im|i am|this is|this isnt|i aint|its) (not )?(the person|who) (that )?(you are|youre|you|your) (looking for|trying to "
            + "reach|think|want|texting)|no soy (la persona|quien|esa persona|el|ella)( que)?( (buscan?|creen?|piensan?|quieren?))?",
            Wish.Stop, null),
        new("(im|i am|ill|i will|im going to|gonna|will be|will) (be )?(blocking|reporting|block|report) (you|this number|this)", Wish.Stop,
            null),

        new("(i|ive|we|ya|yo|les|le|already|have) ?(i|ive|have|already|just|les|le)* ?(texted|said|sent|typed|replied|wrote|told "
            + "you|told you to|asked you to|puse|dije|mande|escribi|respondi)( to| que| the word)? "
            + "(stop|quit|unsubscribe|cancel|alto|parar|baja|basta|paren|pararan)( ([0-9]|\\w+) (times|veces))?", Wish.Stop, null),

        // "Who gave you my number take it off"
        new("(\\w+ ){0,8}(my|this|mi|este) (\\w+ )?(number|phone|cell|numero|telefono|celular) (please |plz |pls |and |so |just |now |por "
            + "favor |y |ya )*((delete|remove|erase|lose|forget) it|(take|get) it (off|out)|(borre|quite|elimine|saque)n?lo)", Wish.Stop,
            null),

        // Consent
        new("(i )?(revoke|withdraw|rescind|am revoking|hereby revoke|am withdrawing|im withdrawing|im revoking) (my |all |any "
            + ")*(consent|permission|opt in|authorization)( to (text|contact|message|be (texted|contacted|messaged)|receive|get|call)( "
            + "me| us| this number| texts| messages)*)?", Wish.Stop, null),
        new("i (dont|did not|didnt|never|do) (not )?(consent|agree|consented|agreed|authorize|authorized|ask|asked|give (you "
            + ")?(consent|permission)|gave (you )?(my )?(consent|permission))( to| for)? (being )?(these |this |your |be |get |receive "
            + "|receiving |getting |any )*(" + Texts + "|texted|contact|contacted)( me)?", Wish.Stop, null),
        new("you (dont|did not|didnt|never|no longer) (had |have |got |get )?(my |any )?(consent|permission)( to "
            + "(text|contact|message|call|use) (me|this number|my number|us))?", Wish.Stop, null),
        new("(yo )?(nunca|no|jamas) (les |le )?(di|doy|he dado) (mi |ningun )?(consentimiento|permiso|autorizacion)( para (que me "
            + ".*|recibir .*|esto|estos mensajes|mensajes|textos))?", Wish.Stop, null),
        new("((this|it) is|its|esto es) (a )?(spam|scam|harassment|harassing|annoying|ridiculous|too much|acoso|molesto)( "
            + "(so|please|now|just|ya|asi que|por favor))* (stop|quit|paren?|dejen)( (it|this|now|please|texting|messaging|de "
            + "escribir|de molestar|ya))*", Wish.Stop, null),
        new("(i am|im|i)( now| hereby)? unsubscribe( (of|from|this|these|it|your|texts|messages|now|all))*", Wish.Stop, null),
        new("(i )?(dont|do not) (want|need) (any of )?(these|those)( anymore| any more)?|(ya )?no quiero (mas )?(estos|esos)",
            Wish.PerhapsStop, null),
        new("(revoco|retiro) (mi )?(consentimiento|permiso|autorizacion)( para (recibir|que me).*)?", Wish.Stop, null),

        // Spanish: to be taken off, wrong number
        new("((quiero|quisiera|deseo|necesito|me gustaria|solicito|pido|favor de|como puedo|como hago para|puedo|como me|me "
            + "quiero|quiero que) )?((que )?me |de )*((doy|den|de|dar|darme|dame|denme|deme) de baja|cancelar (mi|la) suscripcion|salir "
            + "(me )?de (la|esta|su) lista|salir (me )?de (esto|aqui)|salirme( de (esto|aqui|aca|todo "
            + "esto))?|(salgo|quito|borro|elimino) de (la|esta|su|esa|las) (lista|grupo)s?|dejar de recibir( "
            + "(mensajes|estos|sus|textos|esto|correos?|emails?|mails?))*|que dejen de escribir me)( de "
            + "(la|el|este|esta|su|sus|todo|todos|los|estos) ?(lista|listas|mensajes|servicio)?)?", Wish.Stop, null),
        new("((es|este es|esta es|tienen?|tiene|creo que|se|esta|estan|usted|ustedes|tienes|este|perdon|lo "
            + "siento|disculpe|marco|marcaron|escribio|escribe|escriben|creo|es un|es el|me|le)( que| tienen?| se| es| un| el| esta| "
            + "estan| marco| marcando| marcaron| escribiendo)* )?(a |al |el |un |de )*(numero|number|telefono|phone|persona) "
            + "(e[qk]u?ivocad[oa]|incorrect[oa]|erroneo|errad[oa]|erronea)", Wish.Stop, null),
        new("(creo que |usted |ustedes |perdon |disculpe )*(se )?(equivoco|equivocaron|equivocado|equivocada|confundio|confundieron|esta "
            + "equivocado|estan equivocados) de (numero|persona|telefono)", Wish.Stop, null),

        // Enough of it all, or of the messages?
        new("(text|message|contact|write) (me|us) (less|too much|too many)( \\w+)?|(send|text)( me)? (fewer|less) .*|manden? (me )?menos "
            + "(mensajes|textos)|(knock|cut) it (off|out)|give (it|me) a (rest|break)|(stop|quit) (wasting|spending) .*(on|en) "
            + "(these|this|your) "
            + Texts + "|(cansan|aburren|fastidian|molestan|joden) (ya )?con (tant|su|es[ao]|est[aeo]).*|(no|not any) (more|mas)( (of|de) "
            + "(this|it|that|esto|eso))?|((i|we|ive|weve) )?(have )?had (enough|it)( (of|with) (this|it|you))?", Wish.PerhapsStop, null),
        new("((i want|i need|would like|want|need|let|make|quiero|necesito)( que)? )?(this|it|these|that|esto|eso)( \\w+)? (needs "
            + "to|need to|has to|have to|must|should|better|gotta|got to|to|tiene que|debe|ya)? ?(stop|end|be over|parar|terminar|acabar)",
            Wish.PerhapsStop, null),
        new("(make|let) (it|this) (stop|end)|(quiero |necesito )?(que )?(se )?(pare|paren|acabe|termine) (esto|eso|todo esto)|(quiero "
            + "|necesito )?(que )?(esto|eso) (se )?(pare|acabe|termine)|when (does|will|is) (this|it|all this) (stop|end|over|going to "
            + "stop|gonna stop)|when are you (going to|gonna) stop|enough is enough", Wish.PerhapsStop, null),
        new("(stop|quit) (wasting|playing|messing|with)( with)?( (our|my|peoples|everyones|your|this|the))*( "
            + "(time|games|around|me|us|bs|nonsense|stuff))*", Wish.PerhapsStop, null),
        new("(dejen|deje|paren) de (hacer(me|nos) perder|perder|gastar) (el|mi|nuestro) tiempo|no (me|nos) hagan perder "
            + "(el|mi|nuestro) tiempo", Wish.PerhapsStop, null),
        new("i (dont|no longer) (want|wish|care|wanna)( to)? (participate|take part|(be )?(a |any |no )?part of (this|it)|be involved|do "
            + "this|answer|be on (this|the|your) (board|panel)|be in this|respond|reply|be asked)( in (this|it)| "
            + "(any|your|these|anymore|more)* ?questions| to (this|these|you))?( anymore| any more)*", Wish.PerhapsStop, Wish.PerhapsStop),
        new("no (quiero|deseo|quisiera|puedo|voy a) (seguir |mas )?(participar|participando|formar parte|ser parte|estar en (esto|la "
            + "lista|el panel|la junta)|contestar|responder|seguir)( (mas|en (esto|eso|la encuesta)|a (esto|eso)|preguntas|mas "
            + "preguntas))*|no quiero saber (mas |nada )*de (esto|eso|ustedes)", Wish.PerhapsStop, Wish.PerhapsStop),
        new("(im|i am|we are|were|ive had) (done|through|tired of|sick of|sick and tired of|fed up with|over|finished|enough)( with)?( "
            + "getting| receiving)?( all| any)?( of)? (these|this|your|the|you|it) ?("
            + Texts + "( me| us)?|bothering me)?|me (canse de|tienen? (hart[oa]|cansad[oa]) con) "
            + "(esto|eso|ustedes|tant[oa]s|sus|los|estos|las|estas)( (mensajes|textos|preguntas))?|(estoy|toy) "
            + "(hart[oa]|cansad[oa]|fastidiad[oa]|aburrid[oa]) (de|con) (esto|eso|ustedes|tant[oa]s|sus|los|estos|las|estas)( "
            + "(mensajes|textos|preguntas))?", Wish.PerhapsStop, Wish.PerhapsStop),
        new("(too many|enough|way too many|so many|many) (of these |of your )*(texts|messages|surveys|questions)|demasiad[oa]s "
            + "(mensajes|textos|preguntas)", Wish.PerhapsStop, null),
        new("(im |i am |were |we are |was |still )?(not|no longer|never) interested( in (this|these|any of this|it|your "
            + "(texts|messages|survey|surveys)|texts|messages|participating|this anymore|being contacted|getting texts|receiving "
            + "texts|getting these))?( anymore| any more)*|no (me|nos) interesa( (esto|eso|nada|mas|participar|recibir))*",
            Wish.PerhapsStop, null),
        new("(i want (out|off)( of (this|it|here))?|i quit|im out|i am out|count me out|(im|i am) done( "
            + "(answering|responding|replying))?|i never signed up( for .*)?|i didnt sign up( for .*)?|i did not sign up( for .*)?|leave "
            + "(me|us) out( of (this|it))?|keep (me|us) out of (this|it)|no quiero nada|pause|pause this|take a break|i need a break|not "
            + "now|cancel it)", Wish.PerhapsStop, null),
    ];

    /// <param name="pattern">How the clause begins.</param>
    /// <param name="alone">What it means when nothing, or nothing of weight, follows.</param>
    /// <param name="followed">What it means when something unforeseen follows.</param>
    internal sealed class Plea(string pattern, Wish alone, Wish? followed)
    {
        internal Expression Expression { get; } = new("^(?:(" + pattern + ")( |$))");

        internal Wish Alone => alone;

        internal Wish? Followed => followed;
    }
}
