using System.Text.RegularExpressions;
using CtVoice.Core.Tests.Projects;

namespace CtVoice.Core.Tests.Architecture;

/// <summary>
/// What the reader of messages knows by its words stands in phrase files, which somebody who speaks the language can read and correct, and
/// not in code. A literal of code counts where one of its words is a word of those files, or one that people write most.
/// </summary>
public partial class LiteralWordsTests
{
    private const string Library = "core/CtVoice.Language";

    private const string Core = "core/CtVoice.Core";

    /// <summary>Literals with such words that are none of the language of messages, and why.</summary>
    private static readonly (string Why, string[] Literals)[] Structure =
    [
        ("Says why a message was read so, to whoever asks; nothing is compared with it.",
        [
            "says yes with changes", "names option {value}", "asks to be written to again", "says stop, and why", "says why, and stop",
            "tells why, and stop", "says stop beside other words", "begins with the keyword STOP, written as one",
            "the whole message is the keyword \\\"{folded.Words}\\\"", "takes back the consent to be written to: \\\"{consent}\\\"",
            "plainly asks to be left alone: \\\"{clause}\\\"", "may ask to be left alone, may be feedback: \\\"{clause}\\\"",
            "wants no more of what comes by another channel: \\\"{folded.Words}\\\"",
            "is not the person it was sent to", "says that the number is somebody else's",
            "has got the number since, and does not know the person", "is not the person, and has the number",
            "the person is gone, and is to be taken off", "does not know the person",
            "somebody else may be writing, or the person is gone", "marked as automatic by what sent it",
            "a quick reply that phones offer", "quick replies that phones offer", "a phone's driving mode",
            "a notice from a carrier or an auto-responder", "an office's automatic reply", "; the text arrived in base64",
            "no words: an answer without a choice", "a person's words, without a choice", "a phone's reaction: {verb}",
            "a phone's reaction with an emoji", "a phone's reaction, by a gateway", "reactions of a day, told by the mail program",
            "a list that takes no mail from strangers",
        ]),
        ("Names a word within a form.", ["who", "what", "rest", "surname", "named", "owner", "strong", "asked"]),
        ("Names lists of one topic by their number.", ["option {number}"]),
        ("Names a list, a flag or an exception of a list.",
        [
            "worry", "own-case", "own-life", "life-status", "do-not-quote", "change-answer", "could-be", "denied", "in-general", "listed",
            "alone", "now", "past", "notice-words", "program-footers",
            "CtVoice.Language.Meaning.", "CtVoice.Language.Meaning.common-words.txt", "CtVoice.Language.Meaning.{id}.json", "no part)",
        ]),
        ("Says that a list is not there or in what state of review it is.",
        [
            "The list {Name} is not embedded in the assembly.", "The word list {name} is not embedded in the assembly.",
            "The word list {name} is empty.",
            "Reviewed by {By} on {On}. It still misses wordings that nobody has thought of yet.",
            "A draft. A person outside the team must review it before members are asked. "
                + "It misses wordings that nobody has thought of yet.",
        ]),
        ("An ending or a form by which verbs are put together.",
            ["base", "done", "fin", "ing", "ando", "iendo", "nos", "les", "los", "las", "car", "gar", "remov", "exclu", "texte"]),
        ("The keyword of the rule itself (47 CFR 64.1200(a)(10)).", ["stop", "STOP", "stop stop"]),
        ("Begins an address of the web, or stands for one in the forms.", ["www.", "adr"]),
    ];

    /// <summary>
    /// Words of literals in files that are not moved yet: so many and no more. Whoever moves some writes the smaller number here, and
    /// strikes out a file that holds none. Many of those of mail are names of header fields and no language.
    /// </summary>
    private static readonly Dictionary<string, int> Left = new(StringComparer.Ordinal)
    {
        // A plain STOP is seen whatever else fails: also where a file of phrases cannot be read.
        ["Meaning/RawSigns.cs"] = 18,
        ["Email/Armour.cs"] = 9,
        ["Email/AutoReplies.cs"] = 41,
        ["Email/AutoReplyWords.cs"] = 13,
        ["Email/BounceSort.cs"] = 2,
        ["Email/BounceWords.cs"] = 82,
        ["Email/Bounces.cs"] = 62,
        ["Email/ClientSignature.cs"] = 9,
        ["Email/Complaints.cs"] = 26,
        ["Email/Disclaimer.cs"] = 8,
        ["Email/EarlierMail.cs"] = 32,
        ["Email/EmailReader.cs"] = 77,
        ["Email/HeaderBlock.cs"] = 2,
        ["Email/HtmlText.cs"] = 133,
        ["Email/Introduction.cs"] = 9,
        ["Email/ListFooter.cs"] = 45,
        ["Email/MachineSigns.cs"] = 142,
        ["Email/PersonSigns.cs"] = 290,
        ["Email/PhraseFile.cs"] = 2,
        ["Email/QuoteMarks.cs"] = 1,
        ["Email/Reactions.cs"] = 51,
        ["Email/Receipts.cs"] = 23,
        ["Email/ReplyMarker.cs"] = 2,
        ["Email/ReplyText.cs"] = 31,
        ["Email/Separator.cs"] = 3,
        ["Email/Title.cs"] = 20,
    };

    /// <summary>Files of core whose literals hold words of Spanish and read no message, and why.</summary>
    private static readonly (string Why, string File)[] LeftInCore =
    [
        ("The names that columns of an inventory have.", "Projects/Ai/AiInventoryCsv.cs"),
        ("The names of columns that hold people, in files of agencies.", "Projects/Intake/PeopleRows.cs"),
        ("The options that a question offers where an agency writes none.", "Projects/ResidentTexts.cs"),
    ];

    [Fact]
    public void Words_of_messages_stand_in_phrase_files_and_not_in_code()
    {
        Assert.Empty(
            from one in OfCode()
            where !Left.ContainsKey(one.File) && Said(one.Literal).Any(Known.Contains)
            select $"{one.File}: \"{one.Literal}\"");
    }

    [Fact]
    public void Where_words_are_left_in_code_they_become_fewer()
    {
        var words = OfCode().GroupBy(one => one.File)
            .ToDictionary(file => file.Key, file => file.Sum(one => Said(one.Literal).Count()));

        Assert.Empty(
            from file in Left
            let now = words.GetValueOrDefault(file.Key)
            where now != file.Value || now == 0
            select $"{file.Key}: {now} words, and {file.Value} are written here");
    }

    /// <summary>
    /// Core asks the library what words mean. English is in all its code, so words count that only Spanish phrases have, and the words by
    /// which Spanish counts, in literals without a capital, a dot or a colon; what members are sent is no reading.
    /// </summary>
    [Fact]
    public void Core_reads_no_words_by_lists_of_its_own()
    {
        var found =
            from file in SourceTree.Files(Core)
            where !file.StartsWith($"{Core}/Conversations/Words/", StringComparison.Ordinal)
            from literal in Literals(File.ReadAllText(Path.Combine(Repository.Root, file)))
            where SpeaksSpanish(literal)
            select file[(Core.Length + 1)..];

        Assert.Equal(LeftInCore.Select(left => left.File), found.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("\"ninguno\"", true)]
    [InlineData("\"dos\"", true)]
    [InlineData("@\"\\b(riesgo|perd)\\b\"", true)]
    [InlineData("\"one\", \"two\", \"no\"", false)]
    [InlineData("\"Dos.\"", false)]
    public void A_literal_of_core_counts_where_it_speaks_Spanish(string code, bool counts) =>
        Assert.Equal(counts, Literals(code).Any(SpeaksSpanish));

    [Theory]
    [InlineData("if (word is \"gracias\")", true)]
    [InlineData("\"quiten mi nombre|stop texting\"", true)]
    [InlineData("@\"\\b(no quiero|dont want)\\b\"", true)]
    [InlineData("Forms.Within(\"led in\")", false)]
    [InlineData("// \"please stop\"", false)]
    [InlineData("code[0] is 'a'", false)]
    [InlineData("\"^(?:\" + roles + \")\"", false)]
    public void A_literal_counts_by_its_words(string code, bool counts) =>
        Assert.Equal(counts, Literals(code).SelectMany(Said).Any(Known.Contains));

    private static IEnumerable<(string File, string Literal)> OfCode() =>
        from folder in (string[])["Answers", "Meaning", "Sms", "Email"]
        from file in SourceTree.Files($"{Library}/{folder}")
        from literal in Literals(File.ReadAllText(Path.Combine(Repository.Root, file)))
        select (file[(Library.Length + 1)..], literal);

    private static IEnumerable<string> Literals(string code) =>
        Tokens().Matches(code).Select(token => token.Value).Where(token => token.Contains('"') && token[0] is '"' or '$' or '@')
            .Select(token => token[(token.IndexOf('"', StringComparison.Ordinal) + 1)..^1]);

    /// <summary>The words of a literal; none where it is structure.</summary>
    private static IEnumerable<string> Said(string literal) => Structural.Contains(literal) || Resource().IsMatch(literal) ? []
        : Words().Matches(Holes().Replace(literal, "").ToLowerInvariant()).Select(word => word.Value);

    private static readonly HashSet<string> Known =
    [
        .. Phrases().Where(line => !line.StartsWith("==", StringComparison.Ordinal)).Concat(CommonWords())
            .SelectMany(line => Words().Matches(line).Select(word => word.Value)),
    ];

    private static bool SpeaksSpanish(string literal) =>
        !literal.Any(c => char.IsUpper(c) || c is '.' or ':' or '-') && Words().Matches(literal).Any(word => Spanish.Contains(word.Value));

    /// <summary>Words of Spanish phrases alone, and of its numbers, which stand among English ones as well.</summary>
    private static readonly HashSet<string> Spanish =
        [.. InLanguage("(es)").Except(InLanguage("(en)")), .. InLanguage("cardinal (es)")];

    private static IEnumerable<string> InLanguage(string language)
    {
        var open = false;
        foreach (var line in Phrases())
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
                open = line.EndsWith(language, StringComparison.Ordinal);
            else if (open)
                foreach (var word in Words().Matches(line).Select(word => word.Value))
                    yield return word;
        }
    }

    private static readonly HashSet<string> Structural =
    [
        .. Structure.SelectMany(reason => reason.Literals),
        .. Phrases().Where(line => line.StartsWith("== ", StringComparison.Ordinal))
            .Select(line => line[3..line.LastIndexOf(" (", StringComparison.Ordinal)]),
    ];

    private static IEnumerable<string> Phrases() =>
        SourceTree.Files(Library, "*.txt").Where(file => file.Contains("/Phrases/", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(Path.Combine(Repository.Root, file)))
            .Where(line => !line.StartsWith('#') && !line.StartsWith("review:", StringComparison.Ordinal));

    private static IEnumerable<string> CommonWords() =>
        File.ReadLines(Path.Combine(Repository.Root, Library, "Meaning/common-words.txt")).Where(line => !line.StartsWith('#'));

    /// <summary>A word that is long enough to be one of a language and not an ending.</summary>
    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Words();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Holes();

    [GeneratedRegex(@"^(Answers|Meaning|Reading|Sms|Email)\.Phrases\.[a-z-]+$")]
    private static partial Regex Resource();

    // In this order: comments, strings, characters.
    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|\$?@"(?:[^"]|"")*"|@\$?"(?:[^"]|"")*"|\$?"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)'""",
        RegexOptions.Singleline)]
    private static partial Regex Tokens();
}
