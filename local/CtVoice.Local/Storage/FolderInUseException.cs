namespace CtVoice.Local.Storage;

/// <summary>Another process works on the data folder.</summary>
internal sealed class FolderInUseException(string folder, Exception inner) : IOException(Sentence(folder), inner)
{
    // EWOULDBLOCK of Linux and macOS, and the sharing violation of Windows: the words of the runtime do not tell.
    private static readonly int[] Taken = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Whether that is why a lock could not be had.</summary>
    internal static bool Is(Exception error) => error is IOException && Taken.Contains(error.HResult);

    /// <summary>What a person is told.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="what">What there is to do; null where nothing is to be said.</param>
    internal static string Sentence(string folder, string? what = null) =>
        $"Another process uses the data folder {folder}; one at a time may{(what is null ? "" : ": " + what)}.";
}
