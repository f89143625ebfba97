namespace CtVoice.Core.Files;

/// <summary>What spreadsheets do to a CSV file: other signs between the cells, and empty columns at the right.</summary>
public static class CsvShape
{
    /// <summary>Why the first row is one cell only; null when it is not.</summary>
    public static string? WrongSeparator(IReadOnlyList<string> heading) => heading switch
    {
        [var only] when only.Contains(';', StringComparison.Ordinal) => Message("semicolons (;)"),
        [var only] when only.Contains('\t', StringComparison.Ordinal) => Message("tabs"),
        [var only] when only.Contains('|', StringComparison.Ordinal) => Message("bars (|)"),
        _ => null,
    };

    /// <summary>
    /// How many cells of a row there are, those below empty columns at the right of the heading aside. A row of another width is left as it
    /// is: a comma too many moves every cell behind it.
    /// </summary>
    /// <param name="cells">Cells as they stand in the file.</param>
    /// <param name="headed">Cells of the heading, empty ones included.</param>
    /// <param name="columns">Columns of the heading that have a name.</param>
    /// <param name="cell">The text of one.</param>
    public static int Width(int cells, int headed, int columns, Func<int, string> cell)
    {
        while (headed > columns && cells <= headed && cells > columns && string.IsNullOrWhiteSpace(cell(cells - 1)))
            cells--;
        return cells;
    }

    private static string Message(string marks) =>
        $"The cells are parted by {marks}, and a comma is needed. Save the file as \"CSV UTF-8 (comma delimited)\".";
}
