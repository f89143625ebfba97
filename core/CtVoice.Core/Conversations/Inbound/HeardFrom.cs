using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Language.Email;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Who was heard from by which channel: a person, or a machine that tells of our mail and is never answered.</summary>
public sealed class HeardFrom(LastHeard heard, DeliveryReports deliveries, ApplyConsent consent)
{
    internal Task PersonAsync(Correlation about, CancellationToken cancellationToken) =>
        heard.NoteAsync(about.Members, about.By, about.Message.ReceivedAt, cancellationToken);

    /// <summary>What a machine tells of our mail is acted upon.</summary>
    internal async Task<InboundOutcome> MachineAsync(Correlation about, Understood said, CancellationToken cancellationToken)
    {
        if (said.Automation is Automation.HardBounce)
            await deliveries.BouncedAsync(about.ReviewId!, about.MemberId, cancellationToken);
        if (said.Automation is Automation.Complaint)
            await consent.ComplainedAsync(about, cancellationToken);
        return new(InboundPlace.Automated, said.Because, about.ReviewId) { ReactsTo = said.ReactsTo };
    }
}
