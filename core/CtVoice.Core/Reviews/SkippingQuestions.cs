using CtVoice.Core.Board;
using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>A question that a member did not want to answer.</summary>
/// <param name="Question">Its number.</param>
/// <param name="InboundId">The message that said so.</param>
/// <param name="At">When that was received.</param>
public sealed record SkippedQuestion(int Question, string InboundId, DateTimeOffset At);

/// <summary>
/// A member does not want to answer one question: the next one comes, and the member stays (DOMAIN 2.6). It is no answer and counts
/// for no quorum; it is a word, so that nobody is reminded of it, and it is owed like one. Pure.
/// </summary>
public static class SkippingQuestions
{
    /// <summary>What became of it.</summary>
    /// <param name="Question">The question that was skipped; null when none was open.</param>
    /// <param name="NextQuestion">The question to ask now; null when there is none.</param>
    public sealed record Skipped(int? Question, int? NextQuestion);

    /// <summary>Skips the question that is open for a member.</summary>
    /// <param name="review">The review.</param>
    /// <param name="memberId">Who wrote.</param>
    /// <param name="inboundId">The stored message.</param>
    /// <param name="channel">How it came.</param>
    /// <param name="receivedAt">When it was received.</param>
    /// <param name="named">The question that it names, or whose form it is; null leaves that to what was shown.</param>
    /// <param name="shows">How the answer can show what comes next.</param>
    /// <param name="now">When this is decided.</param>
    public static Decided<Skipped> Skip(
        Review review, string memberId, string inboundId, Channel channel, DateTimeOffset receivedAt, int? named, Showing shows,
        DateTimeOffset now)
    {
        if (review.Stage is not ReviewStage.Open || receivedAt >= review.Window?.ClosesAt
            || review.InvitationOf(memberId) is not { } invitation)
            return new(new(null, null));
        var open = invitation.Complete(review.Questions.Count) ? (int?)null : invitation.NextQuestion;
        if (invitation.Skipped.FirstOrDefault(s => s.InboundId == inboundId) is { } known)
            return new(new(known.Question, open));
        // One that is announced may be skipped unseen; what was answered is not skipped.
        var seen = named ?? ShowingQuestions.OpenOn(review, invitation, channel, receivedAt) ?? open;
        if (seen is not { } question || question < 1 || question > review.Questions.Count || question < open || open is null
            || invitation.Skipped.Any(s => s.Question == question)
            || EarlierAnswers.Given(review, memberId, receivedAt).Any(r => r.Question == question && r.Choice is not null))
            return new(new(null, open));
        var skipped = invitation with
        {
            Skipped = [.. invitation.Skipped, new(question, inboundId, receivedAt)],
            LastReplyAt = invitation.LastReplyAt > receivedAt ? invitation.LastReplyAt : receivedAt,
            Shown = ShowingQuestions.Known(invitation, channel),
            AskedBack = null,
        };
        skipped = skipped with { NextQuestion = TakingReplies.Unanswered(review, skipped, open.Value) };
        var next = skipped.Complete(review.Questions.Count) ? (int?)null : skipped.NextQuestion;
        if (next is { } number && shows is not Showing.Nothing)
            skipped = skipped.With(new ShownQuestion(number, channel, now) { Hidden = shows is Showing.Hidden });
        return new(new(question, next), new(now, review.With(skipped), LedgerDraft.Of(
            "question-skipped", Actor.Member(invitation.Pseudonym), ("question", question)))
        {
            Effects =
            [
                new Effect.WakeReview(),
                new Effect.WakeInvitation(memberId, invitation.Round),
                .. next is null ? [new Effect.FreePhone(memberId)] : Array.Empty<Effect>(),
            ],
        });
    }

    /// <summary>Asks whether a member means the question or the review.</summary>
    public static Decided<bool> AskBack(Review review, string memberId, string inboundId, DateTimeOffset now)
    {
        if (review.Stage is not ReviewStage.Open || review.InvitationOf(memberId) is not { Stands: true } invitation)
            return new(false);
        if (invitation.AskedBack?.InboundId == inboundId)
            return new(true);
        return new(true,
            new(now, review.With(invitation with { AskedBack = new(AskedAbout.SkipOrDecline, inboundId, now) }), LedgerDraft.Of(
            "asked-back", Actor.System, ("to", invitation.Pseudonym), ("about", "skip-or-decline"))));
    }
}
