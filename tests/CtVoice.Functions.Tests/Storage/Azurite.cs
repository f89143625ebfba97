using System.Diagnostics;
using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using CtVoice.Core.Storage;
using CtVoice.Functions.Storage;
using CtVoice.Testing.Programs;

namespace CtVoice.Functions.Tests.Storage;

/// <summary>
/// A storage account of its own for the tests: Azurite from npm, on free loopback ports, with a new folder on the disk of temporary
/// files. It writes what blobs and messages hold there before it answers; rows, and which messages there are, it has in
/// memory and saves every five seconds.
/// </summary>
public sealed class Azurite : IAsyncLifetime
{
    /// <summary>Name of the collection of tests that share one.</summary>
    public const string Collection = "Azurite";

    private const string Account = "devstoreaccount1";

    // The key of Azurite's own account, published in its documentation; it opens nothing else.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ctvoice-azurite-data-");
    private Process? process;
    private string? connection;
    private string? absent;

    /// <summary>Why the service cannot be had; null when it runs.</summary>
    internal string? Absent => absent;

    /// <summary>How to reach the service, where it runs.</summary>
    internal string Connection => connection ?? throw new InvalidOperationException(absent);

    /// <summary>Processor time that the service has taken.</summary>
    internal TimeSpan Processor
    {
        get
        {
            process!.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>A table of a new name; skips the test when the service cannot be had.</summary>
    /// <param name="watching">Sees each request that leaves, repeated ones too.</param>
    /// <param name="name">Its name; any where nobody else must find it.</param>
    internal async Task<AzureTable> NewTableAsync(HttpPipelinePolicy? watching = null, string? name = null)
    {
        Skip.If(absent is not null, absent);
        // As the host makes it; see AzureTables.
        var options = new TableClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(30) } };
        if (watching is not null)
            options.AddPolicy(watching, Azure.Core.HttpPipelinePosition.PerRetry);
        var client = new TableServiceClient(connection, options).GetTableClient(name ?? $"t{Guid.NewGuid():N}");
        await client.CreateIfNotExistsAsync();
        return new AzureTable(client, TimeProvider.System);
    }

    /// <summary>Two new tables of the product.</summary>
    internal async Task<TableSet> NewTablesAsync(HttpPipelinePolicy? watching = null) =>
        new(await NewTableAsync(watching), await NewTableAsync(watching));

    public async Task InitializeAsync()
    {
        (var installed, absent) = await NpmPackages.InstalledAsync(Path.Combine(AppContext.BaseDirectory, "Storage", "azurite"));
        if (installed is null)
            return;
        var program = Path.Combine(installed, "node_modules", "azurite", "dist", "src", "azurite.js");
        var (blob, queue, table) = (Loopback.FreePort(), Loopback.FreePort(), Loopback.FreePort());
        var host = IPAddress.Loopback.ToString();
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            ArgumentList =
            {
                program, "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--location", folder.FullName,
                "--blobHost", host, "--blobPort", $"{blob}", "--queueHost", host, "--queuePort", $"{queue}", "--tableHost", host,
                "--tablePort", $"{table}",
            },
        };
        process = Process.Start(start)!;
        var said = new List<string>();
        process.ErrorDataReceived += (_, line) => said.Add(line.Data ?? "");
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            // The last of the three to start.
            if (line.Contains("Table service is successfully listening", StringComparison.Ordinal))
            {
                connection =
                    $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://{host}:{blob}/{Account};"
                    + $"QueueEndpoint=http://{host}:{queue}/{Account};TableEndpoint=http://{host}:{table}/{Account}";
                return;
            }
            said.Add(line);
        }
        await process.WaitForExitAsync(patience.Token);
        absent = $"Azurite did not start: {string.Join(' ', said)}";
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
