namespace CtVoice.Core.Board;

/// <summary>The cells of one row, and what is wrong with them.</summary>
internal sealed class BoardCells(int row, Func<string, string> cell)
{
    private readonly List<CellFault> faults = [];

    public int Row => row;

    public IReadOnlyList<CellFault> Faults => faults;

    public void Refuse(string column, string message) => faults.Add(new CellFault(row, column, message));

    public string Text(string column) => cell(column).Trim();

    public string? Optional(string column) => Text(column) is { Length: > 0 } text ? text : null;

    public string Mandatory(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            Refuse(column, "This is needed.");
        return text;
    }

    /// <summary>The parts of a list, without empty ones; one that comes twice is refused.</summary>
    public IReadOnlyList<string> List(string column)
    {
        var parts = Text(column).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Distinct(StringComparer.OrdinalIgnoreCase).Count() != parts.Length)
            Refuse(column, "Something comes twice.");
        return parts;
    }

    /// <summary>The parts of a list that <paramref name="read"/> understands; each other one is refused with
    /// <paramref name="expected"/>.</summary>
    public IReadOnlyList<T> List<T>(string column, Func<string, T?> read, string expected)
        where T : class
    {
        var values = new List<T>();
        foreach (var part in List(column))
        {
            if (read(part) is { } value)
                values.Add(value);
            else
                Refuse(column, expected);
        }
        return values;
    }
}
