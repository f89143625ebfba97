using System.CommandLine;
using CtVoice.Local.Commands;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Commands;

/// <summary>Whatever goes wrong under a command is told to whoever typed it in a sentence;
/// nobody at a prompt reads a stack trace.</summary>
public sealed class CommandFaultTests
{
    [Fact]
    public async Task A_fault_that_nobody_foresaw_is_a_sentence_and_an_exit_code()
    {
        using var error = new StringWriter();
        var command = new RootCommand("A command.");
        command.SetAction((Func<ParseResult, int>)(_ => throw new InvalidOperationException("Sequence contains no elements")));

        var code = await Root.RunAsync(command, [], new() { Output = TextWriter.Null, Error = error });

        Assert.Equal((1, "ctvoice could not go on: Sequence contains no elements (InvalidOperationException)."),
            (code, error.ToString().Trim()));
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("rebuild")]
    [InlineData("keys", "list")]
    [InlineData("serve", "--port", "0")]
    [InlineData("demo", "--keep")]
    [InlineData("export", "FILE")]
    [InlineData("import", "HERE")]
    public async Task What_stands_in_the_way_of_a_command_is_told_in_a_sentence(params string[] command)
    {
        using var folder = new TempFolder();
        // In place of the lock and of the database there is something else.
        Directory.CreateDirectory(Path.Combine(folder.Path, "ctvoice.lock"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "ctvoice.db"), "");
        var here = Path.Combine(folder.Path, "here");
        await File.WriteAllTextAsync(here, "{}");

        var typed = await Typed.RunAsync(
            [.. command.Select(c => c.Replace("FILE", here + ".jsonl", StringComparison.Ordinal)
                .Replace("HERE", here, StringComparison.Ordinal)), "--data", folder.Path]);

        Assert.NotEqual(0, typed.ExitCode);
        Assert.NotEqual("", typed.Error.Trim());
        Assert.DoesNotContain("   at ", typed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", typed.Error, StringComparison.Ordinal);
    }
}
