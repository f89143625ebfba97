using System.Text.Json.Nodes;

namespace CtVoice.Local.Demo;

/// <summary>The product's HTTP interface as people who are played use it.</summary>
/// <param name="url">Where the host is.</param>
/// <param name="keyOf">The access key of somebody.</param>
/// <param name="through">How requests reach it; over the network when null.</param>
internal sealed class DemoClient(Uri url, Func<string, string> keyOf, HttpMessageHandler? through = null) : IDisposable
{
    private readonly HttpClient http = new(through ?? new SocketsHttpHandler()) { BaseAddress = url };

    /// <summary>Reads something; <paramref name="who"/> names the key, null for nobody's.</summary>
    public async Task<JsonNode> GetAsync(string path, string? who = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, who);
    }

    /// <summary>Reads text that is no JSON: a page, a table.</summary>
    public async Task<string> GetTextAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return (await AnswerAsync(request, null)).Text;
    }

    /// <summary>The version (ETag) of something that is read before it is changed.</summary>
    public async Task<string> VersionAsync(string path, string who)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return (await AnswerAsync(request, who)).Version ?? throw new InvalidOperationException($"{path} has no version.");
    }

    /// <summary>Sends the form of a page; gives the page that answers.</summary>
    public async Task<string> PostFormAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        return (await AnswerAsync(request, null)).Text;
    }

    /// <summary>Sends a command with a JSON body, about the version that was read.</summary>
    public async Task<JsonNode> SendAsync(HttpMethod method, string path, string who, JsonNode body, string version)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("If-Match", version);
        return await SendAsync(request, who);
    }

    /// <summary>Replaces something.</summary>
    public async Task<JsonNode> PutAsync(string path, string who, JsonNode body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
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

    private async Task<JsonNode> SendAsync(HttpRequestMessage request, string? who) =>
        (await AnswerAsync(request, who)).Text is { Length: > 0 } text ? JsonNode.Parse(text)! : new JsonObject();

    private async Task<(string Text, string? Version)> AnswerAsync(HttpRequestMessage request, string? who)
    {
        if (who is not null)
            request.Headers.Add("X-Api-Key", keyOf(who));
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? (text, response.Headers.ETag?.ToString())
            : throw new HttpRequestException($"{request.Method} {request.RequestUri} was refused: {text}", null, response.StatusCode);
    }
}
