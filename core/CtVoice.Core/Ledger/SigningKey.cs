using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CtVoice.Core.Ledger;

/// <summary>
/// The key that signs checkpoints: ECDSA on P-256 with SHA-256. It is made from a secret of at least 32 random bytes, so
/// that it is kept and handed over like every other key of an installation. Thread-safe.
/// </summary>
public sealed class SigningKey
{
    private const int SecretBytes = 32;

    // Order of the group of P-256 (FIPS 186-5, SP 800-186 section 3.2.1.3).
    private static readonly BigInteger Order = BigInteger.Parse(
        "0ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", System.Globalization.NumberStyles.HexNumber,
        System.Globalization.CultureInfo.InvariantCulture);

    private readonly byte[] scalar;

    /// <summary>The key of a secret; the same secret is the same key everywhere.</summary>
    /// <exception cref="ArgumentException">The secret is shorter than 32 bytes.</exception>
    public SigningKey(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < SecretBytes)
            throw new ArgumentException($"A signing key is made from at least {SecretBytes} bytes, not {secret.Length}.");
        scalar = Scalar(secret);
        using var key = Open();
        Public = new(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>What others check signatures with.</summary>
    public CheckpointKey Public { get; }

    /// <summary>Signs a text as UTF-8; base64 of the signature in DER, as openssl reads it.</summary>
    public string Sign(string text)
    {
        using var key = Open();
        return Convert.ToBase64String(
            key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    private ECDsa Open() => ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar });

    // FIPS 186-5 appendix A.2.1: more bits than the order has, reduced, so that no scalar is likelier than another.
    private static byte[] Scalar(ReadOnlySpan<byte> secret)
    {
        var wide = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.ToArray(), 48, info: "ctvoice checkpoint P-256"u8.ToArray());
        var number = (new BigInteger(wide, isUnsigned: true, isBigEndian: true) % (Order - 1)) + 1;
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[SecretBytes - bytes.Length], .. bytes];
    }
}

/// <summary>The public part of a key that signs checkpoints.</summary>
/// <param name="PublicKey">Base64 of its SubjectPublicKeyInfo (RFC 5480).</param>
public sealed record CheckpointKey(string PublicKey)
{
    /// <summary>Names the key: the first 16 hex digits of the SHA-256 of the public key.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(PublicKey)).AsSpan(0, 8));

    /// <summary>Whether a signature is this key's over a text; false for anything that is no key or no signature.</summary>
    public bool Signed(string text, string signature)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(PublicKey), out _);
            return key.VerifyData(
                Encoding.UTF8.GetBytes(text), Convert.FromBase64String(signature), HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception malformed) when (malformed is FormatException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>A public key as people keep it: base64, or the same between PEM lines.</summary>
    public static CheckpointKey Parse(string text) =>
        new(string.Concat(text.Split('\n').Select(l => l.Trim()).Where(l => !l.StartsWith("-----", StringComparison.Ordinal))));
}
