using CtVoice.Core.Conversations.Mime;

namespace CtVoice.Core.Conversations.Email;

/// <summary>Read receipts that carry no report (RFC 8098), and answers to an invitation that say nothing but yes or no to a date.</summary>
internal static class Receipts
{
    private static readonly string[] Subjects = Plain.All(
        "read:", "not read:", "leído:", "no leído:", "lu:", "lu :", "non lu:", "non lu :", "lida:", "não lida:", "letto:", "letta:", "non letto:", "gelesen:", "ungelesen:", "gelezen:", "niet gelezen:", "przeczytano:", "nie przeczytano:", "прочитано:", "не прочитано:", "läst:", "läst :", "lest:", "læst:", "luettu:", "已读:", "已讀:", "已读：", "開封済み:", "읽음:", "return receipt", "read receipt", "acuse de lectura", "confirmación de lectura", "accusé de lecture", "lesebestätigung", "conferma di lettura", "leesbevestiging", "confirmação de leitura", "potwierdzenie przeczytania", "отчет о прочтении");

    private static readonly string[] Sentences = Plain.All(
        "was read on", "was read at", "was displayed on", "was opened on", "deleted without being read", "has been read", "return receipt for", "this is a return receipt", "this is a receipt for", "se leyó el", "fue leído", "ha sido leído", "se eliminó sin", "a été lu", "été supprimé sans", "été affiché", "foi lida", "foi lido", "foi excluída sem", "è stato letto", "è stato eliminato senza", "wurde gelesen", "gelesen am", "ungelesen gelöscht", "wurde am", "is gelezen", "werd gelezen", "została przeczytana", "został przeczytany", "прочитано", "было прочитано", "lästes", "blev läst", "ble lest", "blev læst", "luettiin", "于", "阅读", "讀取", "開封", "읽었습니다");

    /// <summary>Why the mail is such a receipt; null when it is none.</summary>
    internal static string? Because(MimeMail mail, string subject, string text, string reply)
    {
        if (reply.Length == 0 && mail.Attachments.Any(attachment => attachment.ContentType == "text/calendar"))
            return "an answer to an invitation in a calendar, without a word";
        var title = Plain.Of(subject).TrimStart();
        return text.Length < 2_000 && Subjects.Any(phrase => title.StartsWith(phrase, StringComparison.Ordinal)) && Plain.Of(text) is var plain
            && Sentences.Any(phrase => plain.Contains(phrase, StringComparison.Ordinal)) ? "a read receipt by its wording" : null;
    }
}
