using System.Text;
using CtVoice.Language.Mime;

namespace CtVoice.Core.Files;

/// <summary>
/// A file of text, whatever it was saved as: UTF-8, UTF-16, or Windows-1252, which is what Excel calls "CSV". Where no reading keeps every
/// letter it is refused at the first row that would be stored broken.
/// </summary>
/// <param name="Utf8">The text in UTF-8; empty when it is refused.</param>
/// <param name="Row">The row that cannot be read, as a spreadsheet counts; 0 for none.</param>
/// <param name="Fault">Why not, and what to do; null when it can.</param>
public sealed record TextFile(Stream Utf8, int Row, string? Fault)
{
    private const string Unknown =
        "The letters of this row cannot be told: the file is neither UTF-8 nor Windows-1252. Save it again as \"CSV UTF-8\".";

    private const string Lost =
        "This row holds the mark of a letter that was lost (\uFFFD). Save the file again from where it comes from, as \"CSV UTF-8\".";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file to its end; whoever hands it over has bounded its size.</summary>
    public static TextFile Open(Stream file)
    {
        using var held = new MemoryStream();
        file.CopyTo(held);
        var bytes = held.ToArray();
        if (Wide(bytes) is { } wide)
            return Of(wide.GetString(bytes).TrimStart('\uFEFF'));
        var (valid, letters) = Beginning(bytes);
        if (valid == bytes.Length)
            return Of(Strict.GetString(bytes).TrimStart('\uFEFF'));
        // Letters of UTF-8 beside bytes that are none: two files in one, or a letter cut in half.
        return letters || Array.Exists(bytes, b => b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D)
            ? Refused(Encoding.Latin1.GetString(bytes), valid, Unknown)
            : Of(Charsets.Decode("windows-1252", bytes));
    }

    /// <summary>UTF-16, by its mark or by the zeros beside its letters; null for anything else.</summary>
    private static UnicodeEncoding? Wide(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..])
            return new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
        return bytes is [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false) : null;
    }

    /// <summary>How many bytes from the beginning are UTF-8, and whether any letter of the whole file beyond ASCII is.</summary>
    private static (int Valid, bool Letters) Beginning(byte[] bytes)
    {
        var (at, valid, letters) = (0, -1, false);
        while (at < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes.AsSpan(at), out _, out var length) is System.Buffers.OperationStatus.Done)
                letters |= length > 1;
            else if (valid < 0)
                valid = at;
            at += Math.Max(1, length);
        }
        return (valid < 0 ? bytes.Length : valid, letters);
    }

    private static TextFile Of(string text)
    {
        var lost = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        return lost >= 0 ? Refused(text, lost, Lost) : new(new MemoryStream(Encoding.UTF8.GetBytes(text)), 0, null);
    }

    // A line break inside quotation marks begins no row.
    private static TextFile Refused(string text, int at, string why)
    {
        var (row, quoted) = (1, false);
        foreach (var c in text.AsSpan(0, at))
        {
            quoted ^= c == '"';
            row += c == '\n' && !quoted ? 1 : 0;
        }
        return new(Stream.Null, row, why);
    }
}
