using System.Collections.Frozen;

namespace CtVoice.Language.Meaning;

/// <summary>What a message asks about being contacted, whatever the channel.</summary>
public static class ContactWishes
{
    private static readonly PhraseText Phrases = PhraseText.Load("Meaning.Phrases.wishes");

    private static readonly FrozenSet<string> Stops = Phrases.Set("stop by itself");

    private static readonly string[] BeginsWithStop = Phrases["stop and why"];

    private static readonly string[] EndsWithStop = Phrases["why and stop"];

    private static readonly string[] ThenStop = Phrases["a story and stop"];

    private static readonly string[] Returns = Phrases["asks to come back"];

    private static readonly string[] Denials = Phrases["does not ask to come back"];

    private static readonly FrozenSet<string> Complains = Phrases.Set("complains of it");

    /// <summary>Words of a message of one word with its greeting and thanks.</summary>
    private const int MostAround = 8;

    private const int LongestBare = 60;
    private const int MostClauses = 300;

    /// <summary>Letters of a message that asks to come back: leads, and at most 120 more.</summary>
    private const int MostOfReturn = 400;

    /// <summary>The wish a message states, with the words that state it, or null when it states none.</summary>
    /// <param name="text">The person's own words, as written.</param>
    /// <param name="optedOut">Whether the person had opted out: a plain yes is then a wish to start.</param>
    /// <param name="by">The channels whose messages end here; a wish about another may pause, and ends nothing.</param>
    public static (Wish Wish, string Because)? Of(string text, bool optedOut, ContactChannel by = ContactChannel.Text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(text, NormalizedText.Of(text), optedOut, by);
    }

    internal static (Wish Wish, string Because)? Of(string text, NormalizedText folded, bool optedOut, ContactChannel by)
    {
        var taken = new StopRequests.Clauses();
        if (Keyword(folded, taken, optedOut, by) is { } keyword)
            return keyword;
        if (Alone(folded) is { } word && Spelling.Guesses(word))
            return null; // "Paris" is an answer: one word is no request that was misspelled.
        if (BareStop(text, folded.Clauses, taken) is { } stop)
            return stop;
        if (ComesBack(folded.Words, taken))
            return (Wish.Start, "asks to be written to again");
        if (folded.Clauses.Take(MostClauses).FirstOrDefault(Consent.TakenBack) is { } consent)
            return (Wish.Stop, $"takes back the consent to be written to: \"{consent}\"");
        if (WrongPerson.In(text, folded) is { } wrong)
            return wrong;
        var plea = StopRequests.In(folded, taken)
            ?? (LooseRequest.In(folded, taken) is { } words ? (Wish.PerhapsStop, words) : default((Wish Wish, string Clause)?));
        return plea is (var wish, var clause) && NamedChannels.Most(wish, folded, taken, by) is { } most
            ? (most, most is Wish.Stop ? $"plainly asks to be left alone: \"{clause}\""
                : $"may ask to be left alone, may be feedback: \"{clause}\"")
            : null;
    }

    /// <summary>The wish of a message that is nothing but a keyword; null where it is more.</summary>
    internal static (Wish Wish, string Because)? Keyword(
        NormalizedText folded, StopRequests.Clauses taken, bool optedOut, ContactChannel by) => Keywords.Of(folded, optedOut) switch
        {
            Wish.Stop when NamedChannels.Most(Wish.Stop, folded, taken, by) is not Wish.Stop =>
                (Wish.PerhapsStop, $"wants no more of what comes by another channel: \"{folded.Words}\""),
            { } wish => (wish, $"the whole message is the keyword \"{folded.Words}\""),
            null => null,
        };

    /// <summary>The one word of a message beside greeting and thanks; null when there are more.</summary>
    private static string? Alone(NormalizedText folded)
    {
        if (folded.Words.AsSpan().Count(' ') >= MostAround)
            return null;
        var words = folded.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Where(word => !Keywords.IsPolite(word)).Take(2).ToArray() is [var only] ? only : null;
    }

    /// <summary>A "stop" that is a sentence of its own in a longer message: an opt-out when the rest explains it, else unclear.</summary>
    private static (Wish, string)? BareStop(string text, IReadOnlyList<string> clauses, StopRequests.Clauses taken)
    {
        if (clauses.Count == 0)
            return null;
        for (var i = 0; i < Math.Min(clauses.Count, MostClauses); i++)
        {
            if (!Bare(clauses[i], taken))
                continue;
            var others = clauses.Where((clause, index) => index != i && !Keywords.OnlyPolite(clause)).ToArray();
            if (others.Length == 0 || others.Any(clause => Bare(clause, taken) || StopRequests.Explains(clause, taken)))
                return (Wish.Stop, "says stop, and why");
            if (i == 0 && Shouted(text))
                return (Wish.Stop, "begins with the keyword STOP, written as one");
            return (Wish.PerhapsStop, "says stop beside other words");
        }

        var only = StopRequests.AfterLeads(clauses[0], taken);
        foreach (var stop in BeginsWithStop)
        {
            if (only.StartsWith(stop, StringComparison.Ordinal)
                && (StopRequests.Explains(only[stop.Length..], taken) || StopRequests.Plain(only[stop.Length..], taken)))
                return (Wish.Stop, "says stop, and why");
        }

        var last = clauses[^1];
        foreach (var stop in EndsWithStop)
        {
            if (last.EndsWith(stop, StringComparison.Ordinal) && last.Length > stop.Length
                && StopRequests.Explains(last[..^stop.Length], taken))
                return (Wish.Stop, "says why, and stop");
        }

        return Array.Exists(ThenStop, stop => last.EndsWith(stop, StringComparison.Ordinal)) && StopRequests.Tells(last)
            ? (Wish.Stop, "tells why, and stop")
            : null;
    }

    private static bool Bare(string clause, StopRequests.Clauses taken)
    {
        if (clause.Length > LongestBare)
            return false;
        var core = StopRequests.AfterLeads(clause, taken);
        while (core.LastIndexOf(' ') is var space and > 0 && !Stops.Contains(core) && Keywords.IsPolite(core[(space + 1)..]))
            core = core[..space];
        return Stops.Contains(core)
            || (core.StartsWith("stop stop", StringComparison.Ordinal) && core.Split(' ').All(word => word == "stop"));
    }

    private static bool Shouted(string text) =>
        text.TrimStart().StartsWith("STOP", StringComparison.Ordinal) && text.Any(char.IsLower);

    private static bool ComesBack(string words, StopRequests.Clauses taken)
    {
        if (words.Length > MostOfReturn)
            return false;
        var (parts, stages) = taken.Of(words);
        if (parts[..stages[^1]].Any(part => Denials.Contains(part.Word)))
            return false; // "Ya no vuelvan a escribirme"
        if (parts.Any(part => Complains.Contains(part.Word)))
            return false;
        var core = StopRequests.AfterLeads(words, taken);
        return core.Length < 120 && Returns.Any(phrase => core.StartsWith(phrase, StringComparison.Ordinal));
    }
}
