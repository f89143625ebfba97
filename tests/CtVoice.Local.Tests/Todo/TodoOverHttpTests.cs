using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Todo;

/// <summary>What the coordinator sees to do, over HTTP.</summary>
public sealed class TodoOverHttpTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Told = ["id", "what", "why", "since", "link"];

    private ReviewStory story = null!;
    private HttpClient http = null!;

    public async Task InitializeAsync()
    {
        story = await ReviewStory.BeginAsync();
        http = new() { BaseAddress = story.Url };
    }

    public async Task DisposeAsync() => await story.DisposeAsync();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task What_hangs_on_messages_stands_before_reviews_and_goes_when_its_code_is_sent()
    {
        await story.SubmitAsync("unknown-counts");
        var stray = new InboundMessage(Channel.Sms, "SMstray", "+12035550999", "board", null, "Who are you? My case is 123-45-6789",
            story.Now);
        await story.Service<Receive>().ReceiveAsync(stray);
        var (question, _) = await story.Service<Matters>().RaiseAsync(TodoKinds.Question, stray.Id, story.Now);

        var things = await TodoAsync();

        Assert.Equal(["holding-pen", "question"], things.Take(2).Select(t => Text(t, "what")));
        Assert.Contains(things.Skip(2), t => Text(t, "reviewId") == story.Id && Text(t, "title").Length > 0);
        Assert.All(things, t => Assert.All(Told, name => Assert.NotEmpty(Text(t, name))));

        var read = await AskAsync(HttpMethod.Get, Text(things[1], "link"));
        Assert.StartsWith("Who are you?", Text(read.Body, "text"), StringComparison.Ordinal);
        Assert.DoesNotContain("6789", read.Text, StringComparison.Ordinal);
        Assert.Contains((await AskAsync(HttpMethod.Get, "/api/views?month=2027-01", null, "auditor")).Body["views"]!
            .AsArray(), v => Text(v!, "screen") == "matter");

        Assert.Equal(HttpStatusCode.BadRequest, (await DoneAsync(question.Id, "I called her and she said")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await DoneAsync(question.Id, "nobody-answered")).Status);
        Assert.Contains(await TodoAsync(), t => Text(t, "what") == "question");
        Assert.Equal(HttpStatusCode.NoContent, (await DoneAsync(question.Id, "done")).Status);
        Assert.DoesNotContain(await TodoAsync(), t => Text(t, "what") == "question");
        Assert.Equal(HttpStatusCode.Conflict, (await DoneAsync(question.Id, "done")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await DoneAsync("a-000000000000", "done")).Status);
    }

    private async Task<IReadOnlyList<JsonNode>> TodoAsync() =>
        [.. (await AskAsync(HttpMethod.Get, "/api/todo")).Body["things"]!.AsArray().Select(t => t!)];

    private Task<ApiAnswer> DoneAsync(string id, string code) =>
        AskAsync(HttpMethod.Post, $"/api/matters/{id}/done", new() { ["done"] = code });

    private Task<ApiAnswer> AskAsync(HttpMethod method, string path, JsonObject? body = null, string who = "coordinator") =>
        http.AskAsync(method, path, story.Key(who), body);

    private static string Text(JsonNode node, string name) => node[name]?.GetValue<string>() ?? "";
}
