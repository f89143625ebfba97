using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CtVoice.Core.Storage;

/// <summary>
/// The list of work that must not be forgotten. A row is inserted before a decision's batch and deleted when everything
/// that follows from the decision is done; a row without work is harmless, work without a row cannot exist. The sweep
/// reads these rows only.
/// </summary>
public sealed class DueRows(ITable records)
{
    /// <summary>Partitions that the rows are spread over.</summary>
    public const int Shards = 16;

    /// <summary>
    /// How long whoever inserted a row has to do the work in the ordinary way before the sweep does it.
    /// </summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Notes that <paramref name="subject"/> has work to be done at <paramref name="at"/>.</summary>
    public async Task<DueRow> AddAsync(DueSubject subject, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var partition = Partition(subject);
        for (var n = 0; ; n++)
        {
            var row = RowOf(partition, subject, at, n);
            var due = new DueRow(partition, row.Key, subject, at);
            if ((await records.SubmitAsync(partition, [new TableOperation.Insert(row)], cancellationToken)).Committed)
                return due;
        }
    }

    /// <summary>The row that says so, for whoever stores it in one go with other rows.</summary>
    public static TableRow RowFor(DueSubject subject, DateTimeOffset at) => RowOf(Partition(subject), subject, at, 0);

    /// <summary>The work is done.</summary>
    public async Task RemoveAsync(DueRow due, CancellationToken cancellationToken = default) =>
        // Missing is fine: another sweep was faster.
        _ = await records.SubmitAsync(due.Partition, [new TableOperation.Delete(due.Key)], cancellationToken);

    /// <summary>Rows due at <paramref name="now"/> or before, oldest first within a shard.</summary>
    public async Task<IReadOnlyList<DueRow>> ReadAsync(DateTimeOffset now, int perShard = 100, CancellationToken cancellationToken = default)
    {
        var found = new List<DueRow>();
        foreach (var partition in Partitions)
        {
            found.AddRange((await FirstAsync(new(partition, Before: Instant(now.AddTicks(1)), Take: perShard), cancellationToken)).Select(Read));
        }
        return found;
    }

    /// <summary>The earliest instant at which any row is due; null when there is none.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken = default)
    {
        DateTimeOffset? earliest = null;
        foreach (var partition in Partitions)
        {
            if (await FirstAsync(new(partition, Take: 1), cancellationToken) is [var first] && (earliest is null || first.Instant("at") < earliest))
                earliest = first.Instant("at");
        }
        return earliest;
    }

    /// <summary>The first rows of a range. A page may be empty and yet not the last: the service cuts where it likes.</summary>
    private async Task<IReadOnlyList<TableRow>> FirstAsync(TableQuery query, CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await records.QueryAsync(query, cancellationToken);
            if (page.Rows.Count > 0 || page.Continuation is null)
                return page.Rows;
            query = query with { Continuation = page.Continuation };
        }
    }

    private static IEnumerable<string> Partitions => Enumerable.Range(0, Shards).Select(Shard);

    private static string Partition(DueSubject subject) =>
        Shard(SHA256.HashData(Encoding.UTF8.GetBytes(subject.Id))[0] % Shards);

    private static string Shard(int shard) => string.Create(CultureInfo.InvariantCulture, $"due|{shard:D2}");

    private static TableRow RowOf(string partition, DueSubject subject, DateTimeOffset at, int n) =>
        new TableRow(partition, KeyOf(at, subject, n)).With("kind", subject.Kind).With("id", subject.Id).With("at", at);

    private static string KeyOf(DateTimeOffset at, DueSubject subject, int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{Instant(at)}|{subject.Kind}|{subject.Id}|{n}");

    private static string Instant(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    private static DueRow Read(TableRow row) =>
        new(row.Partition, row.Key, new(row.Text("kind")!, row.Text("id")!), row.Instant("at")!.Value);
}

/// <summary>What a due row is about.</summary>
/// <param name="Kind">Who knows what to do: see the sweep.</param>
/// <param name="Id">Whatever that kind needs to find the work.</param>
public readonly record struct DueSubject(string Kind, string Id);

/// <summary>A due row as stored.</summary>
public sealed record DueRow(string Partition, string Key, DueSubject Subject, DateTimeOffset At);
