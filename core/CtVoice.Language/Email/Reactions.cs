using CtVoice.Language.Matching;
using CtVoice.Language.Mime;
using CtVoice.Language.Sms;

namespace CtVoice.Language.Email;

/// <summary>A thumb or a heart that somebody put on our mail, sent as a mail by their program, and the wish to have a mail back:
/// no words of theirs.</summary>
internal static class Reactions
{
    /// <summary>The part by which Gmail marks a reaction.</summary>
    private const string GmailPart = "text/vnd.google.email-reaction+json";

    private const int Longest = 200;

    /// <summary>All that such a mail says: a name, and what its program tells of it.</summary>
    private static readonly Expression Reacted = new(
        "^[^a-z]*(\\[?(like|heart|love|celebrate|laugh|surprised|sad)\\]?[^a-z]*)?([^ ]+ ){1,6}?((reacted|ha "
            + "reaccionado|reacciono|reagiu|a reagi)( (with|to|con|a|mediante|via|traves|de|au|à|ao))* "
            + "((your|su|tu|a|this|este|votre|sua) (message|mensaje|email|mail|correo|mensagem)|gmail))[ :.]*(<[^>]*>)?[ .]*$");

    private static readonly PhraseForms Recalls = PhraseForms.Load("Email.Phrases.recalls");

    private static readonly Expression Recalled = Recalls.Among("recalled");

    private static readonly Expression OfOnesOwn = Recalls.Among("of one's own");

    /// <summary>"My whole family reacted": words that no program writes for a name.</summary>
    private static readonly Expression NoName = Recalls.Among("no name");

    /// <summary>What Gmail writes, in many languages.</summary>
    private static readonly string[] Phrases = PhraseFile.Load("receipts")["reactions"];

    /// <summary>A name, and what its program tells of it.</summary>
    private static bool Named(string line) =>
        Array.Exists(Phrases, phrase => line.TrimEnd('.', ' ').EndsWith(' ' + phrase, StringComparison.Ordinal)
            && line.AsSpan(0, line.LastIndexOf(phrase, StringComparison.Ordinal)).Trim().Count(' ') <= MostNames);

    private const int MostNames = 6;

    private static readonly Expression Digest = Recalls.Among("reactions of a day");

    /// <summary>A text that came through the gateway of a carrier: its sender is a phone's number.</summary>
    private static bool OfPhone(MimeMail mail) =>
        mail.Headers.Address(MachineSigns.Sender)?.Split('@')[0].TrimStart('+') is { Length: >= 10 and <= 12 } number
        && number.All(char.IsAsciiDigit);

    /// <summary>Why the mail is a reaction or a recall, or null.</summary>
    internal static string? Because(MimeMail mail, string text, string reply)
    {
        if (mail.Attachments.Any(attachment => attachment.ContentType == GmailPart))
            return "a reaction, marked as one by the mail program";
        var said = reply.Length > 0 ? reply : text;
        if (said.Length > 2 * Longest)
            return null;
        var line = Bounces.OneLine(said.Trim()).Trim();
        if (mail.Headers[MachineSigns.Submitted] is not null && Digest.IsMatch(line))
            return "reactions of a day, told by the mail program";
        if (OfPhone(mail) && Tapback.In(said) is not null)
            return "a phone's reaction, by a gateway";
        return line.Length <= Longest && ((Reacted.IsMatch(line) && !NoName.IsMatch(line)) || Named(line)) ? "a reaction by its wording"
            : Recalled.IsMatch(line) && !OfOnesOwn.IsMatch(line) ? "a mail that its sender wants back"
            : null;
    }
}
