using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CtVoice.Core.Ledger;

/// <summary>
/// The chain of a review's ledger: the hash of entry n is SHA-256 over the hash of entry n-1, the number n and the exact
/// UTF-8 text of entry n. Each entry also holds the digest of the review's state after it, so that no state can be
/// changed without an entry.
/// </summary>
public static class LedgerChain
{
    /// <summary>The hash before the first entry.</summary>
    public static string Origin { get; } = new('0', 64);

    private static readonly JsonSerializerOptions Exact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gives a draft its place.</summary>
    /// <param name="head">The chain so far.</param>
    /// <param name="draft">What happened.</param>
    /// <param name="at">When.</param>
    /// <param name="stateDigest">Digest of the state after the decision; see <see cref="Digest"/>.</param>
    /// <param name="contentDigests">Salted digests of the texts the draft names; see <see cref="ContentDigest"/>.</param>
    public static LedgerEntry Append(
        LedgerHead head, LedgerDraft draft, DateTimeOffset at, string stateDigest, IReadOnlyDictionary<string, string> contentDigests)
    {
        var number = head.Count + 1;
        var json = new JsonObject
        {
            ["n"] = number,
            ["at"] = at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["type"] = draft.Type,
            ["actor"] = draft.Actor.Id is { } id
                ? new JsonObject { ["role"] = draft.Actor.Role, ["id"] = id }
                : new JsonObject { ["role"] = draft.Actor.Role },
            ["facts"] = draft.Facts.DeepClone(),
            ["state"] = stateDigest,
        };
        if (draft.Contents is { Count: > 0 } contents)
        {
            var list = new JsonObject();
            foreach (var key in contents)
                list[key] = contentDigests[key];
            json["contents"] = list;
        }
        var text = json.ToJsonString(Exact);
        return new(number, text, HashOf(head.Hash, number, text));
    }

    /// <summary>Lower-case hex SHA-256 over the previous hash, the number and the text.</summary>
    public static string HashOf(string previous, int number, string text)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Convert.FromHexString(previous));
        Span<byte> place = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(place, number);
        sha.AppendData(place);
        sha.AppendData(Encoding.UTF8.GetBytes(text));
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    /// <summary>Lower-case hex SHA-256 of a text.</summary>
    public static string Digest(string text)
    {
        // The state of a review is long, and digested with each decision.
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes))));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>
    /// Lower-case hex HMAC-SHA-256 of a text under its own random salt. Once text and salt are destroyed the digest says
    /// nothing about the text.
    /// </summary>
    public static string ContentDigest(ReadOnlySpan<byte> salt, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(text)));
}

/// <summary>Where a chain stands.</summary>
/// <param name="Count">Entries so far.</param>
/// <param name="Hash">Hash of the last one, or <see cref="LedgerChain.Origin"/>.</param>
public sealed record LedgerHead(int Count, string Hash)
{
    /// <summary>A chain without entries.</summary>
    public static LedgerHead Empty { get; } = new(0, LedgerChain.Origin);
}
