using System.Text;
using CtVoice.Language.Email;

namespace CtVoice.Language.Tests.Email;

public sealed class MachineSignsTests
{
    public static TheoryData<string> HumanReplies => new(
        "I was out of the office last week, sorry for the late reply. I support option 2.",
        "I'm out of office until Friday, but my answer is 2.",
        "Thank you for your email. I agree.",
        "Thanks for reaching out. Yes please.",
        "My mailbox is full of letters from DSS and nobody explains them.",
        "They said the letter was undeliverable. My address does not exist for them. I want to be asked.",
        "I am on maternity leave and nobody told me about Care 4 Kids. Please share that data.",
        "The office is closed when I get off work. Nobody answers until Monday. Yes to online forms.",
        "Estoy de acuerdo. Gracias por su mensaje.",
        "Estuve de vacaciones, disculpe la demora. Mi respuesta es 1.",
        "My message could not be delivered to my caseworker, she never answers. 3",
        "I received an automatic reply from the caseworker, that is not help. No.",
        "Please contact my sister, she knows more about this than I do.",
        "I am traveling but yes, I support it.",
        "550 dollars a month is not enough for anything.",
        "My caseworker is on leave until May and nobody answers the phone. Please contact us another way.",
        "Mi trabajadora está de vacaciones hasta junio y nadie responde.",
        "My worker is no longer with DSS and I have to call the main number again and again.",
        "La oficina está cerrada cuando salgo del trabajo. Mi respuesta es 2.");

    public static TheoryData<string> AutoReplyBodies => new(
        "I am currently out of the office and will return on Monday, March 11. For urgent matters please contact Ana at ana@example.org.",
        "Thank you for your email. I am out of the office until March 11 with limited access to email. I will respond when I return.",
        "Hello,\n\nI'm on vacation through March 15. If you need immediate assistance, please call the front desk.\n\nMaria",
        "I will be out of the office starting 03/04/2024 and will not return until 03/11/2024.",
        "This is an automated response. Your message has been received.",
        "This mailbox is not monitored. Please do not reply to this email.",
        "I am on maternity leave until June. In my absence please contact Jose.",
        "I no longer work at the center. Please contact info@example.org.",
        "Our office is closed for the holiday and will reopen on Tuesday.",
        "Thank you for contacting the Hartford Community Center. We have received your message and will respond within two business days.",
        "Maria Lopez is no longer with the agency. Please contact info@example.org.",
        "Thank you. Maria Lopez is out of the office until Monday. Please call the front desk.",
        "I'm away from my desk with no access to email. I'll be back Monday.",
        "Estoy fuera de la oficina hasta el lunes 11 de marzo. Para asuntos urgentes, por favor contacte a Ana.",
        "Gracias por su correo. Me encuentro de vacaciones y regreso el 11 de marzo. Responderé a su mensaje a mi regreso.",
        "Este es un mensaje automático. Por favor no responda a este correo.",
        "Esta es una respuesta automática: estaré ausente hasta el viernes.",
        "Gracias por contactar a nuestra oficina. Hemos recibido su mensaje y le responderemos a la brevedad.",
        "Actualmente estoy de licencia sin acceso a mi correo hasta el 20 de abril.",
        "I am out of the country through April 2 and will be checking email infrequently.");

    public static TheoryData<string, string> MachineHeaders => new()
    {
        { "Auto-Submitted: auto-replied", "AutoReply" },
        { "Auto-Submitted: auto-generated (vacation)", "AutoReply" },
        { "X-Autoreply: yes", "AutoReply" },
        { "X-Autorespond: Away", "AutoReply" },
        { "X-Auto-Response-Suppress: All", "AutoReply" },
        { "Precedence: auto_reply", "AutoReply" },
        { "Precedence: junk", "AutoReply" },
        { "Precedence: bulk", "Bulk" },
        { "Precedence: list", "Bulk" },
        { "Return-Path: <>", "AutoReply" },
        { "X-CtVoice-Message: 7f", "OwnMail" },
        { "Subject: Automatic reply: A question", "AutoReply" },
        { "Subject: Out of Office: A question", "AutoReply" },
        { "Subject: =?utf-8?Q?Respuesta_autom=C3=A1tica:_Una_pregunta?=", "AutoReply" },
        { "Subject: Respuesta automatica: Una pregunta", "AutoReply" },
        { "Subject: Fuera de la oficina", "AutoReply" },
        { "Subject: Abwesenheitsnotiz: Frage", "AutoReply" },
        { "Subject: =?utf-8?B?UsOpcG9uc2UgYXV0b21hdGlxdWU=?= : q", "AutoReply" },
        { "Subject: [Auto-Reply] hello", "AutoReply" },
    };

    /// <summary>Which sort, subject, sender, body.</summary>
    public static TheoryData<string, string, string, string> FreeBounces => new()
    {
        { "HardBounce", "Undelivered Mail Returned to Sender", "MAILER-DAEMON@mx.example.net", "This is the mail system at host "
            + "mx.example.net.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more "
            + "recipients.\n\n<maria@example.net>: host mail.example.net said: 550 5.1.1 User unknown" },
        { "HardBounce", "Mail delivery failed: returning message to sender", "Mailer-Daemon@mx.example.net", "This message was created "
            + "automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of "
            + "its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  maria@example.net\n    "
            + "Unrouteable address" },
        { "HardBounce", "failure notice", "MAILER-DAEMON@qmail.example.net", "Hi. This is the qmail-send program at "
            + "qmail.example.net.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent "
            + "error; I've given up. Sorry it didn't work out.\n\n<maria@example.net>:\nSorry, no mailbox here by that name. (#5.1.1)" },
        { "HardBounce", "Delivery Status Notification (Failure)", "mailer-daemon@googlemail.com", "Address not found\n\nYour message "
            + "wasn't delivered to maria@example.net because the address couldn't be found, or is unable to receive mail." },
        { "HardBounce", "Undeliverable: A question", "postmaster@example.net",
            "Your message to maria@example.net couldn't be delivered.\nmaria wasn't found at example.net." },
        { "HardBounce", "Returned mail: see transcript for details", "MAILER-DAEMON@example.net", "   ----- The following addresses had "
            + "permanent fatal errors -----\n<maria@example.net>\n    (reason: 550 5.1.1 <maria@example.net>... User unknown)" },
        { "HardBounce", "Delivery Failure", "postmaster@example.net", "The following recipient(s) could not be reached: "
            + "maria@example.net\n 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found" },
        { "MailboxFull", "Undelivered Mail Returned to Sender", "MAILER-DAEMON@mx.example.net",
            "This is the mail system at host mx.example.net.\n\n<maria@example.net>: 552 5.2.2 Mailbox full" },
        { "MailboxFull", "Undeliverable: A question", "postmaster@example.net", "Delivery has failed to these recipients or "
            + "groups:\n\nmaria@example.net\nThe recipient's mailbox is full and can't accept messages now." },
        { "MailboxFull", "Mail delivery failed", "mailer-daemon@example.net", "maria@example.net: user is over quota" },
        { "SoftBounce", "Delayed Mail (still being retried)", "MAILER-DAEMON@mx.example.net", "This is the mail system at host "
            + "mx.example.net.\n\nYour message could not be delivered for more than 4 hour(s).\nIt will be retried until it is 5 "
            + "day(s) old." },
        { "SoftBounce", "Delivery Status Notification (Delay)", "mailer-daemon@googlemail.com", "Delivery incomplete\n\nThere was a "
            + "temporary problem delivering your message to maria@example.net. Gmail will retry for 46 more hours." },
        { "SoftBounce", "Warning: message 1rh delayed 24 hours", "Mailer-Daemon@example.net", "This message was created automatically by "
            + "mail delivery software.\nA message that you sent has not yet been delivered to one or more of its recipients after more "
            + "than 24 hours on the queue." },
        { "HardBounce", "No se puede entregar: Una pregunta", "postmaster@example.net",
            "No se pudo entregar el mensaje a los siguientes destinatarios: maria@example.net. El usuario no existe." },
        { "HardBounce", "Mensaje no entregado", "mailer-daemon@example.net",
            "Su mensaje no pudo ser entregado a maria@example.net: dirección desconocida" },
        { "MailboxFull", "No entregado", "postmaster@example.net",
            "Error de entrega a estos destinatarios: maria@example.net. El buzón del destinatario está lleno." },
    };

    [Theory]
    [MemberData(nameof(HumanReplies))]
    public void Persons_reply_is_never_taken_for_a_machines(string body)
    {
        Assert.Equal(EmailKind.Answer, EmailReader.Read(body, EmailContext.Default).Kind);
        Assert.Equal(EmailKind.Answer,
            Read($"From: Maria <maria@example.net>\nSubject: Re: Automatic reply: A question\nMessage-ID: <1@example.net>\n\n{body}").Kind);
    }

    [Theory]
    [MemberData(nameof(AutoReplyBodies))]
    public void Automatic_reply_is_known_by_its_wording(string body)
    {
        var reading = EmailReader.Read(body, EmailContext.Default);

        Assert.Equal((EmailKind.Automated, Automation.AutoReply), (reading.Kind, reading.Automation));
    }

    [Theory]
    [MemberData(nameof(MachineHeaders))]
    public void Machine_is_known_by_its_headers(string header, string automation)
    {
        var reading = Read($"From: Maria <maria@example.net>\nMessage-ID: <1@example.net>\n{header}\n\nThank you, I got it.");

        Assert.Equal((EmailKind.Automated, automation), (reading.Kind, reading.Automation?.ToString()));
    }

    [Theory]
    [MemberData(nameof(FreeBounces))]
    public void Bounce_in_free_text_is_known_and_sorted(string automation, string subject, string from, string body)
    {
        var reading = Read($"From: {from}\nSubject: {subject}\nMessage-ID: <1@example.net>\n\n{body}");

        Assert.Equal((EmailKind.Automated, automation), (reading.Kind, reading.Automation?.ToString()));
    }

    [Theory]
    [InlineData("failed", "5.1.1", "550 user unknown", Automation.HardBounce)]
    [InlineData("failed", "5.2.2", "552 mailbox full", Automation.MailboxFull)]
    [InlineData("failed", "5.0.0", "452 over quota", Automation.MailboxFull)]
    [InlineData("failed", "4.4.7", "message expired", Automation.SoftBounce)]
    [InlineData("delayed", "4.4.1", "connection timed out", Automation.SoftBounce)]
    [InlineData("failed", "5.7.1", "rejected", Automation.HardBounce)]
    [InlineData("delivered", "2.1.5", "ok", Automation.Receipt)]
    public void Delivery_report_is_sorted_by_its_status(string action, string status, string diagnostic, Automation automation)
    {
        var reading = Read($"""
            From: MAILER-DAEMON@example.net
            Subject: Delivery
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            Something about a mail.

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.net

            Final-Recipient: rfc822; maria@example.net
            Action: {action}
            Status: {status}
            Diagnostic-Code: smtp; {diagnostic}

            --b
            Content-Type: message/rfc822

            From: board@example.org
            X-CtVoice-Message: 7f

            Do you agree?
            --b--
            """);

        Assert.Equal((EmailKind.Automated, automation), (reading.Kind, reading.Automation));
    }

    [Fact]
    public void Complaint_is_known_by_its_report()
    {
        var reading =
            Read("From: fbl@example.net\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\n\nA spam "
                + "report.\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n\n--b--\n");

        Assert.Equal(Automation.Complaint, reading.Automation);
    }

    [Fact]
    public void Our_own_mail_coming_back_is_known_by_its_sender() =>
        Assert.Equal(Automation.OwnMail,
            EmailReader.Read("From: Board <r-7@board.example.org>\nSubject: q\nMessage-ID: <1@x>\n\nhello"u8, EmailContext.Default with
            { OwnAddresses = ["r-7@board.example.org"] }).Automation);

    [Theory]
    [InlineData("STOP", EmailKind.OptOut)]
    [InlineData("Stop\n\nMaria Lopez\nHartford", EmailKind.OptOut)]
    [InlineData("Please unsubscribe me.\n\nThanks,\nMaria", EmailKind.OptOut)]
    [InlineData("Hi,\n\nPlease take me off your list.\n\nBest,\nMaria", EmailKind.OptOut)]
    [InlineData("No me manden más correos, por favor.\n\nMaría", EmailKind.OptOut)]
    [InlineData("Start", EmailKind.OptIn)]
    [InlineData("help", EmailKind.Help)]
    [InlineData("Stop asking about immigration.\n\nMaria", EmailKind.AmbiguousOptOut)]
    [InlineData("Yes, I support it.\n\nMaria", EmailKind.Answer)]
    [InlineData("End the interviews when people get tired.\n\nMaria", EmailKind.Answer)]
    public void Wish_is_read_in_the_reply(string reply, EmailKind kind)
    {
        var body = reply
            + "\n\nOn Mon, Mar 4, 2024 at 10:11 AM Board <b@example.org> wrote:\n\n> Reply STOP to unsubscribe, HELP for help.\n";

        Assert.Equal(kind, EmailReader.Read(body, EmailContext.Default).Kind);
    }

    [Fact]
    public void Wish_in_the_quote_is_not_the_persons() =>
        Assert.Equal(EmailKind.Answer, EmailReader.Read("2\n\n> STOP\n", EmailContext.Default).Kind);

    [Fact]
    public void Empty_mail_with_unsubscribe_as_its_subject_is_an_opt_out() =>
        Assert.Equal(EmailKind.OptOut,
            Read("From: maria@example.net\nTo: board@example.org\nSubject: unsubscribe\nDate: Mon, 4 Mar 2024 10:11:00 -0500\n\n").Kind);

    [Fact]
    public void Choice_and_flags_are_read_in_the_reply()
    {
        var reading = EmailReader.Read("2, and please do not quote me. They cut off my SNAP.\n\n> 1 yes, 3 no", EmailContext.Default);

        Assert.Equal((EmailKind.Answer, 2, "own-case,do-not-quote"), (reading.Kind, reading.Choice, string.Join(',', reading.Flags)));
    }

    private static EmailReading Read(string raw) =>
        EmailReader.Read(Encoding.UTF8.GetBytes(raw), EmailContext.Default with { OwnHeader = "X-CtVoice-Message" });
}
