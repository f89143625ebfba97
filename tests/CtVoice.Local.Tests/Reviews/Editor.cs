using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>What an editor's request was answered with.</summary>
internal sealed record Edited(HttpStatusCode Status, JsonNode? Body, string? ETag);

/// <summary>Somebody who edits a review over HTTP, with the version that they read.</summary>
internal sealed class Editor(ReviewStory story, string who = "coordinator") : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = story.Url };

    internal Task<Edited> GetAsync(string what) => SendAsync(HttpMethod.Get, what);

    internal Task<Edited> PostAsync(string what, JsonObject? body = null, string? ifMatch = null) =>
        SendAsync(HttpMethod.Post, what, body, ifMatch);

    internal Task<Edited> PutAsync(string what, JsonObject body, string? ifMatch = null) => SendAsync(HttpMethod.Put, what, body, ifMatch);

    /// <summary>Does something that must work, and returns what it answered.</summary>
    internal static async Task<Edited> Done(Task<Edited> doing)
    {
        var edited = await doing;
        Assert.True((int)edited.Status is >= 200 and < 300, $"{edited.Status}: {edited.Body}");
        return edited;
    }

    /// <summary>Writes a draft, releases it for the agencies, and returns its version.</summary>
    internal Task<string> WriteAsync(string text, params int[] from) => WriteToAsync("DSS", text, from);

    /// <summary>The same to another addressee.</summary>
    internal async Task<string> WriteToAsync(string addressee, string text, params int[] from)
    {
        var written = await Done(PostAsync("drafts", new() { ["text"] = text, ["from"] = Numbers(from), ["addressee"] = addressee }));
        var draft = written.Body!["draft"]!.GetValue<int>();
        return (await Done(PostAsync($"preview/draft-{draft}/release", new() { ["for"] = "agency" }, written.ETag))).ETag!;
    }

    internal static JsonArray Numbers(params int[] numbers) => new([.. numbers.Select(n => (JsonNode)n)]);

    private async Task<Edited> SendAsync(HttpMethod method, string what, JsonObject? body = null, string? ifMatch = null)
    {
        var answer = await http.AskAsync(
            method, what.StartsWith('/') ? what : $"/api/reviews/{story.Id}/{what}", who.Length > 0 ? story.Key(who) : null, body, ifMatch);
        await story.SettleAsync();
        return new(answer.Status, answer.Text.Length == 0 ? null : answer.Body, answer.ETag?.Trim('"'));
    }

    public void Dispose() => http.Dispose();
}
