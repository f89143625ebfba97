using CtVoice.Core.Tests.Projects;

namespace CtVoice.Core.Tests.Architecture;

/// <summary>Lines that can be read beside another file, on any screen.</summary>
public class LineTests
{
    private const int Longest = 140;

    [Fact]
    public void No_line_of_code_is_longer_than_140_characters()
    {
        string[] folders = ["core", "web", "local", "functions", "bench", "tests"];
        var files = folders.SelectMany(folder => SourceTree.Files(folder, "*.cs").Concat(SourceTree.Files(folder, "*.razor"))).ToList();
        Assert.True(files.Count > 1000, "The scan found too few files to mean anything.");

        Assert.Empty(
            from file in files
            from line in File.ReadLines(Path.Combine(Repository.Root, file)).Select((text, i) => (text, Number: i + 1))
            where line.text.Length > Longest
            select $"{file}:{line.Number}");
    }
}
