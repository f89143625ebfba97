using System.ComponentModel;
using System.Diagnostics;

namespace CtVoice.Testing.Programs;

/// <summary>What a program printed, and how it ended.</summary>
public sealed record Run(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a program to its end; null when there is no such program.</summary>
    public static Task<Run?> OfAsync(string program, string folder, params string[] arguments) =>
        OfAsync(new Dictionary<string, string?>(), program, folder, arguments);

    /// <summary>The same, with some environment variables set, or removed by null.</summary>
    public static async Task<Run?> OfAsync(
        IReadOnlyDictionary<string, string?> environment, string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return new(process.ExitCode, await output, await errors);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
