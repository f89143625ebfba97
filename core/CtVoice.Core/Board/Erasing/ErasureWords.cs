namespace CtVoice.Core.Board.Erasing;

/// <summary>
/// What a member is told with an erase request: both what happens now and what happens later (DOMAIN, "Records and
/// privacy"). It is said by a person, because from then on nothing is sent.
/// </summary>
public static class ErasureWords
{
    /// <summary>The words by language; the coordinator reads or hands over those of the member.</summary>
    public static IReadOnlyDictionary<string, string> Of(string reference, string helpPhone) =>
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["en"] = "We will not contact you again. Your name, phone number and email are gone from our system. "
            + "State law does not let us destroy what you wrote yet, so we sealed it. Only an auditor who gives a reason can read it. "
            + "A court or public-records law may require us to share records. "
            + "The phone and email companies and our backups keep copies a while longer: your number or address, and what was sent. "
            + "Some keep them for days, some for a year or more. We ask them to delete what they can. "
            + "When the state allows it, we destroy your words for good. We cannot tell you then, because we will not know how to "
            + "reach you. "
            + $"Keep this number: {reference}. With it you can ask us at {helpPhone} what has happened.",
            ["es"] = "No le vamos a contactar más. Su nombre, teléfono y correo ya no están en nuestro sistema. "
            + "La ley del estado todavía no nos deja destruir lo que usted escribió; por eso lo sellamos. Solo un auditor que dé una "
            + "razón lo puede leer. "
            + "Un tribunal o la ley de registros públicos nos puede pedir que entreguemos registros. "
            + "Las compañías de teléfono y de correo, y nuestras copias de respaldo, guardan copias un tiempo más: su número o dirección, "
            + "y lo que se envió. Algunas las guardan días; otras, un año o más. Les pedimos que borren lo que puedan. "
            + "Cuando el estado lo permita, destruimos sus palabras para siempre. Entonces no le podremos avisar, porque no sabremos cómo. "
            + $"Guarde este número: {reference}. Con él puede preguntarnos en el {helpPhone} qué ha pasado.",
        };

    /// <summary>What whoever asks by their reference is told later, by language.</summary>
    public static IReadOnlyDictionary<string, string> Later(Erasure erasure) =>
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["en"] = (erasure.DoneAt is null ? "We are still taking your data out. " : "Your name, phone number and email are gone. ")
            + (erasure.DisposedAt is null ? "What you wrote is sealed. " : "What you wrote is gone for good. ")
            + (!erasure.AsksElsewhere
                ? "We asked the phone and email companies to delete their copies. They answered. We can read it to you."
                : erasure.Answers.Count > 0 ? "We asked the phone and email companies to delete their copies. We wait for an answer."
                : "We will ask the phone and email companies to delete their copies. Ask us again later."),
            ["es"] = (erasure.DoneAt is null ? "Todavía estamos sacando sus datos. " : "Su nombre, teléfono y correo ya no están. ")
            + (erasure.DisposedAt is null ? "Lo que escribió está sellado. " : "Lo que escribió ya no existe. ")
            + (!erasure.AsksElsewhere
                ? "Pedimos a las compañías de teléfono y de correo que borren sus copias. Ya contestaron. Se lo podemos leer."
                : erasure.Answers.Count > 0
                ? "Pedimos a las compañías de teléfono y de correo que borren sus copias. Esperamos su respuesta."
                : "Vamos a pedir a las compañías de teléfono y de correo que borren sus copias. Pregunte otra vez más tarde."),
        };
}
