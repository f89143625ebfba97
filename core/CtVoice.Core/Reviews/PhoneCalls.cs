using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Reviews;

/// <summary>Members who take calls or letters only: what the software would send, the coordinator says or posts, and notes it.</summary>
public static class PhoneCalls
{
    /// <summary>A message to this member is due and only a call can bring it: it goes to the coordinator's list.</summary>
    public static Decided<bool> Want(
        Review review, string memberId, MessagePurpose purpose, DateTimeOffset now, bool byLetter = false)
    {
        if (review.InvitationOf(memberId) is not { Stands: true } invitation || invitation.Call?.Kind == purpose.Kind)
            return new(false);
        return new(true, new(now, review.With(invitation with { Call = new(purpose.Kind, now) { ByLetter = byLetter } }), LedgerDraft.Of(
            byLetter ? "letter-wanted" : "call-wanted", Actor.System, ("to", invitation.Pseudonym), ("kind", purpose.Kind))));
    }

    /// <summary>The coordinator has called and said what was to be said, or posted the letter: it counts like a message that arrived.
    /// </summary>
    public static Decided<bool> Note(Review review, string memberId, string keyId, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (review.InvitationOf(memberId) is not { Stands: true, Call: { } call } before)
            return new(false);
        var by = call.ByLetter ? Board.Channel.Letter : Dictating.Spoken.Channel;
        var first = call.Kind == MessagePurpose.Invitation.Kind
            ? Inviting.InvitationSent(review, memberId, by, calendar, now)
            : call.Kind == MessagePurpose.Outcome.Kind ? Finishing.Told(review, memberId, now)
            : new MessagePurpose(call.Kind).FollowUp is { } followUp
                ? FollowingUp.Asked(review, memberId, followUp, review.InvitationOf(memberId)!.Language,
                    ReadingBack.ShownNow(review, followUp), now)
            : new MessagePurpose(call.Kind).UpdateNumber() is { } number
                ? TellingMembers.Updated(review, memberId, number, review.News.Count, now)
            : new MessagePurpose(call.Kind).IsAboutDate() ? TellingDates.Told(review, memberId, new(call.Kind), now)
            : call.ByLetter ? Inviting.ReminderSent(review, memberId, call.Kind, now, by)
            : Reminded(review, memberId, call.Kind, now);
        if (first.Change is not { } change)
            return new(false);
        var invitation = change.State.InvitationOf(memberId)!;
        return new(true, change with
        {
            State = change.State.With(invitation with { Call = null }),
            Ledger = [.. change.Ledger,
                LedgerDraft.Of(call.ByLetter ? "letter-posted" : "call-made", Actor.Coordinator(keyId),
                    ("to", invitation.Pseudonym), ("kind", call.Kind))],
            Effects = [.. change.Effects, new Effect.WakeInvitation(memberId, before.Part)],
        });
    }

    /// <summary>Members whom the coordinator should call now, with the reason of the call.</summary>
    public static IReadOnlyList<(Invitation Invitation, PendingCall Call)> Wanted(Review review) =>
    [
        .. review.Invitations.Where(i => i is { Stands: true, Call: not null } && review.Stage switch
            {
                ReviewStage.Open when new MessagePurpose(i.Call.Kind).MoveNumber() is { } move => i.MovesTold < move,
                ReviewStage.Open => i.SentAt is null || i.Silent,
                ReviewStage.Cancelled => i.Call.Kind == MessagePurpose.Cancelled.Kind,
                ReviewStage.Finished when i.Call.Kind == MessagePurpose.Outcome.Kind => i.ToldAt is null,
                ReviewStage.Finished or ReviewStage.Preview when new MessagePurpose(i.Call.Kind).FollowUp is { } kind =>
                    (kind is FollowUpKind.ReadBack) == (review.Stage is ReviewStage.Preview)
                    && review.FollowUpOf(i.MemberId, kind) is not { AskedAt: not null },
                ReviewStage.Finished => i.ToldAt is not null && i.Call.Kind == MessagePurpose.Update(i.Updates + 1).Kind,
                _ => false,
            })
            .Select(i => (i, i.Call!)),
    ];

    // Said is delivered: nobody else can tell. Of a letter nobody knows when it came, so that no alternate joins for the silence after.
    private static Decided<bool> Reminded(Review review, string memberId, string kind, DateTimeOffset now)
    {
        var sent = Inviting.ReminderSent(review, memberId, kind, now, Dictating.Spoken.Channel);
        if (sent.Change is not { } change || Inviting.ReminderDelivered(change.State, memberId, kind, now).Change is not { } delivered)
            return new(false);
        return new(true, delivered with
        { Ledger = [.. change.Ledger, .. delivered.Ledger], Effects = [.. change.Effects, .. delivered.Effects] });
    }
}
