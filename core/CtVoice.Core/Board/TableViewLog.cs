using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;

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
    public async Task<(IReadOnlyList<ViewRecord> Views, string? Continuation)> ReadAsync(
        DateOnly month, string? continuation = null, int take = 1000, CancellationToken cancellationToken = default)
    {
        var page = await records.QueryAsync(new TableQuery(Partition(month), Take: take, Continuation: continuation), cancellationToken);
        return ([.. page.Rows.Select(row => JsonSerializer.Deserialize<ViewRecord>(row.LongTextOrNull()!, WorkflowJson.Options)!)], page.Continuation);
    }

    private static string Partition(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"views|{day:yyyy-MM}");
}
