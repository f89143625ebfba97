using System.Globalization;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>How far a message came with the provider.</summary>
internal enum OutboxState
{
    /// <summary>It has not left, or the provider asked to wait.</summary>
    Waiting,

    /// <summary>An attempt was begun whose answer is not recorded.</summary>
    Sending,

    /// <summary>The provider has it.</summary>
    Accepted,

    /// <summary>The provider will not take it, or could not deliver it.</summary>
    Refused,
}

/// <summary>A message as it is kept.</summary>
/// <param name="Row">Its row.</param>
internal sealed record OutboxMessage(TableRow Row)
{
    /// <summary>How far it came.</summary>
    public OutboxState State => Row.Text("state") switch
    {
        "sending" => OutboxState.Sending,
        "accepted" => OutboxState.Accepted,
        "refused" => OutboxState.Refused,
        _ => OutboxState.Waiting,
    };

    /// <summary>When the last attempt was begun.</summary>
    public DateTimeOffset AttemptedAt => Row.Instant("attemptedAt")!.Value;

    /// <summary>Why it was refused, or came back; null when it was not.</summary>
    public SendRefusal? Refusal => Row.Text("refusal") is { } reason ? Enum.Parse<SendRefusal>(reason) : null;

    /// <summary>Its words as they left: once it is accepted, its link is covered.</summary>
    public Wording Words => new(Row.Text("subject") ?? "", Row.LongTextOrNull() ?? "");
}

/// <summary>
/// The messages that we send, one row each, and the rows by which a provider's id leads back to its message: reports name nothing else.
/// A report may come before the message is recorded; it is kept, and whoever records the message has it applied. Thread-safe.
/// </summary>
/// <remarks>Partition <c>sent|{id of the provider}</c>: <c>message</c>, and <c>early|{status}</c> for such reports.</remarks>
public sealed class Outbox(TableSet tables, SentMails mails, DueRows due, TimeProvider clock)
{
    private const string CodeColumn = "replyCode";

    /// <summary>A message; null when nothing is kept of it.</summary>
    internal async Task<OutboxMessage?> FindAsync(OutboxPlace place, CancellationToken cancellationToken = default) =>
        await tables.Records.GetAsync(place.Partition, place.Row, cancellationToken) is { } row ? new(row) : null;

    /// <summary>The place of the message that a provider knows by an id; null when none is known to have it.</summary>
    internal async Task<OutboxPlace?> OfProviderAsync(string providerId, CancellationToken cancellationToken = default) =>
        await tables.Records.GetAsync(SentPartition(providerId), "message", cancellationToken) is { } way
            ? new(way.Text("partition")!, way.Text("row")!)
            : null;

    /// <summary>The email that left last of those whose row begins so; null when there is none.</summary>
    internal async Task<(OutboxPlace Place, string ProviderId)?> LatestMailAsync(
        string partition, string rows, CancellationToken cancellationToken = default) =>
        (await tables.Records.AllAsync(TableQuery.StartingWith(partition, rows), cancellationToken))
            .Where(r => r.Key.EndsWith($"|{Board.Channel.Email}", StringComparison.Ordinal) && r.Text("providerId") is not null)
            .MaxBy(r => r.Instant("attemptedAt")) is { } latest
            ? (new(latest.Partition, latest.Key), latest.Text("providerId")!)
            : null;

    /// <summary>
    /// Notes that an attempt begins. What may have left in one attempt is said in every one after it, or it could not be found again.
    /// Null when somebody else changed the message meanwhile.
    /// </summary>
    internal async Task<OutboxMessage?> BeginAsync(
        OutboxPlace place, OutboxMessage? held, Wording words, string? code, DateTimeOffset now,
        CancellationToken cancellationToken = default)
    {
        var row = held is { State: OutboxState.Sending }
            ? held.Row
            : (held?.Row ?? new(place.Partition, place.Row)).With("subject", words.Subject.Length == 0 ? null : words.Subject)
                .WithText(words.Text);
        row = row.With("state", "sending").With("attemptedAt", now).With(CodeColumn, code);
        TableOperation write = held is null ? new TableOperation.Insert(row) : new TableOperation.Replace(row);
        return await tables.Records.StoreAsync(place.Before, write, cancellationToken) is { } begun ? new(begun) : null;
    }

    /// <summary>The provider has it.</summary>
    internal async Task AcceptedAsync(OutboxMessage message, string providerId, CancellationToken cancellationToken = default)
    {
        // The message first: a report that finds it may change it, one that does not is kept until the way to it is there.
        var left = WithoutLink(message.Row).With("state", "accepted").With("providerId", providerId);
        var stored = await TableBatches.SubmitInOrderAsync(
            [TableBatch.Of(tables.Records, left.Partition, new TableOperation.Replace(left)), WayBack(left)], cancellationToken);
        if (!stored[0].Committed)
            throw BySomebodyElse();
        await ApplyEarlyAsync(left, cancellationToken);
    }

    /// <summary>The provider will not take it.</summary>
    internal Task RefusedAsync(OutboxMessage message, SendRefusal reason, string? code, CancellationToken cancellationToken = default) =>
        ReplaceAsync(
        WithoutLink(message.Row).With("state", "refused").With("refusal", reason.ToString()).With("code", code), cancellationToken);

    /// <summary>The provider asks to wait.</summary>
    internal Task WaitAsync(OutboxMessage message, CancellationToken cancellationToken = default) =>
        ReplaceAsync(message.Row.With("state", "waiting"), cancellationToken);

    /// <summary>Makes the provider's id lead back to an accepted message, and has reports applied that came before.</summary>
    internal async Task LeadBackAsync(OutboxMessage message, CancellationToken cancellationToken = default)
    {
        var way = WayBack(message.Row);
        _ = await way.Table.SubmitAsync(way.Partition, way.Operations, cancellationToken);
        await ApplyEarlyAsync(message.Row, cancellationToken);
    }

    private TableBatch WayBack(TableRow row)
    {
        var way = new TableRow(SentPartition(row.Text("providerId")!), "message").With("partition", row.Partition).With("row", row.Key);
        return TableBatch.Of(tables.Records, way.Partition, new TableOperation.Upsert(way));
    }

    private async Task ApplyEarlyAsync(TableRow row, CancellationToken cancellationToken)
    {
        var early = await tables.Records.QueryAsync(
            TableQuery.StartingWith(SentPartition(row.Text("providerId")!), "early|"), cancellationToken);
        foreach (var report in early.Rows)
        {
            if (report.Text("mail") is { } id && row.Text(CodeColumn) is { } code)
                await mails.NoteAsync(code, id, clock.GetUtcNow(), cancellationToken);
            _ = await due.AddAsync(new(DeliveryReports.DueKind, report.Text("report")!), clock.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>Keeps a report of a message that is not recorded yet; whoever records it applies the report.</summary>
    internal async Task KeepEarlyAsync(DeliveryReport report, CancellationToken cancellationToken = default)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"early|{(int)report.Status:D2}");
        var early = new TableRow(SentPartition(report.ProviderId), key).With("report", report.ToSubject()).With("mail", report.MailId);
        _ = await tables.Records.SubmitAsync(early.Partition, [new TableOperation.Upsert(early)], cancellationToken);
    }

    /// <summary>The provider may have put an id of its own in the place of ours: answers name that one.</summary>
    internal async Task NoteMailIdAsync(OutboxPlace place, string mailId, CancellationToken cancellationToken = default)
    {
        if ((await FindAsync(place, cancellationToken))?.Row.Text(CodeColumn) is { } code)
            await mails.NoteAsync(code, mailId, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>Stores how far a message came on its way to the phone or mailbox, and returns it: never less far than before.</summary>
    internal async Task<DeliveryStatus> NoteDeliveryAsync(OutboxPlace place, DeliveryReport report,
        CancellationToken cancellationToken = default)
    {
        var further = report.Status;
        _ = await tables.Records.ChangeAsync(place.Partition, place.Row, row =>
        {
            if (row is null)
                return null;
            var held = row.Text("delivery") is { } word ? Enum.Parse<DeliveryStatus>(word) : (DeliveryStatus?)null;
            further = DeliveryReport.Further(held, report.Status);
            if (further == held)
                return row;
            var noted = row.With("delivery", further.ToString()).With("deliveryCode", report.Code);
            // What will not arrive may not be taken for sent: the next attempt goes another way.
            return report.Lost ? noted.With("state", "refused").With("refusal", nameof(SendRefusal.Unreachable)) : noted;
        }, cancellationToken);
        return further;
    }

    // Once a message has left, nobody but its reader needs the secret in it.
    private static TableRow WithoutLink(TableRow row) =>
        row.LongTextOrNull() is { } text && text.Contains(MemberLinks.Path, StringComparison.Ordinal)
            ? row.WithText(MemberLinks.Hide(text))
            : row;

    private async Task ReplaceAsync(TableRow row, CancellationToken cancellationToken)
    {
        var stored = await tables.Records.SubmitAsync(row.Partition, [new TableOperation.Replace(row)], cancellationToken);
        if (!stored.Committed)
            throw BySomebodyElse();
    }

    private static SendFaultException BySomebodyElse() => new("Somebody else is sending the same message.");

    private static string SentPartition(string providerId) => $"sent|{providerId}";
}
