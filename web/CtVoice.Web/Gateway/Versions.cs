using System.Security.Cryptography;
using System.Text.Json;
using CtVoice.Core.Json;

namespace CtVoice.Web;

/// <summary>
/// Versions of what is shown, as <c>ETag</c> and <c>If-Match</c> name them (RFC 9110). What is stored is the version: two
/// things alike are one version, and a change of anything is another.
/// </summary>
public static class Versions
{
    /// <summary>The version of some bytes.</summary>
    public static string OfBytes(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));

    /// <summary>The version of a value as it is stored.</summary>
    public static string Of<T>(T value) => OfBytes(JsonSerializer.SerializeToUtf8Bytes(value, WorkflowJson.Options));
}
