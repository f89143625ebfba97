using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CtVoice.Proof.Mutation;

/// <summary>What is nearly what was asked for: the same from the same random numbers.</summary>
internal static class NearlyRight
{
    /// <summary>Values that a path, a query or a field may come with.</summary>
    internal static readonly string[] Odd =
    [
        "", " ", "0", "-1", "1", "2", "+1", "01", "2147483647", "2147483648", "-2147483648", "9223372036854775807", "1e9",
        "0x10", "١٢", "NaN", "0001-01-01", "9999-12-31", "9999-12", "0001-01", "2027-02-30", "2027-13", "9998", "9999", "0000",
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-14:00", "P9999Y", "true", "null", "undefined",
        "latest", "..", "../..", "%", "%00", "a\0b", "\0", "\u202Eabc", "é", "ñandú", "👍", "\uFFFD", "/", "\\", "#", "?", "|",
        "'", "\"", "<b>", "a/b", "a|b", "r-acdefghjkm", "r-zzzzzzzzzz", "m-01", "m-99999999999999999999", "k-1",
        "reply-99999999999", "sms|SM1", "*", "\"*\"", "W/\"1\"", "\"1\"", "\"99999999999999999999\"", "\r\n", "\t",
        new('a', 511), new('a', 513), new('9', 400), new('é', 300), new('|', 600),
    ];

    /// <summary>A text in place of another: something odd, or the text with a few characters changed.</summary>
    internal static string Text(string text, Random random)
    {
        if (random.Next(3) > 0 || text.Length == 0)
            return Odd[random.Next(Odd.Length)];
        var changed = new StringBuilder(text);
        for (var n = random.Next(1, 4); n > 0 && changed.Length > 0; n--)
        {
            var at = random.Next(changed.Length);
            _ = random.Next(4) switch
            {
                0 => changed.Remove(at, 1),
                1 => changed.Insert(at, Odd[random.Next(Odd.Length)]),
                2 => changed.Insert(at, changed.ToString(at, Math.Min(9, changed.Length - at))),
                _ => changed.Replace(changed[at], (char)random.Next(32, 0x2FF), at, 1),
            };
        }
        return changed.ToString();
    }

    /// <summary>Bytes of a JSON body in which a value is another or missing, or some bytes are.</summary>
    internal static byte[] Json(string body, Random random)
    {
        if (random.Next(4) == 0)
            return Bytes(Encoding.UTF8.GetBytes(body), random);
        var root = JsonNode.Parse(body)!;
        var places = Places(root).ToList();
        if (places.Count == 0)
            return Encoding.UTF8.GetBytes(Strange(random, null)?.ToJsonString() ?? "null");
        var (parent, name) = places[random.Next(places.Count)];
        switch (parent)
        {
            case JsonObject o when random.Next(4) == 0:
                o.Remove(name);
                break;
            case JsonObject o:
                o[name] = Strange(random, o[name]);
                break;
            case JsonArray a:
                var i = int.Parse(name, CultureInfo.InvariantCulture);
                a[i] = Strange(random, a[i]);
                break;
            default:
                break;
        }
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    /// <summary>Bytes with a few of them changed, sometimes cut.</summary>
    internal static byte[] Bytes(byte[] right, Random random)
    {
        var bytes = (byte[])right.Clone();
        for (var n = random.Next(1, 4); n > 0 && bytes.Length > 0; n--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(3) == 0 ? bytes[..random.Next(bytes.Length + 1)] : bytes;
    }

    private static IEnumerable<(JsonNode Parent, string Name)> Places(JsonNode? node) => node switch
    {
        JsonObject o => o.ToList().SelectMany(p => Places(p.Value).Prepend((o, p.Key))),
        JsonArray a => Enumerable.Range(0, a.Count).SelectMany(i => Places(a[i]).Prepend((a, i.ToString(CultureInfo.InvariantCulture)))),
        _ => [],
    };

    private static JsonNode? Strange(Random random, JsonNode? instead) => random.Next(13) switch
    {
        0 => null,
        1 => JsonValue.Create(""),
        2 => JsonValue.Create(new string('a', 40_000)),
        3 => JsonValue.Create(-1),
        4 => JsonValue.Create(1e300),
        5 => JsonValue.Create(random.Next(2) == 0 ? long.MaxValue : int.MaxValue),
        6 => JsonValue.Create(true),
        7 => new JsonArray(),
        8 => new JsonObject { ["a"] = new JsonObject { ["b"] = 1 } },
        9 => JsonValue.Create("\u0000\u202E👍\uFFFE 9999-12-31T23:59:59Z"),
        10 => Enumerable.Range(0, 40).Aggregate((JsonNode)new JsonArray(), (inner, _) => new JsonArray(inner)),
        _ => JsonValue.Create(Text(instead is JsonValue value && value.TryGetValue(out string? text) ? text : "", random)),
    };
}
