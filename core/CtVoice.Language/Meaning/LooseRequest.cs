using System.Collections.Frozen;

namespace CtVoice.Language.Meaning;

/// <summary>
/// A request in an order that no form of <see cref="Request"/> knows: a short message of somebody's own that has to cease or to
/// take off in it, messages or a number, and the writer, and speaks of nobody else and of no policy. It is saved, and sending
/// pauses until a person looks: to be asked again after such words is worse than to wait.
/// </summary>
internal static class LooseRequest
{
    /// <summary>Words of a message; a longer one tells something.</summary>
    private const int Longest = 26;

    /// <summary>Words between what is to end and what there is too much of.</summary>
    private const int Near = 7;

    /// <summary>The words of a message that may ask to be left alone; null when nothing in it does.</summary>
    internal static string? In(NormalizedText folded)
    {
        var words = folded.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 3 or > Longest || words.Any(word => Others.Contains(Spelling.Of(word))))
            return null;
        var parts = folded.Clauses.SelectMany(Request.Parts).ToList();
        var writer = parts.Exists(p => p.Role is 'M') || words.Any(First.Contains) || Numbered(parts);
        // "I never got the text" states a fact: what is not to come has to be wished away.
        var wished = parts.Exists(p => p.Role is 'W') || words.Any(Wishing.Contains);
        return writer && (Pairs(parts, "SDR", "VTB", Near) || Pairs(parts, "r", "B", Near) || (wished && Pairs(parts, "N", "VTG", Near))
            || (words.Any(These.Contains) && Pairs(parts, "T", "R", Near)))
            ? folded.Words
            : null;
    }

    /// <summary>Whether a word names what the questions are about, and nobody.</summary>
    internal static bool Concerns(string word) => Others.Contains(word);

    /// <summary>"The number", "my phone" and not "the phone tree".</summary>
    private static bool Numbered(List<Request.Part> parts)
    {
        for (var i = 1; i < parts.Count; i++)
        {
            if (parts[i].Role is 'B' && (parts[i - 1].Role is 'm'
                || (parts[i - 1].Role is 'd' && (i + 1 == parts.Count || parts[i + 1].Role != Vocabulary.Unknown))))
                return true;
        }
        return false;
    }

    private static bool Pairs(List<Request.Part> parts, string first, string then, int within)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (first.Contains(parts[i].Role, StringComparison.Ordinal)
                && parts.Skip(i + 1).Take(within).Any(p => then.Contains(p.Role, StringComparison.Ordinal)))
                return true;
        }
        return false;
    }

    private static FrozenSet<string> Words(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> First = Words("i im ive id ill my mine yo mi estoy tengo trabajo");

    private static readonly FrozenSet<string> Wishing = Words("interested appreciate asked signed interesa agradezco pedi");

    private static readonly FrozenSet<string> These = Words("these this those estos esto");

    /// <summary>Whoever speaks of these speaks of the matter: agencies, other people, and what becomes of them and their data.</summary>
    private static readonly FrozenSet<string> Others = Words(
        "they them their theyre he hes him his people everybody everyone families family kid kids child children son sons daughter "
            + "daughters baby mom mother dad father husband wife sister brother parent parents student students tenant tenants landlord "
            + "landlords worker workers caseworker doctor doctors nurse teacher teachers school schools court courts judge police ice "
            + "dcf dss doc dmhas dmv state agency agencies office offices government hospital shelter shelters employer boss company "
            + "companies researchers neighbors " +
        "data info information record records share shares sharing shared sell selling name names address ssn benefits snap food stamps "
            + "husky medicaid medicare insurance rent eviction evictions case cases house housing home job jobs money pay bus law laws "
            + "program programs policy study report reports option question questions survey choice vote voting answer agree idea plan "
            + "changes change " +
        "ellos ellas gente familia familias hijo hijos hija hijas nino ninos nina ninas esposo esposa hermana hermano mama papa "
            + "estudiantes escuela escuelas corte cortes juez policia migra trabajadora trabajador agencia agencias estado gobierno "
            + "hospital datos informacion compartan compartir comparten compartiendo venden vender nombre nombres direccion beneficios "
            + "cupones renta desalojo caso casos casa vivienda dinero ley leyes programa estudio pregunta preguntas encuesta opcion voto "
            + "respuesta acuerdo idea cambio cambios");
}
