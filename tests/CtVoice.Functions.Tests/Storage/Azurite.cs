using System.Diagnostics;
using System.Net;
using CtVoice.Functions.Storage;

namespace CtVoice.Functions.Tests.Storage;

/// <summary>A table service of its own for the tests: Azurite from npm, on a free loopback port, in a temporary folder.</summary>
public sealed class Azurite : IAsyncLifetime
{
    /// <summary>Name of the collection of tests that share one.</summary>
    public const string Collection = "Azurite";

    private const string Package = "azurite@3.37.0";
    private const string Account = "devstoreaccount1";

    // The key of Azurite's own account, published in its documentation; it opens nothing else.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ctvoice-azurite-");
    private Process? process;
    private string? connection;
    private string? absent;

    /// <summary>Why the service cannot be had; null when it runs.</summary>
    internal string? Absent => absent;

    /// <summary>How to reach the service, where it runs.</summary>
    internal string Connection => connection ?? throw new InvalidOperationException(absent);

    /// <summary>A table of a new name; skips the test when the service cannot be had.</summary>
    internal async Task<AzureTable> NewTableAsync()
    {
        Skip.If(absent is not null, absent);
        var client = AzureTables.ServiceClient(new TableSettings { Connection = connection })
            .GetTableClient($"t{Guid.NewGuid():N}");
        await client.CreateIfNotExistsAsync();
        return new AzureTable(client, TimeProvider.System);
    }

    public async Task InitializeAsync()
    {
        var port = Loopback.FreePort();
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npx.cmd" : "npx")
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            ArgumentList =
            {
                "--yes", "--package", Package, "azurite-table", "--silent", "--disableTelemetry", "--skipApiVersionCheck",
                "--location", folder.FullName, "--tableHost", IPAddress.Loopback.ToString(), "--tablePort", $"{port}",
            },
        };
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            absent = "Node.js is not installed: its npx starts Azurite.";
            return;
        }
        var said = new List<string>();
        process.ErrorDataReceived += (_, line) => said.Add(line.Data ?? "");
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains("successfully started", StringComparison.Ordinal))
            {
                connection = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint=http://127.0.0.1:{port}/{Account}";
                return;
            }
            said.Add(line);
        }
        await process.WaitForExitAsync(patience.Token);
        absent = $"{Package} did not start: {string.Join(' ', said)}";
    }

    public async Task DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process?.Dispose();
        folder.Delete(recursive: true);
    }
}

[CollectionDefinition(Azurite.Collection)]
public sealed class AzuriteCollection : ICollectionFixture<Azurite>;
