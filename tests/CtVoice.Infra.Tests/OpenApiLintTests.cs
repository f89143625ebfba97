namespace CtVoice.Infra.Tests;

/// <summary>The description of the API, read by the linter that its readers' tools are built on.</summary>
public sealed class OpenApiLintTests
{
    private const string Linter = "@redocly/cli@2.77.0";

    [SkippableFact]
    public async Task The_description_of_the_api_passes_a_standard_linter_without_an_error()
    {
        var folder = Directory.CreateTempSubdirectory("ctvoice-openapi-");
        try
        {
            // The linter's own recommended rules, and no word of its home about itself.
            var npx = OperatingSystem.IsWindows() ? "npx.cmd" : "npx";
            var quiet = new Dictionary<string, string?> { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" };
            var here = await Run.OfAsync(quiet, npx, folder.FullName, "--yes", Linter, "--version");
            Skip.If(here is null, "Node.js is not installed: the linter of OpenAPI documents comes from npm.");
            Skip.If(here.ExitCode != 0, $"npx does not start {Linter}: {here.Errors}");

            var lint = await Run.OfAsync(
                quiet, npx, folder.FullName, "--yes", Linter, "lint", Repository.PathOf("web/CtVoice.Web/openapi.json"), "--format=stylish", "--max-problems=1000");

            Assert.True(lint!.ExitCode == 0, lint.Output + lint.Errors);
            Assert.Contains("validated", lint.Output + lint.Errors, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
