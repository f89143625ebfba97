using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CtVoice.Core.Storage;

/// <summary>
/// The list of work that must not be forgotten. A row is inserted before a decision's batch and deleted when everything
/// that follows from the decision is done; a row without work is harmless, work without a row cannot exist. The sweep
/// reads these rows only.
/// </summary>
/// <remarks>
/// A sweep may see a row before its work is written, and cannot tell that from work that somebody has done. So only whoever
/// wrote the row, or found its work and did it, removes it at once; a row whose work nobody finds is looked at again, less
/// and less often, for <see cref="Patience"/>.
/// </remarks>
public sealed class DueRows(ITable records)
{
    /// <summary>Partitions that the rows are spread over.</summary>
    public const int Shards = 16;

    /// <summary>
    /// How long whoever inserted a row has to do the work in the ordinary way before the sweep does it.
    /// </summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a row whose work is not there is kept: far longer than anything can stand still between its row and its
    /// work and then go on. A request is given up after minutes.
    /// </summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromDays(1);

    /// <summary>Notes that <paramref name="subject"/> has work to be done at <paramref name="at"/>.</summary>
    public async Task<DueRow> AddAsync(DueSubject subject, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        (await AddBeforeAsync(null, subject, at, _ => [], cancellationToken)).Row;

    /// <summary>The same together with the work: first the row, then what it announces, in order, until a batch is refused.</summary>
    /// <param name="added">The row, where an earlier attempt has added it; null where none has.</param>
    /// <param name="subject">What the work is about.</param>
    /// <param name="at">When it is to be done.</param>
    /// <param name="work">The work that the row announces; may be asked for several times.</param>
    /// <param name="cancellationToken">Stops before the next attempt to store.</param>
    /// <returns>The row, and what became of each batch of the work that was tried.</returns>
    internal async Task<(DueRow Row, IReadOnlyList<BatchResult> Work)> AddBeforeAsync(
        DueRow? added, DueSubject subject, DateTimeOffset at, Func<DueRow, IReadOnlyList<TableBatch>> work,
        CancellationToken cancellationToken)
    {
        if (added is not null)
            return (added, await TableBatches.SubmitInOrderAsync(work(added), cancellationToken));
        var partition = Partition(subject);
        for (var n = 0; ; n++)
        {
            var row = RowOf(partition, subject, at, n);
            var announced = Read(row);
            var results = await TableBatches.SubmitInOrderAsync(
                [TableBatch.Of(records, partition, new TableOperation.Insert(row)), .. work(announced)], cancellationToken);
            if (results[0].Committed)
                return (announced, [.. results.Skip(1)]);
        }
    }

    /// <summary>
    /// Notes that work which is stored already is to be looked at once <paramref name="at"/> has come; noting it twice is
    /// the same as once. For an instant that is still to come: nobody removes a row before its instant.
    /// </summary>
    public async Task LookAgainAsync(DueSubject subject, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var row = RowFor(subject, at);
        _ = await records.SubmitAsync(row.Partition, [new TableOperation.Insert(row)], cancellationToken);
    }

    /// <summary>The row that says so, for whoever stores it in one go with other rows.</summary>
    public static TableRow RowFor(DueSubject subject, DateTimeOffset at) => RowOf(Partition(subject), subject, at, 0);

    /// <summary>The work is done.</summary>
    public async Task RemoveAsync(DueRow due, CancellationToken cancellationToken = default) =>
        // Missing is fine: another sweep was faster.
        _ = await records.SubmitAsync(due.Partition, [new TableOperation.Delete(due.Key)], cancellationToken);

    /// <summary>The same for whoever has more to store before it goes.</summary>
    internal TableBatch ToRemove(DueRow due) => TableBatch.Of(records, due.Partition, new TableOperation.Delete(due.Key));

    /// <summary>
    /// A sweep has looked at a row. It goes when its work was there and is done; otherwise the work may still be on its way,
    /// and the row comes due again later, until nothing can be on its way any more (<see cref="IsGivenUp"/>).
    /// </summary>
    public async Task LookedAtAsync(DueRow due, bool done, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        if (!done && !IsGivenUp(due, now))
        {
            // Twice as long each time. First the new row: there is no moment without one.
            var waited = now - due.Since;
            await PutOffAsync(due, now + (waited > Grace ? waited : Grace), cancellationToken);
        }
        await RemoveAsync(due, cancellationToken);
    }

    /// <summary>True when this look is the last one: what a row announced will never come.</summary>
    public static bool IsGivenUp(DueRow due, DateTimeOffset now) => now - due.Since >= Patience;

    private async Task PutOffAsync(DueRow due, DateTimeOffset at, CancellationToken cancellationToken)
    {
        for (var n = 0; ; n++)
        {
            var row = RowOf(due.Partition, due.Subject, at, n).With("since", due.Since).With("name", due.Name);
            if ((await records.SubmitAsync(due.Partition, [new TableOperation.Insert(row)], cancellationToken)).Committed)
                return;
        }
    }

    /// <summary>
    /// The work failed: it is tried again later, behind what is fresh. Null when somebody else did it, or noted the same.
    /// </summary>
    /// <param name="row">The work.</param>
    /// <param name="now">When it failed.</param>
    /// <param name="transient">The failure passes by itself: it is no sign that the work can never be done.</param>
    /// <param name="cancellationToken">Stops before the next attempt to store.</param>
    public async Task<DueRow?> PostponeAsync(DueRow row, DateTimeOffset now, bool transient, CancellationToken cancellationToken = default)
    {
        var failed = row with { Attempts = row.Attempts + 1, Faults = row.Faults + (transient ? 0 : 1) };
        failed = failed with { At = now + BackOff.After(failed.Attempts) };
        for (var n = 0; ; n++)
        {
            var later = RowOf(row.Partition, row.Subject, failed.At, n)
                .With("attempts", (long)failed.Attempts).With("faults", (long)failed.Faults).With("since", row.Since)
                .With("name", row.Name);
            // It may have been due at just that instant before.
            if (later.Key == row.Key)
                continue;
            var stored =
                await records.SubmitAsync(row.Partition, [new TableOperation.Delete(row.Key), new TableOperation.Insert(later)],
                    cancellationToken);
            if (stored.Committed)
                return failed with { Key = later.Key };
            if (stored.Refusal is BatchRefusal.Missing)
                return null;
        }
    }

    /// <summary>
    /// Rows due at <paramref name="now"/> or before, oldest first within a shard. One request for all shards, because it is made every
    /// minute and finds next to nothing; only where there is more than it can hold, each shard is asked for its part.
    /// </summary>
    public async Task<IReadOnlyList<DueRow>> ReadAsync(DateTimeOffset now, int perShard = 100,
        CancellationToken cancellationToken = default)
    {
        var before = Instant(now.AddTicks(1));
        if (await AllAsync(before, cancellationToken) is { } all)
            return [.. all.Select(Read)];
        var found = new List<DueRow>();
        foreach (var partition in Partitions)
        {
            found.AddRange((await FirstAsync(new(partition, Before: before, Take: perShard), cancellationToken)).Select(Read));
        }
        return found;
    }

    /// <summary>The other rows of the same kind and group that are due up to a moment after this one.
    /// At most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<DueRow>> TogetherAsync(DueRow row, int most = 100, CancellationToken cancellationToken = default)
    {
        if (row.Subject.Group is null)
            return [];
        var page = await FirstAsync(new(row.Partition, Before: Instant(row.At + Grace), Take: 1000), cancellationToken);
        // There may be hundreds of others.
        return [.. page
            .Where(other => other.Text("group") == row.Subject.Group && other.Text("kind") == row.Subject.Kind && other.Key != row.Key)
            .Take(most).Select(Read)];
    }

    /// <summary>The earliest instant at which any row is due; null when there is none.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken = default)
    {
        if (await AllAsync(before: null, cancellationToken) is { } all)
            return all.Min(row => row.Instant("at"));
        DateTimeOffset? earliest = null;
        foreach (var partition in Partitions)
        {
            if (await FirstAsync(new(partition, Take: 1), cancellationToken) is [var first]
                && (earliest is null || first.Instant("at") < earliest))
                earliest = first.Instant("at");
        }
        return earliest;
    }

    /// <summary>The rows of all shards in one request; null when they are more than it can hold.</summary>
    private async Task<IReadOnlyList<TableRow>?> AllAsync(string? before, CancellationToken cancellationToken)
    {
        var page = await records.QueryAsync(new(Shard(0), Before: before) { Through = Shard(Shards - 1) }, cancellationToken);
        return page.Rows.Count < TableLimits.QueryRows ? page.Rows : null;
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
        Shard(SHA256.HashData(Encoding.UTF8.GetBytes(subject.Group ?? subject.Id))[0] % Shards);

    private static string Shard(int shard) => string.Create(CultureInfo.InvariantCulture, $"due|{shard:D2}");

    private static TableRow RowOf(string partition, DueSubject subject, DateTimeOffset at, int n) =>
        new TableRow(partition, KeyOf(at, subject, n)).With("kind", subject.Kind).With("id", subject.Id).With("at", at)
            .With("group", subject.Group);

    private static string KeyOf(DateTimeOffset at, DueSubject subject, int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{Instant(at)}|{subject.Kind}|{subject.Id}|{n}");

    private static string Instant(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    private static DueRow Read(TableRow row) =>
        new(row.Partition, row.Key, new(row.Text("kind")!, row.Text("id")!) { Group = row.Text("group") }, row.Instant("at")!.Value)
        {
            Since = row.Instant("since") ?? row.Instant("at")!.Value,
            Name = row.Text("name") ?? row.Key,
            Attempts = (int)(row.Number("attempts") ?? 0),
            Faults = (int)(row.Number("faults") ?? 0),
        };
}

/// <summary>What a due row is about.</summary>
/// <param name="Kind">Who knows what to do: see the sweep.</param>
/// <param name="Id">Whatever that kind needs to find the work.</param>
public readonly record struct DueSubject(string Kind, string Id)
{
    /// <summary>Rows of one group lie together and can be read together; null for those that nobody looks up.</summary>
    public string? Group { get; init; }
}

/// <summary>A due row as stored.</summary>
public sealed record DueRow(string Partition, string Key, DueSubject Subject, DateTimeOffset At)
{
    /// <summary>When it came due first: it may have been put off since.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Names it however often it is put off, so that its work can say which row announced it.</summary>
    public required string Name { get; init; }

    /// <summary>How often the work failed.</summary>
    public int Attempts { get; init; }

    /// <summary>How often of these by a failure that does not pass by itself.</summary>
    public int Faults { get; init; }
}
