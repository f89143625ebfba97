using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Accountability;

/// <summary>
/// The votes on "did this answer you?" are counted, once. "Not answered" asks each addressee once more, and what it answers
/// then is final (DOMAIN 2.11).
/// </summary>
public static class AskingAgain
{
    /// <summary>When the votes are counted, the settling time included; null while nobody was asked.</summary>
    public static DateTimeOffset? CountsAt(Review review, BusinessCalendar calendar) =>
        review.VotesCountedAt is null ? Satisfaction.CountedAt(review, calendar)?.At + review.Policy.Settling : null;

    /// <summary>Whether votes may still be counted: somebody was asked, or may yet be.</summary>
    public static bool IsOpen(Review review, BusinessCalendar calendar, DateTimeOffset now) => review is { Stage: ReviewStage.Finished, VotesCountedAt: null }
        && (CountsAt(review, calendar) is not null || review.Invitations.Any(i =>
            i is { Stands: true, Silent: false } && (i.ToldAt is null || Satisfaction.DueFor(review, i, calendar, now) is not null)));

    /// <summary>Counts the votes. When residents were not answered, every recommendation that has an answer is asked once more.</summary>
    public static Decided<bool> Count(Review review, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (CountsAt(review, calendar) is not { } at || now < at)
            return new(false);
        var votes = Satisfaction.Of(review);
        var counted = LedgerDraft.Of("satisfaction-counted", Actor.System,
            ("asked", votes.Asked), ("yes", votes.Yes), ("partly", votes.Partly), ("no", votes.No));
        var after = review with { VotesCountedAt = now };
        var again = votes.NotAnswered ? review.Recommendations.Where(r => !r.Waits).ToList() : [];
        if (again.Count == 0)
            return new(true, new(now, after, counted));
        var due = calendar.EndOfWindow(now, review.Policy.AnswerAgainBusinessDays, review.Policy.ClosesAt);
        after = again.Aggregate(after, (state, r) => state.With(r with
        {
            AskedAgain = new(now, r.Answers.Count, r.DueAt, r.OverdueSince),
            DueAt = due.At,
            DueBecause = due.Because,
            OverdueSince = null,
        }));
        return new(true, new(now, after, counted, LedgerDraft.Of(
            "residents-not-answered", Actor.System, ("recommendations", LedgerDraft.Numbers(again.Select(r => r.Number))), ("dueAt", due.At.UtcDateTime.ToString("O", null))))
        {
            Effects = [.. again.Select(r => new Effect.StartAccountability(r.Number))],
        });
    }
}
