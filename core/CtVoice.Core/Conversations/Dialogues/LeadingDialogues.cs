using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Dialogues;

/// <summary>
/// Leads the talks with members. What is known of a talk is one row; a due row looks at it when something may be due, and
/// the answers of the member move it on. Every step may be repeated.
/// </summary>
public sealed class LeadingDialogues(
    DialogueStore dialogues, BoardStore board, ContactStore contacts, AskInDialogue asking, EndDialogue ending, LastHeard heard,
    DueRows due,
    TimeProvider clock)
{
    /// <summary>
    /// Begins a talk by the member's first channel that can carry it and that they consent to. Null when there is none, or
    /// the talk was begun before; then what may be missing of one that goes on is looked for.
    /// </summary>
    public async Task<Dialogue?> BeginAsync(string kind, string memberId, int round = 1, Channel? by = null,
        CancellationToken cancellationToken = default)
    {
        if (await board.GetAsync(memberId, cancellationToken) is not { State: MemberState.Active } member
            || await contacts.ForSendingAsync(memberId, cancellationToken) is not { } contact
            || member.UsableChannels.Cast<Channel?>()
                .FirstOrDefault(c => (by is null || c == by) && Reaches(contact, c!.Value)) is not { } channel)
            return null;
        var dialogue = new Dialogue
        {
            Kind = kind,
            MemberId = memberId,
            Channel = channel,
            Round = round,
            Since = clock.GetUtcNow(),
            Opening =
                Dialogue.OpeningNow,
            AsksCalls = contact.Phone is not null
        };
        // The due row first: one without a talk is harmless.
        var row = await due.AddAsync(
            new(DialogueStore.DueKind, string.Create(CultureInfo.InvariantCulture, $"{kind}|{memberId}|{round}")), clock.GetUtcNow(),
            cancellationToken);
        var held = await dialogues.ReadAsync(kind, memberId, cancellationToken);
        var begun = held?.Dialogue.Round >= round;
        if (!begun && await dialogues.WriteAsync(held, dialogue, cancellationToken))
            return dialogue;
        if (!begun || held!.Dialogue.End is not null)
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
        if (await dialogues.FindAsync(kind, memberId, cancellationToken) is not { } dialogue || dialogue.Round < round)
            return round == 0;
        var again = await LookAsync(kind, memberId, cancellationToken);
        if (again > clock.GetUtcNow())
            await dialogues.LookAgainAsync(kind, memberId, again.Value, cancellationToken);
        else if (again is { } now)
            _ = await due.AddAsync(new(DialogueStore.DueKind, $"{kind}|{memberId}"), now, cancellationToken);
        return true;
    }

    /// <summary>Returns when to look again; null when there is nothing left to do.</summary>
    private async Task<DateTimeOffset?> LookAsync(string kind, string memberId, CancellationToken cancellationToken)
    {
        if (await dialogues.ReadAsync(kind, memberId, cancellationToken) is not { Dialogue: var dialogue } held)
            return null;
        if (dialogue.End is not null)
        {
            // Whoever ended it may have stopped before the phone was free.
            await ending.FollowAsync(dialogue, cancellationToken);
            return null;
        }
        var now = clock.GetUtcNow();
        if (dialogue.AskedAt is { } asked)
        {
            if (now < asked + dialogue.Patience)
                return asked + dialogue.Patience;
            if (!dialogue.MayResend)
            {
                var still = await heard.AtAsync(memberId, dialogue.Channel, cancellationToken) > dialogue.Since;
                return await ending.StoreAsync(held, dialogue with
                { End = dialogue.Kind == Dialogue.StillYou && still ? DialogueEnd.Done : DialogueEnd.Silent }, cancellationToken);
            }
        }
        var member = await board.GetAsync(memberId, cancellationToken);
        var contact = await contacts.ForSendingAsync(memberId, cancellationToken);
        if (member is not { State: MemberState.Active } || !member.Consents(dialogue.Channel) || contact is null
            || !Reaches(contact, dialogue.Channel))
            return await ending.StoreAsync(held, dialogue with { End = DialogueEnd.Unreachable }, cancellationToken);
        if (SendingHours.WaitFor(member, now) is { } allowed)
            return allowed;
        switch (await asking.SendAsync(dialogue, member, contact, cancellationToken))
        {
            case MessageOutcome.NotBefore later:
                return later.At;
            case MessageOutcome.NotAllowed:
                return clock.GetUtcNow() + TimeSpan.FromMinutes(1);
            case MessageOutcome.Refused { Reason: SendRefusal.OptedOut }:
                await board.RecordConsentAsync(memberId,
                    new(dialogue.Channel, ConsentState.Withdrawn, now, "provider", "refused by the provider"), cancellationToken);
                return await ending.StoreAsync(held, dialogue with { End = DialogueEnd.Unreachable }, cancellationToken);
            case MessageOutcome.Refused:
                return await ending.StoreAsync(held, dialogue with { End = DialogueEnd.Unreachable }, cancellationToken);
        }
        var sent = dialogue with { AskedAt = clock.GetUtcNow(), Resent = dialogue.AskedAt is not null };
        // An answer may have come meanwhile; it notes when to look again itself.
        return await dialogues.WriteAsync(held, sent, cancellationToken) ? sent.AskedAt + sent.Patience : clock.GetUtcNow();
    }

    private static bool Reaches(MemberContact contact, Channel channel) =>
        (channel is Channel.Sms && contact.Phone is not null) || (channel is Channel.Email && contact.Email is not null);
}
