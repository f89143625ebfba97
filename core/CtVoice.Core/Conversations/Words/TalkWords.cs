using System.Globalization;
using CtVoice.Core.Conversations.Talks;

namespace CtVoice.Core.Conversations.Words;

/// <summary>The fixed words of welcoming a member, and of asking after a silent year.</summary>
public abstract class TalkWords
{
    /// <summary>The languages whose words a person reviewed; those of <see cref="Phrases.Reviewed"/>.</summary>
    public static IReadOnlyDictionary<string, TalkWords> Reviewed { get; } = new Dictionary<string, TalkWords>(StringComparer.Ordinal)
    {
        ["en"] = new EnglishTalkWords(),
        ["es"] = new SpanishTalkWords(),
    };

    /// <summary>The words of a language, English when it has none of its own.</summary>
    public static TalkWords In(string language) => Reviewed.GetValueOrDefault(language) ?? Reviewed["en"];

    /// <summary>A question, with what may be answered.</summary>
    /// <param name="step">Which.</param>
    /// <param name="asText">In a text message; otherwise in an email.</param>
    public abstract string Ask(TalkStep step, bool asText);

    /// <summary>Before a question that is explained once more.</summary>
    public abstract string Again { get; }

    /// <summary>The receipt of the question to try out, and the end.</summary>
    public abstract string Done(int? practised);

    /// <summary>Who writes still means the member.</summary>
    public abstract string StillYou { get; }

    /// <summary>Nothing more to ask.</summary>
    public abstract string Thanks { get; }
}

/// <summary>English. Written for this product.</summary>
internal sealed class EnglishTalkWords : TalkWords
{
    private static readonly Phrases Words = Phrases.In("en");

    public override string Ask(TalkStep step, bool asText) => step switch
    {
        TalkStep.Consent when asText =>
            $"{Words.Board}: you said we may text you. We ask about state data a few times a year. This cannot change your benefits. Msg & data rates may apply. {Words.StopHint} Is this OK? Reply 1 yes; 2 no.",
        TalkStep.Consent =>
            $"{Words.Board}: you said we may write to you. We ask about state data a few times a year. This cannot change your benefits. {Words.StopHint} Is this OK? Reply 1 yes; 2 no.",
        TalkStep.Language => "Which language do you want? Reply 1 English; 2 Español.",
        TalkStep.Shared when asText => "Does someone else read texts on this phone? Reply 1 yes; 2 no.",
        TalkStep.Shared => "Does someone else read this mail? Reply 1 yes; 2 no.",
        TalkStep.Discreet => "Should we leave the topic out of our texts? Reply 1 yes; 2 no.",
        TalkStep.Code => "Pick a code of 4 to 8 digits. You need it to see your own words on our page. Send the digits, or 0 for no code.",
        TalkStep.Practice => "Now one to try out. Do you like to get texts in the morning? Reply 1 yes; 2 some days; 3 no.",
        _ => $"{Words.Board}: we have not heard from you for a year. Is this still you? Reply 1 yes. {Words.StopHint}",
    };

    public override string Again => "Sorry, we could not read that.";

    public override string Done(int? practised) => practised is { } digit
        ? string.Create(CultureInfo.InvariantCulture, $"{Words.Board}: We saved your answer: {digit}. That is how it works. This one was just to try it out. Thank you!")
        : $"{Words.Board}: We saved your words. That is how it works. This one was just to try it out. Thank you!";

    public override string StillYou => $"{Words.Board}: Good to hear from you. We will ask you again. {Words.StopHint}";

    public override string Thanks => $"{Words.Board}: Thank you. That is all for now.";
}

/// <summary>Spanish. Written for this product.</summary>
internal sealed class SpanishTalkWords : TalkWords
{
    private static readonly Phrases Words = Phrases.In("es");

    public override string Ask(TalkStep step, bool asText) => step switch
    {
        TalkStep.Consent when asText =>
            $"{Words.Board}: usted dijo que le podemos mandar textos. Son pocas veces al año, sobre datos del estado. No puede cambiar sus beneficios. Puede haber costo. {Words.StopHint} ¿Está bien? Responda 1 sí; 2 no.",
        TalkStep.Consent =>
            $"{Words.Board}: usted dijo que le podemos escribir. Son pocas veces al año, sobre datos del estado. No puede cambiar sus beneficios. {Words.StopHint} ¿Está bien? Responda 1 sí; 2 no.",
        TalkStep.Language => "¿Qué idioma quiere? Responda 1 English; 2 Español.",
        TalkStep.Shared when asText => "¿Otra persona lee los textos de este teléfono? Responda 1 sí; 2 no.",
        TalkStep.Shared => "¿Otra persona lee este correo? Responda 1 sí; 2 no.",
        TalkStep.Discreet => "¿Quiere que no digamos el tema en los textos? Responda 1 sí; 2 no.",
        TalkStep.Code => "Elija un código de 4 a 8 números. Con él puede ver sus palabras en nuestra página. Mande los números, o 0 si no quiere.",
        TalkStep.Practice => "Una para probar. ¿Le gusta recibir textos por la mañana? Responda 1 sí; 2 a veces; 3 no.",
        _ => $"{Words.Board}: hace un año que no sabemos de usted. ¿Todavía es usted? Responda 1 sí. {Words.StopHint}",
    };

    public override string Again => "Perdón, no entendimos eso.";

    public override string Done(int? practised) => practised is { } digit
        ? string.Create(CultureInfo.InvariantCulture, $"{Words.Board}: ya tenemos su respuesta: {digit}. Así funciona. Esta fue solo para probar. ¡Gracias!")
        : $"{Words.Board}: ya tenemos sus palabras. Así funciona. Esta fue solo para probar. ¡Gracias!";

    public override string StillYou => $"{Words.Board}: qué bueno saber de usted. Le vamos a preguntar otra vez. {Words.StopHint}";

    public override string Thanks => $"{Words.Board}: gracias. Eso es todo por hoy.";
}
