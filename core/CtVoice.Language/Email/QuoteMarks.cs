namespace CtVoice.Language.Email;

/// <summary>The marks that programs put in front of quoted lines, and the lines of people that only look so.</summary>
internal static class QuoteMarks
{
    /// <summary>Parts each line into how deep it is quoted and what it says.</summary>
    internal static void Read(string[] lines, string[] bare, int[] depth)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0 && ReferenceEquals(lines[i], lines[i - 1]))
            {
                (depth[i], bare[i]) = (depth[i - 1], bare[i - 1]);
                continue;
            }

            (depth[i], bare[i]) = Unquoted(lines[i]);
            bare[i] = Marks.Remove(bare[i]);
            if (Plain.Blank(bare[i]))
                bare[i] = "";
        }

        NotQuotes(lines, bare, depth);
        AngleQuotes.Read(lines, bare, depth);
        InitialMarks.Read(lines, bare, depth);
    }

    /// <summary>"&gt;:(" is a face and "&gt;From here" a line that a mailbox escaped: neither is a quote.</summary>
    private static void NotQuotes(string[] lines, string[] bare, int[] depth)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (depth[i] != 1)
                continue;
            if (i > 0 && ClosesAddress(lines[i - 1], lines[i]))
                (depth[i], bare[i]) = (0, lines[i]);
            var alone = (i == 0 || depth[i - 1] == 0) && (i + 1 == lines.Length || depth[i + 1] == 0);
            var line = lines[i].TrimStart();
            if (alone && line.StartsWith(">From ", StringComparison.Ordinal))
                (depth[i], lines[i], bare[i]) = (0, line[1..], line[1..]);
            else if (alone && line.Length > 1 && line[1] is ':' or '.' or '_' or ';' or '<' or '=' && line.Length < 40)
                (depth[i], bare[i]) = (0, lines[i]);
        }
    }

    /// <summary>"&lt;ana@example.org\n&gt;:": the sign closes an address that the line above opened.</summary>
    private static bool ClosesAddress(string above, string line) =>
        above.LastIndexOf('<') is var open and >= 0 && above.IndexOf('>', open) < 0 && above.IndexOf('@', open) > open
            && line.TrimEnd().EndsWith(':') && line.Length < 40;

    /// <summary>Quote marks in front of a line: "&gt; &gt;", "&gt;&gt;", "| &gt;".</summary>
    private static (int Depth, string Bare) Unquoted(string line)
    {
        var found = 0;
        var at = 0;
        while (at < line.Length
            && (line[at] is '>' || (line[at] is ' ' or '\u00A0' or '\t' && at < 40)
                || (line[at] == '|' && (found > 0 || (at + 1 < line.Length && line[at + 1] is ' ' or '>')) && at < 40)))
        {
            if (line[at] == '>')
                found++;
            at++;
        }

        return found == 0 ? (0, line) : (found, line[at..]);
    }
}
