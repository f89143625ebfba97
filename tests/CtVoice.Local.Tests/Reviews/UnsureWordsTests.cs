using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Webhooks;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>
/// Words in a mail that may be somebody else's: kept, named, read for no option and no wish, and neither released nor drafted from until a
/// person has written out what is the resident's own.
/// </summary>
public sealed class UnsureWordsTests
{
    private const string Attribution = "On Mon, Jan 11, 2027 at 9:32 AM Resident Advisory Board <board@example.org> wrote:";

    [Fact]
    public async Task Words_in_doubt_pick_take_back_and_end_nothing_and_leave_only_once_a_person_has_trimmed_them()
    {
        await using var story = await ReviewStory.AskedAsync(policy: ReviewStory.Rules with { Quorum = 1 });
        using var provider = new Provider(story);
        var invitation = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email);
        await MailAsync(provider, invitation.Code, "own", "1 yes");
        await MailAsync(provider, invitation.Code, "typed", "Print every letter bigger, please.\n--\nbut only on paper\n");
        await MailAsync(
            provider, invitation.Code, "quoted", Attribution
                + "\n\nTake my answer back. 2.\n\nThe names of the children should stay out of it.\n");
        await MailAsync(provider, invitation.Code, "stop", Attribution + "\n\nStop writing to me.\n");

        // Nothing that may be quoted takes back, changes or ends anything; all of it is kept.
        var reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal((1, false, 4), (reply.Choice, reply.Withdrawn, reply.Pieces.Count));
        Assert.Equal(["unsure"], reply.HeldBecause);
        Assert.True((await story.MemberAsync(invitation.MemberId)).Consents(Channel.Email));

        await story.AdvanceToAsync(ReviewStory.Eastern(2027, 1, 27, 9, 30));
        var seen = (await story.AskAsync(HttpMethod.Get, $"/api/reviews/{story.Id}/replies", "coordinator")).Body[0]!;
        Assert.Contains("unsure", seen["flags"]!.AsArray().Select(f => f!.GetValue<string>()));
        Assert.Contains("names of the children", seen["unsure"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("names of the children", seen["words"]!.ToJsonString(), StringComparison.Ordinal);
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");
        await browser.OpenReviewAsync("replies");
        Assert.Contains("may be somebody else’s words", browser.Words, StringComparison.Ordinal);

        var draft = new JsonObject { ["text"] = "Take out names.", ["from"] = Editor.Numbers(1), ["addressee"] = "DSS" };
        var untrimmed = await story.AskAsync(HttpMethod.Post, $"/api/reviews/{story.Id}/drafts", "coordinator", Copy(draft));
        Assert.Equal(HttpStatusCode.BadRequest, untrimmed.Status);
        Assert.Contains("may be somebody else", untrimmed.Text, StringComparison.Ordinal);
        var asWritten = await ReleaseAsync(story, new() { ["for"] = "agency" });
        Assert.Equal(HttpStatusCode.BadRequest, asWritten.Status);
        Assert.Contains("leave out the rest", asWritten.Text, StringComparison.Ordinal);

        var preview = (await story.AskAsync(HttpMethod.Get, $"/api/reviews/{story.Id}/preview", "coordinator")).Body;
        var trimmed = preview.AsArray().Single(t => t!["name"]!.GetValue<string>() == "reply-1")!["trimmed"]!.GetValue<string>();
        Assert.DoesNotContain("children", trimmed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ReleaseAsync(story, new() { ["for"] = "agency", ["text"] = trimmed })).Status);

        var state = await story.StateAsync();
        // What is left is in the words in which it came.
        Assert.Equal(WordsDecision.Released, DecidingWords.On(state, state.Replies[0]));
        Assert.Equal(HttpStatusCode.Created,
            (await story.AskAsync(HttpMethod.Post, $"/api/reviews/{story.Id}/drafts", "coordinator", draft)).Status);
    }

    private static Task<ApiAnswer> ReleaseAsync(ReviewStory story, JsonObject body) =>
        story.AskAsync(HttpMethod.Post, $"/api/reviews/{story.Id}/preview/reply-1/release", "coordinator", body);

    private static JsonObject Copy(JsonObject body) => body.DeepClone().AsObject();

    private static async Task MailAsync(Provider provider, string code, string id, string text)
    {
        using var response = await provider.MailAsync(
            ("headers", $"Message-ID: <{id}@example.org>\nFrom: a@example.org\nIn-Reply-To: <x@example.org>\n"),
            ("to", $"reply+{code}@reply.example.org"), ("text", text));
        Taken(response);
    }
}
