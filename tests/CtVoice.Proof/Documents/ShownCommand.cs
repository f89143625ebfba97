using System.Text.RegularExpressions;

namespace CtVoice.Proof.Documents;

/// <summary>A command that a document shows: <c>dotnet test</c> or <c>dotnet run</c>, or <c>bench VERB</c>, which stands for the run of the
/// bench.</summary>
/// <param name="Text">As it is shown, in one line.</param>
/// <param name="Variables">Names of the variables that are set before it.</param>
/// <param name="Verb"><c>test</c>, <c>run</c> or <c>bench</c>.</param>
/// <param name="Words">What follows the verb, without quotes, up to a next command or a remark.</param>
internal sealed partial record ShownCommand(
    string Text, IReadOnlyList<string> Variables, string Verb, IReadOnlyList<string> Words)
{
    private static readonly string[] WithValue = ["-c", "-v", "-p", "--filter", "--logger", "--project"];
    private static readonly string[] Ends = ["&&", "||", "|", ";", "#"];

    /// <summary>Folder or file that is built, or nothing where none is named; in a tree of an earlier commit below <c>/tmp</c> the same.
    /// </summary>
    internal string? Project => Verb switch
    {
        "run" => ValueOf("--project"),
        "test" => Own.Where((word, at) => !word.StartsWith('-') && (at == 0 || !WithValue.Contains(Own[at - 1])))
            .Select(word => Elsewhere().Replace(word, "")).FirstOrDefault(),
        _ => null,
    };

    internal string? Filter => ValueOf("--filter");

    /// <summary>What goes to the program that is run.</summary>
    internal IReadOnlyList<string> Arguments => Verb is "bench" ? Words : [.. Words.SkipWhile(word => word != "--").Skip(1)];

    /// <summary>Whether what a test prints is shown.</summary>
    internal bool ShowsWhatIsPrinted => ValueOf("--logger") == "console;verbosity=detailed";

    private string[] Own => [.. Words.TakeWhile(word => word != "--")];

    /// <summary>Every command in code of a document: blocks with fences or set in by four blanks, line by line, and words in a line.
    /// A bare <c>dotnet test</c> speaks of the program and is none.</summary>
    internal static IReadOnlyList<ShownCommand> In(string markdown)
    {
        var fenced = Fences().Matches(markdown).Select(m => m.Groups[1].Value);
        var rest = Fences().Replace(markdown, "");
        var indented = Indented().Matches(rest).Select(m => m.Value);
        var inline = Inline().Matches(Indented().Replace(rest, "")).Select(m => m.Groups[1].Value.ReplaceLineEndings(" "));
        return [.. fenced.Concat(indented).SelectMany(block => block.Split('\n')).Concat(inline)
            .Select(code => code.Replace("\\|", "|", StringComparison.Ordinal).Trim()).SelectMany(Commands)];
    }

    private static IEnumerable<ShownCommand> Commands(string code) =>
        DotNet().Matches(code).Concat(Bench().Matches(code)).Select(found => new ShownCommand(
            code,
            [.. found.Groups["set"].Captures.Select(set => set.Value.Split('=')[0])],
            found.Groups["verb"].Value,
            [.. Word().Matches(found.Groups["rest"].Value).Select(word => word.Value.Trim('"')).TakeWhile(word => !Ends.Contains(word))]))
            .Where(command => command.Words.Count > 0);

    private string? ValueOf(string option) => Own.SkipWhile(word => word != option).Skip(1).FirstOrDefault();

    [GeneratedRegex(@"^```.*\n((?:.*\n)*?)```", RegexOptions.Multiline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"^    \S.*$", RegexOptions.Multiline)]
    private static partial Regex Indented();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Inline();

    [GeneratedRegex(@"(?:(?<set>[A-Z_]+=\S+)\s+)*\bdotnet\s+(?<verb>test|run)(?<rest>(?:\s(?!dotnet (?:test|run)).*?)?)(?=\s&&|$)")]
    private static partial Regex DotNet();

    [GeneratedRegex(@"^(?<verb>bench)(?<rest>\s.*)$")]
    private static partial Regex Bench();

    [GeneratedRegex("^/tmp/[^/]+/")]
    private static partial Regex Elsewhere();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();
}
