namespace CtVoice.Language.Email;

/// <summary>What programs put into a plain body for other programs to read: OpenPGP armour (RFC 9580 section 6)
/// and uuencoded files (POSIX uuencode).</summary>
internal static class Armour
{
    /// <summary>Begins every block of it.</summary>
    internal const string Head = "-----BEGIN PGP ";

    private const int MostHeaders = 5;
    private const int FullLine = 40;

    /// <summary>Leaves such lines out. The text between the head of a signed message and its signature is the person's and stays.</summary>
    internal static void Leave(MailLines mail)
    {
        var lines = mail.Lines;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(Head, StringComparison.Ordinal)
                && lines[i].TrimEnd().EndsWith("-----", StringComparison.Ordinal))
            {
                var end = lines[i].Contains("SIGNED MESSAGE", StringComparison.Ordinal)
                    ? EndOfHead(lines, i + 1)
                    : EndOfBlock(lines, i + 1);
                mail.Leave(i, end, LeftOut.Program);
                i = end - 1;
            }
            else if (BeginsFile(lines[i]))
            {
                var end = EndOfFile(lines, i + 1);
                mail.Leave(i, end, LeftOut.Program);
                i = Math.Max(i, end - 1);
            }
        }
    }

    private static int EndOfHead(string[] lines, int from)
    {
        var end = from;
        while (end < lines.Length && end < from + MostHeaders
            && (lines[end].StartsWith("Hash: ", StringComparison.Ordinal) || lines[end].StartsWith("Charset: ", StringComparison.Ordinal)))
            end++;
        return end;
    }

    /// <summary>The line after the end of a block: its headers, an empty line, lines without spaces.</summary>
    private static int EndOfBlock(string[] lines, int from)
    {
        var end = from;
        while (end < lines.Length && end < from + (2 * MostHeaders) && lines[end].Contains(": ", StringComparison.Ordinal))
            end++;
        while (end < lines.Length && lines[end].AsSpan().Trim().IndexOfAnyExceptInRange('!', '~') < 0)
            end++;
        return end < lines.Length && lines[end].StartsWith("-----END PGP ", StringComparison.Ordinal) ? end + 1 : end;
    }

    /// <summary>"begin 644 gates.csv"</summary>
    private static bool BeginsFile(string line) =>
        line.StartsWith("begin ", StringComparison.Ordinal) && line.Split(' ') is [_, { Length: 3 or 4 } mode, { Length: > 0 }, ..]
            && mode.All(c => c is >= '0' and <= '7');

    /// <summary>The line after "end"; where the end is missing, after the last full line;
    /// the first line when it is no file at all.</summary>
    private static int EndOfFile(string[] lines, int from)
    {
        var end = from;
        var full = from - 1;
        for (; end < lines.Length && lines[end].Length > 0 && lines[end].AsSpan().IndexOfAnyExceptInRange(' ', '`') < 0; end++)
            full = lines[end].Length >= FullLine ? end + 1 : full;
        return end > from && end < lines.Length && lines[end].Trim() == "end" ? end + 1 : full;
    }
}
