using CtVoice.Core.Ledger;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Reviews;

/// <summary>
/// A member takes one answer back, or all of them, or wants no word of them quoted, while a later question is open: that answers
/// nothing, and the open question stays open. Which choice counts instead is for <see cref="TakingReplies"/>.
/// </summary>
public static class RevisingAnswers
{
    /// <summary>What a member wants for what they said before.</summary>
    /// <param name="MemberId">Who wrote.</param>
    /// <param name="InboundId">The stored message.</param>
    /// <param name="ReceivedAt">When it was received.</param>
    /// <param name="Says">Which answer it speaks of.</param>
    public sealed record Wish(string MemberId, string InboundId, DateTimeOffset ReceivedAt, Revision Says)
    {
        /// <summary>It takes something back.</summary>
        public bool Withdraws { get; init; }

        /// <summary>It says not to quote, and nothing else.</summary>
        public bool NotQuoted { get; init; }

        /// <summary>The number that it is, when it is nothing but the number of a question.</summary>
        public int? Picks { get; init; }
    }

    /// <summary>What was done.</summary>
    public enum Done
    {
        /// <summary>What was said does not count any more.</summary>
        Withdrawn,

        /// <summary>It counts, and no word of it is quoted.</summary>
        NotQuoted,

        /// <summary>Nothing yet: which answer is meant?</summary>
        AskedWhich,
    }

    /// <summary>What was done, and to the answers of which questions; to all of them when none is named.</summary>
    public sealed record Revised(Done As, IReadOnlyList<int> Questions);

    /// <summary>Does what the member wants; null when the message wants nothing of the kind.</summary>
    public static Decided<Revised?> Decide(Review review, Wish wish, DateTimeOffset now)
    {
        if (review.InvitationOf(wish.MemberId) is not { } invitation || review.Stage is ReviewStage.Cancelled)
            return new(null);
        if (invitation.Revised.FirstOrDefault(r => r.InboundId == wish.InboundId) is { } known)
            return new(known.TooLate ? null : new(known.As, known.Questions));
        if (invitation.AskedBack is { About: AskedAbout.Withdraw } again && again.InboundId == wish.InboundId)
            return new(new(Done.AskedWhich, again.Questions));
        var given = EarlierAnswers.Given(review, wish.MemberId, wish.ReceivedAt);
        if (EarlierAnswers.Waiting(invitation) is { About: AskedAbout.Withdraw } asked && !wish.Withdraws)
        {
            if (wish.Picks is { } picked && asked.Questions.Contains(picked))
                return Withdraw(review, wish, picked, now);
            if (wish.Says is { All: true, Bare: true })
                return Withdraw(review, wish, null, now);
        }
        return wish.Withdraws ? Withdraw(review, invitation, given, wish, now)
            : wish.NotQuoted ? NotQuoted(review, invitation, given, wish, now)
            : new(null);
    }

    private static Decided<Revised?> Withdraw(Review review, Invitation invitation, IReadOnlyList<Reply> given, Wish wish,
        DateTimeOffset now)
    {
        if (wish.Says is { Named: { } named, All: false })
            return given.Any(r => r.Question == named) ? Withdraw(review, wish, named, now) : new(null);
        if (wish.Says.All || given.Count < 2)
            return Withdraw(review, wish, null, now);
        if (wish.Says.Latest)
            return Withdraw(review, wish, given[^1].Question, now);
        var questions = given.Select(r => r.Question).Order().ToList();
        return new(new(Done.AskedWhich, questions), new(
            now, review.With(invitation with { AskedBack = new(AskedAbout.Withdraw, wish.InboundId, now) { Questions = questions } }),
            LedgerDraft.Of("asked-back", Actor.System, ("to", invitation.Pseudonym), ("about", "which-answer"))));
    }

    private static Decided<Revised?> Withdraw(Review review, Wish wish, int? question, DateTimeOffset now)
    {
        var withdrawn = TakingBack.Withdraw(review, wish.MemberId, wish.InboundId, wish.ReceivedAt, now, question);
        return new(withdrawn.Result ? new(Done.Withdrawn, question is { } one ? [one] : []) : null, withdrawn.Change);
    }

    // Without the name of a question it is meant for everything, also for what is still to come: nobody is quoted who said no.
    private static Decided<Revised?> NotQuoted(Review review, Invitation invitation, IReadOnlyList<Reply> given, Wish wish,
        DateTimeOffset now)
    {
        var question = wish.Says.Named;
        var meant = given.Where(r => question is null || r.Question == question).Select(r => r.Number).ToHashSet();
        if (question is not null && meant.Count == 0)
            return new(null);
        var after = review.With(Noted(invitation, new(wish.InboundId, Done.NotQuoted, question is { } named ? [named] : [])) with
        { NotQuoted = invitation.NotQuoted || question is null }) with
        {
            Replies = [.. review.Replies.Select(r => meant.Contains(r.Number)
                ? r with { NotQuoted = true, Release = null, PublicRelease = null } : r)],
        };
        return new(new(Done.NotQuoted, question is { } one ? [one] : []), new(
            now, after, LedgerDraft.Of("reply-not-quoted", Actor.Member(invitation.Pseudonym), ("replies", meant.Count)))
        {
            Effects = [new Effect.WakeReview()],
        });
    }

    /// <summary>The invitation after a word was taken: nothing waits for one any more.</summary>
    internal static Invitation Noted(Invitation invitation, RevisedBy word) =>
        invitation with { Revised = [.. invitation.Revised, word], AskedBack = null };
}

/// <summary>A message that took answers back, or ended their being quoted.</summary>
/// <param name="InboundId">The stored message.</param>
/// <param name="As">What was done.</param>
/// <param name="Questions">To the answers of which questions; empty for all.</param>
public sealed record RevisedBy(string InboundId, RevisingAnswers.Done As, IReadOnlyList<int> Questions)
{
    /// <summary>What was published stays: the wish is an entry of the record.</summary>
    public bool TooLate { get; init; }
}
