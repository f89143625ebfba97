using CtVoice.Core.Conversations.Meaning;

namespace CtVoice.Core.Conversations.Sms;

/// <summary>Texts that a phone or a carrier sends by itself: driving modes, quick replies, blocking and landline notices, office hours.</summary>
internal static class AutomatedSms
{
    private static readonly AnyOf Notices = new(
        "^(this is an? )?(auto ?reply|auto ?response|auto|automatic reply|automatic response|automated reply|automated response|automated message|automatic message|auto generated message|autoreply|autoresponse|respuesta automatica|mensaje automatico|contestacion automatica)( [.,]|$| from | message| reply| response| generated| text)|" +
        "\\bthis is an? (automated|automatic|auto generated|auto) (message|reply|response|text|notification)\\b|\\beste es un mensaje (automatico|automatizado|generado)|\\besta es una respuesta automatica|\\bdo not reply to this (message|text|number)|\\bplease do not reply\\b.*\\b(automated|unmonitored|not monitored)|\\bthis (number|mailbox|inbox|line|phone|account) (is not|isnt|is not being) (monitored|set up to receive|able to receive|able to accept)|\\bthis (number|line|phone|phone number) (does not|doesnt|cannot|cant|can not|is unable to) (accept|receive|take|get) (texts?|text messages|incoming|sms|messages|replies)|\\bis not able to receive text messages|" +
        "^(free ?msg|frm|free msg|vzw free msg|at&t free msg|at& t free msg|t mobile|verizon msg|verizon wireless|tmobile|sprint|msg|error|metro by t mobile|cricket|boost mobile|carrier message|system message|service message|mensaje gratis|mensaje gratuito)( free msg| msg)*( [.,])+ .*(unable|blocking|not (be )?sent|not sent|fail|could not|deliver|invalid|landline|undeliverable|blocked|not available|no se pudo|restricted|unavailable|expired|suspended|service)|\\bmessage blocking is active\\b|\\bunable to (send|deliver) (your )?(message|text|msg)\\b.*\\b(blocking|active|invalid|landline|subscriber|number|inactive|recipient)|\\byour (text )?message (could not|couldnt|was not|cannot|can not|has not been|failed to|was unable to) (be )?(delivered|sent|be delivered|deliver|send|been delivered)\\b|\\bmessage (failed|undeliverable|not delivered|delivery failed|could not be delivered)\\b( [.,]|$)|\\bsubscriber (is )?(not available|unavailable|not reachable|not in service|you are trying to reach|you have texted)|\\b(number|subscriber|customer) (you are|you have|that you|you) ?(texting|trying to text|trying to reach|texted|dialed|have texted|called|tried to reach|messaged|text) (is|has|are|cannot|does|was)\\b|\\bno longer in service( [.,]|$)|\\bhas been (disconnected|changed disconnected)\\b.*\\bin service|\\b(texting|messaging) (is )?not (supported|enabled|available) (on|for|at) this (number|line|device)|\\b(su|tu) mensaje no (pudo|se pudo|puede|ha podido) (ser )?(entreg|envi)|\\bno se pudo (entregar|enviar) (su|el|tu) mensaje|\\beste numero no (recibe|acepta|puede recibir) (mensajes|textos)|\\bel numero (que marco|marcado|al que (llama|escribe|envio)) no ");

    private static readonly AnyOf Driving = new(
        "\\b(do not disturb while driving|driving focus|focus turned on|driving mode|carplay|not receiving notifications|notifications silenced|no estoy recibiendo notificaciones|no recibo notificaciones|android auto|modo conduccion|modo de conduccion|modo no molestar)\\b|" +
        "^(hi , |hi . |sorry , |hey , |sorry |hello , )?(im|i am|currently|im currently|i am currently) (driving|on the road)( right now| at the moment| now| and cant text| and cannot text| and cant respond| and cant talk)*( [.,]|$| (ill|i will|will|talk|text|call|message|reply|respond|get|cant|cannot|and|so|but)).*\\b(ill|i will|will|cant|cannot|later|back|when|soon|arrive|stop|text you|call you)\\b|\\b(cant|cannot) (talk|text|respond|reply|answer)( right)?( now)?( [.,])* (im|i am) driving\\b|^(im|i am) driving( right now| now| at the moment)?( .)?$|" +
        "^(lo siento , |disculpa , |hola , |perdon , )?(estoy|voy|ahora estoy|ahora mismo estoy) (conduciendo|manejando)\\b.*\\b(llamo|llamare|contesto|contestare|respondo|respondere|escribo|escribire|luego|tarde|despues|cuando|llegue|pueda|puedo|comunico)|^(estoy|voy) (conduciendo|manejando)( ahora)?( .)?$");

    private static readonly AnyOf Office = new(
        "\\b(thank you|thanks) for (contacting|texting|reaching out to|reaching out|messaging|your message|calling|getting in touch|your text|contact)\\b.*\\b(our (office|business|team|hours|staff)|office (is|hours)|business hours|we (will|are currently|ll|are closed|have received)|well (get back|respond|be in touch|reply)|someone will|a (member|representative) (of|will)|currently closed|one of our|as soon as possible)\\b|\\b(our office|the office|we) (is|are) (currently |now )?closed\\b.*\\b(hours|reopen|open|return|business|monday|call|reply|respond)|\\bwe have received your (message|text|inquiry|request)\\b.*\\b(will|respond|reply|back|touch|shortly|soon)|\\b(im|i am|i will be|ill be) (currently |now |away |)?(out of (the )?office|out of town|on (vacation|leave|maternity leave|holiday|annual leave)|away from (my (phone|desk)|the office))\\b.*\\b(will|return|back|until|respond|reply|contact|access|through|returning|urgent|emergency)|\\bi will (respond|reply|return your message) (to your (message|text) )?(when|upon|after|as soon as) (i|my) (return|am back|get back|available)|\\b(gracias por (contactar|comunicarse|su mensaje|escribir|escribirnos|contactarnos|llamar|comunicarte|tu mensaje))\\b.*\\b(nuestra oficina|nuestro (horario|equipo)|horario|en breve|pronto|lo antes posible|le (responderemos|contestaremos|atenderemos)|nos (pondremos|comunicaremos)|te (responderemos|contestaremos)|responderemos|atenderemos)|\\b(nuestra oficina|la oficina) esta cerrada\\b|\\bfuera de (la )?oficina\\b.*\\b(regres|vuelv|respond|hasta|contest)");

    /// <summary>Quick replies offered by phones for calls and messages, when they are the whole text.</summary>
    private static readonly HashSet<string> Quick = new(StringComparer.Ordinal)
    {
        "sorry i cant talk right now", "cant talk now whats up", "cant talk right now whats up", "sorry i cant talk now", "sorry i cant talk right now ill call you later", "cant talk right now call you later", "cant talk now call me later", "ill call you right back", "ill call you later", "can i call you later", "im on my way", "ill call you back later", "im in a meeting ill call you later",
        "in a meeting ill call you back later", "im in a meeting", "sorry im busy ill call you later", "sorry im busy call back later", "sorry im busy please call me later", "ill get back to you later", "ill text you later", "cant talk now will call you later", "im busy right now ill call you later", "i missed your call ill call you later", "whats up", "please text me", "i cant talk right now", "cant talk right now", "im driving please call me later", "im in class please call me later", "im at the movies please call me later", "im in a meeting please call me later", "in a meeting will call you back later", "will call you later", "call you right back", "cant answer right now", "sorry i missed your call",
        "no puedo hablar ahora", "ahora no puedo hablar", "lo siento no puedo hablar ahora", "no puedo hablar ahora te llamo luego", "no puedo hablar ahora te llamo mas tarde", "te llamo luego", "te llamo mas tarde", "te llamo despues", "le llamo mas tarde", "ahora te llamo", "estoy en una reunion te llamo luego", "estoy en una reunion te llamo mas tarde", "puedo llamarte mas tarde", "puedo llamarte luego", "te llamo en un momento", "ya voy en camino", "voy de camino", "estoy ocupado te llamo luego", "estoy ocupado te llamo mas tarde", "estoy ocupada te llamo mas tarde", "ahora no puedo hablar que pasa", "no puedo hablar ahora que pasa", "en este momento no puedo hablar", "no puedo contestar ahora",
    };

    /// <summary>Why the text is a machine's, or null when a person may have written it.</summary>
    internal static string? Because(string text)
    {
        var folded = Folded.Of(text);
        if (folded.Line.Length == 0)
            return null;
        if (Quick.Contains(folded.Words) && folded.Words is not ("whats up" or "im on my way" or "please text me" or "im in a meeting"))
            return "a quick reply that phones offer";
        if (Driving.IsMatch(folded.Line))
            return "a phone's driving mode";
        if (Notices.IsMatch(folded.Line))
            return "a notice from a carrier or an auto-responder";
        return Office.IsMatch(folded.Words) ? "an office's automatic reply" : null;
    }
}
