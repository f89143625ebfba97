using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Webhooks;

/// <summary>What a mail or a text answers, strongest sign first: its reply address, the code in its subject,
/// the one open question of its phone; else a person is asked.</summary>
public sealed class CorrelationTests
{
    [Fact]
    public async Task Reply_address_outweighs_the_code_in_the_subject_and_the_sender_proves_nothing()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var (one, other) = await TwoAsync(story);

        using var response = await provider.MailAsync(
            ("headers", $"Message-ID: <1@example.org>\nFrom: {await AddressAsync(story, other)}\nSubject: Re: A question [{other.Code}]\n"),
            ("envelope", $$"""{"to":["reply+{{one.Code}}@reply.example.org"]}"""), ("text", "2"));

        Taken(response);
        Assert.Equal(one.MemberId, Assert.Single((await story.StateAsync()).Replies).MemberId);
    }

    [Fact]
    public async Task Code_in_the_subject_is_enough_when_a_program_ignored_the_reply_address()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var (one, _) = await TwoAsync(story);

        using var response = await provider.MailAsync(
            ("headers", $"Message-ID: <2@example.org>\nFrom: anybody@example.com\nSubject: AW: RE: A question [{one.Code}]\n"),
            ("to", "board@example.org"), ("text", "3 no"));

        Taken(response);
        Assert.Equal((one.MemberId, 3), Assert.Single((await story.StateAsync()).Replies.Select(r => (r.MemberId, r.Choice!.Value))));
    }

    [Fact]
    public async Task Mail_from_a_members_own_address_without_a_sign_goes_to_a_person()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var (one, _) = await TwoAsync(story);

        using var response = await provider.MailAsync(
            ("headers", $"Message-ID: <3@example.org>\nFrom: {await AddressAsync(story, one)}\nSubject: your question\n"),
            ("to", "board@example.org"), ("text", "2"));

        Taken(response);
        Assert.Empty((await story.StateAsync()).Replies);
        Assert.Single(await provider.PenAsync());
    }

    [Fact]
    public async Task Mail_of_a_member_who_was_never_written_to_by_mail_waits_for_a_person_and_is_not_answered()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var texter = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Sms);
        var before = story.Carrier.Sent.Count;

        using var response = await provider.MailAsync(
            ("headers", "Message-ID: <4@example.org>\nFrom: a@example.org\n"), ("to", "board@example.org"),
            ("text", "STOP sharing, my answer is 2"));

        Taken(response);
        Assert.DoesNotContain((await story.StateAsync()).Replies, r => r.MemberId == texter.MemberId);
        Assert.Single(await provider.PenAsync());
        Assert.Equal(before, story.Carrier.Sent.Count);
    }

    [Fact]
    public async Task Text_answers_the_one_open_question_of_its_phone_and_a_strange_phone_none()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];

        using var known = await provider.TwilioAsync(Sms(Sid(301), await provider.PhoneOfAsync(member), "1"));
        using var strange = await provider.TwilioAsync(Sms(Sid(302), "+12035559999", "1"));

        Assert.All([known, strange], Taken);
        Assert.Equal(member, Assert.Single((await story.StateAsync()).Replies).MemberId);
        Assert.Equal("sms|" + Sid(302), Assert.Single(await provider.PenAsync()).InboundId);
    }

    [Fact]
    public async Task Two_auto_responders_and_our_system_exchange_at_most_one_message()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var mailed = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email);
        var texter = (await story.TextersAsync())[0];
        var phone = await provider.PhoneOfAsync(texter);
        var sentBefore = story.Carrier.Sent.Count;

        // Neither says in a header what it is. Whatever we send, each sends its words again.
        var (answeredMail, answeredText) = (0, 0);
        for (var round = 0; round < 10; round++)
        {
            var (mails, texts) = ((await story.SentToAsync(mailed.MemberId, "email")).Count, (await story.SentToAsync(texter)).Count);
            using var mail = await provider.MailAsync(
                ("headers", $"Message-ID: <auto{round}@example.org>\nFrom: help@example.org\nSubject: Re: A question [{mailed.Code}]\n"),
                ("to", $"reply+{mailed.Code}@reply.example.org"),
                ("text", "Thank you for contacting the Help Desk. We have received your message and someone from our team will get back "
                    + "to you within two business days."));
            using var text =
                await provider.TwilioAsync(Sms(Sid(400 + round), phone, "Thank you for contacting Hartford Dental. Our office is "
                    + "currently closed. We will get back to you as soon as possible."));
            Assert.All([mail, text], Taken);
            await story.AdvanceAsync(TimeSpan.FromMinutes(1));
            answeredMail += (await story.SentToAsync(mailed.MemberId, "email")).Count - mails;
            answeredText += (await story.SentToAsync(texter)).Count - texts;
        }

        Assert.InRange(answeredMail, 0, 1);
        Assert.InRange(answeredText, 0, 1);
        Assert.InRange(story.Carrier.Sent.Count - sentBefore, 0, 1);
        Assert.Empty((await story.StateAsync()).Replies);
    }

    [Fact]
    public async Task Mail_that_comes_back_for_good_sends_the_question_another_way()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var invitation = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email);

        using var delayed =
            await provider.MailAsync(("to", $"reply+{invitation.Code}@reply.example.org"),
                ("email", Report(invitation.Code, "delayed", "4.4.1")));
        Taken(delayed);
        Assert.Empty(await story.LedgerAsync("message-lost"));

        using var failed =
            await provider.MailAsync(("to", $"reply+{invitation.Code}@reply.example.org"),
                ("email", Report(invitation.Code, "failed", "5.1.1")));
        Taken(failed);
        await story.SettleAsync();

        Assert.Single(await story.LedgerAsync("message-lost"));
        Assert.Equal(nameof(DeliveryStatus.Undelivered), (await provider.OutboxAsync(invitation.MemberId, channel: "Email"))
            .Text("delivery"));
        var member = await story.MemberAsync(invitation.MemberId);
        if (member.UsableChannels.Contains(Channel.Sms))
            Assert.Single(await story.SentToAsync(invitation.MemberId));
        else
            Assert.True((await story.StateAsync()).Invitations.Count > 0);
        Assert.Empty((await story.StateAsync()).Replies);
    }

    private static string Report(string code, string action, string status) =>
        $"Message-ID: <dsn-{action}@mx.example>\r\nFrom: MAILER-DAEMON@mx.example\r\nTo: reply+{code}@reply.example.org\r\nSubject: "
            + "Undelivered Mail\r\nMIME-Version: 1.0\r\n" +
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nA "
            + "report.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n" +
        $"Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; a@example.org\r\nAction: {action}\r\nStatus: "
            + $"{status}\r\n\r\n--b--\r\n";

    private static async Task<(Invitation One, Invitation Other)> TwoAsync(ReviewStory story)
    {
        var invitations = (await story.StateAsync()).Invitations;
        foreach (var invitation in invitations)
            await story.Service<ReplyAddress>().NoteAsync(invitation.Code, story.Id, invitation.MemberId);
        return (invitations[0], invitations[1]);
    }

    private static async Task<string> AddressAsync(ReviewStory story, Invitation invitation) =>
        (await story.Service<ContactStore>().ForSendingAsync(invitation.MemberId))?.Email ?? "nobody@example.org";
}
