using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>
/// Whom a decision wakes: the workflows that see something else after it than before. All that a workflow knows of a review is
/// its schedule, so one whose schedule is the same would read it, find nothing new and wait again.
/// </summary>
internal static class Waking
{
    /// <summary>The decision without the wakes that concern nobody.</summary>
    /// <param name="before">What it was taken on.</param>
    /// <param name="change">The decision.</param>
    /// <param name="calendar">The calendar that sights are computed with.</param>
    /// <param name="now">The instant at which it is taken.</param>
    internal static Decision Concerned(Review before, Decision change, BusinessCalendar calendar, DateTimeOffset now) => change with
    {
        Effects = [.. change.Effects.Where(e => Concerns(e, before, change.State, calendar, now))],
    };

    private static bool Concerns(Effect effect, Review before, Review after, BusinessCalendar calendar, DateTimeOffset now) => effect switch
    {
        // Whoever waits for members tries again after every wake, whatever it sees.
        Effect.WakeReview => before.Stage is ReviewStage.ShortOfMembers
            || ReviewSchedule.Of(before, calendar, now) != ReviewSchedule.Of(after, calendar, now),
        Effect.WakeInvitation e => OfMember(before, e.MemberId, calendar, now) != OfMember(after, e.MemberId, calendar, now),
        Effect.WakeAccountability e => OfAddressee(before, e.Number, calendar, now) != OfAddressee(after, e.Number, calendar, now),
        _ => true,
    };

    private static InvitationSchedule? OfMember(Review review, string memberId, BusinessCalendar calendar, DateTimeOffset now) =>
        review.InvitationOf(memberId) is { } invitation ? InvitationSchedule.Of(review, invitation, calendar, now) : null;

    private static AddresseeSchedule? OfAddressee(Review review, int recommendation, BusinessCalendar calendar, DateTimeOffset now) =>
        review.Recommendations.FirstOrDefault(r => r.Number == recommendation) is { } found
            ? AddresseeSchedule.Of(review, found.Addressee, calendar, now)
            : null;
}
