using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Words;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Coming back on a phone: the number belongs to all who use it, the wish for texts to the one who wrote.</summary>
public sealed partial class InboundProcessor
{
    private const string WhoStarted =
        "START on a phone that several members use: nobody can tell who wrote. Ask each of them, and record the consent of whoever wants texts again.";

    /// <summary>
    /// START brings back whoever wrote, and nobody else on the number. On a shared phone that is the one of those who had
    /// stopped whose question is open there; otherwise a person asks, because a wrong guess would write to somebody who had
    /// said no.
    /// </summary>
    private async Task<InboundOutcome> StartAsync(
        InboundMessage message, IReadOnlyList<string> members, string because, bool ours, Phrases phrases, CancellationToken cancellationToken)
    {
        var stopped = new List<string>();
        foreach (var id in members)
        {
            // Those who have left answer nothing any more.
            if (await board.GetAsync(id, cancellationToken) is { State: not MemberState.Left } member && !member.Consents(Channel.Sms))
                stopped.Add(id);
        }
        var open = members.Count > 1 && stopped.Count > 0 ? await phones.OpenAsync(message.From, cancellationToken) : null;
        IReadOnlyList<string>? back = members.Count == 1 ? members
            : stopped.Count == 0 ? []
            : open is not null && stopped.Contains(open.MemberId) ? [open.MemberId]
            : null;
        if (back is null)
        {
            await pen.AddAsync(new(message.Id, message.ReceivedAt, WhoStarted), cancellationToken);
            return new(InboundPlace.ClarificationAsked, because, Answer: ours ? phrases.WhoStarted(help.Name, help.Phone) : null);
        }
        await ConsentAsync(back, Channel.Sms, ConsentState.Given, message, cancellationToken);
        return new(InboundPlace.OptIn, because, Answer: ours ? phrases.Started : null);
    }
}
