using System.Text;
using CtVoice.Language.Matching;

namespace CtVoice.Language;

/// <summary>
/// Forms of sentences as data that anybody can read and correct (<see cref="PhraseText"/>), in a small notation over whole words:
/// <c>(a|b)</c> one of these, <c>[a|b]</c> one or nothing, <c>{a|b}</c> any number, <c>*</c> any word, <c>call*</c> a word that begins
/// so, <c>*s</c> one that ends so, <c>#</c> a number, <c>##</c> that sign, <c>...</c> anything, <c>...20</c> at most so many letters,
/// <c>&lt;lead&gt;</c> one of another topic of the file.
/// </summary>
internal sealed class PhraseForms
{
    /// <summary>Topics within topics; one that leads to itself is a fault.</summary>
    private const int Deepest = 5;

    private readonly string file;
    private readonly PhraseText text;

    private PhraseForms(string file, PhraseText text) => (this.file, this.text) = (file, text);

    internal static PhraseForms Load(string name) => new(name + ".txt", PhraseText.Load(name));

    internal static PhraseForms Read(string text, string file) => new(file, PhraseText.Read(text, file));

    /// <summary>Whether a text, in small letters and with one space between words, is one of the forms of a topic, from its begin to
    /// its end, in any language. An unknown topic, or a form that cannot be read, is a fault that names file and form.</summary>
    internal Expression Whole(string topic) => new($"^(?:{Any(topic, 0)})$");

    /// <summary>Every form of a topic by itself, for texts that begin with it; it ends where a word does.</summary>
    internal IEnumerable<Expression> Beginnings(string topic) =>
        text[topic].Select(form => new Expression($"^(?:{new Reader(this, form, 0).Read()})"));

    private string Any(string topic, int depth) => depth > Deepest
        ? throw new FormatException($"{file}: <{topic}> leads to itself.")
        : string.Join('|', text[topic].Select(form => new Reader(this, form, depth).Read()));

    /// <summary>One form, taken apart from its begin on.</summary>
    private sealed class Reader(PhraseForms forms, string form, int depth)
    {
        private const string End = "(?: |$)";

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
            var end = form.IndexOf('>', at);
            if (end < 0)
                throw Fault();
            var topic = form[(at + 1)..end];
            at = end + 1;
            return forms.text.Has(topic) ? $"(?:{forms.Any(topic, depth + 1)})" : throw Fault();
        }

        private string Word()
        {
            var from = at;
            while (at < form.Length && form[at] is not (' ' or '|' or '(' or ')' or '[' or ']' or '{' or '}' or '<' or '>'))
                at++;
            var word = form[from..at];
            if (word.StartsWith("...", StringComparison.Ordinal))
            {
                return word.Length == 3 ? from == 0 ? "(?:.* )?" : ".*"
                    : int.TryParse(word.AsSpan(3), out var most) ? $".{{0,{most}}}" : throw Fault();
            }

            if (word.Length == 0)
                throw Fault();
            return word switch
            {
                "*" => @"\w+",
                "#" => "[0-9]+",
                "##" => "#",
                ['*', .. var end] when end.All(char.IsLetterOrDigit) => @"\w*" + end,
                [.. var begin, '*'] when begin.All(char.IsLetterOrDigit) => begin + @"\w*",
                _ when word.All(char.IsLetterOrDigit) => word,
                _ => throw Fault(),
            } + End;
        }

        private FormatException Fault() => new($"{forms.file}: the form \"{form}\" cannot be read at {at + 1}.");
    }
}
