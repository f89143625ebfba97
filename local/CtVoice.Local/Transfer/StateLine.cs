using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CtVoice.Local.Transfer;

/// <summary>
/// A line of a state file: <c>{"sha256":"...","line":{...}}</c>. The hash is that of the exact text of the inner object,
/// which begins with the number of the line, so that a line that was changed, moved or left out is known by its number.
/// </summary>
internal static class StateLine
{
    /// <summary>What the first line calls itself.</summary>
    public const string Format = "ctvoice-state";

    /// <summary>The version that is written; the only one that is read.</summary>
    public const int Version = 1;

    private const string Before = "{\"sha256\":\"";
    private const string Between = "\",\"line\":";
    private const int HashLength = 64;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an inner object that begins with the number of its line.</summary>
    /// <returns>The line, and its hash.</returns>
    public static (string Line, string Hash) Write(int number, Action<Utf8JsonWriter> more)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            writer.WriteNumber("n", number);
            more(writer);
            writer.WriteEndObject();
        }
        var inner = Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        var hash = HashOf(inner);
        return ($"{Before}{hash}{Between}{inner}}}", hash);
    }

    /// <summary>
    /// Reads a line and the number that it says it has; <paramref name="problem"/> says what is wrong with it, null when
    /// nothing is.
    /// </summary>
    public static (JsonElement Inner, string Hash, int Said) Read(string line, int number, out string? problem)
    {
        problem = null;
        var start = Before.Length + HashLength + Between.Length;
        if (line.Length < start + 2 || !line.StartsWith(Before, StringComparison.Ordinal) || line[^1] != '}'
            || string.CompareOrdinal(line, Before.Length + HashLength, Between, 0, Between.Length) != 0)
        {
            problem = Told(number, "is not a line of a state file");
            return default;
        }
        var (hash, inner) = (line.Substring(Before.Length, HashLength), line[start..^1]);
        if (HashOf(inner) != hash)
        {
            problem = Told(number, "is not what its hash says");
            return default;
        }
        try
        {
            using var json = JsonDocument.Parse(inner);
            return (json.RootElement.Clone(), hash, json.RootElement.GetProperty("n").GetInt32());
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            problem = Told(number, "cannot be read");
            return default;
        }
    }

    /// <summary>A sentence about a line.</summary>
    public static string Told(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"line {number} {what}");

    private static string HashOf(string inner) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(inner)));
}
