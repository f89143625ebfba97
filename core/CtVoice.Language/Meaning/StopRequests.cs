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
    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.requests");

    private const int LongestClause = 400;
    private const int MostLeads = 12;
    private const int MostClauses = 150;

    /// <summary>The same by their first word, the longest first.</summary>
    private static readonly FrozenDictionary<string, string[][]> LeadWords = Forms.Set("leads").Select(lead => lead.Split(' '))
        .GroupBy(lead => lead[0], StringComparer.Ordinal)
        .ToFrozenDictionary(leads => leads.Key, leads => leads.OrderByDescending(lead => lead.Length).ToArray(), StringComparer.Ordinal);

    private static readonly Lazy<Beginnings> Begin = new(() => new([.. StopIdioms.All.Select(idiom => idiom.Expression)]));

    /// <summary>All of them as one: most clauses begin with none, and one look tells.</summary>
    private static readonly Lazy<Expression> AnyIdiom =
        new(() => new(string.Join('|', StopIdioms.All.Select(idiom => idiom.Expression.Pattern))));

    private static readonly FrozenSet<string> OurOwn = Forms.Set("ours");

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

    /// <summary>"Lose it": of a number that was named before.</summary>
    private static readonly Expression LoseIt = Forms.Whole("lose it");

    private static readonly Expression MyNumber = Forms.Begin("my number");

    /// <summary>"That has to end": what was told before.</summary>
    private static readonly Expression PointsBack = Forms.Whole("that has to end");

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
        private readonly Dictionary<string, (Part[] Parts, List<int> Stages)> known = new(StringComparer.Ordinal);

        internal (Part[] Parts, List<int> Stages) Of(string clause)
        {
            if (!known.TryGetValue(clause, out var found))
            {
                Part[] parts = [.. Request.Parts(clause.Length > LongestClause ? clause[..LongestClause] : clause)];
                known[clause] = found = (parts, StopRequests.Stages(parts));
            }

            return found;
        }
    }

    private static string Text(ReadOnlySpan<Part> parts) => string.Join(' ', Array.ConvertAll(parts.ToArray(), part => part.Word));

    /// <summary>Where the clause may begin, as one lead-in after another is taken away.</summary>
    private static List<int> Stages(Part[] parts)
    {
        var words = Array.ConvertAll(parts, part => part.Word);
        var stages = new List<int> { 0 };
        var at = 0;
        while (at < words.Length && stages.Count <= MostLeads && LeadWords.TryGetValue(words[at], out var leads)
            && Array.Find(leads, candidate => words.AsSpan(at).StartsWith(candidate)) is { } lead)
        {
            at += lead.Length;
            if (lead is [No] && Forbids(parts.AsSpan(at)))
                break;
            stages.Add(at);
        }

        return stages;
    }

    /// <summary>"No quiten", "no me borren": what follows a Spanish "no" is not asked for.</summary>
    private static bool Forbids(ReadOnlySpan<Part> parts) => parts switch
    {
        [{ Role: 'M' or 'U' }, var verb, ..] => Vocabulary.IsSpanishVerb(verb.Word),
        [var verb, ..] => Vocabulary.IsSpanishVerb(verb.Word)
            || (verb.Role is 'S' or 'E' or 'D' or 'W' && !AskedAfterNo.Contains(verb.Word)),
        _ => false,
    };

    private static Wish? Judge(string clause, Clauses taken)
    {
        var (parts, stages) = taken.Of(Once(clause));
        Wish? perhaps = null;
        for (var stage = 0; stage < stages.Count; stage++)
        {
            // The longest reading decides: "no more texts" is not "more texts".
            var at = stages[stage];
            perhaps = AtMost(
                ContactBids.Most(parts, at, isYou: stage > 0 && at - stages[stage - 1] == 1 && parts[at - 1].Role is 'y'),
                parts.AsSpan(at));
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
    private static bool Opens(ReadOnlySpan<Part> parts) => parts[0] switch
    {
        { Role: 'i' or 'N' } when RefusesToReceive.IsMatch(string.Concat(parts.ToArray().Select(part => part.Role))) => true,
        { Word: var word } when OpensNothing.Contains(word) => false,
        { Word: No } => parts.Length > 1 && (More.Contains(parts[1].Word) || Forbids(parts[1..])),
        { Role: 'N' or 'S' or 'D' or 'R' or 'r' } => true,
        { Word: var word } => OpensToo.Contains(word),
    };

    /// <summary>Whether what stands between is the writer's own story or a call to us,
    /// and so the request is to us and not about somebody.</summary>
    private static bool Told(Part[] parts, int from, int at)
    {
        var story = parts.AsSpan(from..at);
        if (story is [.., var you, var to] && AskedTo.Contains(you.Word + " " + to.Word))
            return true; // "May i trouble you to take me off"
        if (NotTo.Contains(parts[at].Word))
            return AskedNotTo.Contains(story[^1].Word);
        if (RefusesToReceive.IsMatch(string.Concat(parts[at..].Select(part => part.Role))))
            return !Supposes.Contains(story[^1].Word);
        if (Says.Contains(story[^1].Word))
            return SaysAgain.Contains(story[0].Word); // "How many times do i have to say"
        if (story is [{ Role: 'R' or 'S' or 'r' }, .., { Role: 'c' }])
            return true; // "Delete my info and stop texting"
        if (Subjects.Contains(story[^1].Word) || (story.Length > 1 && Makes.Contains(story[^2].Word)))
            return false;
        if (story.Length == 1)
            return story[0].Role == Vocabulary.Unknown && (from == 0 || !Subjects.Contains(parts[from - 1].Word)); // "Lady stop texting me"
        if (parts[at].Asked)
            return true;
        if (MayState.Contains(parts[at].Word) && !AsksOrDenies.Contains(story[0].Word)
            && !story.ToArray().Any(part => Predicates.Contains(part.Word)))
            return false; // "My caseworker dont text me back" states a fact.
        return Speakers.Contains(story[0].Word) || Speakers.Contains(parts[0].Word) || Forbids(parts.AsSpan((at + 1)..))
            || Reasons.IsMatch(Text(parts.AsSpan(from..)));
    }

    /// <summary>"I no longer want any texts": that is about these messages, whatever comes before.</summary>
    private static readonly Expression RefusesToReceive = new("^i?NW[aobtGdNMU]*T");

    /// <summary>"No" is a word of both languages.</summary>
    internal const string No = "no";

    private static readonly FrozenSet<string> More = Forms.Set("more");

    private static readonly FrozenSet<string> Asking = Forms.Set("asking");

    private static readonly FrozenSet<string> AskedAfterNo = Forms.Set("asked after no");

    private static readonly FrozenSet<string> OpensNothing = Forms.Set("opens nothing");

    private static readonly FrozenSet<string> OpensToo = Forms.Set("opens too");

    private static readonly FrozenSet<string> AskedTo = Forms.Set("asked to");

    private static readonly FrozenSet<string> NotTo = Forms.Set("not to");

    private static readonly FrozenSet<string> AskedNotTo = Forms.Set("asked not to");

    private static readonly FrozenSet<string> Supposes = Forms.Set("supposes");

    private static readonly FrozenSet<string> SaysAgain = Forms.Set("says again");

    internal static readonly FrozenSet<string> MayState = Forms.Set("may state");

    private static readonly FrozenSet<string> AsksOrDenies = Forms.Set("asks or denies");

    private static readonly FrozenSet<string> Says = Forms.Set("says");

    /// <summary>"Make them stop", "can DCF stop": somebody else is to.</summary>
    private static readonly FrozenSet<string> Makes = Forms.Set("makes");

    private static readonly FrozenSet<string> Predicates = Forms.Set("predicates");

    /// <summary>How a story begins that is about the writer, us or these messages.</summary>
    private static readonly FrozenSet<string> Speakers = Forms.Set("speakers");

    /// <summary>Who stands before "stop" and is not spoken to, or does not stop: "they stop", "wont stop".</summary>
    private static readonly FrozenSet<string> Subjects = Forms.Set("subjects");

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

    private static Wish? AtMost(Wish? most, ReadOnlySpan<Part> parts) =>
        most is null || JudgeStage(parts) is not { } wish ? null : most is Wish.PerhapsStop ? most : wish;

    private static Wish? JudgeStage(ReadOnlySpan<Part> parts)
    {
        if (parts.Length == 0)
            return null;
        var best = Request.Of(parts, static (said, alone, followed, rest, needsObject) =>
            ThirdOfAsking.IsMatch(rest) && Array.Exists(said.ToArray(), part => Asking.Contains(part.Word))
                ? null
                : Judge(alone, followed, rest, needsObject));
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
            var wish = Judge(idiom.Alone, idiom.Followed, Rest(clause, length), needsObject: false);
            if (wish == Wish.Stop)
                return wish;
            best ??= wish;
        }

        return best;
    }

    private static string Rest(string clause, int from) => clause[from..].Trim();

    /// <summary>What a plea means, given what follows it.</summary>
    private static Wish? Judge(Wish alone, Wish? followed, string rest, bool needsObject)
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
