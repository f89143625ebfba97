using System.Collections.Frozen;
using CtVoice.Language.Matching;
using static CtVoice.Language.Meaning.StopEndings;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Sentences that ask to be left alone, in English and Spanish. A plea speaks to us ("stop texting me"), so it starts its
/// clause; the same words about somebody else ("they won't stop texting families") are feedback. A plea with a condition
/// ("... about immigration", "... at night") may be either: <see cref="Wish.PerhapsStop"/>.
/// </summary>
/// <remarks>Linear in the length of the clause, as every <see cref="Expression"/> is.</remarks>
internal static class StopRequests
{
    private static readonly PhraseText Phrases = PhraseText.Load("Meaning.Phrases.requests");

    private const int LongestClause = 400;
    private const int MostLeads = 12;
    private const int MostClauses = 150;

    private static readonly string[] Leads = Phrases["leads"];

    /// <summary>The same by their first word, the longest first.</summary>
    private static readonly FrozenDictionary<string, string[][]> LeadWords = Leads.Select(lead => lead.Split(' '))
        .GroupBy(lead => lead[0], StringComparer.Ordinal)
        .ToFrozenDictionary(leads => leads.Key, leads => leads.OrderByDescending(lead => lead.Length).ToArray(), StringComparer.Ordinal);

    private static readonly Lazy<Beginnings> Begin = new(() => new([.. StopIdioms.All.Select(idiom => idiom.Expression)]));

    /// <summary>All of them as one: most clauses begin with none, and one look tells.</summary>
    private static readonly Lazy<Expression> AnyIdiom =
        new(() => new(string.Join('|', StopIdioms.All.Select(idiom => idiom.Expression.Pattern))));

    private static readonly FrozenSet<string> OurOwn = Set(Phrases["ours"]);

    private static bool Others(string rest) => OfOthers.Find(rest) is { } match && !OurOwn.Contains(match["who"].Trim());

    /// <summary>The strongest plea in a message, and the clause that says it; null when there is none.</summary>
    internal static (Wish Wish, string Clause)? In(NormalizedText message) => In(message, new());

    /// <summary>The same with clauses that were taken apart before.</summary>
    internal static (Wish Wish, string Clause)? In(NormalizedText message, Clauses taken)
    {
        (Wish, string)? found = null;
        var clauses = message.Clauses;
        for (var i = 0; i < clauses.Count; i++)
        {
            // A plea in a very long message stands at its beginning or at its end.
            if (i == MostClauses && clauses.Count > 2 * MostClauses)
                i = clauses.Count - MostClauses;
            var clause = clauses[i];
            if (i > 0 && LoseIt.IsMatch(clause) && clauses.Take(i).Any(before => MyNumber.IsMatch(before)))
                return (Wish.Stop, clause);
            switch (Judge(clause.Length > LongestClause ? clause[..LongestClause] : clause, taken))
            {
                case Wish.Stop:
                    return (Wish.Stop, clause);
                case Wish.PerhapsStop when i > 0 && PointsBack.IsMatch(clause) && TellsOfOthers(clauses[i - 1]):
                    break; // "Families get shut off in winter, that has to end"
                case Wish.PerhapsStop:
                    found ??= (Wish.PerhapsStop, clause);
                    break;
                default:
                    break;
            }
        }

        return found;
    }

    private static readonly Expression LoseIt =
        Compiled("(please |plz |pls |so |just |then |now |por favor )*((delete|remove|erase|lose|forget|block|drop) it|(take|get|remove) "
            + "it (off|from|out of)( (your|this|the|that|ur) (list|system|group))?|(borre|quite|elimine|saque)n?lo)( now| please| pls| "
            + "thanks| ya| por favor)*$");

    private static readonly Expression MyNumber =
        Compiled("(.* )?(my|this|mi|este) (\\w+ )?(number|phone|cell|line|numero|telefono|celular|cel)( |$)");

    private static readonly Expression PointsBack = Compiled(
        "((and|y|but|pero|so) )*(this|that|it|eso|esto)( \\w+)? (needs to|need to|has to|have to|must|should|tiene que|debe|deberia) "
            + "(stop|end|be over|parar|terminar|acabar)(se)?$");

    /// <summary>Whether what was said before is of some length, and of no messages: what has to end is that.</summary>
    private static bool TellsOfOthers(string clause) =>
        Request.Parts(clause) is { Count: >= 3 } parts && !parts.Exists(part => part.Role is 'T' or 'V' or 'B' or 'Z' or 'A' or 'H' or 'K');

    /// <summary>Whether a clause says why a person wants no messages: beside a bare "stop", it settles what the stop is about.</summary>
    internal static bool Explains(string clause, Clauses taken) =>
        Reasons.IsMatch(AfterLeads(clause, taken)) || Reasons.IsMatch(clause) || Keywords.OnlyPolite(clause);

    /// <summary>Whether a clause is the writer's own story.</summary>
    internal static bool Tells(string clause) => Speakers.Contains(clause.Split(' ', 2)[0]);

    /// <summary>Whether a clause plainly asks to be left alone.</summary>
    internal static bool Plain(string clause, Clauses taken) => Judge(clause, taken) is Wish.Stop;

    /// <summary>One clause without its lead-in ("could you please", "por favor ya").</summary>
    internal static string AfterLeads(string clause, Clauses taken)
    {
        var (parts, stages) = taken.Of(clause);
        return Text(parts.AsSpan(stages[^1]..));
    }

    /// <summary>Clauses of one message, each taken apart once.</summary>
    internal sealed class Clauses
    {
        private readonly Dictionary<string, (Request.Part[] Parts, List<int> Stages)> known = new(StringComparer.Ordinal);

        internal (Request.Part[] Parts, List<int> Stages) Of(string clause)
        {
            if (!known.TryGetValue(clause, out var found))
            {
                Request.Part[] parts = [.. Request.Parts(clause.Length > LongestClause ? clause[..LongestClause] : clause)];
                known[clause] = found = (parts, StopRequests.Stages(parts));
            }

            return found;
        }
    }

    private static string Text(ReadOnlySpan<Request.Part> parts) => string.Join(' ', Array.ConvertAll(parts.ToArray(), part => part.Word));

    /// <summary>Where the clause may begin, as one lead-in after another is taken away.</summary>
    private static List<int> Stages(Request.Part[] parts)
    {
        var words = Array.ConvertAll(parts, part => part.Word);
        var stages = new List<int> { 0 };
        var at = 0;
        while (at < words.Length && stages.Count <= MostLeads && LeadWords.TryGetValue(words[at], out var leads)
            && Array.Find(leads, candidate => words.AsSpan(at).StartsWith(candidate)) is { } lead)
        {
            at += lead.Length;
            if (lead is ["no"] && Forbids(parts.AsSpan(at)))
                break;
            stages.Add(at);
        }

        return stages;
    }

    /// <summary>"No quiten", "no me borren": what follows a Spanish "no" is not asked for.</summary>
    private static bool Forbids(ReadOnlySpan<Request.Part> parts) => parts switch
    {
        [{ Role: 'M' or 'U' }, var verb, ..] => Vocabulary.IsSpanishVerb(verb.Word),
        [var verb, ..] => Vocabulary.IsSpanishVerb(verb.Word)
            || (verb.Role is 'S' or 'E' or 'D' or 'W' && verb.Word is not ("stop" or "quit" or "cancel" or "end")),
        _ => false,
    };

    private static Wish? Judge(string clause, Clauses taken)
    {
        var (parts, stages) = taken.Of(Once(clause));
        Wish? perhaps = null;
        foreach (var at in stages)
        {
            // The longest reading decides: "no more texts" is not "more texts".
            perhaps = JudgeStage(parts.AsSpan(at));
            if (perhaps is Wish.Stop)
                return perhaps;
            if (perhaps is not null)
                break;
        }

        // What comes before the request may be told without a comma: "i work nights stop sending me this".
        var from = stages[^1];
        for (var at = from + 1; at < parts.Length; at++)
        {
            if (Opens(parts.AsSpan(at)) && Told(parts, from, at) && JudgeStage(parts.AsSpan(at)) is Wish.Stop)
                return Wish.Stop;
        }

        return perhaps;
    }

    /// <summary>Whether a request may begin here, inside a clause.</summary>
    private static bool Opens(ReadOnlySpan<Request.Part> parts) => parts[0] switch
    {
        { Role: 'i' or 'N' } when RefusesToReceive.IsMatch(string.Concat(parts.ToArray().Select(part => part.Role))) => true,
        { Word: "stopped" or "stopping" or "never" or "para" } => false,
        { Word: "no" } => parts.Length > 1 && (parts[1].Word is "mas" or "more" || Forbids(parts[1..])),
        { Role: 'N' or 'S' or 'D' or 'R' or 'r' } or { Word: "leave" or "let" } => true,
        _ => false,
    };

    /// <summary>Whether what stands between is the writer's own story or a call to us,
    /// and so the request is to us and not about somebody.</summary>
    private static bool Told(Request.Part[] parts, int from, int at)
    {
        var story = parts.AsSpan(from..at);
        if (story is [.., { Word: "you" or "yall" or "ustedes" }, { Word: "to" }])
            return true; // "May i trouble you to take me off"
        if (parts[at].Word == "not" || RefusesToReceive.IsMatch(string.Concat(parts[at..].Select(part => part.Role))))
            return story[^1].Word is not ("if" or "when" or "si" or "cuando" or "they" or "he" or "she" or "people")
                && (parts[at].Word != "not" || story[^1].Word is "you");
        if (Says.Contains(story[^1].Word))
            return story[0].Word is "i" or "ive" or "how" or "ya" or "cuantas"; // "How many times do i have to say"
        if (story is [{ Role: 'R' or 'S' or 'r' }, .., { Word: "and" or "y" }])
            return true; // "Delete my info and stop texting"
        if (Subjects.Contains(story[^1].Word) || (story.Length > 1 && Makes.Contains(story[^2].Word)))
            return false;
        if (story.Length == 1)
            return story[0].Role == Vocabulary.Unknown && (from == 0 || !Subjects.Contains(parts[from - 1].Word)); // "Lady stop texting me"
        if (parts[at].Asked)
            return true;
        if (parts[at].Word is "dont" && story[0].Word is not ("nobody" or "who" or "why" or "how" or "not")
            && !story.ToArray().Any(part => Predicates.Contains(part.Word)))
            return false; // "My caseworker dont text me back" states a fact.
        return Speakers.Contains(story[0].Word) || Speakers.Contains(parts[0].Word) || Forbids(parts.AsSpan((at + 1)..))
            || Reasons.IsMatch(Text(parts.AsSpan(from..)));
    }

    /// <summary>"I no longer want any texts": that is about these messages, whatever comes before.</summary>
    private static readonly Expression RefusesToReceive = Compiled("i?NW[aobtGdNMU]*T");

    private static readonly FrozenSet<string> Says = Set(Phrases["says"]);

    /// <summary>"Make them stop", "can DCF stop": somebody else is to.</summary>
    private static readonly FrozenSet<string> Makes = Set(Phrases["makes"]);

    private static readonly FrozenSet<string> Predicates = Set(Phrases["predicates"]);

    /// <summary>How a story begins that is about the writer, us or these messages.</summary>
    private static readonly FrozenSet<string> Speakers = Set(Phrases["speakers"]);

    /// <summary>Who stands before "stop" and is not spoken to, or does not stop: "they stop", "wont stop".</summary>
    private static readonly FrozenSet<string> Subjects = Set(Phrases["subjects"]);

    /// <summary>"Stop stop stop texting" says it once.</summary>
    private static string Once(string clause)
    {
        ReadOnlySpan<char> before = default;
        foreach (var range in clause.AsSpan().Split(' '))
        {
            var word = clause.AsSpan(range);
            if (range.Start.Value > 0 && word.SequenceEqual(before))
            {
                var words = clause.Split(' ');
                return string.Join(' ', words.Where((one, index) => index == 0 || one != words[index - 1]));
            }
            before = word;
        }

        return clause;
    }

    private static Wish? JudgeStage(ReadOnlySpan<Request.Part> parts)
    {
        if (parts.Length == 0)
            return null;
        var best = Request.Of(parts, Judge);
        if (best == Wish.Stop)
            return best;
        var clause = Text(parts);
        if (AnyIdiom.Value.Prefix(clause) is null)
            return best;
        foreach (var number in Begin.Value.For(clause))
        {
            var idiom = StopIdioms.All[number];
            if (idiom.Expression.Prefix(clause) is not { } length)
                continue;
            var wish = Judge(idiom.Alone, idiom.Followed, Rest(clause, length));
            if (wish == Wish.Stop)
                return wish;
            best ??= wish;
        }

        return best;
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);

    private static string Rest(string clause, int from) => clause[from..].Trim();

    /// <summary>What a plea means, given what follows it.</summary>
    private static Wish? Judge(Wish alone, Wish? followed, string rest, bool needsObject = false)
    {
        while (rest.Length > 0)
        {
            if (ToAnAddress.Prefix(rest) is { } address)
            {
                rest = rest[address..].Trim();
                continue;
            }
            if (Third.IsMatch(rest))
                return null; // "Stop asking people for papers" is advice.
            if (Others(rest))
                return followed is Wish.PerhapsStop ? Wish.PerhapsStop : null;
            if (Closing.Prefix(rest) is not { } length)
                break;
            rest = rest[length..].Trim();
        }

        if (rest.Length == 0)
            return alone;
        var narrowed = needsObject ? Hours.IsMatch(rest) : Narrowing.IsMatch(rest);
        if (needsObject && !narrowed)
            return null;
        return narrowed && alone == Wish.Stop ? Wish.PerhapsStop : followed;
    }
}
