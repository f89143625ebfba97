using System.Collections.Frozen;
using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Words that mean stop, start or help when they are the whole message, and only then. English: 47 CFR 64.1200(a)(10)
/// and the defaults of SMS providers; Spanish and other languages: our own list.
/// </summary>
internal static class Keywords
{
    /// <summary>Words of a message that is a keyword with its greeting and thanks.</summary>
    private const int Longest = 12;

    private static readonly PhraseText Phrases = PhraseText.Load("Meaning.Phrases.keywords");

    private static readonly FrozenSet<string> Stop = Set(Phrases["stop"]);

    /// <summary>Our own footer, copied.</summary>
    private static readonly FrozenSet<string> Footer = Set([
        .. from word in Phrases["footer, the keyword"]
           from link in Phrases["footer, what it is for"]
           from end in Phrases["footer, what it does"]
           select $"{word} {link} {end}"]);

    private static readonly FrozenSet<string> Start = Set(Phrases["start"]);

    private static readonly FrozenSet<string> Yes = Set(Phrases["yes"]);

    private static readonly FrozenSet<string> Help = Set(Phrases["help"]);

    private static readonly FrozenSet<string> Polite = Set(Phrases["polite"]);

    private static readonly FrozenSet<string> Thanks = Phrases.Set("thanks before a name");

    private static readonly FrozenSet<string> No = Phrases.Set("no before a keyword");

    private static readonly FrozenSet<string> StopAndFor = Phrases.Set("stop, and for");

    private static readonly FrozenSet<string> Begging = Phrases.Set("begging");

    /// <summary>A keyword that some write as two words.</summary>
    private static readonly (string Typed, string Meant) Apart = Phrases.Pairs("written apart").Single();

    /// <summary>"Who is this, and how did you get my number?"</summary>
    private static readonly Expression Who = PhraseForms.Load("Meaning.Phrases.who-asks").Whole("who asks");

    /// <summary>What the whole message asks for, or null. "Please STOP, thank you!" is a stop; "Stop the study" is nothing.</summary>
    /// <param name="message">The whole message, folded.</param>
    /// <param name="optedOut">A plain yes from someone who had opted out is a start.</param>
    internal static Wish? Of(NormalizedText message, bool optedOut)
    {
        if (Tells(message.Words))
            return null;
        var words = Joined(message.Words.Replace(Apart.Typed, Apart.Meant, StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (words.Length is 0 or > Longest)
            return null;
        if (words.Length is 2 or 3 && Stop.Contains(Squeezed(string.Concat(words))))
            return Wish.Stop; // "sto p"
        var thanks = Array.FindLastIndex(words, Thanks.Contains);
        if (thanks > 0 && words.Length - thanks is 2 or 3
            && words[(thanks + 1)..].All(word => Vocabulary.Role(word) == Vocabulary.Unknown && !char.IsAsciiDigit(word[0])))
            words = words[..(thanks + 1)]; // "Unsubscribe thanks Lorraine"
        if (Who.IsMatch(message.Meant.Words))
            return Wish.Help;
        if (message.Clauses.Count > 1 && Refuses(message.Clauses[0])
            && Of(new NormalizedText(string.Join(" , ", message.Clauses.Skip(1))), optedOut: false) is Wish.Stop)
            return Wish.Stop; // "No, baja por favor"

        if (IsFor(words))
            return null;

        // Every way of leaving out polite words at both ends, and the same keyword said several times.
        for (var from = 0; from < words.Length; from++)
        {
            for (var to = words.Length; to > from; to--)
            {
                if (Said(words.AsSpan(from, to - from), optedOut) is { } wish)
                    return wish;
                if (!IsPolite(words[to - 1]))
                    break;
            }

            if (!IsPolite(words[from]))
                break;
        }

        return null;
    }

    /// <summary>Whether there are more words than a keyword has around it, however they are joined.</summary>
    private static bool Tells(string words) =>
        words.AsSpan().Count(' ') >= Longest && words.IndexOf(' ', StringComparison.Ordinal) > 1
        && !words.Contains(Apart.Typed, StringComparison.Ordinal);

    /// <summary>Of "para" and what follows only "stop, please" is a stop: "para hoy" and "para que" are "for".</summary>
    private static bool IsFor(string[] words) =>
        Array.FindIndex(words, StopAndFor.Contains) is >= 0 and var para && words[..para].All(IsPolite)
            && !words[(para + 1)..].All(Begging.Contains);

    /// <summary>A no to the question, which a keyword may follow: "no", "no gracias".</summary>
    private static bool Refuses(string clause) =>
        clause.Split(' ') is [var no, .. var rest] && No.Contains(no) && rest.All(IsPolite);

    /// <summary>"S.T.O.P", letter by letter.</summary>
    private static string[] Joined(string[] words)
    {
        var letters = words.TakeWhile(word => word.Length == 1 && char.IsLetter(word[0])).Count();
        return letters < 3 ? words : [string.Concat(words[..letters]), .. words[letters..]];
    }

    /// <summary>Whether nothing but greeting, thanks and the like is said.</summary>
    internal static bool OnlyPolite(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(IsPolite);

    internal static bool IsPolite(string word) => Polite.Contains(word) || Polite.Contains(Squeezed(word));

    private static Wish? Said(ReadOnlySpan<string> words, bool optedOut)
    {
        var phrase = Squeezed(string.Join(' ', words!));
        if (Stop.Contains(phrase))
            return Wish.Stop;
        if (Start.Contains(phrase) || (optedOut && Yes.Contains(phrase)))
            return Wish.Start;
        if (Help.Contains(phrase))
            return Wish.Help;
        if (Footer.Contains(phrase))
            return Wish.Stop;
        if (words.Length == 1)
            return words[0].Replace('0', 'o') is var typed && !Spelling.Guesses(typed) && Stop.Contains(Squeezed(Spelling.Of(typed)))
                ? Wish.Stop : null;

        Wish? all = null;
        foreach (var word in words)
        {
            Wish? one = Stop.Contains(Squeezed(word)) ? Wish.Stop
                : Start.Contains(Squeezed(word)) ? Wish.Start
                : Help.Contains(Squeezed(word)) ? Wish.Help
                : null;
            if (one is null && IsPolite(word) && all is not null)
                continue;
            if (one is null)
                return null;
            if (all is not null && all != one)
                return words.Contains("stop") ? Wish.Stop : null;
            all = one;
        }

        return all;
    }

    /// <summary>Doubled letters as one, on both sides of the comparison: "stopp" is "stop", and so is "sstop".</summary>
    private static string Squeezed(string phrase)
    {
        Span<char> kept = phrase.Length <= 128 ? stackalloc char[phrase.Length] : new char[phrase.Length];
        var length = 0;
        foreach (var c in phrase)
        {
            if (length == 0 || kept[length - 1] != c || !char.IsLetter(c))
                kept[length++] = c;
        }

        return length == phrase.Length ? phrase : new string(kept[..length]);
    }

    private static FrozenSet<string> Set(params string[] phrases) => phrases.Select(Squeezed).ToFrozenSet(StringComparer.Ordinal);
}
