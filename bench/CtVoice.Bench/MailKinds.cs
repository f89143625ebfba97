using System.Text;

namespace CtVoice.Bench;

/// <summary>A made-up mail of a kind that arrives.</summary>
/// <param name="Kind">What it is, in words.</param>
/// <param name="Raw">The mail as it comes, or the bare text of one.</param>
/// <param name="Text">Its plain text, as a parser of replies takes it; null where there is only HTML.</param>
internal sealed record MailKind(string Kind, string Raw, string? Text)
{
    /// <summary>A mail whose text is all that is known of it.</summary>
    internal static MailKind Of(string kind, string text) => new(kind, text, text);

    /// <summary>The mail as a server hands it over.</summary>
    internal byte[] Bytes { get; } = Encoding.UTF8.GetBytes(Raw);
}

/// <summary>What people and programs write to a board, one of each kind.</summary>
internal static class MailKinds
{
    /// <summary>The six that most replies are like.</summary>
    internal static readonly MailKind[] Typical =
    [
        MailKind.Of("reply above a quote", "Yes, but take the names out.\n\nThanks,\nRosa\n\nOn Tue, Jun 3, 2025 at 2:05 PM Board "
            + "<board@example.org> wrote:\n\n> Should the state link these records?\n> Reply 1 yes; 2 yes, with changes; 3 no.\n>\n> "
            + "CT Resident Advisory Board\n"),
        MailKind.Of("reply from a phone", "2\n\nSent from my iPhone\n\n> On Jun 3, 2025, at 2:05 PM, Board <board@example.org> "
            + "wrote:\n>\n> Should the state link these records?\n"),
        MailKind.Of("reply in Spanish", "Estoy de acuerdo si quitan los nombres.\n\nEl mar, 3 jun 2025 a las 14:05, Board "
            + "(<board@example.org>) escribió:\n\n> ¿Está bien?\n"),
        MailKind.Of("reply above header fields", "I think this is a good idea, but please ask the people first, because nobody asked us "
            + "the last time and the letter came in a language that my mother cannot read.\n\nRosa Diaz\nHartford\n\nFrom: Board "
            + "<board@example.org>\nSent: Tuesday, June 3, 2025 2:05 PM\nTo: Rosa <rosa@example.net>\nSubject: A question\n\nShould the "
            + "state link these records?\n"),
        new("HTML alone", "Content-Type: text/html; charset=utf-8\nMIME-Version: 1.0\nSubject: Re: A question\nFrom: rosa@example.net\n\n"
            + "<div dir=\"ltr\">No, <b>never</b>.</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Tue, Jun 3, 2025 at 2:05 "
            + "PM Board &lt;board@example.org&gt; wrote:<br></div><blockquote class=\"gmail_quote\">Should the state link these "
            + "records?</blockquote></div>", null),
        MailKind.Of("absence notice", "I am out of the office until June 9. For urgent matters please call the front desk."),
    ];

    /// <summary>Those and the longer ones.</summary>
    internal static readonly MailKind[] All =
    [
        .. Typical,
        MailKind.Of("long thread", Thread()),
        MailKind.Of("forwarded", "This is what the school sent us. Nobody at home can read it, and it is due on Friday.\n\n---------- "
            + "Forwarded message ---------\nFrom: School Office <office@school.example>\nDate: Mon, Jun 2, 2025 at 8:15 AM\nSubject: "
            + "Records\nTo: Rosa Diaz <rosa@example.net>\n\nDear families,\n\nPlease sign the attached form by Friday.\n\nThe office\n"),
        new("bounce", "From: MAILER-DAEMON@mail.example\nTo: board@example.org\nSubject: Undelivered Mail Returned to Sender\n"
            + "MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: "
            + "text/plain\n\n" + Undelivered + "\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example\n\n"
            + "Final-Recipient: rfc822; rosa@example.net\nAction: failed\nStatus: 5.1.1\n--b--\n", Undelivered),
    ];

    /// <summary>What comes by text message.</summary>
    internal static readonly string[] Texts =
        ["2", "yes", "STOP", "2 only if names are removed", "Sí, pero sin nombres", "Liked “We saved your answer: 2”",
            "they should ask us first, I have 3 kids and no car", "no me manden más mensajes"];

    private const string Undelivered = "This is the mail system at host mail.example.\n\nI'm sorry to have to inform you that your message "
        + "could not be delivered to one or more recipients.\n\n<rosa@example.net>: host mx.example.net said: 550 5.1.1 User unknown\n";

    /// <summary>An answer above four older mails, each quoting those before it.</summary>
    private static string Thread()
    {
        var thread = "Should the state link these records?\nReply 1 yes; 2 yes, with changes; 3 no.\n\nCT Resident Advisory Board";
        foreach (var said in (string[])["Which records do you mean? Ours, or those of the children too?",
            "Both. The school has them already, and the clinic would see them.\nYou can say no to one of them.",
            "Then ask each family first. In our building nobody was asked the last time."])
            thread = $"{said}\n\nOn Tue, Jun 3, 2025 at 2:05 PM Board <board@example.org> wrote:\n\n{Quoted(thread)}";
        return $"2. Link the school's, and leave the clinic out of it.\n\nRosa\n\nOn Wed, Jun 4, 2025 at 9:12 AM Board "
            + $"<board@example.org> wrote:\n\n{Quoted(thread)}\n";
    }

    private static string Quoted(string text) => "> " + text.Replace("\n", "\n> ", StringComparison.Ordinal);
}
