using System.Text.RegularExpressions;
using CtVoice.Testing;

namespace CtVoice.Proof.Security;

/// <summary>What docs/security.md and docs/reliability.md claim, they claim by the name of a test;
/// a test that is gone takes its claim along.</summary>
public sealed partial class NamedTestsTests
{
    [Theory]
    [InlineData("docs/security.md", 30)]
    [InlineData("docs/reliability.md", 15)]
    public void Every_test_that_a_document_names_exists(string document, int least)
    {
        var named = Named().Matches(File.ReadAllText(Path.Combine(Repository.Root, document)))
            .Select(m => (Class: m.Groups[1].Value, Test: m.Groups[2].Value)).Distinct().ToList();
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .ToLookup(Path.GetFileNameWithoutExtension, File.ReadAllText);

        Assert.InRange(named.Count, least, 1_000);
        Assert.Empty(named.Where(n => !sources[n.Class].Any(code => code.Contains($" {n.Test}(", StringComparison.Ordinal)))
            .Select(n => $"{n.Class}.{n.Test}"));
    }

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex Named();
}
