using System.Diagnostics;

namespace CtVoice.Local.Tests.Harness;

/// <summary>A real <c>ctvoice serve</c>, as a process of its own.</summary>
internal sealed class ServeProcess : IDisposable
{
    private const string At = "CtVoice is at ";
    private readonly Process process;

    private ServeProcess(Process process, Uri url) => (this.process, Http) = (process, new() { BaseAddress = url });

    internal HttpClient Http { get; }

    /// <summary>Starts it and waits until it says where it is; this build's <c>ctvoice.dll</c>, or that of another version.</summary>
    internal static async Task<ServeProcess> StartAsync(string folder, string? program = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path
            && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            ArgumentList = { program ?? Path.Combine(AppContext.BaseDirectory, "ctvoice.dll"), "serve", "--data", folder, "--port", "0" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(At, StringComparison.Ordinal))
                return new(process, new Uri(line[At.Length..]));
        }
        process.Kill();
        process.Dispose();
        throw new InvalidOperationException("ctvoice serve ended before it said where it is.");
    }

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
