namespace CtVoice.Core.Tests.Projects;

/// <summary>Where the repository's own files are.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CtVoice.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("CtVoice.sln is not above the tests.");
    }
}
