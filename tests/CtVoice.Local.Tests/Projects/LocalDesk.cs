using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Projects;

/// <summary>The local host at a standing clock, asked over HTTP with the newcomer's keys.</summary>
internal sealed class LocalDesk : IAsyncDisposable
{
    /// <summary>A Monday morning, inside the hours in which members are asked.</summary>
    internal static readonly DateTimeOffset Monday = new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero);

    private readonly TempFolder folder;
    private readonly bool keeps;
    private readonly HttpClient http;

    private LocalDesk(TempFolder folder, bool keeps, LocalHost host) =>
        (this.folder, this.keeps, Host, http) = (folder, keeps, host, new() { BaseAddress = host.Url });

    internal LocalHost Host { get; }

    /// <summary>Opens a folder of its own, or one that the caller keeps.</summary>
    internal static async Task<LocalDesk> OpenAsync(TempFolder? kept = null)
    {
        var folder = kept ?? new TempFolder();
        return new(folder, kept
            is not null, await LocalHost.StartAsync(new(folder.Path, Port: 0) { Clock = new StandingClock(Monday), TimePasses = false }));
    }

    internal static JsonObject Sample(string name)
    {
        using var reader = new StreamReader(SampleFiles.Open($"projects/{name}.json"));
        return JsonNode.Parse(reader.ReadToEnd())!.AsObject();
    }

    internal async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(
        HttpMethod method, string path, string? who, HttpContent? body = null, string? idempotencyKey = null)
    {
        var key = who is null ? null : await File.ReadAllTextAsync(FirstStart.KeyPath(folder.Path, who));
        var answer = await http.AskAsync(method, path, key, body, idempotencyKey: idempotencyKey);
        return (answer.Status, answer.Body);
    }

    internal Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(string path, string? who, JsonNode body,
        string? idempotencyKey = null) =>
        SendAsync(HttpMethod.Post, path, who, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), idempotencyKey);

    internal async Task<JsonNode> GetAsync(string path, string? who)
    {
        var (status, body) = await SendAsync(HttpMethod.Get, path, who);
        Assert.Equal(HttpStatusCode.OK, status);
        return body;
    }

    /// <summary>What everybody reads there, page or data.</summary>
    internal Task<string> TextAsync(string path) => http.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>Submits a project and lets everything that is due happen; the id of its review.</summary>
    internal async Task<string> SubmitAsync(string who, JsonNode project, string? idempotencyKey = null)
    {
        var (status, receipt) = await PostAsync("/api/projects", who, project, idempotencyKey);
        Assert.True(status == HttpStatusCode.Accepted, receipt.ToJsonString());
        await PassAsync("PT0S");
        return receipt["id"]!.GetValue<string>();
    }

    internal async Task PassAsync(string span) =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/sim/clock", null, new JsonObject { ["advance"] = span })).Status);

    /// <summary>The coordinator releases every text that waits, and members are asked.</summary>
    internal async Task ReleaseTextsAsync(string review)
    {
        foreach (var language in (await GetAsync($"/api/reviews/{review}", "coordinator"))["textsWaiting"]!.AsArray())
            Assert.Equal(HttpStatusCode.OK,
                (await SendAsync(HttpMethod.Post, $"/api/reviews/{review}/texts/{language}/release", "coordinator")).Status);
        // Ten minutes in which that can be stopped, and one for the messages.
        await PassAsync("PT11M");
    }

    internal static string[] Pointers(JsonNode problem) => [.. problem["faults"]!.AsArray().Select(f => f!["pointer"]!.GetValue<string>())];

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Host.DisposeAsync();
        if (!keeps)
            folder.Dispose();
    }
}
