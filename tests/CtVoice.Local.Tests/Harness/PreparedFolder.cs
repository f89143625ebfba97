using CtVoice.Local.Demo;
using CtVoice.Local.Host;

namespace CtVoice.Local.Tests.Harness;

/// <summary>A data folder after its first start, to be copied: the board is imported and the keys are made once.</summary>
public sealed class PreparedFolder : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();

    public async Task InitializeAsync()
    {
        await using var host = await LocalHost.StartAsync(
            new(folder.Path, Port: 0) { Clock = new StandingClock(Installation.Start), TimePasses = false }, Installation.InMemoryServer);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    /// <summary>Copies it.</summary>
    internal void CopyTo(string target)
    {
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(folder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
