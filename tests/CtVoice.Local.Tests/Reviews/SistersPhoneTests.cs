using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
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
        Assert.Contains("More than one of you uses this phone", Assert.Single((await story.SentToAsync(one)).Skip(5)).Text, StringComparison.Ordinal);
        Assert.Contains(await story.Service<HoldingPen>().ReadAsync(), m => m.Because.StartsWith("START on a phone", StringComparison.Ordinal));
        Assert.False((await story.MemberAsync(Gray)).Consents(Channel.Sms));
        Assert.False((await story.MemberAsync(Harlow)).Consents(Channel.Sms));

        // Gray says on the phone that it was her.
        var consent = new JsonObject { ["channel"] = "sms", ["state"] = "given", ["textVersion"] = "call/1", ["how"] = "phone call" };
        Assert.True((await story.AskAsync(HttpMethod.Post, $"/api/members/{Gray}/consent", "coordinator", consent)).Status is HttpStatusCode.OK);
        Assert.True((await story.MemberAsync(Gray)).Consents(Channel.Sms));
        Assert.False((await story.MemberAsync(Harlow)).Consents(Channel.Sms));
        Assert.Single((await story.StateAsync(first)).Replies);
    }

    [Fact]
    public async Task A_start_while_a_sister_s_question_is_open_brings_back_her_alone()
    {
        await using var story = await BeginAsync(policy: Rules with { PanelSize = 1, Alternates = 0 });
        foreach (var member in await story.Service<BoardStore>().MembersAsync())
        {
            if (member.Id is not Gray)
                await story.ChangeAsync(member.Id, m => m with { State = member.Id is Harlow ? MemberState.Paused : MemberState.Left });
        }
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        var asked = Assert.Single((await story.StateAsync()).Invitations).MemberId;
        // The provider says that the number had stopped; the question is still the one open there.
        foreach (var sister in new[] { Gray, Harlow })
            await story.Service<BoardStore>().RecordConsentAsync(sister, new(Channel.Sms, ConsentState.Withdrawn, story.Now, "provider", "refused by the provider"));

        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync(asked, "START", "sms");

        Assert.True((await story.MemberAsync(asked)).Consents(Channel.Sms));
        Assert.False((await story.MemberAsync(asked == Gray ? Harlow : Gray)).Consents(Channel.Sms));
    }
}
