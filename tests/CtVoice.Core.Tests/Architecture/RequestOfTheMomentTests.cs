using System.Text.RegularExpressions;
using CtVoice.Core.Tests.Projects;

namespace CtVoice.Core.Tests.Architecture;

/// <summary>Whoever wants the request is handed it. What finds it by itself is empty in the worker on Azure, and only there.</summary>
public sealed partial class RequestOfTheMomentTests
{
    private static readonly string[] Folders = ["web", "local", "functions"];

    [Fact]
    public void Nothing_takes_the_request_of_the_moment()
    {
        string[] files = [.. Folders.SelectMany(f => SourceTree.Files(f).Concat(Pages(f)))];
        Assert.Contains(files, f => f.EndsWith(".razor", StringComparison.Ordinal));
        Assert.Empty(SourceTree.Find(files, Accessor()));
    }

    [Theory]
    [InlineData("public sealed class A(IHttpContextAccessor accessor)", 1)]
    [InlineData("services.AddHttpContextAccessor();", 1)]
    [InlineData("@inject IHttpContextAccessor Accessor", 1)]
    [InlineData("// IHttpContextAccessor is empty there", 0)]
    [InlineData("Task AnswerAsync(HttpContext context)", 0)]
    public void The_scan_knows_it(string code, int found) => Assert.Equal(found, Accessor().Count(SourceTree.WithoutWords(code)));

    private static IEnumerable<string> Pages(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.razor", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'));

    [GeneratedRegex(@"\bI?HttpContextAccessor\b|\bAddHttpContextAccessor\b")]
    private static partial Regex Accessor();
}
