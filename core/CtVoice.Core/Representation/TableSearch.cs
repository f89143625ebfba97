namespace CtVoice.Core.Representation;

/// <summary>
/// Looks for tables of whole numbers from zero that agree with the cells a reader knows. What it finds is real; it may give up
/// on a table that exists, which hides more than needed and never less.
/// </summary>
internal sealed class TableSearch
{
    /// <summary>Wrong guesses per question. Tables of people have few sums, and most cells follow from the others.</summary>
    private const int MostWrongGuesses = 400;

    private readonly CountTable table;
    private readonly Dictionary<string, int> place;
    private readonly (int Total, int[] Parts)[] sums;
    private readonly Bounds[] start;
    private readonly long ceiling;
    private int wrongGuesses;

    /// <param name="table">The table as it is.</param>
    /// <param name="isKnown">Whether the reader knows the cell's value.</param>
    internal TableSearch(CountTable table, Func<CountCell, bool> isKnown)
    {
        this.table = table;
        place = table.Cells.Select((c, i) => (c.Id, i)).ToDictionary(c => c.Id, c => c.i, StringComparer.Ordinal);
        sums = [.. table.Sums.Select(s => (place[s.Total], s.Parts.Select(p => place[p]).ToArray()))];
        // High enough to be no limit to a reader's doubt, low enough for sums not to overflow.
        ceiling = table.Cells.Sum(c => c.Value + c.ZeroMeansUpTo) + 1000;
        start = [.. table.Cells.Select(c => isKnown(c) ? new Bounds(c.Value, c.Value)
            : c is { Value: 0, ZeroMeansUpTo: > 0 } ? new Bounds(0, c.ZeroMeansUpTo) : new Bounds(0, ceiling))];
    }

    /// <summary>Whether some table has the cell between the two values.</summary>
    internal bool Allows(string id, long from, long to)
    {
        var bounds = start.ToArray();
        ref var cell = ref bounds[place[id]];
        cell = new(Math.Max(cell.Low, from), Math.Min(cell.High, to));
        wrongGuesses = 0;
        return Solve(bounds);
    }

    private bool Solve(Bounds[] bounds)
    {
        if (!Narrow(bounds))
            return false;
        var next = -1;
        for (var i = 0; i < bounds.Length; i++)
        {
            if (bounds[i].Low < bounds[i].High && (next < 0 || bounds[i].Width < bounds[next].Width))
                next = i;
        }

        if (next < 0)
            return true;
        var (low, high) = (bounds[next].Low, bounds[next].High);
        // The true value first: a table that differs in few cells is found at once.
        foreach (var guess in new[] { Math.Clamp(table.Cells[next].Value, low, high), low, high }.Distinct())
        {
            var copy = bounds.ToArray();
            copy[next] = new(guess, guess);
            if (Solve(copy))
                return true;
            if (++wrongGuesses > MostWrongGuesses)
                return false;
        }

        return false;
    }

    /// <summary>Narrows the bounds until every sum agrees; false when one cannot.</summary>
    private bool Narrow(Bounds[] bounds)
    {
        for (var round = 0; round < 1000; round++)
        {
            var changed = false;
            foreach (var (total, parts) in sums)
            {
                var low = parts.Sum(p => bounds[p].Low);
                var high = parts.Sum(p => bounds[p].High);
                changed |= bounds[total].Meet(low, high);
                foreach (var part in parts)
                {
                    var before = bounds[part];
                    changed |= bounds[part].Meet(
                        bounds[total].Low - (high - before.High), bounds[total].High - (low - before.Low));
                    low += bounds[part].Low - before.Low;
                    high += bounds[part].High - before.High;
                }
            }

            if (bounds.Any(b => b.Low > b.High))
                return false;
            if (!changed)
                return true;
        }

        return false;
    }

    private record struct Bounds(long Low, long High)
    {
        internal readonly long Width => High - Low;

        internal bool Meet(long low, long high)
        {
            if (low <= Low && high >= High)
                return false;
            (Low, High) = (Math.Max(low, Low), Math.Min(high, High));
            return true;
        }
    }
}
