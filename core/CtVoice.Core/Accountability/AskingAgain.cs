using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Accountability;

/// <summary>
/// The votes on "did this answer you?" are counted, once. "Not answered" stands on the review. Asked once more is what was not
/// adopted in full, or what members named; what is answered then is final (DOMAIN 2.11).
/// </summary>
public static class AskingAgain
{
    /// <summary>When the votes are counted, the settling time included; null while nobody was asked.</summary>
    public static DateTimeOffset? CountsAt(Review review, BusinessCalendar calendar) =>
        review.VotesCountedAt is null ? Satisfaction.CountedAt(review, calendar)?.At + review.Policy.Settling : null;

    /// <summary>Whether votes may still be counted: somebody was asked, or may yet be.</summary>
    public static bool IsOpen(Review review, BusinessCalendar calendar, DateTimeOffset now) =>
        review is { Stage: ReviewStage.Finished, VotesCountedAt: null }
        && (CountsAt(review, calendar) is not null || review.Invitations.Any(i =>
            i is { Stands: true, Silent: false } && (i.ToldAt is null || Satisfaction.DueFor(review, i, calendar, now) is not null)));

    /// <summary>Counts the votes. When residents were not answered, that is recorded,
    /// and what <see cref="AsksAgain"/> says is asked once more.</summary>
    public static Decided<bool> Count(Review review, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (CountsAt(review, calendar) is not { } at || now < at)
            return new(false);
        var votes = Satisfaction.Of(review);
        var counted = LedgerDraft.Of("satisfaction-counted", Actor.System,
            ("asked", votes.Asked), ("yes", votes.Yes), ("partly", votes.Partly), ("no", votes.No));
        var after = review with { VotesCountedAt = now, NotAnswered = votes.NotAnswered };
        if (!votes.NotAnswered)
            return new(true, new(now, after, counted));
        // Whoever says "number 2 is no answer" and leaves the choice open names it as well.
        var named = review.FollowUps.Where(f => f is { Kind: FollowUpKind.Satisfaction, Choice: not 1 }).SelectMany(f => f.Named)
            .ToHashSet();
        var again = review.Recommendations.Where(r => AsksAgain(r, named.Contains(r.Number))).ToList();
        var due = calendar.Of(review).EndOfWindow(now, review.Policy.AnswerAgainBusinessDays, review.Policy.ClosesAt);
        after = again.Aggregate(after, (state, r) => state.With(r with
        {
            AskedAgain = new(now, r.Answers.Count, r.DueAt, r.OverdueSince),
            DueAt = due.At,
            DueBecause = due.Because,
            OverdueSince = null,
        }));
        return new(true, new(now, after, counted, LedgerDraft.Of(
            "residents-not-answered", Actor.System, ("recommendations", LedgerDraft.Numbers(again.Select(r => r.Number))),
            ("dueAt", again.Count == 0 ? null : due.At.UtcDateTime.ToString("O", null))))
        {
            Effects = [.. again.Select(r => new Effect.StartAccountability(r.Number))],
        });
    }

    /// <summary>Whether it is asked once more: it has an answer, that does not adopt it in full or members named it,
    /// and it is not delivered.</summary>
    private static bool AsksAgain(Recommendation recommendation, bool named) =>
        recommendation is { Waits: false, Answer: { } answer } && answer.Commitment is not { Delivered: true }
            && (named || answer.Kind is not AnswerKind.Adopted);
}
