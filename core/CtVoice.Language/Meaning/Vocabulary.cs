using System.Collections.Frozen;

namespace CtVoice.Language.Meaning;

/// <summary>
/// The words that requests about messages are made of, each with the part it plays, one letter a part; <see cref="Request"/>
/// says what the parts mean together. A word without a part is <see cref="Unknown"/> and ends what is understood.
/// </summary>
internal static class Vocabulary
{
    /// <summary>No word of a request.</summary>
    internal const char Unknown = 'w';

    /// <summary>Swearing and small talk: a request means the same without them.</summary>
    internal const char Filler = 'f';

    private static readonly (char Role, string Words)[] Parts =
    [
        ('S', "stop stopped quit cease refrain desist discontinue halt stopping paren pare parar pares paremos parale parele parenle "
            + "paralo parenlo detengan detenga detener detente cesen cese cesar suspendan suspenda suspender alto"),
        ('X', "enough basta suficiente"),
        ('D', "dejen deje deja dejes dejar dejad"),
        ('E', "end cancel terminate cancelen cancele cancelar cancela terminen terminar"),
        ('N', "no dont never not nunca jamas nao"),
        ('V', "text texting texted txt message messaging messaged contact contacting contacted write writing email emailing emailed ping "
            + "pinging notify notifying reach reaching hitting blowing msg"),
        ('H', "bother bothering bothered harass harassing harassed bug bugging annoy annoying pester pestering disturb disturbing "
            + "disturbed spam spamming bombarding"),
        ('K', "call calling called phoning"),
        ('A', "ask asking"),
        ('Z', "send sending mandem enviem"),
        ('R', "remove delete erase drop unsubscribe unsubscribed removed deleted erased dropped unenroll unlist purge deactivate scratch "
            + "strike exclude lose forget trash block opt-out"),
        ('r', "take pull kick cross taken taking pulled"),
        ('t', "get gets"),
        ('T', "texts calls messages sms emails mails notifications alerts surveys polls msgs reminders communication communications "
            + "correspondence spam-texts mensaje mensajes texto textos correo correos mensagem mensagens encuesta encuestas avisos "
            + "notificaciones llamadas comunicaciones anuncios recordatorios reminders reminder recordatorio"),
        ('q', "question questions questioning pregunta preguntas"),
        ('h', "anything everything nothing stuff things thing else shit crap junk mess madness foolishness relajo garbage nonsense bs "
            + "bullshit nada cosa cosas tonterias basura porquerias mierda"),
        ('L', "list lists group groups chat chain chains blast blasts loop roster directory thread mailing lista listas grupo grupos"),
        ('g', "system database records contacts here sistema base registro registros contactos aqui ahi alli"),
        ('P', "board panel committee program service servicio project study junta panel comite programa proyecto estudio"),
        ('B', "number phone cell cellphone mobile telephone landline line numero telefono celular movil tel telefonito contacto"),
        ('I', "name nombre"),
        ('J', "subscription membership enrollment participation suscripcion inscripcion participacion"),
        ('M', "me"),
        ('U', "us nos"),
        ('m', "my mi mis our nuestro nuestra"),
        ('d', "the this these those that your any all more mais such same mismo misma mismos mismas other further future los las sus "
            + "estos esos estas esas esto eso ningun ninguna ningunos otro otros mas el la lo su tu tus una este esta ese esa todo todos "
            + "todas every them it whatever entire whole random automated tipo kind"),
        ('a', "a en con on with que por for para x hacer keep ever start to vuelvan vuelva vuelvas volver sigan siga sigas seguir "
            + "siguiendo esten estes estar continue continuing going estarme"),
        ('o', "of off from out de del"),
        ('G', "receive receiving getting see hear hearing have having accept read receber recibir recibiendo recibirlos lleguen llegue "
            + "llegar llegando tener leer ver saber"),
        ('b', "be being been ser"),
        ('W', "want wish wanna desire quero quiero deseo quisiera queremos necesito need care like prefer desearia preferiria gustaria "
            + "autorizo autorice autorizamos acepto permito consiento authorize consent"),
        ('y', "you yall ustedes usted vosotros anyone anybody"),
        ('k', "many tantos tantas"),
        ('i', "i we yo"),
        ('p', "her him"),
        ('c', "and y"),
        ('e', "borran quitan sacan eliminan borra quita saca elimina"),
    ];

    /// <summary>Spanish verbs by their stem and the vowel of their subjunctive: "mand-" has manden, mandar and mandando;
    /// "mandan" states a fact.</summary>
    private static readonly (char Role, string Stems)[] SpanishVerbs =
    [
        ('V', "escrib-ir texte-ar contact-ar mensaje-ar notifi-car"),
        ('H', "molest-ar fastidi-ar jod-er ching-gar acos-ar hostig-gar jeringu-ar"),
        ('K', "llam-ar habl-ar bus-car mar-car"),
        ('A', "pregunt-ar cuestion-ar"),
        ('Z', "mand-ar envi-ar"),
        ('R', "quit-ar sa-car borr-ar elimin-ar retir-ar desuscrib-ir desinscrib-ir remov-er baj-ar bloque-ar olvid-ar exclu-ir "
            + "desafili-ar"),
    ];

    private const string Fillers =
        "please plis pliss pliz pls plz plez pleas pease kindly thanks thank thx ty tks god bless gracias porfavor porfa porfis xfa "
            + "xfavor pf favor hi hello hey hola ok okay k ya just really simply fucking fuckin fucken freaking freakin frickin effing "
            + "fn damn damned dang goddamn hell fuck stupid dumb annoyin bloody lol lmao omg smh ffs wtf tf af jk bro bruh dude man "
            + "buddy pal sis girl homie sir maam madam mister miss dear ugh uh um umm mira mire miren mano manito mija mijo mami "
            + "papi nena corazon hermano hermana primo compa jefe caballero joven dona hun honey sweetie darling mon oye oiga oigan che "
            + "wey guey vale bueno pues pos puta puto putos puñeta cono carajo joder coño chingados pinche pinches maldito malditos "
            + "malditas verga senor senora senores senorita amigo amiga gente literally honestly seriously already";

    private static readonly FrozenDictionary<string, char> Roles = Build();

    private static readonly FrozenSet<string> Spanish = SpanishVerbs.SelectMany(verbs => verbs.Stems.Split(' ')).SelectMany(Forms)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every word that has a part, for <see cref="Spelling"/>.</summary>
    internal static IEnumerable<string> Spelled => Roles.Where(role => role.Value != Filler).Select(role => role.Key);

    /// <summary>Every word that has a part, fillers too.</summary>
    internal static IEnumerable<string> All => Roles.Keys;

    /// <summary>The part a word plays.</summary>
    internal static char Role(string word) => Roles.GetValueOrDefault(word, Unknown);

    /// <summary>Whether the word is a Spanish verb: after "no" it is forbidden, not asked for.</summary>
    internal static bool IsSpanishVerb(string word) => Spanish.Contains(word);

    private static FrozenDictionary<string, char> Build()
    {
        var roles = new Dictionary<string, char>(StringComparer.Ordinal);
        foreach (var (role, words) in Parts)
        {
            foreach (var word in words.Split(' '))
                roles.TryAdd(word, role);
        }

        foreach (var (role, stems) in SpanishVerbs)
        {
            foreach (var form in stems.Split(' ').SelectMany(Forms))
                roles.TryAdd(form, role);
        }

        foreach (var word in Fillers.Split(' '))
            roles.TryAdd(NormalizedText.Of(word).Words, Filler);
        return roles.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Subjunctive and imperative, infinitive and gerund of a verb written <c>stem-ending</c>; c and g change before e.</summary>
    private static IEnumerable<string> Forms(string verb)
    {
        var cut = verb.IndexOf('-', StringComparison.Ordinal);
        var (stem, ending) = (verb[..cut], verb[(cut + 1)..]);
        var vowel = ending.EndsWith("ar", StringComparison.Ordinal) ? "e" : "a";
        var (infinitive, subjunctive) = ending switch
        {
            "car" => (stem + "c", stem + "qu"),
            "gar" => (stem.TrimEnd('g') + "g", stem.TrimEnd('g') + "gu"),
            _ when stem == "remov" => (stem, "remuev"),
            _ when stem == "exclu" => (stem, "excluy"),
            _ => (stem, stem),
        };
        yield return subjunctive + vowel;
        yield return subjunctive + vowel + "s";
        yield return subjunctive + vowel + "n";
        yield return infinitive + ending[^2..];
        yield return infinitive + (vowel == "e" ? "ando" : "iendo");
        if (stem == "texte")
        {
            yield return "textien"; // As it is said in the Caribbean and in the Valley.
            yield return "textie";
        }
    }
}
