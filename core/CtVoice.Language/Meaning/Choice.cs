using System.Collections.Frozen;
using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// The option a person names: a digit or number word in any wrapping ("#2", "option two", "la dos", "3 no. my kids..."),
/// or yes and no in English and Spanish. A number inside prose ("2 kids") is no choice, and two different options are none.
/// </summary>
internal static class Choice
{
    private static readonly FrozenDictionary<string, int> Numbers = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["uno"] = 1,
        ["una"] = 1,
        ["dos"] = 2,
        ["tres"] = 3,
        ["cuatro"] = 4,
        ["cinco"] = 5,
        ["1st"] = 1,
        ["2nd"] = 2,
        ["3rd"] = 3,
        ["first"] = 1,
        ["second"] = 2,
        ["third"] = 3,
        ["primera"] = 1,
        ["primero"] = 1,
        ["segunda"] = 2,
        ["segundo"] = 2,
        ["tercera"] = 3,
        ["tercero"] = 3,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Greetings = Set(
        "hi", "hello", "hey", "hola", "buenas", "buenos", "dias", "tardes", "noches", "good", "morning", "afternoon", "evening", "ok", "okay", "well", "um", "uh", "oh", "so",
        "bueno", "pues", "thanks", "thank", "you", "gracias", "sorry", "yo", "there", "hmm", "mmm", "mm", "ah", "dear", "team", "please", "por", "favor", "and", "y", "i", "think", "say", "would", "id", "just", "creo", "que", "digo", "mi", "voto", "es", "my", "vote", "is", "guess", "answer", "respuesta", "definitely", "its", "a", "all",
        "lol", "lmao", "omg", "tbh", "honestly", "def", "deff", "prob", "prolly", "pa", "para", "probably", "maybe", "quizas", "capaz", "im", "am", "gonna", "going", "go", "with", "for", "put", "me", "down", "give", "make", "mine", "it", "the", "an", "number", "option", "choice", "pick", "choose", "want", "like", "prefer", "ill", "ima", "be", "q", "x", "la", "el", "las", "los", "opcion", "numero", "num", "digamos", "sera", "prefiero", "escojo", "elijo", "quedo", "quiero", "con", "de", "to", "k", "marque", "marco", "apunto", "pongo", "pon", "ponga", "pongan", "ponme", "diria", "diga", "id", "seria", "amor", "bien", "aja", "mmmm", "guys", "sir", "maam", "senora", "senor", "miss", "amiga", "amigo");

    /// <summary>Before a number, these say that it is none of the options: "me 2", "at 3", "have a good one".</summary>
    private static readonly FrozenSet<string> NoOption = Set("me", "you", "u", "im", "am", "of", "de", "to", "good", "nice", "los", "las", "like");

    /// <summary>Before a 2 that stands for "to": "want 2 ask", "hard 2 say".</summary>
    private static readonly FrozenSet<string> SaysTo = Set("want", "need", "going", "have", "like", "able", "try", "trying", "how", "what", "where", "when", "wants", "used", "love", "ready", "supposed", "time", "got", "easy", "hard", "nice", "good", "want", "would", "just", "wish", "had", "has", "id", "prefer", "say", "hoping");

    /// <summary>How strongly a yes or a no is meant: "a hard no", "rotundamente no".</summary>
    private static readonly FrozenSet<string> Degrees = Set("hard", "big", "firm", "strong", "solid", "full", "total", "flat", "huge", "clear", "loud", "resounding", "strict", "un", "rotundo", "rotundamente", "gran", "grande", "firme", "tajante", "tremendo", "absoluto");

    /// <summary>Between two numbers, these say that the second replaces the first, or may.</summary>
    private static readonly FrozenSet<string> Turns = Set("no", "wait", "espera", "espere", "or", "and", "o", "y", "yes", "si", "mejor", "oops", "then", "maybe", "digo");

    /// <summary>After a digit, these make it an answer even without a comma: "2 because", "3 not for my kids", "2 los nombres...".</summary>
    private static readonly FrozenSet<string> Continues = Set(
        "because", "cause", "cuz", "bc", "but", "if", "only", "yes", "no", "not", "i", "im", "id", "ive", "we", "they", "it", "its", "this", "that", "these", "thats", "please", "thanks", "thank", "with", "as", "since", "unless", "my", "the", "is", "and", "also",
        "perhaps", "always", "was", "does", "us", "pls", "plz", "for", "so", "dont", "never", "just", "when", "until", "without", "les", "maybe", "sounds", "seems", "looks", "makes", "feels", "depends", "needs", "works", "changes", "ok", "okay", "all", "our", "his", "her", "their", "your", "you", "ty", "thx",
        "porque", "pero", "si", "solo", "pues", "gracias", "los", "las", "la", "el", "les", "es", "con", "sin", "que", "nos", "me", "mi", "mis", "sus", "su", "por", "para", "no", "ya", "yo", "creo", "quiten", "quiero", "estoy", "debemos", "necesitamos", "apoyamos", "cambios", "tbh", "lol", "guess", "gracias", "digo", "prefiero", "sin", "aunque", "mientras", "x", "q", "mas", "nunca", "tenemos");

    private static readonly FrozenSet<string> Counted = Set(
        "of", "in", "out", "to", "or", "percent", "people", "kids", "children", "men", "women", "persons", "person", "kid", "child", "thing", "things", "question", "questions", "time", "times", "day", "days", "week", "weeks", "weekends", "month", "months", "year", "years", "hour", "hours", "minute", "minutes", "min", "mins", "hr", "hrs", "am", "pm",
        "be", "b", "much", "many", "late", "long", "slow", "soon", "expensive", "more", "other", "others", "way", "ways", "parent", "parents", "mom", "moms", "family", "families", "reason", "problem", "concern", "issue", "job", "income", "bedroom", "bed", "baby", "babies", "son", "daughter", "daughters", "sons", "adult", "adults", "teen", "teens", "million", "thousand", "hundred", "dollar", "dollars", "bucks", "bus", "buses", "member", "point", "part", "side", "sister", "brother", "car", "house", "home",
        "bedrooms", "different", "separate", "small", "big", "years", "yr", "yrs", "month", "grandkids", "grandchildren", "friend", "friends", "neighbor", "neighbors", "agency", "agencies", "worker", "caseworkers", "school", "schools", "person's", "good", "bad", "suggestion", "idea", "comment", "word", "text", "texts", "message", "letter", "form", "forms", "x", "st", "nd", "rd", "th", "half", "or",
        "de", "hijo", "hija", "hijos", "hijas", "nino", "nina", "ninos", "ninas", "ano", "anos", "mes", "meses", "semana", "semanas", "dia", "dias", "hora", "horas", "vez", "veces", "persona", "personas", "familia", "familias", "cosa", "cosas", "pregunta", "preguntas", "nietos", "menores", "adultos", "bebe", "bebes", "razon", "problema", "problemas", "mil", "millones", "trabajo", "trabajos", "dolares", "cuarto", "cuartos", "hermana", "hermano", "o", "idea");

    private static readonly FrozenSet<string> AfterNo = Set(
        "i", "im", "ive", "id", "we", "they", "it", "its", "this", "that", "thats", "these", "you", "he", "she", "because", "cuz", "cause", "bc", "since", "not", "dont", "do", "does", "never", "please", "thanks", "thank", "sir", "maam", "absolutely", "definitely", "rotundo", "tajante", "from", "is", "unless", "and", "but", "as", "way", "never", "for", "my", "the", "a", "nope", "no", "lol", "just", "sorry", "why", "our", "if", "hell", "at", "too", "leave", "keep", "until", "with", "without", "people", "gracias", "porque", "señor", "senor", "senora", "pero", "por", "los", "las", "la", "el", "nunca", "jamas", "deben", "deberian", "para", "mi", "mis", "nuestros", "nuestra");

    private static readonly FrozenSet<string> AfterSi = Set(
        "rotundo", "enorme", "estoy", "me", "lo", "apoyo", "quiero", "claro", "senor", "senora", "gracias", "por", "pero", "acepto", "creo", "acuerdo", "esta", "se", "con", "si", "de", "porque", "pues", "yo", "es", "que", "la", "el", "muy", "seguro", "adelante", "vale", "perfecto", "todo", "totalmente", "definitivamente", "apoyamos", "para", "hay", "debe", "deben", "deberian", "please", "i", "it");

    /// <summary>The option named, or null; <paramref name="offered"/> is how many there are, the first a yes and the last a no.</summary>
    internal static (int Value, string Because)? In(string text, NormalizedText folded, int offered)
    {
        if (text.Contains('/', StringComparison.Ordinal) && WithoutLinks(text) is var plain && plain.Length != text.Length)
            return In(plain, NormalizedText.Of(plain), offered); // The last digit of a link names nothing.
        if (offered < 1 || LabelsOther(text) || IsList(folded) || Asks.IsMatch(folded.Line) || Torn.IsMatch(folded.Words))
            return null;
        var named = Named(folded, offered);
        var words = YesOrNo(text, folded, offered);
        if (named.Count == 1)
        {
            var value = named[0];
            var middle = value > 1 && value < offered && folded.Words == $"{value} no"; // "2 no": yes with changes, and no.
            var against = middle || words is { } other && offered >= 2 && other != value && (value == 1 || value == offered) && (other == 1 || other == offered);
            return against ? null : (value, $"names option {value}");
        }

        return named.Count == 0 && words is { } said ? (said, said == offered ? "says no" : said == 1 ? "says yes" : "says yes with changes") : null;
    }

    private static string WithoutLinks(string text) =>
        string.Join(' ', text.Split(' ').Where(word => !word.Contains("://", StringComparison.Ordinal) && !word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            && !(word.IndexOf('/', StringComparison.Ordinal) is > 3 and var slash && word.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && dot < slash - 2 && !word.Any(char.IsWhiteSpace))));

    /// <summary>"Bus: 2", "Room: 3": what the number is of is said, and it is not the question.</summary>
    private static bool LabelsOther(string text)
    {
        var colon = text.AsSpan().IndexOfAny(':', '=', '：');
        if (colon < 1 || text.Length > 60 || text.AsSpan(colon + 1).Trim().TrimEnd('.').TrimEnd('!') is not [>= '0' and <= '9'])
            return false;
        return NormalizedText.Of(text[..colon]).Words.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: 1 or 2 } label && label.All(word => word.All(char.IsLetter)) && !label.Any(word => Greetings.Contains(word) || Labels.Contains(word));
    }

    /// <summary>Labels of an answer beside <see cref="Greetings"/>.</summary>
    private static readonly FrozenSet<string> Labels = Set("ans", "question", "pregunta", "reply", "response", "respuestas", "answers", "opt", "re", "us", "yo", "nosotros", "contesto", "respondo", "contestacion", "eleccion", "selection", "decision", "vota", "votes", "choices", "final", "yes", "no", "si", "here", "aqui");

    /// <summary>"1. no names 2. no addresses": a list of the person's own.</summary>
    private static bool IsList(NormalizedText folded) => Item.FindAll(folded.Line).Select(item => item["n"]).Distinct().Take(2).Count() == 2;

    private static List<int> Named(NormalizedText folded, int offered)
    {
        var found = new List<int>();
        void Add(int? value)
        {
            if (value is { } number && number >= 1 && number <= offered && !found.Contains(number))
                found.Add(number);
        }

        // "I'll change my answer to 2": the last number said after a lead-in counts.
        var line = folded.Line.Replace(" . ", " ", StringComparison.Ordinal).Replace(" , ", " ", StringComparison.Ordinal).Replace("# ", "", StringComparison.Ordinal);
        if (Changed.Find(line) is { } changed && Value(changed["n"]) is { } corrected && corrected <= offered)
            return [corrected];
        if (folded.Clauses is [var greeting, var said, ..] && Keywords.OnlyPolite(greeting) && LedIn.Find(said) is { } alone && alone["not"].Length == 0 && alone.Length == said.Length)
            Add(Value(alone["n"])); // "Hola, la 2"
        if (Last.IsMatch(folded.Words))
            Add(offered);
        foreach (var match in LedIn.FindAll(line))
        {
            var after = line[(match.Index + match.Length)..].TrimStart();
            var next = FirstWord(after);
            var title = match["strong"] == "number" && match["n"].Length > 1 && next.Length > 0 && !Continues.Contains(next);
            if (!title && match["not"].Length == 0 && !CountsSomething(next, match["strong"].Length > 0))
                Add(Value(match["n"]));
        }

        var clauses = folded.Clauses;
        for (var i = 0; i < clauses.Count; i++)
        {
            var words = clauses[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var at = Wrapped(words);
            if (at + 2 == words.Length && words[at] is "yes" or "no" or "si" or "yeah" && Value(words[at + 1]) is not null && (words[at] != "no" || char.IsAsciiDigit(words[at + 1][0])))
                at++; // "No 3": the digit counts, the word must agree.
            if (i > 0 && words is ["or" or "o" or "and" or "y", var other] && other.Length == 1)
                Add(Value(other)); // "1? or 2?"
            if (words[at] == "#" && at + 1 < words.Length)
                at++;
            if (words[at] == "2" && at > 0 && at + 1 < words.Length && SaysTo.Contains(words[at - 1]) && !Continues.Contains(words[at + 1]) && !Keywords.IsPolite(words[at + 1]))
                continue; // "I want 2 ask"
            if (Value(words[at].TrimEnd('+')) is not { } number || (at > 0 && NoOption.Contains(words[at - 1])))
                continue;
            var next = at + 1 < words.Length ? words[at + 1] : "";
            var spelled = words[at].Length > 1;
            var leads = clauses.Take(i).Select((clause, index) => Keywords.OnlyPolite(clause) || Introduces(clause) || (index > 0 && Introduces(clauses[index - 1]) && clause.Count(c => c == ' ') < 2)).All(polite => polite);
            if (next.Length == 0)
            {
                // A digit that is a clause of its own: at the start, at the end, or as an item of a list.
                if (leads || i == clauses.Count - 1 || char.IsAsciiDigit(words[at][0]))
                    Add(number);
            }
            else if (Value(next) is { } second)
            {
                Add(number);
                if (!words[at].EndsWith('d') && words[at] is not "first")
                    Add(second); // "The second one" is one.
            }
            else if (leads && (spelled ? Continues.Contains(next) || Keywords.OnlyPolite(string.Join(' ', words[(at + 1)..])) : Continues.Contains(next) || !CountsSomething(next, strong: false)))
            {
                Add(number);
                for (var k = at + 2; k < words.Length; k++)
                {
                    var turned = Turns.Contains(words[k - 1]) || words[k - 1] == "&" || (k + 1 < words.Length && words[k + 1] is "yes" or "no" or "si");
                    if (turned && words[k].Length == 1 && !CountsSomething(k + 1 < words.Length ? words[k + 1] : "", strong: false))
                        Add(Value(words[k]));
                }
            }
            else if (found.Count > 0 && at == 0 && next is "for" or "para" or "pa" or "if" or "si")
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

    /// <summary>Whether the word after a digit is what the digit counts.</summary>
    private static bool CountsSomething(string next, bool strong)
    {
        if (next.Length == 0 || Continues.Contains(next))
            return false;
        if (strong)
            return false;
        return Counted.Contains(next) || next.StartsWith('%') || (next.EndsWith('s') && next.Length > 3 && !next.EndsWith("ss", StringComparison.Ordinal)) || char.IsAsciiDigit(next[0]);
    }

    /// <summary>Where the words around an option end: greeting, hedge, article, verb of choosing.</summary>
    private static int Wrapped(string[] words)
    {
        var at = 0;
        while (at < words.Length - 1 && (Greetings.Contains(words[at]) || words[at][0] >= '\u2E80' || (Degrees.Contains(words[at]) && (words[at + 1] is "yes" or "no" or "si" or "yeah" or "nope" || Degrees.Contains(words[at + 1])))))
            at++;
        return at;
    }

    private static int? YesOrNo(string text, NormalizedText folded, int offered)
    {
        if (Elsewhere.IsMatch(folded.Words) || NumberOf.IsMatch(folded.Line))
            return null;
        if (offered >= 3 && (WithChanges.IsMatch(folded.Words) || Amended.Any(amended => amended.IsMatch(folded.Words))))
            return 2;
        if (AtLast.Find(folded.Words) is { } last)
            return last["no"].Length == 0 ? 1 : offered >= 2 ? offered : null;
        foreach (var clause in folded.Clauses)
        {
            var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var at = Wrapped(words);
            if (Value(words[at]) is not null && at + 1 < words.Length)
                at++;
            if (words[at] is "option" or "answer" or "respuesta" && at + 1 < words.Length)
                at++;
            var rest = string.Join(' ', words[at..]);
            if (at > 0 && Value(words[at - 1]) is not null && rest is "for sure" or "of course" or "absolutely" or "definitely" or "por supuesto" or "claro")
                return null; // "Number 3 for sure": sure of the number.
            if (ClearNo.IsMatch(clause))
                return offered >= 2 ? offered : null;
            if (ClearYes.IsMatch(clause))
                return 1;
            var next = at + 1 < words.Length ? words[at + 1] : "";
            if (offered >= 3 && WithChanges.IsMatch(rest))
                return 2;
            if (Unsure.IsMatch(rest))
                return null;
            if (words[at] is "yes" or "yeah" or "yep" or "yup" or "yea" or "yess" or "yas" or "sip" or "sim" or "oui" or "wi" or "tak")
                return 1;
            if (ClearYes.IsMatch(rest))
                return 1;
            if (words[at] == "si" && (next.Length == 0 || AfterSi.Contains(next) || text.Contains('í', StringComparison.OrdinalIgnoreCase) && Accented(text)))
                return 1;
            if (words[at] is "nope" or "nah" or "nop" or "naw" or "noo" || ClearNo.IsMatch(rest))
                return offered >= 2 ? offered : null;
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

    private static string FirstWord(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? line : line[..space];
    }

    private static int? Value(string word) =>
        word.Length == 1 && char.IsAsciiDigit(word[0]) ? word[0] - '0' : Numbers.TryGetValue(word, out var number) ? number : null;

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Who asks what an option means has not chosen it.</summary>
    private static readonly Expression Asks = new(
        "^((hi|hello|hola|sorry|perdon|disculpe|ok) [,.]? ?)*(what (is|does|are|was|do)|whats|(can|could) (you|u|someone) (please )?(explain|tell)|please explain|explain|que (es|significa|quiere decir|son)|cual es|(me |nos )?(puede|puedes|podria|pueden) (explicar|decir)|expliqu?e)( [^.]*)?[.?]?$");

    private static readonly Expression Item = new("(^| )(?<n>[1-9]) [.,] ");

    private const string Number = "(?<n>[0-9]|one|two|three|four|five|uno|dos|tres|cuatro|cinco)";

    // "my answer is 2", "option 2", "voto por la dos"; a strong lead-in needs nothing more, a weak one no counted noun.
    private static readonly Expression LedIn = new(
        "\\b(?<not>(not|no|ni) )?(?<strong>option|opcion|choice|number|numero|num|answer|response|respuesta|alternativa|opt|ans|vote|voto)( (is|was|es|era|to|by|por|for|number|numero|no|the|la|el|option|opcion|is option|es la))* " + Number + "( |$)|\\b(?<not>(not|dont|no) )?(choose|chose|pick|picked|select|selected|choosing|picking|id say|i say|say|ill say|go with|going with|went with|elijo|escojo|escogi|elegi|prefiero|yo digo|digo|me quedo con|i meant|i mean|meant|quise decir|make it|pon|pongan|put me down for|mark|put)( (option|number|por|la|el|numero|opcion|the))* " + Number + "( |$)|^(?<not>no )?(la|el|the|a la) (?<strong>numero |number |opcion )?" + Number + "( (please|por favor|gracias|thanks|mija|mijo|mi amor|mami|papi|amor|nena|amiga|amigo|corazon|senora|senor|dear|honey|baby|sir|maam))*$|\\b(so|its|thats|a|and|asi que|un) (a )?" + Number + " (from|for|de parte de|de|por) (me|us|mi|my (family|house|household))$|^(the |la |el )(?<n>first|second|third|1st|2nd|3rd|primera|segunda|tercera|primero|segundo|tercero)( (one|option|choice|opcion))?$|^(?<n>first|second|third|1st|2nd|3rd|primera|segunda|tercera) (one|option|choice|opcion)\\b");

    private static readonly Expression Last = new("^(i |we )?((pick|choose|like|prefer|say|want|vote for|elijo|prefiero|escojo|digo) )?((the )?last (one|option|choice)|(la |el )(ultima|ultimo)( opcion)?)( (please|por favor|gracias|thanks))*$");

    private static readonly Expression Changed = new(
        "^(?:(?:option |opcion |la |el |the )?(?:[1-9]|one|two|three|uno|dos|tres) (?:no |wait |oops |sorry |perdon |espera |actually )*(?:i mean|i meant|i ment|quise decir|quiero decir|digo|make that|mejor)(?: to say| option| la| el| number| the)* " + Number + ")( |$)|\\b(change|changing|switch|cambio|cambiar|cambien|cambie|corregir|correct)( (it|my|mi|la|the|that|last|previous|old|from|de|a|answer|vote|choice|response|respuesta|voto|opcion|mind|[0-9]))* (to|a|por|por la|a la|al)( (a|the|la|el|option|number|opcion|numero))* " + Number + "( |$)");

    private static readonly Expression WithChanges = new(
        "^((yes|yeah|yep|si|sure|ok|okay) (but |pero )?(with|w|con|c|after) (\\w+ )?(\\w+ )?(changes?|cambios?|edits|modifications)|(yes|si) (if|but) (changed|some changes)|(with|con) (some |a few |algunos |unos )?(changes|cambios)$|(partly|partially)( |$)|in part$|somewhat$|(si )?en parte|parcialmente|mas o menos$|kind of$|sort of$|kinda$)");

    /// <summary>
    /// Yes to it if something is changed is option 2, "yes with changes", whatever the words: "yes but take out the names". A
    /// complaint beside a yes demands no change: "yes but nobody ever listens".
    /// </summary>
    private static readonly Expression[] Amended =
    [
        Plain(Assent + "( \\w+)?( \\w+)?( \\w+)?( \\w+)? (but|pero|mas|however|only|just) (please |only |just |first |por favor |primero )*((you |they |we |u |it |ustedes )?(need|needs|have|has|should|must|deben|debe|tienen que|tiene que|deberian|hay que)( to)?( \\w+)? )?(take|remove|keep|leave|dont|do not|hide|change|make|not|without|w_o|ask|delete|erase|add|limit|stop|protect|exclude|drop|fix|shorten|tell us|let us|no \\w+s|quit[ea]n?|quitar\\w*|saquen?|sacar|borr[ea]n?|borrar|elimin[ea]n?|eliminar|no (\\w+en|\\w+an|nombres|apellidos|direcciones|datos)|sin|cambi[ea]n?|cambiar|pongan?|dejen?|agreguen?|protejan?|pregunten|avisen|que (no|quiten|saquen|borren|cambien)|con (cambios|menos|mas)|tirem|tire|sem|retirem?)( |$)"),
        // A condition alone is a yes with one: "only without names".
        Plain("^((ok|okay|pues|bueno|well|yo digo|i say|digo) )*(only|just|solo|solamente|nomas|unicamente|nada mas) (if|without|sin|si|with changes|con cambios|with no|when|cuando)( |$)"),
        Plain("^((hi|hello|hola|well|bueno|pues|i say|i think|yo digo|creo) )*(its |thats |it is |that is )?(ok|okay|fine|alright|all right|esta bien|bien|de acuerdo|por mi bien|vale)( with me| by me| for me| conmigo| por mi)? (but )?(only )?(if|as long as|so long as|provided|on condition|unless|solo si|siempre que|siempre y cuando|con tal|mientras no|si (no |me |nos |les |lo )?\\w{2,}[ae]n)( |$)"),
        Plain(Assent + "( i (do|support it|agree|support this))?( but| pero)? (only|just|solo|solamente) (for|para|after|when|with|con|in|en|people|adults)( |$)"),
        Plain(Assent + "( i (do|support it|agree|support this))?( but)?( only)? (if|as long as|so long as|provided|on condition|unless|only when|once (you|they)|siempre que|siempre y cuando|solo si|con tal|mientras no|a menos que|si (no|quitan|sacan|cambian|borran)|without|w_o|sin|minus|except|excepto|menos) (?:[^y]|y[^o]|yo[^u]|you [^a])"),
    ];

    private const string Assent = "^((hi|hello|hey|hola|ok|well|bueno|pues|i say|i vote|digo|voto|yo digo|creo) )*(yes|yeah|yea|yep|yup|sure|si|sim|claro|claro que si)";

    /// <summary>Yes and no at once is no choice; nor is one that is taken back in the same breath.</summary>
    private static readonly Expression Torn = Plain(
        "(^| )(yes|si|sim) (and|y|&|or|o|e|but also) (no|nao)$|(^| )no (and|y|&|or|o|e|but also) (yes|si|sim)$|^(yes|si) no( (maybe|idk|not sure|no se))?$|^(yes|si) no (yes|si)( |$)|^no (no )?(wait |oops |sorry )?yes( |$)|^yes (no )?(wait|oops|sorry) no( |$)|^(yes|si) (no|yes|si|maybe) maybe$|^(yes|yeah|no|nope|nah|si)( (i mean|but|pero|well|bueno|digo|or))* (i )?(dont know|do not know|idk|no se|no lo se|not sure|im not sure)$");

    /// <summary>A yes to something else: "Yes I got your letter".</summary>
    private static readonly Expression Elsewhere = Plain(
        "^(yes|yeah|yep|si) (i|we|ya)? ?(just |already |did |lo |la |los |me )?(got|get|received|receive|saw|see your|read your|heard|remember|unsubscribed|called|went|moved|tried|signed|filled|applied|talked|spoke|asked|paid|used|worked|have your|have received|recibi|recibimos|vi|lei|llego|llegaron)( |$)|^((y|and|but|pero|ok|entonces) )*(por que|xq|porque|pq|why|how come) (no|not|si)( |$)|^(yes|yeah|yep|si) (they|she|he|someone|somebody|me|nos) (already )?(told|called|sent|asked|gave|showed|mailed|explained|dijeron|llamaron|mandaron|dieron|explicaron|avisaron)( |$)|^(yes|yeah|si) (this is|its|im|i am|soy|habla) (?:[^n]|n[^o])\\w*$");

    /// <summary>"No. 7 bus never comes": short for number.</summary>
    private static readonly Expression NumberOf = Plain("^((the|el|la) )?(no|nos|num) [.] [0-9]+ [a-z]");

    /// <summary>A yes or no that ends a sentence of reasons.</summary>
    private static readonly Expression AtLast = Plain("( (and|so|then|y|asi que|entonces|that is why|thats why|por eso)( i (say|vote)| digo| voto)? (yes|si|(?<no>no))|(i|yo)( would| will)? (say|vote|voto|digo)( que)? (yes|si|(?<no>no)))$");

    private static Expression Plain(string pattern) => new(pattern);

    private static readonly Expression Unsure = new(
        "^(not sure|im not sure|unsure|no se( |$)|no estoy segur[oa]|no sabria|no idea|no clue|no opinion|no comment|no preference|no problem|no worries|no one|no matter|no entiendo|no entendi|no comprendo|no tengo|no hay|no way to|no more|no need|no doubt|no hay problema|no importa|no me importa|no me acuerdo|no recuerdo|no puedo|no lo se|no estoy clar[oa]|si (me|nos|les|le|se|lo|la|los|las) (d[ae]n?|dice|dicen|avisan?|explican?|pagan?|ayudan?|llaman?|mandan?|quitan?|dejan?|ponen?|pueden?|tengo)|si (puedo|pudiera|tengo tiempo|es que|acaso|algun dia|dios quiere)|si (no|quitan|hay que|van|me garantizan|fuera|pudieran|ustedes|el gobierno|la gente|alguien)( |$)|yes or no|si o no|no sabe|nose( |$))");

    private static readonly Expression ClearYes = new(
        "^(absolutely|of course|for sure|sure|claro que si|claro$|por supuesto|desde luego|definitely yes|definitely$|certainly$|yes|yess+|sii+|sisi|si si|i agree( with (it|this|that))?$|agreed$|(im|i am) (for|in favor of|all for) (it|this)$|(im|i am) in favor$|(that |it )?sounds good( to me)?$|me parece bien$|suena bien$|agree$|totally agree$|estoy de acuerdo$|de acuerdo$|i support (it|this)$|lo apoyo$|estoy a favor$|affirmative|afirmativo|cierto$|correcto$|y$)( |$)");

    private static readonly Expression ClearNo = new(
        "^(absolutely not|of course not|definitely not|certainly not|hell no|heck no|claro que no|por supuesto que no|desde luego que no|para nada|de ninguna manera|de ningun modo|no estoy (de acuerdo|a favor|conforme)|no me (gusta\\w*|parece\\w*|agrada\\w*|convence\\w*)|no lo apoyo|no apoyo|no estamos de acuerdo|no acepto|no lo acepto|no creo que|i disagree$|disagree$|i (do not|dont) agree$|i oppose (it|this)$|im against (it|this)$|estoy en contra$|no lo creo$|not at all|never$|nunca$|jamas$|negative|negativo|n$|(im |its |thats )?not (ok|okay|fine|good) with me$|mejor (que )?no$|ni hablar|ni loc[oa]|ni pensarlo|ni de broma|ni muert[oa]|ni en suenos|de eso nada)( |$)");

    private static readonly Expression Introduction = new(
        "^((hi|hello|hey|hola|good|morning|afternoon|evening|buenas|buenos|dias|tardes|noches|ok|yes|si) )*(this is|its|im|i am|soy|habla|le habla|my name is|me llamo|it is|aqui|here is my answer|mi respuesta|my answer|answer|respuesta|re|question|pregunta|for the|to your|sobre la|about the|regarding)( |$)");
}
