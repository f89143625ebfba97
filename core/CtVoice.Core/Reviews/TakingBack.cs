using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews.Drafts;

namespace CtVoice.Core.Reviews;

/// <summary>A member takes back what they said, all of it or the answer to one question.</summary>
public static class TakingBack
{
    /// <summary>Whether a member took back all that they had said, and has said nothing since.</summary>
    public static bool TookAll(Review review, string memberId) =>
        review.InvitationOf(memberId) is { Revised: [.., { As: RevisingAnswers.Done.Withdrawn, Questions: [], TooLate: false }] }
        && !review.Replies.Any(r => r.MemberId == memberId && !r.Withdrawn);

    /// <summary>
    /// Takes it back. Until the date that was given or the report, whichever is later, nothing of it
    /// counts or goes out, and no draft is made from it; after that the wish is an entry of the record, and what was published
    /// stays.
    /// </summary>
    /// <param name="review">The review.</param>
    /// <param name="memberId">Who takes it back.</param>
    /// <param name="inboundId">The stored message that says so; taken again, it changes nothing.</param>
    /// <param name="receivedAt">When the wish was received.</param>
    /// <param name="now">When this is decided.</param>
    /// <param name="question">Number of the question whose answer is meant; null for all that they said.</param>
    public static Decided<bool> Withdraw(Review review, string memberId, string inboundId, DateTimeOffset receivedAt, DateTimeOffset now,
        int? question = null)
    {
        if (review.InvitationOf(memberId) is not { } invitation || review.Stage is ReviewStage.Cancelled)
            return new(false);
        if (invitation.Revised.FirstOrDefault(r => r.InboundId == inboundId) is { } known)
            return new(!known.TooLate);
        var tooLate = KeepingTheDate.IsTooLateToTakeBack(review, receivedAt);
        var mine = review.Replies.Where(r => r.MemberId == memberId && !r.Withdrawn && (question is null || r.Question == question)
            && r.Pieces.All(p => p.ReceivedAt <= receivedAt)).ToList();
        if (mine.Count == 0)
            return new(false);
        review = review.With(
            RevisingAnswers.Noted(invitation, new(inboundId, RevisingAnswers.Done.Withdrawn, question is { } one ? [one] : [])
            { TooLate = tooLate }));
        var entry = LedgerDraft.Of(tooLate ? "reply-withdrawn-late" : "reply-withdrawn", Actor.Member(invitation.Pseudonym),
            ("replies", mine.Count));
        if (tooLate)
        {
            // It counts and what went out stays; words that did not go out yet do not go out any more.
            return new(false,
                new(now, mine.Where(r => !DecidingWords.WentOut(review, r))
                    .Aggregate(review, (state, r) => state.With(r with { NotQuoted = true })), entry));
        }
        var after = review with
        {
            Replies = [.. review.Replies.Select(r => mine.Contains(r) ? r with { Withdrawn = true } : r)],
            // What was said about a draft is words as well: none of them go out.
            FollowUps = [
                .. review.FollowUps.Select(f => f.MemberId == memberId && question is null && f.Pieces.Any(p => p.ReceivedAt <= receivedAt)
                    ? f with { NotQuoted = true, Release = null, PublicRelease = null } : f)],
            Drafting = TakenBack.From(review.Drafting, [.. mine.Select(r => r.Number)]),
        };
        var seals = TakenBack.Published(review, mine);
        return new(true,
            new(now, after with { Sealed = [.. after.Sealed.Union(seals, StringComparer.Ordinal).Order(StringComparer.Ordinal)] }, entry)
            {
                Effects = [new Effect.WakeReview()],
                Seals = seals,
            });
    }
}
