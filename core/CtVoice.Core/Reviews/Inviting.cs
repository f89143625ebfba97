using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>From "texts are ready" to everybody having been asked: who is asked, what was sent, who takes a silent seat.</summary>
public static class Inviting
{
    /// <summary>Why an invitation ended whose member does not want to answer.</summary>
    public const string Declined = "declined";

    /// <summary>Why an invitation ended whose member asked, by whatever channel, that the messages stop.</summary>
    public const string AskedToStop = "asked for no more messages";

    /// <summary>All texts are released, and nobody stopped what follows: the panel is asked.</summary>
    public static Decided<bool> Open(Review review, DateTimeOffset now)
    {
        if (review.Stage is not ReviewStage.Preparing || Departing.AsksAt(review) is not { } at || now < at)
            return new(false);
        var invitations = review.Panel!.Seats.Select(seat => Create(review, seat, round: 1, now)).ToList();
        var opened = review.At(ReviewStage.Open, now) with { Invitations = invitations };
        return new(true, new(now, opened, LedgerDraft.Of("asking-started", Actor.System, ("members", invitations.Count)))
        {
            Effects = [.. invitations.Select(Start)],
        });
    }

    /// <summary>An invitation left, with its question or, <paramref name="hidden"/>, with the word that there is one.
    /// The first one opens the response window.</summary>
    public static Decided<bool> InvitationSent(
        Review review, string memberId, Channel channel, BusinessCalendar calendar, DateTimeOffset now, bool hidden = false)
    {
        if (review.InvitationOf(memberId) is not { SentAt: null } invitation)
            return new(false);
        // Before all others: an answer may have been faster than this record, and have shown the next one.
        var sent = review.With(invitation with
        {
            SentAt = now,
            Channel = channel,
            // A letter shows all of them: no other would be in time.
            Shown =
            [
                .. Enumerable.Range(1, channel is Channel.Letter ? review.Questions.Count : 1)
                    .Select(question => new ShownQuestion(question, channel, now) { Hidden = hidden }),
                .. invitation.Shown ?? [],
            ],
        });
        var entries = new List<LedgerDraft>
        {
            LedgerDraft.Of("invitation-sent", Actor.System, ("to", invitation.Pseudonym), ("round", invitation.Round)),
        };
        var effects = new List<Effect> { new Effect.NoteAsked(memberId, now) };
        if (review.Window is null)
        {
            var close = calendar.Of(review).EndOfWindow(
                now, Expediting.WindowDays(review, calendar, now) + Postage.Of(review), review.Policy.ClosesAt);
            sent = sent with { Window = new(now, close.At, Postage.Because(review, close.Because)) };
            entries.Add(LedgerDraft.Of("window-opened", Actor.System, ("closesAt", close.At.UtcDateTime.ToString("O", null))));
            effects.Add(new Effect.WakeReview());
            effects.AddRange(Others(review, memberId).Select(Wake));
        }
        return new(true, new(now, sent, entries) { Effects = effects });
    }

    /// <summary>A reminder left.</summary>
    public static Decided<bool> ReminderSent(
        Review review, string memberId, string kind, DateTimeOffset now, Channel channel = Channel.Sms, bool hidden = false)
    {
        if (review.InvitationOf(memberId) is not { } invitation || invitation.Reminders.Any(r => r.Kind == kind))
            return new(false);
        var reminded = review.With(Again(invitation, channel, hidden, now) with { Reminders = [.. invitation.Reminders, new(kind, now)] });
        return new(true, new(now, reminded, LedgerDraft.Of(
            "reminder-sent", Actor.System, ("to", invitation.Pseudonym), ("kind", kind))));
    }

    /// <summary>A reminder reached the member's phone or mailbox: from now on silence is an answer of its own.</summary>
    public static Decided<bool> ReminderDelivered(Review review, string memberId, string kind, DateTimeOffset now)
    {
        if (review.InvitationOf(memberId) is not { } invitation
            || invitation.Reminders.FirstOrDefault(r => r.Kind == kind) is not { DeliveredAt: null } reminder)
            return new(false);
        var delivered = invitation with
        {
            Reminders = [.. invitation.Reminders.Select(r => r.Kind == kind ? reminder with { DeliveredAt = now } : r)],
        };
        return new(true, new(now, review.With(delivered), LedgerDraft.Of(
            "reminder-delivered", Actor.System, ("to", invitation.Pseudonym), ("kind", kind)))
        {
            Effects = [Wake(invitation)],
        });
    }

    /// <summary>A provider took a message and could not deliver it: while the member is silent it leaves again, another way.</summary>
    public static Decided<bool> Lost(Review review, string memberId, string kind, DateTimeOffset now)
    {
        if (review.Stage is not ReviewStage.Open || new MessagePurpose(kind).IsNews()
            || review.InvitationOf(memberId) is not { Silent: true, Stands: true } invitation || invitation.Undelivered == kind)
            return new(false);
        return new(true, new(now, review.With(invitation with { Undelivered = kind }), LedgerDraft.Of(
            "message-lost", Actor.System, ("to", invitation.Pseudonym), ("kind", kind)))
        {
            Effects = [Wake(invitation)],
        });
    }

    /// <summary>A message that was lost left another way.</summary>
    public static Decided<bool> SentAnotherWay(Review review, string memberId, Channel channel, DateTimeOffset now, bool hidden = false)
    {
        if (review.InvitationOf(memberId) is not { Undelivered: { } kind } invitation)
            return new(false);
        return new(true,
            new(now, review.With(Again(invitation, channel, hidden, now) with { Undelivered = null, Channel = channel }), LedgerDraft.Of(
            "message-sent-another-way", Actor.System, ("to", invitation.Pseudonym), ("kind", kind))));
    }

    /// <summary>
    /// A silent member is reminded of and half the window is over: the next alternate joins. The silent member stays
    /// invited until the close.
    /// </summary>
    public static Decided<bool> CallAlternate(Review review, string memberId, DateTimeOffset now)
    {
        if (review.Stage is not ReviewStage.Open || review.InvitationOf(memberId) is not { AlternateCalled: false, Silent: true } silent)
            return new(false);
        return new(true,
            Replace(review, silent, "alternate-joined", "silent at half of the window", silent with { AlternateCalled = true }, now));
    }

    /// <summary>
    /// A member cannot be asked, or asked not to be: the invitation ends and the next alternate joins at once, also when the member
    /// answered some of the questions. What they answered counts. Nobody joins where nothing is left to ask: every question was
    /// answered, or skipped by somebody who did not ask for somebody else.
    /// </summary>
    public static Decided<bool> End(Review review, string memberId, string because, DateTimeOffset now)
    {
        if (review.InvitationOf(memberId) is not { Stands: true } invitation)
            return new(false);
        var ended = invitation with { EndedBecause = because };
        var questions = review.Questions.Count;
        var answered = review.Replies.Count(r => r.MemberId == memberId && r.Counts) >= questions;
        var left = because == Declined ? !answered : !invitation.Complete(questions);
        var asking = review.Stage is ReviewStage.Open && left && !invitation.AlternateCalled;
        if (asking)
            return new(true, Replace(review, invitation, "invitation-ended", because, ended with { AlternateCalled = true }, now));
        return new(true, new(now, review.With(ended), LedgerDraft.Of(
            "invitation-ended", Actor.System, ("member", invitation.Pseudonym), ("because", because)))
        {
            Effects = [Wake(invitation), new Effect.WakeReview(), new Effect.FreePhone(memberId)],
        });
    }

    /// <summary>A member wants somebody else to be asked, by whatever channel.</summary>
    public static Decided<bool> Decline(Review review, string memberId, DateTimeOffset now) =>
        review.Stage is ReviewStage.Open ? End(review, memberId, Declined, now) : new(false);

    /// <summary>A member asked for no more messages: what they are asked now is declined with a word.</summary>
    public static Decided<bool> Stop(Review review, string memberId, DateTimeOffset now) =>
        review.Stage is ReviewStage.Open ? End(review, memberId, AskedToStop, now) : new(false);

    // Only the silent are sent their question again; an answer that came in between has shown what comes next.
    private static Invitation Again(Invitation invitation, Channel channel, bool hidden, DateTimeOffset now) =>
        invitation is { Shown: not null, Silent: true }
            ? invitation.With(new ShownQuestion(invitation.NextQuestion, channel, now) { Hidden = hidden }) : invitation;

    private static Decision Replace(Review review, Invitation left, string type, string because, Invitation changed, DateTimeOffset now)
    {
        var next = review.Panel!.Reserve.FirstOrDefault(seat => review.InvitationOf(seat.MemberId) is null);
        var after = review.With(changed);
        var effects = new List<Effect> { Wake(left), new Effect.WakeReview() };
        if (!changed.Stands)
            effects.Add(new Effect.FreePhone(left.MemberId));
        if (next is not null)
        {
            var joining = Create(review, next, round: 2, now);
            after = after with { Invitations = [.. after.Invitations, joining] };
            effects.Add(Start(joining));
        }
        var entry = LedgerDraft.Of(type, Actor.System,
            ("member", left.Pseudonym), ("because", because), ("joins", next?.Pseudonym), ("nobodyLeft", next is null ? true : null));
        return new(now, after, entry) { Effects = effects };
    }

    private static Invitation Create(Review review, Seat seat, int round, DateTimeOffset now) => new()
    {
        MemberId = seat.MemberId,
        Pseudonym = seat.Pseudonym,
        Language = seat.Language,
        Code = Pseudonym.ReplyCode(review.PseudonymSalt, seat.MemberId),
        Round = round,
        CreatedAt = now,
        Shown = [],
    };

    private static IEnumerable<Invitation> Others(Review review, string memberId) => review.Invitations.Where(i => i.MemberId != memberId);

    private static Effect Start(Invitation invitation) => new Effect.StartInvitation(invitation.MemberId, invitation.Round);

    private static Effect Wake(Invitation invitation) => new Effect.WakeInvitation(invitation.MemberId, invitation.Round);
}
