using System.Text.Json;

namespace CtVoice.Core.Ledger;

/// <summary>
/// Walks along checkpoints that follow one another, wherever they begin, and keeps what is wrong with them; two are held
/// at a time, however long the chain is.
/// </summary>
/// <param name="trusted">
/// Public keys that are known to be right. When there are none, the key of the first checkpoint is believed. A key that a
/// believed one endorsed is believed from there on.
/// </param>
public sealed class CheckpointWalk(IReadOnlyCollection<CheckpointKey> trusted)
{
    private readonly HashSet<CheckpointKey> believed = [.. trusted];
    private readonly List<string> problems = [];
    private (Checkpoint Checkpoint, CheckpointText Text)? before;

    /// <summary>Everything that is wrong so far; empty while all holds.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>Takes the next checkpoint; what it says, or null when it cannot be read.</summary>
    public CheckpointText? Take(Checkpoint checkpoint)
    {
        if (TryRead(checkpoint) is not { } text)
        {
            problems.Add($"checkpoint {checkpoint.Number} is not readable");
            before = null;
            return null;
        }
        CheckItself(checkpoint, text);
        CheckKey(checkpoint, text);
        if (before is { } last)
            CheckStep(last.Checkpoint, last.Text, checkpoint, text);
        else if (checkpoint.Number == 1 && text.Previous != LedgerChain.Origin)
            problems.Add("checkpoint 1 names one before it");
        before = (checkpoint, text);
        return text;
    }

    private static CheckpointText? TryRead(Checkpoint checkpoint)
    {
        try
        {
            return checkpoint.Read();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void CheckItself(Checkpoint checkpoint, CheckpointText text)
    {
        if (text.N != checkpoint.Number)
            problems.Add($"checkpoint {checkpoint.Number} says it is number {text.N}");
        if (LedgerChain.Digest(checkpoint.Text) != checkpoint.Hash)
            problems.Add($"checkpoint {checkpoint.Number} does not carry the hash of its text");
        if (!text.Key.Key.Signed(checkpoint.Text, checkpoint.Signature))
            problems.Add($"checkpoint {checkpoint.Number} is not signed by the key that it names");
        problems.AddRange(text.Reviews.Where(a => a is { Count: null, Sealed: null })
            .Select(a => $"checkpoint {checkpoint.Number} says nothing of review {a.Id}"));
    }

    private void CheckKey(Checkpoint checkpoint, CheckpointText text)
    {
        var key = text.Key.Key;
        if (believed.Count == 0)
            _ = believed.Add(key);
        if (believed.Contains(key))
            return;
        if (checkpoint.Endorsement is { } endorsement && believed.Any(known => known.Signed(checkpoint.Text, endorsement)))
            _ = believed.Add(key);
        else
            problems.Add($"checkpoint {checkpoint.Number} is signed by key {key.Id}, which nobody trusted vouches for");
    }

    private void CheckStep(Checkpoint earlier, CheckpointText then, Checkpoint checkpoint, CheckpointText text)
    {
        if (checkpoint.Number != earlier.Number + 1)
            problems.Add($"checkpoint {earlier.Number + 1} is missing; checkpoint {checkpoint.Number} stands in its place");
        else if (text.Previous != LedgerChain.Digest(earlier.Text))
            problems.Add($"checkpoint {checkpoint.Number} does not follow from checkpoint {earlier.Number}");
        if (text.Day <= then.Day)
            problems.Add($"checkpoint {checkpoint.Number} is of a day that is not after that of checkpoint {earlier.Number}");
        var now = text.Reviews.DistinctBy(a => a.Id).ToDictionary(a => a.Id, StringComparer.Ordinal);
        foreach (var anchor in then.Reviews)
        {
            if (!now.TryGetValue(anchor.Id, out var held))
                problems.Add($"review {anchor.Id} is in checkpoint {earlier.Number} and not in checkpoint {checkpoint.Number}");
            else if (!GoesOn(anchor, held))
                problems.Add(
                    $"the ledger of review {anchor.Id} does not go on from checkpoint {earlier.Number} to checkpoint {checkpoint.Number}");
        }
    }

    // What is sealed says nothing here, whoever reads the ledger opens it; what the close opened stays as it is.
    private static bool GoesOn(LedgerAnchor then, LedgerAnchor now) => now.Sealed is null
        ? then.Count is null || now.Count > then.Count || (now.Count == then.Count && now.Hash == then.Hash)
        : then.Sealed is null || then.Count is null || (now.Count == then.Count && now.Hash == then.Hash);
}
