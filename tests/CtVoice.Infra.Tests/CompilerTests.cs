using System.Reflection;

namespace CtVoice.Infra.Tests;

/// <summary>Bicep's own compiler, where it is: on the PATH, or as the package that the gate takes.</summary>
public sealed class CompilerTests
{
    [SkippableFact]
    public async Task Bicep_builds_everything_without_a_word()
    {
        var bicep = typeof(CompilerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .SingleOrDefault(a => a.Key == "Bicep")?.Value ?? "bicep";
        var build = await Run.OfAsync(bicep, Repository.PathOf("infra"), "build", "main.bicep", "--stdout");
        Skip.If(build is null, "The Bicep CLI is not on the PATH.");
        Assert.Equal("", build.Errors);
        Assert.Equal(0, build.ExitCode);
        Assert.Contains("\"templateHash\"", build.Output, StringComparison.Ordinal);
    }
}
