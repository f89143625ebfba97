using System.Security.Cryptography;
using System.Text;

namespace CtVoice.Web;

/// <summary>
/// Encrypts the rows of the key ring under a key that is derived from the product's own (HKDF, RFC 5869), with AES-256-GCM. A row
/// is bound to its place: it opens nowhere else. Thread-safe.
/// </summary>
internal sealed class RingSeal
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Overhead = NonceBytes + TagBytes;

    private readonly byte[] key;

    public RingSeal(byte[] productKey)
    {
        key = Derive(productKey, "ctvoice key ring", 32);
        Name = Convert.ToHexStringLower(Derive(productKey, "ctvoice key ring name", 8));
    }

    /// <summary>Tells the rings of two product keys apart, and nothing about the keys.</summary>
    public string Name { get; }

    /// <summary>Base64 of nonce, tag and ciphertext.</summary>
    public string Close(string text, string place)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var closed = new byte[Overhead + plain.Length];
        RandomNumberGenerator.Fill(closed.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(
            closed.AsSpan(0, NonceBytes), plain, closed.AsSpan(Overhead), closed.AsSpan(NonceBytes, TagBytes),
            Encoding.UTF8.GetBytes(place));
        return Convert.ToBase64String(closed);
    }

    /// <summary>What was closed for that place; null when it was not, or under another key.</summary>
    public string? Open(string text, string place)
    {
        var closed = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, closed, out var length) || length < Overhead)
            return null;
        var plain = new byte[length - Overhead];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(
                closed.AsSpan(0, NonceBytes), closed.AsSpan(Overhead, plain.Length), closed.AsSpan(NonceBytes, TagBytes), plain,
                Encoding.UTF8.GetBytes(place));
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Derive(byte[] productKey, string purpose, int bytes) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, productKey, bytes, info: Encoding.ASCII.GetBytes(purpose));
}
