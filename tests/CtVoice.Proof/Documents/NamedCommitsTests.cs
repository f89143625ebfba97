using System.Text.RegularExpressions;
using CtVoice.Testing;
using CtVoice.Testing.Programs;

namespace CtVoice.Proof.Documents;

/// <summary>A figure that names the commit it is of can be repeated where a clone has that commit: not where it was named before it was
/// put upon others.</summary>
public sealed partial class NamedCommitsTests
{
    // The standard's own repository.
    private const string Elsewhere = "fe049861";

    [SkippableFact]
    public async Task Every_commit_that_a_document_or_a_set_of_cases_names_is_in_the_history()
    {
        var shallow = await Run.OfAsync("git", Repository.Root, "rev-parse", "--is-shallow-repository");
        Skip.If(shallow is not { ExitCode: 0 } || !shallow.Output.StartsWith("false", StringComparison.Ordinal),
            "This is no clone with its whole history.");
        var named = Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.txt", SearchOption.AllDirectories))
            .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar)
                .Any(part => part is "bin" or "obj" or "node_modules"))
            .SelectMany(file => Commits().Matches(File.ReadAllText(file)).Select(found => found.Groups[1].Value))
            .Where(commit => commit != Elsewhere).Distinct().ToList();

        Assert.InRange(named.Count, 15, 200);
        foreach (var commit in named)
        {
            var found = await Run.OfAsync("git", Repository.Root, "merge-base", "--is-ancestor", commit, "HEAD");
            Assert.True(found is { ExitCode: 0 }, $"{commit} is not in the history: {found?.Errors}");
        }
    }

    [Theory]
    [InlineData("the rules of commit 0a1b2c3d, twice", "0a1b2c3d")]
    [InlineData("scored once (commit\n# 0a1b2c3d)", "0a1b2c3d")]
    [InlineData("git worktree add /tmp/x 0a1b2c3d^ && ls", "0a1b2c3d")]
    [InlineData("git -C /tmp/x checkout 0a1b2c3d -- a", "0a1b2c3d")]
    [InlineData("commit messages, and 0a1b2c3d alone", "")]
    public void A_commit_is_found_by_the_word_before_it(string text, string commit) =>
        Assert.Equal(commit, string.Join(' ', Commits().Matches(text).Select(found => found.Groups[1].Value)));

    [GeneratedRegex(@"\b(?:commits?|checkout|worktree add \S+)[\s#]+([0-9a-f]{7,8})\b")]
    private static partial Regex Commits();
}
