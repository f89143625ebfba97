using System.Text;
using CtVoice.Language.Mime;

namespace CtVoice.Language.Tests.Mime;

public sealed class MimeReaderTests
{
    [Theory]
    [InlineData("From: ann@example.org\nTo: board@example.org\nSubject: Re: a question\nDate: Wed, 5 Jul 2023 20:11:40 +0530\n\nYes.",
        true)]
    [InlineData("From ann@example.org Wed Jul  5 20:11:40 2023\nReceived: from a by b; Wed, 5 Jul 2023 20:11:40 +0530\n\nYes.", true)]
    [InlineData("MIME-Version: 1.0\n\nYes.", true)]
    [InlineData("From: everybody on the third floor\nTo: whoever turned off the heating\nSubject: brrrr\n\nPlease turn it on again.",
        false)]
    [InlineData("From: Ann <ann@example.org>\nDate: Tuesday, June 3, 2025 at 2:05 PM\nTo: Rosa\nSubject: A question\n\nDo you agree?",
        false)]
    [InlineData("From: Ann <ann@example.org>\nSent: Tuesday, June 3, 2025\nTo: Rosa\nSubject: A question\n\nDo you agree?", false)]
    [InlineData("Received: nothing so far.\nDate: none either.\n\nPlease write again.", false)]
    [InlineData("Yes: I agree.\n\nNo more to say.", false)]
    public void Raw_mail_is_told_from_words_that_look_like_its_fields(string file, bool mail) =>
        Assert.Equal(mail, MimeReader.LooksLikeMail(Encoding.UTF8.GetBytes(file)));

    [Theory]
    [InlineData("=?utf-8?Q?Una_pregunta_=C3=BAnica?=", "Una pregunta única")]
    [InlineData("=?UTF-8?B?UHJlZ3VudGE=?= =?UTF-8?B?IDI=?=", "Pregunta 2")]
    [InlineData("=?utf-8?B?YcM=?= =?utf-8?B?sW8=?=", "año")]
    [InlineData("=?iso-8859-1?Q?a=F1o?= 2024", "año 2024")]
    [InlineData("=?windows-1251?B?wu7v8O7x?=", "Вопрос")]
    [InlineData("=?utf-8*en?Q?hi?=", "hi")]
    [InlineData("=?broken", "=?broken")]
    [InlineData("plain", "plain")]
    public void Encoded_words_are_decoded(string raw, string subject) =>
        Assert.Equal(subject, Read($"Subject: {raw}\n\nx").Headers["Subject"]);

    [Theory]
    [InlineData("quoted-printable", "utf-8", "a=C3=B1o =\nnuevo =3D 2", "año nuevo = 2")]
    [InlineData("quoted-printable", "iso-8859-1", "a=F1o", "año")]
    [InlineData("quoted-printable", "utf-8", "100=% sure =ZZ", "100=% sure =ZZ")]
    [InlineData("base64", "utf-8", "YcOx\nbyBu\ndWV2bw==", "año nuevo")]
    [InlineData("base64", "utf-8", "YcOxbw", "año")]
    [InlineData("7bit", "utf-8", "plain", "plain")]
    [InlineData("made-up", "made-up-set", "plain", "plain")]
    public void Body_is_decoded_whatever_it_claims(string encoding, string charset, string body, string text) =>
        Assert.Equal(text,
            Read($"MIME-Version: 1.0\nContent-Type: text/plain; charset=\"{charset}\"\nContent-Transfer-Encoding: "
                + $"{encoding}\n\n{body}").Text);

    [Theory]
    [InlineData("windows-1252", new byte[] { 0x93, 0x68, 0x69, 0x94 }, "“hi”")]
    [InlineData("windows-1251", new byte[] { 0xC4, 0xE0 }, "Да")]
    [InlineData("koi8-r", new byte[] { 0xE4, 0xC1 }, "Да")]
    [InlineData("gb2312", new byte[] { 0xBA, 0xC3 }, "好")]
    [InlineData("iso-2022-jp", new byte[] { 0x1B, 0x24, 0x42, 0x24, 0x4F, 0x1B, 0x28, 0x42 }, "は")]
    [InlineData("iso-8859-2", new byte[] { 0xB1 }, "ą")]
    [InlineData("", new byte[] { 0xC3, 0xB1 }, "ñ")]
    [InlineData("", new byte[] { 0xF1 }, "ñ")]
    [InlineData("utf-16", new byte[] { 0x68, 0x00, 0x69, 0x00 }, "hi")]
    public void Bytes_become_text_in_their_character_set(string charset, byte[] body, string text)
    {
        var head = Encoding.ASCII.GetBytes($"MIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n\n");

        Assert.Equal(text, MimeReader.Read([.. head, .. body]).Text);
    }

    [Fact]
    public void Plain_text_and_html_are_both_found_and_attachments_are_named_sized_and_hashed()
    {
        var mail = Read("""
            From: Maria =?utf-8?Q?L=C3=B3pez?= <Maria@Example.net>
            Content-Type: multipart/mixed; boundary="out"

            preamble
            --out
            Content-Type: multipart/alternative; boundary=in

            --in
            Content-Type: text/plain; charset=utf-8

            plain
            --in
            Content-Type: text/html

            <p>html</p>
            --in--
            --out
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*0*=utf-8''carta%20; filename*1="uno.pdf"
            Content-Transfer-Encoding: base64

            QUJD
            --out--
            epilogue
            """);

        Assert.Equal(("plain", "<p>html</p>", "maria@example.net"), (mail.Text, mail.Html, mail.Headers.Address("From")));
        var attachment = Assert.Single(mail.Attachments);
        Assert.Equal(("carta uno.pdf", "application/pdf", 3, "b5d4045c3f466fa91fe2cc6abe79232a1a57cdf104f7a26e716e0a1e2789df78"),
            (attachment.Name, attachment.ContentType, attachment.Size, attachment.Sha256));
    }

    [Fact]
    public void Soft_breaks_of_flowed_text_are_joined_within_their_quote_depth()
    {
        var mail = Read("Content-Type: text/plain; format=flowed\n\nThis is one \nlong line.\n> quoted \n> too\nmine\n-- \nMaria");

        Assert.Equal("This is one long line.\n> quoted too\nmine\n-- \nMaria", mail.Text);
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\nno boundary at all", "no boundary at all")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\ncut off", "cut off")]
    [InlineData("Content-Type: multipart/mixed\n\nno boundary named", "no boundary named")]
    [InlineData("From maria Mon Mar  4\nSubject: x\n\nfrom a mailbox", "from a mailbox")]
    [InlineData("Subject: x\nthis is no header\n\nbody", "this is no header\n\nbody")]
    [InlineData("Content-Type: ;;;=\n\nbody", "body")]
    [InlineData("Content-Type: text/plain; charset=\"\n\nbody", "body")]
    public void Broken_mail_gives_the_most_readable_text_there_is(string raw, string text) => Assert.Equal(text, Read(raw).Text);

    [Fact]
    public void Parts_within_parts_end_at_the_limit()
    {
        var raw = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\n\n");
        for (var depth = 0; depth < 5_000; depth++)
            raw.Append("--b").Append(depth).Append("\nContent-Type: multipart/mixed; boundary=b").Append(depth + 1).Append("\n\n");

        Assert.True(Read(raw.ToString()).Cut);
    }

    [Fact]
    public void Thousands_of_parts_end_at_the_limit()
    {
        var mail = Read("Content-Type: multipart/mixed; boundary=b\n\n"
            + string.Concat(Enumerable.Repeat("--b\nContent-Type: application/x\n\nX\n", 20_000)));

        Assert.True(mail.Cut);
        Assert.InRange(mail.Attachments.Count, 1, 100);
    }

    [Fact]
    public void Any_bytes_at_all_are_read_without_a_fault()
    {
        var random = new Random(20261122);
        var seed = Encoding.UTF8.GetBytes("From: a@b.c\nSubject: =?utf-8?B?aGk=?=\nContent-Type: multipart/alternative; "
            + "boundary=\"b\"\n\n--b\nContent-Type: text/plain; charset=utf-8; format=flowed\nContent-Transfer-Encoding: "
            + "quoted-printable\n\nhi =C3=B1 \nyou\n--b\nContent-Type: text/html\n\n<p>hi</p>\n--b--\n");
        for (var round = 0; round < 3_000; round++)
        {
            var bytes = (byte[])seed.Clone();
            for (var change = random.Next(1, 12); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var cut = random.Next(3) == 0 ? random.Next(bytes.Length) : bytes.Length;

            var reading = Language.Email.EmailReader.Read(bytes.AsSpan(0, cut), Language.Email.EmailContext.Default);

            Assert.NotNull(reading.Reply);
        }
    }

    private static MimeMail Read(string raw) => MimeReader.Read(Encoding.UTF8.GetBytes(raw));

    /// <summary>What the words are encoded in, and what the mail says they are.</summary>
    [Theory]
    [InlineData("iso-2022-jp", "iso-2022-jp", "はい、賛成です。")]
    [InlineData("gb18030", "gb2312", "我同意第二个。")]
    [InlineData("big5", "big5", "我不同意。")]
    [InlineData("ks_c_5601-1987", "ks_c_5601-1987", "네, 동의합니다.")]
    [InlineData("koi8-r", "koi8-r", "Согласна, но без имён.")]
    [InlineData("windows-1251", "windows-1251", "Нет, не согласна.")]
    [InlineData("utf-16", "utf-16", "Sí, de acuerdo.")]
    [InlineData("utf-16BE", "utf-16be", "Sí, de acuerdo.")]
    [InlineData("iso-8859-1", "utf-8", "Sí, señora, mañana")]
    [InlineData("windows-1252", "iso-8859-1", "I don’t agree — not “yet”.")]
    [InlineData("utf-8", "us-ascii", "Sí, señora, mañana")]
    [InlineData("utf-8", "no-such-charset", "Sí, señora, mañana")]
    public void Words_survive_their_character_set_and_a_wrong_name_of_it(string encoding, string named, string words)
    {
        var encoded = (System.Text.CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? System.Text.Encoding.GetEncoding(encoding))
            .GetBytes(words);
        var raw = System.Text.Encoding.ASCII.GetBytes($"From: r@example.net\nMessage-ID: <1@x>\nContent-Type: text/plain; "
            + $"charset={named}\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(encoded)}\n");

        Assert.Equal(words, MimeReader.Read(raw).Text);
    }
}
