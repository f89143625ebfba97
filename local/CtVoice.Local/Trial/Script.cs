namespace CtVoice.Local.Trial;

/// <summary>Words in both languages of the fictional board.</summary>
internal sealed record Said(string English, string Spanish)
{
    internal string In(string language) => language == "es" ? Spanish : English;
}

/// <summary>An answer as an agency gives it.</summary>
/// <param name="Kind">adopted, adopted-in-part or not-adopted.</param>
/// <param name="Plain">In plain words.</param>
/// <param name="DoneIn">Days until it is to be done; null where nothing is promised.</param>
internal sealed record Answered(string Kind, Said Plain, int? DoneIn = null);

/// <summary>A recommendation as the office writes it, and what becomes of it.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Addressee">Code of whoever must answer.</param>
/// <param name="First">The answer.</param>
/// <param name="Again">The answer where residents were not answered.</param>
/// <param name="Evidence">What is shown to have been done; null where nothing is.</param>
internal sealed record Advice(Said Text, string Addressee, Answered First, Answered Again, string? Evidence = null);

/// <summary>What the people of one project say. They are played; when they may say it, and what follows, the rules decide.</summary>
/// <param name="Sample">The project, a sample file.</param>
/// <param name="Agency">Code of whoever sends it.</param>
/// <param name="Replies">For each question what residents answer, by their place on the panel.</param>
/// <param name="Advice">Recommendations; the second is answered late, the first is promised and not done.</param>
internal sealed record Script(string Sample, string Agency, IReadOnlyList<IReadOnlyList<Said>> Replies, IReadOnlyList<Advice> Advice)
{
    /// <summary>Food benefits and losing a home: the tour's project.</summary>
    internal static Script FoodBenefits { get; } = new(
        "snap-homelessness", "DSS",
        [
            [
                new("2 only if names are taken out before anything is shared", "2 solo si quitan los nombres antes de compartir"),
                new("1", "1"),
                new("2 exact dates say who it is, leave them out", "2 las fechas exactas dicen quién es, mejor sin ellas"),
                new("1 if it helps people sooner", "1 si ayuda antes a la gente"),
                new("3 nobody asked for a yes first", "3 nadie pidió permiso primero"),
            ],
            [
                new("A letter in plain words before benefits stop", "Una carta en palabras sencillas antes de que pare la ayuda"),
                new("One place to ask, not five phone numbers", "Un solo lugar donde preguntar, no cinco números"),
                new("Somebody who calls back", "Alguien que devuelva la llamada"),
                new("More time to bring papers", "Más tiempo para llevar los papeles"),
                new("Tell people what was found", "Digan a la gente lo que encontraron"),
            ],
            [
                new("Never give the list to landlords", "Nunca den la lista a los dueños"),
                new("Ask residents before help is cut", "Pregunten a los residentes antes de quitar ayuda"),
                new("Do not keep it longer than needed", "No lo guarden más de lo necesario"),
                new("Nothing more to say", "Nada más"),
                new("Show people the findings before others see them", "Muestren los resultados a la gente antes que a otros"),
            ],
        ],
        [
            new(
                new("Take out names and exact dates before anything is shared.", "Quiten nombres y fechas exactas antes de compartir."),
                "DSS",
                new("adopted",
                    new("We will take out all names and dates before we share.",
                        "Vamos a quitar todos los nombres y fechas antes de compartir."), 45),
                new("adopted",
                    new("The data lead decides. Names and dates go out before we share.",
                        "La jefa de datos decide. Nombres y fechas se quitan antes de compartir."), 30)),
            new(
                new("Tell people in plain words what was found.", "Digan a la gente en palabras sencillas lo que encontraron."), "CCEH",
                new("adopted-in-part",
                    new("We will give people a sheet at each office.", "Vamos a dar una hoja a la gente en cada oficina."), 20),
                new("adopted-in-part",
                    new("Each office gives people a sheet from this month on.", "Cada oficina da una hoja a la gente desde este mes."), 20),
                "Each office has had the sheet at its desk since this week."),
            new(
                new("Ask residents before help is cut.", "Pregunten a los residentes antes de quitar ayuda."), "DSS",
                new("not-adopted",
                    new("The law says when help ends. We cannot ask first.",
                        "La ley dice cuándo termina la ayuda. No podemos preguntar antes.")),
                new("not-adopted",
                    new("We asked our lawyers again. The law says when help ends.",
                        "Preguntamos otra vez a los abogados. La ley dice cuándo termina la ayuda."))),
        ]);

    /// <summary>Finding work after prison: the review that the trial opens with as finished.</summary>
    internal static Script FindingWork { get; } = new(
        "reentry-employment", "DOL",
        [
            [
                new("1 good to know what helps", "1 es bueno saber qué ayuda"),
                new("2 only if no employer ever sees it", "2 solo si ningún patrón lo ve nunca"),
                new("1", "1"),
                new("2 say first who is in the list", "2 digan primero quién está en la lista"),
                new("3 people should say yes before", "3 la gente debe decir que sí antes"),
            ],
            [
                new("Look at buses too: no bus, no job", "Miren también los autobuses: sin autobús no hay trabajo"),
                new("Employers ask and then never call", "Los patrones preguntan y luego nunca llaman"),
                new("Rents in the towns where jobs are", "Las rentas en los pueblos donde hay trabajo"),
                new("Training that ends with a real paper", "Cursos que terminan con un papel de verdad"),
                new("Ask people what worked, not only numbers", "Pregunten a la gente qué funcionó, no solo números"),
            ],
            [new("2", "2"), new("2", "2"), new("3", "3"), new("2", "2"), new("3", "3")],
        ],
        [
            new(
                new("Look at buses and rents as well as at programs.", "Miren también los autobuses y las rentas, no solo los programas."),
                "DOL",
                new("adopted", new("We will add buses and rents for each town.", "Vamos a añadir autobuses y rentas de cada pueblo."), 42),
                new("adopted",
                    new("We will add buses for each town, then rents.", "Vamos a añadir los autobuses de cada pueblo, y luego las rentas."),
                    30)),
            new(
                new("Say in plain words who is in the list.", "Digan en palabras sencillas quién está en la lista."), "DOC",
                new("adopted-in-part", new("We will put up a poster about the list.", "Vamos a poner un cartel sobre la lista."), 20),
                new("adopted-in-part",
                    new("The poster is up. A letter would cost too much.", "El cartel ya está puesto. Una carta costaría demasiado."), 20),
                "The poster has been up in every office since this week."),
            new(
                new("Ask people for a yes before their pay is matched.", "Pidan permiso a la gente antes de unir sus datos de pago."),
                "DOL",
                new("not-adopted",
                    new("The law lets us match pay. Asking each person would leave too many out.",
                        "La ley nos deja unir los datos de pago. Preguntar a cada persona dejaría a muchas fuera.")),
                new("not-adopted", new("We looked again and say the same.", "Lo miramos otra vez y decimos lo mismo."))),
        ]);

    /// <summary>Warm beds in the cold season: the review that the trial opens with as overdue.</summary>
    internal static Script ColdNights { get; } = new(
        "expedited-cold-weather", "DMHAS",
        [
            [
                new("1 if it means somebody comes", "1 si así viene alguien"),
                new("2 only counts, never where one person is", "2 solo números, nunca dónde está una persona"),
                new("1", "1"),
                new("2 and say who reads it", "2 y digan quién lo lee"),
                new("1 before the first cold night", "1 antes de la primera noche fría"),
            ],
            [
                new("Come by day and say a first name", "Vengan de día y digan su nombre"),
                new("Bring somebody who has lived outside", "Traigan a alguien que haya vivido en la calle"),
                new("No uniforms", "Sin uniformes"),
                new("Ask before you write anything down", "Pregunten antes de escribir algo"),
                new("Come again, not only once", "Vengan otra vez, no solo una"),
            ],
        ],
        [
            new(
                new("Share counts only, never a place where one person is.", "Compartan solo números, nunca el lugar de una persona."),
                "DMHAS",
                new("adopted", new("We share counts for whole towns only.", "Compartimos números de pueblos enteros y nada más."), 90),
                new("adopted", new("We share counts for whole towns only.", "Compartimos números de pueblos enteros y nada más."), 90)),
            new(
                new("Send teams by day, without uniforms, with somebody who has lived outside.",
                    "Manden equipos de día, sin uniforme, con alguien que haya vivido en la calle."), "CCEH",
                new("adopted",
                    new("Each team will have a person who has lived outside.",
                        "Cada equipo tendrá a una persona que haya vivido en la calle."), 60),
                new("adopted",
                    new("Each team will have a person who has lived outside.",
                        "Cada equipo tendrá a una persona que haya vivido en la calle."), 60)),
        ]);
}
