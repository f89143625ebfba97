using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace CtVoice.Testing.Programs;

/// <summary>
/// Programs from npm as a lock file says, to the byte: installed once for each state of a folder with <c>package.json</c>,
/// <c>package-lock.json</c> and what is run beside them, into a temporary folder that later runs find.
/// </summary>
public static class NpmPackages
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<(string?, string?)>>> Places = new(StringComparer.Ordinal);

    /// <summary>Where <paramref name="place"/> lies with its packages; null with the reason where they cannot be had.</summary>
    public static Task<(string? Folder, string? Absent)> InstalledAsync(string place) =>
        Places.GetOrAdd(place, _ => new(() => InstallAsync(place))).Value;

    private static async Task<(string? Folder, string? Absent)> InstallAsync(string place)
    {
        var files = Directory.GetFiles(place).Order(StringComparer.Ordinal).ToList();
        var folder = Path.Combine(Path.GetTempPath(), $"ctvoice-npm-{await StateAsync(files)}");
        if (Directory.Exists(folder))
            return (folder, null);
        // A copy beside it is moved there when it is whole.
        var fresh = Directory.CreateTempSubdirectory("ctvoice-npm-");
        foreach (var file in files)
            File.Copy(file, Path.Combine(fresh.FullName, Path.GetFileName(file)));
        var install = await Run.OfAsync(
            OperatingSystem.IsWindows() ? "npm.cmd" : "npm", fresh.FullName, "ci", "--omit=dev", "--ignore-scripts", "--no-audit",
            "--no-fund", "--loglevel=error");
        if (install is not { ExitCode: 0 })
        {
            fresh.Delete(recursive: true);
            var name = Path.GetFileName(place);
            return (null, install is null
                ? $"Node.js is not installed: {name} comes from npm."
                : $"npm does not install {name}: {install.Errors}");
        }
        try
        {
            Directory.Move(fresh.FullName, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another run was faster with the same.
            fresh.Delete(recursive: true);
        }
        return (folder, null);
    }

    private static async Task<string> StateAsync(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(await File.ReadAllBytesAsync(file));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
