using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Ledger;
using CtVoice.Core.Projects;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Reviews;

/// <summary>A review as read, with where its ledger stands.</summary>
/// <param name="State">The state.</param>
/// <param name="StateText">Its exact stored text.</param>
/// <param name="Ledger">Where the ledger stands.</param>
/// <param name="Sequence">Number of the last decision, 1, 2, 3, ...</param>
/// <param name="ETag">Version of the head row; null of one that was just written and not read again.</param>
public sealed record StoredReview(Review State, string StateText, LedgerHead Ledger, long Sequence, string? ETag)
{
    /// <summary>The decision that has just left it so; null where it was read, and nobody knows what it was before.</summary>
    public LastDecision? Last { get; init; }
}

/// <summary>What a decision changed, for whoever follows it and need not look at what stayed.</summary>
/// <param name="Before">What it was taken on.</param>
/// <param name="Steps">What the ledger calls what it did.</param>
public sealed record LastDecision(Review Before, IReadOnlyList<string> Steps);

/// <summary>A decision that was stored, for whoever sees to what follows from it and need not read it again.</summary>
/// <param name="Review">The review after it.</param>
/// <param name="Effects">What follows, in the order of their rows.</param>
/// <param name="Due">The due row that announced it.</param>
public sealed record StoredDecision(StoredReview Review, IReadOnlyList<Effect> Effects, DueRow Due);

/// <summary>
/// Reviews as rows. A decision is taken on what was read and committed in one batch with the replacement of the head row;
/// when somebody else was faster it is read and taken again, so neither state nor ledger can fork.
/// </summary>
public sealed class ReviewStore(TableSet tables, DueRows due, TimeProvider clock)
{
    /// <summary>Kind of the due rows that lead to a review's effects.</summary>
    public const string DueKind = "review";

    /// <summary>Column of an effect: the due row that announced it.</summary>
    internal const string DueColumn = "due";

    private const int Attempts = 30;

    private const string SealedFlag = "sealed";

    private const string YearPartition = "ids";

    private readonly ConcurrentDictionary<int, bool> notedYears = new();

    private readonly ReviewStates states = new();

    /// <summary>The review, or null.</summary>
    public async Task<StoredReview?> ReadAsync(string reviewId, CancellationToken cancellationToken = default) =>
        ReviewIds.IsPossible(reviewId)
        && await tables.Records.GetAsync(ReviewRows.Partition(reviewId), ReviewRows.Head, cancellationToken) is { } head
            ? Read(reviewId, head)
            : null;

    /// <summary>The project as the agency sent it, or null.</summary>
    public async Task<ProjectRequest?> ReadProjectAsync(string reviewId, CancellationToken cancellationToken = default) =>
        await tables.Records.GetAsync(ReviewRows.Partition(reviewId), ReviewRows.Project, cancellationToken) is { } row
            ? JsonSerializer.Deserialize<ProjectRequest>(row.LongTextOrNull()!, WorkflowJson.Options)
            : null;

    /// <summary>What is read in place of a text that is sealed.</summary>
    public const string SealedWords = "[Sealed at the request of the person who wrote it.]";

    /// <summary>
    /// A stored text as every screen and export may show it: <see cref="SealedWords"/> where it is sealed. Null when there
    /// is none, or it was destroyed.
    /// </summary>
    public async Task<string?> ReadContentAsync(string reviewId, string key, CancellationToken cancellationToken = default) =>
        await tables.Records.GetAsync(ReviewRows.Partition(reviewId), ReviewRows.Content(key), cancellationToken) is not { } row ? null
            : row.Flag(SealedFlag) ? SealedWords
            : row.LongTextOrNull();

    /// <summary>A stored text, sealed or not: for an auditor who gave a reason that is recorded, and for nobody else.</summary>
    public async Task<string?> ReadSealedAsync(string reviewId, string key, CancellationToken cancellationToken = default) =>
        (await tables.Records.GetAsync(ReviewRows.Partition(reviewId), ReviewRows.Content(key), cancellationToken))?.LongTextOrNull();

    /// <summary>The ledger in order.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> ReadLedgerAsync(string reviewId, CancellationToken cancellationToken = default)
    {
        var rows = await tables.Records.AllAsync(TableQuery.StartingWith(ReviewRows.Partition(reviewId), "ledger|"), cancellationToken);
        return [.. rows.Select(r => new LedgerEntry((int)r.Number("n")!.Value, r.LongTextOrNull()!, r.Text("hash")!))];
    }

    /// <summary>
    /// Checks a review's ledger, state and texts; null when there is no such review, and no trace of one. They are read one after the
    /// other: when a decision was stored between, they are read again.
    /// </summary>
    /// <exception cref="TableFaultException">Transient: decisions were stored at every reading.</exception>
    public async Task<IReadOnlyList<string>?> VerifyAsync(string reviewId, CancellationToken cancellationToken = default)
    {
        var review = await ReadAsync(reviewId, cancellationToken);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var faults = await FaultsAsync(reviewId, review, cancellationToken);
            if (faults is null or [])
                return faults;
            var after = await ReadAsync(reviewId, cancellationToken);
            if (after?.ETag == review?.ETag)
                return faults;
            review = after;
        }
        throw Overtaken(reviewId);
    }

    private async Task<IReadOnlyList<string>?> FaultsAsync(string reviewId, StoredReview? review, CancellationToken cancellationToken)
    {
        var ledger = await ReadLedgerAsync(reviewId, cancellationToken);
        if (review is null)
            return ledger is [.., var last] ? [$"the review's state is gone; its ledger goes on to entry {last.Number}"] : null;
        var contents =
            await tables.Records.AllAsync(TableQuery.StartingWith(ReviewRows.Partition(reviewId), "content|"), cancellationToken);
        return LedgerVerifier.Check(
            ledger, review.Ledger, review.StateText,
            contents.ToDictionary(
                r => r.Key["content|".Length..],
                r => new StoredContent(r.LongTextOrNull()!, Convert.FromHexString(r.Text("salt")!)),
                StringComparer.Ordinal));
    }

    /// <summary>Where a ledger stands; null when there is no such review.</summary>
    public async Task<LedgerHead?> HeadAsync(string reviewId, CancellationToken cancellationToken = default) =>
        // The columns only: a state that cannot be read has a place in its chain all the same.
        await tables.Records.GetAsync(ReviewRows.Partition(reviewId), ReviewRows.Head, cancellationToken) is { } head
            ? new((int)head.Number("ledgerCount")!.Value, head.Text("ledgerHash")!)
            : null;

    /// <summary>What is wrong with a review that must go on from an anchor; null when nothing is.</summary>
    public async Task<string?> AgainstAsync(int checkpoint, LedgerAnchor anchor, CancellationToken cancellationToken = default)
    {
        var held = (await HeadAsync(anchor.Id, cancellationToken))?.Count ?? 0;
        if (anchor.Sealed is not null)
            return anchor.Against(checkpoint, held == 0 ? [] : await ReadLedgerAsync(anchor.Id, cancellationToken));
        var entry = await tables.Records.GetAsync(ReviewRows.Partition(anchor.Id), ReviewRows.Ledger(anchor.Count ?? 0), cancellationToken);
        return anchor.Against(checkpoint, held, entry?.Text("hash"), []);
    }

    /// <summary>
    /// Stores the first decision of a review together with its project. Null when a review of that id exists: the one
    /// that was stored first stands.
    /// </summary>
    public async Task<StoredDecision?> CreateAsync(Decision first, ProjectRequest project, CancellationToken cancellationToken = default)
    {
        var partition = ReviewRows.Partition(first.State.Id);
        await NoteIdAsync(first.State, cancellationToken);
        var row = await due.AddAsync(new(DueKind, first.State.Id), clock.GetUtcNow() + DueRows.Grace, cancellationToken);
        var (operations, after) = Operations(first, LedgerHead.Empty, 1, null, row);
        operations.Add(new TableOperation.Insert(
            new TableRow(partition, ReviewRows.Project).WithText(JsonSerializer.Serialize(project, WorkflowJson.Options))));
        if ((await tables.Records.SubmitAsync(partition, operations, cancellationToken)).Committed)
            return new(after, first.Following(), row);
        await due.RemoveAsync(row, cancellationToken);
        return null;
    }

    /// <summary>
    /// Takes a decision and stores it, at most once for each time it is asked for. Null when there is no such review.
    /// What follows from it elsewhere is applied by the effect runner; a due row remembers that.
    /// </summary>
    /// <param name="reviewId">The review.</param>
    /// <param name="decide">Pure: may be called several times, each time with the state as it is then.</param>
    /// <param name="seen">The review as the caller has just read it: it is read again only when somebody else was faster.</param>
    /// <param name="cancellationToken">Stops before the next attempt.</param>
    /// <exception cref="TableFaultException">Transient: too many others were faster.</exception>
    public async Task<(Decided<T> Decided, StoredDecision? Stored)?> DecideAsync<T>(
        string reviewId, Func<Review, Decided<T>> decide, StoredReview? seen = null, CancellationToken cancellationToken = default)
    {
        var partition = ReviewRows.Partition(reviewId);
        DueRow? row = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // What was just written, and not read since, has no version to be replaced by.
            if ((attempt == 0 && seen is { ETag: not null } ? seen : await ReadAsync(reviewId, cancellationToken)) is not { } review)
                return null;
            var decided = decide(review.State);
            if (decided.Change is not { } change)
            {
                if (row is not null)
                    await due.RemoveAsync(row, cancellationToken);
                return (decided with { After = review.State }, null);
            }
            var texts = await OfTextsAsync(change, cancellationToken);
            var after = review;
            (row, var stored) = await due.AddBeforeAsync(
                row, new(DueKind, reviewId), clock.GetUtcNow() + DueRows.Grace,
                announcing => [new(tables.Records, partition, Made(announcing))], cancellationToken);
            if (stored[0].Committed)
            {
                states.Remember(reviewId, after.StateText, change.State);
                var last = new LastDecision(review.State, [.. change.Ledger.Select(entry => entry.Type)]);
                return (decided with { After = change.State }, new(after with { Last = last }, change.Following(), row));
            }
            if (attempt > 1)
                await Task.Delay(RandomNumberGenerator.GetInt32(1, 10 * attempt), cancellationToken);

            List<TableOperation> Made(DueRow announcing)
            {
                (var operations, after) = Operations(change, review.Ledger, review.Sequence + 1, review.ETag, announcing);
                operations.AddRange(texts);
                return operations;
            }
        }
        throw Overtaken(reviewId);
    }

    private static TableFaultException Overtaken(string reviewId) =>
        new($"Review {reviewId} was changed by others {Attempts} times in a row.", isTransient: true);

    /// <summary>Ids of all reviews, by the year they were received in; before them those of practice reviews.</summary>
    public async Task<IReadOnlyList<string>> AllIdsAsync(CancellationToken cancellationToken = default)
    {
        var ids = new List<string>(await PracticeIdsAsync(cancellationToken));
        foreach (var year in await YearsAsync(cancellationToken))
            ids.AddRange(await IdsAsync(year, cancellationToken));
        return ids;
    }

    /// <summary>Ids of all reviews received in a year (UTC), in no particular order.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(int year, CancellationToken cancellationToken = default) =>
        [.. (await tables.Records.AllAsync(new(IdPartition(year)), cancellationToken)).Select(r => r.Key)];

    /// <summary>Ids of practice reviews: they are of no year.</summary>
    public async Task<IReadOnlyList<string>> PracticeIdsAsync(CancellationToken cancellationToken = default) =>
        [.. (await tables.Records.AllAsync(new(PracticePartition), cancellationToken)).Select(r => r.Key)];

    /// <summary>Years (UTC) in which reviews were received, in order.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellationToken = default) =>
        [.. (await tables.Records.AllAsync(new(YearPartition), cancellationToken))
            .Select(r => int.Parse(r.Key, System.Globalization.CultureInfo.InvariantCulture))];

    private const string PracticePartition = "ids|practice";

    private static string IdPartition(int year) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ids|{year}");

    // Before the review itself, like a due row: an id without a review is harmless, a review without an id cannot exist.
    private async Task NoteIdAsync(Review review, CancellationToken cancellationToken)
    {
        if (review.Practice)
        {
            await NoteAsync(PracticePartition, review.Id, cancellationToken);
            return;
        }
        var year = review.SubmittedAt.UtcDateTime.Year;
        if (!notedYears.ContainsKey(year))
        {
            await NoteAsync(YearPartition, year.ToString("D4", System.Globalization.CultureInfo.InvariantCulture), cancellationToken);
            notedYears[year] = true;
        }
        await NoteAsync(IdPartition(year), review.Id, cancellationToken);
    }

    private async Task NoteAsync(string partition, string key, CancellationToken cancellationToken) =>
        _ = await tables.Records.SubmitAsync(partition, [new TableOperation.Upsert(new TableRow(partition, key))], cancellationToken);

    /// <summary>What a decision does to texts that are stored already. One that is gone is gone.</summary>
    private async Task<IReadOnlyList<TableOperation>> OfTextsAsync(Decision change, CancellationToken cancellationToken)
    {
        var operations = new List<TableOperation>();
        foreach (var key in change.Seals.Concat(change.Destroys))
        {
            if (await tables.Records.GetAsync(ReviewRows.Partition(change.State.Id), ReviewRows.Content(key), cancellationToken)
                is not { } row)
                continue;
            operations.Add(change.Seals.Contains(key)
                ? new TableOperation.Replace(row.With(SealedFlag, true))
                : new TableOperation.Delete(row.Key, row.ETag));
        }
        return operations;
    }

    private static (List<TableOperation> Operations, StoredReview After) Operations(
        Decision decision, LedgerHead head, long sequence, string? etag, DueRow due)
    {
        if (decision.Ledger.Count == 0)
            throw new ArgumentException("A decision says in the ledger what it did.");
        var partition = ReviewRows.Partition(decision.State.Id);
        var text = JsonSerializer.Serialize(decision.State, WorkflowJson.Options);
        var digest = LedgerChain.Digest(text);
        var operations = new List<TableOperation>();
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var content in decision.Contents)
        {
            var salt = RandomNumberGenerator.GetBytes(16);
            digests[content.Key] = LedgerChain.ContentDigest(salt, content.Text);
            operations.Add(new TableOperation.Insert(
                new TableRow(partition, ReviewRows.Content(content.Key)).With("salt", Convert.ToHexStringLower(salt))
                    .WithText(content.Text)));
        }
        var at = decision.At;
        for (var i = 0; i < decision.Ledger.Count; i++)
        {
            // Only the last entry of a decision vouches for the state after it; see LedgerVerifier.
            var entry = LedgerChain.Append(head, decision.Ledger[i], at, digest, digests);
            operations.Add(new TableOperation.Insert(
                new TableRow(partition, ReviewRows.Ledger(entry.Number)).With("n", (long)entry.Number).With("hash", entry.Hash)
                    .WithText(entry.Text)));
            head = new(entry.Number, entry.Hash);
        }
        var effects = decision.Following();
        for (var i = 0; i < effects.Count; i++)
        {
            operations.Add(new TableOperation.Insert(new TableRow(partition, ReviewRows.Effect(sequence, i))
                .With("effect", JsonSerializer.Serialize(effects[i], WorkflowJson.Options)).With(DueColumn, due.Name)));
        }
        var row = new TableRow(partition, ReviewRows.Head) { ETag = etag }
            .With("seq", sequence).With("ledgerCount", (long)head.Count).With("ledgerHash", head.Hash).WithText(text);
        operations.Add(etag is null ? new TableOperation.Insert(row) : new TableOperation.Replace(row));
        return (operations, new(decision.State, text, head, sequence, null));
    }

    private StoredReview Read(string reviewId, TableRow row)
    {
        var text = row.LongTextOrNull()!;
        return new(
            states.Of(reviewId, text), text, new((int)row.Number("ledgerCount")!.Value, row.Text("ledgerHash")!), row.Number("seq")!.Value,
            row.ETag!);
    }
}
