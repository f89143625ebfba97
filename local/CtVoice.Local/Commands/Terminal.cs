namespace CtVoice.Local.Commands;

/// <summary>How wide what is printed may be, and whether it may have colours.</summary>
/// <param name="Width">Characters of a row.</param>
/// <param name="Colours">Whether escape sequences are understood and wanted.</param>
internal sealed record Terminal(int Width, bool Colours)
{
    // What a file or a pipe gets, and the least that sentences fit into.
    private const int Otherwise = 100;
    private const int Least = 40;

    /// <summary>What a writer leads to: the terminal's own width, and colours unless <c>NO_COLOR</c> is set (no-color.org);
    /// for a file or a pipe, neither.</summary>
    internal static Terminal Of(TextWriter output)
    {
        if (!ReferenceEquals(output, Console.Out) || Console.IsOutputRedirected)
            return new(int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) ? Math.Max(Least, columns) : Otherwise,
                Colours: false);
        var colours = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        return new(Console.WindowWidth is > 0 and var width ? Math.Max(Least, width) : Otherwise, colours);
    }

    /// <summary>A heading.</summary>
    internal string Bold(string text) => Colours ? $"\e[1;36m{text}\e[0m" : text;

    /// <summary>What stands beside the story.</summary>
    internal string Dim(string text) => Colours ? $"\e[2m{text}\e[0m" : text;

    /// <summary>Rows of a text that has this much room; a word that is longer keeps its row.</summary>
    internal static IEnumerable<string> Wrapped(string text, int room)
    {
        foreach (var line in text.Split('\n'))
        {
            var words = new Queue<string>(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            while (words.Count > 0)
            {
                var row = words.Dequeue();
                while (words.Count > 0 && row.Length + words.Peek().Length < room)
                    row += " " + words.Dequeue();
                yield return row;
            }
        }
    }

    /// <summary>Rows of a table: a heading, and columns as wide as what stands in them.</summary>
    internal IEnumerable<string> Table(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = headings.Select((heading, n) => rows.Select(r => r[n].Length).Append(heading.Length).Max()).ToList();
        yield return Bold(Row(headings));
        foreach (var row in rows)
            yield return Row(row);

        string Row(IReadOnlyList<string> cells) => string.Join("  ", cells.Select((cell, n) => cell.PadRight(widths[n]))).TrimEnd();
    }
}
