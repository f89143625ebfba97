using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews.Drafts;

namespace CtVoice.Core.Reviews;

/// <summary>Back to the members: once all answers are in, or their time is over.</summary>
public static class Finishing
{
    /// <summary>From when on members can be told; null while answers may still come in time,
    /// and while the supplement is still to go out.</summary>
    public static DateTimeOffset? TellsAt(Review review)
    {
        if (review is not { Stage: ReviewStage.Answering, Report: { } report } || Supplementing.IsPending(review))
            return null;
        var open = review.Recommendations.Where(r => r.Waits).ToList();
        return open.Count == 0 ? review.Supplement?.SentAt ?? report.SentAt : open.Max(r => r.DueAt);
    }

    /// <summary>The answers are in, or the last deadline has passed: everybody who replied is told.</summary>
    public static Decided<bool> Finish(Review review, DateTimeOffset now)
    {
        if (TellsAt(review) is not { } at || now < at)
            return new(false);
        return new(true, new(now, review.At(ReviewStage.Finished, now), LedgerDraft.Of("answers-collected", Actor.System,
            ("recommendations", review.Recommendations.Count), ("answered", review.Recommendations.Count(r => r.Answer is not null))))
        {
            Effects = [.. review.Invitations.Select(i => new Effect.WakeInvitation(i.MemberId, i.Round))],
        });
    }

    /// <summary>A member was told what became of the advice.</summary>
    /// <param name="review">The review.</param>
    /// <param name="memberId">The member.</param>
    /// <param name="now">When.</param>
    /// <param name="through">How much of the review's news the message told; all of it when null.</param>
    /// <param name="withheld">Replies of which it said that their words were not passed on; all that are to be told when null.</param>
    public static Decided<bool> Told(Review review, string memberId, DateTimeOffset now, int? through = null,
        IReadOnlyList<int>? withheld = null)
    {
        if (review.InvitationOf(memberId) is not { ToldAt: null } invitation)
            return new(false);
        var told = DecidingWords.Told(review, withheld ?? DecidingWords.ToTell(review, memberId), now);
        return new(true, new(now, told.With(invitation with { ToldAt = now, ToldThrough = through ?? review.News.Count }), LedgerDraft.Of(
            "member-told", Actor.System, ("to", invitation.Pseudonym)))
        {
            Effects = [new Effect.WakeReview()],
        });
    }
}
