using System.Collections.Frozen;
using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// The grammar of a request about messages: who asks to cease or to be removed, and what. Each word of a clause is one letter
/// (<see cref="Vocabulary"/>), so that a form is written once for every verb, spelling and language: <c>[SD]V</c> is "stop
/// texting" and "dejen de escribir" alike. What is asked to end decides: messages to me, or a policy, of which no form here knows.
/// </summary>
internal static class Request
{
    private static readonly FrozenSet<string> BeginTogether = Vocabulary.Together.Keys.Select(typed => typed.Split(' ')[0])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>To cease: "stop", "paren de", "dejen de estar", "don't keep", "no me vuelvan a".</summary>
    private const string Cease = "(?:[SD][ao]*|N[MU]?[aodb]*)";

    private const string CeaseMe = "(?:[SD][ao]*|N[aod]*)";
    private const string Texts = "V?T(?:[oc]+T)*"; // "mensajes de texto", "text reminders", "calls or texts"
    private const string Write = "(?:[VK]c)*V"; // "Calling and texting"
    private const string Call = "(?:[VK]c)*K";
    private const string Me = "(?:[MU]|[dm]*B+|mwB)";
    private const string MeAlone = "(?:M|[dm]*B+|mwB)"; // "Us" may be the neighbourhood.
    private const string Place = "(?:[ao]+(?:[dmaoV]*[LTgBh](?:[ao]+[dmaoV]*[LTPg])?)?)";

    /// <summary>The parts that a form may begin with: most of what people write begins with none of them.</summary>
    private const string Heads = "SXDNERrteMUbiWdmB";

    private static readonly Form[] Forms =
    [
        // "Stop texting me", "no me vuelvan a escribir", "don't contact this number"
        new($"{Cease}{Write}[ao]*{MeAlone}", Wish.Stop, Wish.Stop),
        new($"{Cease}{Write}[ao]*[Up]", Wish.Stop, null),
        new("N[MU]G[ao]*[dN]*(?:T|h)", Wish.Stop, null),
        new($"N[MU][ao]*{Write}[dN]*h?", Wish.Stop, Wish.Stop),
        new($"{Cease}{Write}[dN]*", Wish.Stop, null),
        new($"{Cease}{Call}[ao]*{MeAlone}", Wish.Stop, Wish.PerhapsStop),
        new($"{Cease}{Call}[ao]*U", Wish.Stop, null),
        new($"N[MU][ao]*{Call}[dN]*", Wish.Stop, Wish.PerhapsStop),
        new($"(?:[SD][ao]*|N){Call}[dN]*", Wish.Stop, null) { NeedsObject = true },
        new("N[VTK](?:c?N[VTKh])+", Wish.Stop, null), // "No call no text"

        // "Stop bothering me"; "us" may be the phone's owners or the neighbourhood.
        new($"{CeaseMe}H[ao]*(?:M|[dm]*B+)", Wish.Stop, Wish.Stop),
        new("NM[ao]*H[dN]*", Wish.Stop, Wish.Stop),
        new($"(?:{CeaseMe}H[ao]*U|NU[ao]*H)", Wish.PerhapsStop, null),
        new($"{CeaseMe}H[ao]+[dN]*{Texts}", Wish.Stop, null),
        new($"{CeaseMe}H[dN]*", Wish.Stop, null),

        // "Déjenme de escribir", "déjeme de molestar"
        new($"D[MU][ao]+(?:V|H|K|Z(?:[dN]*{Texts})?)[dN]*", Wish.Stop, null),

        // "Stop sending me these texts", "no manden más", "don't send me anything else", "no more messages", "basta de mensajes"
        new($"{Cease}Z[MUp]?[aodN]*(?:{Texts}|V)(?:[ao]*{Me})?", Wish.Stop, null),
        new($"{Cease}Z[MU]?[dN]*h+", Wish.Stop, null),
        new($"{Cease}Z[MU][dN]*o+d+", Wish.Stop, null), // "Don't send me any more of these"
        new($"{Cease}Z[MU]?[dN]*(?:[ao]+{Me})?", Wish.Stop, null) { NeedsObject = true },
        new($"{Cease}(?:Z[MU]?)?[dNk]*[To]*q", Wish.PerhapsStop, null),
        new($"[SXDN][aodN]*{Texts}(?:[ao]*{Me})?", Wish.Stop, null),
        new("(?:i?W[ao]*)?E[dm]*[TJ](?:[ao]+[dm]*[TLPg])?", Wish.Stop, null),
        new("i?W[ao]*S[aod]*T", Wish.Stop, null),
        new("[SE][wP]{0,2}a+[dm]+B+", Wish.Stop, null),
        new("[SXD][ao]*[dk]*q", Wish.PerhapsStop, Wish.PerhapsStop),

        // "Stop asking me"
        new("[SD][ao]*A[MU][dN]*[qh]?", Wish.Stop, Wish.PerhapsStop),
        new("(?:[SD][ao]*|N[MU][ao]*)A[MU]?[dN]*q?", Wish.PerhapsStop, Wish.PerhapsStop),
        new("NA[MU]?[dN]*q?", Wish.PerhapsStop, null),
        new("NA[MU]", Wish.PerhapsStop, Wish.PerhapsStop),

        // "Remove me", "take my number off", "quítenme de la lista", "me borran de la lista", "unsubscribe from these texts"
        new($"R[ao]*{Me}{Place}?", Wish.Stop, null),
        new($"[Rrt](?:[MU]|[dm]*B+)[ao]*o(?:[dmaoV]*[LTgBh]|d+)?[ao]*", Wish.Stop, null),
        new("[rt]o+(?:M|[dm]*B)", Wish.Stop, null),
        new($"[MU]R{Place}?", Wish.Stop, null),
        new("(?:[MU]eo[dm]*[LT]|e[dm]*mB)", Wish.Stop, null),
        new("R[ao]+[dmao]*[LTP]", Wish.Stop, null),
        new("(?:i?W[ao]*)?Ro+d+", Wish.Stop, null), // "I want to opt out of this"
        new("(?:i?W[ao]*)?Rd+", Wish.PerhapsStop, null), // "Remove that": it may be in the form we asked about.
        new("Rd[ao]+[dm]*[Lg]", Wish.Stop, null),
        new($"R[MU][dm]*B+{Place}?", Wish.Stop, null),
        new("[Rrt][dm]*I[dmIBc]*[ao]+[dmao]*[LTg]", Wish.Stop, null),
        new("Rm+I[cdmIB]*(?:o[dm]*[LTg])?", Wish.Stop, null) { NeedsObject = true },
        new("[Rrt][MU][ao]+[dm]*[TV]+[PLg]", Wish.Stop, null),
        new("[Rrt][MU][ao]+d*P", Wish.PerhapsStop, Wish.PerhapsStop),

        // "I don't want to get any more texts", "no quiero que me escriban", "I want to be taken off this list"
        new($"[iM]?(?:NW|WN)[aobrtGdNyMUh]*(?:{Texts}|V[MU]?|Z[MU]?[dN]*[hT]?|H|K[MU]?)(?:[ao]*(?:y|{Me}))?", Wish.Stop, null),
        new("[iM]?(?:NW|WN)[ao]*[Gt][dN]*h?(?:o+y)?", Wish.Stop, null) { NeedsObject = true },
        new("i?NW[dN]*ho+y", Wish.Stop, null),
        new("i?(?:NW|WN)[ao]*(?:bd*)?[ao]+[dm]*[VT]*L+(?:o[dm]*T(?:oT)*)?", Wish.Stop, null),
        new("i?W?[ao]*S[ao]*[rtG][dN]*[Td]", Wish.Stop, null),
        new($"(?:i?W[ao]*|b)b?(?:[MU]|[dm]*B)?R{Place}?", Wish.Stop, null),
        new("(?:i?W[ao]*)?br[ao]*(?:[dmao]*[LTgB])?", Wish.Stop, null),
        new("[dm]*B[ao]*b[Rr][ao]*(?:[dmao]*[LTg])?", Wish.Stop, null),
        new("i?W[ao]*(?:[rt][ao]*)?o(?:[dmao]*[LT])?", Wish.Stop, null),

        // What "it" is stays open: "stop it", "cancelen esto", "ya paren con eso", "no more"
        new("[SXE][ao]*[dN]*h*|Dd+h*", Wish.PerhapsStop, null),
    ];

    /// <summary>Which forms can begin with the first two parts.</summary>
    private static readonly Lazy<RoleBeginnings> Begin = new(() => new(Forms));

    private sealed class RoleBeginnings(Form[] forms)
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<(char, char), int[]> known = new();

        internal int[] For(ReadOnlySpan<char> roles)
        {
            var key = (roles[0], roles.Length > 1 ? roles[1] : '\0');
            if (known.TryGetValue(key, out var may))
                return may;
            var begin = roles[..Math.Min(2, roles.Length)].ToString();
            return known[key] = [.. Enumerable.Range(0, forms.Length).Where(i => forms[i].Expression.MayGoOn(begin))];
        }
    }

    /// <summary>The parts of a clause: spelling mended, phrases joined, "escribirme" taken apart, fillers gone.</summary>
    internal static List<Part> Parts(string clause)
    {
        var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var mended = Array.ConvertAll(words, Spelling.Of);
        var parts = new List<Part>(words.Length);
        string? apart = null;
        for (var i = 0; i < words.Length; i++)
        {
            if (Spelt(words, i) is { } letters)
            {
                parts.Add(new Part(letters, Vocabulary.Role(letters)));
                i += letters.Length - 1;
                continue;
            }

            if (i + 1 < words.Length && (BeginTogether.Contains(words[i]) || BeginTogether.Contains(mended[i]))
                && (Vocabulary.Together.TryGetValue(words[i] + " " + words[i + 1], out var together)
                    || Vocabulary.Together.TryGetValue(mended[i] + " " + mended[i + 1], out together)))
            {
                apart = together.Length == 0 ? ContactBids.Sets(mended[i], mended[i + 1]) ?? apart : null;
                parts.AddRange(together);
                i++;
                continue;
            }

            if (words[i].Contains('*', StringComparison.Ordinal))
                continue; // "f***ing"
            if (parts is [.., { Role: 'M' or 'U' }] && Vocabulary.CanYou.Contains(words[i]))
                continue; // "Me pueden borrar"
            var word = words[i] is "2" && i + 1 < words.Length && parts is [.., { Role: 'W' }] ? "to" : mended[i];
            var role = Vocabulary.Role(word);
            if (role == Vocabulary.Filler)
            {
                apart = ContactBids.Sets(word) ?? apart;
                continue;
            }

            if (role == Vocabulary.Unknown && Clitic(word) is [var verb, var pronoun])
                parts.AddRange([verb with { Apart = apart }, pronoun]);
            else
                parts.Add(new Part(word, role, i > 0 && Vocabulary.Please.Contains(mended[i - 1]), apart));
            apart = null;
        }

        for (var i = parts.Count - 2; i >= 0; i--) // From the end: what is taken away moves nothing before it.
        {
            // "These annoying survey texts", "stop constantly texting": what kind, and how, is not asked.
            var to = i + 1;
            while (to < parts.Count && to < i + 3 && parts[to].Role == Vocabulary.Unknown)
                to++;
            var kind = to < parts.Count && parts[to].Role is 'T' or 'h'
                && (parts[i].Role == 'M' || Vocabulary.Ours.Contains(parts[i].Word));
            var manner = to == i + 2 && to < parts.Count && parts[i].Role is 'S' or 'N' && parts[to].Role is 'V'
                && (parts[i + 1].Word.EndsWith("ly", StringComparison.Ordinal) || Vocabulary.Manners.Contains(parts[i + 1].Word));
            if (manner)
                parts[to] = parts[to] with { Apart = ContactBids.Sets(parts[i + 1].Word) };
            if (kind || manner)
                parts.RemoveRange(i + 1, to - i - 1);
        }

        return parts;
    }

    /// <summary>Judges what follows a form that fits.</summary>
    /// <param name="said">The words of the form.</param>
    /// <param name="alone">The wish when it stands alone.</param>
    /// <param name="followed">The wish when something follows.</param>
    /// <param name="rest">What follows.</param>
    /// <param name="needsObject">Whether the rest may be the object.</param>
    internal delegate Wish? Judging(ReadOnlySpan<Part> said, Wish alone, Wish? followed, string rest, bool needsObject);

    /// <summary>What the parts ask for: the wish of the first form that fits, given what follows it.</summary>
    /// <param name="parts">A clause, from where the request may begin.</param>
    /// <param name="judge">Judges what follows a form.</param>
    internal static Wish? Of(ReadOnlySpan<Part> parts, Judging judge)
    {
        if (parts.Length == 0 || !Heads.Contains(parts[0].Role, StringComparison.Ordinal))
            return null;
        Span<char> roles = stackalloc char[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            roles[i] = parts[i].Role;
        Wish? best = null;
        var names = roles.Length;
        while (names > 0 && roles[names - 1] == Vocabulary.Unknown)
            names--;
        foreach (var number in Begin.Value.For(roles))
        {
            var form = Forms[number];
            if (form.Expression.Prefix(roles) is not { } length)
                continue;
            // "Take me off your list Frank": whoever is named after it all has signed. "Remove the phone trees" names a thing.
            var thing = length > 1 && roles[length - 1] is 'B' && Vocabulary.Articles.Contains(parts[length - 2].Word);
            var signed = !thing && length == names && roles[names - 1] is not ('o' or 'a' or 'd')
                && roles.Length - names <= 2 && !form.NeedsObject
                && roles[..names].IndexOfAny("MBTL") >= 0 && (roles[0] != 'N' || !ContactBids.TellsBehind(parts[names..]));
            var wish = judge(parts[..length], form.Alone, form.Followed
                ?? (signed ? form.Alone : null), string.Join(' ', parts[length..].ToArray().Select(part => part.Word)), form.NeedsObject);
            if (wish == Wish.Stop)
                return wish;
            best ??= wish;
        }

        return best;
    }

    /// <summary>"S T O P", letter by letter.</summary>
    private static string? Spelt(string[] words, int at)
    {
        var end = at;
        while (end < words.Length && words[end].Length == 1 && char.IsLetter(words[end][0]))
            end++;
        return end - at >= 4 && string.Concat(words[at..end]) is var word && Vocabulary.Role(word) != Vocabulary.Unknown ? word : null;
    }

    /// <summary>"Bórrenme", "escribirnos": the verb, and whom it concerns.</summary>
    private static Part[]? Clitic(string word)
    {
        var pronoun = word.EndsWith("nos", StringComparison.Ordinal) ? "nos" : word.EndsWith("me", StringComparison.Ordinal) ? "me" : null;
        if (pronoun is null || word.Length < pronoun.Length + 4)
            return null;
        var verb = Spelling.Of(word[..^pronoun.Length]);
        var role = Vocabulary.Role(verb);
        return Vocabulary.IsSpanishVerb(verb) || role == 'D' || IsTu(word[..^pronoun.Length], out role)
            ? [new Part(verb, role), new Part(pronoun, pronoun == "me" ? 'M' : 'U', Joined: true)]
            : null;
    }

    /// <summary>"Bórrame", "quítame": the imperative of tú, which without its pronoun would state a fact.</summary>
    private static bool IsTu(string verb, out char role)
    {
        role = verb.EndsWith('a') ? Vocabulary.Role(verb[..^1] + "ar") : Vocabulary.Unknown;
        return role is 'R';
    }

    private sealed class Form(string roles, Wish alone, Wish? followed)
    {
        internal Expression Expression { get; } = new("^(?:" + roles + ")");

        /// <summary>"No manden...": what follows may be what is not to be sent, and be no message.</summary>
        internal bool NeedsObject { get; init; }

        internal Wish Alone => alone;

        internal Wish? Followed => followed;
    }
}
