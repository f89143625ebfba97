using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CtVoice.Local.Tests.Harness;

/// <summary>
/// A data folder and the host that runs on it. When the host dies, whoever got no answer starts another one on the same
/// folder and asks again. Time stands still until it is advanced.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    /// <summary>A Monday morning, 9:30 in Connecticut.</summary>
    internal static readonly DateTimeOffset Start = new(2027, 1, 11, 14, 30, 0, TimeSpan.Zero);

    private readonly TempFolder folder = new();
    private LocalHost? host;
    private HttpClient? http;

    private Installation() { }

    internal string Folder => folder.Path;

    internal LocalHost Host => host!;

    /// <summary>What the machine's own clock shows at the next start.</summary>
    internal DateTimeOffset Basis { get; set; } = Start;

    /// <summary>Why the host died; empty when it never did.</summary>
    internal string Death { get; private set; } = "";

    internal T Service<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>A folder without anything in it; nothing is started.</summary>
    internal static Installation Empty() => new();

    /// <summary>Starts on a copy of a prepared folder.</summary>
    internal static async Task<Installation> StartAsync(PreparedFolder prepared, SqliteOptions? file = null)
    {
        var installation = new Installation();
        prepared.CopyTo(installation.Folder);
        try
        {
            await installation.StartAsync(file);
        }
        catch (StartRefusedException refused) when (file?.Observer is not null)
        {
            installation.Death = refused.Message;
            await installation.StartAsync(null);
        }
        return installation;
    }

    /// <summary>Serves without a port, and without a word of the deaths that are meant.</summary>
    internal static void InMemoryServer(IServiceCollection services) =>
        services.AddSingleton<IServer, TestServer>().AddLogging(logging => logging.ClearProviders());

    /// <summary>Stops the host, as a person would.</summary>
    internal async Task StopAsync()
    {
        http?.Dispose();
        if (host is not null)
            await host.DisposeAsync();
        (host, http) = (null, null);
    }

    /// <summary>Stops and starts again.</summary>
    internal async Task RestartAsync(SqliteOptions? file = null)
    {
        await StopAsync();
        await StartAsync(file);
    }

    internal Task<JsonNode> GetAsync(string path, string? who = null) => SendAsync(HttpMethod.Get, path, who, null, null);

    internal Task<JsonNode> PostAsync(string path, string? who, JsonNode? body = null, string? idempotencyKey = null) =>
        SendAsync(HttpMethod.Post, path, who, body, idempotencyKey);

    /// <summary>Lets time pass until an instant; asking twice is the same as once.</summary>
    internal Task PassToAsync(DateTimeOffset instant) =>
        PostAsync("/sim/clock", null, new JsonObject { ["to"] = instant.ToString("O", null) });

    /// <summary>Asks once, and sees the answer whatever it is.</summary>
    internal async Task<(HttpStatusCode Status, string Text)> AskAsync(HttpMethod method, string path, string? who, JsonNode? body = null,
        string? idempotencyKey = null)
    {
        var key = who is null ? null : await File.ReadAllTextAsync(FirstStart.KeyPath(Folder, who));
        var answer = await http!.AskAsync(method, path, key, body, idempotencyKey: idempotencyKey);
        return (answer.Status, answer.Text);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        folder.Dispose();
    }

    private async Task StartAsync(SqliteOptions? file)
    {
        host = await LocalHost.StartAsync(
            new(Folder, Port: 0) { Clock = new StandingClock(Basis), TimePasses = false, Database = file ?? new() }, InMemoryServer);
        http = ((TestServer)host.Services.GetRequiredService<IServer>()).CreateClient();
    }

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, string? who, JsonNode? body, string? idempotencyKey)
    {
        for (var repeated = false; ; repeated = true)
        {
            var (status, text) = await AskAsync(method, path, who, body, idempotencyKey);
            if ((int)status < 300)
                return JsonNode.Parse(text)!;
            // What was done before the host died is refused the second time, which says as much as an answer.
            if (status is HttpStatusCode.Conflict && repeated)
                return JsonNode.Parse(text)!;
            if ((int)status < 500 || repeated || !Host.Faulted.IsCompleted)
                throw new HttpRequestException($"{method} {path}: {text}", null, status);
            Death = await Host.Faulted;
            await RestartAsync();
        }
    }
}
