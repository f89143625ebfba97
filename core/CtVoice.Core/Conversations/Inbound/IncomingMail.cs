using System.Text;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Language.Email;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>A mail that came in, read as the product reads all of them: our own mail that comes back is known by its header.</summary>
public static class IncomingMail
{
    // How our subjects begin, before the code.
    private static readonly string[] OwnSubjects =
        [Practising.Mark.Trim(), .. Phrases.Reviewed.Values.Select(phrases => phrases.Subject("").Replace("[]", "",
            StringComparison.Ordinal).Trim())];

    /// <summary>What somebody wrote in a mail that is stored, for whoever must look at it; with its subject where that tells of
    /// danger.</summary>
    public static string WordsOf(InboundMessage message)
    {
        var reading = Read(message, EmailContext.Default);
        return reading.Title is { } title && !reading.Reply.Contains(title, StringComparison.Ordinal)
            ? string.Join('\n', new[] { title, reading.Reply }.Where(words => words.Length > 0))
            : reading.Reply;
    }

    /// <summary>Reads a stored message, whatever form it was handed over in. Never throws on any mail.</summary>
    internal static EmailReading Read(InboundMessage message, EmailContext context)
    {
        context = context with { OwnHeader = OutgoingEmail.OwnHeader, OwnSubjects = OwnSubjects };
        return message.Form == InboundMessage.MailForm
            ? EmailReader.Read(ReceivedMail.Read(message.Text), context)
            : EmailReader.Read(Encoding.UTF8.GetBytes(message.Text), context);
    }
}
