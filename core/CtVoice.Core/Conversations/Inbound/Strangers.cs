using CtVoice.Core.Board;
using CtVoice.Core.Conversations.OnCall;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Takes what nobody on the board wrote: the word of somebody on call, else a message for a person to place.</summary>
public sealed class Strangers(OnCallReplies onCall, HoldingPen pen, InboundStore inbox)
{
    /// <summary>
    /// What somebody says of an alert whose phone members have too. The list refuses a member's phone; people who practise may be on
    /// call, and then say which alert they mean. Null for anything else.
    /// </summary>
    internal async Task<InboundOutcome?> OfAlertAsync(Correlation about, CancellationToken cancellationToken) =>
        about.IsText && about.Members.All(Practising.Is) && OnCallReplies.NamesAlert(about.Message.Text)
            ? await onCall.HearAsync(about.Message, cancellationToken) : null;

    internal async Task<InboundOutcome> TakeAsync(Correlation about, CancellationToken cancellationToken)
    {
        if (about.IsText && await onCall.HearAsync(about.Message, cancellationToken) is { } word)
            return word;
        // Of one number or address a few a day lie in the pen by themselves; the others are counted.
        await pen.AddOfStrangerAsync(new(about.Message.Id, about.Message.ReceivedAt, about.Unknown!), inbox.SenderOf(about.Message),
            cancellationToken);
        return new(InboundPlace.Unmatched, about.Unknown!);
    }
}
