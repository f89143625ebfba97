using System.Text;
using CtVoice.Local.Storage;

namespace CtVoice.Local.Transfer;

/// <summary>A file that only its owner can read, written whole or not at all.</summary>
internal static class OwnFile
{
    /// <summary>Writes beside it first, then puts it in its place.</summary>
    public static async Task WriteAsync(string path, Func<TextWriter, Task> write)
    {
        var draft = path + ".part";
        var whole = false;
        try
        {
            await using (var file = new StreamWriter(OwnFiles.Anew(draft), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
            { NewLine = "\n" })
                await write(file);
            File.Move(draft, path, overwrite: true);
            whole = true;
        }
        finally
        {
            if (!whole)
                File.Delete(draft);
        }
    }
}
