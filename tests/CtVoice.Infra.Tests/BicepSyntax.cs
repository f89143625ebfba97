using System.Text.Json;
using CtVoice.Testing;
using CtVoice.Testing.Programs;

namespace CtVoice.Infra.Tests;

/// <summary>The syntax trees of everything under <c>infra/</c>, by a parser from npm.</summary>
public sealed class BicepSyntax : IAsyncLifetime
{
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
        (var folder, absent) = await NpmPackages.InstalledAsync(Repository.PathOf("tests/CtVoice.Infra.Tests/bicep"));
        if (folder is null)
            return;
        string[] paths =
            [.. Directory.EnumerateFiles(Repository.PathOf("infra"), "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var parsed = await Run.OfAsync("node", folder, ["parse.mjs", .. paths]);
        if (parsed is not { ExitCode: 0 })
            throw new InvalidOperationException($"The parser does not run: {parsed?.Errors}");
        var trees = JsonSerializer.Deserialize<Parsed[]>(parsed.Output, JsonSerializerOptions.Web)!;
        files = trees
            .Select(t => new BicepFile(Path.GetRelativePath(Repository.Root, t.File).Replace('\\', '/'), File.ReadAllText(t.File), t.Tree))
            .ToDictionary(f => f.Path, StringComparer.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

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
