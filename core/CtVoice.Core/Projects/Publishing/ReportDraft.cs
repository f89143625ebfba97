namespace CtVoice.Core.Projects.Publishing;

/// <summary>
/// A draft table or text as somebody pasted it, in lines, and the runs of lines that are a table: each line parted by the same sign into
/// two cells or more. Read once from front to back.
/// </summary>
internal sealed record ReportDraft(IReadOnlyList<string> Lines, IReadOnlyList<DraftTable> Tables)
{
    // Tabs first: that is what a spreadsheet puts into the clipboard.
    private static readonly char[] Separators = ['\t', '|', ';', ','];

    internal static ReportDraft Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var tables = new List<DraftTable>();
        for (var i = 0; i < lines.Length;)
        {
            var (end, separator) = Array.FindIndex(Separators, s => Runs(lines, i, s) >= 2) is >= 0 and var at
                ? (i + Runs(lines, i, Separators[at]), Separators[at])
                : (i, ' ');
            if (end > i)
            {
                tables.Add(new(i, end - i, [.. lines[i..end].Select(line => Cells(line, separator))]));
                i = end;
            }
            else
            {
                i++;
            }
        }
        return new(lines, tables);
    }

    /// <summary>The lines that belong to no table, with their numbers from 1.</summary>
    internal IEnumerable<(int Line, string Text)> Prose
    {
        get
        {
            var inTable = new bool[Lines.Count];
            foreach (var table in Tables)
                Array.Fill(inTable, true, table.First, table.Height);
            return Lines.Select((text, i) => (Line: i + 1, Text: text, Table: inTable[i])).Where(l => !l.Table && l.Text.Trim().Length > 0)
                .Select(l => (l.Line, l.Text));
        }
    }

    // A sentence has commas too: a line of a table has short cells, as many as the line before it.
    private static int Runs(string[] lines, int from, char separator)
    {
        var width = Width(lines[from], separator);
        if (width < 2)
            return 0;
        var n = 1;
        while (from + n < lines.Length && Width(lines[from + n], separator) == width)
            n++;
        return n;
    }

    private static int Width(string line, char separator)
    {
        var cells = Cells(line, separator);
        return cells.Count >= 2 && (separator is '\t' or '|' || (!line.TrimEnd().EndsWith('.') && cells.TrueForAll(c => c.Length <= 60)))
            ? cells.Count
            : 0;
    }

    private static List<string> Cells(string line, char separator)
    {
        var trimmed = separator == '|' ? line.Trim().Trim('|') : line;
        return [.. trimmed.Split(separator).Select(c => c.Trim().Trim('"').Trim())];
    }
}

/// <summary>A table of a draft.</summary>
/// <param name="First">Index of its first line.</param>
/// <param name="Height">Lines that it takes.</param>
/// <param name="Rows">Its rows, the heading first; a line that only rules it off counts as one.</param>
internal sealed record DraftTable(int First, int Height, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    internal IReadOnlyList<string> Heading => Rows.Count > 0 ? Rows[0] : [];

    internal IEnumerable<IReadOnlyList<string>> Body => Rows.Skip(1);
}
