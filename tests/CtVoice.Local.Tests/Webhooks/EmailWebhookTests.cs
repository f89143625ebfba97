using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Webhooks;

/// <summary>Emails and their delivery reports, by the requests that providers send.</summary>
public sealed class EmailWebhookTests
{
    private static readonly string[] MachineHeaders = ["Auto-Submitted: auto-replied", "X-CtVoice-Message: 1", "X-Autoreply: yes"];

    [Fact]
    public async Task Parsed_fields_the_raw_mail_and_json_each_become_the_reply_of_the_right_member()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var invitations = (await story.StateAsync()).Invitations.Take(3).ToList();
        // Whoever was asked by text can answer by mail once they have had one.
        foreach (var invitation in invitations)
            await story.Service<ReplyAddress>().NoteAsync(invitation.Code, story.Id, invitation.MemberId);
        string To(int n) => $"reply+{invitations[n].Code}@reply.example.org";

        using var parsed = await provider.MailAsync(
            ("headers", "Message-ID: <a@example.org>\nFrom: A <a@example.org>\n"), ("from", "A <a@example.org>"),
            ("to", "board@example.org"),
            ("envelope", $$"""{"to":["{{To(0)}}"],"from":"a@example.org"}"""), ("subject", "Re: a question"),
            ("text", "1\n\nOn Mon, the Board wrote:\n> Is it OK?"));
        using var raw = await provider.MailAsync(
            ("email", $"Message-ID: <b@example.org>\r\nFrom: b@example.org\r\nTo: {To(1)}\r\nSubject: Re: a question\r\nMIME-Version: "
                + "1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n2 pero sin nombres, señora\r\n"), ("to", To(1)));
        using var json = await provider.RawAsync("/api/webhooks/email", Json($$$"""
            {"id":"AAMk1","internetMessageId":"<c@example.org>","subject":"Re: a question",
             "from":{"emailAddress":{"address":"c@example.org"}},
             "toRecipients":[{"emailAddress":{"address":"{{{To(2)}}}"}}],"body":{"contentType":"html","content":"<p>3 no</p>"}}
            """), ("X-Webhook-Secret", provider.Options.EmailSecret.Current));

        Assert.All([parsed, raw, json], Taken);
        Assert.Empty(await provider.PenAsync());
        Assert.Equal(InboundPlace.Accepted,
            (await provider.StoredAsync(new InboundMessage(Channel.Email, "c@example.org", "", "", null, "", default).Id))?.Outcome?.Place);
        var replies = (await story.StateAsync()).Replies;
        Assert.Equal(
            [(invitations[0].MemberId, 1), (invitations[1].MemberId, 2), (invitations[2].MemberId, 3)],
            replies.Select(r => (r.MemberId, r.Choice ?? 0)).OrderBy(r => r.Item2));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_and_basic_authentication_and_the_secret_before_are_not()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var provider = new Provider(story);
        using var wrong = await provider.RawAsync("/api/webhooks/email/wrong", Form(("text", "hello")));
        using var missing = await provider.RawAsync("/api/webhooks/email", Form(("text", "hello")));
        using var basic = await provider.RawAsync(
            "/api/webhooks/email", Form(("text", "hello")),
            ("Authorization",
                "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("sendgrid:" + provider.Options.EmailSecret.Current))));
        Refused(wrong);
        Refused(missing);
        Taken(basic);
        Assert.Single(await provider.PenAsync());
        Assert.True(new RotatingSecret("new", "old").Matches("old"));
        Assert.False(new RotatingSecret("new").Matches("old"));
    }

    [Fact]
    public async Task Of_an_attachment_only_name_type_size_and_hash_are_kept()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var provider = new Provider(story);
        using var form = Form(("headers", "Message-ID: <file@example.org>\nFrom: a@example.org\n"), ("text", "see attached"));
        form.Add(new ByteArrayContent(Encoding.ASCII.GetBytes("very private content")), "attachment1", "letter.pdf");

        using var response = await provider.RawAsync($"/api/webhooks/email/{provider.Options.EmailSecret.Current}", form);

        Taken(response);
        var stored = (await provider.StoredAsync(new InboundMessage(Channel.Email, "file@example.org", "", "", null, "", default).Id))!;
        var attachment = Assert.Single(ReceivedMail.Read(stored.Message.Text).Attachments);
        Assert.Equal(("letter.pdf", 20), (attachment.Name, attachment.Size));
        Assert.DoesNotContain("very private content", stored.Message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_handshakes_of_event_grid_are_answered_and_only_with_the_secret()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var provider = new Provider(story);
        var path = $"/api/webhooks/email/events?secret={provider.Options.EventSecret.Current}";
        const string validation =
            """[{"eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","data":{"validationCode":"code-1"}}]""";

        using var grid = await provider.RawAsync(path, Json(validation));
        using var cloud = await provider.SendAsync(HttpMethod.Options, path, ("WebHook-Request-Origin", "eventgrid.azure.net"));
        using var stranger =
            await provider.SendAsync(HttpMethod.Options, "/api/webhooks/email/events", ("WebHook-Request-Origin", "eventgrid.azure.net"));
        using var unsigned = await provider.RawAsync("/api/webhooks/email/events", Json(validation));

        Assert.Equal("code-1", JsonNode.Parse(await grid.Content.ReadAsStringAsync())!["validationResponse"]!.GetValue<string>());
        Assert.Equal("eventgrid.azure.net", Assert.Single(cloud.Headers.GetValues("WebHook-Allowed-Origin")));
        Refused(stranger);
        Refused(unsigned);
    }

    [Theory]
    [InlineData("Delivered", "Delivered", true)]
    [InlineData("Bounced", "Undelivered", false)]
    [InlineData("FilteredSpam", "Undelivered", false)]
    [InlineData("Suppressed", "Undelivered", false)]
    [InlineData("Quarantined", "Undelivered", false)]
    [InlineData("Failed", "Failed", false)]
    public async Task Reports_of_emails_are_noted_and_a_lost_one_goes_another_way(string word, string noted, bool arrived)
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var invitation = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email);
        var id = (await provider.OutboxAsync(invitation.MemberId, channel: "Email")).Text("providerId")!;

        using var response = await provider.RawAsync("/api/webhooks/email/events", Json($$$"""
            {"specversion":"1.0","type":"Microsoft.Communication.EmailDeliveryReportReceived",
             "data":{"messageId":"{{{id}}}","status":"{{{word}}}"}}
            """), ("X-Webhook-Secret", provider.Options.EventSecret.Current));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(noted, (await provider.OutboxAsync(invitation.MemberId, channel: "Email")).Text("delivery"));
        Assert.Equal(arrived ? 0 : 1, (await story.LedgerAsync("message-lost")).Count);
    }

    [Fact]
    public async Task Machines_are_never_answered_and_a_complaint_stops_contact()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var invitation = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email);
        var to = $"reply+{invitation.Code}@reply.example.org";
        var before = (await story.SentToAsync(invitation.MemberId, "email")).Count;

        foreach (var (n, header) in MachineHeaders.Index())
        {
            using var response = await provider.MailAsync(
                ("headers", $"Message-ID: <m{n}@example.org>\nFrom: a@example.org\n{header}\n"), ("to", to), ("text", "I am away. 1"));
            Taken(response);
        }
        Assert.Equal(before, (await story.SentToAsync(invitation.MemberId, "email")).Count);
        Assert.Empty((await story.StateAsync()).Replies);

        using var complaint = await provider.MailAsync(("to", to), ("email",
            "Message-ID: <arf@example.org>\r\nFrom: fbl@example.org\r\nContent-Type: multipart/report; report-type=feedback-report; "
                + "boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nspam\r\n--x\r\nContent-Type: "
                + "message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n\r\n--x--\r\n"));
        Taken(complaint);
        Assert.False((await story.MemberAsync(invitation.MemberId)).Consents(Channel.Email));
    }

    [Fact]
    public async Task A_penned_message_is_seen_on_record_moved_with_one_action_and_dismissed_with_a_reason()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];
        using var first = await provider.TwilioAsync(Sms(Sid(21), "+12035559999", "2 take out names"));
        using var second = await provider.TwilioAsync(Sms(Sid(22), "+12035559998", "win a prize"));
        using var http = new HttpClient { BaseAddress = story.Url };
        http.DefaultRequestHeaders.Add("X-Api-Key", story.Key("coordinator"));

        var seen = JsonNode.Parse(await http.GetStringAsync("/api/holding-pen"))!.AsArray();
        using var moved =
            await http.PostAsync($"/api/holding-pen/{Uri.EscapeDataString("sms|" + Sid(21))}/move",
                Json($$"""{"reviewId":"{{story.Id}}","memberId":"{{member}}","question":1}"""));
        using var dismissed =
            await http.PostAsync($"/api/holding-pen/{Uri.EscapeDataString("sms|" + Sid(22))}/dismiss",
                Json("""{"reason":"An advertisement."}"""));

        Assert.Equal(2, seen.Count);
        Taken(moved);
        Taken(dismissed);
        Assert.Equal((member, 2), Assert.Single((await story.StateAsync()).Replies.Select(r => (r.MemberId, r.Choice!.Value))));
        Assert.NotNull(Assert.Single(await story.LedgerAsync("reply-accepted")).Fact("placedBy"));
        Assert.Empty(await provider.PenAsync());
        Assert.Equal(InboundPlace.Dismissed, (await provider.StoredAsync("sms|" + Sid(22)))!.Outcome!.Place);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mail_that_is_too_large_is_taken_cut_and_marked_and_its_words_count(bool lengthKnown)
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var invitation = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email);
        using var form = Form(("to", $"reply+{invitation.Code}@reply.example.org"));
        var mail = "Message-ID: <large@example.org>\r\nFrom: a@example.org\r\nSubject: Re: a question\r\nMIME-Version: "
            + "1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n2 and here is the "
            + "film\r\n--b\r\nContent-Type: video/mp4; name=film.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        var bytes = new byte[34 * 1024 * 1024];
        Array.Fill(bytes, (byte)'A');
        Encoding.ASCII.GetBytes(mail).CopyTo(bytes, 0);
        form.Add(new ByteArrayContent(bytes), "email");
        using HttpContent content = lengthKnown ? form : new Unmeasured(form);

        using var response = await provider.RawAsync($"/api/webhooks/email/{provider.Options.EmailSecret.Current}", content);

        Taken(response);
        var reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal((invitation.MemberId, 2), (reply.MemberId, reply.Choice));
        var stored = (await provider.StoredAsync(new InboundMessage(Channel.Email, "large@example.org", "", "", null, "", default).Id))!;
        Assert.True(ReceivedMail.Read(stored.Message.Text).Cut);
        Assert.InRange(stored.Message.Text.Length, 1, ReceivedMail.MostCharacters);
    }

    /// <summary>A body that is sent in pieces, its length untold.</summary>
    private sealed class Unmeasured : HttpContent
    {
        private readonly HttpContent inner;

        internal Unmeasured(HttpContent inner)
        {
            this.inner = inner;
            Headers.ContentType = inner.Headers.ContentType;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => inner.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
