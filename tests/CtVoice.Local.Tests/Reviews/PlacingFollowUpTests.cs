using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Local.Tests.Webhooks;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>A mail that says nowhere what it answers may answer what came after the review's own questions.</summary>
public sealed class PlacingFollowUpTests
{
    [Theory]
    [InlineData(FollowUpKind.ReadBack, "read-back", "read-back-answered")]
    [InlineData(FollowUpKind.Satisfaction, "satisfaction", "satisfaction-voted")]
    public async Task A_penned_mail_is_offered_for_the_open_follow_up_and_placed_with_one_action(FollowUpKind kind, string name,
        string entry)
    {
        await using var story = kind is FollowUpKind.ReadBack
            ? await ReadBackTests.ReadBackAsync("m-09", "m-19")
            : await SatisfactionStoryTests.ToldAsync("m-09", "m-19");
        using var provider = new Provider(story);
        using var editor = new Editor(story);
        var replies = (await story.StateAsync()).Replies.Sum(r => r.Pieces.Count);
        await MailAsync(story, provider, "2 I said dates too");

        var penned = Assert.Single((await editor.GetAsync("/api/holding-pen")).Body!.AsArray())!;
        var candidate = Assert.Single(penned["candidates"]!.AsArray(), c => c!["followUp"] is not null)!;
        Assert.Equal((story.Id, "m-09", name),
            (candidate["reviewId"]!.GetValue<string>(), candidate["memberId"]!.GetValue<string>(), candidate["followUp"]!
                .GetValue<string>()));
        // A review that asks nothing more is offered for nothing else.
        Assert.Equal((await story.StateAsync()).Over ? 1 : 2, penned["candidates"]!.AsArray().Count);

        var move = $"/api/holding-pen/{Uri.EscapeDataString(penned["id"]!.GetValue<string>())}/move";
        var both = candidate.DeepClone().AsObject();
        both["question"] = 1;
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostAsync(move, both)).Status);
        var placed = (await Editor.Done(editor.PostAsync(move, candidate.DeepClone().AsObject()))).Body!;
        Assert.Equal((name, false), (placed["followUp"]!.GetValue<string>(), placed["late"]!.GetValue<bool>()));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.PostAsync(move, candidate.DeepClone().AsObject())).Status);

        var review = await story.StateAsync();
        var said = review.FollowUpOf("m-09", kind)!;
        Assert.Equal(2, said.Choice);
        Assert.Equal("2 I said dates too", await story.Service<ReviewStore>()
            .ReadContentAsync(story.Id, Assert.Single(said.Pieces).Content!));
        Assert.Equal(replies, review.Replies.Sum(r => r.Pieces.Count));
        Assert.NotNull((await story.LedgerAsync(entry))[^1].Fact("placedBy"));
        Assert.Equal(InboundPlace.Accepted, (await provider.StoredAsync(penned["id"]!.GetValue<string>()))!.Outcome!.Place);
        Assert.Empty(await provider.PenAsync());
        Assert.Empty((await story.Service<ReviewStore>().VerifyAsync(story.Id))!);
    }

    [Fact]
    public async Task What_was_not_asked_or_is_over_is_neither_offered_nor_taken()
    {
        await using var story = await ReadBackTests.ReadBackAsync("m-09", "m-19");
        using var provider = new Provider(story);
        using var editor = new Editor(story);
        await MailAsync(story, provider, "3");
        var id = Uri.EscapeDataString(Assert.Single(await provider.PenAsync()).InboundId);
        Assert.Equal(HttpStatusCode.Conflict, (await editor.PostAsync($"/api/holding-pen/{id}/move", Placing("satisfaction"))).Status);
        Assert.Single(await provider.PenAsync());

        await story.AdvanceAsync(TimeSpan.FromDays(4));
        Assert.NotNull((await story.StateAsync()).Report);
        var penned = Assert.Single((await editor.GetAsync("/api/holding-pen")).Body!.AsArray())!;
        Assert.DoesNotContain(penned["candidates"]!.AsArray(), c => c!["followUp"] is not null);
        // It was received in time, and whoever places it late need not know that.
        var placed = (await Editor.Done(editor.PostAsync($"/api/holding-pen/{id}/move", Placing("read-back")))).Body!;
        Assert.False(placed["late"]!.GetValue<bool>());

        JsonObject Placing(string kind) => new() { ["reviewId"] = story.Id, ["memberId"] = "m-09", ["followUp"] = kind };
    }

    [Fact]
    public async Task What_to_say_to_somebody_in_danger_comes_back_with_a_dictated_follow_up()
    {
        await using var story = await ReadBackTests.ReadBackAsync("m-09", "m-19");
        using var editor = new Editor(story);
        JsonObject Spoken(string words) =>
            new() { ["memberId"] = "m-09", ["kind"] = "read-back", ["choice"] = 2, ["words"] = words, ["readBack"] = true };

        var calm = (await Editor.Done(editor.PostAsync("follow-ups/dictated", Spoken("Not only names.")))).Body!;
        Assert.Null(calm["say"]);
        Assert.Empty(calm["flags"]!.AsArray());
        Assert.Equal(story.Id, calm["review"]!["id"]!.GetValue<string>());
        var danger = (await Editor.Done(editor.PostAsync("follow-ups/dictated", Spoken("I want to kill myself.")))).Body!;
        Assert.Equal("acute", Assert.Single(danger["flags"]!.AsArray())!.GetValue<string>());
        Assert.Contains("988", danger["say"]!.GetValue<string>(), StringComparison.Ordinal);
        var own = (await Editor.Done(
            editor.PostAsync("follow-ups/dictated", Spoken("When do I get my food stamps? They cut my benefits.")))).Body!;
        Assert.Contains("Alex Rivera, 860-555-0100", own["say"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain(await story.SentToAsync("m-09"), m => m.Text.Contains("988", StringComparison.Ordinal));

        // Also when the words belong nowhere: the member is on the phone.
        var stranger = Spoken("I want to kill myself.");
        stranger["memberId"] = "m-18";
        var nowhere = await editor.PostAsync("follow-ups/dictated", stranger);
        Assert.Equal(HttpStatusCode.Conflict, nowhere.Status);
        Assert.Contains("988", nowhere.Body!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    /// <summary>A mail from the member's own address that says nowhere what it answers.</summary>
    private static async Task MailAsync(ReviewStory story, Provider provider, string text)
    {
        var address = (await story.Service<ContactStore>().ForSendingAsync("m-09"))!.Email!;
        using var response = await provider.MailAsync(
            ("headers", $"Message-ID: <lost@example.org>\nFrom: {address}\n"), ("from", address), ("to", "board@reply.example.org"),
            ("subject", "the board"), ("text", text));
        Taken(response);
        await story.SettleAsync();
    }
}
