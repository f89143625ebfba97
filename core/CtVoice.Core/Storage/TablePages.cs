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
}
