using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>"Not answered" (DOMAIN 2.11): each addressee is asked once more, and what it answers then is final.</summary>
public static class AskingAgain
{
    /// <summary>The members' votes on the answers are in. Every recommendation that has an answer is asked once more, once.</summary>
    public static Decided<bool> Decide(Review review, AnswerVotes votes, BusinessCalendar calendar, DateTimeOffset now)
    {
        var again = review.Recommendations.Where(r => r is { Waits: false, AskedAgain: null }).ToList();
        if (!votes.NotAnswered || again.Count == 0 || review.Recommendations.Any(r => r.AskedAgain is not null))
            return new(false);
        var due = calendar.EndOfWindow(now, review.Policy.AnswerAgainBusinessDays, review.Policy.ClosesAt);
        var after = again.Aggregate(review, (state, r) => state.With(r with
        {
            AskedAgain = new(now, r.Answers.Count, r.DueAt, r.OverdueSince),
            DueAt = due.At,
            DueBecause = due.Because,
            OverdueSince = null,
        }));
        return new(true, new(now, after, LedgerDraft.Of("residents-not-answered", Actor.System,
            ("yes", votes.Yes), ("partly", votes.Partly), ("no", votes.No), ("recommendations", again.Count),
            ("dueAt", due.At.UtcDateTime.ToString("O", null))))
        {
            Effects = [.. again.SelectMany(r => new Effect[] { new Effect.StartAccountability(r.Number), new Effect.WakeAccountability(r.Number) })],
        });
    }
}
