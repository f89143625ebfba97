namespace CtVoice.Core.Representation;

/// <summary>
/// Which counts of people may leave. 1 to 10 never do, and no other count from which one of them could be computed: for each
/// hidden count there must be a table that agrees with everything shown, now and earlier, in which it is 1 or less, and one
/// in which it is 10 or more.
/// </summary>
public static class Suppression
{
    /// <summary>The smallest count other than zero that may leave.</summary>
    public const long FirstShown = 11;

    /// <summary>No count of people is larger; beyond it exact arithmetic would overflow.</summary>
    internal const long MostPeople = 10_000_000_000;

    /// <summary>Decides for each cell of a table.</summary>
    /// <param name="table">The counts of this version.</param>
    /// <param name="earlier">
    /// What earlier versions of the same project published. A count that was not shown then stays so: with it a reader who
    /// guesses that it has not changed could compute another one of that version.
    /// </param>
    /// <exception cref="ArgumentException">A total is not the sum of its parts, or an id is missing or listed twice,
    /// or a count is negative or beyond ten billion.</exception>
    public static SuppressedTable Apply(CountTable table, IReadOnlyList<SuppressedTable> earlier)
    {
        Check(table);
        // A count that left unchanged is known, whatever is shown this time.
        var known = table.Cells.Where(c => c.ZeroMeansUpTo == 0 && Published(c.Id, earlier).Contains(c.Value))
            .Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var sensitive = table.Cells.SelectMany(c => Sensitive(c, earlier)).ToList();
        var hidden = table.Cells.Where(c => !c.IsPublished).Select(c => c.Id)
            .Concat(sensitive.Select(s => s.Cell.Id))
            .Concat(earlier.SelectMany(e => e.Cells).Where(c => c.Value is null).Select(c => c.Id))
            .ToHashSet(StringComparer.Ordinal);
        while (true)
        {
            var search = new TableSearch(table, c => !hidden.Contains(c.Id) || known.Contains(c.Id));
            if (sensitive.FirstOrDefault(s => !known.Contains(s.Cell.Id) && !s.IsHiddenIn(search)) is not { } open
                || NextToHide(table, open.Cell.Id, hidden, known) is not { } next)
            {
                return new(
                    [.. table.Cells.Where(c => c.IsPublished).Select(c => ShownCell.Of(c, !hidden.Contains(c.Id)))],
                    [.. sensitive.Where(s => known.Contains(s.Cell.Id) || !s.IsHiddenIn(search)).Select(s => s.Cell.Id).Distinct()]);
            }

            hidden.Add(next);
        }
    }

    private static IEnumerable<SensitiveCell> Sensitive(CountCell cell, IReadOnlyList<SuppressedTable> earlier)
    {
        if (cell.Value is > 0 and < FirstShown)
            yield return new(cell, 1, FirstShown - 1);
        else if (cell is { Value: 0, ZeroMeansUpTo: > 0 })
            yield return new(cell, 0, cell.ZeroMeansUpTo);
        foreach (var was in Published(cell.Id, earlier))
        {
            // The difference between two versions is a count of people too.
            if (Math.Abs(cell.Value - was) is > 0 and < FirstShown)
                yield return cell.Value > was ? new(cell, was + 1, was + FirstShown - 1) : new(cell, was - FirstShown + 1, was - 1);
        }
    }

    private static IEnumerable<long> Published(string id, IReadOnlyList<SuppressedTable> earlier) =>
        earlier.SelectMany(e => e.Cells).Where(c => c.Id == id).Select(c => c.Value).OfType<long>();

    /// <summary>
    /// The next cell to hide so that another cannot be computed: one that adds up with it before one further away, a small one
    /// before a large one (which says more), a zero last.
    /// </summary>
    private static string? NextToHide(CountTable table, string open, HashSet<string> hidden, HashSet<string> known)
    {
        var near = table.Sums.Where(s => s.Total == open || s.Parts.Contains(open)).SelectMany(s => s.Parts.Append(s.Total))
            .ToHashSet(StringComparer.Ordinal);
        return table.Cells.Where(c => !hidden.Contains(c.Id) && !known.Contains(c.Id))
            .OrderBy(c => near.Contains(c.Id) ? 0 : 1).ThenBy(c => c.Value == 0 ? 1 : 0).ThenBy(c => c.Value)
            .ThenBy(c => c.Id, StringComparer.Ordinal)
            .FirstOrDefault()?.Id;
    }

    private static void Check(CountTable table)
    {
        var cells = new Dictionary<string, CountCell>(StringComparer.Ordinal);
        foreach (var cell in table.Cells)
        {
            if (!cells.TryAdd(cell.Id, cell) || cell.Value is < 0 or > MostPeople)
                throw new ArgumentException($"Cell {cell.Id} is listed twice, or no number of people.", nameof(table));
        }

        foreach (var sum in table.Sums)
        {
            if (sum.Parts.Append(sum.Total).FirstOrDefault(id => !cells.ContainsKey(id)) is { } missing)
                throw new ArgumentException($"Cell {missing} is not in the table.", nameof(table));
            var parts = sum.Parts.Select(p => cells[p]).ToList();
            var difference = cells[sum.Total].Value - parts.Sum(p => p.Value);
            if (difference < 0 || difference > parts.Sum(p => p.Value == 0 ? p.ZeroMeansUpTo : 0))
                throw new ArgumentException($"{sum.Total} is not the sum of its parts.", nameof(table));
        }
    }

    /// <summary>A count that must not be known closer than from <paramref name="From"/> to <paramref name="To"/>.</summary>
    private sealed record SensitiveCell(CountCell Cell, long From, long To)
    {
        // Below zero there is nobody: then zero is as low as a reader can think.
        internal bool IsHiddenIn(TableSearch search) =>
            search.Allows(Cell.Id, 0, Math.Max(0, From)) && search.Allows(Cell.Id, To, long.MaxValue);
    }
}
