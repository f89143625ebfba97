using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CtVoice.Functions.Tests.Worker.Protocol;
using DurableTask.AzureStorage;
using DurableTask.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace CtVoice.Functions.Tests.Worker;

/// <summary>
/// Runs the published app in a process of its own, as the Functions host does: it starts the worker, hears over gRPC which
/// functions there are, loads them, and answers HTTP requests by invoking a function and forwarding the request to the port
/// of the worker's own web server. No timers; what a function does with a Durable Task client fails unless a backend is given.
/// </summary>
/// <remarks>
/// What a caller sends in X-Forwarded-* reaches the worker as it is, and no more is added: tests write what the platform's
/// front end would. What no function has is answered here, without a body.
/// </remarks>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private readonly WebApplication rpc;
    private readonly Process process;
    private readonly WorkerChannel channel;
    private readonly ConcurrentQueue<string> console;
    private readonly HttpMessageInvoker invoker =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectCallback = ConnectAsync });
    private WebApplication? front;
    private Uri? worker;

    private FunctionsHost(WebApplication rpc, Process process, WorkerChannel channel, ConcurrentQueue<string> console) =>
        (this.rpc, this.process, this.channel, this.console) = (rpc, process, channel, console);

    /// <summary>Where callers send their requests.</summary>
    public Uri Address => AddressOf(front!);

    /// <summary>What the process printed and logged so far.</summary>
    public string Said => string.Join(Environment.NewLine, console.Concat(channel.Log));

    /// <summary>Starts the worker of <paramref name="folder"/> with <paramref name="settings"/> and waits until it answers.</summary>
    /// <param name="folder">What was published.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="backend">Takes what functions ask of Durable Task; runs no workflow.</param>
    /// <exception cref="InvalidOperationException">The process ended, or refused; the message holds what it said.</exception>
    public static async Task<FunctionsHost> StartAsync(string folder, IReadOnlyDictionary<string, string?> settings,
        AzureStorageOrchestrationService? backend = null)
    {
        var channel = new WorkerChannel();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(o => o.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(channel);
        if (backend is not null)
        {
            builder.Services.AddSingleton<IOrchestrationService>(backend).AddSingleton<IOrchestrationServiceClient>(backend)
                .AddSingleton<TaskHubGrpcServer>()
                .Configure<TaskHubGrpcServerOptions>(o => o.Mode = TaskHubGrpcServerMode.ApiServerOnly);
        }
        var rpc = builder.Build();
        rpc.MapGrpcService<WorkerChannel>();
        if (backend is not null)
            rpc.MapGrpcService<TaskHubGrpcServer>();
        await rpc.StartAsync();

        var console = new ConcurrentQueue<string>();
        var host = new FunctionsHost(rpc, Run(folder, settings, AddressOf(rpc), console), channel, console);
        try
        {
            await host.LoadAsync(folder).WaitAsync(TimeSpan.FromMinutes(2));
            return host;
        }
        catch (Exception failed) when (failed is TimeoutException or InvalidOperationException)
        {
            var said = host.Said;
            await host.DisposeAsync();
            throw new InvalidOperationException($"The worker did not start: {failed.Message}{Environment.NewLine}{said}", failed);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        if (front is not null)
            await front.DisposeAsync();
        await rpc.DisposeAsync();
        invoker.Dispose();
    }

    private static Process Run(string folder, IReadOnlyDictionary<string, string?> settings, Uri address, ConcurrentQueue<string> console)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(folder, "CtVoice.Functions.dll"), "--functions-uri", address.ToString(), "--functions-worker-id", "worker",
                "--functions-request-id", "start", "--functions-grpc-max-message-length", "134217728",
            },
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = folder;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        process.OutputDataReceived += (_, line) => console.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => console.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task LoadAsync(string folder)
    {
        var ended = process.WaitForExitAsync();
        var loading = LoadFunctionsAsync(folder);
        if (await Task.WhenAny(ended, loading) == ended)
            throw new InvalidOperationException($"The process ended with {process.ExitCode}.");
        await StartFrontAsync(await loading);
    }

    private async Task<IReadOnlyList<HttpFunction>> LoadFunctionsAsync(string folder)
    {
        var init = await channel.AskAsync(new()
        {
            WorkerInitRequest = new() { HostVersion = "4.0.0", WorkerDirectory = folder, FunctionAppDirectory = folder },
        });
        Succeeded(init.WorkerInitResponse.Result);
        worker = new Uri(init.WorkerInitResponse.Capabilities["HttpUri"]);
        var listed = await channel.AskAsync(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = folder } });
        Succeeded(listed.FunctionMetadataResponse.Result);
        foreach (var metadata in listed.FunctionMetadataResponse.FunctionMetadataResults)
        {
            var loaded = await channel.AskAsync(
                new() { FunctionLoadRequest = new() { FunctionId = metadata.FunctionId, Metadata = metadata } }, metadata.FunctionId);
            Succeeded(loaded.FunctionLoadResponse.Result);
        }
        return [.. listed.FunctionMetadataResponse.FunctionMetadataResults.Select(HttpFunction.Of).OfType<HttpFunction>()];
    }

    private async Task StartFrontAsync(IReadOnlyList<HttpFunction> functions)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.AddHttpForwarder();
        front = builder.Build();
        var forwarder = front.Services.GetRequiredService<IHttpForwarder>();
        foreach (var function in functions)
        {
            var route = front.Map("/" + function.Route, context => ForwardAsync(context, function, forwarder));
            if (function.Methods.Count > 0)
                route.WithMetadata(new HttpMethodMetadata(function.Methods.Select(m => m.ToUpperInvariant())));
        }
        await front.StartAsync();
    }

    private async Task ForwardAsync(HttpContext context, HttpFunction function, IHttpForwarder forwarder)
    {
        var invocation = Guid.NewGuid().ToString();
        context.Request.Headers["x-ms-invocation-id"] = invocation;
        var request = new InvocationRequest { InvocationId = invocation, FunctionId = function.Id, TraceContext = new() };
        request.InputData.Add(new ParameterBinding { Name = function.Request, Data = new() { Http = new() } });
        request.InputData.AddRange(
            function.Clients.Select(c => new ParameterBinding { Name = c, Data = new() { String = DurableClient() } }));
        var invoked = channel.AskAsync(new() { InvocationRequest = request }, invocation);
        await using var gone = context.RequestAborted.Register(() =>
            _ = channel.TellAsync(new() { InvocationCancel = new() { InvocationId = invocation } }));
        await forwarder.SendAsync(context, worker!.ToString(), invoker, ForwarderRequestConfig.Empty, HttpTransformer.Empty);
        if ((await invoked).InvocationResponse.Result is { Status: StatusResult.Types.Status.Failure } failed)
            console.Enqueue($"{function.Route} failed: {failed.Exception?.Message}");
    }

    /// <summary>A worker names its port before it listens there; the Functions host knocks again, and so does this one.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var left = 500; ; left--)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException refused) when (refused.SocketErrorCode is SocketError.ConnectionRefused && left > 0)
            {
                socket.Dispose();
                await again.WaitForNextTickAsync(cancellationToken);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }

    private string DurableClient() => $$"""
        {"rpcBaseUrl":"{{AddressOf(rpc)}}","taskHubName":"CtVoice","connectionName":"AzureWebJobsStorage",
         "requiredQueryStringParameters":"",
         "httpBaseUrl":"{{AddressOf(rpc)}}","maxGrpcMessageSizeInBytes":134217728,"grpcHttpClientTimeout":"\"00:01:40\""}
        """;

    private static void Succeeded(StatusResult result)
    {
        if (result.Status != StatusResult.Types.Status.Success)
            throw new InvalidOperationException($"The worker refused: {result.Exception?.Message}");
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
