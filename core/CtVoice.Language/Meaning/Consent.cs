using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Consent to be written to that is taken back, by any reasonable means (47 CFR 64.1200(a)(10)). "No longer" or "any more" says that it
/// was given before, which only that to messages was; consent to something else ("... to the forms") is an answer.
/// </summary>
internal static class Consent
{
    private const string Lead = "^((please|pls|ok|sorry|hi|hello|hola|no|and|y|por favor|perdon|now|i) )*";
    private const string Thing = "(consent|permission|authorization|opt in)";
    private const string Cosa = "(consentimiento|permiso|autorizacion)";

    /// <summary>What may follow: to these messages, or to us.</summary>
    private const string End =
        "( (to|for|of|about|de|para|a|por|que|con|being|be|get|getting|receive|receiving|recibir|text|texts|texting|texted|message"
            + "|messages|messaging|messaged|contact|contacted|contacting|email|emails|emailing|call|calls|calling|these|this|those|your"
            + "|you|any|the|me|us|it|my|" +
        "mensajes?|textos?|correos?|recordatorios|reminders|notifications|sus|su|sms|estos|esos|esto|los|mas|nada|escrib\\w+|mand\\w+"
            + "|contact\\w+|envi\\w+|textear\\w*|llam\\w+|me (escriban|manden|envien|contacten|llamen)|anymore|any more|anymore "
            + "please|please|thanks|thank|gracias|por favor|number|phone|numero|telefono|mi|este|this))*$";

    private static readonly Expression Takes = new(
        Lead + "(no longer (consent|authorize|agree to (get|receive|be|these|your)|give( you| u)?( my)? " + Thing + "|have my " + Thing
            + ")|(dont|do not) (consent|authorize|give( you)?( my)? " + Thing
            + ") (.* )?(anymore|any more)|(hereby )?(am |im "
            + ")?(take|taking|withdraw|withdrawing|revoke|revoking|rescind|rescinding|pull|pulling|retract|cancel|cancelling)( back)? "
            + "(my|all|any)( " + Thing + ")+" + ")" + End + "|" +
        Lead + "(yo )?ya no (te |les |le |los |las )*(consiento|autorizo|(doy|damos|di) (mi |el |ningun |mas )?" + Cosa + "|tienen? mi "
        + Cosa + ")" + End + "|" +
        Lead + "(yo )?(les |le )?(retiro|revoco|quito|cancelo|anulo) (mi|el|todo) " + Cosa + End);

    /// <summary>Whether a clause takes such consent back.</summary>
    internal static bool TakenBack(string clause) => clause.Length <= 200 && Takes.IsMatch(clause);
}
