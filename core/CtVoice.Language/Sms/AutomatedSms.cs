using System.Buffers;
using System.Collections.Frozen;
using CtVoice.Language.Matching;
using CtVoice.Language.Meaning;

namespace CtVoice.Language.Sms;

/// <summary>Texts that a phone or a carrier sends by itself: driving modes, quick replies,
/// blocking and landline notices, office hours.</summary>
internal static class AutomatedSms
{
    private static readonly Expression Notices = new(
        "^(this is an? )?(auto ?reply|auto ?response|auto|automatic reply|automatic response|automated reply|automated "
            + "response|automated message|automatic message|auto generated message|autoreply|autoresponse|respuesta automatica|mensaje "
            + "automatico|contestacion automatica)( [.,]|$| from | message| reply| response| generated| text)|" +
        "\\bthis is an? (automated|automatic|auto generated|auto) (message|reply|response|text|notification)\\b|\\beste es un mensaje "
            + "(automatico|automatizado|generado)|\\besta es una respuesta automatica|\\bdo not reply to this "
            + "(message|text|number)|\\bplease do not reply\\b.*\\b(automated|unmonitored|not monitored)|\\bthis "
            + "(number|mailbox|inbox|line|phone|account) (is not|isnt|is not being) (monitored|set up to receive|able to receive|able to "
            + "accept)|\\bthis (number|line|phone|phone number) (does not|doesnt|cannot|cant|can not|is unable to) "
            + "(accept|receive|take|get) (texts?|text messages|incoming|sms|messages|replies)|\\b(is not|isnt|not) able to "
            + "(receive|accept|get) (text|sms)|\\bis a land ?line\\b.*\\b(cannot|can not|cant|unable|not able|does not|doesnt) (to "
            + ")?(receive|accept|support)|" +
        "^(free ?msg|frm|free msg|vzw free msg|at&t free msg|at& t free msg|t mobile|verizon msg|verizon "
            + "wireless|tmobile|sprint|msg|error|metro by t mobile|cricket|boost mobile|carrier message|system message|service "
            + "message|mensaje gratis|mensaje gratuito)( free msg| msg)*( [.,])+ .*(unable|blocking|not (be )?sent|not sent|fail|could "
            + "not|deliver|invalid|landline|undeliverable|blocked|not available|no se pudo|no puede|no esta "
            + "disponible|restricted|unavailable|expired|suspended|service)|\\bmessage blocking is active\\b|\\b(this |the )?service is "
            + "not available (for|on|at) (your|this) (line|number|phone|device)\\b|^el mensaje no (se|fue|ha sido|pudo ser|se ha) "
            + "(entreg|envi)\\w+( [.,]|$)|\\bunable to (send|deliver) (your "
            + ")?(message|text|msg)\\b.*\\b(blocking|active|invalid|landline|subscriber|number|inactive|recipient)|\\byour "
            + "(text|sms|text message|message) (could not|couldnt|was not|cannot|can not|has not been|failed to|was unable to) (be "
            + ")?(delivered|sent|be delivered|deliver|send|been delivered)\\b|\\bmessage (failed|undeliverable|not delivered|delivery "
            + "failed|could not be delivered)\\b( [.,]|$)|\\bsubscriber (is )?(not available|unavailable|not reachable|not in "
            + "service|you are trying to reach|you have texted)|\\b(number|subscriber|customer) (you are|you have|that you|you) "
            + "?(texting|trying to text|trying to reach|texted|dialed|have texted|called|tried to reach|messaged|text) "
            + "(is|has|are|cannot|does|was)\\b|\\bno longer in service( [.,]|$)|\\bhas been (disconnected|changed "
            + "disconnected)\\b.*\\bin service|\\b(texting|messaging) (is )?not (supported|enabled|available) (on|for|at) this "
            + "(number|line|device)|\\b(su|tu) mensaje no (pudo|se pudo|puede|ha podido) (ser )?(entreg|envi)|\\bno se pudo "
            + "(entregar|enviar) (su|el|tu) mensaje|\\beste numero no (recibe|acepta|puede recibir) (mensajes|textos)|\\bel numero (que "
            + "marco|marcado|al que( \\w+){1,4}?) (no (puede|recibe|acepta|esta|admite|existe)|esta "
            + "(fuera|desconectad|suspendid))|^(aviso|error|mensaje del sistema|mensaje de la red|notificacion)( [.,])+ .*\\b(no (se "
            + ")?(pudo|puede|ha podido)|suspendid[oa]|bloquead[oa]|fuera de servicio|no (esta )?disponible)");

    private const string Mark =
        "(auto ?(reply|response|text|message|respuesta)|automatic (reply|response|message)|automated "
            + "(reply|response|message|text)|(respuesta|mensaje|contestacion) automatic[oa]|sent automatically|enviado automaticamente)";

    /// <summary>Marked as automatic at its end: "Can't talk right now. [auto reply]".</summary>
    private static readonly Expression Marked = new("[.,] (this is an? |este es un |esta es una )?" + Mark + "( [.,])*$");

    /// <summary>Codes, confirmations and footers that other services send, and what networks say of a text.</summary>
    private static readonly Expression Services = new(
        "\\byour (\\w+ ){0,3}(code|passcode) is [a-z] [0-9]{4,8}( |$)|\\b(is|as) your .*\\b(code|passcode|pin|otp)\\b|\\byour (\\w+ "
            + "){0,4}(code|passcode|pin|otp)( is)?( [.,])* [0-9 ]{4,8}( |$)|\\bcodigo( \\w+){0,4}( es)?( [.,])* ([a-z] )?[0-9]{4,8}( "
            + "|$)|\\b(verification|security|access|login|confirmation|authentication|one time) (code|passcode|pin|password)( is| for "
            + "\\w+( is)?)?( [.,])* [0-9]{4,8}( |$)|\\b[0-9]{4,8} es (su|tu) (\\w+ )?codigo|" +
        "^(\\w+ [.,] )?(you (have|ve)|youve|you are|youre)( \\w+)? (been )?(\\w+ )?(unsubscribed|opted out|removed from (our|the|this) "
            + "(list|\\w+ list))\\b|\\byou will (not|no longer|receive no) (receive )?(any )?(more |further |additional "
            + ")?(messages|texts|alerts)\\b|\\b(has|ha) sido (dad[oa] de baja|eliminad[oa] de|removid[oa] de)\\b|\\bno recibiras? "
            + "(mas|ningun) (mensajes|textos|alertas|mensaje)|\\b(su|tu) (suscripcion|numero) (ha sido|fue) (cancelad|eliminad|dad)|" +
        "^(\\w+ ){0,3}(msg|message|sms|text)( \\w+)? (failed|failure|blocked|rejected|undeliverable|undelivered|not sent|not delivered)( "
            + "[.,]|$)|\\b(plan|carrier|destination|recipient|receiver|device|number|receiver [0-9]+)( \\w+)? (does not|cannot|can "
            + "not|unable to|is unable to|not able to) (allow|accept|receive|support)( \\w+)? "
            + "(sms|text|texts|messages?|message)\\b|\\b(subscriber|customer|number) you (have )?(texted|messaged|dialed|called) "
            + "is\\b|\\bnumero (no esta disponible|no existe|fuera de servicio)|\\bbloqueo de mensajes\\b|\\b(destinatario|suscriptor) "
            + "no (puede|acepta|recibe|esta disponible)|" +
        "[.,] (reply|text|txt|responda|responde|envie|envia) (stop|alto|start|help|y|c|yes|si) (to|para|for|2)\\b|\\b(msg|message)s?(&| "
            + "and | & | y )+ ?data rates (may )?apply|\\bdata rates may apply\\b|\\byou have (an?|[0-9]+) (new |unread |missed "
            + ")*(voicemail|missed call|call)s?\\b( from| [.,]|$)|\\b(your|su|tu) "
            + "(appointment|order|package|prescription|rx|pedido|paquete|receta|cita) .*\\b(reply|responda|to confirm|para confirmar|is "
            + "ready|esta list[oa])\\b");

    private static readonly Expression Driving = new(
        "\\b(do not disturb (mode )?while driving|driving focus|focus turned on|driving mode|carplay|not receiving "
            + "notifications|notifications silenced|no estoy recibiendo notificaciones|no recibo notificaciones|android auto|modo "
            + "conduccion|modo de conduccion|modo no molestar)\\b|" +
        "^(hi , |hi . |sorry , |hey , |sorry |hello , )?(im|i am|currently|im currently|i am currently) (driving|on the road)( right "
            + "now| at the moment| now| and cant text| and cannot text| and cant respond| and cant talk)*( [.,]|$| (ill|i "
            + "will|will|talk|text|call|message|reply|respond|get|cant|cannot|and|so|but)).*\\b(ill|i "
            + "will|will|cant|cannot|later|back|when|soon|arrive|stop|text you|call you)\\b|\\b(cant|cannot) "
            + "(talk|text|respond|reply|answer)( right)?( now)?( [.,])* (im|i am) driving\\b|^(im|i am) driving( right now| now| at the "
            + "moment)?( .)?$|" +
        "^(lo siento , |disculpa , |hola , |perdon , )?(estoy|voy|ahora estoy|ahora mismo estoy) (conduciendo|manejando|al "
            + "volante)\\b.*\\b(llamo|llamare|contesto|contestare|respondo|respondere|escribo|escribire|luego|tarde|despues|cuando"
            + "|llegue|pueda|puedo|comunico)|^(estoy|voy) (conduciendo|manejando|al volante)( ahora| en este momento)?( .)?$");

    private static readonly Expression Office = new(
        "^out of (the )?office\\b|^fuera de (la )?oficina\\b|\\b(thank you|thanks) for (your "
            + "interest|visiting|contacting|texting|reaching out to|reaching out|messaging|your message|calling|getting in touch|your "
            + "text|contact)\\b.*\\b(our (office|business|team|hours|staff)|office (is|hours)|business hours|we (will|are "
            + "currently|ll|are closed|have received)|well (get back|respond|be in touch|reply)|someone will|were closed|were "
            + "currently|were away|back tomorrow|next business day|during|a (member|representative) (of|will)|currently closed|one of "
            + "our|as soon as possible)\\b|\\b(our office|the office|we) (is|are) (currently |now "
            + ")?closed\\b.*\\b(hours|reopen|open|return|business|monday|call|reply|respond)|\\bwe have received your "
            + "(message|text|inquiry|request)\\b.*\\b(will|respond|reply|back|touch|shortly|soon)|\\b(im|i am|i will be|ill be) "
            + "(currently |now |away |)?(out of (the )?office|out of town|on (vacation|leave|maternity leave|holiday|annual leave)|away "
            + "from (my (phone|desk)|the "
            + "office))\\b.*\\b(will|return|back|until|respond|reply|contact|access|through|returning|urgent|emergency)|\\bi will "
            + "(respond|reply|return your message) (to your (message|text) )?(when|upon|after|as soon as) (i|my) (return|am back|get "
            + "back|available)|\\b(gracias por (contactar|comunicarse|su "
            + "mensaje|escribir|visitar|escribirnos|contactarnos|llamar|comunicarte|tu mensaje))\\b.*\\b(estamos "
            + "cerrados|abrimos|nuestra oficina|nuestro (horario|equipo)|horario|en breve|pronto|lo antes posible|le "
            + "(responderemos|contestaremos|atenderemos)|nos (pondremos|comunicaremos)|te "
            + "(responderemos|contestaremos)|responderemos|atenderemos)|\\b(nuestra oficina|la oficina) esta cerrada\\b|\\bfuera de (la "
            + ")?oficina\\b.*\\b(regres|vuelv|respond|hasta|contest)");

    /// <summary>Quick replies offered by phones for calls and messages, when they are the whole text.</summary>
    private static readonly FrozenSet<string> Quick = PhraseText.Load("Sms.Phrases.quick-replies")["quick"]
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Without any of these words none of the patterns can match: most texts are spared them.</summary>
    private static readonly Hint OfServices =
        new("code", "pin", "otp", "codigo", "unsubscribed", "opted", "removed", "receive", "sido", "recibira", "suscripcion", "numero",
            "msg", "message", "sms", "text", "support", "subscriber", "customer", "bloqueo", "destinatario", "suscriptor", "reply", "txt",
            "responda", "responde", "envi", "rates", "voicemail", "call", "appointment", "order", "package", "prescription", "rx", "pedido",
            "paquete", "receta", "cita");

    private static readonly Hint OfDriving =
        new("driving", "on the road", "focus", "notif", "carplay", "android auto", "modo", "conduc", "manej", "volante");

    private static readonly Hint OfOffices =
        new("office", "oficina", "thank", "gracias por", "closed", "we have received", "out of town", "away", "vacation", "leave",
            "holiday", "i will re");

    /// <summary>Why the text is a machine's, or null when a person may have written it.</summary>
    internal static string? Because(string text)
    {
        var folded = NormalizedText.Of(text);
        if (folded.Line.Length == 0)
            return null;
        if (folded.Line.Contains("aut", StringComparison.Ordinal) && Marked.IsMatch(folded.Line))
            return "marked as automatic by what sent it";
        if (Quick.Contains(folded.Words) && folded.Words is not ("whats up" or "im on my way" or "please text me" or "im in a meeting"))
            return "a quick reply that phones offer";
        if (folded.Clauses.Count > 1 && folded.Clauses.All(Quick.Contains))
            return "quick replies that phones offer"; // "I'm in a meeting. Can I call you later?"
        if (OfDriving.In(folded.Line) && Driving.IsMatch(folded.Line))
            return "a phone's driving mode";
        if (Notices.IsMatch(folded.Line) || (OfServices.In(folded.Line) && Services.IsMatch(folded.Line)))
            return "a notice from a carrier or an auto-responder";
        return OfOffices.In(folded.Line) && Office.IsMatch(folded.Words) ? "an office's automatic reply" : null;
    }

    private sealed class Hint(params string[] words)
    {
        private readonly SearchValues<string> any = SearchValues.Create(words, StringComparison.Ordinal);

        internal bool In(string line) => line.AsSpan().ContainsAny(any);
    }
}
