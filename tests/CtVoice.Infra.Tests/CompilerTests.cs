using System.Reflection;
using CtVoice.Testing;
using CtVoice.Testing.Programs;

namespace CtVoice.Infra.Tests;

/// <summary>Bicep's own compiler, where it is: on the PATH, or as the package that the gate takes.</summary>
public sealed class CompilerTests
{
    /// <summary>
    /// Everything by itself and as a module of what uses it; the compiler asks its linter too, whose warnings are errors in
    /// <c>infra/bicepconfig.json</c> or here: neither may have anything to say.
    /// </summary>
    [SkippableFact]
    public async Task Bicep_builds_and_lints_every_file_without_a_word()
    {
        var templates = Directory.CreateTempSubdirectory("ctvoice-bicep-");
        try
        {
            var build = await BicepAsync("build", "--pattern", "**/*.bicep", "--outdir", templates.FullName);
            Assert.Equal("", build.Output + build.Errors);
            Assert.Equal(0, build.ExitCode);
            Assert.Contains("\"templateHash\"", await File.ReadAllTextAsync(Path.Combine(templates.FullName, "main.json")),
                StringComparison.Ordinal);
            Assert.Equal(
                Directory.GetFiles(Repository.PathOf("infra"), "*.bicep", SearchOption.AllDirectories).Length,
                templates.GetFiles("*.json", SearchOption.AllDirectories).Length);
        }
        finally
        {
            templates.Delete(recursive: true);
        }
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
