using CtVoice.Local.Storage;

namespace CtVoice.Local.Host;

/// <summary>A secret in a file that only its owner can read.</summary>
internal static class KeyFile
{
    /// <summary>Writes it whole or not at all.</summary>
    public static void Write(string path, string secret)
    {
        OwnFiles.MakeFolder(Path.GetDirectoryName(path)!);
        var draft = path + ".new";
        using (var file = new StreamWriter(OwnFiles.Anew(draft)))
            file.Write(secret);
        File.Move(draft, path, overwrite: true);
    }
}
