using System.Reflection;
using CtVoice.Testing.Programs;

namespace CtVoice.Infra.Tests;

/// <summary>Bicep's own compiler, where it is: on the PATH, or as the package that the gate takes.</summary>
public sealed class CompilerTests
{
    [SkippableFact]
    public async Task Bicep_builds_everything_without_a_word()
    {
        var build = await BicepAsync("build", "main.bicep", "--stdout");
        Assert.Equal("", build.Errors);
        Assert.Equal(0, build.ExitCode);
        Assert.Contains("\"templateHash\"", build.Output, StringComparison.Ordinal);
    }

    /// <summary>Warnings are errors in <c>infra/bicepconfig.json</c> or here: the linter may have nothing to say.</summary>
    [SkippableFact]
    public async Task Bicep_lints_every_file_without_a_word()
    {
        var lint = await BicepAsync("lint", "--pattern", "**/*.bicep");
        Assert.Equal("", lint.Output + lint.Errors);
        Assert.Equal(0, lint.ExitCode);
    }

    private static async Task<Run> BicepAsync(params string[] arguments)
    {
        var package = typeof(CompilerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .SingleOrDefault(a => a.Key == "Bicep")?.Value;
        var run = await Run.OfAsync(package ?? "bicep", Repository.PathOf("infra"), arguments);
        // What was taken as a package is there, or the gate would pass without it.
        Assert.True(package is null || run is not null, $"There is no compiler at {package}.");
        Skip.If(run is null, "The Bicep CLI is not on the PATH; the gate takes it as a package on Linux (CI=true).");
        return run!;
    }
}
