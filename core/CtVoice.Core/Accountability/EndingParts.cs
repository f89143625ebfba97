using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>
/// The end of an addressee's workflow is a decision: whoever gives it work afterwards sees that it ended, and starts the next
/// round of it. No backend has to restart a finished instance, and no work falls between the two.
/// </summary>
public static class EndingParts
{
    /// <summary>Nothing is left to do in this round; true when it may end.</summary>
    public static Decided<bool> End(Review review, int number, int round, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (AddresseeParts.Find(review, number) is not { } addressee || AddresseeParts.RoundOf(review, addressee) > round)
            return new(true);
        if (AddresseeSchedule.Of(review, addressee, calendar, now).Next is not null)
            return new(false);
        return new(true, new(now, review with { PartsDone = [.. review.PartsDone, new(addressee, now)] }, LedgerDraft.Of(
            "addressee-part-done", Actor.System, ("addressee", addressee), ("round", round))));
    }

    /// <summary>A notice left.</summary>
    public static Decided<bool> NoticeSent(Review review, SentNotice notice)
    {
        if (review.Notices.Any(n => n.Addressee == notice.Addressee && n.Kind == notice.Kind && n.DueAt == notice.DueAt
            && notice.Recommendations.All(n.Recommendations.Contains)))
            return new(false);
        return new(true, new(notice.SentAt, review with { Notices = [.. review.Notices, notice] }, LedgerDraft.Of(
            AddresseeSchedule.IsEscalation(notice.Kind) ? "answer-escalated" : "addressee-reminded", Actor.System,
            ("addressee", notice.Addressee), ("kind", notice.Kind),
            ("recommendations", LedgerDraft.Numbers(notice.Recommendations)))));
    }
}
