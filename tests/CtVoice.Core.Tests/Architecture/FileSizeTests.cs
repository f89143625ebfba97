using CtVoice.Core.Tests.Projects;

namespace CtVoice.Core.Tests.Architecture;

/// <summary>A file has one idea, and no idea needs more lines than these.</summary>
public sealed class FileSizeTests
{
    private const int Most = 330;

    private static readonly string[] Folders = ["core", "web", "local", "functions"];

    [Fact]
    public void No_file_of_the_product_has_more_than_330_lines() => Assert.Empty(
        from file in Product()
        let lines = File.ReadLines(Path.Combine(Repository.Root, file)).Count()
        where lines > Most
        select FormattableString.Invariant($"{file} has {lines} lines: which second idea is in it?"));

    [Fact]
    public void The_files_are_found() => Assert.True(Product().Count > 800, "Too few files were found to mean anything.");

    private static List<string> Product() =>
    [
        .. from folder in Folders
           from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
           where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
           let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
           where !path.Split('/').Any(part => part is "bin" or "obj")
           select path,
    ];
}
