using System.Buffers.Binary;
using System.Text;

namespace CtVoice.Local.Storage;

/// <summary>
/// The properties of a row as bytes: for each one the name, a letter for the type, the value. Types survive the round
/// trip; instants are kept to the tick (100 ns) and come back in UTC.
/// </summary>
internal static class RowBytes
{
    internal static byte[] Write(IReadOnlyDictionary<string, object> properties)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        foreach (var (name, value) in properties)
        {
            writer.Write(name);
            switch (value)
            {
                case string text:
                    writer.Write((byte)'s');
                    writer.Write(text);
                    break;
                case bool flag:
                    writer.Write((byte)(flag ? 't' : 'f'));
                    break;
                case int number:
                    writer.Write((byte)'i');
                    writer.Write(number);
                    break;
                case long number:
                    writer.Write((byte)'l');
                    writer.Write(number);
                    break;
                case double number:
                    writer.Write((byte)'d');
                    writer.Write(number);
                    break;
                case DateTimeOffset instant:
                    writer.Write((byte)'w');
                    writer.Write(instant.UtcTicks);
                    break;
                case byte[] bytes:
                    writer.Write((byte)'b');
                    writer.Write7BitEncodedInt(bytes.Length);
                    writer.Write(bytes);
                    break;
                default:
                    throw new ArgumentException($"Tables do not hold {value.GetType().Name}.");
            }
        }
        return stream.ToArray();
    }

    internal static List<KeyValuePair<string, object>> Read(ReadOnlySpan<byte> body)
    {
        var properties = new List<KeyValuePair<string, object>>();
        while (!body.IsEmpty)
        {
            var name = TakeText(ref body);
            var type = Take(ref body, 1)[0];
            object value = (char)type switch
            {
                's' => TakeText(ref body),
                't' => true,
                'f' => false,
                'i' => BinaryPrimitives.ReadInt32LittleEndian(Take(ref body, 4)),
                'l' => BinaryPrimitives.ReadInt64LittleEndian(Take(ref body, 8)),
                'd' => BinaryPrimitives.ReadDoubleLittleEndian(Take(ref body, 8)),
                'w' => new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(Take(ref body, 8)), TimeSpan.Zero),
                'b' => Take(ref body, TakeLength(ref body)).ToArray(),
                _ => throw new InvalidDataException($"A stored property has the unknown type '{(char)type}'."),
            };
            properties.Add(new(name, value));
        }
        return properties;
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> body, int count)
    {
        var taken = body[..count];
        body = body[count..];
        return taken;
    }

    private static string TakeText(ref ReadOnlySpan<byte> body) => Encoding.UTF8.GetString(Take(ref body, TakeLength(ref body)));

    private static int TakeLength(ref ReadOnlySpan<byte> body)
    {
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = Take(ref body, 1)[0];
            length |= (part & 0x7f) << shift;
            if (part < 0x80)
                return length;
        }
    }
}
