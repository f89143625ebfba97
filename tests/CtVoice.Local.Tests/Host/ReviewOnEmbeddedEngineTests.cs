using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Reviews;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;
using CtVoice.Testing.Reviews;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Host;

/// <summary>The scripted review on the embedded engine, over HTTP.</summary>
public sealed class ReviewOnEmbeddedEngineTests : ReviewScript, IAsyncLifetime, IDisposable
{
    // A business day at noon in Connecticut: nobody sleeps.
    private static readonly DateTimeOffset Noon = new(2027, 3, 2, 17, 0, 0, TimeSpan.Zero);

    private readonly TempFolder folder = new();
    private readonly HttpClient http = new();
    private LocalHost? host;

    protected override string Project
    {
        get
        {
            using var reader = new StreamReader(SampleFiles.Open("projects/snap-homelessness.json"));
            return reader.ReadToEnd();
        }
    }

    protected override async Task<BoardStore> StartAsync()
    {
        host = await LocalHost.StartAsync(new(folder.Path, Port: 0) { Clock = new StandingClock(Noon), TimePasses = false }, AtOnce.Asks);
        return host.Services.GetRequiredService<BoardStore>();
    }

    protected override async Task<JsonNode> AskAsync(string method, string path, string? who, JsonNode? body = null)
    {
        var key = who is null ? null : await File.ReadAllTextAsync(FirstStart.KeyPath(folder.Path, who));
        // The same key on each host: the same review, so the same panel.
        var answer = await http.AskAsync(new(method), new Uri(host!.Url, path).AbsoluteUri, key, body, idempotencyKey: "script");
        Assert.True((int)answer.Status < 300, $"{path}: {answer.Status} {answer.Text}");
        return answer.Body;
    }

    protected override Task PauseAsync(CancellationToken patience) =>
        AskAsync("POST", "/sim/clock", null, new JsonObject { ["advance"] = "PT0S" });

    protected override async Task EndAsync(string id)
    {
        await PauseAsync(CancellationToken.None);
        Assert.Empty((await host!.Services.GetRequiredService<ReviewStore>().VerifyAsync(id))!);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
    }

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }
}
