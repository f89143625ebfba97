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

    private static readonly PhraseText Replies = PhraseText.Load("Sms.Phrases.quick-replies");

    private static readonly Expression Notices = Forms.Among("notices");

    /// <summary>Marked as automatic at its end: "Can't talk right now. [auto reply]".</summary>
    private static readonly Expression Marked = Forms.Among("marked");

    /// <summary>Codes, confirmations and footers that other services send, and what networks say of a text.</summary>
    private static readonly Expression Services = Forms.Among("services");

    private static readonly Expression Driving = Forms.Among("driving");

    private static readonly Expression Office = Forms.Among("office");

    /// <summary>Quick replies offered by phones for calls and messages, when they are the whole text.</summary>
    private static readonly FrozenSet<string> Quick = Replies.Set("quick");

    /// <summary>Quick replies that people type as well: such a one alone is an answer.</summary>
    private static readonly FrozenSet<string> Typed = Replies.Set("quick, and typed by people");

    /// <summary>Without any of these pieces of words none of the forms can match: most texts are spared them.</summary>
    private static readonly SearchValues<string> OfServices = Pieces("pieces of services");

    private static readonly SearchValues<string> OfDriving = Pieces("pieces of driving");

    private static readonly SearchValues<string> OfOffices = Pieces("pieces of office");

    /// <summary>Why the text is a machine's, or null when a person may have written it.</summary>
    internal static string? Because(string text)
    {
        var folded = NormalizedText.Of(text);
        if (folded.Line.Length == 0)
            return null;
        if (folded.Line.Contains("aut", StringComparison.Ordinal) && Marked.IsMatch(folded.Line))
            return "marked as automatic by what sent it";
        if (Quick.Contains(folded.Words) && !Typed.Contains(folded.Words))
            return "a quick reply that phones offer";
        if (folded.Clauses.Count > 1 && folded.Clauses.All(Quick.Contains))
            return "quick replies that phones offer"; // "I'm in a meeting. Can I call you later?"
        if (folded.Line.AsSpan().ContainsAny(OfDriving) && Driving.IsMatch(folded.Line))
            return "a phone's driving mode";
        if (Notices.IsMatch(folded.Line) || (folded.Line.AsSpan().ContainsAny(OfServices) && Services.IsMatch(folded.Line)))
            return "a notice from a carrier or an auto-responder";
        return folded.Line.AsSpan().ContainsAny(OfOffices) && Office.IsMatch(folded.Words) ? "an office's automatic reply" : null;
    }

    private static SearchValues<string> Pieces(string topic) => SearchValues.Create([.. Forms.Set(topic)], StringComparison.Ordinal);
}
