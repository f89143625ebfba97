using CtVoice.Core.Ledger;

namespace CtVoice.Local.Verification;

/// <summary>
/// What checkpoints say of each ledger: where it stood, and which checkpoint saw it first. A ledger that stands still is
/// kept once, so the memory is that of the ledgers and not of the nights.
/// </summary>
internal sealed class Anchors
{
    private readonly SortedDictionary<string, Dictionary<LedgerAnchor, int>> byReview = new(StringComparer.Ordinal);

    /// <summary>Reviews that any checkpoint knows, in order of id.</summary>
    public IEnumerable<string> Reviews => byReview.Keys;

    /// <summary>Takes what a checkpoint says.</summary>
    public void Add(int checkpoint, CheckpointText text)
    {
        foreach (var anchor in text.Reviews)
        {
            if (!byReview.TryGetValue(anchor.Id, out var seen))
                byReview[anchor.Id] = seen = [];
            _ = seen.TryAdd(anchor, checkpoint);
        }
    }

    /// <summary>What is wrong with a ledger that must go on from all of them.</summary>
    public IEnumerable<string> Against(string reviewId, IReadOnlyList<LedgerEntry> entries)
    {
        var seals = entries.Select(e => LedgerSeal.Commitment(reviewId, e)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return byReview.GetValueOrDefault(reviewId, []).OrderBy(a => a.Value).ThenBy(a => a.Key.Count)
            .Select(a => a.Key.Against(a.Value, entries.Count, entries.FirstOrDefault(e => e.Number == a.Key.Count)?.Hash, seals))
            .OfType<string>();
    }
}
