using CtVoice.Language.Matching;
using CtVoice.Language.Mime;

namespace CtVoice.Language.Email;

/// <summary>Read receipts that carry no report (RFC 8098), and answers to an invitation that say nothing but yes or no to a date.</summary>
internal static class Receipts
{
    private static readonly string[] Subjects = Plain.All(
        "read:", "not read:", "leído:", "no leído:", "lu:", "lu :", "non lu:", "non lu :", "lida:", "não lida:", "letto:", "letta:", "non letto:", "gelesen:", "ungelesen:", "gelezen:", "niet gelezen:", "przeczytano:", "nie przeczytano:", "прочитано:", "не прочитано:", "läst:", "läst :", "lest:", "læst:", "luettu:", "已读:", "已讀:", "已读：", "開封済み:", "읽음:", "return receipt", "read receipt", "acuse de lectura", "confirmación de lectura", "accusé de lecture", "lesebestätigung", "conferma di lettura", "leesbevestiging", "confirmação de leitura", "potwierdzenie przeczytania", "отчет о прочтении");

    private static readonly PhraseSet Sentences = Of(
        "was read on", "was read at", "was displayed on", "was opened on", "deleted without being read", "has been read", "return receipt for", "this is a return receipt", "this is a receipt for", "se leyó el", "fue leído", "ha sido leído", "se eliminó sin", "a été lu", "été supprimé sans", "été affiché", "foi lida", "foi lido", "foi excluída sem", "è stato letto", "è stato eliminato senza", "wurde gelesen", "gelesen am", "ungelesen gelöscht", "gelesen.", "is gelezen", "werd gelezen", "została przeczytana", "został przeczytany", "прочитано", "было прочитано", "lästes", "blev läst", "ble lest", "blev læst", "luettiin", "已于", "阅读时间", "讀取", "開封", "읽었습니다");

    /// <summary>A mail that was delivered, as Exchange reports it.</summary>
    private static readonly PhraseSet Delivered = Of("has been delivered to the following recipients", "was delivered to the following recipients", "recipients or groups is complete, but no delivery notification", "recipients or distribution lists is complete", "se entregó a los siguientes destinatarios", "se ha completado la entrega a estos destinatarios", "a été remis aux destinataires suivants", "la remise à ces destinataires", "wurde an die folgenden empfänger übermittelt", "zustellung an diese empfänger oder gruppen ist abgeschlossen", "foi entregue aos seguintes destinatários", "è stato recapitato ai seguenti destinatari");

    /// <summary>What Google Calendar writes for a person who pressed a button.</summary>
    private static readonly Expression Pressed = new(@"\bhas (tentatively )?(accepted|declined) this invitation[. ]*(\n|$)|\bha (aceptado|rechazado) esta invitacion[. ]*(\n|$)|\ba (accepte|refuse) cette invitation[. ]*(\n|$)|\b(aceitou|recusou) este convite[. ]*(\n|$)|\bhat diese einladung (angenommen|abgelehnt)[. ]*(\n|$)");

    /// <summary>Why the mail is such a receipt; null when it is none.</summary>
    internal static string? Because(MimeMail mail, string subject, string text, string reply)
    {
        if (mail.Attachments.Any(attachment => attachment.ContentType == "text/calendar") && (reply.Length == 0 || (Plain.Of(reply) is var answer && Pressed.IsMatch(answer) && !answer.Contains(" note", StringComparison.Ordinal))))
            return "an answer to an invitation in a calendar, without a word";
        if (text.Length > 2_000)
            return null;
        var title = Plain.Of(subject).TrimStart();
        var plain = Bounces.OneLine(text);
        if ((Subjects.Any(phrase => title.StartsWith(phrase, StringComparison.Ordinal)) || OpensWithFields(text)) && Sentences.In(plain) && !Title.Answers(title))
            return "a read receipt by its wording";
        return Delivered.In(plain) && !PersonSigns.Speaks(plain) ? "a report that a mail was delivered" : null;
    }

    /// <summary>"Your message", and below it To, Subject and Sent of that mail.</summary>
    private static bool OpensWithFields(string text)
    {
        var lines = text.Split('\n').Where(line => line.AsSpan().Trim().Length > 0).Take(4).ToArray();
        return lines.Length == 4 && lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 3 && !lines[0].Contains(':', StringComparison.Ordinal) && lines.Skip(1).All(line => line.AsSpan().Trim().IndexOfAny(':', '：') is > 0 and < 20);
    }

    private static PhraseSet Of(params string[] phrases) => new(Plain.All(phrases));
}
