using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Talks;

/// <summary>
/// Leads the talks with members. What is known of a talk is one row; a due row looks at it when something may be due, and
/// the answers of the member move it on. Every step may be repeated.
/// </summary>
public sealed class LeadingTalks(
    TalkStore talks, BoardStore board, ContactStore contacts, AskInTalk asking, EndTalk ending, LastHeard heard, DueRows due,
    TimeProvider clock)
{
    /// <summary>
    /// Begins a talk by the member's first channel that can carry it and that they consent to. Null when there is none, or
    /// the talk was begun before; then what may be missing of one that goes on is looked for.
    /// </summary>
    public async Task<Talk?> BeginAsync(string kind, string memberId, int round = 1, Channel? by = null,
        CancellationToken cancellationToken = default)
    {
        if (await board.GetAsync(memberId, cancellationToken) is not { State: MemberState.Active } member
            || await contacts.ForSendingAsync(memberId, cancellationToken) is not { } contact
            || member.UsableChannels.Cast<Channel?>()
                .FirstOrDefault(c => (by is null || c == by) && Reaches(contact, c!.Value)) is not { } channel)
            return null;
        var talk = new Talk
        {
            Kind = kind,
            MemberId = memberId,
            Channel = channel,
            Round = round,
            Since = clock.GetUtcNow(),
            Opening =
                Talk.OpeningNow,
            AsksCalls = contact.Phone is not null
        };
        // The due row first: one without a talk is harmless.
        var row = await due.AddAsync(
            new(TalkStore.DueKind, string.Create(CultureInfo.InvariantCulture, $"{kind}|{memberId}|{round}")), clock.GetUtcNow(),
            cancellationToken);
        var held = await talks.ReadAsync(kind, memberId, cancellationToken);
        var begun = held?.Talk.Round >= round;
        if (!begun && await talks.WriteAsync(held, talk, cancellationToken))
            return talk;
        if (!begun || held!.Talk.End is not null)
            await due.RemoveAsync(row, cancellationToken);
        return null;
    }

    /// <summary>Does what is due in a talk, and notes when to look again.</summary>
    /// <param name="row">The due row.</param>
    /// <param name="cancellationToken">Stops before the next attempt.</param>
    /// <returns>False when the talk that the row announced has not begun.</returns>
    public async Task<bool> FinishAsync(DueRow row, CancellationToken cancellationToken = default)
    {
        var subject = row.Subject.Id.Split('|');
        var (kind, memberId) = (subject[0], subject[1]);
        // Rows that only look at a talk again name no round.
        var round = subject.Length > 2 ? int.Parse(subject[2], CultureInfo.InvariantCulture) : 0;
        if (await talks.FindAsync(kind, memberId, cancellationToken) is not { } talk || talk.Round < round)
            return round == 0;
        var again = await LookAsync(kind, memberId, cancellationToken);
        if (again > clock.GetUtcNow())
            await talks.LookAgainAsync(kind, memberId, again.Value, cancellationToken);
        else if (again is { } now)
            _ = await due.AddAsync(new(TalkStore.DueKind, $"{kind}|{memberId}"), now, cancellationToken);
        return true;
    }

    /// <summary>Returns when to look again; null when there is nothing left to do.</summary>
    private async Task<DateTimeOffset?> LookAsync(string kind, string memberId, CancellationToken cancellationToken)
    {
        if (await talks.ReadAsync(kind, memberId, cancellationToken) is not { Talk: var talk } held)
            return null;
        if (talk.End is not null)
        {
            // Whoever ended it may have stopped before the phone was free.
            await ending.FollowAsync(talk, cancellationToken);
            return null;
        }
        var now = clock.GetUtcNow();
        if (talk.AskedAt is { } asked)
        {
            if (now < asked + talk.Patience)
                return asked + talk.Patience;
            if (!talk.MayResend)
            {
                var still = await heard.AtAsync(memberId, talk.Channel, cancellationToken) > talk.Since;
                return await ending.StoreAsync(held, talk with
                { End = talk.Kind == Talk.StillYou && still ? TalkEnd.Done : TalkEnd.Silent }, cancellationToken);
            }
        }
        var member = await board.GetAsync(memberId, cancellationToken);
        var contact = await contacts.ForSendingAsync(memberId, cancellationToken);
        if (member is not { State: MemberState.Active } || !member.Consents(talk.Channel) || contact is null
            || !Reaches(contact, talk.Channel))
            return await ending.StoreAsync(held, talk with { End = TalkEnd.Unreachable }, cancellationToken);
        if (SendingHours.WaitFor(member, now) is { } allowed)
            return allowed;
        switch (await asking.SendAsync(talk, member, contact, cancellationToken))
        {
            case MessageOutcome.NotBefore later:
                return later.At;
            case MessageOutcome.NotAllowed:
                return clock.GetUtcNow() + TimeSpan.FromMinutes(1);
            case MessageOutcome.Refused { Reason: SendRefusal.OptedOut }:
                await board.RecordConsentAsync(memberId,
                    new(talk.Channel, ConsentState.Withdrawn, now, "provider", "refused by the provider"), cancellationToken);
                return await ending.StoreAsync(held, talk with { End = TalkEnd.Unreachable }, cancellationToken);
            case MessageOutcome.Refused:
                return await ending.StoreAsync(held, talk with { End = TalkEnd.Unreachable }, cancellationToken);
        }
        var sent = talk with { AskedAt = clock.GetUtcNow(), Resent = talk.AskedAt is not null };
        // An answer may have come meanwhile; it notes when to look again itself.
        return await talks.WriteAsync(held, sent, cancellationToken) ? sent.AskedAt + sent.Patience : clock.GetUtcNow();
    }

    private static bool Reaches(MemberContact contact, Channel channel) =>
        (channel is Channel.Sms && contact.Phone is not null) || (channel is Channel.Email && contact.Email is not null);
}
