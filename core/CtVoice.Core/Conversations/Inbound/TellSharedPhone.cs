using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>A phone that several use was stopped by one of them, and nobody knows by whom: each is told by an email of their own.</summary>
public sealed class TellSharedPhone(BoardStore board, ContactStore contacts, Messenger messenger, TimeProvider clock)
{
    /// <summary>Tells everybody whose day it is. It answers nobody, so it waits for the day. Returns when to try again.</summary>
    internal async Task<DateTimeOffset?> TellAsync(Correlation about, CancellationToken cancellationToken)
    {
        if (about.Stored.Outcome is not { Place: InboundPlace.OptOut } || !StopOnSharedPhone.Is(about))
            return null;
        var now = clock.GetUtcNow();
        DateTimeOffset? again = null;
        foreach (var id in about.Members)
        {
            if (await board.GetAsync(id, cancellationToken) is not { } member || !StopOnSharedPhone.IsTold(member)
                || await contacts.ForSendingAsync(id, cancellationToken) is not { Email: { } address })
                continue;
            var phrases = Phrases.In(member.Languages[0]);
            var at = SendingHours.WaitFor(member, now) is { } allowed ? allowed
                : await messenger.MailAsync(
                    new($"answer|{about.Message.Id}", $"stopped|{id}")
                    { Practice = Practising.Is(id) }, address, new(phrases.Board, phrases.PhoneStopped), null,
                        cancellationToken: cancellationToken)
                    is MessageOutcome.NotBefore later ? later.At : (DateTimeOffset?)null;
            again = again is null || at < again ? at ?? again : again;
        }
        return again;
    }
}
