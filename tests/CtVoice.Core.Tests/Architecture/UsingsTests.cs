using CtVoice.Core.Tests.Projects;

namespace CtVoice.Core.Tests.Architecture;

/// <summary>The one matter of style that neither the compiler nor <c>dotnet format whitespace</c> looks at: the order of usings.</summary>
public sealed class UsingsTests
{
    [Fact]
    public void Usings_stand_in_order_those_of_the_system_first()
    {
        var files = Roots().SelectMany(folder => SourceTree.Files(folder)).ToList();
        Assert.True(files.Count > 500, "The scan found too few files to mean anything.");
        Assert.Equal([], [.. files.Where(file => !InOrder(File.ReadLines(Path.Combine(Repository.Root, file))))]);
    }

    [Theory]
    [InlineData("using System.Text;|using Azure.Data.Tables;|using Xunit;|namespace A;", true)]
    [InlineData("using Azure.Data.Tables;|using System.Text;", false)]
    [InlineData("using Xunit;|using CtVoice.Core;", false)]
    [InlineData("using System.Text;|using Zebra;|using static System.Math;|using A = System.Text;", true)]
    public void The_scan_tells_order_from_disorder(string lines, bool inOrder) => Assert.Equal(inOrder, InOrder(lines.Split('|')));

    private static IEnumerable<string> Roots() => ["core", "web", "local", "functions", "bench", "tests", "infra"];

    /// <summary>Whether a file's plain usings are in order; those with <c>static</c> or a name of their own stand behind them,
    /// those of a condition of the build on their own.</summary>
    private static bool InOrder(IEnumerable<string> lines)
    {
        var usings = lines.TakeWhile(line => !line.StartsWith("namespace ", StringComparison.Ordinal) && line is not ['#', ..])
            .Where(line => line.StartsWith("using ", StringComparison.Ordinal)
                && !line.StartsWith("using static ", StringComparison.Ordinal) && !line.Contains('='))
            .Select(line => line["using ".Length..].TrimEnd(';')).ToList();
        return usings.SequenceEqual(usings
            .OrderBy(name => name.Split('.')[0] != "System")
            .ThenBy(name => name, StringComparer.OrdinalIgnoreCase));
    }
}
