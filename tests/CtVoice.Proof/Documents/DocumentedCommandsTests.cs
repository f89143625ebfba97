using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CtVoice.Bench;
using CtVoice.Testing;

namespace CtVoice.Proof.Documents;

/// <summary>
/// A command that a document shows can be copied: its project is there, its filter names tests of that project, the bench knows its verb
/// and options, something reads the variables before it, and what its tests print is shown.
/// </summary>
public sealed partial class DocumentedCommandsTests
{
    private const string TakesNoNumber = "CTVOICE_TIMES is read only beside CTVOICE_LONG=1";

    private static readonly IReadOnlyList<Source> Sources = [.. Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !IsBuilt(file)).Select(Source.Of)];

    [Fact]
    public void Every_command_that_a_document_shows_can_be_copied()
    {
        var shown = Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Where(file => !IsBuilt(file))
            .SelectMany(file => ShownCommand.In(File.ReadAllText(file))
                .Select(command => (Document: Path.GetRelativePath(Repository.Root, file), Command: command))).ToList();

        var faults = shown.SelectMany(one => FaultsOf(one.Command).Select(fault => $"{one.Document}: {one.Command.Text}: {fault}"))
            .ToList();

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.InRange(shown.Count, 60, 1_000);
    }

    /// <summary>Each point of what was promised is repeated by a command or says that none does.</summary>
    [Fact]
    public void Every_row_of_the_figures_has_its_command_or_says_that_there_is_none()
    {
        var section = Section().Match(Repository.Read("docs/reliability.md")).Value;
        var rows = section.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Where(line => !line.Contains("| command |", StringComparison.Ordinal)).ToList();

        Assert.InRange(rows.Count, 25, 200);
        Assert.All(rows, row => Assert.True(ShownCommand.In(row).Count > 0 || row.Contains("`dotnet list ", StringComparison.Ordinal)
            || row.Contains("no command", StringComparison.Ordinal), row));
    }

    [Theory]
    [InlineData("dotnet test -c Release --filter KillTests", "names no project")]
    [InlineData("dotnet test tests/CtVoice.Nothing", "there is no tests/CtVoice.Nothing")]
    [InlineData("dotnet test tests/CtVoice.Proof --filter NoSuchTests", "no test of tests/CtVoice.Proof is like NoSuchTests")]
    [InlineData("dotnet test CtVoice.Local.slnf --filter FirstReplyTests", "no test of CtVoice.Local.slnf is like FirstReplyTests")]
    [InlineData("dotnet test tests/CtVoice.Proof --filter \"FullyQualifiedName~ClockBackTests|Name=a\"", "Name=a is no term known here")]
    [InlineData("dotnet test tests/CtVoice.Proof --filter KillTests", "what is printed is not shown")]
    [InlineData("CTVOICE_NOTHING=1 dotnet test tests/CtVoice.Proof --filter ClockBackTests", "nothing reads CTVOICE_NOTHING")]
    [InlineData("CTVOICE_TIMES=1 dotnet test tests/CtVoice.Proof --filter ClockBackTests", TakesNoNumber)]
    [InlineData("dotnet run --project bench/CtVoice.Bench -- nothing", "the bench refuses")]
    [InlineData("bench inbound --minutes 3", "the bench refuses")]
    [InlineData("dotnet run --project bench/CtVoice.Nothing", "there is no bench/CtVoice.Nothing")]
    public void A_command_that_cannot_be_copied_is_found(string command, string fault) =>
        Assert.Contains(fault, string.Join("; ", FaultsOf(Assert.Single(ShownCommand.In($"Try `{command}`.")))), StringComparison.Ordinal);

    [Fact]
    public void Commands_are_found_wherever_a_document_shows_code()
    {
        const string document =
            """
            By `A=1 B=2 dotnet test
            tests/One --filter "X~a\|X~b" -v q`, `dotnet test` or `bench pages`.

            ```
            cd x && dotnet test tests/Two && dotnet run --project Three   # dotnet test tests/Not
            ```

                dotnet run --project Four -- a --b
            """;

        Assert.Equal(
            ["test tests/Two", "run Three", "run Four a --b", "A B test tests/One X~a|X~b", "bench pages"],
            ShownCommand.In(document).Select(Shown));

        static string Shown(ShownCommand command) => string.Join(' ',
            [.. command.Variables, command.Verb, .. new[] { command.Project, command.Filter }.OfType<string>(), .. command.Arguments]);
    }

    private static IEnumerable<string> FaultsOf(ShownCommand command)
    {
        if (command.Verb is not "bench" && FaultOfProject(command.Project) is { } none)
            return [none];
        if (command.Verb is "test")
            return FaultsOfTest(command);
        return command.Verb is "bench" || command.Project == "bench/CtVoice.Bench"
            ? BenchCommand.Create().Parse([.. command.Arguments]).Errors.Select(error => $"the bench refuses: {error.Message}")
            : [];
    }

    private static string? FaultOfProject(string? project)
    {
        if (project is null)
            return "names no project";
        var path = Repository.PathOf(project);
        return File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFiles(path, "*.csproj").Any())
            ? null
            : $"there is no {project}";
    }

    private static IEnumerable<string> FaultsOfTest(ShownCommand command)
    {
        var folders = FoldersOf(command.Project!);
        var sources = Sources.Where(source => folders.Contains(source.Folder)).ToList();
        foreach (var name in command.Variables.Where(name => !Sources.Any(s => s.Code.Contains($"\"{name}\"", StringComparison.Ordinal))))
            yield return $"nothing reads {name}";
        if (command.Variables.Contains("CTVOICE_TIMES") && !command.Variables.Contains("CTVOICE_LONG"))
            yield return TakesNoNumber;
        foreach (var term in command.Filter?.Split('|', '&') ?? [])
        {
            var words = Term().Match(term);
            if (!words.Success)
            {
                yield return $"{term} is no term known here";
                continue;
            }
            var meant = sources.Where(s => s.Tests.Any(t => t.Contains(words.Groups[1].Value, StringComparison.Ordinal))).ToList();
            if (meant.Count == 0)
                yield return $"no test of {command.Project} is like {words.Groups[1].Value}";
            // What is written anew or into a folder is what such a command is for.
            var prints = !command.Variables.Any(name => name is "CTVOICE_UPDATE" or "CTVOICE_SCREENSHOTS") && meant.Exists(s => s.Prints);
            if (prints && !command.ShowsWhatIsPrinted)
                yield return "what is printed is not shown: --logger \"console;verbosity=detailed\"";
        }
    }

    /// <summary>Folders below <c>tests</c> of a project, or of the projects of a solution or a filter of one.</summary>
    private static HashSet<string> FoldersOf(string project) => Path.GetExtension(project) switch
    {
        ".slnf" => [.. JsonNode.Parse(Repository.Read(project))!["solution"]!["projects"]!.AsArray()
            .Select(part => part!.GetValue<string>().Split('/')[^2])],
        ".sln" => [.. Sources.Select(source => source.Folder)],
        _ => [project.TrimEnd('/').Split('/')[^1]],
    };

    private static bool IsBuilt(string file) => Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar)
        .Any(part => part is "bin" or "obj" or "node_modules");

    [GeneratedRegex("^(?:FullyQualifiedName~)?([\\w.]+)$")]
    private static partial Regex Term();

    [GeneratedRegex("\n## How each figure is repeated\n[^§]*?(?=\n## |$)")]
    private static partial Regex Section();

    /// <summary>A file of tests.</summary>
    /// <param name="Folder">Of its project, below <c>tests</c>.</param>
    /// <param name="Code">What is in it.</param>
    /// <param name="Tests">With namespace and class.</param>
    /// <param name="Prints">Whether its tests tell a figure.</param>
    private sealed partial record Source(string Folder, string Code, IReadOnlyList<string> Tests, bool Prints)
    {
        internal static Source Of(string file)
        {
            var code = File.ReadAllText(file);
            var (space, names) = (Space().Match(code).Groups[1].Value, Class().Matches(code).Select(m => m.Groups[1].Value).ToList());
            return new(
                Path.GetRelativePath(Path.Combine(Repository.Root, "tests"), file).Split(Path.DirectorySeparatorChar)[0], code,
                // A class whose tests are those of its base has none of its own in its file.
                [.. Test().Matches(code).SelectMany(test => names.Select(name => $"{space}.{name}.{test.Groups[1].Value}")),
                    .. names.Where(name => name.EndsWith("Tests", StringComparison.Ordinal)).Select(name => $"{space}.{name}")],
                code.Contains("output.WriteLine", StringComparison.Ordinal));
        }

        [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
        private static partial Regex Space();

        [GeneratedRegex(@"\bclass (\w+)")]
        private static partial Regex Class();

        [GeneratedRegex(@"(?:Fact|Theory)(?:\([^\n]*\))?\](?:\s*\[[^\n]*\]| *//[^\n]*|\s)*\s*public (?:async )?\w+ (\w+)\(")]
        private static partial Regex Test();
    }
}
