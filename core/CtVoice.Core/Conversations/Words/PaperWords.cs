using System.Globalization;

namespace CtVoice.Core.Conversations.Words;

/// <summary>What stands in a letter on paper around the words that were released, in one language. Written for this product.</summary>
/// <param name="Dear">Greets by name.</param>
/// <param name="Asks">Why the letter comes.</param>
/// <param name="Again">The same in a letter that reminds.</param>
/// <param name="News">The same for news of what became of the advice, or of a date.</param>
/// <param name="Moved">The same where there is more time.</param>
/// <param name="Ended">The same where the review ended before its date.</param>
/// <param name="Satisfied">The same where the question is whether the answer was one.</param>
/// <param name="Question">Heading of a question, by its number.</param>
/// <param name="Mark">How a choice is marked.</param>
/// <param name="Write">Where words are written.</param>
/// <param name="How">Heading of how to answer.</param>
/// <param name="More">Heading of what else there is to know, where nothing is asked.</param>
/// <param name="Scan">How to use the square and the address below it.</param>
/// <param name="SendBack">How to answer on paper. That no stamp is needed is the office's promise: the desk pages on which letters are made
/// say that a return envelope with its postage paid goes with each.</param>
/// <param name="SendFirst">How to answer on paper where an earlier letter has the questions.</param>
/// <param name="NoTime">That the post is too slow this time, and whom to call instead, by person and number.</param>
/// <param name="Until">By when, and that the post was counted, by day and number of business days.</param>
/// <param name="UntilThen">By when, where the post takes no days.</param>
/// <param name="Stop">How to end letters, by person and number.</param>
/// <param name="Slow">That nobody reads the post at once.</param>
/// <param name="Square">What the square is, for those who do not see it.</param>
public sealed record PaperWords(
    Func<string, string> Dear, string Asks, string Again, string News, string Moved, string Ended, string Satisfied,
    Func<int, string> Question, string Mark, string Write, string How, string More, string Scan, string SendBack, string SendFirst,
    Func<string, string, string> NoTime, Func<string, int, string> Until, Func<string, string> UntilThen,
    Func<string, string, string> Stop, string Slow, string Square)
{
    private static readonly PaperWords English = new(
        name => $"Dear {name},",
        "We ask you about a plan of the state. You choose if you answer. Your voice counts as much as any other.",
        "We wrote to you about this. You can still answer. You choose if you do. Your voice counts as much as any other.",
        "You helped us with a plan of the state. Here is the news.",
        "We asked you about a plan of the state. Now there is more time. You can still answer, or change what you said.",
        "We asked you about a plan of the state. Our questions ended early. You do not need to answer. Thank you.",
        "We wrote to you what came of your advice. Now we have one question. You choose if you answer.",
        number => string.Create(CultureInfo.InvariantCulture, $"Question {number}"),
        "Mark one box. You can add words.",
        "Write here:",
        "How to answer",
        "Good to know",
        "By phone or computer: point the camera at the square, or type the line below it. It is your own page. Do not share it.",
        "By mail: write on this letter. Send it back to us. You do not need a stamp for the envelope.",
        "By mail: write on our first letter. Send it back to us.",
        (person, phone) => $"The mail is too slow this time. You can call {person}, {phone}, and say your answer.",
        (day, days) => string.Create(CultureInfo.InvariantCulture,
            $"You can answer until {day}. We gave everyone {days} more work days, so the mail has time."),
        day => $"You can answer until {day}.",
        (person, phone) =>
            $"No more letters? Write STOP on this page and send it back, or call {person}, {phone}. You can call for help, too.",
        "We do not read mail at once.",
        "A square code that opens your own page");

    private static readonly PaperWords Spanish = new(
        name => $"Hola, {name}:",
        "Le preguntamos sobre un plan del estado. Usted decide si contesta. Su voz vale igual que otra.",
        "Ya le escribimos sobre esto. Todavía puede contestar. Usted decide si contesta. Su voz vale igual que otra.",
        "Usted nos ayudó con un plan del estado. Esto es lo nuevo.",
        "Le preguntamos sobre un plan del estado. Ahora hay más tiempo. Todavía puede contestar o cambiar lo que dijo.",
        "Le preguntamos sobre un plan del estado. La consulta se acabó antes. Ya no tiene que contestar. Gracias.",
        "Le escribimos qué pasó con su consejo. Ahora le hacemos una pregunta. Usted decide si contesta.",
        number => string.Create(CultureInfo.InvariantCulture, $"Pregunta {number}"),
        "Marque una sola cosa. Si quiere, diga más.",
        "Escriba aquí:",
        "Cómo contestar",
        "Es bueno saberlo",
        "Por teléfono o computadora: apunte la cámara al cuadro, o escriba la línea de abajo. Es su propia página. No la comparta.",
        "Por correo: escriba en esta carta. Mándela de vuelta. El sobre no necesita sello.",
        "Por correo: escriba en la primera carta. Mándela de vuelta.",
        (person, phone) => $"Esta vez el correo es muy lento. Puede llamar a {person}, {phone}, y decir lo que piensa.",
        (day, days) => string.Create(CultureInfo.InvariantCulture,
            $"Puede contestar hasta el {day}. Dimos a todos {days} días hábiles más, para el correo."),
        day => $"Puede contestar hasta el {day}.",
        (person, phone) =>
            $"¿No quiere más cartas? Escriba ALTO en esta hoja y mándela, o llame a {person}, {phone}. También puede pedir ayuda.",
        "No leemos las cartas el mismo día.",
        "Un código cuadrado que abre su propia página");

    /// <summary>The words of a language.</summary>
    public static PaperWords In(string language) => language == "es" ? Spanish : English;
}
