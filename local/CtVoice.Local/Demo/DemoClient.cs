using System.Text.Json.Nodes;

namespace CtVoice.Local.Demo;

/// <summary>The product's HTTP interface as the demo's people use it.</summary>
internal sealed class DemoClient(Uri url, Func<string, string> keyOf) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = url };

    /// <summary>Reads something; <paramref name="who"/> names the key, null for nobody's.</summary>
    public async Task<JsonNode> GetAsync(string path, string? who = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, who);
    }

    /// <summary>Sends a command.</summary>
    public async Task<JsonNode> PostAsync(string path, string? who, HttpContent? body = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await SendAsync(request, who);
    }

    /// <summary>Sends a command with a JSON body.</summary>
    public Task<JsonNode> PostAsync(string path, string? who, JsonNode body) => PostAsync(path, who, JsonContent.Create(body));

    public void Dispose() => http.Dispose();

    private async Task<JsonNode> SendAsync(HttpRequestMessage request, string? who)
    {
        if (who is not null)
            request.Headers.Add("X-Api-Key", keyOf(who));
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{request.Method} {request.RequestUri} was refused: {text}", null, response.StatusCode);
        return JsonNode.Parse(text)!;
    }
}
