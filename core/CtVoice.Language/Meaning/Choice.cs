using System.Collections.Frozen;
using static CtVoice.Language.Meaning.ChoiceForms;

namespace CtVoice.Language.Meaning;

/// <summary>
/// The option a person names: a digit or number word in any wrapping ("#2", "option two", "la dos", "3 no. my kids..."),
/// or yes and no in English and Spanish. A number inside prose ("2 kids") is no choice, and two different options are none.
/// </summary>
internal static class Choice
{
    private static readonly PhraseText Phrases = PhraseText.Load("Meaning.Phrases.choices");

    private static readonly FrozenDictionary<string, int> Numbers = Enumerable.Range(1, 5)
        .SelectMany(number => Phrases[$"option {number}"].Select(word => (word, number)))
        .ToFrozenDictionary(pair => pair.word, pair => pair.number, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Greetings = Set(Phrases["around an option"]);

    /// <summary>Before a number, these say that it is none of the options: "me 2", "at 3", "have a good one".</summary>
    private static readonly FrozenSet<string> NoOptionAfter = Set(Phrases["no option after"]);

    /// <summary>Before a 2 that stands for "to": "want 2 ask", "hard 2 say".</summary>
    private static readonly FrozenSet<string> SaysTo = Set(Phrases["two means to after"]);

    /// <summary>How strongly a yes or a no is meant: "a hard no", "rotundamente no".</summary>
    private static readonly FrozenSet<string> Degrees = Set(Phrases["degrees"]);

    /// <summary>Between two numbers, these say that the second replaces the first, or may.</summary>
    private static readonly FrozenSet<string> Turns = Set(Phrases["turns"]);

    /// <summary>After a digit, these make it an answer even without a comma: "2 because", "3 not for my kids",
    /// "2 los nombres...".</summary>
    private static readonly FrozenSet<string> Continues = Set(Phrases["goes on after a number"]);

    private static readonly FrozenSet<string> ContinuesDigit = Set(Phrases["goes on after a digit"]);

    private static readonly FrozenSet<string> ContinuesNamed = Set(Phrases["goes on after the number"]);

    /// <summary>What comes first, second and third as well as the options: "first they ask".</summary>
    private static readonly FrozenSet<string> InOrder = Set(Phrases["in order as well"]);

    private static readonly FrozenSet<string> AfterOrdinal = Set(Phrases["after an ordinal"]);

    private static readonly FrozenSet<string> Counted = Set(Phrases["counted"]);

    private static readonly FrozenSet<string> SpansOfTime = Set(Phrases["spans of time"]);

    private static readonly FrozenSet<string> AfterNo = Set(Phrases["after no"]);

    private static readonly FrozenSet<string> AfterSi = Set(Phrases["after si"]);

    private static readonly FrozenSet<string> BesideNumber = Set(Phrases["yes or no before a number"]);

    private static readonly FrozenSet<string> BehindNumber = Set(Phrases["yes or no behind a number"]);

    private static readonly FrozenSet<string> OfDegree = Set(Phrases["yes or no of a degree"]);

    private static readonly FrozenSet<string> OnlyYes = Set(Phrases["only yes"]);

    private static readonly FrozenSet<string> OnlyNo = Set(Phrases["only no"]);

    private static readonly FrozenSet<string> Joins = Set(Phrases["joins two numbers"]);

    private static readonly FrozenSet<string> First = Set(Phrases["first"]);

    private static readonly FrozenSet<string> SaysOfWhat = Set(Phrases["says of what"]);

    private static readonly FrozenSet<string> NamesNumber = Set(Phrases["names a number"]);

    private static readonly FrozenSet<string> SureOfIt = Set(Phrases["sure of it"]);

    /// <summary>The option named, or null; <paramref name="offered"/> is how many there are, the first a yes and the last a no.</summary>
    internal static (int Value, string Because)? In(string text, NormalizedText folded, int offered)
    {
        if (text.Contains('/', StringComparison.Ordinal) && WithoutLinks(text) is var plain && plain.Length != text.Length)
            return In(plain, NormalizedText.Of(plain), offered); // The last digit of a link names nothing.
        if (offered < 1 || LabelsOther(text) || IsList(folded) || Asks(folded.Line) || AsksAbout(text, folded.Words)
            || Torn.IsMatch(folded.Words) || NoOption.IsMatch(folded.Words) || FindsFault.IsMatch(folded.Words))
            return null;
        var named = Named(folded, offered);
        var words = YesOrNo(text, folded, offered);
        if (named.Count == 1)
        {
            var value = named[0];
            var middle = value > 1 && value < offered && folded.Words == $"{value} no"; // "2 no": yes with changes, and no.
            var against = middle
                || words is { } other && offered >= 2 && other != value && (value == 1 || value == offered)
                    && (other == 1 || other == offered);
            return against ? null : (value, $"names option {value}");
        }

        return named.Count == 0 && words is { } said
            ? (said, said == offered ? "says no" : said == 1 ? "says yes" : "says yes with changes") : null;
    }

    private static string WithoutLinks(string text) =>
        string.Join(' ', text.Split(' ')
            .Where(word => !word.Contains("://", StringComparison.Ordinal) && !word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            && !(word.IndexOf('/', StringComparison.Ordinal) is > 3 and var slash
                && word.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && dot < slash - 2 && !word.Any(char.IsWhiteSpace))));

    /// <summary>"Bus: 2", "Room: 3": what the number is of is said, and it is not the question.</summary>
    private static bool LabelsOther(string text)
    {
        var colon = text.AsSpan().IndexOfAny(':', '=', '：');
        if (colon < 1 || text.Length > 60 || text.AsSpan(colon + 1).Trim().TrimEnd('.').TrimEnd('!') is not [>= '0' and <= '9'])
            return false;
        return NormalizedText.Of(text[..colon]).Words.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: 1 or 2 } label
            && label.All(word => word.All(char.IsLetter)) && !label.Any(word => Greetings.Contains(word) || Labels.Contains(word));
    }

    /// <summary>Labels of an answer beside <see cref="Greetings"/>.</summary>
    private static readonly FrozenSet<string> Labels = Set(Phrases["labels"]);

    /// <summary>"1. no names 2. no addresses": a list of the person's own.</summary>
    private static bool IsList(NormalizedText folded) =>
        Item.FindAll(folded.Line).Select(item => item["n"]).Distinct().Take(2).Count() == 2;

    private static List<int> Named(NormalizedText folded, int offered)
    {
        var found = new List<int>();
        void Add(int? value)
        {
            if (value is { } number && number >= 1 && number <= offered && !found.Contains(number))
                found.Add(number);
        }

        // "I'll change my answer to 2": the last number said after a lead-in counts.
        var line = folded.Line.Replace(" . ", " ", StringComparison.Ordinal).Replace(" , ", " ", StringComparison.Ordinal)
            .Replace("# ", "", StringComparison.Ordinal);
        if (Changed.Find(line) is { } changed && Value(changed["n"].Trim()) is { } corrected && corrected <= offered
            && Ends(FirstWord(line[(changed.Index + changed.Length)..].TrimStart())))
            return [corrected];
        if (folded.Clauses is [var greeting, var said, ..] && Keywords.OnlyPolite(greeting) && LedIn.Find(said) is { } alone
            && alone["not"].Length == 0 && alone.Length == said.Length)
            Add(Value(alone["n"].Trim())); // "Hola, la 2"
        if (Last.IsMatch(folded.Words))
            Add(offered);
        foreach (var match in LedIn.FindAll(line))
        {
            var after = line[(match.Index + match.Length)..].TrimStart();
            var next = FirstWord(after);
            var title = match["strong"].Trim() == "number" && match["n"].Trim().Length > 1 && next.Length > 0
                && !Continues.Contains(next) && !ContinuesNamed.Contains(next);
            if (!title && match["not"].Length == 0 && !CountsSomething(next, match["strong"].Length > 0))
                Add(Value(match["n"].Trim()));
        }

        var clauses = folded.Clauses;
        var (leads, judged) = (true, 0); // Whether all clauses before the one looked at lead to it; each is judged once.
        for (var i = 0; i < clauses.Count; i++)
        {
            var words = clauses[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var at = Wrapped(words);
            if (at + 2 == words.Length && BesideNumber.Contains(words[at]) && Value(words[at + 1]) is not null
                && (words[at] != "no" || char.IsAsciiDigit(words[at + 1][0])))
                at++; // "No 3": the digit counts, the word must agree.
            if (i > 0 && words is [var or, var other] && Joins.Contains(or) && other.Length == 1)
                Add(Value(other)); // "1? or 2?"
            if (words[at] == "#" && at + 1 < words.Length)
                at++;
            if (words[at] == "2" && at > 0 && at + 1 < words.Length && SaysTo.Contains(words[at - 1]) && !Continues.Contains(words[at + 1])
                && !Keywords.IsPolite(words[at + 1]))
                continue; // "I want 2 ask"
            if (Value(words[at].TrimEnd('+')) is not { } number || (at > 0 && NoOptionAfter.Contains(words[at - 1])))
                continue;
            var next = at + 1 < words.Length ? words[at + 1] : "";
            if (InOrder.Contains(words[at]) && next.Length > 0 && !AfterOrdinal.Contains(next) && !Keywords.IsPolite(next))
                continue; // "First they ask for papers": what comes first, and no option.
            var spelled = words[at].Length > 1;
            while (leads && judged < i)
                leads = Leads(clauses, judged++);
            if (next.Length == 0)
            {
                // A digit that is a clause of its own: at the start, at the end, or as an item of a list.
                if (leads || i == clauses.Count - 1 || char.IsAsciiDigit(words[at][0]))
                    Add(number);
            }
            else if (Value(next) is { } second)
            {
                Add(number);
                if (!words[at].EndsWith('d') && !First.Contains(words[at]))
                    Add(second); // "The second one" is one.
            }
            else if (leads
                && (spelled
                    ? Continues.Contains(next) || at > 0 && words[at - 1] is "la" && ContinuesNamed.Contains(next)
                        || Keywords.OnlyPolite(string.Join(' ', words[(at + 1)..]))
                    : Continues.Contains(next) || ContinuesDigit.Contains(next) || !CountsSomething(next, strong: false)))
            {
                Add(number);
                for (var k = at + 2; k < words.Length; k++)
                {
                    var turned = Turns.Contains(words[k - 1]) || words[k - 1] == "&"
                        || (k + 1 < words.Length && BehindNumber.Contains(words[k + 1]));
                    if (turned && words[k].Length == 1 && !CountsSomething(k + 1 < words.Length ? words[k + 1] : "", strong: false))
                        Add(Value(words[k]));
                }
            }
            else if (found.Count > 0 && at == 0 && SaysOfWhat.Contains(next))
            {
                Add(number); // "1 for tenants, 3 for landlords"
            }
            else if (leads && next is "or" or "o" && at + 2 < words.Length && Value(words[at + 2]) is { } either)
            {
                Add(number);
                Add(either);
            }
        }

        return found;
    }

    /// <summary>"To 3 please", and not "to 3 pages".</summary>
    private static bool Ends(string next) =>
        next.Length == 0 || Continues.Contains(next) || ContinuesNamed.Contains(next) || Vocabulary.Please.Contains(next);

    /// <summary>Whether the word after a digit is what the digit counts.</summary>
    private static bool CountsSomething(string next, bool strong)
    {
        if (next.Length == 0 || Continues.Contains(next))
            return false;
        if (strong)
            return SpansOfTime.Contains(next); // "My new number 2 weeks ago"
        return Counted.Contains(next) || next.StartsWith('%')
            || (next.EndsWith('s') && next.Length > 3 && !next.EndsWith("ss", StringComparison.Ordinal)) || char.IsAsciiDigit(next[0]);
    }

    /// <summary>Where the words around an option end: greeting, hedge, article, verb of choosing.</summary>
    private static int Wrapped(string[] words)
    {
        var at = 0;
        while (at < words.Length - 1
            && (Greetings.Contains(words[at]) || words[at][0] >= '\u2E80'
                || (Degrees.Contains(words[at])
                    && (OfDegree.Contains(words[at + 1]) || Degrees.Contains(words[at + 1])))))
            at++;
        return at;
    }

    private static int? YesOrNo(string text, NormalizedText folded, int offered)
    {
        if (Elsewhere(folded.Words) || NumberOf.IsMatch(folded.Line))
            return null;
        if (Stance.In(folded) is { } stance)
            return stance.Value(offered);
        if (offered >= 3 && (WithChanges.IsMatch(folded.Words) || Amended(folded.Words)))
            return 2;
        if (AtLast.Find(folded.Words) is { } last)
            return last["no"].Length == 0 ? 1 : offered >= 2 ? offered : null;
        foreach (var clause in folded.Clauses)
        {
            var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var at = Wrapped(words);
            if (Value(words[at]) is not null && at + 1 < words.Length)
                at++;
            if (NamesNumber.Contains(words[at]) && at + 1 < words.Length)
                at++;
            var rest = string.Join(' ', words[at..]);
            if (at > 0 && Value(words[at - 1]) is not null && SureOfIt.Contains(rest))
                return null; // "Number 3 for sure": sure of the number.
            if (Dislikes.Find(clause) is { } disliked && !OfSharing.IsMatch(disliked["what"].Trim()))
                return null; // "No me gusta que manden las cartas": of another matter.
            if (ClearNo.IsMatch(clause))
                return offered >= 2 ? offered : null;
            if (ClearYes.IsMatch(clause))
                return 1;
            var next = at + 1 < words.Length ? words[at + 1] : "";
            if (offered >= 3 && WithChanges.IsMatch(rest))
                return 2;
            if (Unsure.IsMatch(rest))
                return null;
            if (OnlyYes.Contains(words[at]))
                return 1;
            if (ClearYes.IsMatch(rest))
                return 1;
            if (words[at] == "si"
                && (next.Length == 0 || AfterSi.Contains(next) || text.Contains('í', StringComparison.OrdinalIgnoreCase) && Accented(text)))
                return 1;
            if (OnlyNo.Contains(words[at]) || ClearNo.IsMatch(rest))
                return offered >= 2 ? offered : null;
            if (words[at] == "no" && Denies.Find(rest) is { } denied && !OfSharing.IsMatch(denied["what"].Trim()))
                return null;
            if (words[at] == "no" && (next.Length == 0 || AfterNo.Contains(next)))
                return offered >= 2 ? offered : null;
            if (!Keywords.OnlyPolite(clause) && !Introduces(clause))
                return null;
        }

        return null;
    }

    /// <summary>"Sí" with its accent is yes; "si" without may be "if".</summary>
    private static bool Accented(string text)
    {
        var at = text.IndexOf("s", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at + 1 < text.Length && text[at + 1] is 'í' or 'Í';
    }

    private static bool Introduces(string clause) => Introduction.IsMatch(clause) || Value(clause) is not null;

    private static bool Leads(IReadOnlyList<string> clauses, int at) =>
        Keywords.OnlyPolite(clauses[at]) || Introduces(clauses[at])
        || (at > 0 && Introduces(clauses[at - 1]) && clauses[at].AsSpan().Count(' ') < 2);

    private static string FirstWord(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? line : line[..space];
    }

    private static int? Value(string word) =>
        word.Length == 1 && char.IsAsciiDigit(word[0]) ? word[0] - '0' : Numbers.TryGetValue(word, out var number) ? number : null;

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
