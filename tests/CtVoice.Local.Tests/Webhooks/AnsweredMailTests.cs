using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Local.Tests.Records;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web.Simulation;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Webhooks;

/// <summary>
/// Some programs ignore the reply address, and people change subjects: then the id of the mail that is answered leads back.
/// Nobody can guess it; where a mail claims to come from proves nothing.
/// </summary>
public sealed class AnsweredMailTests
{
    [Theory]
    [InlineData("In-Reply-To: <{0}>")]
    [InlineData("In-Reply-To: {0}")]
    [InlineData("In-Reply-To: Your message of Monday <{0}>")]
    [InlineData("References: <first@example.org>\n <{0}>")]
    [InlineData("In-Reply-To: <unknown@example.org>\nReferences: <first@example.org> <{0}> <unknown@example.org>")]
    public async Task Answer_to_our_sender_without_a_code_finds_its_question_by_the_mail_it_names(string headers)
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var (invitation, mail) = await MailedAsync(story);

        // A minute later: it stands below the mail in the inbox.
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await AnswerAsync(provider, string.Format(null, headers, mail.MessageId), "2 only without names");

        var reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal((invitation.MemberId, 2), (reply.MemberId, reply.Choice));
        Assert.Empty(await provider.PenAsync());
        Assert.Contains("We saved your answer: 2", (await story.SentToAsync(invitation.MemberId, "email"))[^1].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_as_json_of_a_mailbox_finds_its_question_too()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var (invitation, mail) = await MailedAsync(story);

        using var response = await provider.RawAsync("/api/webhooks/email", Json($$$"""
            {"internetMessageId":"<json@example.org>","subject":"hello","from":{"emailAddress":{"address":"c@example.org"}},
             "internetMessageHeaders":[{"name":"In-Reply-To","value":"<{{{mail.MessageId}}}>"}],
             "toRecipients":[{"emailAddress":{"address":"board@example.org"}}],"body":{"contentType":"text","content":"3 no"}}
            """), ("X-Webhook-Secret", provider.Options.EmailSecret.Current));

        Taken(response);
        Assert.Equal((invitation.MemberId, 3), Assert.Single((await story.StateAsync()).Replies.Select(r => (r.MemberId, r.Choice ?? 0))));
    }

    [Fact]
    public async Task Stronger_signs_outweigh_it_and_an_id_that_is_not_ours_proves_nothing()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var (one, mail) = await MailedAsync(story);
        var other = (await story.StateAsync()).Invitations.First(i => i.MemberId != one.MemberId);
        await story.Service<ReplyAddress>().NoteAsync(other.Code, story.Id, other.MemberId);

        await AnswerAsync(provider, $"In-Reply-To: <{mail.MessageId}>\nSubject: Re: hello [{other.Code}] [EXTERNAL]", "1");
        // The names that whoever knows the review and the member could make up.
        var address = (await story.Service<ContactStore>().ForSendingAsync(one.MemberId))!.Email!;
        await AnswerAsync(provider, $"In-Reply-To: <{mail.Id}@reply.example.org>\nReferences: <{one.Code}@reply.example.org>", "2",
            address);

        Assert.Equal(other.MemberId, Assert.Single((await story.StateAsync()).Replies).MemberId);
        Assert.Contains("Nothing in this mail", Assert.Single(await provider.PenAsync()).Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_to_a_receipt_and_one_by_the_simulated_program_that_ignores_the_reply_address_are_additions()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var (invitation, mail) = await MailedAsync(story);
        // A minute later: it stands below the mail in the inbox.
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await AnswerAsync(provider, $"In-Reply-To: <{mail.MessageId}>", "2");
        var receipt = (await story.SentToAsync(invitation.MemberId, "email"))[^1];
        Assert.NotEqual(mail.MessageId, receipt.MessageId);

        await AnswerAsync(provider, $"In-Reply-To: <{receipt.MessageId}>", "And ask us first.");
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        using var http = new HttpClient { BaseAddress = story.Url };
        using var response = await http.PostAsync(
            $"/sim/{invitation.MemberId}/email", Json("""{"text":"That is all.","subject":"about that","ignoresReplyTo":true}"""));
        Taken(response);
        await story.SettleAsync();

        Assert.Equal((2, 3), Assert.Single((await story.StateAsync()).Replies.Select(r => (r.Choice!.Value, r.Pieces.Count))));
        Assert.Empty(await provider.PenAsync());
    }

    [Fact]
    public async Task Absence_notice_is_known_by_the_mail_it_answers_and_stop_is_heard()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var (invitation, mail) = await MailedAsync(story);
        var before = (await story.SentToAsync(invitation.MemberId, "email")).Count;

        await AnswerAsync(provider, $"In-Reply-To: <{mail.MessageId}>\nAuto-Submitted: auto-replied", "I am away. 1");
        Assert.Equal(before, (await story.SentToAsync(invitation.MemberId, "email")).Count);
        await AnswerAsync(provider, $"In-Reply-To: <{mail.MessageId}>", "STOP");

        Assert.Empty((await story.StateAsync()).Replies);
        Assert.Empty(await provider.PenAsync());
        Assert.False((await story.MemberAsync(invitation.MemberId)).Consents(Channel.Email));
    }

    [Fact]
    public async Task Mail_that_comes_back_names_itself()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var (_, mail) = await MailedAsync(story);

        using var response = await provider.MailAsync(("to", "board@example.org"), ("email",
            "Message-ID: <dsn@mx.example>\r\nFrom: MAILER-DAEMON@mx.example\r\nTo: board@example.org\r\nSubject: Undelivered "
                + "Mail\r\nMIME-Version: 1.0\r\n" +
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nA "
                + "report.\r\n" +
            "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; "
                + "a@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n" +
            $"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{mail.MessageId}>\r\nSubject: hello\r\n\r\n--b--\r\n"));

        Taken(response);
        await story.SettleAsync();
        Assert.Single(await story.LedgerAsync("message-lost"));
        Assert.Empty(await provider.PenAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Id_that_the_provider_put_in_the_place_of_ours_leads_back_as_well_whenever_it_is_reported(bool early)
    {
        await using var story = await ReviewStory.BeginAsync();
        using var provider = new Provider(story);
        if (early)
            story.Carrier.OnSent = key => key.EndsWith("|Email", StringComparison.Ordinal)
                ? ReportAsync(OperationOf(key))
                : Task.CompletedTask;
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        var (invitation, _) = await MailedAsync(story);
        var id = (await provider.OutboxAsync(invitation.MemberId, channel: "Email")).Text("providerId")!;
        if (!early)
            await ReportAsync(id);

        await AnswerAsync(provider, $"In-Reply-To: <made-for-{id}@provider.example>", "3");

        Assert.Equal(invitation.MemberId, Assert.Single((await story.StateAsync()).Replies).MemberId);

        async Task ReportAsync(string operation)
        {
            using var response = await provider.RawAsync("/api/webhooks/email/events", Json($$$"""
                [{"eventType":"Microsoft.Communication.EmailDeliveryReportReceived","data":
                  {"messageId":"{{{operation}}}","status":"Delivered","internetMessageId":"<made-for-{{{operation}}}@provider.example>"}}]
                """), ("X-Webhook-Secret", provider.Options.EventSecret.Current));
            Taken(response);
        }
    }

    [Fact]
    public async Task Answer_to_the_welcome_goes_on_with_the_welcome()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var provider = new Provider(story);
        await story.ChangeAsync("m-09", m => m with
        { Channels = [Channel.Email], Consent = [new(Channel.Email, ConsentState.Given, story.Now, "test", "form")] });
        Assert.NotNull(await story.Service<LeadingDialogues>().BeginAsync(Dialogue.Welcome, "m-09"));
        await story.SettleAsync();
        var mail = Assert.Single(await story.SentToAsync("m-09", "email"));

        await AnswerAsync(provider, $"In-Reply-To: <{mail.MessageId}>", "1");

        Assert.Equal(1, (await story.Service<DialogueStore>().FindAsync(Dialogue.Welcome, "m-09"))!.Step);
        Assert.Empty(await provider.PenAsync());
    }

    [Fact]
    public async Task Only_the_latest_mails_of_a_question_are_known_and_none_after_an_erase_request()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var (invitation, mail) = await MailedAsync(story);
        var mails = story.Service<SentMails>();
        for (var n = 1; n <= SentMails.Most; n++)
            await mails.NoteAsync(invitation.Code, $"mail-{n}@reply.example.org", story.Now.AddMinutes(n));
        Assert.Null(await mails.FindAsync([mail.MessageId!]));
        Assert.Equal(invitation.Code, await mails.FindAsync(["unknown@example.org", "mail-1@reply.example.org"]));

        await story.EraseAsync(invitation.MemberId);
        await AnswerAsync(provider, "In-Reply-To: <mail-1@reply.example.org>", "2");

        Assert.Empty((await story.StateAsync()).Replies);
        Assert.Single(await provider.PenAsync());
        Assert.Empty((await story.Service<TableSet>().Records.QueryAsync(new($"mails|{invitation.Code}"))).Rows);
    }

    internal static string OperationOf(string key) =>
        key.Split('/', 2) is [var partition, var row]
            ? new OutboxPlace(partition, row).OperationId.ToString("N")
            : throw new ArgumentException(key);

    /// <summary>Posts a mail to the address that ours come from, without a code in its subject.</summary>
    internal static async Task AnswerAsync(Provider provider, string headers, string text, string from = "anybody@example.com")
    {
        var subject = headers.Contains("Subject:", StringComparison.Ordinal) ? "" : "Subject: hello\n";
        using var response = await provider.MailAsync(
            ("headers", $"Message-ID: <{Guid.NewGuid():N}@example.com>\nFrom: {from}\n{subject}{headers}\n"), ("to", "board@example.org"),
            ("text", text));
        Taken(response);
    }

    /// <summary>A member who was asked by mail, and that mail.</summary>
    private static async Task<(Invitation Invitation, SimulatedMessage Mail)> MailedAsync(ReviewStory story)
    {
        var invitation = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email);
        return (invitation, (await story.SentToAsync(invitation.MemberId, "email"))[^1]);
    }
}
