using CtVoice.Language.Matching;
using CtVoice.Language.Mime;

namespace CtVoice.Language.Email;

/// <summary>
/// Bounces that carry no report (RFC 3464), as old servers, gateways and filters write them. No sign is enough alone; each
/// weighs something, and what shows a person weighs against. Words below a person's own, in a quote, do not count.
/// </summary>
internal static class Bounces
{
    private const int Enough = 4;

    /// <summary>Enough even beside words of somebody who speaks of themselves.</summary>
    private const int Sure = 8;

    /// <summary>The weight of a sender that is a server's address, and not a name alone.</summary>
    private const int OfAServer = 2;

    /// <summary>Where servers say it; what they return follows.</summary>
    private const int Head = 1_500;

    private const int OnStack = 2_048;

    private static readonly string[] Daemons =
        ["mailer-daemon", "mailerdaemon", "mail-daemon", "mail.daemon", "mailer_daemon", "maildeliverysystem", "mail-delivery-system",
            "mdaemon"];

    private static readonly string[] Posts = ["postmaster", "post_master", "post-master", "bounce", "bounces"];

    private static readonly string[] Names =
        ["mail delivery", "mailer-daemon", "mailer daemon", "postmaster", "mail router", "system administrator", "mail administrator",
            "email administrator", "e-mail administrator", "mail system", "microsoft outlook"];

    /// <summary>An address, or a phone number of a gateway.</summary>
    private static readonly Expression Recipient = new(@"[a-z0-9._%+-]@[a-z0-9-]+\.[a-z]|[0-9]{10}");

    /// <summary>An address as servers list it: in brackets before the reason, or a line of its own above it.</summary>
    private static readonly Expression Listed = new(@"<[^>\s]+@[^>\s]+>[ ]*[:(,]|\n[ \t]*[^\s@<>]+@[^\s@<>]+[ \t]*:?[ \t]*\n\s*[^\n]{20}");

    /// <summary>The bounce a mail without a report is, or null.</summary>
    internal static MachineSigns.Finding? In(MimeMail mail, string subject, string text, string reply, bool more)
    {
        var headers = mail.Headers;
        var title = Plain.Of(subject).Trim();
        var sender = Sender(headers);
        var own = reply.Any(char.IsLetterOrDigit) ? reply : text;
        var begin = own.Length > Head ? own[..Head] : own;
        var head = OneLine(begin);
        var server = OfServers(head) + (Listed.IsMatch(begin) ? 1 : 0);
        if (server == 0 && sender == 0)
            return null; // Whatever else it says.
        var weight = sender
            + (Title.Answers(title)
                ? 0
                : Fails(title) || BounceWords.Full.In(title) ? 2 : BounceWords.Refused.In(title) || BounceWords.Gone.In(title) ? 1 : 0);
        weight += server + (Fails(head) ? 2 : 0) + (BounceWords.Refused.In(head) ? 1 : 0)
            + (BounceWords.Gone.In(head) || BounceWords.Full.In(head) ? 1 : 0) + (Recipient.IsMatch(head) ? 1 : 0);
        if (sender == 0 && Above(own) is { Length: > 0 } above && OfServers(OneLine(above)) == 0 && ASpeaker(above))
            return null; // Somebody shows us a bounce of their own.
        if (mail.Returned is not null || text.Length > own.Length + 100)
            weight++;
        if (weight < Enough || (server == 0 && sender == 0)
            || (weight < Sure && sender < Enough && ASpeaker(begin))
            || (sender < OfAServer && (ReferenceEquals(own, reply) ? more : NoticeWords.SaysMore(own)) && Tells(begin, head)))
            return null;
        return sender < Enough && BounceWords.OfLists.In(head) && BounceSort.Code(head) is null
            ? new(Automation.Bulk, "a list that takes no mail from strangers")
            : new(BounceSort.Of(text, null), "a bounce by its sender and words");
    }

    /// <summary>Whether somebody tells of mail that came back, who was a postmaster once: a notice of a server lists the address, or says
    /// in a code what was wrong, before anybody speaks.</summary>
    private static bool Tells(string begin, string head) =>
        (BounceSort.Code(head) is null || !Recipient.IsMatch(head)) && ASpeaker(begin);

    /// <summary>The first paragraph, where others follow.</summary>
    private static string Above(string own) =>
        own.TrimStart().IndexOf("\n\n", StringComparison.Ordinal) is > 0 and var end ? own.TrimStart()[..end] : "";

    /// <summary>Lower case, one space between words, no lines.</summary>
    internal static string OneLine(string text)
    {
        var plain = Plain.Of(text);
        if (plain.AsSpan().IndexOfAny('\n', '\t') < 0 && !plain.Contains("  ", StringComparison.Ordinal))
            return plain;
        var line = plain.Length <= OnStack ? stackalloc char[plain.Length] : new char[plain.Length];
        var length = 0;
        foreach (var c in plain)
        {
            if (c is not (' ' or '\n' or '\t'))
                line[length++] = c;
            else if (length == 0 || line[length - 1] != ' ')
                line[length++] = ' ';
        }

        return new string(line[..length]);
    }

    private static int Sender(MimeHeaders headers)
    {
        var from = headers.Address("From")?.Split('@')[0] ?? "";
        var name = Plain.Of(headers["From"] ?? "");
        if (from.Length == 0 && name.Contains("<>", StringComparison.Ordinal))
            return Enough;
        var weight = Daemons.Any(daemon => from.StartsWith(daemon, StringComparison.Ordinal)) || headers.Has("X-Failed-Recipients")
            || name.Contains("mailer-daemon", StringComparison.Ordinal) ? Enough
            : Posts.Any(post => from == post || from.StartsWith(post + "+", StringComparison.Ordinal))
                || from.StartsWith("microsoftexchange", StringComparison.Ordinal) || from.EndsWith("-bounces", StringComparison.Ordinal)
                ? 2
                : 0;
        if (weight < 2 && Names.Any(known => name.Contains(known, StringComparison.Ordinal)))
            weight++;
        if (weight < Enough && headers["Return-Path"]?.Trim() is "<>" or "<MAILER-DAEMON>")
            weight++;
        return weight < Enough && headers["Auto-Submitted"]?.TrimStart().StartsWith("auto-", StringComparison.OrdinalIgnoreCase) == true
            ? weight + 1 : weight;
    }

    private static bool Fails(string text) => BounceWords.Failed.In(text) || BounceWords.NotDelivered.IsMatch(text);

    /// <summary>What only servers write: to a sender of his mail, of themselves, of their dialogue, in codes.</summary>
    private static int OfServers(string head) =>
        BounceSort.Weight(head) + (!BounceWords.OfServers.In(head)
            ? 0
            : (BounceWords.Addressed.In(head) ? 1 : 0) + (BounceWords.Server.In(head) ? 1 : 0)
                + Math.Min(3, BounceWords.Dialogue.Count(head) * 2));

    /// <summary>Whether a person speaks in it. Lines as "Subject: ..." repeat our own words.</summary>
    private static bool ASpeaker(string own)
    {
        var said = string.Join('\n', own.Split('\n').Where(line => line.AsSpan().TrimStart().IndexOf(':') is < 1 or > 12));
        if (BounceWords.NoMoreToDo.IsMatch(Meaning.NormalizedText.Of(said).Words))
            return false;
        var plain = Plain.Of(said);
        return PersonSigns.Speaks(plain) || PersonSigns.Asks(plain) || PersonSigns.Answers(plain, Meaning.NormalizedText.Of(said));
    }
}
