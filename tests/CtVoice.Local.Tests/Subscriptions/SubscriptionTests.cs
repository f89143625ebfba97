using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Subscriptions;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Reviews;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Subscriptions;

/// <summary>What agencies are told by HTTP, and what happens when they do not listen.</summary>
public sealed class SubscriptionTests : IAsyncLifetime, IDisposable
{
    private readonly Listener listener = new();
    private readonly HttpClient http = new();
    private ReviewStory story = null!;

    public async Task InitializeAsync()
    {
        story = await ReviewStory.BeginAsync(change: services => services.AddSingleton<IEventSender>(listener));
        http.BaseAddress = story.Url;
    }

    public async Task DisposeAsync() => await story.DisposeAsync();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task An_agency_is_told_what_happens_to_its_reviews_and_no_other_agency_is()
    {
        var (_, secret) = await SubscribeAsync("DSS");
        await SubscribeAsync("OEC");

        await story.SubmitAsync();
        await story.ReleaseTextsAsync();

        Assert.Equal(["ctvoice.review.submitted", "ctvoice.review.opened"], listener.Taken.Select(TypeOf));
        foreach (var told in listener.Taken)
        {
            Assert.Equal($"v1,{Signature(secret, told)}", told.Signature);
            var body = JsonNode.Parse(told.Body)!;
            Assert.Equal(("1.0", told.Id, story.Id, $"/api/reviews/{story.Id}"),
                (Text(body["specversion"]), Text(body["id"]), Text(body["subject"]), Text(body["source"])));
        }
        Assert.Equal(2, listener.Taken.Select(t => t.Id).Distinct().Count());
    }

    [Fact]
    public async Task Nothing_that_is_told_says_anything_of_a_member()
    {
        await SubscribeAsync("DSS");
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        foreach (var member in await story.TextersAsync())
            await story.SaysAsync(member, "2 quetzal");
        await story.CoordinatorAsync("replies/1/release", new() { ["text"] = "Take names out." });
        await story.AdvanceAsync(TimeSpan.FromDays(60));

        Assert.Contains("ctvoice.answer.overdue", listener.Taken.Select(TypeOf));
        var told = string.Concat(listener.Taken.Select(t => t.Body));
        var members = (await story.Service<BoardStore>().MembersAsync()).Select(m => $"\"{m.Id}\"");
        Assert.All(members.Concat(["quetzal", "pseudonym", "channel", "language", "Take names out"]),
            word => Assert.DoesNotContain(word, told, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(listener.Taken.Count, listener.Taken.Select(t => t.Id).Distinct().Count());
    }

    [Fact]
    public async Task Only_the_types_that_were_asked_for_are_told_and_nothing_from_before()
    {
        await story.SubmitAsync();
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await SubscribeAsync("DSS", "ctvoice.review.cancelled", "ctvoice.review.submitted");

        await story.ReleaseTextsAsync();
        await story.CoordinatorAsync("cancel", new() { ["reason"] = "Withdrawn." });

        Assert.Equal(["ctvoice.review.cancelled"], listener.Taken.Select(TypeOf));
    }

    [Fact]
    public async Task A_failed_event_is_tried_again_until_the_subscription_is_disabled_and_can_be_replayed()
    {
        var (id, _) = await SubscribeAsync("DSS");
        var start = story.Now;
        listener.Answer = new(EventAnswerKind.Refused, "HTTP 500");
        await story.SubmitAsync();

        await story.AdvanceAsync(TimeSpan.FromSeconds(29));
        Assert.Single(listener.Sent);
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, listener.Sent.Count);
        await story.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Equal(EventOutbox.Waits.Count + 1, listener.Sent.Count(s => TypeOf(s) == "ctvoice.review.submitted"));
        Assert.NotNull((await story.Service<SubscriptionStore>().GetAsync(id))!.DisabledAt);
        Assert.Contains("webhook-disabled", await TodoAsync());

        listener.Answer = new(EventAnswerKind.Taken, "HTTP 204");
        await PostAsync("DSS", $"{id}/enable");
        Assert.DoesNotContain("webhook-disabled", await TodoAsync());
        await PostAsync("DSS", $"{id}/replay", new() { ["from"] = start });
        await story.SettleAsync();

        Assert.Equal($"{story.Id}-project-submitted-1", listener.Taken[0].Id);
    }

    [Fact]
    public async Task An_address_that_is_gone_is_asked_once()
    {
        var (id, _) = await SubscribeAsync("DSS");
        listener.Answer = new(EventAnswerKind.Gone, "HTTP 410");
        await story.SubmitAsync();
        await story.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Single(listener.Sent);
        Assert.Contains("410", (await story.Service<SubscriptionStore>().GetAsync(id))!.DisabledBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_a_day_both_secrets_sign()
    {
        var (id, old) = await SubscribeAsync("DSS");
        var renewed = Text((await PostAsync("DSS", $"{id}/secret"))["secret"])!;
        Assert.NotEqual(old, renewed);

        await PostAsync("DSS", $"{id}/test");
        await story.SettleAsync();
        var both = listener.Taken.Single();
        Assert.Equal($"v1,{Signature(renewed, both)} v1,{Signature(old, both)}", both.Signature);

        await story.AdvanceAsync(Subscription.Overlap);
        await PostAsync("DSS", $"{id}/test");
        await story.SettleAsync();
        Assert.Equal($"v1,{Signature(renewed, listener.Taken[1])}", listener.Taken[1].Signature);
    }

    [Fact]
    public async Task After_the_end_of_a_subscription_nothing_leaves()
    {
        var (id, _) = await SubscribeAsync("DSS");
        Assert.Equal(HttpStatusCode.NoContent,
            (await http.AskAsync(HttpMethod.Delete, $"/api/subscriptions/{id}", story.Key("DSS"))).Status);

        await story.SubmitAsync();

        Assert.Empty(listener.Sent);
    }

    [Theory]
    [InlineData("http://hooks.example.org/x")]
    [InlineData("https://user:word@hooks.example.org/x")]
    [InlineData("https://10.1.2.3/x")]
    [InlineData("https://[::1]/x")]
    [InlineData("https://[::ffff:169.254.169.254]/x")]
    [InlineData("https://intranet/x")]
    [InlineData("/x")]
    public async Task An_address_that_is_not_of_the_open_internet_is_refused(string url)
    {
        var (status, body) = await SendAsync("DSS", "", new() { ["url"] = url });

        Assert.Equal((HttpStatusCode.BadRequest, "/url"), (status, Text(body["faults"]![0]!["pointer"])));
    }

    private async Task<(string Id, string Secret)> SubscribeAsync(string agency, params string[] types)
    {
        var (status, body) =
            await SendAsync(agency, "", new()
            { ["url"] = "https://hooks.example.org/x", ["types"] = new JsonArray([.. types.Select(t => (JsonNode)t)]) });
        Assert.True(status is HttpStatusCode.Created, body.ToJsonString());
        return (Text(body["subscription"]!["id"])!, Text(body["secret"])!);
    }

    private async Task<JsonNode> PostAsync(string who, string what, JsonObject? body = null)
    {
        var (status, answer) = await SendAsync(who, "/" + what, body);
        Assert.True((int)status < 300, answer.ToJsonString());
        return answer;
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(string who, string path, JsonObject? body)
    {
        var answer = await http.AskAsync(HttpMethod.Post, "/api/subscriptions" + path, story.Key(who), body);
        return (answer.Status, answer.Body);
    }

    private async Task<IReadOnlyList<string?>> TodoAsync()
    {
        var todo = await http.AskAsync(HttpMethod.Get, "/api/todo", story.Key("coordinator"));
        return [.. todo.Body["things"]!.AsArray().Select(t => Text(t!["what"]))];
    }

    /// <summary>What a subscriber computes, from the words of Standard Webhooks alone.</summary>
    private static string Signature(string secret, OutgoingEvent told) => Convert.ToBase64String(HMACSHA256.HashData(
        Convert.FromBase64String(secret["whsec_".Length..]),
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{told.Id}.{told.Timestamp}.{told.Body}"))));

    private static string? TypeOf(OutgoingEvent told) => Text(JsonNode.Parse(told.Body)!["type"]);

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    /// <summary>A subscriber that answers as it is told to.</summary>
    private sealed class Listener : IEventSender
    {
        public List<OutgoingEvent> Sent { get; } = [];

        public List<OutgoingEvent> Taken { get; } = [];

        public EventAnswer Answer { get; set; } = new(EventAnswerKind.Taken, "HTTP 204");

        public Task<EventAnswer> SendAsync(OutgoingEvent outgoing, CancellationToken cancellationToken = default)
        {
            Sent.Add(outgoing);
            if (Answer.Kind is EventAnswerKind.Taken)
                Taken.Add(outgoing);
            return Task.FromResult(Answer);
        }
    }
}
