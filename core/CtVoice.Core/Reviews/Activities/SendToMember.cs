using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Workflows;

namespace CtVoice.Core.Reviews.Activities;

/// <summary>
/// Sends one message of a review to one member, through the gate: still wanted, consent, quiet hours, the phone free for a
/// question, the pace of the channel. What cannot leave yet is answered with when to ask again; what can never leave ends
/// the invitation.
/// </summary>
public sealed class SendToMember(
    ReviewStore reviews, ReviewCommands commands, BoardStore board, ContactStore contacts, PhoneQueue phones, FreeingPhones freeing,
    Messenger messenger, ReplyAddress replyAddress, UnsubscribeLinks unsubscribe, MemberLinks links, BusinessCalendar calendar, TimeProvider clock)
    : IActivity<MemberMessage, Sending>
{
    public async Task<Sending> RunAsync(MemberMessage input, CancellationToken cancellationToken)
    {
        var now = ReviewCommands.Later(clock.GetUtcNow(), input.Now);
        if (await reviews.ReadAsync(input.ReviewId, cancellationToken) is not { } stored
            || stored.State.InvitationOf(input.MemberId) is not { } invitation
            || InvitationSight.Of(stored.State, invitation, calendar, now) is not { Over: false } sight
            || sight.Purpose != input.Purpose)
            return Sending.Done;
        var member = await board.GetAsync(input.MemberId, cancellationToken);
        var contact = await contacts.ForSendingAsync(input.MemberId, cancellationToken);
        if (member is not { State: MemberState.Active } || contact is null)
            return await EndAsync(input, "no longer takes part", now, cancellationToken);
        if (QuietHours.Default.NextAllowed(now, TimeZoneInfo.FindSystemTimeZoneById(member.Zone)) is var allowed && allowed > now)
            return new(allowed);

        foreach (var channel in Reachable(member, contact))
        {
            if (channel is Channel.PhoneDictated)
            {
                _ = await commands.DecideAsync(
                    input.ReviewId, (review, at) => Calling.Want(review, input.MemberId, input.Purpose, at), now, cancellationToken);
                return Sending.Done;
            }
            switch (await SendAsync(stored.State, invitation, input.Purpose, member, contact, channel, cancellationToken))
            {
                case MessageOutcome.Sent:
                    await RecordAsync(input, channel, now, cancellationToken);
                    // Asked another way, the question holds no phone: the next one on it need not wait for this answer.
                    if (channel is not Channel.Sms)
                        await freeing.FreeAsync(input.MemberId, input.ReviewId, cancellationToken);
                    return Sending.Done;
                case MessageOutcome.NotBefore later:
                    return new(later.At);
                case MessageOutcome.NotAllowed:
                    // Something changed this very moment: from the start, with what is stored now.
                    return new(clock.GetUtcNow());
                case MessageOutcome.Refused { Reason: SendRefusal.OptedOut }:
                    await board.RecordConsentAsync(member.Id, new(channel, ConsentState.Withdrawn, now, "provider", "refused by the provider"), cancellationToken);
                    break;
            }
        }
        return await EndAsync(input, "cannot be reached", now, cancellationToken);
    }

    private async Task<MessageOutcome> SendAsync(
        Review review, Invitation invitation, MessagePurpose purpose, Member member, MemberContact contact, Channel channel,
        CancellationToken cancellationToken)
    {
        var place = new OutboxPlace(ReviewRows.Partition(review.Id), ReviewRows.Outbox($"{member.Id}|{purpose.Kind}|{channel}"));
        // What the provider refused is not worth standing in line for.
        if (await messenger.RefusedAsync(place, cancellationToken) is { } refused)
            return refused;
        if (channel is Channel.Email)
        {
            await replyAddress.NoteAsync(invitation.Code, review.Id, member.Id, cancellationToken);
            return await messenger.MailWhenAllowedAsync(
                place, contact.Email!, PrepareAsync, replyAddress.Of(invitation.Code), await unsubscribe.MakeAsync(member.Id, cancellationToken), cancellationToken);
        }
        if (purpose != MessagePurpose.Outcome)
        {
            // Until the first invitation has left there is no close yet; the policy's length is the longest it can hold the phone.
            var until = review.Window?.ClosesAt
                ?? calendar.EndOfWindow(clock.GetUtcNow(), review.Policy.WindowBusinessDays, review.Policy.ClosesAt).At;
            if (!await phones.ClaimAsync(contact.Phone!, new(review.Id, member.Id, invitation.Round), until, cancellationToken))
                return new MessageOutcome.NotBefore(clock.GetUtcNow() + TimeSpan.FromHours(1));
        }
        return await messenger.TextWhenAllowedAsync(place, contact.Phone!, PrepareAsync, cancellationToken);

        // Consent and contact may have changed since the message was planned: both are read immediately before the attempt.
        async Task<Wording?> PrepareAsync(CancellationToken stop)
        {
            if (await board.GetAsync(member.Id, stop) is not { State: MemberState.Active } today || !today.Consents(channel)
                || await contacts.ForSendingAsync(member.Id, stop) != contact)
                return null;
            var link = purpose == MessagePurpose.Outcome ? null : await links.MakeAsync(review.Id, member.Id, channel, stop);
            return MemberWords.Compose(review, invitation, purpose, asText: channel is Channel.Sms, today.Discreet, link);
        }
    }

    private static IEnumerable<Channel> Reachable(Member member, MemberContact contact) =>
        member.UsableChannels.Where(channel =>
            (channel is Channel.Sms or Channel.PhoneDictated && contact.Phone is not null) || (channel is Channel.Email && contact.Email is not null));

    private async Task RecordAsync(MemberMessage input, Channel channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kind = input.Purpose.Kind;
        var by = channel is Channel.Sms ? "sms" : "email";
        _ = await commands.DecideAsync(input.ReviewId, (review, at) =>
            review.InvitationOf(input.MemberId) is { SentAt: not null } invitation && invitation.Undelivered == kind ? Inviting.SentAnotherWay(review, input.MemberId, by, at)
            : input.Purpose == MessagePurpose.Invitation ? Inviting.InvitationSent(review, input.MemberId, by, calendar, at)
            : input.Purpose == MessagePurpose.Outcome ? Finishing.Told(review, input.MemberId, at)
            : Inviting.ReminderSent(review, input.MemberId, kind, at), now, cancellationToken);
    }

    private async Task<Sending> EndAsync(MemberMessage input, string because, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _ = await commands.DecideAsync(input.ReviewId, (review, at) => Inviting.End(review, input.MemberId, because, at), now, cancellationToken);
        return Sending.Done;
    }
}
