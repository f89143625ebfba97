using System.Security.Cryptography;
using System.Text;

namespace CtVoice.Core.Conversations.Providers;

/// <summary>
/// The signature of Twilio's webhooks ("Webhooks Security", Twilio documentation): base64 of HMAC-SHA1, under the auth
/// token, of the full public URL followed by each POST parameter's name and value in ordinal order of the names. A body
/// that is no form is covered by its SHA-256 in the query parameter <c>bodySHA256</c>.
/// </summary>
public static class TwilioSignature
{
    /// <summary>Name of the header.</summary>
    public const string Header = "X-Twilio-Signature";

    private const string BodyHash = "bodySHA256";

    /// <summary>The signature of a form.</summary>
    public static string Of(string token, string url, IEnumerable<KeyValuePair<string, string>> parameters) =>
        Of(token, url + InOrder(parameters));

    private static string Of(string token, string signed)
    {
#pragma warning disable CA5350 // The provider chose SHA-1; as an HMAC it is not broken.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed)));
#pragma warning restore CA5350
    }

    private static string InOrder(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var signed = new StringBuilder();
        foreach (var (name, value) in parameters.OrderBy(p => p.Key, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal))
            signed.Append(name).Append(value);
        return signed.ToString();
    }

    /// <summary>Whether a form was signed for one of the spellings of its URL.</summary>
    /// <param name="token">The account's auth tokens.</param>
    /// <param name="publicUrl">Where the product is reached from outside; its host and port count, not those of the request.</param>
    /// <param name="path">Path as requested, still escaped.</param>
    /// <param name="query">Query as requested, with its question mark; or empty.</param>
    /// <param name="parameters">What was posted.</param>
    /// <param name="signature">What the header said.</param>
    public static bool IsOfForm(
        RotatingSecret token, Uri publicUrl, string path, string query, IReadOnlyList<KeyValuePair<string, string>> parameters,
        string? signature) =>
        Fits(token, Spellings(publicUrl, path, query), parameters, signature);

    /// <summary>Whether a body that is no form was signed, by the hash that the signed query names.</summary>
    public static bool IsOfBody(RotatingSecret token, Uri publicUrl, string path, string query, ReadOnlySpan<byte> body, string? signature)
    {
        var hash = query.TrimStart('?').Split('&').Select(p => p.Split('=', 2)).FirstOrDefault(p => p is [BodyHash, _])?[1];
        var actual = Convert.ToHexStringLower(SHA256.HashData(body));
        return hash is not null && FixedTimeEquals(hash.ToLowerInvariant(), actual)
            && Fits(token, Spellings(publicUrl, path, query), [], signature);
    }

    private static bool Fits(
        RotatingSecret token, IEnumerable<string> urls, IReadOnlyList<KeyValuePair<string, string>> parameters, string? signature)
    {
        // The parameters are the same for each spelling.
        var signed = InOrder(parameters);
        return signature is not null && urls.SelectMany(url => token.All.Select(t => Of(t, url + signed)))
            .Aggregate(false, (found, expected) => found | FixedTimeEquals(signature, expected));
    }

    /// <summary>With and without the port, with and without a slash at the end: proxies and consoles differ.</summary>
    private static IEnumerable<string> Spellings(Uri publicUrl, string path, string query)
    {
        var prefix = publicUrl.AbsolutePath.TrimEnd('/');
        var bare = path.TrimEnd('/');
        foreach (var authority in new[] { publicUrl.Host, $"{publicUrl.Host}:{publicUrl.Port}" })
        {
            foreach (var end in new[] { "", "/" })
                yield return $"{publicUrl.Scheme}://{authority}{prefix}{bare}{end}{query}";
        }
    }

    private static bool FixedTimeEquals(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
