using CtVoice.Core.Board;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>
/// Whose a message may be: everybody on the number, the member of the page or of the call, the member whose question a mail
/// answers, else everybody on the address. A sender's address is never proof of who wrote.
/// </summary>
public sealed class Senders(ContactStore contacts, AnsweredQuestions answered)
{
    /// <summary>Ids of the members; empty when nobody is known.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(InboundMessage message, CancellationToken cancellationToken = default) =>
        message.Channel switch
        {
            Channel.Sms => await contacts.MembersOnPhoneAsync(message.From, cancellationToken),
            Channel.Email when await answered.FindAsync(message, cancellationToken) is { Question.MemberId: var member } => [member],
            Channel.Email => await contacts.MembersOnAddressAsync(message.From, cancellationToken),
            // A page and a dictation know whose they are; a sealed message no longer does.
            _ => message.From.Length == 0 ? [] : [message.From],
        };
}
