using CtVoice.Core.Storage;

namespace CtVoice.Local.Storage;

/// <summary>One process uses a data folder at a time: whoever does holds a file of it open.</summary>
internal static class FolderLock
{
    /// <summary>Throws <see cref="TableFaultException"/> when another process uses the folder.</summary>
    internal static void RefuseIfUsed(string folder) => Take(folder, make: false).Dispose();

    /// <summary>Takes a folder until what is returned is disposed of.</summary>
    internal static FileStream Take(string folder, bool make)
    {
        try
        {
            if (make)
                OwnFiles.MakeFolder(folder);
            var path = Path.Combine(folder, "ctvoice.lock");
            var held = OwnFiles.Open(path, FileMode.OpenOrCreate);
            OwnFiles.Close(path);
            return held;
        }
        catch (IOException error) when (FolderInUseException.Is(error))
        {
            var used = new FolderInUseException(folder, error);
            throw new TableFaultException(used.Message, isTransient: false, used);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CannotBeUsed(folder, error);
        }
    }

    internal static TableFaultException CannotBeUsed(string folder, Exception error) =>
        new($"The data folder {folder} cannot be used: {error.Message}", isTransient: false, error);
}
