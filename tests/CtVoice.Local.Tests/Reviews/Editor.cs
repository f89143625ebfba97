using System.Net;
using System.Text.Json.Nodes;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>What an editor's request was answered with.</summary>
internal sealed record Edited(HttpStatusCode Status, JsonNode? Body, string? ETag);

/// <summary>Somebody who edits a review over HTTP, with the version that they read.</summary>
internal sealed class Editor(ReviewStory story, string who = "coordinator") : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = story.Url };

    internal Task<Edited> GetAsync(string what) => SendAsync(HttpMethod.Get, what);

    internal Task<Edited> PostAsync(string what, JsonObject? body = null, string? ifMatch = null) => SendAsync(HttpMethod.Post, what, body, ifMatch);

    internal Task<Edited> PutAsync(string what, JsonObject body, string? ifMatch = null) => SendAsync(HttpMethod.Put, what, body, ifMatch);

    /// <summary>Does something that must work, and returns what it answered.</summary>
    internal static async Task<Edited> Done(Task<Edited> doing)
    {
        var edited = await doing;
        Assert.True((int)edited.Status is >= 200 and < 300, $"{edited.Status}: {edited.Body}");
        return edited;
    }

    /// <summary>Writes a draft, releases it for the agencies, and returns its version.</summary>
    internal async Task<string> WriteAsync(string text, params int[] from)
    {
        var written = await Done(PostAsync("drafts", new() { ["text"] = text, ["from"] = Numbers(from), ["addressee"] = "DSS" }));
        var draft = written.Body!["draft"]!.GetValue<int>();
        return (await Done(PostAsync($"preview/draft-{draft}/release", new() { ["for"] = "agency" }, written.ETag))).ETag!;
    }

    internal static JsonArray Numbers(params int[] numbers) => new([.. numbers.Select(n => (JsonNode)n)]);

    private async Task<Edited> SendAsync(HttpMethod method, string what, JsonObject? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, what.StartsWith('/') ? what : $"/api/reviews/{story.Id}/{what}");
        if (who.Length > 0)
            request.Headers.Add("X-Api-Key", story.Key(who));
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{ifMatch}\"");
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), null, "application/json");
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        await story.SettleAsync();
        return new(response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response.Headers.ETag?.Tag.Trim('"'));
    }

    public void Dispose() => http.Dispose();
}
