using System.Globalization;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Subscriptions;

/// <summary>
/// What each subscriber is told, in order: first stored, then sent by the sweep, at least once and each time under the same
/// id, then kept so that it can be sent again.
/// </summary>
public sealed class EventOutbox(TableSet tables, ReviewStore reviews, SubscriptionStore subscriptions, DueRows due, IEventSender sender,
    SubscriptionOptions options, TimeProvider clock)
{
    /// <summary>Kind of the due rows that lead to an event.</summary>
    public const string DueKind = "event";

    private const string Waiting = "waiting";
    private const string Delivered = "delivered";
    private const string Failed = "failed";

    /// <summary>How long after each failed attempt the next one follows; after the last the subscription is disabled.</summary>
    public static IReadOnlyList<TimeSpan> Waits { get; } =
        [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8),
            TimeSpan.FromHours(24)];

    /// <summary>
    /// Stores what subscribers are to be told of a review and were not told yet. Calling it twice is the same as once; it
    /// begins where it last ended, and an event's key is derived.
    /// </summary>
    public async Task PublishAsync(StoredReview stored, CancellationToken cancellationToken = default)
    {
        var review = stored.State;
        // What tells nobody anything is looked at by the next decision that does.
        if (review.Practice || stored.Last is { Steps: var steps } && !steps.Any(ReviewEvent.Steps.Contains))
            return;
        var subscribers = (await subscriptions.AllAsync(cancellationToken))
            .Where(s => review.Agency == s.Agency || review.Recommendations.Any(r => r.Addressee == s.Agency)).ToList();
        if (subscribers.Count == 0)
            return;
        var cursor = (int)((await tables.Records.GetAsync("event-cursors", review.Id, cancellationToken))?.Number("n") ?? 0);
        // What was decided since is told with the review as it is then.
        var entries = (await reviews.ReadLedgerAsync(review.Id, cancellationToken)).Where(e => e.Number <= stored.Ledger.Count).ToList();
        foreach (var told in ReviewEvent.After(review, entries, cursor))
        {
            foreach (var subscriber in subscribers.Where(s => s.Wants(review, told)))
                await StoreAsync(subscriber, told.Id, told.Type, told.At, told.Body(review), cancellationToken);
        }
        if (entries.Count > cursor)
            _ = await tables.Records.SubmitAsync(
                "event-cursors", [new TableOperation.Upsert(new TableRow("event-cursors", review.Id).With("n", (long)entries.Count))],
                cancellationToken);
    }

    /// <summary>Stores an event that only tries a subscription out.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="id">A new id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task TryOutAsync(Subscription subscription, string id, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        return StoreAsync(subscription, id, ReviewEvent.Test, now, ReviewEvent.TestBody(id, subscription.Id, now), cancellationToken);
    }

    /// <summary>One page of what a subscriber was told, oldest first.</summary>
    public async Task<(ListedRows<EventDelivery> Deliveries, string? Continuation)> ReadAsync(
        string subscriptionId, string? continuation, CancellationToken cancellationToken = default)
    {
        var page = await tables.Records.QueryAsync(new(Partition(subscriptionId), Take: 100, Continuation: continuation),
            cancellationToken);
        return (ListedRows.Read(page.Rows, r => new EventDelivery(
            r.Text("event")!, r.Text("type")!, r.Instant("at")!.Value, r.Text("state")!, (int)r.Number("attempts")!.Value,
            r.Instant("lastAt"), r.Text("last"))), page.Continuation);
    }

    /// <summary>Sends again whatever happened at <paramref name="from"/> or later, at most a thousand events; how many there are.</summary>
    public async Task<int> ReplayAsync(string subscriptionId, DateTimeOffset from, CancellationToken cancellationToken = default)
    {
        var page = await tables.Records.QueryAsync(new(Partition(subscriptionId), From: Instant(from)), cancellationToken);
        foreach (var row in page.Rows)
        {
            await RemindAsync(subscriptionId, row.Key, clock.GetUtcNow(), cancellationToken);
            _ = await tables.Records.SubmitAsync(row.Partition,
                [new TableOperation.Replace(row.With("state", Waiting).With("attempts", 0L))], cancellationToken);
        }
        return page.Rows.Count;
    }

    /// <summary>
    /// Sends one stored event, and decides what follows from the answer; false when none waits: it may be about to be stored,
    /// or to be asked for again.
    /// </summary>
    public async Task<bool> FinishAsync(DueRow row, CancellationToken cancellationToken = default)
    {
        var (id, key) =
            (row.Subject.Id[..row.Subject.Id.IndexOf('~', StringComparison.Ordinal)],
                row.Subject.Id[(row.Subject.Id.IndexOf('~', StringComparison.Ordinal) + 1)..]);
        if (await tables.Records.GetAsync(Partition(id), key, cancellationToken) is not { } stored || stored.Text("state") != Waiting)
            return false;
        if (await subscriptions.GetAsync(id, cancellationToken) is { Open: true } subscription)
            await SendAsync(subscription, stored, cancellationToken);
        return true;
    }

    private async Task SendAsync(Subscription subscription, TableRow stored, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (id, body) = (stored.Text("event")!, stored.LongTextOrNull()!);
        var timestamp = now.ToUnixTimeSeconds();
        var answer = await sender.SendAsync(
            new(subscription.Url, id, timestamp, subscription.Sign(options.Key, id, timestamp, body, now), body), cancellationToken);
        var attempts = (int)stored.Number("attempts")! + 1;
        var after = stored.With("attempts", (long)attempts).With("lastAt", now).With("last", answer.What);
        if (answer.Kind is EventAnswerKind.Taken)
        {
            after = after.With("state", Delivered);
            _ = await subscriptions.ChangeAsync(subscription.Id, s => s with { FailingSince = null }, cancellationToken);
        }
        else if (answer.Kind is EventAnswerKind.Gone || attempts > Waits.Count)
        {
            after = after.With("state", Failed);
            var because = answer.Kind is EventAnswerKind.Gone
                ? "The address answers that it is gone (410)."
                : $"An event did not arrive in {attempts} attempts: {answer.What}.";
            _ = await subscriptions.ChangeAsync(
                subscription.Id, s => s with { DisabledAt = now, DisabledBecause = because, FailingSince = s.FailingSince ?? now },
                cancellationToken);
        }
        else
        {
            _ = await subscriptions.ChangeAsync(subscription.Id, s => s with { FailingSince = s.FailingSince ?? now }, cancellationToken);
            await RemindAsync(subscription.Id, stored.Key, now + Waits[attempts - 1], cancellationToken);
        }
        // Somebody who asked for a replay meanwhile has his own row to be reminded by.
        _ = await tables.Records.SubmitAsync(stored.Partition, [new TableOperation.Replace(after)], cancellationToken);
    }

    private async Task StoreAsync(Subscription subscription, string id, string type, DateTimeOffset at, string body,
        CancellationToken cancellationToken)
    {
        var (partition, key) = (Partition(subscription.Id), $"{Instant(at)}|{id}");
        if (await tables.Records.GetAsync(partition, key, cancellationToken) is not null)
            return;
        // What is disabled is told nothing and forgets nothing: it can be replayed.
        if (subscription.Open)
            await RemindAsync(subscription.Id, key, clock.GetUtcNow(), cancellationToken);
        _ = await tables.Records.SubmitAsync(partition, [new TableOperation.Insert(new TableRow(partition, key)
            .With("event", id).With("type", type).With("at", at).With("state", Waiting).With("attempts", 0L).WithText(body))],
            cancellationToken);
    }

    private Task<DueRow> RemindAsync(string subscriptionId, string key, DateTimeOffset at, CancellationToken cancellationToken) =>
        due.AddAsync(new(DueKind, $"{subscriptionId}~{key}"), at, cancellationToken);

    private static string Partition(string subscriptionId) => $"events|{subscriptionId}";

    private static string Instant(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}

/// <summary>An event in a subscriber's log.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">What happened.</param>
/// <param name="At">When.</param>
/// <param name="State">waiting, delivered or failed.</param>
/// <param name="Attempts">Attempts so far.</param>
/// <param name="LastAt">When the last one was made.</param>
/// <param name="Last">What the other side answered.</param>
public sealed record EventDelivery(string Id, string Type, DateTimeOffset At, string State, int Attempts, DateTimeOffset? LastAt,
    string? Last);
