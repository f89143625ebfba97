using System.Text;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Language.Email;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>A mail that came in, read as the product reads all of them: our own mail that comes back is known by its header.</summary>
internal static class IncomingMail
{
    /// <summary>Reads a stored message, whatever form it was handed over in. Never throws on any mail.</summary>
    internal static EmailReading Read(InboundMessage message, EmailContext context)
    {
        context = context with { OwnHeader = OutgoingEmail.OwnHeader };
        return message.Form == InboundMessage.MailForm
            ? EmailReader.Read(ReceivedMail.Read(message.Text), context)
            : EmailReader.Read(Encoding.UTF8.GetBytes(message.Text), context);
    }
}
