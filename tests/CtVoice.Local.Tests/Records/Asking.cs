using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Records;

/// <summary>Asking the host of a story something over HTTP, under a key of its own.</summary>
internal static class Asking
{
    internal static async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(this ReviewStory story, string who, string path,
        JsonObject body)
    {
        using var http = new HttpClient { BaseAddress = story.Url };
        var answer = await http.AskAsync(HttpMethod.Post, path, story.Key(who), body);
        return (answer.Status, answer.Body);
    }

    internal static async Task<string> GetAsync(this ReviewStory story, string who, string path)
    {
        using var http = new HttpClient { BaseAddress = story.Url };
        return (await http.AskAsync(HttpMethod.Get, path, story.Key(who))).Text;
    }

    internal static async Task<JsonNode> EraseAsync(this ReviewStory story, string member)
    {
        var (status, body) = await story.SendAsync("coordinator", $"/api/members/{member}/erase", new JsonObject { ["told"] = "by-phone" });
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        Assert.NotNull(body["erasure"]!["doneAt"]);
        await story.SettleAsync();
        return body;
    }
}
