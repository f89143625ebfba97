using System.Globalization;
using System.Text;
using CtVoice.Core.Conversations.Email;
using CtVoice.Core.Conversations.Meaning;
using CtVoice.Core.Conversations.Mime;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Core.Conversations.Sms;

namespace CtVoice.Core.Tests.Conversations;

/// <summary>
/// Property: no reader throws on any string. Every character of Unicode, the halves of pairs and the noncharacters among
/// them; lines of what cannot be seen; and messages of people and machines with anything put into them.
/// </summary>
public sealed class AnyTextTests
{
    private static readonly int Mutated = Environment.GetEnvironmentVariable("CTVOICE_LONG") == "1" ? 400_000 : 20_000;

    /// <summary>What is invisible, half, no character at all, or changes how its neighbours are read.</summary>
    private static readonly string[] Odd =
    [
        "\uFFFE", "\uFFFF", "\uFDD0", "\uFDEF", "\uD83F\uDFFE", "\uDBFF\uDFFF", "\uD83D", "\uDC4D", "\uFEFF", "\u200B", "\u200C", "\u200D", "\u2060", "\u00AD", "\u034F", "\u180E", "\u202E",
        "\u2028", "\u2029", "\u0085", "\u3164", "\uFE0F", "\u20E3", "\u0301", "\0", "\u0001", "\u001B", "\t", "\n", "\r", "\r\n", "\n\n", " ", "\u00A0", ">", "> ", ">>> ", "|", "-- \n", "-", "_", ":", ".", "*", "<", "</", "&", "&#xFFFE;", "&#0;", "&zwnj;",
        "=", "=?utf-8?B?", "?=", "\"", "“", "”", "'", "(", ")", "1", "2", "٣", "³", "①", "🇨", "👍🏽", "👩‍👩‍👧", "ﷺ", "İ", "ß", "ﬃ", "𝟐", "中", "ա", "ᄀ", "\U000E0001", "\U000E0100",
    ];

    private static readonly string[] Messages =
    [
        "2 only if names are removed", "STOP", "please stop texting me, thank you", "no me manden más mensajes", "I want to kill myself", "change my answer to 3", "withdraw my answer", "do not quote me. 1",
        "Liked “We saved your answer: 2”", "Reacted 😂 to “Is it ok?”", "👍 to “Is it ok?”", "Le gustó “¿Está bien?”", "aGVsbG8gd29ybGQgdGhpcyBpcyBhIHRlc3Q=", "1 and 3", "f***ing no", "2:30 is fine", "He said: \"stop\"",
        "2\n\nOn Mon, Mar 4, 2024 at 10:11 AM Dana <d@example.org> wrote:\n> Is it ok?\n> \n> Thanks\n", "Sí, 1\n\nEl lun, 4 mar 2024 a las 10:11, Dana <d@example.org> escribió:\n> ¿Está bien?\n\n>>> x\ny",
        "-----Original Message-----\nFrom: Dana\nSent: Monday\nTo: Maria\nSubject: Re: [ABC]\n\nIs it ok?", "yes\n-- \nMaria Lopez\nCase manager\n555-1234", "Sent from my iPhone", "no\n\nSent from my iPhone",
        "This email is confidential and intended solely for the recipient.", "To unsubscribe from this group, go to http://groups.example.org", ">>> Dana 3/4/2024 10:11 AM >>>\ntext", "<<\nquoted\n>>\n3",
        "ML> a quoted line\nML> another\nanswer", "1. yes\n2. no\n> 3. perhaps\nmore", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\n2\n-----BEGIN PGP SIGNATURE-----\nabc\n-----END PGP SIGNATURE-----",
        "begin 644 a\nM1TE&.#EA\n`\nend", "|---------+---->\n|         | Dana |\n|---------+---->\ntext", "##- Please type your reply above this line -##\nThanks",
    ];

    private static readonly string[] Mails =
    [
        "From: a@example.org\nSubject: Re: [ABC2345] a question\nContent-Type: text/html; charset=utf-8\n\n<p>2&#xFFFE;</p><blockquote>Is it ok?</blockquote><div>&zwnj;&zwnj;&#8203;</div>",
        "From: MAILER-DAEMON@example.org\nSubject: Undelivered\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nNot delivered\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@example.org\nAction: failed\nStatus: \nDiagnostic-Code: smtp; 550\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <x@example.org>\n--b--\n",
        "From: b@example.org\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: \nUser-Agent:\n--b--\n",
        "From: c@example.org\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nI am away until Monday.",
        "From: d@example.org\nSubject: =?utf-8?B?4p2k?= =?iso-8859-1?Q?=E1?=\nContent-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64\n\n/v8AMgAgAHkAZQBz",
        "From: e@example.org\nContent-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: text/plain; format=flowed; delsp=yes\n\n> quoted \n> more\n2 yes\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>=32 yes</p>\n--b--",
        "From: Mail Delivery System <postmaster@example.org>\nSubject: Delivery failure\n\nYour message could not be delivered.\n<a@example.org>: 550 5.1.1 user unknown",
    ];

    [Fact]
    public void Every_character_of_Unicode_and_every_half_of_one_is_folded()
    {
        for (var value = 0; value <= 0x10FFFF; value++)
            Folded.Of(Text(value));
    }

    [Fact]
    public void Every_character_alone_on_a_line_is_read_in_texts_and_mails()
    {
        foreach (var value in Enumerable.Range(0, 0x10000).Concat(Enumerable.Range(0xE0000, 0x200)).Concat(Enumerable.Range(1, 16).SelectMany(plane => new[] { (plane << 16) + 0xFFFE, (plane << 16) + 0xFFFF })))
        {
            var character = Text(value);
            Sms(character);
            // Each shape that a line may have beside quotes, for those that cannot be seen or are no characters.
            if (CharUnicodeInfo.GetUnicodeCategory(value) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.PrivateUse)
                continue;
            Mail($"yes\n{character}\n> {character}\n\n{character}{character}{character}{character}{character}{character}\n> q\n");
        }
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("\u200B")]
    [InlineData("\u200C\u200C\u200C\u200C\u200C\u200C")]
    [InlineData("\u200B\u200B\u200B\u200B\u200B")]
    [InlineData("\u00AD\u00AD\u00AD\u00AD\u00AD\u00AD")]
    [InlineData("\uFFFE\uFFFE\uFFFE\uFFFE\uFFFE\uFFFE")]
    [InlineData("\U000E0001\U000E0001\U000E0001\U000E0001\U000E0001")]
    [InlineData("\u0301\u0301\u0301\u0301\u0301\u0301")]
    public void A_line_that_cannot_be_seen_is_read_wherever_it_stands(string line)
    {
        foreach (var message in Messages.Append("2"))
        {
            foreach (var mail in new[] { $"{line}\n{message}", $"{message}\n{line}", $"{message}\n> {line}\n{line}", message.Replace("\n", $"\n{line}\n", StringComparison.Ordinal), message.Replace("\n", $"\n> {line}\n", StringComparison.Ordinal), line + message, message.Replace(" ", line + " ", StringComparison.Ordinal) })
            {
                Mail(mail);
                Sms(mail);
            }

            EmailReader.Read(MimeReader.FromFields("From: a@example.org\n", null, $"<div>{line}</div><p>{message}</p><blockquote>{line}</blockquote>"), EmailContext.Default);
        }
    }

    [Fact]
    public void Messages_with_anything_put_into_them_are_read()
    {
        var random = new Random(20270111);
        for (var run = 0; run < Mutated; run++)
        {
            var message = Changed(Messages[random.Next(Messages.Length)], random);
            switch (run % 4)
            {
                case 0:
                    Sms(message);
                    break;
                case 1:
                    Mail(message);
                    break;
                case 2:
                    Raw(Encoding.UTF8.GetBytes(Changed(Mails[random.Next(Mails.Length)], random)));
                    break;
                default:
                    var stored = Html(message, random).ToMessage(default);
                    Tried(stored.Text, () => EmailReader.Read(ReceivedMail.Read(stored.Text), EmailContext.Default));
                    break;
            }
        }
    }

    private static ReceivedMail Html(string message, Random random) =>
        SendGridMail.Read(new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["headers"] = Encoding.UTF8.GetBytes(Changed("From: a@example.org\nSubject: Re: [ABC2345] a question\n", random)),
            ["html"] = Encoding.UTF8.GetBytes($"<div>{message.Replace("\n", "<br>", StringComparison.Ordinal)}</div><blockquote>{Odd[random.Next(Odd.Length)]}</blockquote>"),
        }, [], cut: false);

    private static string Changed(string message, Random random)
    {
        var text = new StringBuilder(message);
        for (var n = 1 + random.Next(4); n > 0 && text.Length > 0; n--)
        {
            var at = random.Next(text.Length);
            _ = random.Next(6) switch
            {
                0 => text.Remove(at, Math.Min(text.Length - at, 1 + random.Next(8))),
                1 => text.Insert(at, text.ToString(at, Math.Min(12, text.Length - at))),
                2 => text.Insert(at, Text(random.Next(0x110000))),
                3 => text.Append('\n').Append(Messages[random.Next(Messages.Length)]),
                _ => text.Insert(at, string.Concat(Enumerable.Repeat(Odd[random.Next(Odd.Length)], 1 + random.Next(6)))),
            };
        }

        return text.ToString();
    }

    private static string Text(int value) => value is >= 0xD800 and < 0xE000 ? ((char)value).ToString() : char.ConvertFromUtf32(value);

    private static void Sms(string text) => Tried(text, () => SmsReader.Read(text, SmsContext.Default));

    private static void Mail(string body) => Tried(body, () => EmailReader.Read(body, EmailContext.Default));

    private static void Raw(byte[] mail) => Tried(Encoding.UTF8.GetString(mail), () => EmailReader.Read(mail, EmailContext.Default));

    private static void Tried(string text, Action read)
    {
        if (Record.Exception(read) is { } thrown)
            Assert.Fail($"{thrown.GetType().Name} {thrown.StackTrace?.Split('\n')[0].Trim()} on {string.Join(' ', text.Select(c => ((int)c).ToString("x4", CultureInfo.InvariantCulture)))}");
    }
}
