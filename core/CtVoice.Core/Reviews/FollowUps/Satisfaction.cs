using CtVoice.Core.Calendar;

namespace CtVoice.Core.Reviews.FollowUps;

/// <summary>Whether what the agencies answered has answered those who gave the advice.</summary>
public static class Satisfaction
{
    /// <summary>No, of <see cref="FollowUpKind.Satisfaction"/>.</summary>
    public const int No = 3;

    /// <summary>The votes that count so far.</summary>
    public static SatisfactionCount Of(Review review)
    {
        var asked = review.FollowUps.Where(f => f is { Kind: FollowUpKind.Satisfaction, AskedAt: not null }).ToList();
        var votes = review.FollowUps.Where(f => f.Kind is FollowUpKind.Satisfaction).Select(f => f.Choice).OfType<int>().ToList();
        return new(asked.Count, votes.Count(v => v == 1), votes.Count(v => v == 2), votes.Count(v => v == No));
    }

    /// <summary>
    /// When a member is to be asked: with the first word of what became of the advice, as long as votes are counted. Null when
    /// there was no answer to tell of, the question left, or the member wants no further question about the review.
    /// </summary>
    public static DateTimeOffset? DueFor(Review review, Invitation invitation, BusinessCalendar calendar, DateTimeOffset now) =>
        invitation.ToldAt is { } told
        && review.Recommendations.Any(r => r.Answer?.AnsweredAt <= told)
        && review.FollowUpOf(invitation.MemberId, FollowUpKind.Satisfaction) is not { AskedAt: not null }
        && review.FollowUpOf(invitation.MemberId, FollowUpKind.ReadBack) is not { Skipped.NoMore: true }
        && !(CountedAt(review, calendar)?.At <= now)
            ? told
            : null;

    /// <summary>
    /// When the votes are counted: so many business days after the first member was asked; later ones are an addendum.
    /// Null while nobody was asked.
    /// </summary>
    public static ExplainedInstant? CountedAt(Review review, BusinessCalendar calendar) =>
        review.FollowUps.Where(f => f.Kind is FollowUpKind.Satisfaction).Min(f => f.AskedAt) is { } first
            ? CountedAfter(review, calendar, first)
            : null;

    /// <summary>When the votes are counted if the first member is asked at an instant.</summary>
    public static ExplainedInstant CountedAfter(Review review, BusinessCalendar calendar, DateTimeOffset first) =>
        calendar.Of(review).EndOfWindow(first, review.Policy.SatisfactionBusinessDays + Postage.Of(review), review.Policy.ClosesAt);
}

/// <summary>Votes on "did this answer you?".</summary>
/// <param name="Asked">Members asked.</param>
/// <param name="Yes">1.</param>
/// <param name="Partly">2.</param>
/// <param name="No">3.</param>
public sealed record SatisfactionCount(int Asked, int Yes, int Partly, int No)
{
    /// <summary>Members who voted.</summary>
    public int Replied => Yes + Partly + No;

    /// <summary>True when at least half of those who voted, and at least two, say no. Whoever is silent is on neither side.</summary>
    public bool NotAnswered => No >= 2 && 2 * No >= Replied;
}
