using System.Text;

namespace CtVoice.Language.Tests;

/// <summary>Messages of people and machines, and what can be put into them: nothing that is read may throw on any of it.</summary>
internal static class OddTexts
{
    /// <summary>What is invisible, half, no character at all, or changes how its neighbours are read.</summary>
    private static readonly string[] Odd =
    [
        "\uFFFE", "\uFFFF", "\uFDD0", "\uFDEF", "\uD83F\uDFFE", "\uDBFF\uDFFF", "\uD83D", "\uDC4D", "\uFEFF", "\u200B", "\u200C", "\u200D",
        "\u2060", "\u00AD", "\u034F", "\u180E", "\u202E",
        "\u2028", "\u2029", "\u0085", "\u3164", "\uFE0F", "\u20E3", "\u0301", "\0", "\u0001", "\u001B", "\t", "\n", "\r", "\r\n", "\n\n",
        " ", "\u00A0", ">", "> ", ">>> ", "|", "-- \n", "-", "_", ":", ".", "*", "<", "</", "&", "&#xFFFE;", "&#0;", "&zwnj;",
        "=", "=?utf-8?B?", "?=", "\"", "“", "”", "'", "(", ")", "1", "2", "٣", "³", "①", "🇨", "👍🏽", "👩‍👩‍👧", "ﷺ", "İ", "ß", "ﬃ", "𝟐",
        "中", "ա", "ᄀ", "\U000E0001", "\U000E0100",
    ];

    internal static readonly string[] Messages =
    [
        "2 only if names are removed", "STOP", "please stop texting me, thank you", "no me manden más mensajes", "I want to kill myself",
        "change my answer to 3", "withdraw my answer", "do not quote me. 1",
        "Liked “We saved your answer: 2”", "Reacted 😂 to “Is it ok?”", "👍 to “Is it ok?”", "Le gustó “¿Está bien?”",
        "aGVsbG8gd29ybGQgdGhpcyBpcyBhIHRlc3Q=", "1 and 3", "f***ing no", "2:30 is fine", "He said: \"stop\"",
        "2\n\nOn Mon, Mar 4, 2024 at 10:11 AM Dana <d@example.org> wrote:\n> Is it ok?\n> \n> Thanks\n",
        "Sí, 1\n\nEl lun, 4 mar 2024 a las 10:11, Dana <d@example.org> escribió:\n> ¿Está bien?\n\n>>> x\ny",
        "-----Original Message-----\nFrom: Dana\nSent: Monday\nTo: Maria\nSubject: Re: [ABC]\n\nIs it ok?",
        "yes\n-- \nMaria Lopez\nCase manager\n555-1234", "Sent from my iPhone", "no\n\nSent from my iPhone",
        "This email is confidential and intended solely for the recipient.",
        "To unsubscribe from this group, go to http://groups.example.org", ">>> Dana 3/4/2024 10:11 AM >>>\ntext", "<<\nquoted\n>>\n3",
        "ML> a quoted line\nML> another\nanswer", "1. yes\n2. no\n> 3. perhaps\nmore",
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\n2\n-----BEGIN PGP SIGNATURE-----\nabc\n-----END PGP SIGNATURE-----",
        "begin 644 a\nM1TE&.#EA\n`\nend", "|---------+---->\n|         | Dana |\n|---------+---->\ntext",
        "##- Please type your reply above this line -##\nThanks",
    ];

    internal static readonly string[] Mails =
    [
        "From: a@example.org\nSubject: Re: [ABC2345] a question\nContent-Type: text/html; "
            + "charset=utf-8\n\n<p>2&#xFFFE;</p><blockquote>Is it ok?</blockquote><div>&zwnj;&zwnj;&#8203;</div>",
        "From: MAILER-DAEMON@example.org\nSubject: Undelivered\nContent-Type: multipart/report; report-type=delivery-status; "
            + "boundary=b\n\n--b\nContent-Type: text/plain\n\nNot delivered\n--b\nContent-Type: "
            + "message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@example.org\nAction: failed\nStatus: "
            + "\nDiagnostic-Code: smtp; 550\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <x@example.org>\n--b--\n",
        "From: b@example.org\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\nContent-Type: "
            + "message/feedback-report\n\nFeedback-Type: \nUser-Agent:\n--b--\n",
        "From: c@example.org\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nI am away until Monday.",
        "From: d@example.org\nSubject: =?utf-8?B?4p2k?= =?iso-8859-1?Q?=E1?=\nContent-Type: text/plain; "
            + "charset=utf-16\nContent-Transfer-Encoding: base64\n\n/v8AMgAgAHkAZQBz",
        "From: e@example.org\nContent-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: text/plain; format=flowed; "
            + "delsp=yes\n\n> quoted \n> more\n2 yes\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: "
            + "quoted-printable\n\n<p>=32 yes</p>\n--b--",
        "From: Mail Delivery System <postmaster@example.org>\nSubject: Delivery failure\n\nYour message could not be "
            + "delivered.\n<a@example.org>: 550 5.1.1 user unknown",
    ];

    /// <summary>Header fields of a person's mail with something put into them.</summary>
    internal static string Headers(Random random) => Changed("From: a@example.org\nSubject: Re: [ABC2345] a question\n", random);

    /// <summary>A message as a mail program writes it in HTML, above a quote that is odd.</summary>
    internal static string Html(string message, Random random) =>
        $"<div>{message.Replace("\n", "<br>", StringComparison.Ordinal)}</div><blockquote>{Odd[random.Next(Odd.Length)]}</blockquote>";

    /// <summary>The string of that number: a message or a mail with something put into it, words of all of them in any order, or
    /// characters of chance.</summary>
    internal static string Any(int number, Random random) => (number % 8) switch
    {
        0 => Changed(Mails[random.Next(Mails.Length)], random),
        1 => string.Concat(Enumerable.Range(0, 1 + random.Next(200)).Select(_ => (char)random.Next(0x10000))),
        2 => string.Concat(Enumerable.Range(0, 1 + random.Next(200)).Select(_ => (char)random.Next(1, 0x80))),
        3 => string.Concat(Enumerable.Range(0, 1 + random.Next(80))
            .Select(_ => random.Next(4) == 0 ? Odd[random.Next(Odd.Length)] : Words[random.Next(Words.Length)] + " ")),
        _ => Changed(Messages[random.Next(Messages.Length)], random),
    };

    private static readonly string[] Words =
        [.. Messages.Concat(Mails).SelectMany(text => text.Split(' ', '\n')).Where(word => word.Length > 0).Distinct()];

    internal static string Changed(string message, Random random)
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

    internal static string Text(int value) => value is >= 0xD800 and < 0xE000 ? ((char)value).ToString() : char.ConvertFromUtf32(value);
}
