using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Commands;

/// <summary>
/// Applies what decisions cause outside their review: workflows started and woken, load counted, phones freed, lists
/// written. Each is applied at least once and harmless twice; whoever crashes in between is followed by the sweep.
/// </summary>
public sealed class EffectRunner(TableSet tables, ReviewStore reviews, DueRows due, IEnumerable<EffectHandler> handlers)
{
    private readonly Lazy<Dictionary<Type, EffectHandler[]>> applying =
        new(() => handlers.GroupBy(handler => handler.Kind).ToDictionary(kind => kind.Key, kind => kind.ToArray()));

    /// <summary>
    /// Applies what follows from a decision that was just stored, as it was stored, then removes its due row. What another decision
    /// left is the matter of that one's due row.
    /// </summary>
    public async Task RunAsync(StoredDecision stored, CancellationToken cancellationToken = default)
    {
        var review = stored.Review;
        await ApplyAllAsync(review, stored.Effects.Distinct(), cancellationToken);
        var partition = ReviewRows.Partition(review.State.Id);
        var rows = Enumerable.Range(0, stored.Effects.Count).Select(i => ReviewRows.Effect(review.Sequence, i))
            .Chunk(TableLimits.BatchOperations).ToList();
        var removed = await TableBatches.SubmitInOrderAsync(
            [.. rows.Select(keys => Removing(partition, keys)), due.ToRemove(stored.Due)], cancellationToken);
        if (removed.Count > rows.Count)
            return;
        await RemoveEachAsync(partition, rows[removed.Count - 1], cancellationToken);
        foreach (var keys in rows.Skip(removed.Count))
            await RemoveAsync(partition, keys, cancellationToken);
        await due.RemoveAsync(stored.Due, cancellationToken);
    }

    /// <summary>Applies whatever is pending for a review.</summary>
    public Task RunAsync(string reviewId, CancellationToken cancellationToken = default) => ApplyPendingAsync(reviewId, cancellationToken);

    /// <summary>
    /// Applies whatever is pending; true when effects of the decision that the row announced were among it. Those of
    /// another decision say nothing: this one's may still be on their way.
    /// </summary>
    /// <exception cref="InvalidOperationException">A later version decided, and only that version knows what followed.</exception>
    public async Task<bool> FinishAsync(DueRow row, CancellationToken cancellationToken = default)
    {
        var pending = (await ApplyPendingAsync(row.Subject.Id, cancellationToken)).Where(p => p.Row.Text(ReviewStore.DueColumn) == row.Name)
            .ToList();
        return pending.TrueForAll(p => p.Effect is not null)
            ? pending.Count > 0
            : throw new InvalidOperationException("Nothing applies an effect of a later version.");
    }

    /// <summary>Applies whatever is pending, and removes it. What a later version left keeps nothing else waiting,
    /// and waits for that version.</summary>
    private async Task<IReadOnlyList<PendingEffect>> ApplyPendingAsync(string reviewId, CancellationToken cancellationToken)
    {
        var pending = await PendingAsync(reviewId, cancellationToken);
        var known = pending.Where(p => p.Effect is not null).ToList();
        if (known.Count > 0 && await reviews.ReadAsync(reviewId, cancellationToken) is { } review)
        {
            await ApplyAllAsync(review, known.Select(p => p.Effect!).Distinct(), cancellationToken);
            foreach (var applied in known.Chunk(TableLimits.BatchOperations))
                await RemoveAsync(ReviewRows.Partition(reviewId), [.. applied.Select(p => p.Row.Key)], cancellationToken);
        }
        return pending;
    }

    /// <summary>Whether effects of a review's decisions wait to be applied.</summary>
    internal async Task<bool> ArePendingAsync(string reviewId, CancellationToken cancellationToken = default) =>
        (await PendingAsync(reviewId, cancellationToken)).Any(p => p.Effect is not null);

    private async Task<IReadOnlyList<PendingEffect>> PendingAsync(string reviewId, CancellationToken cancellationToken)
    {
        var rows = await tables.Records.AllAsync(TableQuery.StartingWith(ReviewRows.Partition(reviewId), "effect|"), cancellationToken);
        return [.. rows.Select(row => new PendingEffect(row, Known(row)))];
    }

    private static Effect? Known(TableRow row)
    {
        try
        {
            return JsonSerializer.Deserialize<Effect>(row.Text("effect")!, WorkflowJson.Options);
        }
        catch (JsonException)
        {
            // A kind of effect that this version does not have: the package was put back, and the later one will be here again.
            return null;
        }
    }

    /// <summary>Applies effects that no decision stored; nothing remembers them but the caller.</summary>
    internal Task ApplyAllAsync(StoredReview review, IEnumerable<Effect> effects, CancellationToken cancellationToken = default) =>
        Task.WhenAll(effects.Select(effect => ApplyAsync(review, effect, cancellationToken)));

    private Task ApplyAsync(StoredReview review, Effect effect, CancellationToken cancellationToken) =>
        applying.Value.TryGetValue(effect.GetType(), out var all)
            ? Task.WhenAll(all.Select(handler => handler.ApplyAsync(review, effect, cancellationToken)))
            : throw new InvalidOperationException($"Nothing applies the effect {effect.GetType().Name}.");

    private TableBatch Removing(string partition, IEnumerable<string> applied) =>
        new(tables.Records, partition, [.. applied.Select(key => new TableOperation.Delete(key))]);

    private async Task RemoveAsync(string partition, IReadOnlyList<string> applied, CancellationToken cancellationToken)
    {
        if (!(await tables.Records.SubmitAsync(partition, Removing(partition, applied).Operations, cancellationToken)).Committed)
            await RemoveEachAsync(partition, applied, cancellationToken);
    }

    /// <summary>Somebody else removed some of them: what is left is removed one by one.</summary>
    private async Task RemoveEachAsync(string partition, IReadOnlyList<string> applied, CancellationToken cancellationToken)
    {
        foreach (var key in applied)
            _ = await tables.Records.SubmitAsync(partition, [new TableOperation.Delete(key)], cancellationToken);
    }

    /// <summary>What waits to be applied; null where only a later version knows what it is.</summary>
    private sealed record PendingEffect(TableRow Row, Effect? Effect);
}
