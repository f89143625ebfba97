using System.Buffers.Binary;
using System.Text;

namespace CtVoice.Local.Storage;

/// <summary>
/// The properties of a row as bytes: for each one the name, a letter for the type, the value. Types survive the round
/// trip; instants are kept to the tick (100 ns) and come back in UTC.
/// </summary>
internal static class RowBytes
{
    // Bits of a length in one byte; the eighth says that more follow.
    private const int LengthBits = 7;

    private const int KnownNames = 1024;

    // Names of properties are few and come with every row: each is made once. Whichever of two threads is last is right.
    private static readonly string?[] Names = new string?[KnownNames];

    private static readonly object True = true;
    private static readonly object False = false;

    internal static byte[] Write(IReadOnlyDictionary<string, object> properties)
    {
        var size = 0;
        foreach (var (name, value) in properties)
            size += SizeOf(name) + 1 + SizeOf(value);
        var body = new byte[size];
        var rest = body.AsSpan();
        foreach (var (name, value) in properties)
        {
            Put(ref rest, name);
            Put(ref rest, value);
        }
        return body;
    }

    internal static List<KeyValuePair<string, object>> Read(ReadOnlySpan<byte> body)
    {
        var properties = new List<KeyValuePair<string, object>>();
        while (!body.IsEmpty)
        {
            var name = NameOf(Take(ref body, TakeLength(ref body)));
            var type = Take(ref body, 1)[0];
            object value = (char)type switch
            {
                's' => Encoding.UTF8.GetString(Take(ref body, TakeLength(ref body))),
                't' => True,
                'f' => False,
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

    private static int SizeOf(object value) => value switch
    {
        string text => SizeOf(text),
        bool => 0,
        int => 4,
        long or double or DateTimeOffset => 8,
        byte[] bytes => SizeOfLength(bytes.Length) + bytes.Length,
        _ => throw new ArgumentException($"Tables do not hold {value.GetType().Name}."),
    };

    private static int SizeOf(string text) => Encoding.UTF8.GetByteCount(text) is var count ? SizeOfLength(count) + count : 0;

    private static int SizeOfLength(int length)
    {
        var size = 1;
        for (; length >= 1 << LengthBits; length >>= LengthBits)
            size++;
        return size;
    }

    private static void Put(ref Span<byte> rest, object value)
    {
        switch (value)
        {
            case string text:
                Next(ref rest, 1)[0] = (byte)'s';
                Put(ref rest, text);
                break;
            case bool flag:
                Next(ref rest, 1)[0] = (byte)(flag ? 't' : 'f');
                break;
            case int number:
                Next(ref rest, 1)[0] = (byte)'i';
                BinaryPrimitives.WriteInt32LittleEndian(Next(ref rest, 4), number);
                break;
            case long number:
                Next(ref rest, 1)[0] = (byte)'l';
                BinaryPrimitives.WriteInt64LittleEndian(Next(ref rest, 8), number);
                break;
            case double number:
                Next(ref rest, 1)[0] = (byte)'d';
                BinaryPrimitives.WriteDoubleLittleEndian(Next(ref rest, 8), number);
                break;
            case DateTimeOffset instant:
                Next(ref rest, 1)[0] = (byte)'w';
                BinaryPrimitives.WriteInt64LittleEndian(Next(ref rest, 8), instant.UtcTicks);
                break;
            case byte[] bytes:
                Next(ref rest, 1)[0] = (byte)'b';
                PutLength(ref rest, bytes.Length);
                bytes.CopyTo(Next(ref rest, bytes.Length));
                break;
        }
    }

    private static void Put(ref Span<byte> rest, string text)
    {
        var count = Encoding.UTF8.GetByteCount(text);
        PutLength(ref rest, count);
        Encoding.UTF8.GetBytes(text, Next(ref rest, count));
    }

    private static void PutLength(ref Span<byte> rest, int length)
    {
        for (; length >= 1 << LengthBits; length >>= LengthBits)
            Next(ref rest, 1)[0] = (byte)(length | (1 << LengthBits));
        Next(ref rest, 1)[0] = (byte)length;
    }

    private static Span<byte> Next(ref Span<byte> rest, int count)
    {
        var next = rest[..count];
        rest = rest[count..];
        return next;
    }

    private static string NameOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return "";
        ref var place = ref Names[(uint)HashCode.Combine(bytes.Length, bytes[0], bytes[bytes.Length / 2], bytes[^1]) % KnownNames];
        return place is { } known && Ascii.Equals(bytes, known) ? known : place = Encoding.UTF8.GetString(bytes);
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> body, int count)
    {
        var taken = body[..count];
        body = body[count..];
        return taken;
    }

    private static int TakeLength(ref ReadOnlySpan<byte> body)
    {
        var length = 0;
        for (var shift = 0; ; shift += LengthBits)
        {
            var part = Take(ref body, 1)[0];
            length |= (part & 0x7f) << shift;
            if (part < 0x80)
                return length;
        }
    }
}
