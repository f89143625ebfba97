using System.Globalization;

namespace CtVoice.Local.Host;

/// <summary>
/// Open files that the process may have, and how many of them may be connections of callers: without any left nothing can be read, so some
/// are kept for the host itself.
/// </summary>
internal static class Descriptors
{
    // Measured: 238 at rest and 265 under load. The runtime keeps two for each of its assemblies, the database two for each reader.
    private const int Kept = 270;
    private const int Fewest = 24;
    private const int Most = 1_000;

    /// <summary>Connections that are accepted at once.</summary>
    internal static int Connections => Math.Clamp((Allowed() ?? int.MaxValue) - Kept, Fewest, Most);

    // Linux says it in a file; elsewhere the runtime raises it to what the system allows, which is thousands.
    private static int? Allowed()
    {
        const string Limits = "/proc/self/limits";
        var line = File.Exists(Limits)
            ? File.ReadLines(Limits).FirstOrDefault(l => l.StartsWith("Max open files", StringComparison.Ordinal)) : null;
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, var soft, ..]
            && int.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var allowed) ? allowed : null;
    }
}
