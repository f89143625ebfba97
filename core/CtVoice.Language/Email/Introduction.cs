using System.Collections.Frozen;
using CtVoice.Language.Matching;
using static CtVoice.Language.Email.Moments;

namespace CtVoice.Language.Email;

/// <summary>The line that mail programs put above a quote: "On Monday, Ana wrote:", in many languages and wrapped anywhere.</summary>
internal static class Introduction
{
    /// <summary>How sure it is that a mail program wrote it.</summary>
    internal enum Evidence
    {
        /// <summary>A name and a date, but no word for writing: believed only above a quote that no person typed as a list.</summary>
        Guess,

        /// <summary>A person may have written it: believed only above a quote.</summary>
        Weak,

        /// <summary>A date with a time, or an address: no person writes that above their own words.</summary>
        Strong,
    }

    internal readonly record struct Found(int Lines, Evidence Evidence);

    private const int MaxLines = 6;
    private const int MaxLength = 480;

    private static readonly PhraseFile Phrases = PhraseFile.Load("introductions");

    private static readonly string[] Verbs = Phrases["verbs"];

    /// <summary>Words that an introduction begins with, weekdays among them.</summary>
    private static readonly FrozenSet<string> Leads = Phrases["leads"].Concat(Phrases["weekdays"]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words before the date; weekdays and articles, which may follow them, are among the leads as well.</summary>
    private static readonly FrozenSet<string> Prepositions = Phrases["prepositions"].ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LeadSpans =
        Leads.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PrepositionSpans =
        Prepositions.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly PhraseSet AnyVerb = new(Verbs);

    private static readonly char[] AroundLine = ['*', '_', '=', Marks.Introduction];
    private static readonly char[] AtEnd = [' ', '*', '_', '>', ')', ']', '\u202C', '\u200F', '\u200E'];
    private static readonly char[] AfterVerb = [' ', '*', '_', '.', '-'];
    private static readonly char[] AtBegin = ['*', '_', ' ', '-', '[', '('];

    /// <summary>How introductions begin that need no word for writing.</summary>
    private static readonly string[] Quoting = Phrases["quoting"];

    /// <summary>"According to Ann:", which people write as well.</summary>
    private static readonly string[] According = Phrases["according"];

    private static readonly string[] Persons = Phrases["persons"];

    private static readonly string[] Tellers = Phrases["tellers"];

    /// <summary>"... at 10:15 the caseworker wrote": an article and no name, as people tell of somebody.</summary>
    private static readonly Expression ToldOf = new("[0-9m]\\.?,? (the|a|an|la|el|una|un|su|her|his|their) [a-z]{4}[^0-9]* [a-z]+:?$");

    /// <summary>Looks for an introduction that begins at a line.</summary>
    /// <param name="lines">All lines, without quote marks.</param>
    /// <param name="at">Where it would begin.</param>
    /// <param name="quoted">Whether a line is a quote and so ends the search.</param>
    internal static Found? At(IReadOnlyList<string> lines, int at, Func<int, bool> quoted)
    {
        var first = Bare(lines[at]);
        if (first.Length is 0 or > MaxLength)
            return null;
        var plainFirst = Plain.Of(first);
        if (string.IsNullOrWhiteSpace(plainFirst))
            return null;
        var joined = plainFirst;
        var beginsDate = BeginsDate(plainFirst);
        var opens = beginsDate || Opens(plainFirst) || Dated(plainFirst);
        if (!Ends(plainFirst) && Following(lines, at + 1, quoted) && WithoutColon(first, plainFirst))
            return new Found(1, HasAddress(plainFirst) ? Evidence.Weak : Evidence.Guess);
        if (!opens && !Ends(plainFirst))
            return null;
        if (NamesInDashes(plainFirst))
            return new Found(1, Evidence.Strong);
        if (opens && RunsOn(plainFirst))
            return new Found(1, Evidence.Strong);
        for (var count = 1; count <= MaxLines; count++)
        {
            if (count > 1)
            {
                if (at + count - 1 >= lines.Count || quoted(at + count - 1))
                    return null;
                var next = Bare(lines[at + count - 1]);
                if (next.Length == 0 && count == 2 && opens && !Ends(joined) && joined.Length >= 20 && HasDate(joined) && HasTime(joined))
                    continue; // Some programs put an empty line into a wrapped introduction.
                if (next.Length == 0 || joined.Length + next.Length > MaxLength)
                    return null;
                joined += " " + Plain.Of(next);
            }

            if (Ends(joined)
                || (EndsWithVerb(joined) && at + count < lines.Count
                    && (Following(lines, at + count, quoted)
                        || (HasAddress(joined) && HasDate(joined) && HasTime(joined) && lines[at + count].AsSpan().Trim().Length == 0))))
            {
                if (count > 1 && (!opens || (!beginsDate && WholeFrom(lines, at + 1, at + count))))
                    return null;
                if (Judge(joined, opens) is { } evidence)
                    return new Found(count, evidence == Evidence.Weak && count == 1 && NamesDay(first) ? Evidence.Strong : evidence);
                return null;
            }

            if (count == 1 && !opens)
                return null;
        }

        return null;
    }

    /// <summary>Whether a later line begins an introduction that is whole without the lines before it, which are then a person's.</summary>
    private static bool WholeFrom(IReadOnlyList<string> lines, int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            var rest = Plain.Of(string.Join(' ', lines.Skip(at).Take(end - at).Select(Bare)));
            if (Opens(Plain.Of(Bare(lines[at]))) && HasDate(rest) && (HasAddress(rest) || HasTime(rest))
                && Judge(rest, opens: true) is Evidence.Weak or Evidence.Strong)
                return true;
        }

        return false;
    }

    /// <summary>"On Jun 3, 2025, Priya Natarajan wrote:": a whole date and a name of two or more words, and nothing else,
    /// as programs write and people hardly do.</summary>
    private static bool NamesDay(string line)
    {
        var plain = Plain.Of(line);
        var comma = line.LastIndexOf(',');
        if (comma < 8 || line[^1] is not (':' or '：') || !HasDate(plain[..Math.Min(comma, plain.Length)])
            || !Prepositions.Contains(plain.Split(' ')[0]))
            return false;
        var words = line[(comma + 1)..].TrimEnd(':', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 3 and <= 5 && words[..^1].All(word => char.IsUpper(word[0])) && Verbs.Contains(Plain.Of(words[^1]));
    }

    /// <summary>Some phones put the earlier mail on the same line: "On ..., Dana &lt;dana@...&gt; wrote: Dear Maria".</summary>
    private static bool RunsOn(string line)
    {
        var address = line.IndexOf('@', StringComparison.Ordinal);
        if (address < 0 || !HasTime(line) || !HasDate(line))
            return false;
        var colon = line.IndexOf(": ", address, StringComparison.Ordinal);
        if (colon < 0 && line.IndexOf("> ", address, StringComparison.Ordinal) is > 0 and var closed
            && line.IndexOf(':', closed) is > 0 and var tight && tight + 1 < line.Length && char.IsLetter(line[tight + 1]))
            colon = tight; // "<dana@...> wrote:Dear Maria"
        return colon > 0 && colon < 240 && EndsWithVerb(line[..colon]) && HasTime(line[..address]) && !Personal(line[..address]);
    }

    private static bool Following(IReadOnlyList<string> lines, int at, Func<int, bool> quoted)
    {
        for (var beyond = at + 3; at < beyond && at < lines.Count && lines[at].AsSpan().Trim().Length == 0;)
            at++;
        return at < lines.Count && quoted(at);
    }

    /// <summary>A line that introduces the quote right below it without a colon: "2014/5/3 Ann &lt;ann@...&gt;",
    /// "Quoting Ann (2014-05-03 10:01)", "Ann Kolo wrote".</summary>
    private static bool WithoutColon(string line, string plain)
    {
        if (plain.Length > 160 || Personal(plain))
            return false;
        if (plain[^1] is '>' or ')' or ']' && HasDate(plain) && (HasAddress(plain) || HasTime(plain)))
            return true;
        return char.IsUpper(line[0]) && line.Count(' ') is > 0 and <= 4
            && Verbs.Any(verb => verb.Length > 3 && plain.EndsWith(' ' + verb, StringComparison.Ordinal));
    }

    /// <summary>"Ann Kolo ---05/03/2014 10:01:22 AM---Dear Maria, what do": Lotus Notes,
    /// with the first words of the earlier mail.</summary>
    private static bool NamesInDashes(string line)
    {
        var first = line.IndexOf("---", StringComparison.Ordinal);
        var second = first > 0 ? line.IndexOf("---", first + 3, StringComparison.Ordinal) : -1;
        return second > 0 && second - first < 40 && HasMoment(line[(first + 3)..second]);
    }

    /// <summary>Whether a line is nothing but the beginning of a date after a preposition, "On Friday, January":
    /// no sentence ends so.</summary>
    private static bool BeginsDate(string line)
    {
        var first = line.IndexOf(' ', StringComparison.Ordinal);
        if (line.Length > 60 || first < 0 || !PrepositionSpans.Contains(line.AsSpan(0, first)))
            return false;
        var words = line.Split([' ', ',', '.', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 9
            && words.Skip(1)
                .All(word => Leads.Contains(word) || word.All(char.IsAsciiDigit) || HasClock(word)
                    || Months.Any(month => word.StartsWith(month, StringComparison.Ordinal)));
    }

    /// <summary>Whether a word belongs to a date or to the verb, and is nobody's name.</summary>
    internal static bool IsOfDates(string word) =>
        Leads.Contains(word) || Verbs.Contains(word)
            || Months.Any(month => word.StartsWith(month, StringComparison.Ordinal) && word.Length <= 9
                && word.Length - month.Length is 0 or > 1);

    /// <summary>Whether a line holds a date and a time and is no sentence of a person's.</summary>
    private static bool Dated(string line) => line[^1] is not ('.' or '!' or '?') && HasTime(line) && HasDate(line) && !Personal(line);

    private static bool HasClock(string word) => char.IsAsciiDigit(word[0]) && HasTime(word);

    private static Evidence? Judge(string line, bool opens)
    {
        var verb = HasVerb(line, longerThan: 0) || line.Contains("(a):", StringComparison.Ordinal);
        var address = HasAddress(line);
        var time = HasTime(line);
        var date = HasDate(line);
        var quotes = Quoting.Any(word => line.StartsWith(word, StringComparison.Ordinal));
        if (!verb && !quotes && NamesSender(line) && !(address && date && (time || opens)) && !Personal(line))
            return Evidence.Weak;
        if (!verb && (date || (address && time)) && Ends(line) && line.Length <= 200 && !(address && date && (time || opens)))
            return Personal(line) ? null : Evidence.Guess;
        if (!verb && !quotes && line.Length <= 80 && line[^1] == ':'
            && According.Any(word => line.StartsWith(word, StringComparison.Ordinal)))
            return Personal(line) ? null : Evidence.Guess;
        if (!verb && !(address && date && (time || opens)) && !quotes)
            return null;
        var asian = line.Any(c => c > 0x2E80);
        if (!address && ToldOf.IsMatch(line))
            return Evidence.Guess;
        if (address || (date && time) || (date && asian))
            return !Personal(line)
                || (address && (date || time || line.Length < 160) && line.AsSpan().ContainsAny('<', '(', '[') && !Telling(line))
                ? Evidence.Strong : Evidence.Guess;
        return line.Length > 200 || !verb ? null : Personal(line) ? Evidence.Guess : Evidence.Weak;
    }

    /// <summary>"Once upon a time, Ann &lt;ann@example.org&gt; said:", "Selon Ann &lt;ann@example.org&gt;:":
    /// few words around an address in brackets, in any language.</summary>
    private static bool NamesSender(string line)
    {
        var open = line.IndexOf('<', StringComparison.Ordinal);
        var close = open < 0 ? -1 : line.IndexOf('>', open);
        return line[^1] is ':' or '：' && close > open && line.Length <= 160 && HasAddress(line[(open + 1)..close])
            && line.AsSpan(0, open).Count(' ') <= 9 && line.AsSpan(close).Count(' ') <= 4;
    }

    /// <summary>Whether the words are those of a person telling something.</summary>
    private static bool Personal(string line) => WithoutInitials(line) is var said && Persons.Any(word => Plain.HasWord(said, word));

    /// <summary>Without addresses, and without a letter and a dot amid a name: the I of "Sofia I.
    /// Ruiz" and of "i.ruiz@" speaks of nobody.</summary>
    private static string WithoutInitials(string line) =>
        line.AsSpan().ContainsAny('@', '.')
            ? string.Join(' ', line.Split(' ')
                .Where(word => !word.Contains('@', StringComparison.Ordinal)
                    && word.Trim(',', '"', '(', '<') is not [>= 'a' and <= 'z', '.']))
            : line;

    /// <summary>Whether somebody tells what they or another did: words that no sender's name holds.</summary>
    private static bool Telling(string line) => WithoutInitials(line) is var said && Tellers.Any(word => Plain.HasWord(said, word));

    private static bool Ends(string line) =>
        line.AsSpan().TrimEnd(AtEnd) is [.., ':']
            || (line.EndsWith("...", StringComparison.Ordinal) && line.Contains("news:", StringComparison.Ordinal) && HasAddress(line))
            || (line.EndsWith("--", StringComparison.Ordinal) && line.StartsWith('-') && EndsWithVerb(line));

    private static bool EndsWithVerb(string line)
    {
        var trimmed = line.TrimEnd(AfterVerb);
        return Verbs.Any(verb => trimmed.EndsWith(verb, StringComparison.Ordinal) && verb.Length > 3)
            && (HasAddress(line) || HasDate(line));
    }

    /// <summary>Whether the first of several lines begins as an introduction does: a date, a weekday, a lead word, an address.</summary>
    private static bool Opens(string line)
    {
        if (HasAddress(line) || line.StartsWith('<'))
            return true;
        var start = line.AsSpan().TrimStart(AtBegin);
        if (start.Length == 0)
            return false;
        var evidence = line.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || line.EndsWith(',');
        if (char.IsDigit(start[0]) || start[0] > 0x2E80)
            return evidence;
        var word = start[..Math.Max(1, start.IndexOfAny([' ', ',', '.', '\u00A0']) is var end and >= 0 ? end : start.Length)];
        return LeadSpans.Contains(word)
            ? evidence || HasVerb(line, longerThan: 0)
            : evidence && (start.StartsWith("wiadomosc napisana", StringComparison.Ordinal) || HasVerb(line, longerThan: 4));
    }

    private static bool HasVerb(string line, int longerThan) =>
        AnyVerb.In(line) && Array.Exists(Verbs, verb => verb.Length > longerThan && Plain.HasWord(line, verb));

    internal static bool HasAddress(string line)
    {
        var at = line.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at + 3 < line.Length && char.IsLetterOrDigit(line[at - 1]) && line.IndexOf('.', at) > 0;
    }

    private static string Bare(string line) => line.Trim().Trim(AroundLine).Trim();
}
