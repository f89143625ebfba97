using CtVoice.Local.Commands;

namespace CtVoice.Local.Tests.Harness;

/// <summary>What a command typed at the prompt prints and returns.</summary>
internal sealed record Typed(int ExitCode, string Output, string Error)
{
    /// <summary>The first line that it printed.</summary>
    internal string FirstLine => Output.Split('\n')[0].TrimEnd();

    internal static async Task<Typed> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Root.RunAsync(Root.Create(), arguments, new() { Output = output, Error = error });
        return new(code, output.ToString(), error.ToString());
    }
}
