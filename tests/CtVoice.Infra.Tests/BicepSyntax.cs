using System.Text.Json;

namespace CtVoice.Infra.Tests;

/// <summary>The syntax trees of everything under <c>infra/</c>, by the parser that npm installs into a temporary folder.</summary>
public sealed class BicepSyntax : IAsyncLifetime
{
    private static readonly string[] Installed = ["package.json", "package-lock.json", ".npmrc", "parse.mjs"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ctvoice-bicep-");
    private IReadOnlyDictionary<string, BicepFile>? files;
    private string? absent;

    /// <summary>Every file by its path from the root; skips the test when the parser cannot be had.</summary>
    internal IReadOnlyDictionary<string, BicepFile> Files
    {
        get
        {
            Skip.If(absent is not null, absent);
            return files!;
        }
    }

    internal BicepFile Main => Files["infra/main.bicep"];

    public async Task InitializeAsync()
    {
        foreach (var name in Installed)
            File.Copy(Repository.PathOf($"tests/CtVoice.Infra.Tests/{name}"), Path.Combine(folder.FullName, name));
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var install = await Run.OfAsync(npm, folder.FullName, "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund");
        absent = install switch
        {
            null => "Node.js is not installed: the parser of Bicep comes from npm.",
            { ExitCode: not 0 } => $"npm does not install the parser of Bicep: {install.Errors}",
            _ => null,
        };
        if (absent is not null)
            return;
        string[] paths = [.. Directory.EnumerateFiles(Repository.PathOf("infra"), "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var parsed = await Run.OfAsync("node", folder.FullName, ["parse.mjs", .. paths]);
        if (parsed is not { ExitCode: 0 })
            throw new InvalidOperationException($"The parser does not run: {parsed?.Errors}");
        var trees = JsonSerializer.Deserialize<Parsed[]>(parsed.Output, JsonSerializerOptions.Web)!;
        files = trees
            .Select(t => new BicepFile(Path.GetRelativePath(Repository.Root, t.File).Replace('\\', '/'), File.ReadAllText(t.File), t.Tree))
            .ToDictionary(f => f.Path, StringComparer.Ordinal);
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private sealed record Parsed(string File, BicepNode Tree);
}

/// <summary>One node of a tree; offsets in UTF-16 units.</summary>
internal sealed record BicepNode(string Type, int Start, int End, bool Broken, IReadOnlyList<BicepNode> Children)
{
    /// <summary>This node and all below it.</summary>
    public IEnumerable<BicepNode> All() => Children.SelectMany(child => child.All()).Prepend(this);

    public IEnumerable<BicepNode> Of(string type) => Children.Where(child => child.Type == type);
}

[CollectionDefinition(Name)]
public sealed class BicepSyntaxCollection : ICollectionFixture<BicepSyntax>
{
    public const string Name = "Bicep";
}
