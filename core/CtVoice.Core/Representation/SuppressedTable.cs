using System.Globalization;

namespace CtVoice.Core.Representation;

/// <summary>What of a table may leave. It is kept and given back when the next version of the project is prepared.</summary>
/// <param name="Cells">The published cells, in order; a reader cannot tell why one is not shown.</param>
/// <param name="Exposed">Small counts that earlier versions have already given away, by cell id.
/// For the coordinator, never to leave.</param>
public sealed record SuppressedTable(IReadOnlyList<ShownCell> Cells, IReadOnlyList<string> Exposed)
{
    /// <summary>
    /// Whether all these cells are shown. A share, rate, index, ratio, interval or comparison may leave only when every count
    /// it is made from is.
    /// </summary>
    public bool Shows(params IEnumerable<string> ids) => ids.All(id => Cells.Any(c => c.Id == id && c.Value is not null));
}

/// <summary>A cell as it leaves.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Value">The count; null when it is not shown.</param>
/// <param name="Text">The count in digits, <c>0-4</c> for a zero that can hide as much, or <c>not shown</c>.</param>
public sealed record ShownCell(string Id, long? Value, string Text)
{
    /// <summary>What stands in place of a count that is not shown.</summary>
    public const string NotShown = "not shown";

    internal static ShownCell Of(CountCell cell, bool isShown) =>
        isShown ? new(cell.Id, cell.Value, cell.Value.ToString(CultureInfo.InvariantCulture))
        : new(cell.Id, null, cell is { Value: 0, ZeroMeansUpTo: > 0 }
            ? string.Create(CultureInfo.InvariantCulture, $"0-{cell.ZeroMeansUpTo}") : NotShown);
}
