using System.Globalization;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Conversations.Words;

/// <summary>Spanish. Written for this product.</summary>
internal sealed class SpanishPageWords : PageWords
{
    public override string Language => "es";

    public override string Title => "Una pregunta para usted";

    public override string Lead => "La junta quiere saber qué piensa usted. Puede contestar aquí o responder a nuestro mensaje.";

    public override string Hidden => "Hay una pregunta para usted. La verá cuando toque el botón.";

    public override string Show => "Ver la pregunta";

    public override string Until(string day) => $"Puede responder hasta el {day}.";

    public override string About => "De qué se trata";

    public override string Known => "Lo que se sabe";

    public override string Risks => "Qué puede salir mal, según la agencia";

    public override string NotInDictionary => "El plan usa estos datos. No están en la lista pública de datos del estado:";

    public override string Question(int number, int of) =>
        of == 1 ? "La pregunta" : string.Create(CultureInfo.InvariantCulture, $"Pregunta {number} de {of}");

    public override string HasAnswer => "Ya tenemos su respuesta a esta pregunta. Puede cambiarla o agregar algo.";

    public override string NotSure => "No sé";

    public override string Words => "Sus palabras, si quiere agregar algo";

    public override string OpenWords => "Su respuesta, con sus palabras";

    public override string DoNotQuote => "Cuenten mi respuesta, pero no citen mis palabras";

    public override string Send => "Mandar mi respuesta";

    public override string Problem => "Todavía no se mandó nada";

    public override string Nothing => "Elija una respuesta o escriba la suya.";

    public override string TooLong(int most) =>
        string.Create(CultureInfo.InvariantCulture, $"Escriba aquí {most:N0} letras como máximo. Puede mandar el resto después.");

    public override string Saved => "Ya tenemos su respuesta";

    public override string Heard => "Ya tenemos sus palabras";

    public override string SkippedAnswer(int question) => string.Create(CultureInfo.InvariantCulture, $"Pregunta {question}: la saltamos.");

    public override string SavedAnswer(int question, int? choice) => choice is { } digit
        ? string.Create(CultureInfo.InvariantCulture, $"Pregunta {question}: su respuesta es {digit}.")
        : string.Create(CultureInfo.InvariantCulture, $"Pregunta {question}: ya tenemos sus palabras.");

    public override string SavedLate => "Esta pregunta ya cerró. Guardamos sus palabras y las vamos a pasar.";

    public override string Back => "Volver a la pregunta";

    public override (string Heading, string Text, string Label, string Button) Code =>
        ("Ver lo que escribió", "Ponga el código que eligió. Así otra persona con su teléfono no puede leer aquí sus palabras.",
            "Su código (de 4 a 8 números)", "Ver mis palabras");

    public override string NoCode(string person, string phone) =>
        $"Usted no tiene código todavía. Para tener uno, llame a {person}, {phone}.";

    public override string WrongCode => "Ese no es el código. Pruebe otra vez.";

    public override string Locked(string? until) => until is null
        ? "Ya probó muchas veces. Use el enlace del mensaje que sigue."
        : $"Ya probó muchas veces. Puede probar otra vez a las {until}.";

    public override string YouWrote => "Lo que escribió";

    public override string YouWroteNothing => "Aquí no hay palabras suyas.";

    public override (string Heading, string Text, string Button) Withdraw =>
        ("Quitar su respuesta", "Así ya no cuenta. Sus palabras no salen de aquí.", "Quitar todas mis respuestas");

    public override string TookBack => "Quitamos su respuesta. Ya no cuenta. Puede mandar otra.";

    public override string TookBackLate => "El informe ya salió y no podemos sacar su respuesta. Anotamos lo que usted pide.";

    public override (string Heading, string Text, string Button) Decline =>
        ("¿No quiere contestar?", "Está bien. Esta vez le vamos a preguntar a otra persona. Usted no pierde nada.", "No quiero contestar");

    public override string Declined =>
        "Usted nos dijo que no quiere contestar esta vez. Gracias por avisar. Si cambia de idea, todavía puede.";

    public override (string Heading, string Text, string Button) Stop =>
        ("No más mensajes", "Ya no le vamos a escribir por donde llegó este enlace. Puede volver cuando quiera.", "Parar estos mensajes");

    public override (string Heading, string Text, IReadOnlyList<string> Options) Calls =>
        ("¿Le podemos llamar?", "A veces una persona quiere hablar con usted. Díganos si podemos llamar al número que nos dio.",
            ["Llamar y dejar un mensaje", "Llamar, pero sin mensaje", "No llamar"]);

    public override string CallsCode => "Para que le llamemos, ponga también su código. Para decir que no, no hace falta.";

    public override string CallsSaved => "Guardamos lo que nos dijo de las llamadas.";

    public override string Stopped => "Ya no le van a llegar estos mensajes. Para volver, mande INICIAR a nuestro número.";

    public override (string Heading, string Text) Closed =>
        ("Esta pregunta ya cerró", "Gracias. Todavía puede mandarnos un texto o responder al correo. Vamos a pasar sus palabras.");

    public override (string Heading, string Text) Gone =>
        ("Este enlace ya no sirve",
            "Aún puede contestar: responda al texto o al correo con sus palabras. Cada mensaje trae un enlace nuevo.");

    public override FollowUpOnPage FollowUp(FollowUpKind kind) => kind is FollowUpKind.ReadBack
        ? new(
            "Mire lo que escribimos", "Usted nos dijo lo que piensa. Esto es lo que vamos a decir a la agencia.", "¿El texto va bien?",
            ["Sí, va bien", "No, va mal"], "Si va mal: ¿qué está mal o qué falta?")
        : new(
            "Qué pasó con su consejo", "Usted dio su consejo. Esto fue lo que dijeron. Los números son los del informe.",
            "¿Esto responde a lo que dijo?",
            ["Sí", "En parte", "No"], Words);

    public override string DraftChanging => "Estamos cambiando el texto. Usted lo vio en nuestro mensaje.";

    public override string SkippedFollowUp => "Está bien, no tiene que contestar.";

    public override string SavedFollowUp(string? option) => option is null ? "Ya tenemos sus palabras." : $"Su respuesta: {option}.";

    public override string TellWhatIsWrong => "Por favor diga lo que va mal.";

    public override string Welcome => "Le damos la bienvenida";

    public override string Step(int number, int of) => string.Create(CultureInfo.InvariantCulture, $"Paso {number} de {of}");

    public override string Next => "Seguir";

    public override string PickOne => "Elija una de estas.";

    public override string AnsweredBefore => "Esa pregunta ya la contestó. Esta es la que sigue.";

    public override string TextTo988 => "Mandar un texto al 988";

    public override string KeepCode => "Elija números que va a recordar. No los vamos a mostrar otra vez. También puede seguir sin código.";

    public override string BadCode => "Ponga de 4 a 8 números, o siga sin código.";

    public override string WithoutCode => "Seguir sin código";

    public override (string Heading, string Text) Over =>
        ("Eso es todo", "Ya puede cerrar esta página. Le vamos a escribir cuando haya una pregunta.");

    public override string Help(string person, string phone) => $"¿Necesita ayuda? Llame a {person}, {phone}.";

    public override string Board => "Junta de Residentes de CT";

    public override string Skip => "Ir a la pregunta";

    public override string Foot => "La junta da consejos. No decide. Lo que usted dice lo leen personas.";

    public override string OnRecord => "Todos lo pueden ver aquí";

    public override string Pay => "Su pago";

    public override string PayEach(string amount) => $"Usted recibe {amount} por cada pregunta. Lo que usted diga no cambia eso.";

    public override string PayOwed(int questions, string amount) =>
        questions == 1
            ? $"Le vamos a pagar {amount} por 1 pregunta."
            : string.Create(CultureInfo.InvariantCulture, $"Le vamos a pagar {amount} por {questions} preguntas.");

    public override string PayNote(string person, string phone) =>
        $"El pago puede cambiar sus beneficios. Puede decir que no: llame a {person}, {phone}.";

    public override string PayDeclined(string person, string phone) =>
        $"Usted nos dijo que no quiere pago. Puede cambiar eso: llame a {person}, {phone}.";
}
