using System.Globalization;
using System.Text.Json;

namespace CtVoice.Core.Ledger;

/// <summary>
/// The entry with which a ledger is sealed for a night, and what a checkpoint says of such a ledger: HMAC-SHA-256 over its id, the
/// number and the hash of that entry, under a random salt that only the entry holds. Whoever reads the checkpoint learns neither how
/// many entries there are nor whether any was added; whoever reads the ledger finds every seal opened in it.
/// </summary>
public static class LedgerSeal
{
    /// <summary>Type of the entry; facts <c>night</c> and <c>salt</c>.</summary>
    public const string Type = "ledger-sealed";

    private const string Night = "yyyy-MM-dd";

    /// <summary>The entry of a night.</summary>
    /// <param name="night">The day in Connecticut that the checkpoint belongs to.</param>
    /// <param name="salt">At least 16 random bytes.</param>
    public static LedgerDraft Draft(DateOnly night, ReadOnlySpan<byte> salt) => LedgerDraft.Of(
        Type, Actor.System, ("night", night.ToString(Night, CultureInfo.InvariantCulture)), ("salt", Convert.ToHexStringLower(salt)));

    /// <summary>What a checkpoint holds of the ledger that ends with this entry; lower-case hex. Null when the entry is no seal.</summary>
    public static string? Commitment(string review, LedgerEntry entry) =>
        Read(entry) is { } seal
            ? LedgerChain.ContentDigest(seal.Salt, string.Create(CultureInfo.InvariantCulture, $"{review} {entry.Number} {entry.Hash}"))
            : null;

    /// <summary>The night that an entry seals; null when it is no seal.</summary>
    public static DateOnly? NightOf(LedgerEntry entry) => Read(entry)?.Night;

    private static (DateOnly Night, byte[] Salt)? Read(LedgerEntry entry)
    {
        if (!entry.Text.Contains(Type, StringComparison.Ordinal))
            return null;
        try
        {
            using var json = JsonDocument.Parse(entry.Text);
            return json.RootElement.TryGetProperty("type", out var type) && type.ValueEquals(Type)
                && json.RootElement.TryGetProperty("facts", out var facts)
                && facts.TryGetProperty("salt", out var salt) && facts.TryGetProperty("night", out var night)
                && DateOnly.TryParseExact(night.GetString(), Night, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? (day, Convert.FromHexString(salt.GetString()!))
                : null;
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            // That an entry cannot be read is found by the verifier; a seal it is not.
            return null;
        }
    }
}
