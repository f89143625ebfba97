using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>
/// A provider refuses a text because the number answered STOP, to it and perhaps not to us: it is taken for the STOP of everybody on the
/// number.
/// </summary>
public sealed class StoppedAtProvider(BoardStore board, ContactStore contacts, InboundStore inbox, TimeProvider clock)
{
    /// <summary>Withdraws the consent of whoever the refused message was for; again changes nothing.</summary>
    public async Task NoteAsync(OutboxPlace refused, CancellationToken cancellationToken = default)
    {
        var withdrawn = new ConsentRecord(Channel.Sms, ConsentState.Withdrawn, clock.GetUtcNow(), "provider", "refused by the provider");
        foreach (var id in await MembersAsync(refused, cancellationToken))
            _ = await board.RecordConsentAsync(id, withdrawn, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> MembersAsync(OutboxPlace refused, CancellationToken cancellationToken)
    {
        if (refused.Row.Split('|') is ["outbox", var member, ..])
        {
            return await contacts.ForSendingAsync(member, cancellationToken) is { Phone: { } phone }
                ? await contacts.MembersOnPhoneAsync(phone, cancellationToken)
                : [member];
        }
        return refused.Partition.StartsWith("answer|", StringComparison.Ordinal)
            && await inbox.ReadAsync(refused.Partition["answer|".Length..], cancellationToken) is { } stored
            ? await contacts.MembersOnPhoneAsync(stored.Message.From, cancellationToken)
            : [];
    }
}
