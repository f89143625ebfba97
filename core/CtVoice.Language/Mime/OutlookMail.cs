using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CtVoice.Language.Mime;

/// <summary>
/// Reads the text of a mail that Outlook packed into "winmail.dat" (MS-OXTNEF): plain, as HTML, or as rich text (MS-OXRTFCP). Whatever
/// is broken in it gives the text that came before, or none; never an error. Linear in the size of the file.
/// </summary>
internal static class OutlookMail
{
    private const uint Signature = 0x223E9F78;
    private const int CodePage = 0x9007;
    private const int Body = 0x800C;
    private const int Properties = 0x9003;

    private const int PlainBody = 0x1000;
    private const int RichBody = 0x1009;
    private const int HtmlBody = 0x1013;

    /// <summary>The text as it was written, or the HTML where there is no text; both null when the file holds neither.</summary>
    internal static (string? Text, string? Html) Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 6 || BinaryPrimitives.ReadUInt32LittleEndian(file) != Signature)
            return default;
        var found = new Found();
        var at = 6;
        // Level, id, type, length, content, checksum; what belongs to attachments comes last.
        while (at + 9 <= file.Length && file[at] == 1)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 1)..]);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 5)..]);
            at += 9;
            if (length > file.Length - at)
                break;
            found.Attribute(id, file.Slice(at, (int)length));
            at += (int)length + 2;
        }
        var text = found.Plain ?? found.AttributeBody ?? (found.Html is null ? found.Rich : null);
        return (text, found.Html);
    }

    /// <summary>What was found so far: the first of each kind.</summary>
    private sealed class Found
    {
        private string charset = "windows-1252";

        internal string? AttributeBody { get; private set; }

        internal string? Plain { get; private set; }

        internal string? Html { get; private set; }

        internal string? Rich { get; private set; }

        internal void Attribute(int id, ReadOnlySpan<byte> content)
        {
            switch (id)
            {
                case CodePage when content.Length >= 4:
                    charset = string.Create(CultureInfo.InvariantCulture, $"windows-{BinaryPrimitives.ReadUInt32LittleEndian(content)}");
                    break;
                case Body:
                    AttributeBody ??= Shown(Charsets.Decode(charset, content.ToArray()));
                    break;
                case Properties:
                    var properties = new MapiProperties(content);
                    while (properties.Next())
                        Property(properties.Id, properties.IsUnicode, properties.Value);
                    break;
            }
        }

        private void Property(int id, bool unicode, ReadOnlySpan<byte> value)
        {
            switch (id)
            {
                case PlainBody:
                    Plain ??= Shown(unicode ? Encoding.Unicode.GetString(value) : Charsets.Decode(charset, value.ToArray()));
                    break;
                case HtmlBody:
                    Html ??= Shown(unicode ? Encoding.Unicode.GetString(value) : Charsets.Decode(null, value.ToArray()));
                    break;
                case RichBody:
                    Rich ??= RichText.Unpacked(value) is { } rtf ? Shown(RichText.Text(rtf)) : null;
                    break;
            }
        }

        private static string? Shown(string text) =>
            Visible.In(text) ? text.TrimEnd('\0').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : null;
    }
}
