using CtVoice.Core.Ledger;

namespace CtVoice.Web.Views;

/// <summary>A checkpoint as it is served and kept by others: what was signed, and all that is needed to check it.</summary>
/// <param name="Number">Its number in the chain.</param>
/// <param name="Day">Its day in Connecticut.</param>
/// <param name="Previous">Hash of the one before; zeros for the first.</param>
/// <param name="Hash">SHA-256 of the text as UTF-8, lower-case hex.</param>
/// <param name="Key">The key that signed it.</param>
/// <param name="Signature">Base64 of the ECDSA signature (P-256, SHA-256, DER) over the text.</param>
/// <param name="Endorsement">The same signature by the key before, where the key has just changed.</param>
/// <param name="Text">The exact text that is signed: JSON with every review's id, number of entries and last hash.</param>
public sealed record CheckpointView(
    int Number, DateOnly Day, string Previous, string Hash, CheckpointKeyName Key, string Signature, string? Endorsement, string Text)
{
    /// <summary>The checkpoint to check; what was put beside the text is not believed.</summary>
    public Checkpoint ToCheckpoint() => new(Number, Text, Hash, Signature, Endorsement);

    internal static CheckpointView Of(Checkpoint checkpoint)
    {
        var text = checkpoint.Read();
        return new(
            checkpoint.Number, text.Day, text.Previous, checkpoint.Hash, text.Key, checkpoint.Signature, checkpoint.Endorsement,
            checkpoint.Text);
    }
}

/// <summary>One page of the checkpoints, newest first.</summary>
/// <param name="Checkpoints">The checkpoints.</param>
/// <param name="Continuation">For the next page; absent on the last.</param>
public sealed record CheckpointPage(IReadOnlyList<CheckpointLine> Checkpoints, string? Continuation)
{
    /// <summary>Checkpoints that cannot be shown; absent when there are none.</summary>
    public IReadOnlyList<string>? Unreadable { get; init; }
}
