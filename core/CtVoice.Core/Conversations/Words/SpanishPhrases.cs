using System.Globalization;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Conversations.Words;

/// <summary>Spanish. Written for this product.</summary>
internal sealed class SpanishPhrases : Phrases
{
    private static readonly string[] Days = ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"];
    private static readonly string[] Months = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];

    public override string Board => "Junta de Residentes de CT";

    public override string Subject(string code) => $"{Board}: una pregunta para usted [{code}]";

    public override string Choices(IReadOnlyList<string> offered) =>
        ChoicesInShort(offered) + " Puede agregar palabras.";

    public override string ChoicesInShort(IReadOnlyList<string> offered) =>
        "Responda " + string.Join("; ", offered.Select((choice, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1} {choice}")))
            + ".";

    // Accents leave 67 characters a part: 402, room for a question of 190 beside its choices, a long link and the way out.
    public override int MostParts => 6;

    // 469 characters; three parts without accents hold 459.
    public override int LongestParts => 7;

    public override string OrHere(string link) => $"O vaya a {link}";

    public override string OnPage(string link) => $"Puede responder a este correo o en su propia página:\n{link}";

    public override string StopInShort => "ALTO para salir.";

    public override string ReminderInShort(string lastDay) => $"{Board}: puede responder hasta el {lastDay}.";

    public override string WhichOne(string choices) => $"{Board}: Guardamos su mensaje. ¿Cuál elige? {choices} O no haga nada.";

    public override string Numbers(int offered) =>
        string.Create(CultureInfo.InvariantCulture, $"Responda {string.Join(", ", Enumerable.Range(1, offered - 1))} o {offered}.");

    public override string InYourWords => "Responda con sus palabras.";

    public override string StopHint => "ALTO para salir. AYUDA si no entiende.";

    public override string Discreet => $"{Board}: hay una pregunta nueva. Mande VER para leerla.";

    public override string DiscreetNext => "Responda VER para leerla.";

    public override string Ask => "ver";

    public override string Reminder(string lastDay) => $"{Board}: no tenemos su respuesta. Puede responder hasta el {lastDay}.";

    public override string MoreTime(string lastDay) =>
        $"{Board}: hay más tiempo. Puede responder, o cambiar su respuesta, hasta el {lastDay}.";

    public override string EndedEarly => $"{Board}: la consulta se acabó antes. Ya no tiene que responder. Gracias.";

    public override string Context => "Lo que se sabe:";

    public override string Risks => "Qué puede salir mal, según la agencia:";

    public override string InEnglish => "(en inglés)";

    public override string NotInDictionary => "No están en la lista pública de datos (nombres de la agencia, en inglés):";

    public override string MoreData(int count, bool withPage) =>
        string.Create(CultureInfo.InvariantCulture, $"y {count} más{(withPage ? " (su página los muestra todos)" : "")}");

    public override string Safety =>
        "Su respuesta no puede cambiar sus beneficios. Su trabajador social no ve su nombre.\n" +
        "No damos su nombre a la agencia. Un juez o la ley de registros pueden pedirnos los datos.";

    public override string Saved(int? choice) => choice is { } digit
        ? string.Create(CultureInfo.InvariantCulture, $"{Board}: ya tenemos su respuesta: {digit}. Gracias.")
        : $"{Board}: ya tenemos su mensaje. Gracias.";

    public override string SavedFor(int question, int? choice) => choice is { } digit
        ? string.Create(CultureInfo.InvariantCulture, $"{Board}: Pregunta {question}: ya tenemos {digit}. Gracias.")
        : string.Create(CultureInfo.InvariantCulture, $"{Board}: Pregunta {question}: ya lo tenemos. Gracias.");

    public override string Changed(int question, int choice) =>
        string.Create(CultureInfo.InvariantCulture, $"{Board}: Pregunta {question}: ahora {choice}. Gracias.");

    public override string NotSeen => $"{Board}: Guardamos su mensaje. Aún no vio la pregunta. Mande VER para leerla y luego responda.";

    public override string OpenNow(string question) => $"{Board}: Guardamos su mensaje. La pregunta de ahora es: {question}";

    public override string WhichAnswer(IReadOnlyList<int> questions) =>
        $"{Board}: ¿Qué respuesta es? Mande el número de la pregunta: {Listed(questions, "o")}.";

    public override string WithdrawnOne(int question) =>
        string.Create(CultureInfo.InvariantCulture, $"{Board}: Pregunta {question}: quitamos su respuesta. Ya no cuenta.");

    public override string NotQuoted(int? question) => question is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"{Board}: Pregunta {number}: su respuesta cuenta. No vamos a citar sus palabras.")
        : $"{Board}: Sus respuestas cuentan. No vamos a citar sus palabras.";

    public override string Skipped => $"{Board}: Está bien, saltamos esa pregunta.";

    public override string SkipOrDecline =>
        $"{Board}: ¿Esta pregunta, o todas? Mande 1 para saltar esta; 2 para que le toque a otra persona esta vez.";

    public override string Declined => $"{Board}: Está bien. Ya no le vamos a preguntar sobre esto. Gracias por avisar.";

    public override string CallToo(string person, string phone) =>
        $"Usted pidió una llamada. Una persona lo va a ver hoy o el próximo día de trabajo. También puede llamar a {person}, {phone}.";

    public override string QuestionAsked(string person, string phone) =>
        $"{Board}: Una persona va a ver su pregunta hoy o el próximo día de trabajo. También puede llamar a {person}, {phone}. " +
        "No damos su nombre a la agencia. Un juez o la ley de registros pueden pedirnos los datos.";

    public override string ExplainedBy(string person, string phone, string question) => question.Length == 0
        ? $"{Board}: Perdone, no fue claro. Una persona lo va a ver hoy o el próximo día de trabajo. También puede llamar a {person}, "
            + $"{phone}."
        : $"{Board}: Perdone, no fue claro. Le ayuda {person}, {phone}. Aquí va otra vez: {question}";

    public override string SavedLate => $"{Board}: esta consulta ya cerró. Guardamos su mensaje y lo vamos a pasar.";

    public override string Next => "Otra pregunta:";

    public override string Stopped(bool asText) => asText
        ? $"{Board}: ya no le vamos a mandar textos. Para volver, mande INICIAR."
        : $"{Board}: ya no le vamos a mandar correos. Para volver, responda INICIAR.";

    public override string Paused =>
        "No le vamos a mandar nada más hasta que responda INICIAR. Para no recibir nunca más mensajes, responda ALTO.";

    public override string PhoneStopped =>
        $"{Board}: Alguien pidió no recibir más textos en un teléfono que usted usa. Ya paramos. Le vamos a preguntar por otro medio. "
            + "Para recibirlos otra vez, mande INICIAR desde ese teléfono.";

    public override string WhoStarted(string name, string phone) =>
        $"{Board}: más de una persona usa este teléfono. ¿Quién quiere otra vez los textos? Mande INICIAR y su código, o llame a "
            + $"{name}, {phone}.";

    public override string AskAgain => $"{Board}: ¿Quiere recibir nuestros textos otra vez? Responda SÍ, o no haga nada.";

    public override string NoMedia => "No podemos abrir fotos ni archivos. Por favor díganos en palabras.";

    public override string MailStopped(string person, string phone) =>
        $"{Board}: Ya no le mandamos correos. Se usó un enlace de un correo para pararlos. ¿No fue usted? Llame a {person}, {phone}.";

    public override string SomebodyElse =>
        $"{Board}: Gracias por avisarnos. Por ahora no le mandamos más preguntas. Una persona lo va a ver.";

    public override string CouldNotRead(string person, string phone) =>
        $"{Board}: No pudimos leer lo que nos mandó. Díganos en palabras, por favor, o llame a {person}, {phone}.";

    public override string Withdrawn => $"{Board}: Quitamos su respuesta. Ya no cuenta. Puede mandar otra.";

    public override string Started(bool asText) => asText
        ? $"{Board}: le mandaremos preguntas por texto otra vez, pocas veces al año. Puede haber costo por mensajes y datos. {StopHint}"
        : $"{Board}: le mandaremos preguntas por correo otra vez, pocas veces al año. {StopHint}";

    public override string Help(string person, string phone) =>
        $"{Board}: le pedimos su voz, pocas veces al año, sobre datos del estado. Llame a {person}, {phone}. Puede haber costo. ALTO "
            + "para salir.";

    public override string InDanger(string homeNotSafe) =>
        $"{Board}: Ayuda a toda hora: 911. Para hablar: 988. Techo, comida: 2-1-1. Casa no segura: {homeNotSafe}.";

    public override string NobodyReads(bool asText) =>
        asText ? "Nadie lee estos textos todo el tiempo." : "Nadie lee este correo todo el tiempo.";

    public override string OwnCase(string person, string phone) =>
        $"{Board}: Guardamos su mensaje. No podemos ver ni cambiar su caso. Llame al 2-1-1, o a {person}, {phone}.";

    public override string NothingOpen => $"{Board}: hoy no hay pregunta para usted. Guardamos su mensaje. {StopHint}";

    public override string Outcome(int recommendations) => recommendations == 1
        ? $"{Board}: usted dio su consejo. Esto dijo la agencia."
        : $"{Board}: usted dio su consejo. Esto dijeron las agencias.";

    public override string OutcomeWithout => $"{Board}: gracias por su respuesta. El informe salió. No pidió cambios.";

    public override string OutcomeCounts =>
        $"{Board}: gracias por su respuesta. El informe salió. Dice a la agencia lo que la gente eligió.";

    public override string OutcomeUndecided =>
        $"{Board}: gracias por su respuesta. El informe salió. Nuestra oficina no decidió todavía si pasa todas las palabras.";

    public override string NotPassedOn => "Su respuesta cuenta. No pasamos sus palabras.";

    public override string LateNotPassedOn => "No pasamos las palabras que mandó tarde.";

    public override string Of(AnswerKind? answer) => answer switch
    {
        AnswerKind.Adopted => "sí, lo harán",
        AnswerKind.AdoptedInPart => "harán una parte",
        AnswerKind.NotAdopted => "no lo harán",
        AnswerKind.Deferred => "lo decidirán después",
        AnswerKind.NeedsInformation => "primero necesitan saber más",
        _ => "todavía no responden. Están tarde, y eso es público",
    };

    public override string AdviceNumber(int number) => string.Create(CultureInfo.InvariantCulture, $"Consejo {number}");

    public override string InWords(string link) => $"Puede leer todo en su página: {link}";

    public override string OnRecord(string link) => $"Todos lo pueden leer aquí: {link}";

    public override string Update => $"{Board}: hay algo nuevo sobre su consejo.";

    public override string Done => "dicen que ya está hecho";

    public override string NotDone(string day) => $"dijeron: para el {day}. No está hecho, y eso es público";

    public override string NotShown => "dijeron que ya está, pero no lo mostraron";

    public override string NewDate(string day) => $"cambiaron la fecha. Ahora dicen: para el {day}";

    public override string ReadBack => $"{Board}: lo que vamos a decir a la agencia.";

    public override string MoreOnPage(int drafts) => string.Create(CultureInfo.InvariantCulture, $"(+{drafts} en su página)");

    public override string IsItRight => "Mande 1 si va bien; 2 si va mal, y diga por qué.";

    public override string SayWhatIsWrong => $"{Board}: Gracias. Por favor diga lo que va mal.";

    public override string RightOrNot => $"{Board}: Guardamos sus palabras. ¿El texto va bien? Mande 1 si va bien; 2 si va mal.";

    public override string DidThisAnswer =>
        $"{Board}: ¿Esto responde a lo que dijo? Responda 1 sí; 2 en parte; 3 no. Puede agregar palabras.";

    public override string AnsweredOrNot =>
        $"{Board}: Guardamos sus palabras. ¿Esto responde a lo que dijo? Responda 1 sí; 2 en parte; 3 no.";

    public override string Day(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{Days[(int)day.DayOfWeek]} {day.Day} {Months[day.Month - 1]}");
}
