namespace CtVoice.Local.Tests.OpenApi;

/// <summary>The description of the API, read by the two linters that its readers' tools are built on,
/// each with its own recommended rules.</summary>
public sealed class LintTests
{
    [SkippableFact]
    public async Task The_description_of_the_api_passes_both_standard_linters_without_an_error()
    {
        var tools = await OpenApiTools.InstalledAsync();

        var redocly =
            OpenApiTools.RunAsync(tools, "@redocly/cli/bin/cli.js", "lint", OpenApiTools.Description, "--format=stylish",
                "--max-problems=1000");
        var spectral = OpenApiTools.RunAsync(
            tools, "@stoplight/spectral-cli/dist/index.js", "lint", OpenApiTools.Description, "--ruleset", "spectral.yaml",
            "--fail-severity", "error");

        Assert.Contains("validated", await redocly, StringComparison.Ordinal);
        Assert.Contains("0 errors", await spectral, StringComparison.Ordinal);
    }
}
