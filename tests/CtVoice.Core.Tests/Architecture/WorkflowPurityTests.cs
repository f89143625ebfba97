using System.Text.RegularExpressions;
using CtVoice.Core.Workflows;

namespace CtVoice.Core.Tests.Architecture;

/// <summary>Workflow code gives the same events whenever it is replayed: it knows no clock, thread, chance or order of a hash.</summary>
public sealed partial class WorkflowPurityTests
{
    /// <summary>The workflows, their names and inputs, and the port that they run on.
    /// What stands beside them runs in the hosts' own loops and goes by the clock.</summary>
    private static IReadOnlyList<string> WorkflowFiles =>
        [.. SourceTree.Files("core/CtVoice.Core")
            .Where(f => f.EndsWith("Workflow.cs", StringComparison.Ordinal) || f.EndsWith("/ReviewWorkflows.cs", StringComparison.Ordinal)
            || f.EndsWith("/WorkflowJson.cs", StringComparison.Ordinal) || f.Contains("/Engine/", StringComparison.Ordinal))];

    [Fact]
    public void Every_workflow_of_the_catalog_is_in_a_file_that_is_looked_at() =>
        Assert.All(ReviewWorkflows.Catalog.Workflows, w =>
            Assert.Contains(WorkflowFiles, f => f.EndsWith($"/{w.Name}.cs", StringComparison.Ordinal)));

    [Fact]
    public void Workflow_code_is_pure() => Assert.Empty(SourceTree.Find(WorkflowFiles, Impure()));

    [Fact]
    public void Workflow_code_enumerates_nothing_without_order() =>
        // The catalog looks names up in dictionaries; nothing there runs inside a workflow.
        Assert.Empty(SourceTree.Find(WorkflowFiles.Where(f => !f.EndsWith("/WorkflowCatalog.cs", StringComparison.Ordinal)), Unordered()));

    [Theory]
    [InlineData("await Task.Delay(1)", true)]
    [InlineData("clock.GetUtcNow()", true)]
    [InlineData("TimeProvider clock", true)]
    [InlineData("Guid.NewGuid()", true)]
    [InlineData("context.NewGuid()", false)]
    [InlineData("Task.WhenAny(next, timer)", false)]
    [InlineData("context.CurrentUtcDateTime", false)]
    [InlineData("task.ConfigureAwait(false)", true)]
    [InlineData("DateTimeOffset.UtcNow", true)]
    [InlineData("// never Task.Run here", false)]
    public void The_scan_knows_what_is_impure(string text, bool found) =>
    Assert.Equal(found, Impure().IsMatch(SourceTree.WithoutWords(text)));

    [GeneratedRegex(@"\bTimeProvider\b|\bGetUtcNow\b|\bTask\.(Run|Delay|Yield|Factory)\b|\bConfigureAwait\b|\bRandom\b"
        + @"|\bRandomNumberGenerator\b|\bGuid\.(NewGuid|CreateVersion7)\b|\b(DateTime|DateTimeOffset)\.(UtcNow|Now|Today)\b"
        + @"|\bStopwatch\b|\bThread\b|\bEnvironment\.|\bParallel\.|\bHttpClient\b|\bITable\b")]
    private static partial Regex Impure();

    [GeneratedRegex(@"\b(Concurrent)?Dictionary\b|\bHashSet\b|\bToDictionary\b|\bToHashSet\b|\bToLookup\b|\.AsParallel\b")]
    private static partial Regex Unordered();
}
