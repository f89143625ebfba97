using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace CtVoice.Local.Commands;

/// <summary>What a command would replace is said first, and is replaced on a second word only.</summary>
internal static class Replacing
{
    internal static Option<bool> Fresh() =>
        new("--fresh") { Description = "Begin with an empty data folder; what is in it is lost. Wants --yes." };

    internal static Option<bool> Yes() => new("--yes") { Description = "Replace what is there." };

    /// <summary>Why a data folder is not emptied yet; null when it may be, or there is nothing in it.</summary>
    internal static string? Refusal(string folder, bool fresh, bool yes)
    {
        var database = new FileInfo(Path.Combine(folder, "ctvoice.db"));
        return fresh && !yes && database.Exists
            ? $"--fresh replaces everything in {folder}: {Told(database)}. Say --yes to do that."
            : null;
    }

    /// <summary>
    /// Why a file is not written over; null when it may be, or is not there. A folder, a device, a pipe or a link is never replaced: a word
    /// too many must not cost anybody <c>/dev/null</c>.
    /// </summary>
    internal static string? Refusal(FileInfo file, bool yes) =>
        Directory.Exists(file.FullName) || file.LinkTarget is not null || (file.Exists && !IsPlain(file))
            ? $"{file.FullName} is not a plain file, so it is not replaced."
            : !yes && file.Exists ? $"{file.FullName} is there already: {Told(file)}. Say --yes to replace it." : null;

    // The runtime does not tell a device or a pipe from an empty file, and to open one may wait for ever.
    private static bool IsPlain(FileInfo file)
    {
        if (file.Length > 0 || OperatingSystem.IsWindows())
            return true;
        using var test = Process.Start("test", ["-f", file.FullName]);
        test.WaitForExit();
        return test.ExitCode == 0;
    }

    private static string Told(FileInfo file) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Max(1, file.Length / 1024):N0} KiB, last written {file.LastWriteTimeUtc:yyyy-MM-dd HH:mm} UTC");
}
