using System.Security.Cryptography;
using System.Text;

namespace CtVoice.Core.Conversations.Providers;

/// <summary>A secret that a provider proves to know; while it is exchanged, the one before it counts too.</summary>
/// <param name="Current">The secret in force.</param>
/// <param name="Previous">The one before it, until every sender has the new one; null afterwards.</param>
public sealed record RotatingSecret(string Current, string? Previous = null)
{
    /// <summary>A secret that nobody knows: 256 random bits.</summary>
    public static RotatingSecret Random() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));

    /// <summary>The secrets that count; an empty setting is no secret.</summary>
    public IEnumerable<string> All => new[] { Current, Previous }.OfType<string>().Where(secret => secret.Length > 0);

    /// <summary>Whether <paramref name="given"/> is one of them; takes as long for a near miss as for a far one.</summary>
    public bool Matches(string? given)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(given ?? ""));
        // Every secret is looked at, so that the time does not tell which one fits.
        return All.Aggregate(false,
            (found, secret) => found | CryptographicOperations.FixedTimeEquals(hash, SHA256.HashData(Encoding.UTF8.GetBytes(secret))));
    }

    /// <summary>Nothing of the secret.</summary>
    public override string ToString() => "secret";
}
