using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;

namespace CtVoice.Core.Letters;

/// <summary>Sends one copy of a letter to one of its readers, by the first channel that can carry it.</summary>
public sealed class SendLetter(BoardStore board, ContactStore contacts, MemberPost post, TimeProvider clock)
{
    /// <summary>What became of one copy, or when to ask again.</summary>
    internal async Task<(LetterState State, DateTimeOffset? Again)> SendAsync(Letter letter, LetterReader reader,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await board.GetAsync(reader.MemberId, cancellationToken) is not { State: MemberState.Active } member
            || await contacts.ForSendingAsync(reader.MemberId, cancellationToken) is not { } contact)
            return (LetterState.NotReached, null);
        if (SendingHours.WaitFor(member, now) is { } allowed)
            return (LetterState.Waits, allowed);
        foreach (var channel in member.UsableChannels.Where(c => c switch
        {
            Channel.Email => contact.Email is not null,
            Channel.Letter => false,
            _ => contact.Phone is not null,
        }))
        {
            // Whoever wants texts without a topic is told this one by a person.
            if (channel is Channel.PhoneDictated || channel is Channel.Sms && member.Discreet)
                return (LetterState.Call, null);
            var posting = new Posting(new(Outbox(letter.Id), $"outbox|{member.Id}|{channel}"), member, contact, channel);
            switch (await post.SendAsync(posting, (_, _) => Task.FromResult<Wording?>(WordsOf(letter, reader, channel)), cancellationToken))
            {
                case MessageOutcome.Sent:
                    return (LetterState.Sent, null);
                case MessageOutcome.NotBefore later:
                    return (LetterState.Waits, later.At);
                case MessageOutcome.NotAllowed:
                    return (LetterState.Waits, clock.GetUtcNow() + TimeSpan.FromMinutes(1));
                case MessageOutcome.Refused { Reason: SendRefusal.OptedOut, Before: false }:
                    await board.RecordConsentAsync(member.Id,
                        new(channel, ConsentState.Withdrawn, now, "provider", "refused by the provider"), cancellationToken);
                    break;
            }
        }
        return (LetterState.NotReached, null);
    }

    /// <summary>Partition of the copies of a letter.</summary>
    internal static string Outbox(string id) => $"letter|{id}";

    private static Wording WordsOf(Letter letter, LetterReader reader, Channel channel) =>
        channel is Channel.Sms
            ? new("", LetterCheck.AsText(letter.TextFor(reader)))
            : LetterCheck.AsMail(letter.TextFor(reader), letter.Id);
}
