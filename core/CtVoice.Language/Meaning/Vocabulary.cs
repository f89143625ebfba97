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

    private static readonly PhraseText Phrases = PhraseText.Load("Meaning.Phrases.request-words");

    /// <summary>The letter of each part, and the list of its words; a word that stands in two lists plays the first part.</summary>
    private static readonly (char Role, string Topic)[] Parts =
    [
        ('S', "stop"), ('X', "enough"), ('D', "leave off"), ('E', "end"), ('N', "not"), ('V', "write"), ('H', "bother"), ('K', "call"),
        ('A', "ask"), ('Z', "send"), ('R', "remove"), ('r', "take off"), ('t', "get"), ('T', "messages"), ('q', "questions"),
        ('h', "anything"), ('L', "list"), ('g', "where numbers are kept"), ('P', "the board"), ('B', "number"), ('I', "name"),
        ('J', "subscription"), ('M', "me"), ('U', "us"), ('m', "my"), ('d', "these"), ('a', "between"), ('o', "off"), ('G', "receive"),
        ('b', "be"), ('W', "want"), ('y', "you"), ('k', "many"), ('i', "i"), ('p', "her or him"), ('c', "and"), ('e', "they remove"),
    ];

    /// <summary>Parts that have Spanish verbs as well, each by its stem and the vowel of its subjunctive: "mand-" has manden, mandar and
    /// mandando; "mandan" states a fact.</summary>
    private static readonly (char Role, string[] Verbs)[] SpanishVerbs =
        [.. Parts.Where(part => Phrases.Has(part.Topic + Verbs)).Select(part => (part.Role, Phrases[part.Topic + Verbs]))];

    private const string Verbs = ", verbs";

    private static readonly FrozenDictionary<string, char> Roles = Build();

    private static readonly FrozenSet<string> Spanish = SpanishVerbs.SelectMany(verbs => verbs.Verbs).SelectMany(Forms)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"Mandan", "escriben": what these verbs say where they state a fact, one letter from what they say where they ask.</summary>
    internal static IEnumerable<string> Stated =>
        Spanish.Where(form => form.EndsWith('r')).Select(infinitive => infinitive[..^2] + (infinitive[^2] == 'a' ? "an" : "en"));

    /// <summary>Two words that together are read as others, or as none ("por favor").</summary>
    internal static FrozenDictionary<string, Part[]> Together { get; } = Phrases.Pairs("together")
        .Select(pair => (pair.Typed, Parts: Array.ConvertAll(pair.Meant.Split(", "), ReadPart)))
        .Concat(Phrases["together says nothing"].Select(typed => (typed, Array.Empty<Part>())))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>"Me pueden borrar": after "me" this asks.</summary>
    internal static FrozenSet<string> CanYou { get; } = Phrases.Set("can you");

    /// <summary>Who says so speaks to us.</summary>
    internal static FrozenSet<string> Please { get; } = Phrases.Set("please");

    /// <summary>"Dont even text me": how, beside what ends in -ly.</summary>
    internal static FrozenSet<string> Manners { get; } = Phrases.Set("how");

    /// <summary>"THE phone tree": nobody has signed behind it.</summary>
    internal static FrozenSet<string> Articles { get; } = Phrases.Set("articles");

    /// <summary>"Your annoying texts": what kind stands after one of these.</summary>
    internal static FrozenSet<string> Ours { get; } = Phrases.Set("ours");

    /// <summary>Every word that has a part, for <see cref="Spelling"/>.</summary>
    internal static IEnumerable<string> Spelled => Roles.Where(role => role.Value != Filler).Select(role => role.Key);

    /// <summary>Every word that has a part, fillers too.</summary>
    internal static IEnumerable<string> All => Roles.Keys;

    /// <summary>The part a word plays.</summary>
    internal static char Role(string word) => Roles.GetValueOrDefault(word, Unknown);

    /// <summary>Whether the word is a Spanish verb: after "no" it is forbidden, not asked for.</summary>
    internal static bool IsSpanishVerb(string word) => Spanish.Contains(word);

    /// <summary>"para (stop)": a word that plays a part here that it does not play by itself.</summary>
    private static Part ReadPart(string meant) => meant.Split(" (") switch
    {
        [var word, "no part)"] => new(word, Unknown),
        [var word, var part] => new(word, Parts.Single(known => known.Topic + ")" == part).Role),
        _ => new(meant, Role(meant)),
    };

    private static FrozenDictionary<string, char> Build()
    {
        var roles = new Dictionary<string, char>(StringComparer.Ordinal);
        foreach (var (role, word) in Parts.SelectMany(part => Phrases[part.Topic].Select(word => (part.Role, word)))
            .Concat(SpanishVerbs.SelectMany(verbs => verbs.Verbs.SelectMany(Forms).Select(form => (verbs.Role, form))))
            .Concat(Phrases["says nothing"].Select(word => (Filler, word))))
        {
            roles.TryAdd(word, role);
        }

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
