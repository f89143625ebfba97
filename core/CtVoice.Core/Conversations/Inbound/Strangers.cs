using CtVoice.Core.Board;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Reviews;
using CtVoice.Core.Todo;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>
/// Takes what nobody on the board wrote: the word of somebody on call, that of whoever has a member's phone now, else a message for a
/// person to place.
/// </summary>
public sealed class Strangers(
    OnCallReplies onCall, HoldingPen pen, InboundStore inbox, BoardStore board, Matters matters, ReviewCommands commands)
{
    /// <summary>
    /// What somebody says of an alert whose phone members have too. The list refuses a member's phone; people who practise may be on
    /// call, and then say which alert they mean. Null for anything else.
    /// </summary>
    internal async Task<InboundOutcome?> OfAlertAsync(Correlation about, CancellationToken cancellationToken) =>
        about.IsText && about.Members.All(Practising.Is) && OnCallReplies.NamesAlert(about.Message.Text)
            ? await onCall.HearAsync(about.Message, cancellationToken) : null;

    /// <summary>
    /// Somebody else has the member's phone or mailbox, or the member has died: it is no answer, nothing more is asked, and a person looks
    /// today. What the member was asked goes to somebody else.
    /// </summary>
    internal async Task<InboundOutcome> InPlaceOfMemberAsync(Correlation about, CancellationToken cancellationToken)
    {
        await FlagAsync(about, cancellationToken);
        _ = await board.ChangeAsync(about.MemberId, member => member?.Paused(), cancellationToken);
        if (about.Review is { State.Id: var review })
        {
            _ = await commands.DecideAsync(
                review, (state, now) => Inviting.Stop(state, about.MemberId, now), cancellationToken: cancellationToken);
        }
        return new(
            InboundPlace.ForAPerson, "somebody else may be writing, or the member is gone", about.ReviewId,
            Answer: about.Phrases.SomebodyElse);
    }

    /// <summary>A person finds out whose number or address it is now.</summary>
    internal async Task FlagAsync(Correlation about, CancellationToken cancellationToken) => _ = await matters.RaiseAsync(
        TodoKinds.WrongPerson, about.Message.Id, about.Message.ReceivedAt,
        about.Review is { State: var review } ? (review.Id, review.Title) : null, cancellationToken);

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
