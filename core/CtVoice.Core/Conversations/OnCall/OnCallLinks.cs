using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Links;

namespace CtVoice.Core.Conversations.OnCall;

/// <summary>
/// The secrets in the links of people on call: as long as those of members, and kept by hash. Those of alerts are derived from
/// the index key, so that a message which is sent a second time after a crash is the same message.
/// </summary>
public static class OnCallLinks
{
    /// <summary>Before the token, after the host. It ends as the path of a member's link does,
    /// so that what has left is hidden like it.</summary>
    public const string Path = "/on-call" + MemberLinks.Path;

    /// <summary>The address of a link; null where the product has no public one.</summary>
    public static Uri? Of(Uri? publicUrl, string token) => publicUrl is null ? null : new(publicUrl, Path + token);

    /// <summary>True when it could be the token of a link.</summary>
    public static bool IsToken(string token) =>
        token.Length == MemberLinks.TokenLength && token.All(c => MemberLinks.Alphabet.Contains(c, StringComparison.Ordinal));

    internal static string New() => RandomNumberGenerator.GetString(MemberLinks.Alphabet, MemberLinks.TokenLength);

    /// <summary>The token of somebody's page of an alert: nobody can guess it who does not know the index key.</summary>
    internal static string OfPage(ContactIndex index, string number, Paged page)
    {
        var bytes = Convert.FromHexString(
            index.OfSecret(string.Create(CultureInfo.InvariantCulture, $"on-call-page:{number}:{page.Person}:{page.At.UtcTicks}")));
        return string.Concat(bytes.Take(MemberLinks.TokenLength).Select(b => MemberLinks.Alphabet[b % MemberLinks.Alphabet.Length]));
    }

    /// <summary>What is kept of a token.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
