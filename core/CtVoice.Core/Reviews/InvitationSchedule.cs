using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Reviews;

/// <summary>What a member's workflow sees: what is to be sent next and when, and when an alternate is called. No personal data.</summary>
/// <param name="Over">Nothing more will be sent.</param>
/// <param name="Purpose">What is sent next; null when nothing is known to be.</param>
/// <param name="SendAt">From when on it is due.</param>
/// <param name="AlternateAt">When an alternate joins because of this member's silence.</param>
public sealed record InvitationSchedule(bool Over, MessagePurpose? Purpose = null, DateTimeOffset? SendAt = null,
    DateTimeOffset? AlternateAt = null)
{
    private static readonly InvitationSchedule Nothing = new(false);

    /// <summary>The schedule of one member's part in a review.</summary>
    public static InvitationSchedule Of(Review review, Invitation invitation, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (!invitation.Stands
            || review.Over && review.Stage is not ReviewStage.Finished && TellingDates.Cancelled(review, invitation) is null)
            return new(true);
        var schedule = Next(review, invitation, calendar, now);
        // A call of this kind waits for the coordinator already; noting it wakes the workflow.
        return schedule.Purpose is { } purpose && purpose.Kind == invitation.Call?.Kind
            ? schedule with { Purpose = null, SendAt = null }
            : schedule;
    }

    private static InvitationSchedule Next(Review review, Invitation invitation, BusinessCalendar calendar, DateTimeOffset now) =>
        review.Stage switch
        {
            // Between the close and its settling: nobody is asked or reminded of a question that is over.
            ReviewStage.Open when review.Window?.ClosesAt <= now => Nothing,
            ReviewStage.Open when invitation.SentAt is null => new(false, MessagePurpose.Invitation, invitation.CreatedAt),
            ReviewStage.Open when invitation is { Silent: true, Undelivered: { } lost } => new(false, new(lost), invitation.SentAt),
            ReviewStage.Open when TellingDates.Moved(review, invitation) is var (purpose, at) =>
                new(false, purpose, at, invitation.Silent ? AlternateTime.Of(review, invitation, calendar) : null),
            ReviewStage.Open when invitation.Silent => Silence(review, invitation, calendar, now),
            ReviewStage.Open when ShowingQuestions.OwedAt(review, invitation, calendar) is { } at =>
                new(false, MessagePurpose.Question(invitation.NextQuestion), at),
            ReviewStage.Cancelled => new(false, MessagePurpose.Cancelled, TellingDates.Cancelled(review, invitation)),
            ReviewStage.Preview when invitation.SentAt is not null
                && ReadingBack.DueFor(review, invitation, calendar) is { } at => new(false, MessagePurpose.ReadBack, at),
            ReviewStage.Finished when invitation.Silent => new(true),
            ReviewStage.Finished when Satisfaction.DueFor(review, invitation, calendar, now) is { } at =>
                new(false, MessagePurpose.Satisfaction, at),
            ReviewStage.Finished => TellingMembers.Next(review, invitation, calendar),
            // Never asked, and it is too late to ask.
            _ when invitation.SentAt is null => new(true),
            _ => Nothing,
        };

    private static InvitationSchedule Silence(Review review, Invitation invitation, BusinessCalendar calendar, DateTimeOffset now)
    {
        var reminder = Reminders.Next(review, invitation, calendar, now);
        return new(false, reminder?.Purpose, reminder?.At, AlternateTime.Of(review, invitation, calendar));
    }
}
