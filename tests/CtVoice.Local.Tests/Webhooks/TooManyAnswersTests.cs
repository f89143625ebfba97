using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Webhooks;

/// <summary>A phone that never stops: every message is kept, twenty are answered, and the coordinator reads of it once a day.</summary>
public sealed class TooManyAnswersTests
{
    [Fact]
    public async Task What_is_too_much_is_one_line_for_the_coordinator_a_day_and_every_message_is_kept()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];
        var phone = await provider.PhoneOfAsync(member);
        var before = (await story.SentToAsync(member)).Count;

        await TextAsync(provider, phone, 1, 30);

        Assert.Equal(before + 20, (await story.SentToAsync(member)).Count);
        var penned = Assert.Single(await provider.PenAsync());
        Assert.Equal("sms|" + Sid(21), penned.InboundId);
        Assert.Contains("Too many answers", penned.Because, StringComparison.Ordinal);
        Assert.Contains("9 more of that day", penned.Because, StringComparison.Ordinal);
        for (var n = 1; n <= 30; n++)
            Assert.Equal(InboundPlace.Accepted, (await provider.StoredAsync("sms|" + Sid(n)))!.Outcome!.Place);
        Assert.Equal(30, Assert.Single((await story.StateAsync()).Replies).Pieces.Count);
        // Delivered again, nothing is counted twice.
        await TextAsync(provider, phone, 30, 30);
        Assert.Contains("9 more of that day", Assert.Single(await provider.PenAsync()).Because, StringComparison.Ordinal);

        await story.AdvanceAsync(TimeSpan.FromDays(1));
        await TextAsync(provider, phone, 31, 52);
        Assert.Equal(["sms|" + Sid(51), "sms|" + Sid(21)], (await provider.PenAsync()).Select(p => p.InboundId));
        await story.Service<HoldingPen>().RemoveAsync("sms|" + Sid(51));
        Assert.Equal("sms|" + Sid(21), Assert.Single(await provider.PenAsync()).InboundId);
    }

    [Fact]
    public async Task Threads_of_one_member_share_the_line()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var invitation = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email);
        await story.Service<ReplyAddress>()
            .NoteAsync("OTHER77", new CodedQuestion(QuestionSource.Review(story.Id), invitation.MemberId, FollowUpKind.ReadBack));
        foreach (var code in new[] { invitation.Code, "OTHER77" })
        {
            for (var n = 1; n <= 22; n++)
                await AnsweredMailTests.AnswerAsync(provider, $"Subject: Re: [{code}]",
                    string.Create(CultureInfo.InvariantCulture, $"2 and more {n}"));
        }
        Assert.Contains("3 more of that day", Assert.Single(await provider.PenAsync()).Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_and_stop_are_answered_all_the_same()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];
        var phone = await provider.PhoneOfAsync(member);
        await TextAsync(provider, phone, 1, 21);
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));

        using var danger = await provider.TwilioAsync(Sms(Sid(40), phone, "I want to kill myself"));
        Assert.Contains("988", (await story.SentToAsync(member))[^1].Text, StringComparison.Ordinal);
        Assert.Equal(TodoKinds.Acute, Assert.Single(await story.Service<Matters>().OpenAsync()).Kind);
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        using var stop = await provider.TwilioAsync(Sms(Sid(41), phone, "STOP"));
        Assert.Contains("no more texts", (await story.SentToAsync(member))[^1].Text, StringComparison.Ordinal);
        Assert.False((await story.MemberAsync(member)).Consents(Channel.Sms));
    }

    [Fact]
    public async Task A_follow_up_takes_two_hundred_messages_of_a_member_and_a_person_looks_at_the_rest()
    {
        await using var story = await ReadBackTests.ReadBackAsync("m-09", "m-19");
        using var provider = new Provider(story);
        await TextAsync(provider, await provider.PhoneOfAsync("m-09"), 1, 202);

        var said = (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!;
        Assert.Equal(200, said.Pieces.Count);
        Assert.Equal(2, (await provider.PenAsync()).Count(p => p.Because.Contains("so often", StringComparison.Ordinal)));
        Assert.Equal(InboundPlace.Unmatched, (await provider.StoredAsync("sms|" + Sid(201)))!.Outcome!.Place);
    }

    private static async Task TextAsync(Provider provider, string phone, int from, int to)
    {
        for (var n = from; n <= to; n++)
        {
            using var response = await provider.TwilioAsync(Sms(Sid(n), phone, "2 more"));
            Taken(response);
        }
    }
}
