using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>What a provider reports of a message it accepted.</summary>
public enum DeliveryStatus
{
    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It will not arrive.</summary>
    Undelivered,
}

/// <summary>Takes what providers report later. Reports come late, twice and out of order; each changes something at most once.</summary>
public sealed class DeliveryReports(TableSet tables, ReviewCommands commands)
{
    /// <summary>Kind of the due rows that carry a report.</summary>
    public const string DueKind = "delivery";

    /// <summary>Takes a report; one about a message that nobody here sent is ignored.</summary>
    public async Task TakeAsync(string providerId, DeliveryStatus status, CancellationToken cancellationToken = default)
    {
        if (await tables.Records.GetAsync(Messenger.SentPartition(providerId), "message", cancellationToken) is not { } sent)
            return;
        var partition = sent.Text("partition")!;
        // outbox|{member}|{kind}|{channel}
        if (!partition.StartsWith("review|", StringComparison.Ordinal) || sent.Text("row")!.Split('|') is not ["outbox", var member, var kind, _])
            return;
        var reviewId = partition["review|".Length..];
        _ = await commands.DecideAsync(reviewId, (review, now) => status is DeliveryStatus.Undelivered
            ? Undelivered(review, member, now)
            : Inviting.ReminderDelivered(review, member, kind, now), cancellationToken: cancellationToken);
    }

    private static Decided<bool> Undelivered(Review review, string member, DateTimeOffset now) =>
        review.Stage is ReviewStage.Open && review.InvitationOf(member) is { Silent: true }
            ? Inviting.End(review, member, "cannot be reached", now)
            : new(false);
}
