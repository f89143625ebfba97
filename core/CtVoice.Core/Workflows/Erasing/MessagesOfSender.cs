using CtVoice.Core.Board;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Conversations.Inbound;

namespace CtVoice.Core.Workflows.Erasing;

/// <summary>The messages of a number or address: noted with an erase request, so that they are sealed,
/// and found by their sender no more.</summary>
public sealed class MessagesOfSender(InboundStore inbox, HoldingPen pen, ErasureStore erasures)
{
    /// <summary>Notes the messages of a sender as a member's, and forgets that they are the sender's.</summary>
    public async Task ForgetAsync(string memberId, Channel channel, string sender, CancellationToken cancellationToken = default)
    {
        foreach (var message in await inbox.SentByAsync(channel, sender, cancellationToken))
        {
            await erasures.NoteMessageAsync(memberId, message, cancellationToken);
            await pen.RemoveAsync(message, cancellationToken);
        }
        await inbox.ForgetSenderAsync(channel, sender, cancellationToken);
    }
}
