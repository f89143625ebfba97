using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Local.Storage;

namespace CtVoice.Local.Verification;

/// <summary>
/// Checks a whole store: the structure of the file, then ledgers, states, texts, its own checkpoints, and a checkpoint that somebody kept.
/// </summary>
internal sealed class StoreVerification(SqliteDatabase database)
{
    private readonly TableSet tables = SqliteTables.Open(database);

    /// <summary>Checks everything, or one review.</summary>
    /// <param name="only">The review; null for all.</param>
    /// <param name="kept">A checkpoint from outside; null for none.</param>
    /// <param name="trusted">Public keys known to be right.</param>
    /// <param name="progress">Is told how many reviews were checked so far.</param>
    /// <param name="cancellationToken">Stops between two reviews.</param>
    public async Task<Outcome> RunAsync(
        string? only, Checkpoint? kept, IReadOnlyCollection<CheckpointKey> trusted, IProgress<int>? progress,
        CancellationToken cancellationToken)
    {
        var looked = 0;
        var reviews = new ReviewStore(tables, new DueRows(tables.Records), TimeProvider.System);
        var outcome = new Outcome(Outcome.OfStore) { Rows = database.Rows() };
        // What is read from a file that does not hold together says nothing.
        if (database.Faults() is { Count: > 0 } faults)
        {
            outcome.OfDatabase(faults);
            return outcome;
        }
        var anchors = new Anchors();
        var store = new CheckpointStore(tables);
        var walk = new CheckpointWalk(trusted);
        if (await UnreadableAsync(WalkAsync) is { } unread)
            outcome.OfChain([$"they cannot be read ({unread})"]);
        outcome.OfChain(walk.Problems);
        if (kept is not null)
        {
            outcome.OfChain(await CheckKeptAsync(kept, store, trusted, anchors, cancellationToken));
            outcome.Checkpoints++;
        }

        IReadOnlyList<string> known = only is null ? [] : [only];
        if (only is null && await UnreadableAsync(async () => known = await reviews.AllIdsAsync(cancellationToken)) is { } lost)
            outcome.OfDatabase([$"the list of reviews cannot be read ({lost})"]);
        foreach (var id in known.Union(only is null ? anchors.Reviews : [], StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            List<string> missed = [];
            if (await UnreadableAsync(
                async () => missed.AddRange(anchors.Against(id, await reviews.ReadLedgerAsync(id, cancellationToken))))
                is { } broken)
            {
                outcome.OfReview(id, [$"the review cannot be read ({broken})"]);
                continue;
            }
            var problems = await CheckAsync(reviews, id, cancellationToken);
            progress?.Report(++looked);
            // An id is noted before its review is stored, so a start that was cut off leaves one without a review.
            if (problems is null && missed.Count == 0)
            {
                if (only is not null)
                    outcome.OfReview(id, ["there is no such review"]);
                continue;
            }
            outcome.OfReview(id, (problems ?? []).Concat(missed));
        }
        return outcome;

        async Task WalkAsync()
        {
            await foreach (var checkpoint in store.AllAsync(cancellationToken))
            {
                outcome.Checkpoints++;
                if (walk.Take(checkpoint) is { } text)
                    anchors.Add(checkpoint.Number, text);
            }
        }
    }

    private static async Task<IReadOnlyList<string>?> CheckAsync(ReviewStore reviews, string id, CancellationToken cancellationToken)
    {
        IReadOnlyList<string>? problems = null;
        return await UnreadableAsync(async () => problems = await reviews.VerifyAsync(id, cancellationToken)) is { } broken
            ? [$"the review cannot be read ({broken})"]
            : problems;
    }

    /// <summary>What cannot even be read was changed as well; what stands beside it is checked all the same.</summary>
    private static async Task<string?> UnreadableAsync(Func<Task> read)
    {
        try
        {
            await read();
            return null;
        }
        catch (Exception unreadable) when (unreadable is not (OperationCanceledException or TableFaultException))
        {
            return unreadable.GetType().Name;
        }
    }

    private static async Task<IReadOnlyList<string>> CheckKeptAsync(
        Checkpoint kept, CheckpointStore store, IReadOnlyCollection<CheckpointKey> trusted, Anchors anchors,
        CancellationToken cancellationToken)
    {
        var alone = new CheckpointWalk(trusted);
        if (alone.Take(kept) is { } text)
            anchors.Add(kept.Number, text);
        var problems = alone.Problems.Select(p => "the file: " + p).ToList();
        if (await store.ReadAsync(kept.Number, cancellationToken) is not { } held)
            problems.Add($"the store has no checkpoint {kept.Number}, which the file has");
        else if (held.Text != kept.Text)
            problems.Add($"the store's checkpoint {kept.Number} is not the one in the file");
        return problems;
    }
}
