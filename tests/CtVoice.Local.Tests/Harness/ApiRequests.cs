using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace CtVoice.Local.Tests.Harness;

/// <summary>What a request was answered with.</summary>
/// <param name="Status">The status.</param>
/// <param name="Text">The body as it came.</param>
/// <param name="ETag">Version of what was shown or written, in its quotes.</param>
internal sealed record ApiAnswer(HttpStatusCode Status, string Text, string? ETag)
{
    /// <summary>The body; an empty object when there is none.</summary>
    internal JsonNode Body => JsonNode.Parse(Text.Length == 0 ? "{}" : Text)!;
}

/// <summary>Requests as a program sends them.</summary>
internal static class ApiRequests
{
    /// <summary>Asks once, and sees the answer whatever it is.</summary>
    /// <param name="http">Leads to the host.</param>
    /// <param name="method">GET, POST, ...</param>
    /// <param name="path">Where.</param>
    /// <param name="key">An access key; null for nobody's.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="ifMatch">The version that was read, with or without its quotes.</param>
    /// <param name="idempotencyKey">Names the request, so that it can be repeated.</param>
    internal static async Task<ApiAnswer> AskAsync(
        this HttpClient http, HttpMethod method, string path, string? key, HttpContent? body = null, string? ifMatch = null,
        string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (key is not null)
            request.Headers.Add("X-Api-Key", key);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{ifMatch.Trim('"')}\"");
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var response = await http.SendAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.ETag?.Tag);
    }

    /// <summary>The same with a body in JSON.</summary>
    internal static Task<ApiAnswer> AskAsync(
        this HttpClient http, HttpMethod method, string path, string? key, JsonNode? body, string? ifMatch = null,
        string? idempotencyKey = null) =>
        http.AskAsync(method, path, key, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
            ifMatch, idempotencyKey);
}
