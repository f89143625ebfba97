namespace CtVoice.Core.Storage;

/// <summary>Reading every page of a range that is known to be short: hundreds of rows, not millions.</summary>
internal static class TablePages
{
    public static async Task<IReadOnlyList<TableRow>> AllAsync(this ITable table, TableQuery query, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>();
        do
        {
            var page = await table.QueryAsync(query, cancellationToken);
            rows.AddRange(page.Rows);
            query = query with { Continuation = page.Continuation };
        }
        while (query.Continuation is not null);
        return rows;
    }

    /// <summary>Deletes every row of such a range; again is as good as once.</summary>
    public static async Task ClearAsync(this ITable table, TableQuery query, CancellationToken cancellationToken)
    {
        foreach (var row in await table.AllAsync(query, cancellationToken))
            _ = await table.SubmitAsync(row.Partition, [new TableOperation.Delete(row.Key)], cancellationToken);
    }

    /// <summary>Deletes the row that a line of a list leads to, then the line: what is on no list could never be found again.</summary>
    public static async Task DropListedAsync(this ITable table, TableRow line, string partition, string row,
        CancellationToken cancellationToken)
    {
        _ = await table.SubmitAsync(partition, [new TableOperation.Delete(row)], cancellationToken);
        _ = await table.SubmitAsync(line.Partition, [new TableOperation.Delete(line.Key)], cancellationToken);
    }
}
