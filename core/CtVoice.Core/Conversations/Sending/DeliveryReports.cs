using CtVoice.Core.Board;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>
/// Takes what providers report later. Reports come late, twice, out of order, and even before our own record of the
/// message; each changes something at most once.
/// </summary>
public sealed class DeliveryReports(
    TableSet tables, ReviewCommands commands, BoardStore board, ContactStore contacts, InboundStore inbox, SentMails mails,
    IEnumerable<DeliveryListener> listeners,
    DueRows due, TimeProvider clock)
{
    /// <summary>Kind of the due rows that carry a report.</summary>
    public const string DueKind = "delivery";

    // A lost race means that the message was being recorded; ten lost in a row means that something is wrong.
    private const int Attempts = 10;

    /// <summary>
    /// Takes a report. One about a message that nobody here is known to have sent is kept until the message is recorded.
    /// </summary>
    public async Task TakeAsync(DeliveryReport report, CancellationToken cancellationToken = default)
    {
        if (!IsId(report.ProviderId))
            return;
        if (await SentAsync(report, cancellationToken) is { } sent)
        {
            await NoteMailAsync(report, sent, cancellationToken);
            await ApplyAsync(report, sent.Text("partition")!, sent.Text("row")!, cancellationToken);
            return;
        }
        await Messenger.KeepEarlyAsync(tables, report, cancellationToken);
        // It may have been recorded in between, by somebody who did not see the report yet.
        if (await SentAsync(report, cancellationToken) is not null)
            _ = await due.AddAsync(new(DueKind, report.ToSubject()), clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>A mail came back for good: the member is reached on another channel, or an alternate joins.</summary>
    public async Task BouncedAsync(string reviewId, string memberId, CancellationToken cancellationToken = default)
    {
        var rows = await tables.Records.AllAsync(TableQuery.StartingWith(ReviewRows.Partition(reviewId), ReviewRows.Outbox(memberId + "|")),
            cancellationToken);
        var latest = rows.Where(r => r.Key.EndsWith($"|{Channel.Email}", StringComparison.Ordinal) && r.Text("providerId") is not null)
            .MaxBy(r => r.Instant("attemptedAt"));
        if (latest is not null)
            await ApplyAsync(new(latest.Text("providerId")!, DeliveryStatus.Undelivered, "bounced"), latest.Partition, latest.Key,
                cancellationToken);
    }

    private Task<TableRow?> SentAsync(DeliveryReport report, CancellationToken cancellationToken) =>
        tables.Records.GetAsync(Messenger.SentPartition(report.ProviderId), "message", cancellationToken);

    /// <summary>The provider may have put an id of its own in the place of ours: answers name that one.</summary>
    private async Task NoteMailAsync(DeliveryReport report, TableRow sent, CancellationToken cancellationToken)
    {
        if (report.MailId is { } id
            && await tables.Records.GetAsync(sent.Text("partition")!, sent.Text("row")!, cancellationToken) is { } mail
            && mail.Text(Messenger.CodeColumn) is { } code)
            await mails.NoteAsync(code, id, clock.GetUtcNow(), cancellationToken);
    }

    private async Task ApplyAsync(DeliveryReport report, string partition, string row, CancellationToken cancellationToken)
    {
        var status = await NoteAsync(report, partition, row, cancellationToken);
        if (report.Code == DeliveryReport.OptedOut)
            await OptOutAsync(partition, row, cancellationToken);
        var lost = status is DeliveryStatus.Undelivered or DeliveryStatus.Failed or DeliveryStatus.Canceled;
        if (lost || status is DeliveryStatus.Delivered or DeliveryStatus.Read)
        {
            foreach (var listener in listeners)
                await listener.ReportedAsync(partition, !lost, clock.GetUtcNow(), cancellationToken);
        }
        // outbox|{member}|{kind}|{channel}
        if (!partition.StartsWith("review|", StringComparison.Ordinal) || row.Split('|') is not ["outbox", var member, var kind, _])
            return;
        var reviewId = partition["review|".Length..];
        if (lost || status is DeliveryStatus.Delivered or DeliveryStatus.Read)
        {
            _ = await commands.DecideAsync(reviewId, (review, now) => lost
                ? Inviting.Lost(review, member, kind, now)
                : Inviting.ReminderDelivered(review, member, kind, now), cancellationToken: cancellationToken);
        }
    }

    /// <summary>Stores how far the message came, and returns it.</summary>
    private async Task<DeliveryStatus> NoteAsync(DeliveryReport report, string partition, string key, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await tables.Records.GetAsync(partition, key, cancellationToken) is not { } row)
                return report.Status;
            var held = row.Text("delivery") is { } word ? Enum.Parse<DeliveryStatus>(word) : (DeliveryStatus?)null;
            var further = DeliveryReport.Further(held, report.Status);
            if (further == held)
                return further;
            var noted = row.With("delivery", further.ToString()).With("deliveryCode", report.Code);
            // What will not arrive may not be taken for sent: the next attempt goes another way.
            if (report.Lost)
                noted = noted.With("state", "refused").With("refusal", nameof(SendRefusal.Unreachable));
            if ((await tables.Records.SubmitAsync(partition, [new TableOperation.Replace(noted)], cancellationToken)).Committed)
                return further;
        }
        throw new TableFaultException("The record of a message was changed by others too often.", isTransient: true);
    }

    /// <summary>The provider says that the number answered STOP: so do we.</summary>
    private async Task OptOutAsync(string partition, string row, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> members = [];
        if (row.Split('|') is ["outbox", var member, ..])
            members = await contacts.ForSendingAsync(member, cancellationToken) is { Phone: { } phone }
                ? await contacts.MembersOnPhoneAsync(phone, cancellationToken) : [member];
        else if (partition.StartsWith("answer|", StringComparison.Ordinal)
            && await inbox.ReadAsync(partition["answer|".Length..], cancellationToken) is { } stored)
            members = await contacts.MembersOnPhoneAsync(stored.Message.From, cancellationToken);
        foreach (var id in members)
            _ = await board.RecordConsentAsync(id,
                new(Channel.Sms, ConsentState.Withdrawn, clock.GetUtcNow(), "provider", "refused by the provider"), cancellationToken);
    }

    // Part of a key: whatever else a caller sends is the id of no message.
    private static bool IsId(string id) => id.Length is > 0 and <= 100 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
