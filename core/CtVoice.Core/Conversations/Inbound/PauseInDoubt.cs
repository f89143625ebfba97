using CtVoice.Core.Board;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>
/// Words that may ask to be left alone, and may be advice ("Stop asking about immigration"): they are kept as what they are, a person
/// looks, and whoever wrote them is sent nothing more by us until they write START, or the coordinator says that they take part again.
/// </summary>
public sealed class PauseInDoubt(HoldingPen pen, BoardStore board)
{
    /// <summary>
    /// Flags and pauses where the words ask for it, and touches nothing for any others. Of several on one phone nobody knows who wrote: all
    /// of them are paused, as STOP does. Every step may be repeated; a START that came later is not undone.
    /// </summary>
    /// <returns>True when it is paused now: the answer says so, and shows no question.</returns>
    internal async Task<bool> TakeAsync(Correlation about, Understood said, CancellationToken cancellationToken)
    {
        await pen.FlagAsync(about.Message, said, cancellationToken);
        if (!said.Pauses)
            return false;
        var paused = false;
        foreach (var id in about.Members)
        {
            var member = await board.ChangeAsync(
                id, member => member is not null && CameBack(member, about.Message) ? member : member?.Paused(), cancellationToken);
            paused |= member is { State: MemberState.Paused };
        }
        return paused;
    }

    /// <summary>Whether a message was flagged so before.</summary>
    internal async Task<bool> WasBegunAsync(InboundMessage message, CancellationToken cancellationToken) =>
        (await pen.FindAsync(message.Id, cancellationToken))?.Because.StartsWith(HoldingPen.Paused, StringComparison.Ordinal) is true;

    /// <summary>Ends the pause: it is known by now what was meant.</summary>
    internal async Task EndAsync(IEnumerable<string> members, CancellationToken cancellationToken)
    {
        foreach (var id in members)
            _ = await board.ChangeAsync(id, member => member?.Resumed(), cancellationToken);
    }

    private static bool CameBack(Member member, InboundMessage message) =>
        member.Consent.Any(record => record.State is ConsentState.Given && record.When > message.ReceivedAt);
}
