using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>Where a message is kept while it is sent and afterwards: its key names it in every attempt.</summary>
/// <param name="Partition">Partition of the Records table.</param>
/// <param name="Row">Row key.</param>
public sealed record OutboxPlace(string Partition, string Row)
{
    /// <summary>Part of a practice, where neither the place nor whom it is for says so.</summary>
    public bool Practice { get; init; }

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

    /// <summary>Nothing left: what was read immediately before the attempt no longer allows it.</summary>
    public sealed record NotAllowed : MessageOutcome;
}

/// <summary>
/// Sends a message at most once as far as the provider's answer is known. Before a second attempt it looks whether the
/// first one arrived; only when the provider took a message and does not list it within <see cref="LookFor"/> can a
/// duplicate leave.
/// </summary>
public sealed class Messenger(
    TableSet tables, ISmsSender sms, IEmailSender email, Pacing pacing, StartCap starts, ReplyAddress replyAddress, SentMails mails,
    DueRows due, TimeProvider clock)
{
    /// <summary>How long an attempt without a known answer is looked for before the message is sent once more.</summary>
    public static TimeSpan LookFor { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Column of a stored mail: the code that leads a reply to it back.</summary>
    internal const string CodeColumn = "replyCode";

    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    /// <summary>Partition prefix of the rows that lead from a provider's id to the message.</summary>
    internal static string SentPartition(string providerId) => $"sent|{providerId}";

    /// <summary>Keeps a report of a message that is not recorded yet; whoever records it applies the report.</summary>
    internal static async Task KeepEarlyAsync(TableSet tables, DeliveryReport report, CancellationToken cancellationToken)
    {
        var early = new TableRow(SentPartition(report.ProviderId),
            string.Create(CultureInfo.InvariantCulture, $"early|{(int)report.Status:D2}"))
            .With("report", report.ToSubject()).With("mail", report.MailId);
        _ = await tables.Records.SubmitAsync(early.Partition, [new TableOperation.Upsert(early)], cancellationToken);
    }

    /// <summary>Sends a text message that needs no leave: a direct answer.</summary>
    public Task<MessageOutcome> TextAsync(OutboxPlace place, string phone, Wording words, CancellationToken cancellationToken = default) =>
        TextAsync(place, phone, new Prepared(_ => Task.FromResult<Wording?>(words), To: null), cancellationToken);

    /// <summary>Sends a text message that we start.</summary>
    /// <param name="place">Where it is kept.</param>
    /// <param name="phone">Their number, E.164.</param>
    /// <param name="to">Whom it is for.</param>
    /// <param name="prepare">Called immediately before each attempt: the words, or null when the message may no longer leave.</param>
    /// <param name="cancellationToken">Stops before the attempt.</param>
    public Task<MessageOutcome> TextWhenAllowedAsync(
        OutboxPlace place, string phone, Recipient to, Func<CancellationToken, Task<Wording?>> prepare,
        CancellationToken cancellationToken = default) =>
        TextAsync(place, phone, new Prepared(prepare, to), cancellationToken);

    /// <summary>Sends an email that needs no leave: a direct answer, or a message to staff.</summary>
    /// <param name="place">Where it is kept.</param>
    /// <param name="address">To whom.</param>
    /// <param name="words">Subject and text.</param>
    /// <param name="code">Leads a reply back; null when none is expected.</param>
    /// <param name="unsubscribe">Where one POST unsubscribes; null on mail that is not to residents.</param>
    /// <param name="cancellationToken">Stops before the attempt.</param>
    public Task<MessageOutcome> MailAsync(
        OutboxPlace place, string address, Wording words, string? code, Uri? unsubscribe = null,
        CancellationToken cancellationToken = default) =>
        MailAsync(place, address, new Prepared(_ => Task.FromResult<Wording?>(words), To: null)
            { Code = code }, unsubscribe, cancellationToken);

    /// <summary>Sends an email that we start.</summary>
    /// <param name="place">Where it is kept.</param>
    /// <param name="address">To whom.</param>
    /// <param name="to">Whom it is for.</param>
    /// <param name="prepare">Called immediately before each attempt: the words, or null when the message may no longer leave.</param>
    /// <param name="code">Leads a reply back; null when none is expected.</param>
    /// <param name="unsubscribe">Where one POST unsubscribes.</param>
    /// <param name="cancellationToken">Stops before the attempt.</param>
    public Task<MessageOutcome> MailWhenAllowedAsync(
        OutboxPlace place, string address, Recipient to, Func<CancellationToken, Task<Wording?>> prepare, string? code,
        Uri? unsubscribe = null,
        CancellationToken cancellationToken = default) =>
        MailAsync(place, address, new Prepared(prepare, to) { Code = code }, unsubscribe, cancellationToken);

    /// <summary>The words of a message, made when they are needed.</summary>
    /// <param name="Words">Makes them.</param>
    /// <param name="To">Whom it is for when we start it; null for a direct answer, or a message to staff.</param>
    private sealed record Prepared(Func<CancellationToken, Task<Wording?>> Words, Recipient? To)
    {
        /// <summary>Of a mail: leads a reply back.</summary>
        public string? Code { get; init; }
    }

    private Task<MessageOutcome> TextAsync(OutboxPlace place, string phone, Prepared prepared, CancellationToken cancellationToken) =>
        DispatchAsync(
            place, Channel.Sms, prepared with
                { Words = async stop => await prepared.Words(stop) is { } words && Marked(place, prepared, words) is var marked
                    ? marked with { Text = TextParts.Fit(marked.Text) } : null },
            words => sms.SendAsync(new(place.Key, phone, words.Text), cancellationToken),
            (words, since) => sms.FindAsync(new(place.Key, phone, words.Text), since, cancellationToken), cancellationToken);

    private Task<MessageOutcome> MailAsync(
        OutboxPlace place, string address, Prepared prepared, Uri? unsubscribe, CancellationToken cancellationToken)
    {
        var (replyTo, id) = prepared.Code is { } code ? (replyAddress.Of(code), mails.IdOf(place)) : (null, null);
        OutgoingEmail Mail(Wording words) =>
            new(place.Key, place.OperationId, address, words.Subject, words.Text, ReplyTo: replyTo, Unsubscribe: unsubscribe)
                { MessageId = id };
        var marked = prepared with
            { Words = async stop => await prepared.Words(stop) is { } words ? Marked(place, prepared, words) : null };
        return DispatchAsync(place, Channel.Email, marked, SendAsync, (words, _) => email.FindAsync(Mail(words), cancellationToken),
            cancellationToken);

        async Task<SendOutcome> SendAsync(Wording words)
        {
            // Before it leaves: an answer may be faster than our own record of the mail.
            if (id is not null)
                await mails.NoteAsync(prepared.Code!, id, clock.GetUtcNow(), cancellationToken);
            return await email.SendAsync(Mail(words), cancellationToken);
        }
    }

    // Here and nowhere else: no message of a practice leaves without saying so, whoever wrote its words.
    private static Wording Marked(OutboxPlace place, Prepared prepared, Wording words) =>
        place.Practice || (prepared.To is { } to && Practising.Is(to.MemberId))
            || (place.Partition.Split('|') is ["review", var id, ..] && ReviewIds.IsPractice(id))
            ? new(words.Subject.Length == 0 ? "" : Practising.Marked(words.Subject), Practising.Marked(words.Text))
            : words;

    /// <summary>Why a message was refused, or came back; null when it was not.</summary>
    internal async Task<MessageOutcome.Refused?> RefusedAsync(OutboxPlace place, CancellationToken cancellationToken = default) =>
        (await tables.Records.GetAsync(place.Partition, place.Row, cancellationToken))?.Text("refusal") is { } reason
            ? new(Enum.Parse<SendRefusal>(reason))
            : null;

    /// <summary>The words of a message as they left, its link covered; empty when there is no such message.</summary>
    internal async Task<string> LeftAsync(OutboxPlace place, CancellationToken cancellationToken = default) =>
        (await tables.Records.GetAsync(place.Partition, place.Row, cancellationToken))?.LongTextOrNull() ?? "";

    private async Task<MessageOutcome> DispatchAsync(
        OutboxPlace place, Channel channel, Prepared prepared, Func<Wording, Task<SendOutcome>> send,
        Func<Wording, DateTimeOffset, Task<SendOutcome?>> find, CancellationToken cancellationToken)
    {
        while (true)
        {
            var held = await tables.Records.GetAsync(place.Partition, place.Row, cancellationToken);
            switch (held?.Text("state"))
            {
                case "accepted":
                    // Whoever recorded it may have stopped before the way back to it was stored.
                    await NoteSentAsync(place, held, cancellationToken);
                    return new MessageOutcome.Sent();
                case "refused":
                    return new MessageOutcome.Refused(Enum.Parse<SendRefusal>(held.Text("refusal")!));
                case "sending":
                    var attempted = held.Instant("attemptedAt")!.Value;
                    if (await find(Words(held), attempted - LookAgain) is { } found)
                        return await RecordAsync(place, channel, held, found, cancellationToken);
                    if (clock.GetUtcNow() - attempted < LookFor)
                        return new MessageOutcome.NotBefore(clock.GetUtcNow() + LookAgain);
                    break;
            }
            // The member's day first: what has to wait for tomorrow takes nothing of the pace.
            if (prepared.To is { } to && await starts.TakeAsync(to, place, cancellationToken) is { } morning)
                return new MessageOutcome.NotBefore(morning);
            if (await pacing.TakeAsync(channel, direct: prepared.To is null, cancellationToken) is { } later)
                return new MessageOutcome.NotBefore(later);
            if (await prepared.Words(cancellationToken) is not { } words)
                return new MessageOutcome.NotAllowed();
            // What may have left in one attempt is said in every one after it, or it could not be found again.
            var row = held is not null && held.Text("state") == "sending" ? held
                : (held ?? new TableRow(place.Partition, place.Row)).With("subject", words.Subject.Length == 0 ? null : words.Subject)
                    .WithText(words.Text);
            row = row.With("state", "sending").With("attemptedAt", clock.GetUtcNow()).With(CodeColumn, prepared.Code);
            TableOperation write = held is null ? new TableOperation.Insert(row) : new TableOperation.Replace(row);
            if (!(await tables.Records.SubmitAsync(place.Partition, [write], cancellationToken)).Committed)
                continue;
            row = (await tables.Records.GetAsync(place.Partition, place.Row, cancellationToken))!;
            return await RecordAsync(place, channel, row, await send(Words(row)), cancellationToken);
        }
    }

    private static Wording Words(TableRow row) => new(row.Text("subject") ?? "", row.LongTextOrNull()!);

    private async Task<MessageOutcome> RecordAsync(
        OutboxPlace place, Channel channel, TableRow row, SendOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case SendOutcome.Accepted accepted:
                // The message first: a report that finds it may change it, one that does not is kept until the way to it is there.
                var left = WithoutLink(row).With("state", "accepted").With("providerId", accepted.ProviderId);
                await ReplaceAsync(left, cancellationToken);
                await NoteSentAsync(place, left, cancellationToken);
                return new MessageOutcome.Sent();
            case SendOutcome.Refused refused:
                await ReplaceAsync(WithoutLink(row).With("state", "refused").With("refusal", refused.Reason.ToString())
                    .With("code", refused.Code), cancellationToken);
                return new MessageOutcome.Refused(refused.Reason);
            case SendOutcome.Throttled throttled:
                await ReplaceAsync(row.With("state", "waiting"), cancellationToken);
                // It asks for patience with all of the channel, not with one message.
                await pacing.PauseAsync(channel, clock.GetUtcNow() + throttled.RetryAfter, cancellationToken);
                return new MessageOutcome.NotBefore(clock.GetUtcNow() + throttled.RetryAfter);
            case SendOutcome.Held held:
                await ReplaceAsync(row.With("state", "waiting"), cancellationToken);
                return new MessageOutcome.NotBefore(clock.GetUtcNow() + held.RetryAfter);
            case SendOutcome.Unknown unknown:
                throw new SendFaultException(
                    string.Create(CultureInfo.InvariantCulture, $"The provider gave no clear answer ({unknown.Code})."));
            default:
                throw new InvalidOperationException($"Nothing handles {outcome.GetType().Name}.");
        }
    }

    private async Task NoteSentAsync(OutboxPlace place, TableRow row, CancellationToken cancellationToken)
    {
        var way = new TableRow(SentPartition(row.Text("providerId")!), "message").With("partition", place.Partition).With("row", place.Row);
        _ = await tables.Records.SubmitAsync(way.Partition, [new TableOperation.Upsert(way)], cancellationToken);
        var early = await tables.Records.QueryAsync(TableQuery.StartingWith(way.Partition, "early|"), cancellationToken);
        foreach (var report in early.Rows)
        {
            if (report.Text("mail") is { } id && row.Text(CodeColumn) is { } code)
                await mails.NoteAsync(code, id, clock.GetUtcNow(), cancellationToken);
            _ = await due.AddAsync(new(DeliveryReports.DueKind, report.Text("report")!), clock.GetUtcNow(), cancellationToken);
        }
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
            throw new SendFaultException("Somebody else is sending the same message.");
    }
}

/// <summary>A message may or may not have left; the same call, made again, finds out.</summary>
public sealed class SendFaultException(string message) : Exception(message), IFault
{
    /// <summary>Always: the next attempt looks first.</summary>
    public bool IsTransient { get; } = true;
}
