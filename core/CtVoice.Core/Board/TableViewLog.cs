using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Board;

/// <summary>Views as rows of the Records table, one partition a month (UTC): <c>views|2027-03</c>, oldest first.</summary>
public sealed class TableViewLog(ITable records) : IViewLog
{
    /// <inheritdoc/>
    public async Task RecordAsync(ViewRecord view, CancellationToken cancellationToken = default)
    {
        var partition = Partition(DateOnly.FromDateTime(view.When.UtcDateTime));
        var text = JsonSerializer.Serialize(view, WorkflowJson.Options);
        // Views of one instant are numbered: a stepped clock stands still while people look.
        for (var n = 0; ; n++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{view.When.UtcTicks:D19}|{n:D6}");
            var row = new TableRow(partition, key).WithText(text);
            var result = await records.SubmitAsync(partition, [new TableOperation.Insert(row)], cancellationToken);
            if (result.Committed)
                return;
        }
    }

    /// <summary>One page of the views of a month, oldest first.</summary>
    /// <param name="month">Any day of the month, UTC.</param>
    /// <param name="continuation">Where the page before ended; null for the first.</param>
    /// <param name="take">Views of one page, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<(IReadOnlyList<ViewRecord> Views, string? Continuation)> ReadAsync(
        DateOnly month, string? continuation = null, int take = 1000, CancellationToken cancellationToken = default) =>
        ReadAsync(ViewSpan.Month(month), continuation, take, cancellationToken);

    /// <summary>One page of the views of a span of days, oldest first.</summary>
    /// <param name="span">The days.</param>
    /// <param name="continuation">Where the page before ended; null for the first.</param>
    /// <param name="take">Views of one page, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<(IReadOnlyList<ViewRecord> Views, string? Continuation)> ReadAsync(
        ViewSpan span, string? continuation = null, int take = 1000, CancellationToken cancellationToken = default)
    {
        var query = new TableQuery(Partition(span.First), Instant(span.First), End(span.Last), take, continuation);
        var page = await records.QueryAsync(query, cancellationToken);
        return ([.. page.Rows.Select(Read)], page.Continuation);
    }

    /// <summary>A record that cannot be read is one all the same, at its instant: the auditor must know that somebody looked.</summary>
    private static ViewRecord Read(TableRow row) =>
        ListedRows.Read([row], r => JsonSerializer.Deserialize<ViewRecord>(r.LongTextOrNull()!, WorkflowJson.Options)!).Lines is [{ } view]
            ? view
            : new(new(long.Parse(row.Key.Split('|')[0], CultureInfo.InvariantCulture), TimeSpan.Zero), "unreadable", "unreadable", []);

    private static string Instant(DateOnly day) =>
        day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).Ticks.ToString("D19", CultureInfo.InvariantCulture);

    // No day follows the last that can be written.
    private static string? End(DateOnly last) => last == DateOnly.MaxValue ? null : Instant(last.AddDays(1));

    private static string Partition(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"views|{day:yyyy-MM}");
}

/// <summary>Days of one month (UTC), the last one included.</summary>
public readonly record struct ViewSpan(DateOnly First, DateOnly Last)
{
    /// <summary>A whole month.</summary>
    public static ViewSpan Month(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new(first, first.AddDays(DateTime.DaysInMonth(day.Year, day.Month) - 1));
    }
}
