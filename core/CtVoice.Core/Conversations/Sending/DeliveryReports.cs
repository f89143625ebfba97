using CtVoice.Core.Commands;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>
/// Takes what providers report later. Reports come late, twice, out of order, and even before our own record of the
/// message; each changes something at most once.
/// </summary>
public sealed class DeliveryReports(
    Outbox outbox, ReviewCommands commands, StoppedAtProvider stopped, IEnumerable<DeliveryListener> listeners, DueRows due,
    TimeProvider clock)
{
    /// <summary>Kind of the due rows that carry a report.</summary>
    public const string DueKind = "delivery";

    /// <summary>
    /// Takes a report. One about a message that nobody here is known to have sent is kept until the message is recorded.
    /// </summary>
    public async Task TakeAsync(DeliveryReport report, CancellationToken cancellationToken = default)
    {
        if (!IsId(report.ProviderId))
            return;
        if (await outbox.OfProviderAsync(report.ProviderId, cancellationToken) is { } place)
        {
            if (report.MailId is { } mailId)
                await outbox.NoteMailIdAsync(place, mailId, cancellationToken);
            await ApplyAsync(report, place, cancellationToken);
            return;
        }
        await outbox.KeepEarlyAsync(report, cancellationToken);
        // It may have been recorded in between, by somebody who did not see the report yet.
        if (await outbox.OfProviderAsync(report.ProviderId, cancellationToken) is not null)
            _ = await due.AddAsync(new(DueKind, report.ToSubject()), clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>A mail came back for good: the member is reached on another channel, or an alternate joins.</summary>
    public async Task BouncedAsync(string reviewId, string memberId, CancellationToken cancellationToken = default)
    {
        if (await outbox.LatestMailAsync(ReviewRows.Partition(reviewId), ReviewRows.Outbox(memberId + "|"), cancellationToken)
            is var (place, id))
            await ApplyAsync(new(id, DeliveryStatus.Undelivered, "bounced"), place, cancellationToken);
    }

    private async Task ApplyAsync(DeliveryReport report, OutboxPlace place, CancellationToken cancellationToken)
    {
        var status = await outbox.NoteDeliveryAsync(place, report, cancellationToken);
        if (report.Code == DeliveryReport.OptedOut)
            await stopped.NoteAsync(place, cancellationToken);
        var lost = status is DeliveryStatus.Undelivered or DeliveryStatus.Failed or DeliveryStatus.Canceled;
        if (!lost && status is not (DeliveryStatus.Delivered or DeliveryStatus.Read))
            return;
        foreach (var listener in listeners)
            await listener.ReportedAsync(place.Partition, !lost, clock.GetUtcNow(), cancellationToken);
        // outbox|{member}|{kind}|{channel}
        if (!place.Partition.StartsWith("review|", StringComparison.Ordinal)
            || place.Row.Split('|') is not ["outbox", var member, var kind, _])
            return;
        _ = await commands.DecideAsync(place.Partition["review|".Length..], (review, now) => lost
            ? Inviting.Lost(review, member, kind, now)
            : Inviting.ReminderDelivered(review, member, kind, now), cancellationToken: cancellationToken);
    }

    // Part of a key: whatever else a caller sends is the id of no message.
    private static bool IsId(string id) => id.Length is > 0 and <= 100 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
