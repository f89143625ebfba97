using System.Globalization;
using System.Security.Cryptography;
using CtVoice.Core;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;
using CtVoice.Web;

namespace CtVoice.Local.Host;

/// <summary>What an installation decides, for one that is nobody's but the newcomer's.</summary>
internal static class LocalSettings
{
    /// <summary>The settings; the keys are made once and kept in the data folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="port">Where links lead; 0 when it is not known yet.</param>
    public static CtVoiceOptions Of(string folder, int port = 0) => new(
        Convert.FromHexString(IndexKeyText(folder)), "reply.example.org",
        new("Alex Rivera", "860-555-0100"), new("opm.escalations@example.org", "executive.board.chair@example.org"), ReviewPolicy.Default)
    {
        SigningKey = Convert.FromHexString(Secret(SigningKeyPath(folder))),
        Pace = PaceOptions.Unlimited,
        AlertContacts = new("coordinator@example.org", "deputy@example.org"),
        PublicUrl = new(port == 0 ? "http://localhost" : string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}")),
    };

    /// <summary>The secret that signs this folder's checkpoints; whoever moves the data takes it along by hand.</summary>
    public static string SigningKeyPath(string folder) => Path.Combine(folder, "signing.key");

    /// <summary>Secrets of webhooks that only the simulators here know; made once and kept in the data folder.</summary>
    public static WebhookOptions Webhooks(string folder)
    {
        var secret = new RotatingSecret(Secret(Path.Combine(folder, "webhooks.key")));
        return new(new("https://localhost"), secret, secret, secret);
    }

    /// <summary>Key of the indexes of phones and addresses, hex.</summary>
    public static string IndexKeyText(string folder) => Secret(IndexKeyPath(folder));

    /// <summary>Makes a key from elsewhere the folder's own; false when it has another one already.</summary>
    public static bool TakeIndexKey(string folder, string key)
    {
        if (!File.Exists(IndexKeyPath(folder)))
            KeyFile.Write(IndexKeyPath(folder), key);
        return IndexKeyText(folder) == key;
    }

    private static string IndexKeyPath(string folder) => Path.Combine(folder, "index.key");

    private static string Secret(string path)
    {
        if (!File.Exists(path))
            KeyFile.Write(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        return File.ReadAllText(path).Trim();
    }
}
