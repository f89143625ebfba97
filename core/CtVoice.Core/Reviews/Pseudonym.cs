using System.Security.Cryptography;
using System.Text;

namespace CtVoice.Core.Reviews;

/// <summary>
/// Names made from a review's own secret, so that a member has another name in each review and nobody without the secret
/// can tell that two names are one person.
/// </summary>
internal static class Pseudonym
{
    // No 0 O 1 I L 2 Z 5 S 8 B: nobody mistakes one for another, on paper or on the phone.
    private const string Letters = "ACDEFGHJKMNPQRTUVWXY34679";

    /// <summary>A member's name in the ledger of a review.</summary>
    public static string Of(string salt, string memberId) => "resident-" + Derive(salt, "member:" + memberId, 5);

    /// <summary>The code by which an emailed reply finds its invitation; about 6 thousand million values.</summary>
    public static string ReplyCode(string salt, string memberId) => Derive(salt, "code:" + memberId, 7);

    /// <summary>The code of one follow-up to a member, so that a mail says which question it answers.</summary>
    public static string FollowUpCode(string salt, string memberId, FollowUps.FollowUpKind kind) =>
        Derive(salt, $"code:{kind}:{memberId}", 7);

    private static string Derive(string salt, string what, int length)
    {
        var hash = HMACSHA256.HashData(Convert.FromHexString(salt), Encoding.UTF8.GetBytes(what));
        return string.Create(length, hash, (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = Letters[bytes[i] % Letters.Length];
        });
    }
}
