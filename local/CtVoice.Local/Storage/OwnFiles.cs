namespace CtVoice.Local.Storage;

/// <summary>
/// Folders (0700) and files (0600) that only their owner reads, from the first byte on; what an earlier version left open is closed. On
/// Windows files have the rights of their folder.
/// </summary>
internal static class OwnFiles
{
    private const UnixFileMode OfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfFolder = OfFile | UnixFileMode.UserExecute;

    /// <summary>Makes a folder. One that is there is closed when nothing but ours is in it; a folder of many keeps its mode.</summary>
    internal static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            _ = Directory.CreateDirectory(folder);
        else if (!Directory.Exists(folder))
            _ = Directory.CreateDirectory(folder, OfFolder);
        else if (File.GetUnixFileMode(folder) is var mode && mode != OfFolder && Directory.EnumerateFileSystemEntries(folder).All(IsOurs))
            File.SetUnixFileMode(folder, OfFolder);
    }

    /// <summary>Makes an empty file where there is none; one that is there is closed.</summary>
    internal static void Close(string path)
    {
        if (!File.Exists(path))
            Open(path, FileMode.CreateNew).Dispose();
        else if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != OfFile)
            File.SetUnixFileMode(path, OfFile);
    }

    /// <summary>Opens a file for writing, for nobody else at the same time; one that it makes is its owner's alone.</summary>
    internal static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OfFile;
        return new(path, options);
    }

    /// <summary>A file that is written from its beginning; what lay there, be it a link to elsewhere,
    /// is taken away and not followed.</summary>
    internal static FileStream Anew(string path)
    {
        File.Delete(path);
        return Open(path, FileMode.CreateNew);
    }

    private static bool IsOurs(string path) => Path.GetFileName(path) is var name
        && (name is "keys" or "being-filled" || name.StartsWith("ctvoice.", StringComparison.Ordinal)
            || name.EndsWith(".key", StringComparison.Ordinal));
}
