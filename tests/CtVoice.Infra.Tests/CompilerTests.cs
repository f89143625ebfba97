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
        var files = Directory.EnumerateFiles(Repository.PathOf("infra"), "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var lint = await BicepAsync("lint", file);
            Assert.Equal("", lint.Output + lint.Errors);
            Assert.Equal(0, lint.ExitCode);
        }
    }

    private static async Task<Run> BicepAsync(params string[] arguments)
    {
        var bicep = typeof(CompilerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .SingleOrDefault(a => a.Key == "Bicep")?.Value ?? "bicep";
        var run = await Run.OfAsync(bicep, Repository.PathOf("infra"), arguments);
        Skip.If(run is null, "The Bicep CLI is not on the PATH; the gate takes it as a package on Linux (CI=true).");
        return run!;
    }
}
