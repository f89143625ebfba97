using Azure;
using Azure.Data.Tables;
using CtVoice.Core.Storage;

namespace CtVoice.Functions.Storage;

/// <summary><see cref="ITable"/> on Azure Table Storage (and Azurite).</summary>
/// <remarks>
/// The client must not retry by itself: a write that is sent again after a lost answer meets its own first attempt, and
/// only this class can tell that from another writer.
/// </remarks>
internal sealed class AzureTable(TableClient client, TimeProvider time) : ITable
{
    private const int Attempts = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default)
    {
        TableLimits.CheckKey(partition);
        TableLimits.CheckKey(key);
        return RepeatAsync(_ => ReadAsync(partition, key, cancellationToken), cancellationToken);
    }

    public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default)
    {
        TableLimits.Check(query);
        return RepeatAsync(_ => ReadPageAsync(query, cancellationToken), cancellationToken);
    }

    public Task<BatchResult> SubmitAsync(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default)
    {
        TableLimits.Check(partition, operations);
        var actions = operations.Select(o => AzureTableRow.ToAction(partition, o)).ToList();
        return RepeatAsync(
            async attempt =>
            {
                try
                {
                    var answers = (await client.SubmitTransactionAsync(actions, cancellationToken)).Value;
                    return BatchResult.Stored with { Versions = VersionsIn(answers, operations) };
                }
                catch (RequestFailedException failure) when (AzureTableFault.Refusal(failure) is { } refusal)
                {
                    // An earlier attempt whose answer was lost may be what refuses this one.
                    if (attempt > 1 && await StandsAsync(partition, operations, cancellationToken))
                        return BatchResult.Stored;
                    return new BatchResult(refusal, await RefusedKeyAsync(failure, partition, operations, refusal, cancellationToken));
                }
            },
            cancellationToken);
    }

    /// <summary>What the service says of the rows that it wrote; null when it left one out.</summary>
    private static List<string?>? VersionsIn(IReadOnlyList<Response> answers, IReadOnlyList<TableOperation> operations)
    {
        var versions = operations.Select((o, i) => o.Leaves is null ? null : answers.ElementAtOrDefault(i)?.Headers.ETag?.ToString())
            .ToList();
        return operations.Zip(versions).All(o => o.First.Leaves is null || o.Second is not null) ? versions : null;
    }

    private async Task<TableRow?> ReadAsync(string partition, string key, CancellationToken cancellationToken)
    {
        var answer = await client.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
        return answer.HasValue ? AzureTableRow.From(answer.Value!) : null;
    }

    private async Task<TablePage> ReadPageAsync(TableQuery query, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>();
        var pages = client.QueryAsync<TableEntity>(AzureTableRow.Filter(query), query.Take, cancellationToken: cancellationToken);
        // The service may end a page early, even empty; it goes on until ours is full or the range is done.
        await foreach (var page in pages.AsPages())
        {
            rows.AddRange(page.Values.Select(AzureTableRow.From));
            if (rows.Count >= query.Take)
            {
                var more = rows.Count > query.Take || page.ContinuationToken is not null;
                rows.RemoveRange(query.Take, rows.Count - query.Take);
                return new TablePage(rows, more && query.Through is null ? rows[^1].Key : null);
            }
        }
        return new TablePage(rows, null);
    }

    /// <summary>True when every row is as the batch would leave it.</summary>
    private async Task<bool> StandsAsync(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken)
    {
        foreach (var operation in operations)
        {
            var stored = await ReadAsync(partition, operation.Key, cancellationToken);
            if (!AzureTableRow.IsResultOf(operation, stored))
                return false;
        }
        return true;
    }

    /// <summary>The service names the operation by its place in the batch; where it does not, the rows tell.</summary>
    private async Task<string> RefusedKeyAsync(
        RequestFailedException failure, string partition, IReadOnlyList<TableOperation> operations, BatchRefusal refusal,
        CancellationToken cancellationToken)
    {
        if (failure is TableTransactionFailedException { FailedTransactionActionIndex: { } index } && index < operations.Count)
            return operations[index].Key;
        foreach (var operation in operations)
        {
            var stored = await ReadAsync(partition, operation.Key, cancellationToken);
            if (operation.Refuses(stored?.ETag) == refusal)
                return operation.Key;
        }
        return operations[0].Key;
    }

    private async Task<T> RepeatAsync<T>(Func<int, Task<T>> once, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await once(attempt);
            }
            catch (Exception failure) when (AzureTableFault.Of(failure, cancellationToken) is { } fault)
            {
                if (!fault.IsTransient || attempt == Attempts)
                    throw fault;
            }
            // Jitter spreads writers that were refused together.
            var pause = FirstPause * Math.Pow(2, attempt - 1) * (0.5 + Random.Shared.NextDouble());
            await Task.Delay(pause, time, cancellationToken);
        }
    }
}
