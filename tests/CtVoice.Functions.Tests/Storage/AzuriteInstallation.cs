using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace CtVoice.Functions.Tests.Storage;

/// <summary>
/// Azurite as its lock file says, to the byte: installed by npm once for each lock file, into a temporary folder that later runs find.
/// </summary>
internal static class AzuriteInstallation
{
    private static readonly string[] Locked = ["package.json", "package-lock.json"];

    private static string Place => Path.Combine(AppContext.BaseDirectory, "Storage", "azurite");

    /// <summary>The program, as Node.js runs it; null with the reason where it cannot be had.</summary>
    public static async Task<(string? Program, string? Absent)> FindAsync()
    {
        var version = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Place, "package-lock.json"))))[..16];
        var folder = Path.Combine(Path.GetTempPath(), $"ctvoice-azurite-{version}");
        var program = Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (File.Exists(program))
            return (program, null);
        var fresh = Directory.CreateTempSubdirectory("ctvoice-azurite-");
        foreach (var name in Locked)
            File.Copy(Path.Combine(Place, name), Path.Combine(fresh.FullName, name));
        if (await InstallAsync(fresh.FullName) is { } absent)
        {
            fresh.Delete(recursive: true);
            return (null, absent);
        }
        try
        {
            Directory.Move(fresh.FullName, folder);
        }
        catch (IOException) when (File.Exists(program))
        {
            // Another run was faster with the same.
            fresh.Delete(recursive: true);
        }
        return (program, null);
    }

    private static async Task<string?> InstallAsync(string folder)
    {
        var start = new ProcessStartInfo(
            OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var npm = Process.Start(start)!;
            npm.StandardInput.Close();
            var (output, errors) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
            await npm.WaitForExitAsync();
            _ = await output;
            return npm.ExitCode == 0 ? null : $"npm does not install Azurite: {await errors}";
        }
        catch (Win32Exception)
        {
            return "Node.js is not installed: Azurite comes from npm.";
        }
    }
}
