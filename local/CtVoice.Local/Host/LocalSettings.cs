using System.Security.Cryptography;
using CtVoice.Core;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Core.Reviews;
using CtVoice.Web;

namespace CtVoice.Local.Host;

/// <summary>What an installation decides, for one that is nobody's but the newcomer's.</summary>
internal static class LocalSettings
{
    /// <summary>The settings; the keys are made once and kept in the data folder.</summary>
    public static CtVoiceOptions Of(string folder) => new(
        IndexKey(Path.Combine(folder, "index.key")), "reply.example.org",
        new("Alex Rivera", "860-555-0100"), new("opm.escalations@example.org", "executive.board.chair@example.org"), ReviewPolicy.Default)
    {
        SigningKey = Convert.FromHexString(Secret(SigningKeyPath(folder))),
    };

    /// <summary>The secret that signs this folder's checkpoints; whoever moves the data takes it along by hand.</summary>
    public static string SigningKeyPath(string folder) => Path.Combine(folder, "signing.key");

    /// <summary>Secrets of webhooks that only the simulators here know; made once and kept in the data folder.</summary>
    public static WebhookOptions Webhooks(string folder)
    {
        var secret = new RotatingSecret(Secret(Path.Combine(folder, "webhooks.key")));
        return new(new("https://localhost"), secret, secret, secret);
    }

    private static byte[] IndexKey(string path) => Convert.FromHexString(Secret(path));

    private static string Secret(string path)
    {
        if (!File.Exists(path))
            KeyFile.Write(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        return File.ReadAllText(path).Trim();
    }
}
