using System.Security.Cryptography;
using CtVoice.Core;
using CtVoice.Core.Reviews;

namespace CtVoice.Local.Host;

/// <summary>What an installation decides, for one that is nobody's but the newcomer's.</summary>
internal static class LocalSettings
{
    /// <summary>The settings; the index key is made once and kept in the data folder.</summary>
    public static CtVoiceOptions Of(string folder) => new(
        IndexKey(Path.Combine(folder, "index.key")), "reply.example.org",
        new("Alex Rivera", "860-555-0100"), new("opm.escalations@example.org"), ReviewPolicy.Default);

    private static byte[] IndexKey(string path)
    {
        if (!File.Exists(path))
            KeyFile.Write(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        return Convert.FromHexString(File.ReadAllText(path).Trim());
    }
}
