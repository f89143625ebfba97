using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>What else a message says beside its kind. A flag never changes the kind, and no flag loses a word.</summary>
public static class Flags
{
    /// <summary>The writer or a named person is in danger now: one fixed answer at any hour, coordinator and deputy alerted.</summary>
    public const string Acute = "acute";

    /// <summary>Words that may tell of danger: a person looks before other work; the answer counts, and its words wait.</summary>
    public const string Worry = "worry";

    /// <summary>What both were called until version worry/1: rows of then hold it, and hold their words like an acute one.</summary>
    public const string Urgent = "urgent";

    /// <summary>The writer's own benefits, case or eviction: a fixed answer, held from report and quotes.</summary>
    public const string OwnCase = "own-case";

    /// <summary>Count the answer, quote no word of it.</summary>
    public const string DoNotQuote = "do-not-quote";

    /// <summary>This answer replaces an earlier one.</summary>
    public const string ChangeAnswer = "change-answer";

    /// <summary>An earlier answer is taken back.</summary>
    public const string Withdraw = "withdraw";

    /// <summary>Some of a mail's words may be somebody else's: a person trims them before anything of it is quoted
    /// or drafted from.</summary>
    public const string Unsure = "unsure";

    /// <summary>The flags whose words are held from report and quotes until a person releases them.</summary>
    public static IReadOnlyList<string> Holding(IEnumerable<string> flags) =>
        [.. flags.Where(f => f is Acute or Worry or Urgent or OwnCase or Unsure)];

    private static readonly Expression Quoting = new(
        "\\b(do not|dont|dont you|never|please no|without|not to|no) (ever )?(quote|quoting|quotes|be quoted|cite|citing|quot)\\b|\\bnot "
            + "(to )?be quoted\\b|\\bdont want (to be quoted|you to quote|my words)|\\b(just|only) count( me| it| this| my "
            + "(answer|vote|reply))?$|\\bcount (it |me |this |my answer |my vote )?only( |$)|\\bcount only\\b|\\boff the "
            + "record\\b|\\bnot for (quoting|quotation|the record|publication|publishing)\\b|\\b(do not|dont|never) "
            + "(use|share|print|publish|repeat|show|post|include) (my|these|any of my|what i|this|the|any) ?(exact "
            + ")?(words?|quotes?|text|comments?|comment|wrote|said|say|message|answer|reply|response|publicly|with "
            + "(anyone|anybody|others))|\\bkeep (this|my (words|answer|comment|comments|message|reply)|what i said|it) "
            + "(private|confidential|anonymous|between us|secret|to yourself|out of (the|your) report)|" +
        "\\b(no|nunca|sin) (me |nos )?(citen?|cites|citar|citarme|citas)\\b|\\bno "
            + "(publiquen?|usen?|compartan?|repitan?|muestren?|pongan?|divulguen?|difundan?) (mis|mi|lo que|este|esta|esto) "
            + "?(palabras|comentarios?|respuesta|mensaje|dije|digo|escribi)|\\bsolo (cuenten?|cuente|para "
            + "contar|cuentenl[oa]|contar)\\b|\\bno quiero que (me citen|citen|publiquen (mis|lo|esto)|usen mis palabras|compartan mis "
            + "palabras|compartan lo que dije)|\\bque no me citen\\b|\\bextraoficial");

    private static readonly Expression Changing = new(
        "\\b(change|changing|switch|replace|correct|update|edit|fix) (my|mine|the|that|it|last|previous|from|to) ?(first |last |previous "
            + "|earlier |old )?(answer|vote|choice|response|reply|to|from|number|1|2|3|selection|pick)\\b|\\b(changed|changing|change) "
            + "my mind\\b|\\bi (meant|ment|mean) (to (say|put|send|type|write|answer|pick) |option |number "
            + "|yes|no|one|two|three|[0-9])|\\bmake (it|that|mine) (a |an |option )?([0-9]|one|two|three|yes|no)\\b|\\b(instead of|not) "
            + "(my )?(1|2|3|one|two|three) ?(i meant|meant|but)|\\b(correction|typo|oops|wrong button|hit the wrong|pressed the "
            + "wrong|wrong answer|wrong number sent i meant)\\b.*\\b([0-9]|one|two|three|yes|no)\\b|^(correction|actually|oops|sorry i "
            + "meant)( .| ,)* (option |its |it is |my answer is |make it |a |number )*([0-9]|one|two|three)( "
            + "|$)|\\b(new|updated|revised) (answer|vote|choice|response)\\b|\\b(i want|id like|can i|may i|could i|let me|i need|i "
            + "would like) to? ?change (it|my (answer|vote|mind|choice|response|reply)|to)|" +
        "\\b(cambi(o|ar|e|en|enme|eme|ame)|corrij(o|an|a)|correccion|corregir) (mi|la|el|de|a|por|la mia|el mio|mi anterior) "
            + "?(respuesta|voto|opcion|eleccion|opinion|la|2|1|3|uno|dos|tres)?\\b|\\b(cambie|cambio|cambiado) de "
            + "(opinion|idea|parecer|respuesta|voto)|\\bquise (decir|poner|escribir|contestar)|\\bqueria (decir|poner) |\\bme equivoque( "
            + "de (respuesta|opcion|numero))?( |$)|\\bmejor (pon|ponga|pongan) (la |el )?([0-9]|uno|dos|tres)|\\bnueva respuesta|\\ben "
            + "(vez|lugar) (de|del) (la |el )?([0-9]|uno|dos|tres)");

    private static readonly Expression Withdrawing = new(
        "\\b(withdraw|withdrawing|retract|cancel|delete|remove|erase|take back|pull|rescind|undo|discard|disregard|ignore|throw out|dont "
            + "count|do not count|dont use|do not use|scratch|void) (my|that|the|what|all|this)( "
            + "(last|previous|earlier|first|old|other|whole))?( "
            + "(answer|answers|reply|replies|response|responses|comment|comments|message|messages|vote|text|feedback|i said|i wrote|i "
            + "sent|i texted|of my answers|input|statement|submission))|\\btake (my "
            + "(answer|reply|response|vote|comment|words|message)|it|that|what i said) back\\b|\\btake back (my|what)|\\bi take "
            + "(it|that|everything) back|\\b(forget|scratch) (what i (said|wrote|sent)|my (last )?(answer|reply|message|text)|that "
            + "last|that answer)|^(please )?(scratch|nevermind|never mind|forget|disregard|ignore) (that|my answer|my "
            + "last|this|it)$|\\b(dont|do not) want (my|the) (answer|reply|response|comment|words|vote|feedback) (to be "
            + ")?(used|counted|in|included|shared|to count|there)|\\bwant my (answer|reply|response|vote|comment) "
            + "(back|removed|deleted|withdrawn|taken out|erased|out)|" +
        "\\b(retir(o|ar|en|e)|borr(en|e|ar|a)|elimin(en|e|ar|a)|quit(en|e|ar|a)|cancel(en|e|ar|o)|anul(en|ar|o|e)|ignor(en|e)|olvid(en"
            + "|e)|descart(en|e)|descart) (mi|lo que|el|la|mis|todo lo que) ?(ultim[oa] |primer[oa]? |anterior "
            + ")?(respuestas?|comentarios?|mensajes? anterior|mensaje que (mande|envie)|voto|dije|escribi|mande|envie|puse|opinion"
            + "|palabras)|\\bno (cuenten|usen|tomen en cuenta) (mi (respuesta|voto|comentario|opinion)|lo que dije)|\\bno quiero que "
            + "(cuenten|usen) (mi (respuesta|voto|comentario)|lo que dije)");

    /// <summary>The flags of a text, in a fixed order. Linear in its length.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return In(NormalizedText.Of(text));
    }

    /// <summary>The same of a text that was looked at for danger before.</summary>
    public static IReadOnlyList<string> In(string text, Heard heard) => In(NormalizedText.Of(text), heard);

    internal static IReadOnlyList<string> In(NormalizedText folded) => In(folded, new Heard(Danger.In(folded)));

    internal static IReadOnlyList<string> In(NormalizedText folded, Heard heard)
    {
        var words = folded.Words;
        var flags = new List<string>();
        if (heard.Danger is { } danger)
            flags.Add(danger.Level is DangerLevel.Acute ? Acute : Worry);
        if (WordList.OwnCase.Find(folded) is not null || OwnTrouble.In(folded))
            flags.Add(OwnCase);
        if (Quoting.IsMatch(words))
            flags.Add(DoNotQuote);
        if (Changing.IsMatch(words))
            flags.Add(ChangeAnswer);
        if (Withdrawing.IsMatch(words))
            flags.Add(Withdraw);
        return flags;
    }
}
