using System.Security.Cryptography;
using System.Text;

namespace CtVoice.Core.Board;

/// <summary>
/// Turns a phone number or an address into an index key that does not show it: HMAC-SHA-256 under an index key of its
/// own, as lower-case hex. Rotating the key means rebuilding what is keyed by it. Thread-safe.
/// </summary>
/// <param name="key">The index key, at least 32 bytes.</param>
public sealed class ContactIndex(byte[] key)
{
    // One message asks for the key of its phone several times.
    private const int Remembered = 256;

    private readonly Known?[] known = new Known?[Remembered];

    private readonly byte[] secret = key.Length >= 32
        ? [.. key]
        : throw new ArgumentException($"An index key has at least 32 bytes, not {key.Length}.");

    /// <summary>The key of a number in E.164 form.</summary>
    public string OfPhone(string e164) => Hash("phone:" + e164);

    /// <summary>
    /// The key of an address. Case and surrounding space are ignored, also before the @: RFC 5321 lets a mailbox tell
    /// case apart, but no provider a resident uses does.
    /// </summary>
    public string OfAddress(string email) => Hash("email:" + email.Trim().ToLowerInvariant());

    /// <summary>The key of a postal address.</summary>
    public string OfPost(string lines) => Hash("post:" + lines);

    /// <summary>A member's code (DOMAIN 2) in a form that does not show it: of two members with one code the forms differ.</summary>
    public string OfCode(string memberId, string code) => Hash($"code:{memberId}:{code}");

    /// <summary>The key of a mail's id (RFC 5322 section 3.6.4).</summary>
    public string OfMail(string messageId) => Hash("mail:" + messageId);

    /// <summary>A name for a mail of ours that nobody can guess who does not know the index key; the same for the same mail.</summary>
    public string NameOfMail(string key) => Hash("mail-name:" + key)[..32];

    /// <summary>A name for what one message asks of a person, as it is said in a mail; nobody can tell the message from it.</summary>
    public string OfMatter(string kind, string inboundId) => "a-" + Hash($"matter:{kind}:{inboundId}")[..12];

    /// <summary>64 hex digits that follow from a name and that nobody can tell who does not know the index key.</summary>
    public string OfSecret(string name) => Hash("secret:" + name);

    // The prefix keeps a phone and an address from ever sharing a key.
    private string Hash(string text)
    {
        ref var place = ref known[(uint)string.GetHashCode(text, StringComparison.Ordinal) % Remembered];
        if (Volatile.Read(ref place) is { } last && string.Equals(last.Text, text, StringComparison.Ordinal))
            return last.Hash;
        var hash = Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text)));
        Volatile.Write(ref place, new(text, hash));
        return hash;
    }

    private sealed record Known(string Text, string Hash);
}
