using System.Security.Cryptography;
using System.Text;
using CtVoice.Core.Board;

namespace CtVoice.Core.Reviews;

/// <summary>Our ids for what arrives: pieces of a reply are known by them.</summary>
internal static class InboundIds
{
    /// <summary>Our id for what a channel names so, safe as a key.</summary>
    internal static string Of(Channel channel, string providerId)
    {
        var plain = providerId.Length is > 0 and <= 100 && providerId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
        var safe = plain ? providerId : "h" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(providerId)));
        return $"{channel.Name()}|{safe}";
    }
}
