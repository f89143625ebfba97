using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Lists;
using CtVoice.Core.Storage;
using CtVoice.Core.Todo;

namespace CtVoice.Core.Subscriptions;

/// <summary>Subscriptions as rows of one partition; there are dozens.</summary>
public sealed class SubscriptionStore(TableSet tables)
{
    private const string Partition = "subscriptions";

    /// <summary>All that can be read, in order of id: one bad row keeps nobody else from being told.</summary>
    public async Task<IReadOnlyList<Subscription>> AllAsync(CancellationToken cancellationToken = default) =>
        (await ListAsync(cancellationToken)).Lines;

    /// <summary>The same, with the rows that cannot be read.</summary>
    public async Task<ListedRows<Subscription>> ListAsync(CancellationToken cancellationToken = default) =>
        ListedRows.Read(await tables.Records.AllAsync(new(Partition), cancellationToken), Read);

    /// <summary>One of them, or null.</summary>
    public async Task<Subscription?> GetAsync(string id, CancellationToken cancellationToken = default) =>
        await tables.Records.GetAsync(Partition, id, cancellationToken) is { } row ? Read(row) : null;

    /// <summary>Stores a new one.</summary>
    public Task AddAsync(Subscription added, CancellationToken cancellationToken = default) =>
        tables.Records.SubmitAsync(Partition, [new TableOperation.Insert(Row(added))], cancellationToken);

    /// <summary>Removes one; what it was told stays in its log. False when there is none.</summary>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken = default)
    {
        await TellAsync(id, null, cancellationToken);
        return (await tables.Records.SubmitAsync(Partition, [new TableOperation.Delete(id)], cancellationToken)).Committed;
    }

    /// <summary>Changes one; null when there is none. The coordinator is told when it is disabled, and no longer when it is not.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="change">Pure; may be called several times.</param>
    /// <param name="cancellationToken">Stops before the next attempt.</param>
    public async Task<Subscription?> ChangeAsync(string id, Func<Subscription, Subscription> change,
        CancellationToken cancellationToken = default)
    {
        Subscription? held = null;
        Subscription? changed = null;
        _ = await tables.Records.ChangeAsync(Partition, id, row =>
        {
            held = row is null ? null : Read(row);
            changed = held is null ? null : change(held);
            return changed is null || changed == held ? row : Row(changed);
        }, cancellationToken);
        if (changed?.DisabledAt != held?.DisabledAt)
            await TellAsync(id, changed, cancellationToken);
        return changed;
    }

    private async Task TellAsync(string id, Subscription? changed, CancellationToken cancellationToken)
    {
        var key = $"{id}|{TodoKinds.WebhookDisabled}";
        TableOperation write = changed is { DisabledAt: { } since }
            ? new TableOperation.Upsert(new TableRow(ReviewLists.Todo, key).With("id", id).With("what", TodoKinds.WebhookDisabled)
                .With("title", $"Events for {changed.Agency}").With("since", since).With("seq", 0L).With(ReviewLists.NoReview, true))
            : new TableOperation.Delete(key);
        // Nothing to take away is fine.
        _ = await tables.Records.SubmitAsync(ReviewLists.Todo, [write], cancellationToken);
    }

    private static TableRow Row(Subscription subscription) =>
        new TableRow(Partition, subscription.Id).WithText(JsonSerializer.Serialize(subscription, WorkflowJson.Options));

    private static Subscription Read(TableRow row) =>
        JsonSerializer.Deserialize<Subscription>(row.LongTextOrNull()!, WorkflowJson.Options)!;
}
