using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CtVoice.Language.Mime;

/// <summary>
/// The words of a rich text (RTF 1.9.1), packed as Outlook packs it (MS-OXRTFCP) or not: paragraphs and characters, no format. Markup of
/// HTML that was put into it is left out (MS-OXRTFEX). Never throws; linear.
/// </summary>
internal static class RichText
{
    private const uint Packed = 0x75465A4C;
    private const uint Plain = 0x414C454D;
    private const int Dictionary = 4096;
    private const int MaxText = 1024 * 1024;

    // MS-OXRTFCP section 3.1.1.1: what the dictionary holds at first.
    private static readonly byte[] Preloaded = Encoding.ASCII.GetBytes(
        "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans "
            + "SerifSymbolArialTimes New RomanCourier" +
        "{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx");

    // What these groups hold is about the text, or no text.
    private static readonly HashSet<string> Aside = new(StringComparer.Ordinal)
    {
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl",
        "footerr", "footerf", "fldinst",
        "listtable", "listoverridetable", "revtbl", "rsidtbl", "themedata", "datastore", "latentstyles", "generator", "xmlnstbl",
    };

    /// <summary>The RTF of a packed property; null when it is none. What is cut gives what came before, up to 1 MiB.</summary>
    internal static byte[]? Unpacked(ReadOnlySpan<byte> packed)
    {
        if (packed.Length < 16)
            return null;
        var form = BinaryPrimitives.ReadUInt32LittleEndian(packed[8..]);
        if (form == Plain)
            return packed[16..].ToArray();
        if (form != Packed)
            return null;
        Span<byte> dictionary = new byte[Dictionary];
        Preloaded.CopyTo(dictionary);
        var write = Preloaded.Length;
        var rtf = new List<byte>(packed.Length * 3);
        for (var at = 16; at < packed.Length && rtf.Count < MaxText;)
        {
            var control = packed[at++];
            for (var bit = 0; bit < 8 && at < packed.Length; bit++)
            {
                if ((control & (1 << bit)) == 0)
                {
                    Put(packed[at++], dictionary, ref write, rtf);
                    continue;
                }
                if (at + 2 > packed.Length)
                    return [.. rtf];
                var reference = BinaryPrimitives.ReadUInt16BigEndian(packed[at..]);
                at += 2;
                var from = reference >> 4;
                // A reference to the place that is written next ends the text.
                if (from == write)
                    return [.. rtf];
                for (var n = (reference & 0xF) + 2; n > 0; n--)
                {
                    Put(dictionary[from], dictionary, ref write, rtf);
                    from = (from + 1) % Dictionary;
                }
            }
        }
        return [.. rtf];
    }

    /// <summary>The words of an RTF.</summary>
    internal static string Text(ReadOnlySpan<byte> rtf)
    {
        var walk = new Walk();
        var at = 0;
        while (at < rtf.Length && walk.Room)
        {
            switch ((char)rtf[at])
            {
                case '{':
                    walk.Open();
                    at++;
                    break;
                case '}':
                    walk.Close();
                    at++;
                    break;
                case '\\':
                    at = Control(rtf, at + 1, walk);
                    break;
                case '\r' or '\n':
                    at++;
                    break;
                default:
                    walk.Byte(rtf[at++]);
                    break;
            }
        }
        return walk.ToString();
    }

    private static void Put(byte value, Span<byte> dictionary, ref int write, List<byte> to)
    {
        to.Add(value);
        dictionary[write] = value;
        write = (write + 1) % Dictionary;
    }

    /// <summary>Reads what follows a backslash; returns where the text goes on.</summary>
    private static int Control(ReadOnlySpan<byte> rtf, int at, Walk walk)
    {
        if (at >= rtf.Length)
            return at;
        if (!char.IsAsciiLetter((char)rtf[at]))
            return Symbol(rtf, at, walk);
        var from = at;
        while (at < rtf.Length && char.IsAsciiLetter((char)rtf[at]))
            at++;
        var word = Encoding.ASCII.GetString(rtf[from..Math.Min(at, from + 32)]);
        from = at;
        if (at < rtf.Length && rtf[at] == '-')
            at++;
        while (at < rtf.Length && char.IsAsciiDigit((char)rtf[at]))
            at++;
        int? number = int.TryParse(rtf[from..at], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) ? read : null;
        if (at < rtf.Length && rtf[at] == ' ')
            at++;
        if (word == "bin")
            return Math.Min(rtf.Length, at + Math.Clamp(number ?? 0, 0, rtf.Length - at));
        walk.Word(word, number);
        return at;
    }

    private static int Symbol(ReadOnlySpan<byte> rtf, int at, Walk walk)
    {
        switch ((char)rtf[at])
        {
            case '\'' when at + 2 < rtf.Length
                && byte.TryParse(rtf.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value):
                walk.Byte(value);
                return at + 3;
            case '*':
                walk.SkipGroup();
                break;
            case '~':
                walk.Character('\u00A0');
                break;
            case '_':
                walk.Character('-');
                break;
            case '\r' or '\n':
                walk.Character('\n');
                break;
            case '\\' or '{' or '}':
                walk.Byte(rtf[at]);
                break;
        }
        return at + 1;
    }

    /// <summary>The text as it grows, and the groups that are open.</summary>
    private sealed class Walk
    {
        private readonly StringBuilder text = new();
        private readonly List<byte> bytes = [];
        private readonly Stack<int> fallbacks = new();
        private string charset = "windows-1252";
        private int fallback = 1; // characters that stand in for a \u where a program does not know it
        private int toSkip;
        private int? skipped; // depth of the group that is left out

        internal bool Room => text.Length < MaxText;

        internal void Open()
        {
            Flush();
            fallbacks.Push(fallback);
        }

        internal void Close()
        {
            Flush();
            if (skipped >= fallbacks.Count)
                skipped = null;
            if (fallbacks.Count > 0)
                fallback = fallbacks.Pop();
            toSkip = 0;
        }

        internal void SkipGroup() => skipped ??= fallbacks.Count;

        internal void Byte(byte value)
        {
            if (toSkip > 0)
                toSkip--;
            else if (skipped is null)
                bytes.Add(value);
        }

        internal void Character(char c)
        {
            Flush();
            if (skipped is null)
                text.Append(c);
        }

        internal void Word(string word, int? number)
        {
            switch (word)
            {
                case "par" or "line" or "row" or "sect" or "page":
                    Character('\n');
                    break;
                case "tab" or "cell":
                    Character('\t');
                    break;
                case "u" when number is { } code:
                    Character((char)(ushort)code);
                    toSkip = fallback;
                    break;
                case "uc" when number is >= 0 and < 16 and { } count:
                    fallback = count;
                    break;
                case "ansicpg" when number is { } page:
                    charset = string.Create(CultureInfo.InvariantCulture, $"windows-{page}");
                    break;
                case "emdash" or "endash":
                    Character(word[1] == 'm' ? '—' : '–');
                    break;
                case "lquote" or "rquote":
                    Character(word[0] == 'l' ? '‘' : '’');
                    break;
                case "ldblquote" or "rdblquote":
                    Character(word[0] == 'l' ? '“' : '”');
                    break;
                case "bullet":
                    Character('•');
                    break;
                case var about when Aside.Contains(about):
                    SkipGroup();
                    break;
            }
        }

        public override string ToString()
        {
            Flush();
            return WellFormed.Of(text.ToString());
        }

        private void Flush()
        {
            if (bytes.Count == 0)
                return;
            text.Append(Charsets.Decode(charset, [.. bytes]));
            bytes.Clear();
        }
    }
}
