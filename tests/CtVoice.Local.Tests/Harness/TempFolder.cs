namespace CtVoice.Local.Tests.Harness;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ctvoice-");

    internal string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
