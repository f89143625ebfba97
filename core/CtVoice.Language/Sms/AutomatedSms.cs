using System.Buffers;
using System.Collections.Frozen;
using CtVoice.Language.Matching;
using CtVoice.Language.Meaning;

namespace CtVoice.Language.Sms;

/// <summary>Texts that a phone or a carrier sends by itself: driving modes, quick replies,
/// blocking and landline notices, office hours.</summary>
internal static class AutomatedSms
{
    private static readonly PhraseForms Forms = PhraseForms.Load("Sms.Phrases.automated");

    private static readonly Expression Notices = Forms.Among("notices");

    /// <summary>Marked as automatic at its end: "Can't talk right now. [auto reply]".</summary>
    private static readonly Expression Marked = Forms.Among("marked");

    /// <summary>Codes, confirmations and footers that other services send, and what networks say of a text.</summary>
    private static readonly Expression Services = Forms.Among("services");

    private static readonly Expression Driving = Forms.Among("driving");

    private static readonly Expression Office = Forms.Among("office");

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
