using System.Collections.Frozen;
using System.Text;
using CtVoice.Language.Matching;

namespace CtVoice.Language;

/// <summary>
/// Forms of sentences as data that anybody can read and correct (<see cref="PhraseText"/>), in a small notation over whole words:
/// <c>(a|b)</c> one of these, <c>[a|b]</c> one or nothing, <c>{a|b}</c> any number, <c>*</c> any word, <c>*1-3</c> so many words,
/// <c>call*</c> a word that begins so, <c>*s</c> one that ends so, <c>**s</c> one with two letters or more before it, <c>#</c> a number,
/// <c>##</c> that sign, <c>...</c> anything, <c>...20</c> at most so many letters, <c>^</c> and <c>$</c> the begin and the end,
/// <c>who=*</c> a word that is asked for by that name,
/// <c>q~</c> a word onto which the next may be written without a space, <c>&lt;lead&gt;</c> one of another topic of the file, or a shape of
/// digits and letters (<see cref="Shapes"/>).
/// </summary>
internal sealed class PhraseForms
{
    /// <summary>Topics within topics; one that leads to itself is a fault.</summary>
    private const int Deepest = 5;

    /// <summary>How a word ends where only spaces part words, and where marks do as well.</summary>
    private const string Spaced = "(?: |$)";
    private const string Edged = @"(?: |\b|$)";

    /// <summary>What is no word of any language.</summary>
    private static readonly FrozenDictionary<string, string> Shapes = new Dictionary<string, string>
    {
        ["digit"] = "[0-9]",
        ["option"] = "[1-9]",
        ["option and mark"] = "[1-9]_",
        ["letter"] = "[a-z]",
        ["lettered"] = @"[a-z]\w*",
        ["code"] = "[0-9]{4,8}",
        ["spaced code"] = "[0-9 ]{4,8}",
        ["ticket"] = "[a-z]{0,3}[0-9]{3,}",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string file;
    private readonly PhraseText text;
    private readonly Dictionary<(string Topic, string End), string> put = [];

    private PhraseForms(string file, PhraseText text) => (this.file, this.text) = (file, text);

    internal static PhraseForms Load(string name) => new(name + ".txt", PhraseText.Load(name));

    internal static PhraseForms Read(string text, string file) => new(file, PhraseText.Read(text, file));

    /// <summary>The forms of a topic as they are written.</summary>
    internal string[] this[string topic] => text[topic];

    /// <summary>A topic of plain words and no forms.</summary>
    internal FrozenSet<string> Set(string topic) => text.Set(topic);

    /// <summary>Whether a text, in small letters and with one space between words, is one of the forms of a topic, from its begin to
    /// its end, in any language. An unknown topic, or a form that cannot be read, is a fault that names file and form.</summary>
    internal Expression Whole(string topic) => new($"^(?:{Any(topic, 0)})$");

    /// <summary>The same of several topics, asked at once.</summary>
    internal ExpressionSet Sorted(params IReadOnlyList<string> topics) => new([.. topics.Select(topic =>
        (IReadOnlyList<string>)[.. text[topic].Select(form => $"^(?:{new Reader(this, form, 0, Spaced).Read()})$")])]);

    /// <summary>Whether a text begins with one of the forms of a topic; what has more pieces is tried first, and among these what takes
    /// all that follows last.</summary>
    internal Expression Begin(string topic) => new($"^(?:{string.Join('|', text[topic].OrderByDescending(Pieces)
        .ThenBy(form => form.EndsWith("...", StringComparison.Ordinal)).Select(form => new Reader(this, form, 0, Spaced).Read()))})");

    /// <summary>Words, groups and topics that follow one another in a form.</summary>
    private static int Pieces(string form)
    {
        var (pieces, depth) = (1, 0);
        foreach (var c in form)
        {
            depth += c is '(' or '[' or '{' or '<' ? 1 : c is ')' or ']' or '}' or '>' ? -1 : 0;
            pieces += c is ' ' && depth == 0 ? 1 : 0;
        }
        return form.EndsWith("...", StringComparison.Ordinal) ? pieces - 1 : pieces;
    }

    /// <summary>Whether one of the forms of a topic stands in a text in which a space, and nothing else, is between words.</summary>
    internal Expression Within(string topic) => Anywhere(topic, Spaced);

    /// <summary>The same in a text in which words end at any mark.</summary>
    internal Expression Among(string topic) => Anywhere(topic, Edged);

    private Expression Anywhere(string topic, string end) => new(string.Join('|', text[topic]
        .Select(form => (form[0] is '^' || form.TrimStart('(')[0] is '.' or ',' ? "" : @"\b")
            + $"(?:{new Reader(this, form, 0, end).Read()})")));

    /// <summary>Every form of a topic by itself, for texts that begin with it; it ends where a word does.</summary>
    internal IEnumerable<Expression> Beginnings(string topic) =>
        text[topic].Select(form => new Expression($"^(?:{new Reader(this, form, 0, Spaced).Read()})"));

    private string Any(string topic, int depth, string end = Spaced) => depth > Deepest
        ? throw new FormatException($"{file}: <{topic}> leads to itself.")
        : put.TryGetValue((topic, end), out var known) ? known
        : put[(topic, end)] = string.Join('|', text[topic].Select(form => new Reader(this, form, depth, end).Read()));

    /// <summary>One form, taken apart from its begin on.</summary>
    private sealed class Reader(PhraseForms forms, string form, int depth, string end)
    {
        private int at;

        internal string Read()
        {
            var read = Choices();
            return at == form.Length ? read : throw Fault();
        }

        private string Choices()
        {
            var read = new StringBuilder();
            while (at < form.Length && form[at] is not (')' or ']' or '}'))
                read.Append(Next());
            return read.ToString();
        }

        private string Next() => form[at] switch
        {
            ' ' => Skipped(""),
            '|' => Skipped("|"),
            '(' => Group(')', ""),
            '[' => Group(']', "?"),
            '{' => Group('}', "*"),
            '<' => Topic(),
            _ => Word(),
        };

        private string Skipped(string read)
        {
            at++;
            return read;
        }

        private string Group(char close, string times)
        {
            at++;
            var read = Choices();
            return at < form.Length && form[at++] == close && read.Length > 0 ? $"(?:{read}){times}" : throw Fault();
        }

        private string Topic()
        {
            var close = form.IndexOf('>', at);
            if (close < 0)
                throw Fault();
            var topic = form[(at + 1)..close];
            at = close + 1;
            return Shapes.TryGetValue(topic, out var shape) ? shape + (shape.EndsWith('_') ? "" : end)
                : forms.text.Has(topic) ? $"(?:{forms.Any(topic, depth + 1, end)})" : throw Fault();
        }

        private string Word()
        {
            var from = at;
            while (at < form.Length && !" |()[]{}<>=~".Contains(form[at], StringComparison.Ordinal))
                at++;
            var word = form[from..at];
            if (at < form.Length && form[at] == '=')
                return Named(word);
            if (at < form.Length && form[at] == '~')
                return OneWord(word) + Skipped(" ?");
            if (word.StartsWith("...", StringComparison.Ordinal))
            {
                return word.Length == 3 ? from == 0 ? "(?:.* )?" : ".*" + Follows()
                    : int.TryParse(word.AsSpan(3), out var most) ? $".{{0,{most}}}{Follows()}" : throw Fault();
            }

            return word switch
            {
                "^" or "$" => word,
                "." or "," => $@"\{word}{Spaced}",
                ['*', .. var times] when times.Split('-') is [var least, var most]
                    && least.All(char.IsAsciiDigit) && most.All(char.IsAsciiDigit)
                    => $@"(?:\w+{end}){{{least},{most}}}",
                _ => OneWord(word) + end,
            };
        }

        private string OneWord(string word) => word switch
        {
            "" => throw Fault(),
            "*" => @"\w+",
            "#" => "[0-9]+",
            "##" => "#",
            ['*', '*', .. var tail] when tail.All(IsOfWord) => @"\w{2,}" + tail,
            ['*', .. var tail] when tail.All(IsOfWord) => @"\w*" + tail,
            [.. var begin, '*'] when begin.All(IsOfWord) => begin + @"\w*",
            _ when word.All(IsOfWord) => word,
            _ => throw Fault(),
        };

        private string Named(string name)
        {
            at++;
            return name.Length > 0 && name.All(char.IsAsciiLetter) && at < form.Length ? $"(?<{name}>{Next()})" : throw Fault();
        }

        /// <summary>Where marks part words, what follows "anything" begins where a word does.</summary>
        private string Follows() => end == Edged && form.AsSpan(at).ContainsAnyExcept(" ])}$") ? @"\b" : "";

        private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '&' or '%';

        private FormatException Fault() => new($"{forms.file}: the form \"{form}\" cannot be read at {at + 1}.");
    }
}
