using Azure;
using Azure.Data.Tables;
using CtVoice.Core.Storage;

namespace CtVoice.Functions.Storage;

/// <summary>Rows and operations of the port as the service's entities and actions.</summary>
internal static class AzureTableRow
{
    public static TableRow From(TableEntity entity) => TableRow.Of(
        entity.PartitionKey, entity.RowKey, entity.ETag.ToString(),
        entity.Where(p => p.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag") && p.Value is not null));

    public static TableTransactionAction ToAction(string partition, TableOperation operation) => operation switch
    {
        TableOperation.Insert o => new(TableTransactionActionType.Add, ToEntity(o.Row)),
        TableOperation.Replace o => new(TableTransactionActionType.UpdateReplace, ToEntity(o.Row), new ETag(o.Row.ETag!)),
        TableOperation.Upsert o => new(TableTransactionActionType.UpsertReplace, ToEntity(o.Row)),
        TableOperation.Delete o => new(
            TableTransactionActionType.Delete, new TableEntity(partition, o.Key), o.ETag is null ? ETag.All : new ETag(o.ETag)),
        _ => throw new ArgumentException($"Unknown operation {operation.GetType().Name}.", nameof(operation)),
    };

    /// <summary>
    /// The range in the service's query language. Where the page before ended is its last key: the service's own token is
    /// not needed, and ours survives a change of the storage behind.
    /// </summary>
    public static string Filter(TableQuery query)
    {
        var filter = query.Through is { } through
            ? TableClient.CreateQueryFilter($"PartitionKey ge {query.Partition} and PartitionKey le {through}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {query.Partition}");
        if (query.Continuation is { } last)
            filter += " and " + TableClient.CreateQueryFilter($"RowKey gt {last}");
        else if (query.From is { } from)
            filter += " and " + TableClient.CreateQueryFilter($"RowKey ge {from}");
        if (query.Before is { } before)
            filter += " and " + TableClient.CreateQueryFilter($"RowKey lt {before}");
        return filter;
    }

    /// <summary>True when <paramref name="stored"/> is what <paramref name="operation"/> leaves behind.</summary>
    public static bool IsResultOf(TableOperation operation, TableRow? stored) =>
        operation.Leaves is { } row ? SameProperties(row, stored) && stored!.ETag != row.ETag : stored is null;

    private static TableEntity ToEntity(TableRow row)
    {
        var entity = new TableEntity(row.Partition, row.Key);
        foreach (var (name, value) in row.Properties)
            entity[name] = value;
        return entity;
    }

    private static bool SameProperties(TableRow row, TableRow? stored) =>
        stored is not null
        && row.Properties.Count == stored.Properties.Count
        && row.Properties.All(p => stored.Properties.TryGetValue(p.Key, out var value) && SameValue(p.Value, value));

    private static bool SameValue(object one, object other) =>
        one is byte[] bytes ? other is byte[] others && bytes.AsSpan().SequenceEqual(others) : one.Equals(other);
}
