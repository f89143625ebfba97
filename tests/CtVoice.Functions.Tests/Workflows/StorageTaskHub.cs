using System.Globalization;
using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using CtVoice.Core.Json;
using CtVoice.Functions.Tests.Settings;
using CtVoice.Functions.Workflows;
using DurableTask.AzureStorage;
using DurableTask.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CtVoice.Functions.Tests.Workflows;

/// <summary>
/// The real Durable Task worker and client on the backend that the Functions host uses in Azure, its queues, tables and blobs on
/// Azurite, with what host.json says of it.
/// </summary>
internal sealed class StorageTaskHub : IAsyncDisposable
{
    private readonly WebApplication sidecar;
    private readonly IHost worker;

    private StorageTaskHub(WebApplication sidecar, IHost worker) => (this.sidecar, this.worker) = (sidecar, worker);

    public DurableTaskClient Client => worker.Services.GetRequiredService<DurableTaskClient>();

    /// <summary>Runs the catalogue of <paramref name="services"/>; each request to the storage passes
    /// <paramref name="watching"/>.</summary>
    public static async Task<StorageTaskHub> StartAsync(IServiceProvider services, string storage, HttpPipelinePolicy watching) =>
        await StartAsync(services, await BackendAsync(storage, watching));

    /// <summary>Runs the catalogue of <paramref name="services"/>; <paramref name="ended"/> is told of each instance whose ending
    /// is stored.</summary>
    public static async Task<StorageTaskHub> StartAsync(
        IServiceProvider services, AzureStorageOrchestrationService backend, Action<string>? ended = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<IOrchestrationService>(ended is null ? backend : WatchedEndings.Of(backend, ended))
            .AddSingleton<IOrchestrationServiceClient>(backend).AddSingleton<TaskHubGrpcServer>();
        var sidecar = builder.Build();
        sidecar.MapGrpcService<TaskHubGrpcServer>();
        await sidecar.StartAsync();

        var address = sidecar.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var converter = new JsonDataConverter(WorkflowJson.Options);
        var host = Host.CreateEmptyApplicationBuilder(null);
        host.Services.AddLogging();
        host.Services.AddDurableTaskWorker(b =>
        {
            b.AddTasks(tasks => DurableTaskHost.Add(tasks, services));
            b.Configure(o => o.DataConverter = converter);
            b.UseGrpc(address);
        });
        host.Services.AddDurableTaskClient(b =>
        {
            b.Configure(o => o.DataConverter = converter);
            b.UseGrpc(address);
            b.RegisterDirectly();
        });
        var worker = host.Build();
        await worker.StartAsync();
        services.GetRequiredService<DurableConnection>().Client = worker.Services.GetRequiredService<DurableTaskClient>();
        return new(sidecar, worker);
    }

    /// <summary>A new task hub in the storage, as host.json says but for what <paramref name="change"/> changes.</summary>
    public static async Task<AzureStorageOrchestrationService> BackendAsync(
        string storage, HttpPipelinePolicy watching, Action<AzureStorageOrchestrationServiceSettings>? change = null)
    {
        var of = SampleSettings.HostJson().GetProperty("extensions").GetProperty("durableTask");
        var says = of.GetProperty("storageProvider");
        var settings = new AzureStorageOrchestrationServiceSettings
        {
            StorageAccountClientProvider = new(
                StorageServiceClientProvider.ForBlob(storage, Watched(new BlobClientOptions(), watching)),
                StorageServiceClientProvider.ForQueue(storage, Watched(new QueueClientOptions(), watching)),
                StorageServiceClientProvider.ForTable(storage, Watched(new TableClientOptions(), watching))),
            TaskHubName = $"t{Guid.NewGuid():N}"[..20],
            MaxConcurrentTaskActivityWorkItems = of.GetProperty("maxConcurrentActivityFunctions").GetInt32(),
            MaxConcurrentTaskOrchestrationWorkItems = of.GetProperty("maxConcurrentOrchestratorFunctions").GetInt32(),
            ExtendedSessionsEnabled = of.GetProperty("extendedSessionsEnabled").GetBoolean(),
            PartitionCount = says.GetProperty("partitionCount").GetInt32(),
            MaxQueuePollingInterval =
                TimeSpan.Parse(says.GetProperty("maxQueuePollingInterval").GetString()!, CultureInfo.InvariantCulture),
        };
        change?.Invoke(settings);
        var backend = new AzureStorageOrchestrationService(settings);
        await backend.CreateIfNotExistsAsync();
        return backend;
    }

    /// <summary>The instance when it has ended, however it did.</summary>
    public async Task<OrchestrationMetadata> EndAsync(string instanceId)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await Client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await worker.StopAsync();
        worker.Dispose();
        await sidecar.StopAsync();
        await sidecar.DisposeAsync();
    }

    private static T Watched<T>(T options, HttpPipelinePolicy watching)
        where T : ClientOptions
    {
        options.AddPolicy(watching, HttpPipelinePosition.PerRetry);
        return options;
    }
}
