using System.Text.RegularExpressions;
using CtVoice.Testing;

namespace CtVoice.Infra.Tests;

/// <summary>What runs on a public runner is fixed to the commit.</summary>
public sealed partial class ContinuousIntegrationTests
{
    private static readonly string Workflow = Repository.Read(".github/workflows/ci.yml");

    [Fact]
    public void Every_action_is_pinned_by_its_commit_and_says_which_version_that_is()
    {
        var uses = Uses().Matches(Workflow).Select(m => m.Value.Trim()).ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, use => Assert.Matches(@"^(- )?uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", use));
    }

    [Fact]
    public void The_workflow_runs_the_gate_as_it_is() => Assert.Matches(@"(?m)^        run: \.ci/run$", Workflow);

    [Fact]
    public void The_workflow_may_only_read() => Assert.Matches(@"(?m)^permissions:\n  contents: read$", Workflow.ReplaceLineEndings("\n"));

    [Fact]
    public void The_workflow_fails_on_a_part_with_a_known_fault_and_lists_the_parts_of_both_hosts()
    {
        Assert.Contains("dotnet list CtVoice.sln package --vulnerable --include-transitive", Workflow, StringComparison.Ordinal);
        Assert.Contains("! grep --quiet \"has the following vulnerable packages\"", Workflow, StringComparison.Ordinal);
        Assert.Matches(@"dotnet tool install CycloneDX --version \d+\.\d+\.\d+ ", Workflow);
        Assert.Contains("for project in local/CtVoice.Local functions/CtVoice.Functions", Workflow, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tests/CtVoice.Infra.Tests/bicep/package-lock.json")]
    [InlineData("tests/CtVoice.Local.Tests/OpenApi/tools/package-lock.json")]
    [InlineData("tests/CtVoice.Functions.Tests/Storage/azurite/package-lock.json")]
    public void What_npm_brings_is_fixed_to_the_byte_and_comes_from_any_registry(string file)
    {
        var locked = Repository.Read(file);
        Assert.DoesNotContain("\"resolved\"", locked, StringComparison.Ordinal);
        Assert.Contains("\"integrity\": \"sha512-", locked, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?m)^\s*(- )?uses:.*$")]
    private static partial Regex Uses();
}
