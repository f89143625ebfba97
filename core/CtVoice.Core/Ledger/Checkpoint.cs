using System.Text.Json;
using System.Text.Json.Serialization;
using CtVoice.Core.Json;

namespace CtVoice.Core.Ledger;

/// <summary>
/// Where every ledger stood one night, in one signed text that names the text of the night before. Whoever keeps one can
/// find a ledger that was rewritten, cut or taken away later. It holds ids and hashes, nothing about a person.
/// </summary>
/// <param name="Number">1, 2, 3, ... without gaps, whatever nights were missed.</param>
/// <param name="Text">The exact JSON text that is hashed and signed; see <see cref="CheckpointText"/>.</param>
/// <param name="Hash">Lower-case hex SHA-256 of the text as UTF-8.</param>
/// <param name="Signature">Base64 of the ECDSA signature (DER) over the text, under the key that the text names.</param>
/// <param name="Endorsement">
/// The same signature by the key before; null unless this text is the first under a new key and the old one was at hand.
/// </param>
public sealed record Checkpoint(int Number, string Text, string Hash, string Signature, string? Endorsement = null)
{
    /// <summary>What the text says.</summary>
    /// <exception cref="JsonException">It is not the text of a checkpoint.</exception>
    public CheckpointText Read() =>
        JsonSerializer.Deserialize<CheckpointText>(Text, WorkflowJson.Options)
            is { Previous: not null, Key: not null, Reviews: not null } read
            ? read
            : throw new JsonException("This is not the text of a checkpoint.");
}

/// <summary>What a checkpoint says.</summary>
/// <param name="N">Its number.</param>
/// <param name="Day">The day in Connecticut that it belongs to; there is at most one a day.</param>
/// <param name="At">When it was made.</param>
/// <param name="Previous">Hash of the checkpoint before; <see cref="LedgerChain.Origin"/> for the first.</param>
/// <param name="Key">Public key that it is signed with.</param>
/// <param name="Reviews">Every review by id, ordinally.</param>
public sealed record CheckpointText(
    int N, DateOnly Day, DateTimeOffset At, string Previous, CheckpointKeyName Key, IReadOnlyList<LedgerAnchor> Reviews);

/// <summary>A public key with its name.</summary>
/// <param name="Id">See <see cref="CheckpointKey.Id"/>.</param>
/// <param name="PublicKey">See <see cref="CheckpointKey.PublicKey"/>.</param>
public sealed record CheckpointKeyName(string Id, string PublicKey)
{
    /// <summary>The key.</summary>
    [JsonIgnore]
    public CheckpointKey Key => new(PublicKey);
}

/// <summary>
/// Where the ledger of a review stood. While residents are asked only <paramref name="Sealed"/> is said; from the close on also how
/// long the ledger was then, and its hash; afterwards where it stands. Checkpoints of earlier releases say count and
/// hash of every review.
/// </summary>
/// <param name="Id">The review.</param>
/// <param name="Count">Entries it had; null while it is sealed and nothing is opened.</param>
/// <param name="Hash">Hash of the last of them.</param>
/// <param name="Sealed">Commitment to where it stood that night; see <see cref="LedgerSeal"/>. Null when count and hash say it.</param>
public sealed record LedgerAnchor(string Id, int? Count, string? Hash, string? Sealed = null)
{
    /// <summary>What is wrong with a ledger that must go on from here; null when nothing is.</summary>
    /// <param name="checkpoint">Number of the checkpoint that says so.</param>
    /// <param name="held">Entries that the ledger holds now; 0 when there is no such review.</param>
    /// <param name="hash">Hash of its entry number <see cref="Count"/>; null when there is none.</param>
    /// <param name="seals">The commitments that its seals open to.</param>
    public string? Against(int checkpoint, int held, string? hash, IReadOnlyCollection<string> seals)
    {
        if (held == 0)
            return $"checkpoint {checkpoint} knows this review{(Count is null ? "" : $" with {Count} entries")}; it is gone";
        if (held < Count)
            return $"checkpoint {checkpoint} saw {Count} entries, the ledger holds {held}: its tail was cut";
        if (Count is not null && !string.Equals(hash, Hash, StringComparison.Ordinal))
            return $"entry {Count} is not the one that checkpoint {checkpoint} saw: the ledger was written again";
        return Sealed is null || seals.Contains(Sealed)
            ? null
            : $"no entry opens the seal of checkpoint {checkpoint}: the ledger was cut or written again";
    }

    /// <summary>The same, of a whole ledger.</summary>
    public string? Against(int checkpoint, IReadOnlyList<LedgerEntry> entries) => Against(
        checkpoint, entries.Count, entries.FirstOrDefault(e => e.Number == Count)?.Hash,
        Sealed is null ? [] : [.. entries.Select(e => LedgerSeal.Commitment(Id, e)).OfType<string>()]);
}
