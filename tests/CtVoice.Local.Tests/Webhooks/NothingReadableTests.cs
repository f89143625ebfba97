using System.Formats.Asn1;
using System.Net;
using System.Text;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Webhooks;

/// <summary>
/// What nobody can read answers nothing: a blank text, an encrypted mail, a picture. Whoever sent it is asked for words, once for each
/// question, in their language, and the words that follow count. What was only signed, or packed by Outlook, is read.
/// </summary>
public sealed class NothingReadableTests
{
    private const string Asked = "We could not read what you sent. Please tell us in words, or call";
    private const string AskedInSpanish = "No pudimos leer lo que nos mandó. Díganos en palabras, por favor, o llame a";

    private static readonly string[] Blank = ["", "  \n ", "\u200B\u2060\uFEFF", "\u3164", "\u2800", "\uFFFC"];

    [Theory]
    [InlineData("en", Asked)]
    [InlineData("es", AskedInSpanish)]
    public async Task Texts_that_show_nothing_answer_nothing_and_are_asked_about_once(string language, string asked)
    {
        await using var story = await ReviewStory.BeginAsync();
        using var provider = new Provider(story);
        foreach (var one in await story.Service<BoardStore>().MembersAsync())
            await story.ChangeAsync(one.Id, m => m with { Languages = [language] });
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        var member = (await story.TextersAsync())[0];
        var phone = await provider.PhoneOfAsync(member);
        var before = (await story.SentToAsync(member)).Count;

        foreach (var (n, body) in Blank.Index())
            await TakeAsync(provider.TwilioAsync(Sms(Sid(n), phone, body)));
        await TakeAsync(provider.TwilioAsync(
            [new("MessageSid", Sid(50)), new("From", phone), new("To", "+1"), new("Body", ""), new("NumMedia", "1"),
                new("MediaUrl0", "https://example.org/x")]));

        Assert.Empty((await story.StateAsync()).Replies);
        Assert.Equal(InboundPlace.ClarificationAsked, (await provider.StoredAsync("sms|" + Sid(50)))!.Outcome!.Place);
        Assert.Contains(asked, Assert.Single((await story.SentToAsync(member)).Skip(before)).Text, StringComparison.Ordinal);
        Assert.Empty(await provider.PenAsync());
        await story.SaysAsync(member, "2 👍", "sms");
        Assert.Equal((member, 2), Assert.Single((await story.StateAsync()).Replies.Select(r => (r.MemberId, r.Choice!.Value))));
    }

    [Fact]
    public async Task Mails_that_cannot_be_read_answer_nothing_and_are_asked_about_once()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var invitation = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email);
        var before = (await story.SentToAsync(invitation.MemberId, "email")).Count;
        string[] mails =
        [
            "\n\n",
            "Content-Type: text/plain; charset=utf-8\n\n\u200B\u00A0\n-- \nRosa Diaz\n860-555-0188\n",
            "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: "
                + "base64\n\nMIIBgAYJKoZIhvcNAQcD\n",
            "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\n\n--b\nContent-Type: "
                + "application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\nabc\n--b--\n",
            "\n-----BEGIN PGP MESSAGE-----\n\nhQEMA5k3\n=abcd\n-----END PGP MESSAGE-----\n",
            "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nRosa sent you a protected message. Sign in to read "
                + "it.\n--b\nContent-Type: application/x-microsoft-rpmsg-message; name=message.rpmsg\n\nabc\n--b--\n",
            "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/jpeg; name=photo.jpg\n\nabc\n--b\n\nSent from my "
                + "iPhone\n--b--\n",
            "\n[image: IMG_2041.jpg]\n",
            "\n[cid:image001.png@01DB1A2B.3C4D5E60]\n",
            "Content-Type: text/html\n\n<html><body><div><img src=\"cid:x\"><br></div></body></html>\n",
            "Content-Type: application/ms-tnef; name=winmail.dat\n\nabc\n",
        ];

        foreach (var (n, mail) in mails.Index())
            await MailAsync(provider, invitation.Code, $"blank-{n}", mail);

        Assert.Empty((await story.StateAsync()).Replies);
        Assert.Contains(invitation.Language == "en" ? Asked : AskedInSpanish,
            Assert.Single((await story.SentToAsync(invitation.MemberId, "email")).Skip(before)).Text, StringComparison.Ordinal);
        Assert.Empty(await provider.PenAsync());
        await MailAsync(provider, invitation.Code, "words", "\n2 no names\n");
        Assert.Equal((invitation.MemberId, 2),
            Assert.Single((await story.StateAsync()).Replies.Select(r => (r.MemberId, r.Choice!.Value))));
    }

    [Fact]
    public async Task What_was_signed_or_packed_is_read_however_the_provider_hands_it_over()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var invitation = (await story.StateAsync()).Invitations.First(i => i.Channel is Channel.Email);
        var to = $"reply+{invitation.Code}@reply.example.org";
        var packed = Convert.ToBase64String(Packed("and once more"));
        var signed = Convert.ToBase64String(Signed("Content-Type: text/plain\r\n\r\n2 sin nombres, signed\r\n"));

        await MailAsync(provider, invitation.Code, "raw",
            $"Content-Type: application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64\n\n{signed}\n");
        using var form = Form(("headers", "Message-ID: <fields@example.org>\nFrom: a@example.org\n"), ("to", to), ("text", ""));
        form.Add(new ByteArrayContent(Packed("and packed by Outlook")), "attachment1", "winmail.dat");
        await TakeAsync(provider.RawAsync($"/api/webhooks/email/{provider.Options.EmailSecret.Current}", form));
        await TakeAsync(provider.RawAsync("/api/webhooks/email", Json($$$"""
            {"internetMessageId":"<json@example.org>","subject":"hello","from":{"emailAddress":{"address":"a@example.org"}},
             "toRecipients":[{"emailAddress":{"address":"{{{to}}}"}}],"body":{"contentType":"text","content":""},
             "attachments":[{"name":"winmail.dat","contentType":"application/ms-tnef","contentBytes":"{{{packed}}}"}]}
            """), ("X-Webhook-Secret", provider.Options.EmailSecret.Current)));

        var reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal((2, 3), (reply.Choice, reply.Pieces.Count));
        var words = new List<string?>();
        foreach (var piece in reply.Pieces)
            words.Add(await story.Service<Core.Reviews.ReviewStore>().ReadContentAsync(story.Id, piece.Content!));
        Assert.Equal(["2 sin nombres, signed", "and once more", "and packed by Outlook"], words.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_person_cannot_make_an_answer_of_what_shows_nothing()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];
        await TakeAsync(provider.TwilioAsync(Sms(Sid(40), "+12035559999", "\u200B")));

        var moved = await story.AskAsync(
            HttpMethod.Post, $"/api/holding-pen/{Uri.EscapeDataString("sms|" + Sid(40))}/move", "coordinator", new()
            { ["reviewId"] = story.Id, ["memberId"] = member, ["question"] = 1 });

        Assert.Equal(HttpStatusCode.Conflict, moved.Status);
        Assert.Contains("Nothing in this message can be read", moved.Text, StringComparison.Ordinal);
        Assert.Empty((await story.StateAsync()).Replies);
    }

    private static async Task TakeAsync(Task<HttpResponseMessage> request)
    {
        using var response = await request;
        Taken(response);
    }

    private static Task MailAsync(Provider provider, string code, string id, string mail) => TakeAsync(provider.MailAsync(
        ("to", $"reply+{code}@reply.example.org"),
        ("email", $"Message-ID: <{id}@example.org>\nFrom: a@example.org\nTo: reply+{code}@reply.example.org\nMIME-Version: 1.0\n{mail}"
            .ReplaceLineEndings("\r\n"))));

    /// <summary>CMS signed-data (RFC 5652) without a signature, which nobody looks at.</summary>
    private static byte[] Signed(string mail)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        var tag = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        writer.PushSequence();
        writer.WriteObjectIdentifier("1.2.840.113549.1.7.2");
        writer.PushSequence(tag);
        writer.PushSequence();
        writer.WriteInteger(1);
        writer.WriteEncodedValue([0x31, 0]);
        writer.PushSequence();
        writer.WriteObjectIdentifier("1.2.840.113549.1.7.1");
        writer.PushSequence(tag);
        writer.WriteOctetString(Encoding.UTF8.GetBytes(mail));
        writer.PopSequence(tag);
        writer.PopSequence();
        writer.WriteEncodedValue([0x31, 0]);
        writer.PopSequence();
        writer.PopSequence(tag);
        writer.PopSequence();
        return writer.Encode();
    }

    /// <summary>"winmail.dat" (MS-OXTNEF) with a body and nothing else.</summary>
    private static byte[] Packed(string text) =>
        [0x78, 0x9F, 0x3E, 0x22, 1, 0, 1, 0x0C, 0x80, 2, 0, (byte)text.Length, 0, 0, 0, .. Encoding.Latin1.GetBytes(text), 0, 0];
}
