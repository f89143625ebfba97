using System.Globalization;
using CtVoice.Core.Reviews;
using CtVoice.Web.Pages;

namespace CtVoice.Web.Front;

/// <summary>Something with a title and a sentence or two.</summary>
public sealed record Told(string Title, string Text);

/// <summary>The words of the front page in one language. No person has reviewed the Spanish ones yet.</summary>
public sealed record FrontWords(string Language, PageFrame Frame)
{
    public required string Title { get; init; }

    public required string Lead { get; init; }

    public required string Picture { get; init; }

    public required string Read { get; init; }

    public required Told Other { get; init; }

    public required string Overdue { get; init; }

    public required string OneAnswer { get; init; }

    public required string Answers { get; init; }

    public required string Since { get; init; }

    public required string Brings { get; init; }

    public required Told Resident { get; init; }

    public required string Safety { get; init; }

    public required Told Agency { get; init; }

    public required string SignIn { get; init; }

    public required Told See { get; init; }

    public required string Register { get; init; }

    public required string Landscape { get; init; }

    public required string Newest { get; init; }

    public required string NoAnswers { get; init; }

    public required string Advised { get; init; }

    public required string Answered { get; init; }

    public required string All { get; init; }

    public required string Feed { get; init; }

    public required string How { get; init; }

    public required IReadOnlyList<Told> Steps { get; init; }

    public required string Who { get; init; }

    public required IReadOnlyList<string> Decides { get; init; }

    public required string Check { get; init; }

    internal string Of(AnswerKind kind) => Language == "es"
        ? kind switch
        {
            AnswerKind.Adopted => "Lo harán",
            AnswerKind.AdoptedInPart => "Lo harán en parte",
            AnswerKind.NotAdopted => "No lo harán",
            AnswerKind.Deferred => "Lo decidirán más tarde",
            _ => "Falta información",
        }
        : Web.Register.RegisterWords.Of(kind);

    internal string Day(DateOnly day) => Language == "es"
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Day} de {Months[day.Month - 1]} de {day.Year}")
        : Web.Register.RegisterWords.Day(day);

    private static readonly string[] Months =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    internal static FrontWords English { get; } = new("en", PageFrame.English)
    {
        Title = "Residents advise. Agencies answer. Everybody can see it.",
        Lead = "When a Connecticut agency wants to use data about people who are poor or get state services, residents who live it are "
            + "asked first. Each piece of advice gets an answer in public.",
        Picture = "Two speech bubbles: residents speak, the agency answers",
        Read = "Read what residents advised",
        Other = new("Español", "/es"),
        Overdue = "Overdue now",
        OneAnswer = "1 answer",
        Answers = "answers",
        Since = "since",
        Brings = "What brings you here?",
        Resident = new("I am a resident",
            "You got a question from us, or want to know what became of your advice. Answer in the message or by its link."),
        Safety = "You never need an account. Your answer cannot change your benefits. Your caseworker does not see your name.",
        Agency = new("I work for an agency",
            "Find out in five minutes whether your project needs a review. Send it in, see each date, answer advice."),
        SignIn = "Sign in",
        See = new("I want to see for myself",
            "Every project, what residents said, what agencies answered, which promises were kept and which were not."),
        Register = "Public register",
        Landscape = "Which data about whom",
        Newest = "The newest answers",
        NoAnswers = "No agency has answered yet.",
        Advised = "Residents advised",
        Answered = "answered",
        All = "All answers in the register",
        Feed = "Follow by feed",
        How = "How it works",
        Steps =
        [
            new("An agency sends a project", "What it wants to know, whose data, and why."),
            new("Residents are asked", "A few short questions by text, mail, page or phone. In their language. They are paid."),
            new("A report goes out", "Numbered recommendations. People who disagree keep a number of their own."),
            new("The agency answers each one", "By a date. Late is shown as late. Then residents say if it answered them."),
            new("Promises are followed", "Until they are kept, or are publicly not kept."),
        ],
        Who = "Who decides?",
        Decides =
        [
            "The agency decides about its project. The board advises and has no veto. A coordinator at the Office of Policy and "
                + "Management picks who is asked by written rules, and writes up the advice. No part of this is decided by artificial "
                + "intelligence.",
            "Each step is written to a record that cannot be changed unseen.",
        ],
        Check = "You can check it yourself.",
    };

    internal static FrontWords Spanish { get; } = new("es", PageFrame.Spanish)
    {
        Title = "Los residentes aconsejan. Las agencias responden. Todos pueden verlo.",
        Lead = "Cuando una agencia de Connecticut quiere usar datos de personas con pocos recursos o que reciben servicios del estado, "
            + "primero se pregunta a residentes que lo viven. Cada consejo recibe una respuesta pública.",
        Picture = "Dos globos de diálogo: los residentes hablan, la agencia responde",
        Read = "Lea lo que aconsejaron",
        Other = new("English", "/"),
        Overdue = "Atrasadas hoy",
        OneAnswer = "1 respuesta",
        Answers = "respuestas",
        Since = "desde el",
        Brings = "¿Qué busca?",
        Resident = new("Soy residente",
            "Recibió una pregunta nuestra o quiere saber qué pasó con su consejo. Responda al mensaje o en su enlace."),
        Safety = "Nunca necesita una cuenta. Su respuesta no puede cambiar sus beneficios. Su trabajador social no ve su nombre.",
        Agency = new("Trabajo en una agencia",
            "Sepa en cinco minutos si su proyecto necesita una revisión. Envíelo, vea cada fecha, responda a los consejos."),
        SignIn = "Entrar",
        See = new("Quiero ver por mi cuenta",
            "Cada proyecto, lo que dijeron los residentes, lo que respondieron las agencias y qué promesas se cumplieron."),
        Register = "Registro público",
        Landscape = "Qué datos y de quién (en inglés)",
        Newest = "Las respuestas más nuevas",
        NoAnswers = "Todavía no ha respondido ninguna agencia.",
        Advised = "Los residentes aconsejaron",
        Answered = "respondió",
        All = "Todas las respuestas en el registro",
        Feed = "Seguir por Atom",
        How = "Cómo funciona",
        Steps =
        [
            new("Una agencia envía un proyecto", "Qué quiere saber, de quién son los datos y por qué."),
            new("Se pregunta a los residentes",
                "Pocas preguntas cortas por mensaje, correo, página o teléfono. En su idioma. Se les paga."),
            new("Sale un informe", "Consejos con número. Quien no está de acuerdo tiene su propio número."),
            new("La agencia responde a cada uno", "Con fecha. Si se atrasa, se ve. Después los residentes dicen si les sirvió."),
            new("Se siguen las promesas", "Hasta que se cumplen, o se publica que no se cumplieron."),
        ],
        Who = "¿Quién decide?",
        Decides =
        [
            "La agencia decide sobre su proyecto. La junta aconseja y no tiene veto. Una persona de la Office of Policy and Management "
                + "elige a quién se pregunta según reglas escritas y redacta los consejos. Ninguna parte la decide la inteligencia "
                + "artificial.",
            "Cada paso queda en un registro que nadie puede cambiar sin que se vea.",
        ],
        Check = "Usted puede comprobarlo.",
    };
}
