using System.Globalization;
using System.Text.RegularExpressions;

namespace CtVoice.Local.Tests.Webhooks.Kinds;

/// <summary>One line of the tables of cases: <c>where language | what the product does | what comes</c>.</summary>
/// <param name="Kind">The heading above it, a number and what it is about.</param>
/// <param name="From">Where it comes in: sms, mail, page, or a field, a letter or a list of the office.</param>
/// <param name="Language">en or es.</param>
/// <param name="Expected">What the product does.</param>
/// <param name="Message">What comes, with the characters that it stands for.</param>
internal sealed partial record KindCase(string Kind, string From, string Language, string Expected, string Message)
{
    internal const string Messages = "kinds.txt";
    internal const string Fields = "copied.txt";
    internal const string Letters = "sent.txt";
    internal const string Files = "files.txt";

    /// <summary>The tables of all kinds.</summary>
    internal static IReadOnlyList<string> Tables { get; } = [Messages, Fields, Letters, Files];

    /// <summary>The number of its kind.</summary>
    internal int Number => int.Parse(Kind.Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>A file beside the tables.</summary>
    internal static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Webhooks", "Kinds", name));

    internal static List<KindCase> Of(string table)
    {
        var cases = new List<KindCase>();
        var kind = "";
        foreach (var line in Text(table).Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                kind = line[3..];
            else if (line.Length > 0 && line[0] != '#')
                cases.Add(Read(kind, line.Split(" | ", 3)));
        }
        return cases;
    }

    /// <summary>The message without the marks of what must and must not be kept of it.</summary>
    internal string Sent => string.Concat(Message.Where(c => !Marks.Contains(c, StringComparison.Ordinal)));

    /// <summary>What must be among the words that are kept.</summary>
    internal IEnumerable<string> Kept => Marked('⟦', '⟧');

    /// <summary>What must not be among them.</summary>
    internal IEnumerable<string> LeftOut => Marked('⟪', '⟫');

    private const string Marks = "⟦⟧⟪⟫";

    private IEnumerable<string> Marked(char from, char to) => Message.Split(from).Skip(1).Select(rest => rest[..rest.IndexOf(to)]);

    private static KindCase Read(string kind, string[] parts) =>
        new(kind, parts[0][..^3], parts[0][^2..], parts[1], Escape().Replace(parts[2], Character));

    private static string Character(Match escape) => escape.Value[1] switch
    {
        'n' => "\n",
        't' => "\t",
        'z' => "\u200B",
        'u' => ((char)int.Parse(escape.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        var other => other.ToString(),
    };

    [GeneratedRegex(@"\\(u[0-9A-Fa-f]{4}|[ntz\\])")]
    private static partial Regex Escape();
}
