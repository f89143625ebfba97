using System.Diagnostics;
using System.Globalization;

namespace CtVoice.Local.Tests.Harness;

/// <summary>A real <c>ctvoice serve</c>, as a process of its own.</summary>
internal sealed class ServeProcess : IDisposable
{
    private const string At = "CtVoice is at ";
    private readonly Process process;

    private ServeProcess(Process process, Uri url) => (this.process, Http) = (process, new() { BaseAddress = url });

    internal HttpClient Http { get; }

    /// <summary>Starts it and waits until it says where it is.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="program">The <c>ctvoice.dll</c> of another version; null for this build's.</param>
    /// <param name="descriptors">Files and connections that it may have open; null for what the system allows. Wants a shell.</param>
    internal static async Task<ServeProcess> StartAsync(string folder, string? program = null, int? descriptors = null)
    {
        var dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        string[] command =
            [dotnet, program ?? Path.Combine(AppContext.BaseDirectory, "ctvoice.dll"), "serve", "--data", folder, "--port", "0"];
        if (descriptors is { } most)
            command = ["sh", "-c", string.Create(CultureInfo.InvariantCulture, $"ulimit -n {most} && exec \"$0\" \"$@\""), .. command];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(At, StringComparison.Ordinal))
                continue;
            // What it says from now on is read and dropped: a pipe that is full would stop it.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return new(process, new Uri(line[At.Length..]));
        }
        process.Kill();
        process.Dispose();
        throw new InvalidOperationException("ctvoice serve ended before it said where it is.");
    }

    /// <summary>Memory that it holds now (resident set), in MiB; Linux only.</summary>
    internal async Task<int> MemoryAsync() => int.Parse(
        (await File.ReadAllLinesAsync($"/proc/{process.Id}/status")).First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;

    /// <summary>Ends it as kill -9 does.</summary>
    internal async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        Http.Dispose();
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
