using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>Where a message is kept while it is sent and afterwards: its key names it in every attempt.</summary>
/// <param name="Partition">Partition of the Records table.</param>
/// <param name="Row">Row key.</param>
public sealed record OutboxPlace(string Partition, string Row)
{
    /// <summary>Our name for the message.</summary>
    public string Key => $"{Partition}/{Row}";

    /// <summary>The operation id that an email is sent under: derived, so that every attempt has the same.</summary>
    public Guid OperationId => new(SHA256.HashData(Encoding.UTF8.GetBytes(Key)).AsSpan(0, 16));
}

/// <summary>What became of a message.</summary>
public abstract record MessageOutcome
{
    private MessageOutcome() { }

    /// <summary>The provider has it, from this attempt or an earlier one.</summary>
    public sealed record Sent : MessageOutcome;

    /// <summary>The provider will not take it.</summary>
    public sealed record Refused(SendRefusal Reason) : MessageOutcome;

    /// <summary>Ask again then.</summary>
    public sealed record NotBefore(DateTimeOffset At) : MessageOutcome;
}

/// <summary>
/// Sends a message at most once as far as the provider's answer is known. Before a second attempt it looks whether the
/// first one arrived; only when the provider took a message and does not list it within <see cref="LookFor"/> can a
/// duplicate leave.
/// </summary>
public sealed class Messenger(TableSet tables, ISmsSender sms, IEmailSender email, DueRows due, TimeProvider clock)
{
    /// <summary>How long an attempt without a known answer is looked for before the message is sent once more.</summary>
    public static TimeSpan LookFor { get; } = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    /// <summary>Partition prefix of the rows that lead from a provider's id to the message.</summary>
    internal static string SentPartition(string providerId) => $"sent|{providerId}";

    /// <summary>Keeps a report of a message that is not recorded yet; whoever records it applies the report.</summary>
    internal static async Task KeepEarlyAsync(TableSet tables, DeliveryReport report, CancellationToken cancellationToken)
    {
        var early = new TableRow(SentPartition(report.ProviderId), string.Create(CultureInfo.InvariantCulture, $"early|{(int)report.Status:D2}"))
            .With("report", report.ToSubject());
        _ = await tables.Records.SubmitAsync(early.Partition, [new TableOperation.Upsert(early)], cancellationToken);
    }

    /// <summary>Sends a text message.</summary>
    public Task<MessageOutcome> TextAsync(OutboxPlace place, string phone, Wording words, CancellationToken cancellationToken = default) =>
        DispatchAsync(
            place, words,
            text => sms.SendAsync(new(place.Key, phone, text), cancellationToken),
            (text, since) => sms.FindAsync(new(place.Key, phone, text), since, cancellationToken), cancellationToken);

    /// <summary>Sends an email.</summary>
    /// <param name="place">Where it is kept.</param>
    /// <param name="address">To whom.</param>
    /// <param name="words">Subject and text.</param>
    /// <param name="replyTo">Where a reply goes; null when none is expected.</param>
    /// <param name="cancellationToken">Stops before the attempt.</param>
    public Task<MessageOutcome> MailAsync(
        OutboxPlace place, string address, Wording words, string? replyTo, CancellationToken cancellationToken = default)
    {
        OutgoingEmail Mail(string text) => new(place.Key, place.OperationId, address, words.Subject, text, ReplyTo: replyTo);
        return DispatchAsync(
            place, words,
            text => email.SendAsync(Mail(text), cancellationToken),
            (text, _) => email.FindAsync(Mail(text), cancellationToken), cancellationToken);
    }

    private async Task<MessageOutcome> DispatchAsync(
        OutboxPlace place, Wording words, Func<string, Task<SendOutcome>> send,
        Func<string, DateTimeOffset, Task<SendOutcome?>> find, CancellationToken cancellationToken)
    {
        var (row, fresh) = await OpenAsync(place, words, cancellationToken);
        switch (row.Text("state"))
        {
            case "accepted":
                // Whoever recorded it may have stopped before the way back to it was stored.
                await NoteSentAsync(place, row.Text("providerId")!, cancellationToken);
                return new MessageOutcome.Sent();
            case "refused":
                return new MessageOutcome.Refused(Enum.Parse<SendRefusal>(row.Text("refusal")!));
        }
        // What was said in the first attempt is said in every one, or it could not be found again.
        var text = row.LongTextOrNull()!;
        var attempted = row.Instant("attemptedAt")!.Value;
        var outcome = fresh ? await send(text) : await find(text, attempted - LookAgain);
        if (outcome is null)
        {
            if (clock.GetUtcNow() - attempted < LookFor)
                return new MessageOutcome.NotBefore(clock.GetUtcNow() + LookAgain);
            row = await ReplaceAsync(row.With("attemptedAt", clock.GetUtcNow()), cancellationToken);
            outcome = await send(text);
        }
        return await RecordAsync(place, row, outcome, cancellationToken);
    }

    private async Task<(TableRow Row, bool Fresh)> OpenAsync(OutboxPlace place, Wording words, CancellationToken cancellationToken)
    {
        while (true)
        {
            var held = await tables.Records.GetAsync(place.Partition, place.Row, cancellationToken);
            if (held is not null && held.Text("state") != "waiting")
                return (held, Fresh: false);
            var row = (held ?? new TableRow(place.Partition, place.Row).WithText(words.Text))
                .With("state", "sending").With("attemptedAt", clock.GetUtcNow());
            TableOperation write = held is null ? new TableOperation.Insert(row) : new TableOperation.Replace(row);
            if ((await tables.Records.SubmitAsync(place.Partition, [write], cancellationToken)).Committed)
                return (await tables.Records.GetAsync(place.Partition, place.Row, cancellationToken) ?? row, Fresh: true);
        }
    }

    private async Task<MessageOutcome> RecordAsync(OutboxPlace place, TableRow row, SendOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case SendOutcome.Accepted accepted:
                // The message first: a report that finds it may change it, one that does not is kept until the way to it is there.
                await ReplaceAsync(row.With("state", "accepted").With("providerId", accepted.ProviderId), cancellationToken);
                await NoteSentAsync(place, accepted.ProviderId, cancellationToken);
                return new MessageOutcome.Sent();
            case SendOutcome.Refused refused:
                await ReplaceAsync(row.With("state", "refused").With("refusal", refused.Reason.ToString()).With("code", refused.Code), cancellationToken);
                return new MessageOutcome.Refused(refused.Reason);
            case SendOutcome.Throttled throttled:
                await ReplaceAsync(row.With("state", "waiting"), cancellationToken);
                return new MessageOutcome.NotBefore(clock.GetUtcNow() + throttled.RetryAfter);
            case SendOutcome.Unknown unknown:
                throw new SendFaultException(string.Create(CultureInfo.InvariantCulture, $"The provider gave no clear answer ({unknown.Code})."));
            default:
                throw new InvalidOperationException($"Nothing handles {outcome.GetType().Name}.");
        }
    }

    private async Task NoteSentAsync(OutboxPlace place, string providerId, CancellationToken cancellationToken)
    {
        var way = new TableRow(SentPartition(providerId), "message").With("partition", place.Partition).With("row", place.Row);
        _ = await tables.Records.SubmitAsync(way.Partition, [new TableOperation.Upsert(way)], cancellationToken);
        var early = await tables.Records.QueryAsync(TableQuery.StartingWith(way.Partition, "early|"), cancellationToken);
        foreach (var report in early.Rows)
            _ = await due.AddAsync(new(DeliveryReports.DueKind, report.Text("report")!), clock.GetUtcNow(), cancellationToken);
    }

    private async Task<TableRow> ReplaceAsync(TableRow row, CancellationToken cancellationToken)
    {
        var stored = await tables.Records.SubmitAsync(row.Partition, [new TableOperation.Replace(row)], cancellationToken);
        if (!stored.Committed)
            throw new SendFaultException("Somebody else is sending the same message.");
        return (await tables.Records.GetAsync(row.Partition, row.Key, cancellationToken))!;
    }
}

/// <summary>A message may or may not have left; the same call, made again, finds out.</summary>
public sealed class SendFaultException(string message) : Exception(message)
{
    /// <summary>Always: the next attempt looks first.</summary>
    public bool IsTransient { get; } = true;
}
