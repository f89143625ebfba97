using System.Buffers;

namespace CtVoice.Core.Conversations.Email;

/// <summary>Lines such as "-----Original Message-----" and "Begin forwarded message:", after which an earlier mail follows.</summary>
internal static class Separator
{
    private static readonly SearchValues<char> Rule = SearchValues.Create("-_=*—–#~ ");

    /// <summary>"__._,_.___" of Yahoo's groups.</summary>
    private static readonly SearchValues<char> Ornament = SearchValues.Create("_.,");

    private static readonly string[] Dashed = Plain.All(
        "original", "original message", "original appointment", "mensaje original", "mensagem original", "message d'origine", "message original", "messaggio originale", "ursprüngliche nachricht", "originalnachricht", "ursprungliche mail", "original-nachricht", "originale nachricht", "oorspronkelijk bericht", "origineel bericht", "wiadomość oryginalna", "oryginalna wiadomość", "oryginalny list", "исходное сообщение", "исходное письмо", "оригинальное сообщение", "оригінальне повідомлення", "вихідне повідомлення", "початкове повідомлення", "оригінал повідомлення", "ursprungligt meddelande", "originalmeddelande", "opprinnelig melding", "original melding", "oprindelig meddelelse", "original meddelelse", "oprindelig besked", "alkuperäinen viesti", "mesaj orijinal", "mesaj original", "原始邮件", "原始郵件", "回复的原邮件", "回复邮件", "转发的原邮件", "回覆的原郵件", "الرسالة الأصلية", "הודעה מקורית", "thư gốc", "tin nhắn gốc", "mesazhi origjinal", "originale meddelelse", "原邮件", "原始信件", "元のメッセージ", "original mail", "원본 메시지", "원본 메일", "původní zpráva", "původní e-mail", "pôvodná správa", "özgün ileti", "orijinal mesaj", "orijinal ileti", "eredeti üzenet", "mesajul original", "αρχικό μήνυμα",
        "forwarded message", "forwarded by", "forwarded mail", "mensaje reenviado", "mensagem encaminhada", "mensagem reencaminhada", "message transféré", "message réexpédié", "messaggio inoltrato", "weitergeleitete nachricht", "doorgestuurd bericht", "doorgestuurde bericht", "przekazana wiadomość", "wiadomość przekazana", "treść przekazanej wiadomości", "пересылаемое сообщение", "пересланное сообщение", "перенаправленное сообщение", "переслане повідомлення", "переадресоване повідомлення", "vidarebefordrat meddelande", "videresendt melding", "videresendt meddelelse", "videresendt besked", "välitetty viesti", "edelleenlähetetty viesti", "mesaj transfere", "mesaj voye", "转发邮件", "转发的邮件", "轉寄郵件", "转发邮件信息", "転送メッセージ", "전달된 메시지", "přeposlaná zpráva", "preposlaná správa", "iletilen mesaj", "yönlendirilen ileti", "továbbított üzenet", "mesaj redirecționat", "προωθημένο μήνυμα", "reply message", "mensaje de respuesta", "ursprung", "previous message", "earlier message", "reply above this line", "type your reply above", "reply above this", "escriba su respuesta arriba", "responda arriba de esta línea", "responda por encima de esta línea", "please reply above this line", "message précédent", "vorherige nachricht", "mensaje anterior", "mensagem anterior");

    private static readonly string[] Whole = Plain.All(
        "begin forwarded message", "inicio del mensaje reenviado", "início da mensagem reencaminhada", "início da mensagem encaminhada", "début du message réexpédié", "début du message transféré", "inizio messaggio inoltrato", "inizio del messaggio inoltrato", "anfang der weitergeleiteten nachricht", "anfang der weitergeleiteten e-mail", "begin doorgestuurd bericht", "początek przekazywanej wiadomości", "początek przekierowanej wiadomości", "начало переадресованного сообщения", "начало пересылаемого сообщения", "початок листа, що пересилається", "початок переадресованого повідомлення", "vidarebefordrat brev", "videresendt besked", "videresendt melding", "start på videresendt besked", "start på videresendt melding", "välitetty viesti alkaa", "edelleenlähetetty viesti alkaa", "开始转发的邮件", "下面是被转发的邮件", "開始轉寄郵件", "以下は転送されたメッセージです", "전달된 메시지 시작", "začátek přeposlané zprávy", "iletilmiş mesajın başlangıcı", "begin forwarded mail", "mesaj voye kòmanse");

    /// <summary>Whether the line is such a separator, dashes and all.</summary>
    internal static bool Is(string line)
    {
        var trimmed = line.Replace("&nbsp;", " ", StringComparison.Ordinal).Trim();
        if (trimmed.Length is < 6 or > 160)
            return false;
        var bare = trimmed.Trim('-', '_', '=', '*', '>', '<', ' ', '–', '—', '‐', '‑', '#', ':', '：', '~', '+', '.', '[', ']', '\u00A0', '|');
        var framed = trimmed.Length - bare.Length >= 4 && trimmed[0] is '-' or '_' or '=' or '*' or '–' or '—' or '‐' or '‑' or '#' or '~';
        if (bare.Length == 0 || !(framed || trimmed[^1] is ':' or '：'))
            return false;
        var plain = Plain.Of(bare).Trim();
        if (Whole.Contains(plain))
            return true;
        return framed && Dashed.Any(phrase => plain == phrase || (plain.StartsWith(phrase, StringComparison.Ordinal) && plain.Length <= phrase.Length + 60 && (phrase.Contains("forwarded", StringComparison.Ordinal) || phrase.Contains("above", StringComparison.Ordinal) || phrase.Contains("arriba", StringComparison.Ordinal) || phrase.Contains("encima", StringComparison.Ordinal))) || (plain.EndsWith(phrase, StringComparison.Ordinal) && phrase.Contains("above", StringComparison.Ordinal)))
            || (framed && plain.Contains("reply above this line", StringComparison.Ordinal));
    }

    /// <summary>The words of a separator without its dashes: believed only above a block of header fields.</summary>
    internal static bool IsBare(string line)
    {
        var trimmed = line.Trim().Trim('*', '_', ' ', ':');
        return trimmed.Length is >= 6 and <= 60 && Dashed.Contains(Plain.Of(trimmed));
    }

    /// <summary>A rule of underscores, dashes and the like, as programs draw above the earlier mail and above what they add.</summary>
    internal static bool IsRule(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return trimmed.Length >= 5 && (trimmed.IndexOfAnyExcept(Rule) < 0 || (trimmed.StartsWith("__") && trimmed.EndsWith("__") && trimmed.IndexOfAnyExcept(Ornament) < 0));
    }

    /// <summary>A rule so long, or so odd, that lists and portals draw it above their footers and people do not.</summary>
    internal static bool IsFooterRule(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return (trimmed.Length >= 20 || trimmed.StartsWith("__._")) && IsRule(line);
    }

    /// <summary>"-------- Original message --------From: Ann ...": phones that put the whole earlier mail on one line.</summary>
    internal static bool RunsOn(string line)
    {
        var trimmed = line.TrimStart();
        var start = trimmed.AsSpan().IndexOfAnyExcept(Rule);
        if (start < 4)
            return false;
        var end = trimmed.AsSpan(start).IndexOf("--", StringComparison.Ordinal);
        return end is > 0 and < 60 && Dashed.Contains(Plain.Of(trimmed[start..(start + end)]).Trim());
    }
}
