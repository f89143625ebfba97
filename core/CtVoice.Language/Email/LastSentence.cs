using CtVoice.Language.Matching;

namespace CtVoice.Language.Email;

/// <summary>
/// Whoever goes on from an absence to the matter is a person: "I am off work until February and the check is half. People in my place need
/// the ride more than the food." A notice ends with when, whom to ask, or a courtesy.
/// </summary>
internal static class LastSentence
{
    /// <summary>Fewer words than this are a name or a courtesy.</summary>
    private const int Fewest = 7;

    /// <summary>What the last sentence of a notice speaks of.</summary>
    private static readonly Expression OfNotice = new(
        "\\b(e?-?mails?|messages?|mailbox|inbox|voicemail|calls?|calling|phone|contact\\w*|reach\\w*|respon\\w+|repl(y|ies|ied|ying)"
            + "|return\\w*"
            + "|back|office|closed|hours|open(s|ing)?|reopen\\w*|monday|tuesday|wednesday|thursday|friday|weekends?|holidays?"
            + "|vacation|leave"
            + "|urgent\\w*|emergenc\\w+|immediate\\w*|assist\\w*|help|questions|team|staff|colleagues?|absence|until|through|delay\\w*"
            + "|patience|understanding|inconvenience|apologi\\w+|thank\\w*|sincerely|regards|wish\\w*|safe|happy|access|automat\\w+|ticket"
            + "|request|inquir\\w+|service|website|www|correos?|mensajes?|oficina|llam\\w+|contact\\w+|comuni\\w+|dirij\\w+|escrib\\w+"
            + "|respond\\w+|contest\\w+|regres\\w+|vuelv\\w+|urgen\\w+|emergenc\\w+|hasta|horario|gracias|disculp\\w+|molestias|atencion"
            + "|atend\\w+|atent\\w+|saludos|lunes|martes|miercoles|jueves|viernes|position|role|covering|cover|schedule|appointment"
            + "|visit|link|below|department|number|forward(ed|ing)?|longer|working|work|ping|text|cell|wait)\\b|@|[0-9]{3}");

    /// <summary>Whether a text ends with a sentence that no notice ends with.</summary>
    /// <param name="plain">The text as <see cref="Plain"/> gives it.</param>
    internal static bool IsOfTheMatter(string plain)
    {
        var text = plain.AsSpan().TrimEnd();
        if (text is not [.., '.' or '!' or '?'])
            return false;
        var body = text[..^1];
        var from = Math.Max(body.LastIndexOf(". "), Math.Max(body.LastIndexOf("! "), body.LastIndexOf("? ")));
        var last = body[(from + 1)..].Trim();
        return from > 0 && last.Count(' ') + 1 >= Fewest && !last.Contains('\n') && !OfNotice.IsMatch(last);
    }
}
