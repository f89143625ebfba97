using CtVoice.Local.Tests.Harness;
using CtVoice.Testing.Programs;

namespace CtVoice.Local.Tests.OpenApi;

/// <summary>What others read <c>openapi.json</c> with, from npm.</summary>
internal static class OpenApiTools
{
    /// <summary>The description as it is stored, whole.</summary>
    internal static string Description { get; } = Samples.Path("..", "web", "CtVoice.Web", "openapi.json");

    /// <summary>The folder of <c>OpenApi/tools</c> with its packages; skips the test where they cannot be had.</summary>
    internal static async Task<string> InstalledAsync()
    {
        var (folder, absent) = await NpmPackages.InstalledAsync(Path.Combine(AppContext.BaseDirectory, "OpenApi", "tools"));
        Skip.If(folder is null, absent);
        return folder!;
    }

    /// <summary>Runs a program of a package; it has to end well.</summary>
    /// <returns>What it said.</returns>
    internal static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        // No word of a tool's home about itself.
        var quiet = new Dictionary<string, string?> { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" };
        var run = await Run.OfAsync(quiet, "node", folder, [Path.Combine(await InstalledAsync(), "node_modules", program), .. arguments]);
        Assert.True(run is { ExitCode: 0 }, $"{program}\n{run?.Output}{run?.Errors}");
        return run!.Output + run.Errors;
    }
}
