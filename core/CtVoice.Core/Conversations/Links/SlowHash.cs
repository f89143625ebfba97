using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CtVoice.Core.Conversations.Links;

/// <summary>
/// How a secret of a few digits is kept: PBKDF2 with SHA-512 and a salt of its own, over a hash that is keyed already. Whoever has the
/// table and the key must spend this on each guess. What is kept says how it was made, so that it can be made slower later.
/// </summary>
internal static class SlowHash
{
    // OWASP's cheat sheet on storing passwords asks for 210,000 of PBKDF2 with SHA-512 [from memory].
    private const int Rounds = 210_000;
    private const int Bytes = 32;
    private const string Kind = "pbkdf2-sha512";

    /// <summary>What to keep of a secret.</summary>
    internal static string Of(string secret)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return string.Create(CultureInfo.InvariantCulture,
            $"{Kind}|{Rounds}|{Convert.ToBase64String(salt)}|{Convert.ToBase64String(Stretched(secret, salt, Rounds))}");
    }

    /// <summary>Whether this is the secret of which that was kept.</summary>
    internal static bool Fits(string secret, string kept) =>
        kept.Split('|') is [Kind, var rounds, var salt, var hash]
        && CryptographicOperations.FixedTimeEquals(
            Stretched(secret, Convert.FromBase64String(salt), int.Parse(rounds, CultureInfo.InvariantCulture)),
            Convert.FromBase64String(hash));

    private static byte[] Stretched(string secret, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(secret), salt, rounds, HashAlgorithmName.SHA512, Bytes);
}
