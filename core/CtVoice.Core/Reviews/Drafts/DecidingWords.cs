using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews.Drafts;

/// <summary>What a person decided on the words of a reply.</summary>
public enum WordsDecision
{
    /// <summary>Nothing yet.</summary>
    Undecided,

    /// <summary>They are passed on as they came.</summary>
    Released,

    /// <summary>They are passed on in other words: edited, or in a recommendation that a person wrote from them.</summary>
    ReleasedInOtherWords,

    /// <summary>They are not passed on; the answer counts.</summary>
    Withheld,
}

/// <summary>
/// Each reply with words ends in exactly one of three: released, released in other words, or withheld (DOMAIN 2.9). The public
/// sees how many were withheld and how many nobody decided on, and no reason.
/// </summary>
public static class DecidingWords
{
    /// <summary>What became of withholding.</summary>
    public enum Outcome
    {
        /// <summary>Nothing of it is passed on.</summary>
        Withheld,

        /// <summary>It was withheld before, for that reason.</summary>
        Repeated,

        /// <summary>There is no such reply with words that may be shown.</summary>
        NotFound,

        /// <summary>It was released, or a draft is made from it: take that back, or change or drop the draft first.</summary>
        Released,

        /// <summary>Its writer was told, or the review was cancelled.</summary>
        NotNow,
    }

    /// <summary>What was decided on the words of a reply.</summary>
    public static WordsDecision On(Review review, Reply reply) => reply switch
    {
        { Withheld: not null } => WordsDecision.Withheld,
        { Release.OtherWords: true } => WordsDecision.ReleasedInOtherWords,
        { Release: not null } => WordsDecision.Released,
        _ when WritingDrafts.PassesOn(review, reply) => WordsDecision.ReleasedInOtherWords,
        { PublicRelease: { } everybody } => everybody.OtherWords ? WordsDecision.ReleasedInOtherWords : WordsDecision.Released,
        _ => WordsDecision.Undecided,
    };

    /// <summary>Replies whose words nobody decided on.</summary>
    public static int Undecided(Review review) => review.Replies.Count(r => r.Releasable && On(review, r) is WordsDecision.Undecided);

    /// <summary>Replies whose words are not passed on: one number, without reasons.</summary>
    public static int Withheld(Review review) => review.Replies.Count(r => r is { Releasable: true, Withheld: not null });

    /// <summary>A person decides that the words of a reply are not passed on. It counts all the same.</summary>
    /// <param name="review">The review.</param>
    /// <param name="number">Number of the reply.</param>
    /// <param name="because">Why; kept beside the reply and in no ledger, because words about danger leave no trace there.</param>
    /// <param name="keyId">Who.</param>
    /// <param name="now">When.</param>
    public static Decided<Outcome> Withhold(Review review, int number, WithheldBecause because, string keyId, DateTimeOffset now)
    {
        if (review.Replies.FirstOrDefault(r => r.Number == number) is not { Quotable: true } reply)
            return new(Outcome.NotFound);
        if (review.Stage is ReviewStage.Cancelled || reply.Withheld is { ToldAt: not null })
            return new(Outcome.NotNow);
        if (On(review, reply) is WordsDecision.Released or WordsDecision.ReleasedInOtherWords
            || review.Drafting.Drafts.Any(d => d.From.Contains(number)))
            return new(Outcome.Released);
        if (reply.Withheld?.Because == because)
            return new(Outcome.Repeated);
        var after = review.With(reply with { Withheld = new(keyId, now, because) });
        return new(Outcome.Withheld, new(now, after, LedgerDraft.Of("words-withheld", Actor.Coordinator(keyId), ("reply", number)))
        {
            Effects = [.. TellingMembers.Effects(after)],
        });
    }

    /// <summary>True when somebody outside the board's office can read its words:
    /// those that wait for the supplement did not go out.</summary>
    public static bool WentOut(Review review, Reply reply) =>
        review.Report is not null
            && new[] { reply.Release, reply.PublicRelease }.OfType<TextReleased>().Any(r => !Supplementing.Holds(review, r));

    /// <summary>Numbers of the replies whose writer is still to be told that their words were not passed on.</summary>
    public static IReadOnlyList<int> ToTell(Review review, string memberId) =>
        [.. review.Replies.Where(r => r is { Releasable: true, Withheld: { ToldAt: null } } && r.MemberId == memberId)
            .Select(r => r.Number)];

    /// <summary>The writer of these replies was told.</summary>
    internal static Review Told(Review review, IReadOnlyList<int> numbers, DateTimeOffset now) => review with
    {
        Replies = [.. review.Replies.Select(r => numbers.Contains(r.Number) && r.Withheld is { ToldAt: null } withheld
            ? r with { Withheld = withheld with { ToldAt = now } } : r)],
    };
}
