using CtVoice.Core.Conversations.OnCall;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Takes what nobody on the board wrote: the word of somebody on call, else a message for a person to place.</summary>
public sealed class Strangers(OnCallReplies onCall, HoldingPen pen, InboundStore inbox)
{
    internal async Task<InboundOutcome> TakeAsync(Correlation about, CancellationToken cancellationToken)
    {
        // No member uses a phone that is on call: its list refuses one that somebody does.
        if (about.IsText && await onCall.HearAsync(about.Message, cancellationToken) is { } word)
            return word;
        // Of one number or address a few a day lie in the pen by themselves; the others are counted.
        await pen.AddOfStrangerAsync(new(about.Message.Id, about.Message.ReceivedAt, about.Unknown!), inbox.SenderOf(about.Message), cancellationToken);
        return new(InboundPlace.Unmatched, about.Unknown!);
    }
}
