namespace CtVoice.Testing;

/// <summary>Where the project's files are.</summary>
public static class Repository
{
    /// <summary>Full path of the root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Full path of a file or folder, by its path from the root with slashes.</summary>
    public static string PathOf(string relative) => Path.Combine([Root, .. relative.Split('/')]);

    /// <summary>What is in a file, by its path from the root.</summary>
    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CtVoice.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        return folder;
    }
}
