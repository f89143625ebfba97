using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Workflows;

/// <summary>
/// While residents are asked, the number of entries of a ledger, and whether there is a new one, tells who answers when. Such a ledger
/// gets one entry every night, and the public checkpoint holds a salted commitment to it instead of count and hash (DESIGN 17).
/// </summary>
public static class NightlySeal
{
    /// <summary>The entry at which what was sealed is opened: how long the ledger was, and its hash,
    /// once no reply counts any more.</summary>
    internal const string OpenedAt = "review-closed";

    /// <summary>True from the first invitation until the last vote is counted: the read-back and the votes are answers of
    /// residents too.</summary>
    public static bool Needed(Review review) => review.Stage is ReviewStage.Open or ReviewStage.Preview or ReviewStage.Answering
        || (review is { Stage: ReviewStage.Finished, VotesCountedAt: null }
            && review.FollowUps.Any(f => f is { Kind: FollowUpKind.Satisfaction, AskedAt: not null }));

    /// <summary>Seals the ledger for a night, once.</summary>
    /// <param name="review">The review.</param>
    /// <param name="night">The day in Connecticut.</param>
    /// <param name="salt">Random, of this seal alone.</param>
    /// <param name="now">Now.</param>
    public static Decided<bool> Seal(Review review, DateOnly night, byte[] salt, DateTimeOffset now) =>
        !Needed(review) ? new(false)
        : review.LedgerSealedOn == night ? new(true)
        : new(true, new(now, review with { LedgerSealedOn = night }, LedgerSeal.Draft(night, salt)));

    /// <summary>What a checkpoint says of a ledger that is sealed for the night; null when it is not.</summary>
    public static LedgerAnchor? Anchor(string reviewId, IReadOnlyList<LedgerEntry> entries, DateOnly night)
    {
        if (entries.LastOrDefault(e => LedgerSeal.NightOf(e) == night) is not { } seal)
            return null;
        var opened = entries.FirstOrDefault(e => e.Number < seal.Number && TypeOf(e) == OpenedAt);
        return new(reviewId, opened?.Number, opened?.Hash, LedgerSeal.Commitment(reviewId, seal));
    }

    private static string? TypeOf(LedgerEntry entry)
    {
        using var json = System.Text.Json.JsonDocument.Parse(entry.Text);
        return json.RootElement.GetProperty("type").GetString();
    }
}
