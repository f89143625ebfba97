namespace CtVoice.Local.Tests.Harness;

/// <summary>
/// A folder that is gone after the test; in memory where Linux has room for it there. A commit of the database waits milliseconds for a
/// disk, there are tens of thousands of them in a run, and what a test says of a crash is said of a process, never of a disk's cache.
/// </summary>
internal sealed class TempFolder : IDisposable
{
    private const string Memory = "/dev/shm";
    private const long Room = 2L << 30;

    private readonly DirectoryInfo folder = Directory.CreateDirectory(
        System.IO.Path.Combine(InMemory ? Memory : System.IO.Path.GetTempPath(), $"ctvoice-{Guid.NewGuid():N}"));

    /// <summary>Whether there is room in memory.</summary>
    internal static bool InMemory { get; } = OperatingSystem.IsLinux() && Directory.Exists(Memory)
        && new DriveInfo(Memory).AvailableFreeSpace > Room;

    internal string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
