using System.Text.Json;
using CtVoice.Core.Json;

namespace CtVoice.Core.Ledger;

/// <summary>The chain of checkpoints: making the next one, and finding whatever is wrong with those that are there.</summary>
public static class CheckpointChain
{
    /// <summary>The checkpoint after <paramref name="previous"/>.</summary>
    /// <param name="previous">The one before; null for the first.</param>
    /// <param name="anchors">Where every ledger stands.</param>
    /// <param name="day">The day in Connecticut.</param>
    /// <param name="at">Now.</param>
    /// <param name="key">Signs it.</param>
    /// <param name="before">Signs it too where the key has changed since the one before; null when it is not at hand.</param>
    public static Checkpoint Next(
        Checkpoint? previous, IEnumerable<LedgerAnchor> anchors, DateOnly day, DateTimeOffset at, SigningKey key, SigningKey? before = null)
    {
        var text = JsonSerializer.Serialize(
            new CheckpointText(
                (previous?.Number ?? 0) + 1, day, at.ToUniversalTime(), previous?.Hash
                    ?? LedgerChain.Origin, new(key.Public.Id, key.Public.PublicKey),
                [.. anchors.OrderBy(a => a.Id, StringComparer.Ordinal)]),
            WorkflowJson.Options);
        var endorses = before is not null && before.Public != key.Public && before.Public == previous?.Read().Key.Key;
        return new((previous?.Number ?? 0) + 1, text, LedgerChain.Digest(text), key.Sign(text), endorses ? before!.Sign(text) : null);
    }

    /// <summary>Checks checkpoints that follow one another; see <see cref="CheckpointWalk"/>.</summary>
    public static IReadOnlyList<string> Check(IEnumerable<Checkpoint> checkpoints, IReadOnlyCollection<CheckpointKey> trusted)
    {
        var walk = new CheckpointWalk(trusted);
        foreach (var checkpoint in checkpoints)
            _ = walk.Take(checkpoint);
        return walk.Problems;
    }
}
