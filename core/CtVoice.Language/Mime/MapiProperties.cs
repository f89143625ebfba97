using System.Buffers.Binary;

namespace CtVoice.Language.Mime;

/// <summary>The properties of a mail as Outlook lists them (MS-OXTNEF section 2.1.3.4), one after the other,
/// each with its first value.</summary>
internal ref struct MapiProperties
{
    private const int Named = 0x8000;
    private const int Several = 0x1000;

    private readonly ReadOnlySpan<byte> list;
    private int at = 4;

    internal MapiProperties(ReadOnlySpan<byte> list) => this.list = list;

    /// <summary>Which property.</summary>
    internal int Id { get; private set; }

    /// <summary>Its value is text of two bytes a character.</summary>
    internal bool IsUnicode { get; private set; }

    /// <summary>The value as it stands; empty for numbers.</summary>
    internal ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Goes on to the next one; false at the end, and where the list is broken.</summary>
    internal bool Next()
    {
        if (!Has(4))
            return false;
        var type = BinaryPrimitives.ReadUInt16LittleEndian(list[at..]);
        Id = BinaryPrimitives.ReadUInt16LittleEndian(list[(at + 2)..]);
        at += 4;
        if (Id >= Named && !SkipName())
            return false;
        var kind = type & ~Several;
        IsUnicode = kind == 0x1F;
        Value = default;
        return Size(kind) is { } size ? Fixed(type, size) : Lengthy();
    }

    private readonly bool Has(long bytes) => at + bytes <= list.Length;

    /// <summary>A set, then a number or a name.</summary>
    private bool SkipName()
    {
        if (!Has(24))
            return false;
        var byName = BinaryPrimitives.ReadUInt32LittleEndian(list[(at + 16)..]) == 1;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(list[(at + 20)..]);
        at += 24;
        return !byName || Skip(length);
    }

    private bool Fixed(int type, int size)
    {
        var count = 1L;
        if ((type & Several) != 0)
        {
            if (!Has(4))
                return false;
            count = BinaryPrimitives.ReadUInt32LittleEndian(list[at..]);
            at += 4;
        }
        return Skip(count * size);
    }

    private bool Lengthy()
    {
        if (!Has(4))
            return false;
        var count = BinaryPrimitives.ReadUInt32LittleEndian(list[at..]);
        at += 4;
        for (var n = 0L; n < count; n++)
        {
            if (!Has(4))
                return false;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(list[at..]);
            at += 4;
            if (!Has(length))
                return false;
            if (n == 0)
                Value = list.Slice(at, (int)length);
            if (!Skip(length))
                return false;
        }
        return true;
    }

    // Each value is filled up to four bytes; the last one of a list may not be.
    private bool Skip(long bytes)
    {
        if (!Has(bytes))
            return false;
        at = (int)Math.Min(list.Length, at + ((bytes + 3) / 4 * 4));
        return true;
    }

    /// <summary>Bytes of a value by its type; null for text, binary data and objects, which say their own length.</summary>
    private static int? Size(int kind) => kind switch
    {
        0x02 or 0x03 or 0x04 or 0x0A or 0x0B => 4,
        0x05 or 0x06 or 0x07 or 0x14 or 0x40 => 8,
        0x48 => 16,
        0x00 or 0x01 => 0,
        _ => null,
    };
}
