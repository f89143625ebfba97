using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>
/// A date that moves is told at once to everyone who was given it and may still answer: more time, whoever gave it, and
/// the end of a review that is cancelled. Who was asked after it moved was given the new one.
/// </summary>
public static class TellingDates
{
    /// <summary>That the close was moved, when a member is to be told so now; null when they know,
    /// or were never told another date.</summary>
    public static (MessagePurpose Purpose, DateTimeOffset At)? Moved(Review review, Invitation invitation) =>
        review is { Stage: ReviewStage.Open, Window: { MovedAt: { } moved } window }
        && invitation.MovesTold < window.Moves && invitation.SentAt <= moved
            ? (MessagePurpose.Moved(window.Moves), moved)
            : null;

    /// <summary>Since when a member is to be told that the review is cancelled; null when they know, were not asked,
    /// or it was over for them.</summary>
    public static DateTimeOffset? Cancelled(Review review, Invitation invitation) =>
        review is { Stage: ReviewStage.Cancelled, CancelTells: true } && invitation is { SentAt: not null, Stands: true }
        && !(invitation.DateToldAt >= review.StageSince)
            ? review.StageSince
            : null;

    /// <summary>A member was told the date that holds, or that the review is cancelled.</summary>
    public static Decided<bool> Told(Review review, string memberId, MessagePurpose purpose, DateTimeOffset now)
    {
        if (review.InvitationOf(memberId) is not { } invitation || purpose.MoveNumber() is { } known && invitation.MovesTold >= known)
            return new(false);
        var told = invitation with { DateToldAt = now, MovesTold = purpose.MoveNumber() ?? invitation.MovesTold };
        return new(true,
            new(now, review.With(told), LedgerDraft.Of("date-told", Actor.System, ("to", invitation.Pseudonym), ("kind", purpose.Kind))));
    }
}
