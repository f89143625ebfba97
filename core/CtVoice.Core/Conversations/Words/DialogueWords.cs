using System.Globalization;
using CtVoice.Core.Conversations.Dialogues;

namespace CtVoice.Core.Conversations.Words;

/// <summary>A question of a talk, in the pieces that a message puts in one line and a page below each other.</summary>
/// <param name="Before">What is said before it; null when nothing is.</param>
/// <param name="Text">The question; null where what is said before asks it.</param>
/// <param name="Options">What may be picked, in order; empty where digits are asked for.</param>
public sealed record DialogueQuestion(string? Before, string? Text, IReadOnlyList<string> Options);

/// <summary>The fixed words of welcoming a member, and of asking after a silent year.</summary>
public abstract class DialogueWords
{
    /// <summary>The languages whose words a person reviewed; those of <see cref="Phrases.Reviewed"/>.</summary>
    public static IReadOnlyDictionary<string, DialogueWords> Reviewed { get; } =
        new Dictionary<string, DialogueWords>(StringComparer.Ordinal)
        {
            ["en"] = new EnglishDialogueWords(),
            ["es"] = new SpanishDialogueWords(),
        };

    /// <summary>The words of a language, English when it has none of its own.</summary>
    public static DialogueWords In(string language) => Reviewed.GetValueOrDefault(language) ?? Reviewed["en"];

    /// <summary>A question.</summary>
    /// <param name="step">Which.</param>
    /// <param name="asText">It is about text messages; otherwise about email.</param>
    /// <param name="opening">See <see cref="Dialogue.Opening"/>.</param>
    public abstract DialogueQuestion Question(DialogueStep step, bool asText, int opening = Dialogue.OpeningNow);

    /// <summary>What may follow from words of danger: said before anything else in a welcome.</summary>
    public abstract string IfDanger { get; }

    /// <summary>The same where a talk begins with it; null elsewhere.</summary>
    public string? IfDangerIn(DialogueStep step, int opening) =>
        step is DialogueStep.Consent && opening >= OpensWithDanger ? IfDanger : null;

    /// <summary>A question as a message, with what may be answered.</summary>
    /// <param name="step">Which.</param>
    /// <param name="asText">In a text message; otherwise in an email.</param>
    /// <param name="link">The page where it may be answered as well; left out of a text that has no room for it.</param>
    /// <param name="unwatched">Said in the welcome's opening while nobody is on call; null once somebody is.</param>
    /// <param name="opening">See <see cref="Dialogue.Opening"/>.</param>
    public string Ask(DialogueStep step, bool asText, Uri? link = null, string? unwatched = null, int opening = Dialogue.OpeningNow)
    {
        var question = Question(step, asText, opening);
        var danger = IfDangerIn(step, opening);
        var watch = step is DialogueStep.Consent ? unwatched : null;
        // Whoever hears from us for the first time, or after long, is told who writes and how to stop.
        var opens = step is DialogueStep.Consent or DialogueStep.StillYou;
        var ask = Joined(
            opens ? Phrases.Board + ":" : null, danger, danger is null ? null : watch, question.Before, danger is null ? watch : null,
            opens ? Phrases.StopHint : null, question.Text,
            question.Options.Count > 0 ? Phrases.ChoicesInShort(question.Options) : SendDigits);
        if (link is null)
            return ask;
        if (!asText)
            return $"{ask}\n\n{Phrases.OnPage(link.AbsoluteUri)}";
        return new[] { Joined(ask, Phrases.OrHere(link.AbsoluteUri)), Joined(ask, link.AbsoluteUri) }
            .FirstOrDefault(text => TextParts.Of(TextParts.Fit(text)) <= (danger is null ? Phrases.MostParts : Phrases.LongestParts))
            ?? ask;
    }

    // Dialogues that began before go on in the words that they began with.
    private const int OpensWithDanger = 3;

    /// <summary>Before a question that is explained once more.</summary>
    public abstract string Again { get; }

    /// <summary>The receipt of the question to try out. A digit is repeated, words never are.</summary>
    public abstract string Receipt(int? practised);

    /// <summary>The same as a message: the end of the welcome.</summary>
    public string Done(int? practised) => $"{Phrases.Board}: {Receipt(practised)}";

    /// <summary>Who writes still means the member.</summary>
    public abstract string StillYou { get; }

    /// <summary>Nothing more to ask.</summary>
    public abstract string Thanks { get; }

    /// <summary>The other words of the language.</summary>
    protected abstract Phrases Phrases { get; }

    /// <summary>How a code is answered by a message.</summary>
    protected abstract string SendDigits { get; }

    private static string Joined(params IEnumerable<string?> parts) => string.Join(' ', parts.Where(part => part is not null));
}

/// <summary>English. Written for this product.</summary>
internal sealed class EnglishDialogueWords : DialogueWords
{
    private static readonly string[] YesOrNo = ["yes", "no"];
    private static readonly string[] MayCall = ["yes, and leave a message", "yes, but no message", "no"];

    public override string IfDanger =>
        "If you write that someone is in danger, a person may read it and call you, and may have to tell 911 or DCF.";

    public override DialogueQuestion Question(DialogueStep step, bool asText, int opening = Dialogue.OpeningNow) => step switch
    {
        DialogueStep.Consent when asText => new(
            "You said we may text you about state data a few times a year. This cannot change your benefits. Msg & data rates may apply.",
            "Is this OK?", YesOrNo),
        DialogueStep.Consent => new(
            "You said we may write to you. We ask about state data a few times a year. This cannot change your benefits.", "Is this OK?",
            YesOrNo),
        DialogueStep.Language => new(null, "Which language do you want?", ["English", "Español"]),
        DialogueStep.Calls when asText => new(null, "May we call this number when we need to talk with you?", MayCall),
        DialogueStep.Calls => new(null, "May we call the number we have for you when we need to talk?", MayCall),
        DialogueStep.Shared when asText => new(null, "Does someone else read texts on this phone?", YesOrNo),
        DialogueStep.Shared => new(null, "Does someone else read this mail?", YesOrNo),
        DialogueStep.Discreet => new(null, "Should we leave the topic out of our texts?", YesOrNo),
        DialogueStep.Code => new("Pick a code of 4 to 8 digits. You need it to see your own words on our page.", null, []),
        DialogueStep.Practice => new("Now one to try out.", "Do you like to get texts in the morning?", ["yes", "some days", "no"]),
        _ => new("We have not heard from you for a year.", "Is this still you?", ["yes"]),
    };

    public override string Again => "Sorry, we could not read that.";

    public override string Receipt(int? practised) => practised is { } digit
        ? string.Create(CultureInfo.InvariantCulture,
            $"We saved your answer: {digit}. That is how it works. This one was just to try it out. Thank you!")
        : "We saved your words. That is how it works. This one was just to try it out. Thank you!";

    public override string StillYou => $"{Phrases.Board}: Good to hear from you. We will ask you again. {Phrases.StopHint}";

    public override string Thanks => $"{Phrases.Board}: Thank you. That is all for now.";

    protected override Phrases Phrases { get; } = Phrases.In("en");

    protected override string SendDigits => "Send the digits, or 0 for no code.";
}

/// <summary>Spanish. Written for this product.</summary>
internal sealed class SpanishDialogueWords : DialogueWords
{
    private static readonly string[] YesOrNo = ["sí", "no"];
    private static readonly string[] MayCall = ["sí, y dejar un mensaje", "sí, pero sin mensaje", "no"];

    public override string IfDanger =>
        "Si escribe que alguien está en peligro, una persona puede leerlo y llamarle, y quizás tenga que avisar al 911 o a DCF.";

    public override DialogueQuestion Question(DialogueStep step, bool asText, int opening = Dialogue.OpeningNow) => step switch
    {
        // Three parts hold no more beside what is said first.
        DialogueStep.Consent when asText && IfDangerIn(step, opening) is not null => new(
            "Usted dijo que le podemos mandar textos pocas veces al año sobre datos del estado. No puede cambiar sus beneficios. Puede "
                + "haber costo.", "¿Está bien?", YesOrNo),
        DialogueStep.Consent when asText => new(
            "Usted dijo que le podemos mandar textos. Son pocas veces al año, sobre datos del estado. No puede cambiar sus beneficios. "
                + "Puede haber costo por mensajes y datos.",
            "¿Está bien?", YesOrNo),
        DialogueStep.Consent => new(
            "Usted dijo que le podemos escribir. Son pocas veces al año, sobre datos del estado. No puede cambiar sus beneficios.",
            "¿Está bien?", YesOrNo),
        DialogueStep.Language => new(null, "¿Qué idioma quiere?", ["English", "Español"]),
        DialogueStep.Calls when asText => new(null, "¿Podemos llamar a este número si hay que hablar con usted?", MayCall),
        DialogueStep.Calls => new(null, "¿Podemos llamar al número que nos dio si hay que hablar con usted?", MayCall),
        DialogueStep.Shared when asText => new(null, "¿Otra persona lee los textos de este teléfono?", YesOrNo),
        DialogueStep.Shared => new(null, "¿Otra persona lee este correo?", YesOrNo),
        DialogueStep.Discreet => new(null, "¿Quiere que no digamos el tema en los textos?", YesOrNo),
        DialogueStep.Code => new("Elija un código de 4 a 8 números. Con él puede ver sus palabras en nuestra página.", null, []),
        DialogueStep.Practice => new("Una para probar.", "¿Le gusta recibir textos por la mañana?", ["sí", "a veces", "no"]),
        _ => new("Hace un año que no sabemos de usted.", "¿Todavía es usted?", ["sí"]),
    };

    public override string Again => "Perdón, no entendimos eso.";

    public override string Receipt(int? practised) => practised is { } digit
        ? string.Create(CultureInfo.InvariantCulture,
            $"Ya tenemos su respuesta: {digit}. Así funciona. Esta fue solo para probar. ¡Gracias!")
        : "Ya tenemos sus palabras. Así funciona. Esta fue solo para probar. ¡Gracias!";

    public override string StillYou => $"{Phrases.Board}: qué bueno saber de usted. Le vamos a preguntar otra vez. {Phrases.StopHint}";

    public override string Thanks => $"{Phrases.Board}: gracias. Eso es todo por hoy.";

    protected override Phrases Phrases { get; } = Phrases.In("es");

    protected override string SendDigits => "Mande los números, o 0 si no quiere.";
}
