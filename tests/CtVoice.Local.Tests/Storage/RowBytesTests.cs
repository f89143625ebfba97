using System.Text;
using CtVoice.Local.Storage;

namespace CtVoice.Local.Tests.Storage;

/// <summary>How rows are stored in the file: what was stored once must be read, and be stored alike, by whatever comes later.</summary>
public sealed class RowBytesTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("Sí, señora 👍 ", 40));

    private static readonly KeyValuePair<string, object>[] All =
    [
        new("text", "two"), new("empty", ""), new("yes", true), new("no", false), new("int", -7), new("long", long.MinValue),
        new("double", 0.25), new("at", new DateTimeOffset(2027, 1, 11, 9, 30, 0, 1, TimeSpan.FromHours(-5))),
        new("bytes", new byte[] { 0, 255, 10 }), new("long text", Long), new("größe", "of a name that is not ASCII"),
    ];

    [Fact]
    public void A_row_is_stored_as_it_always_was()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        foreach (var (name, value) in All)
            Store(writer, name, value);

        Assert.Equal(stream.ToArray(), RowBytes.Write(All.ToDictionary()));
    }

    [Fact]
    public void A_stored_row_is_read_as_it_was()
    {
        // Twice: names are remembered the first time.
        for (var time = 0; time < 2; time++)
        {
            var read = RowBytes.Read(RowBytes.Write(All.ToDictionary()));

            Assert.Equal(All.Select(p => p.Key), read.Select(p => p.Key));
            Assert.Equal(All.Select(p => p.Value), read.Select(p => p.Value));
            Assert.All(read.Select(p => p.Value).OfType<DateTimeOffset>(), at => Assert.Equal(TimeSpan.Zero, at.Offset));
        }
    }

    [Fact]
    public void Names_of_one_place_in_memory_are_told_apart()
    {
        // Alike in length, first, middle and last letter.
        string[] names = ["abcxe", "aXcxe", "abcYe"];
        foreach (var name in names.Concat(names))
            Assert.Equal(name, Assert.Single(RowBytes.Read(RowBytes.Write(new Dictionary<string, object> { [name] = 1L }))).Key);
    }

    // The format as data folders hold it.
    private static void Store(BinaryWriter writer, string name, object value)
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
        }
    }
}
