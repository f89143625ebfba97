using CtVoice.Language.Sms;

namespace CtVoice.Language.Tests.Sms;

/// <summary>
/// What is not to be done, and to whom, multiplied out: thirteen thousand pieces of advice in the words of a wish to be left alone.
/// None ends messages.
/// </summary>
public sealed class AdviceNotStopTests
{
    private static readonly string[] ToCease =
        ["stop ", "please stop ", "quit ", "no more ", "end ", "cancel ", "they should stop ", "yall need to stop ",
        "i want you to stop "];

    private static readonly string[] Doing =
        ["sending", "calling", "texting", "writing", "contacting", "emailing", "sharing", "taking", "asking", "bothering", "messaging",
            "removing", "mailing"];

    private static readonly string[] NotTo = ["dont ", "do not ", "never ", "please dont ", "no "];

    private static readonly string[] Do =
        ["send", "call", "text", "write", "contact", "email", "share", "take", "ask", "bother", "message", "remove", "mail"];

    private static readonly string[] What =
        [
            "letters in english", "people at work", "the landlord", "my landlord", "seniors", "our data", "my data to ice", "kids names",
            "my kids school", "the school about my kids", "letters nobody can read", "people's jobs", "shelter residents",
            "folks who said no", "the same letter 3 times", "my son about court", "my ex", "my mom at the nursing home",
            "bills to dead people", "anybody without asking", "home", "the police", "my doctor", "patients", "my boss about me",
            "dcf on mothers", "the sick", "elderly folks at night", "texts to people without phones", "survey letters",
            "families over and over", "foster kids", "my husband", "notices late", "benefits letters to the wrong house",
            "my information",
            "my info to other agencies", "me like a number", "us like criminals", "me in circles", "names", "papers twice",
            "the same questions to families", "calls to employers",
        ];

    private static readonly string[] Enough =
        ["no ", "no more ", "stop ", "stop the ", "end ", "end the ", "cancel the ", "enough ", "enough with the ", "stop all ",
        "quit the ",
            "remove the ", "delete the ", "basta de ", "no mas ", "alto a los "];

    private static readonly string[] Things =
        [
            "letters", "calls to landlords", "surveys for kids", "texts to minors", "reminders in english", "emails to caseworkers",
            "phone calls from collectors", "messages to parents", "robocalls", "paperwork", "denials", "cuts", "evictions",
            "data sharing",
            "spying", "names", "cameras", "lists", "waiting lists", "phone trees", "home visits", "home calls", "call centers",
            "text scams",
        ];

    private static readonly string[] DejenDe = ["paren de ", "dejen de ", "que dejen de ", "basta de ", "que paren de "];

    private static readonly string[] Hacer =
        ["mandar", "llamar", "escribir", "compartir", "pedir", "quitar", "molestar", "enviar", "preguntar", "cortar", "borrar",
        "contactar"];

    private static readonly string[] No = ["ya no ", "no ", "que no ", "por favor no ", "quiero que no ", "nunca "];

    private static readonly string[] Hagan =
        ["manden", "llamen", "escriban", "compartan", "pidan", "quiten", "molesten", "envien", "pregunten", "corten", "borren",
        "contacten"];

    private static readonly string[] Que =
        [
            "cartas en ingles", "a los caseros", "a la gente en el trabajo", "la ayuda a las familias", "papeles dos veces",
            "a los ancianos",
            "los datos de mis hijos", "cartas a mi mama", "a mi jefe", "avisos tarde", "los cupones", "a la escuela", "mi informacion",
            "nuestros datos", "a los niños", "mensajes a menores", "textos a los viejitos", "la misma carta", "a mi hijo", "a la policia",
        ];

    private static IEnumerable<string> Advice =>
        [
            .. from cease in ToCease from doing in Doing from what in What select $"{cease}{doing} {what}",
            .. from not in NotTo from verb in Do from what in What select $"{not}{verb} {what}",
            .. from enough in Enough from thing in Things select enough + thing,
            .. from dejen in DejenDe from hacer in Hacer from que in Que select $"{dejen}{hacer} {que}",
            .. from no in No from hagan in Hagan from que in Que select $"{no}{hagan} {que}",
        ];

    [Fact]
    public void No_advice_ends_messages() =>
        Assert.Equal([], Advice.Where(text => SmsReader.Read(text, SmsContext.Default).Kind is SmsKind.OptOut));

    /// <summary>One in fifteen pauses: "stop contacting my ex" may be hers.</summary>
    [Fact]
    public void Hardly_any_pauses() =>
        Assert.InRange(
            Advice.Count(text => SmsReader.Read(text, SmsContext.Default).Kind is SmsKind.AmbiguousOptOut), 0, Advice.Count() / 12);
}
