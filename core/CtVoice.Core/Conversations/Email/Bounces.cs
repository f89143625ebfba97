using CtVoice.Core.Conversations.Mime;

namespace CtVoice.Core.Conversations.Email;

/// <summary>Bounces in free text, as servers without RFC 3464 write them, and which sort a bounce is.</summary>
internal static class Bounces
{
    private const int Looked = 20_000;

    private static readonly string[] Subjects = Plain.All(
        "undeliverable", "undelivered mail", "undelivered message", "delivery status notification", "mail delivery failed", "mail delivery failure", "mail delivery error", "mail delivery subsystem", "mail delivery system", "delivery failure", "delivery failed", "delivery has failed", "delivery notification", "delivery report", "delivery problem", "failure notice", "failure delivery", "failed delivery", "returned mail", "returned to sender", "return to sender", "message delivery failure", "message not delivered", "message undeliverable", "message delayed", "delayed mail", "warning: message", "warning: could not send", "could not send message", "non remis", "nondeliverable mail", "non-deliverable", "mail could not be delivered", "unable to deliver", "email delivery failure", "permanent delivery failure", "temporary delivery failure", "delivery delayed", "delivery delay", "rejected:", "mail system error", "mail failure", "undeliverable mail", "user unknown", "mailbox full", "mailbox is full", "address not found", "message blocked", "message not sent", "your message wasn't delivered",
        "no se puede entregar", "mensaje no entregado", "no entregado", "correo no entregado", "error de entrega", "fallo de entrega", "fallo en la entrega", "devuelto al remitente", "correo devuelto", "notificación de estado de entrega", "notificacion de estado de entrega", "no se pudo entregar", "entrega fallida", "entrega retrasada", "buzón lleno", "falha na entrega", "não entregue", "mensagem não entregue", "não é possível entregar", "non remis :", "échec de la remise", "échec de remise", "unzustellbar", "nicht zugestellt", "mail delivery", "zustellung fehlgeschlagen", "non recapitabile", "mancato recapito", "onbestelbaar", "niet bezorgd", "nie dostarczono", "niedostarczalne", "niedoręczalne", "не доставлено", "недоставленное сообщение", "не вдалося доставити", "kan inte levereras", "går inte att leverera", "det går inte att leverera", "kunne ikke leveres", "kan ikke levere", "ei voida toimittaa", "toimitus epäonnistui", "ne peut pas être remis", "impossible de remettre", "não foi possível entregar", "impossibile recapitare", "kan niet worden bezorgd", "nie można dostarczyć", "не удается доставить", "не удалось доставить", "не вдається доставити", "系统退信", "系統退信", "无法传递", "無法傳遞", "無法投遞", "配信不能", "배달되지 않음", "teslim edilemedi", "nelze doručit", "nedoručitelné", "kézbesíthetetlen", "nelivrat", "αδύνατη η παράδοση", "kan ikke leveres", "ei voitu toimittaa", "无法投递", "退信");

    private static readonly string[] Senders = ["mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon", "mdaemon", "mail.daemon", "bounce", "bounces", "mailer_daemon", "maildeliverysystem", "mail-delivery-system"];

    /// <summary>Sentences that only mail servers write.</summary>
    private static readonly string[] Sentences = Plain.All(
        "this is the mail system at host", "this message was created automatically by mail delivery software", "this report relates to a message you sent", "i'm sorry to have to inform you that your message could not", "a message that you sent could not be delivered", "delivery to the following recipient failed", "delivery to the following recipients failed", "delivery has failed to these recipients", "your message did not reach some or all of the intended recipients", "your message wasn't delivered to", "your message couldn't be delivered to", "your message could not be delivered to", "your message was not delivered to", "i'm afraid i wasn't able to deliver your message", "i wasn't able to deliver your message", "this is a permanent error; i've given up", "the following address(es) failed", "the following addresses had permanent fatal errors", "the following addresses had transient non-fatal errors", "the following recipients could not be reached", "the following recipient(s) could not be reached", "the following recipient(s) cannot be reached", "could not be delivered to one or more recipients", "could not be delivered to the following", "couldn't be delivered to the following", "was not delivered to the following", "undeliverable to the following", "unable to deliver your message to", "unable to deliver message to", "unable to deliver to", "has not yet been delivered", "delivery to these recipients or groups is delayed", "delivery to these recipients or groups was delayed", "hi. this is the qmail-send program", "this is an informative message sent by", "this is a delivery failure notification", "this is a delivery warning notification", "the server will keep trying to deliver", "was blocked by our spam firewall", "has not been delivered yet", "an error occurred while trying to deliver the mail", "this is an automatically generated delivery status notification", "this is an automatically generated delivery failure", "there was a temporary problem delivering your message", "there was a problem delivering your message", "because the address couldn't be found", "message delivery has been delayed", "could not deliver the message in the time limit", "technical details of permanent failure", "technical details of temporary failure", "----- the following addresses", "----- transcript of session follows", "the e-mail account does not exist at the organization", "the email account that you tried to reach", "this user doesn't have a yahoo", "mail delivery to the following", "your mail to the following recipients could not be delivered", "sorry, we were unable to deliver your message", "we were unable to deliver your message", "your message to the following recipients", "the recipient's mailbox is full and can't accept messages now", "this message could not be delivered", "no further action is required on your part", "your email to", "the mail server could not deliver mail to", "message expired", "retry timeout exceeded", "delivery attempts will continue", "has exceeded the max number of retries",
        "no se ha podido entregar su mensaje", "no se pudo entregar el mensaje", "no se pudo entregar su mensaje", "su mensaje no se ha entregado", "su mensaje no pudo ser entregado", "su mensaje no se pudo entregar", "tu mensaje no se ha entregado", "no se encontró la dirección", "error de entrega a estos destinatarios", "error al entregar a los siguientes destinatarios", "la entrega a los siguientes destinatarios", "el mensaje no pudo entregarse", "mensaje no entregado a", "el siguiente destinatario no", "no fue posible entregar", "este mensaje se creó automáticamente por el software de entrega", "ha habido un problema al entregar", "se ha producido un error en la entrega", "el buzón del destinatario está lleno", "sua mensagem não foi entregue", "votre message n'a pas pu être", "échec de la remise pour les destinataires", "ihre nachricht konnte nicht zugestellt", "fehler bei der nachrichtenzustellung");

    private static readonly string[] Full = Plain.All("mailbox full", "mailbox is full", "mailbox for", "mailbox has exceeded", "over quota", "over-quota", "overquota", "quota exceeded", "exceeded quota", "exceeds quota", "exceed the quota", "quota limit", "disk quota", "exceeded storage", "storage allocation", "out of storage", "insufficient storage", "mailbox size limit", "mailbox quota", "inbox is full", "inbox full", "user is over", "recipient's mailbox is full", "not enough storage", "maximum size", "mailbox exceeds", "storage limit", "user over quota", "buzon lleno", "buzon esta lleno", "buzón de correo está lleno", "el buzon del destinatario esta lleno", "cuota excedida", "cuota superada", "excedido la cuota", "sin espacio", "caixa cheia", "caixa de entrada está cheia", "boite pleine", "boîte de réception pleine", "postfach ist voll", "empfangers ist voll", "boite aux lettres du destinataire est pleine", "boite aux lettres est pleine", "casella postale del destinatario e piena", "casella piena", "skrzynka pocztowa adresata jest pelna", "skrzynka odbiorcza jest pelna", "skrzynka jest pelna", "przepelniona", "postvak van de geadresseerde is vol", "postvak is vol", "ящик получателя переполнен", "ящик переполнен", "переполнена", "brevlada ar full", "postkassen er full", "postlaatikko on taynna", "caixa de correio do destinatario esta cheia", "邮箱已满", "郵箱已滿", "空间不足", "postfach voll", "mailbox unavailable: full", "quotaexceeded", "account is full", "has run out of");

    private static readonly string[] Soft = Plain.All("temporar", "transient", "deferred", "delayed", "will retry", "will be retried", "will keep trying", "try again", "try to deliver", "not yet been delivered", "timed out", "timeout", "greylist", "gray list", "rate limit", "too many", "connection refused", "could not connect", "could not be resolved temporarily", "still trying", "delivery attempts will continue", "retrasad", "se volvera a intentar", "seguira intentando", "intentando entregar", "warning message only", "do not need to resend", "out of memory", "service unavailable", "server busy", "resources temporarily", "host is down", "connection timed out", "4.4.1", "no answer from host", "has been postponed");

    private static readonly string[] Gone = Plain.All("user unknown", "unknown user", "no such user", "does not exist", "doesn't exist", "no mailbox", "mailbox not found", "address not found", "couldn't be found", "could not be found", "wasn't found", "invalid recipient", "unknown recipient", "recipient rejected", "recipient address rejected", "no longer valid", "no longer available", "account disabled", "account is disabled", "inactive", "unrouteable", "unknown address", "bad destination", "not a valid", "permanent", "no existe", "no se encontro", "desconocid", "domain not found", "host unknown", "host or domain name not found", "name or service not known");

    /// <summary>The bounce a mail without a report is, or null.</summary>
    internal static Machine.Finding? In(MimeHeaders headers, string subject, string text)
    {
        var looked = Plain.Of(text.Length > Looked ? text[..Looked] : text).Replace('\n', ' ');
        while (looked.Contains("  ", StringComparison.Ordinal))
            looked = looked.Replace("  ", " ", StringComparison.Ordinal);
        var from = headers.Address("From")?.Split('@')[0] ?? "";
        var daemon = Senders.Any(sender => from == sender || from.StartsWith(sender + "+", StringComparison.Ordinal) || (sender.Length > 8 && from.StartsWith(sender, StringComparison.Ordinal))) || headers.Has("X-Failed-Recipients");
        var title = Plain.Of(subject);
        var titled = !IsReply(title) && Subjects.Any(phrase => title.StartsWith(phrase, StringComparison.Ordinal) || (daemon && title.Contains(phrase, StringComparison.Ordinal)));

        // Words of a server inside a quote below a person's answer do not count: they must come first, with nothing before them.
        var head = looked.Length > 1_200 ? looked[..1_200] : looked;
        var sentence = Sentences.FirstOrDefault(phrase => head.Contains(phrase, StringComparison.Ordinal) && phrase is not ("your email to" or "no further action is required on your part" or "message expired"));
        var code = Code(looked);
        var evidence = (from is "mailer-daemon" or "mailerdaemon" or "mail-daemon" ? 3 : daemon ? 2 : 0) + (titled ? 2 : 0) + (sentence is not null ? 2 : 0) + (code is not null ? 1 : 0) + (Gone.Any(phrase => head.Contains(phrase, StringComparison.Ordinal)) || Full.Any(phrase => head.Contains(phrase, StringComparison.Ordinal)) ? 1 : 0);
        if (evidence < 3 && !(daemon && headers["Return-Path"]?.Trim() == "<>") && !(sentence is not null && headers.Fields.Count == 0 && (code is not null || ServerSentence(head, sentence))))
            return null;
        if (IsReply(title) && !daemon && headers.Fields.Count > 0)
            return null;
        return new(Classify(looked, code), $"a bounce: {(sentence ?? (titled ? "by its subject" : "by its sender"))}");
    }

    /// <summary>Which sort: full mailbox first, as its code is often that of a permanent failure; then what the status says; then the words.</summary>
    internal static Automation Classify(string text, string? code)
    {
        var plain = Plain.Of(text.Length > Looked ? text[..Looked] : text);
        code ??= Code(plain);
        var parts = code?.Split('.') ?? [];
        if (parts is [_, "2", "2"] || (Full.Any(phrase => plain.Contains(phrase, StringComparison.Ordinal) && phrase is not ("maximum size" or "mailbox for")) && parts is not [_, "1", _]))
            return Automation.MailboxFull;
        if (code is not null)
            return code[0] == '4' ? Automation.SoftBounce : Automation.HardBounce;
        if (plain.Contains("permanent error", StringComparison.Ordinal) || Gone.Any(phrase => plain.Contains(phrase, StringComparison.Ordinal) && phrase is not "permanent"))
            return Automation.HardBounce;
        return Soft.Any(phrase => plain.Contains(phrase, StringComparison.Ordinal)) ? Automation.SoftBounce : Automation.HardBounce;
    }

    /// <summary>The sentence opens the mail: nobody has written anything before it.</summary>
    private static bool ServerSentence(string head, string sentence) => head.IndexOf(sentence, StringComparison.Ordinal) < 160 || Gone.Any(phrase => head.Contains(phrase, StringComparison.Ordinal));

    private static bool IsReply(string title) =>
        title.StartsWith("re:", StringComparison.Ordinal) || title.StartsWith("fwd:", StringComparison.Ordinal) || title.StartsWith("fw:", StringComparison.Ordinal) || title.StartsWith("rv:", StringComparison.Ordinal) || title.StartsWith("aw:", StringComparison.Ordinal);

    /// <summary>An enhanced status code (RFC 3463), "5.1.1", else a reply code as "5.0.0" or "4.0.0".</summary>
    private static string? Code(string text)
    {
        for (var i = 0; i + 4 < text.Length; i++)
        {
            if (text[i] is '4' or '5' && text[i + 1] == '.' && char.IsAsciiDigit(text[i + 2]) && (i == 0 || !(char.IsAsciiDigit(text[i - 1]) || text[i - 1] == '.')))
            {
                var middle = i + 2;
                while (middle < text.Length && middle < i + 5 && char.IsAsciiDigit(text[middle]))
                    middle++;
                var end = middle + 1;
                while (end < text.Length && end < middle + 4 && char.IsAsciiDigit(text[end]))
                    end++;
                if (middle < text.Length && text[middle] == '.' && end > middle + 1 && (end == text.Length || text[end] != '.' || end + 1 == text.Length || !char.IsAsciiDigit(text[end + 1])))
                    return text[i..end];
            }
        }

        for (var i = 0; i + 3 < text.Length; i++)
        {
            if (text[i] is '4' or '5' && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && text[i + 3] is ' ' or '-' && (i == 0 || !char.IsLetterOrDigit(text[i - 1]))
                && text.AsSpan(i, 3) is "550" or "551" or "552" or "553" or "554" or "421" or "450" or "451" or "452" or "511" or "521" or "571")
                return text.AsSpan(i, 3) is "552" or "452" ? $"{text[i]}.2.2" : $"{text[i]}.0.0";
        }

        return null;
    }
}
