using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>Gray (m-07, texts only) and Harlow (m-08, texts and email) share one phone. Two reviews ask them at the same time.</summary>
public sealed class SistersPhoneTests
{
    private const string Gray = "m-07";
    private const string Harlow = "m-08";

    [Fact]
    public async Task Two_sisters_on_one_phone_are_asked_in_turn_and_when_one_says_stop_neither_is_lost()
    {
        await using var story = await BeginAsync(policy: Rules with { PanelSize = 1, Alternates = 0 });
        foreach (var member in await story.Service<BoardStore>().MembersAsync())
        {
            if (member.Id is not (Gray or Harlow))
                await story.ChangeAsync(member.Id, m => m with { State = MemberState.Left });
        }
        await story.ChangeAsync(Harlow, m => m with { Channels = [Channel.Sms, Channel.Email], Experiences = ["custody"] });

        // Two agencies ask, each one sister. On the phone there is one question; the other waits.
        var first = await story.SubmitAsync(key: "first");
        await story.ReleaseTextsAsync();
        var second = await story.SubmitAsync(key: "second");
        await story.ReleaseTextsAsync();
        var one = Assert.Single((await story.StateAsync(first)).Invitations).MemberId;
        var other = Assert.Single((await story.StateAsync(second)).Invitations).MemberId;
        Assert.Equal([Gray, Harlow], new[] { one, other }.Order());
        Assert.Equal(["invitation"], story.PurposesTo(one, first));
        Assert.Empty(story.PurposesTo(other, second));
        var question = Assert.Single(await story.SentToAsync(one));

        // The one who is asked answers; only then does the other's question come, on the same phone.
        await story.AdvanceAsync(TimeSpan.FromMinutes(10));
        story.Follow(first);
        await story.AnswersAsync(one, "2 only if names are removed", "sms");
        Assert.Equal((one, 2), Assert.Single((await story.StateAsync(first)).Replies.Select(r => (r.MemberId, r.Choice!.Value))));
        Assert.Equal(["invitation"], story.PurposesTo(other, second));
        var onThePhone = await story.SentToAsync(one);
        Assert.Equal(4, onThePhone.Count);
        Assert.Equal(2, onThePhone.Count(m => m.Text.StartsWith(question.Text[..40], StringComparison.Ordinal)));

        // Before the other answers, somebody on the phone says stop. Nobody knows who, so texts end for both, with one
        // confirmation; nothing that was said is lost, and a person is told.
        await story.AdvanceAsync(TimeSpan.FromMinutes(10));
        await story.SaysAsync(one, "STOP please", "sms");
        Assert.False((await story.MemberAsync(Gray)).Consents(Channel.Sms));
        Assert.False((await story.MemberAsync(Harlow)).Consents(Channel.Sms));
        Assert.True((await story.MemberAsync(Harlow)).Consents(Channel.Email));
        Assert.Equal(5, (await story.SentToAsync(one)).Count);
        Assert.Contains("several members", Assert.Single(await story.Service<HoldingPen>().ReadAsync()).Because, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single((await story.StateAsync(first)).Replies).Choice);

        // Harlow has an inbox of her own: she is told there, and if the open question was hers it is asked there too.
        var inbox = await story.SentToAsync(Harlow, "email");
        Assert.Contains(inbox, m => m.Text.Contains("stop texts to a phone", StringComparison.Ordinal));
        if (other == Harlow)
        {
            var code = (await story.StateAsync(second)).Invitations[0].Code;
            Assert.Contains(inbox, m => m.Subject?.Contains(code, StringComparison.Ordinal) == true);
            await story.SaysAsync(Harlow, "3 nobody asked us first", "email");
            Assert.Equal((Harlow, 3), Assert.Single((await story.StateAsync(second)).Replies.Select(r => (r.MemberId, r.Choice!.Value))));
        }

        // Days go by: the phone stays silent whatever falls due. Only a person on it can open it again, for herself and not
        // for her sister: nobody can tell which of them wrote, so the coordinator asks.
        await story.AdvanceAsync(TimeSpan.FromDays(6));
        Assert.Equal(5, (await story.SentToAsync(one)).Count);
        await story.SaysAsync(one, "START", "sms");
        var asks = Assert.Single((await story.SentToAsync(one)).Skip(5)).Text;
        Assert.Contains("More than one of you uses this phone", asks, StringComparison.Ordinal);
        Assert.Contains("Reply START and your own code, or call Alex Rivera, 860-555-0100.", asks, StringComparison.Ordinal);
        Assert.Contains(await story.Service<HoldingPen>()
            .ReadAsync(), m => m.Because.StartsWith("START on a phone", StringComparison.Ordinal));
        Assert.False((await story.MemberAsync(Gray)).Consents(Channel.Sms));
        Assert.False((await story.MemberAsync(Harlow)).Consents(Channel.Sms));

        // Gray says on the phone that it was her.
        var consent = new JsonObject { ["channel"] = "sms", ["state"] = "given", ["textVersion"] = "call/1", ["how"] = "phone call" };
        Assert.True((await story.AskAsync(HttpMethod.Post, $"/api/members/{Gray}/consent", "coordinator", consent)).Status
            is HttpStatusCode.OK);
        Assert.True((await story.MemberAsync(Gray)).Consents(Channel.Sms));
        Assert.False((await story.MemberAsync(Harlow)).Consents(Channel.Sms));
        Assert.Single((await story.StateAsync(first)).Replies);
    }

    [Fact]
    public async Task A_start_with_a_code_brings_back_whose_code_it_is_and_one_without_asks_whoever_s_question_is_open()
    {
        await using var story = await BeginAsync(policy: Rules with { PanelSize = 1, Alternates = 0 });
        foreach (var member in await story.Service<BoardStore>().MembersAsync())
        {
            if (member.Id is not Gray)
                await story.ChangeAsync(member.Id, m => m with { State = member.Id is Harlow ? MemberState.Paused : MemberState.Left });
        }
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        Assert.Equal(Gray, Assert.Single((await story.StateAsync()).Invitations).MemberId);
        var codes = story.Service<MemberCodes>();
        await codes.SetAsync(Gray, "4821");
        await codes.SetAsync(Harlow, "59320");
        // The provider says that the number had stopped; the question is still the one open there.
        foreach (var sister in new[] { Gray, Harlow })
            await story.Service<BoardStore>()
                .RecordConsentAsync(sister, new(Channel.Sms, ConsentState.Withdrawn, story.Now, "provider", "refused by the provider"));
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));

        // Nobody can tell who wrote, although Gray's question is open: Harlow may have said no.
        await story.SaysAsync(Gray, "START", "sms");
        Assert.Equal((false, false), await ConsentAsync());
        var pen = story.Service<HoldingPen>();
        Assert.Single(await pen.ReadAsync());

        // A wrong code is nobody's; asked who it is, the code alone will do. It lies nowhere afterwards, and the matter is done.
        var wrong = await SendAsync(story, Gray, "START 1111");
        Assert.Equal((false, false), await ConsentAsync());
        var right = await SendAsync(story, Gray, "my code is 59320");
        Assert.Equal((false, true), await ConsentAsync());
        Assert.Contains("You will get our questions by text again", (await story.SentToAsync(Gray))[^1].Text, StringComparison.Ordinal);
        var inbox = story.Service<InboundStore>();
        foreach (var id in new[] { wrong, right })
            Assert.DoesNotContain((await inbox.ReadAsync(id))!.Message.Text, char.IsAsciiDigit);
        Assert.Empty(await pen.ReadAsync());

        // The other one comes back by hers, and no code was taken for an answer.
        await story.SaysAsync(Gray, "Start. My code is 4821", "sms");
        Assert.Equal((true, true), await ConsentAsync());
        Assert.Empty((await story.StateAsync()).Replies);

        async Task<(bool Gray, bool Harlow)> ConsentAsync() =>
            ((await story.MemberAsync(Gray)).Consents(Channel.Sms), (await story.MemberAsync(Harlow)).Consents(Channel.Sms));
    }

    [Fact]
    public async Task Guesses_at_a_sister_s_code_run_out()
    {
        await using var story = await BeginAsync();
        foreach (var sister in new[] { Gray, Harlow })
            await story.Service<BoardStore>()
                .RecordConsentAsync(sister, new(Channel.Sms, ConsentState.Withdrawn, story.Now, "keyword", "sms"));
        await story.Service<MemberCodes>().SetAsync(Harlow, "4821");
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        for (var guess = 0; guess < MemberCodes.Tries; guess++)
            await story.SaysAsync(Gray, $"START 111{guess}", "sms");

        await story.SaysAsync(Gray, "START 4821", "sms");
        Assert.False((await story.MemberAsync(Harlow)).Consents(Channel.Sms));
        await story.AdvanceAsync(MemberCodes.FirstLock);
        await story.SaysAsync(Gray, "START 4821", "sms");
        Assert.True((await story.MemberAsync(Harlow)).Consents(Channel.Sms));
        Assert.False((await story.MemberAsync(Gray)).Consents(Channel.Sms));
    }

    [Fact]
    public async Task Who_uses_a_phone_alone_comes_back_by_start_with_a_code_too_and_the_code_lies_nowhere()
    {
        await using var story = await BeginAsync();
        await story.Service<BoardStore>().RecordConsentAsync("m-09", new(Channel.Sms, ConsentState.Withdrawn, story.Now, "keyword", "sms"));
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        var id = await SendAsync(story, "m-09", "START 4821");
        Assert.True((await story.MemberAsync("m-09")).Consents(Channel.Sms));
        Assert.DoesNotContain((await story.Service<InboundStore>().ReadAsync(id))!.Message.Text, char.IsAsciiDigit);
    }

    /// <summary>A text from a phone; the id under which it is stored.</summary>
    private static async Task<string> SendAsync(ReviewStory story, string member, string text)
    {
        var sent = await story.AskAsync(HttpMethod.Post, $"/sim/{member}/sms", null, new JsonObject { ["text"] = text });
        await story.SettleAsync();
        return sent.Body["inbound"]!.GetValue<string>();
    }
}
