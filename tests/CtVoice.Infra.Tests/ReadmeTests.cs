using System.Diagnostics;
using System.Text.RegularExpressions;
using CtVoice.Testing;
using CtVoice.Testing.Programs;

namespace CtVoice.Infra.Tests;

/// <summary>README's commands, typed as they stand into a fresh clone by somebody who has nothing but the SDK and a shell.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private const string Ctvoice = "dotnet run --project local/CtVoice.Local --";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // The sources are those that the gate has just built with every analyzer: here is looked at what the commands do.
    private static readonly Dictionary<string, string?> Quicker = new() { ["RunAnalyzers"] = "false" };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ctvoice-readme-");

    private string Clone => Path.Combine(folder.FullName, "CtVoice");

    [SkippableFact]
    public async Task Its_commands_do_what_it_says()
    {
        Skip.If(
            Environment.GetEnvironmentVariable("CI") != "true" && Environment.GetEnvironmentVariable("CTVOICE_LONG") != "1",
            "Clones and builds the project: CI=true or CTVOICE_LONG=1 runs it.");
        Skip.If(OperatingSystem.IsWindows(), "README's commands are for a Unix shell.");
        var blocks = Fences().Matches(Repository.Read("README.md")).Select(m => m.Groups["commands"].Value).ToList();
        var serve = blocks.SelectMany(Lines).Single(line => line == "dotnet run --project local/CtVoice.Local");
        var submit = blocks.Single(block => block.StartsWith("curl localhost:7071/api/projects", StringComparison.Ordinal));
        _ = Done(await Run.OfAsync("git", folder.FullName, "clone", "--quiet", Repository.Root, Clone), "git clone");

        // What the shell prints goes nowhere: the host says where it is by answering.
        var start = new ProcessStartInfo("bash", ["-c", $"exec {serve} >/dev/null 2>&1"]) { WorkingDirectory = Clone };
        foreach (var (name, value) in Quicker)
            start.Environment[name] = value;
        using (var host = Process.Start(start)!)
        {
            try
            {
                await AnswersAsync(host);
                var answer = await ShellAsync(submit);
                Assert.Matches("\"id\": ?\"r-", answer);
                Assert.True(File.Exists(Path.Combine(Clone, ".ctvoice", "ctvoice.db")), "The data do not live where README says.");
            }
            finally
            {
                host.Kill(entireProcessTree: true);
                await host.WaitForExitAsync();
            }
        }

        Assert.Contains("ledger: verified", await ShellAsync($"{Ctvoice} demo"), StringComparison.Ordinal);
        foreach (var typed in Table().Matches(Repository.Read("README.md")).SelectMany(row => Typed().Matches(row.Value))
            .Select(m => m.Groups["command"].Value))
            _ = await ShellAsync($"{Ctvoice} {typed}");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static IEnumerable<string> Lines(string block) => block.Split('\n').Select(line => Comment().Replace(line, ""));

    private async Task<string> ShellAsync(string command) => Done(await Run.OfAsync(Quicker, "bash", Clone, "-c", command), command);

    private static string Done(Run? run, string command)
    {
        Assert.True(run is { ExitCode: 0 }, $"{command}\n{run?.Output}{run?.Errors}");
        return run!.Output;
    }

    /// <summary>Waits for the host: the first build takes its time.</summary>
    private static async Task AnswersAsync(Process host)
    {
        using var http = new HttpClient { BaseAddress = new("http://localhost:7071"), Timeout = Patience };
        using var patience = new CancellationTokenSource(Patience);
        using var every = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await every.WaitForNextTickAsync(patience.Token))
        {
            Assert.False(host.HasExited, "The host ended before it answered.");
            try
            {
                using var answer = await http.GetAsync(new Uri("/health", UriKind.Relative), patience.Token);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
            }
        }
    }

    [GeneratedRegex("^```\n(?<commands>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fences();

    [GeneratedRegex(" +#.*$")]
    private static partial Regex Comment();

    /// <summary>A row of the table of commands.</summary>
    [GeneratedRegex("^\\| `ctvoice [^|]*\\|", RegexOptions.Multiline)]
    private static partial Regex Table();

    /// <summary>A command that can be typed as it stands: nothing in it is a placeholder.</summary>
    [GeneratedRegex("`ctvoice (?<command>(verify|keys list|rebuild|explain window [^`A-Z]*|explain holidays \\d+))`")]
    private static partial Regex Typed();
}
