using System.Collections.Frozen;

namespace CtVoice.Language;

/// <summary>
/// Phrases as data that anybody can read and correct: a text file per idea under <c>Phrases</c>. A line <c>== topic (es)</c> begins the
/// phrases of a topic in a language, <c>;</c> divides them, a line that begins with a space goes on with the one above it, <c>#</c> begins
/// a remark, <c>review:</c> says who has read the file. Loaded once.
/// </summary>
internal sealed class PhraseText
{
    private static readonly string[] KnownLanguages =
        ["any", "en", "es", "ar", "bg", "brands", "ca", "cs", "da", "de", "el", "et", "fa", "fi", "fr", "he", "hi", "hr", "ht", "hu", "id",
            "is", "it", "ja", "ko", "lt", "lv", "mk",
            "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "th", "tl", "tr", "uk", "vi", "zh"];

    private readonly Dictionary<(string Topic, string Language), List<string>> topics = [];
    private readonly List<string> languages = [];

    private readonly string file;

    private PhraseText(string file) => this.file = file;

    /// <summary>The languages, in the order of the file.</summary>
    internal IReadOnlyList<string> Languages => languages;

    /// <summary><c>draft</c>, or who has reviewed the file and when.</summary>
    internal string Review { get; private set; } = "";

    /// <summary>The phrases of a topic in all languages, as written. An unknown topic is a fault.</summary>
    internal string[] this[string topic] =>
        topics.Where(entry => entry.Key.Topic == topic).SelectMany(entry => entry.Value).ToArray() is { Length: > 0 } phrases
        ? phrases : throw new KeyNotFoundException($"There is no topic \"{topic}\".");

    /// <summary>The same, to ask whether something is one of them.</summary>
    internal FrozenSet<string> Set(string topic) => this[topic].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Phrases of a topic that say what is typed and what is meant by it: <c>txt, tx > text</c>.</summary>
    internal IEnumerable<(string Typed, string Meant)> Pairs(string topic) => this[topic].SelectMany(phrase => phrase.Split(" > ") switch
    {
        [var typed, var meant] => typed.Split(", ").Select(one => (one, meant)),
        _ => throw new FormatException($"{file}: \"{phrase}\" is not \"what is typed > what is meant\"."),
    });

    /// <summary>The phrases of a topic in one language; none where there are none.</summary>
    internal IReadOnlyList<string> Of(string topic, string language) => topics.GetValueOrDefault((topic, language), []);

    /// <summary>The topics, in the order of the file.</summary>
    internal IEnumerable<string> Topics => topics.Keys.Select(key => key.Topic).Distinct();

    /// <summary>Whether there is a topic in any language.</summary>
    internal bool Has(string topic) => topics.Keys.Any(key => key.Topic == topic);

    /// <summary>Reads a file that is embedded in the assembly, by its folder and name: <c>Meaning.Phrases.keywords</c>.</summary>
    /// <exception cref="FormatException">What is wrong, with file and line.</exception>
    internal static PhraseText Load(string name)
    {
        var resource = $"CtVoice.Language.{name}.txt";
        using var stream = typeof(PhraseText).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The phrases {resource} are not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd(), name + ".txt");
    }

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="FormatException">What is wrong, with file and line.</exception>
    internal static PhraseText Read(string text, string file)
    {
        var read = new PhraseText(file);
        var lines = text.Split('\n');
        List<string>? open = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0 || line[0] == '#')
                continue;
            while (i + 1 < lines.Length && lines[i + 1].StartsWith(' '))
                line += (line[^1] is '|' ? "" : " ") + lines[++i].Trim();
            if (line.StartsWith("review:", StringComparison.Ordinal))
                read.Review = line["review:".Length..].Trim();
            else if (line.StartsWith("== ", StringComparison.Ordinal))
                open = read.Begin(line[3..])
                    ?? throw Fault(file, i, $"a heading is \"== topic (language)\", each once, and not \"{line}\"");
            else if (open is null)
                throw Fault(file, i, "phrases stand below a heading \"== topic (language)\"");
            else
                Add(open, line, file, i);
        }

        if (read.Review.Length == 0)
            throw Fault(file, 0, "there is no line \"review: draft\" or \"review: reviewed by ... on ...\"");
        return read.topics.FirstOrDefault(topic => topic.Value.Count == 0) is { Value: not null } empty
            ? throw Fault(file, lines.Length - 1, $"\"{empty.Key.Topic}\" is empty") : read;
    }

    private List<string>? Begin(string heading)
    {
        var bracket = heading.LastIndexOf(" (", StringComparison.Ordinal);
        if (bracket <= 0 || !heading.EndsWith(')'))
            return null;
        var language = heading[(bracket + 2)..^1];
        if (!KnownLanguages.Contains(language))
            return null;
        if (!languages.Contains(language))
            languages.Add(language);
        var phrases = new List<string>();
        return topics.TryAdd((heading[..bracket], language), phrases) ? phrases : null;
    }

    private static void Add(List<string> open, string line, string file, int at)
    {
        foreach (var piece in line.Split(';'))
        {
            var phrase = piece.Trim();
            if (phrase.Length == 0)
                continue; // After the semicolon at the end of a line.
            if (phrase.StartsWith('_'))
                phrase = " " + phrase[1..];
            if (phrase.EndsWith('_'))
                phrase = phrase[..^1] + " ";
            if (open.Contains(phrase))
                throw Fault(file, at, $"\"{phrase}\" stands there twice");
            open.Add(phrase);
        }
    }

    private static FormatException Fault(string file, int line, string what) => new($"{file}, line {line + 1}: {what}.");
}
