namespace CtVoice.Local.Host;

/// <summary>A secret in a file that only its owner can read.</summary>
internal static class KeyFile
{
    /// <summary>Writes it whole or not at all.</summary>
    public static void Write(string path, string secret)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var draft = path + ".new";
        using (var file = new StreamWriter(draft, options))
            file.Write(secret);
        File.Move(draft, path, overwrite: true);
    }
}
