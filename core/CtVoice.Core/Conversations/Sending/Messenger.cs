using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>What became of a message.</summary>
public abstract record MessageOutcome
{
    private MessageOutcome() { }

    /// <summary>The provider has it, from this attempt or an earlier one.</summary>
    public sealed record Sent : MessageOutcome;

    /// <summary>The provider will not take it.</summary>
    public sealed record Refused(SendRefusal Reason) : MessageOutcome
    {
        /// <summary>It was refused in an earlier attempt, or came back since: whatever follows from that was done.</summary>
        public bool Before { get; init; }
    }

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
    Outbox outbox, ISmsSender sms, IEmailSender email, Pacing pacing, StartCap starts, ReplyAddress replyAddress, SentMails mails,
    TimeProvider clock)
{
    /// <summary>How long an attempt without a known answer is looked for before the message is sent once more.</summary>
    public static TimeSpan LookFor { get; } = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

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
            place, Channel.Sms, prepared with { Words = async stop => Fitting(await WordsAsync(place, prepared, stop)) },
            words => sms.SendAsync(new(place.Key, phone, words.Text), cancellationToken),
            (words, since) => sms.FindAsync(new(place.Key, phone, words.Text), since, cancellationToken), cancellationToken);

    private Task<MessageOutcome> MailAsync(
        OutboxPlace place, string address, Prepared prepared, Uri? unsubscribe, CancellationToken cancellationToken)
    {
        var (replyTo, id) = prepared.Code is { } code ? (replyAddress.Of(code), mails.IdOf(place)) : (null, null);
        OutgoingEmail Mail(Wording words) =>
            new(place.Key, place.OperationId, address, words.Subject, words.Text, ReplyTo: replyTo, Unsubscribe: unsubscribe)
            { MessageId = id };
        var marked = prepared with { Words = stop => WordsAsync(place, prepared, stop) };
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

    /// <summary>Why a message was refused, or came back; null when it was not.</summary>
    internal async Task<MessageOutcome.Refused?> RefusedAsync(OutboxPlace place, CancellationToken cancellationToken = default) =>
        (await outbox.FindAsync(place, cancellationToken))?.Refusal is { } reason ? new(reason) { Before = true } : null;

    /// <summary>The words of a message as they left, its link covered; empty when there is no such message.</summary>
    internal async Task<string> LeftAsync(OutboxPlace place, CancellationToken cancellationToken = default) =>
        (await outbox.FindAsync(place, cancellationToken))?.Words.Text ?? "";

    private static Wording? Fitting(Wording? words) => words is null ? null : words with { Text = TextParts.Fit(words.Text) };

    private static async Task<Wording?> WordsAsync(OutboxPlace place, Prepared prepared, CancellationToken cancellationToken) =>
        await prepared.Words(cancellationToken) is { } words ? Marked(place, prepared, words) : null;

    // Here and nowhere else: no message of a practice leaves without saying so, whoever wrote its words.
    private static Wording Marked(OutboxPlace place, Prepared prepared, Wording words) =>
        place.Practice || (prepared.To is { } to && Practising.Is(to.MemberId))
        || (place.Partition.Split('|') is ["review", var id, ..] && ReviewIds.IsPractice(id))
            ? new(words.Subject.Length == 0 ? "" : Practising.Marked(words.Subject), Practising.Marked(words.Text))
            : words;

    private async Task<MessageOutcome> DispatchAsync(
        OutboxPlace place, Channel channel, Prepared prepared, Func<Wording, Task<SendOutcome>> send,
        Func<Wording, DateTimeOffset, Task<SendOutcome?>> find, CancellationToken cancellationToken)
    {
        for (var first = place.First; ; first = false)
        {
            var held = first ? null : await outbox.FindAsync(place, cancellationToken);
            switch (held?.State)
            {
                case OutboxState.Accepted:
                    // Whoever recorded it may have stopped before the way back to it was stored.
                    await outbox.LeadBackAsync(held, cancellationToken);
                    return new MessageOutcome.Sent();
                case OutboxState.Refused:
                    return new MessageOutcome.Refused(held.Refusal!.Value);
                case OutboxState.Sending:
                    if (await find(held.Words, held.AttemptedAt - LookAgain) is { } found)
                        return await RecordAsync(channel, held, found, cancellationToken);
                    if (clock.GetUtcNow() - held.AttemptedAt < LookFor)
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
            if (await outbox.BeginAsync(place, held, words, prepared.Code, clock.GetUtcNow(), cancellationToken) is { } begun)
                return await RecordAsync(channel, begun, await send(begun.Words), cancellationToken);
        }
    }

    private async Task<MessageOutcome> RecordAsync(Channel channel, OutboxMessage message, SendOutcome outcome,
        CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case SendOutcome.Accepted accepted:
                await outbox.AcceptedAsync(message, accepted.ProviderId, cancellationToken);
                return new MessageOutcome.Sent();
            case SendOutcome.Refused refused:
                await outbox.RefusedAsync(message, refused.Reason, refused.Code, cancellationToken);
                return new MessageOutcome.Refused(refused.Reason);
            case SendOutcome.Throttled throttled:
                await outbox.WaitAsync(message, cancellationToken);
                // It asks for patience with all of the channel, not with one message.
                await pacing.PauseAsync(channel, clock.GetUtcNow() + throttled.RetryAfter, cancellationToken);
                return new MessageOutcome.NotBefore(clock.GetUtcNow() + throttled.RetryAfter);
            case SendOutcome.Held held:
                await outbox.WaitAsync(message, cancellationToken);
                return new MessageOutcome.NotBefore(clock.GetUtcNow() + held.RetryAfter);
            case SendOutcome.Unknown unknown:
                throw new SendFaultException(
                    string.Create(CultureInfo.InvariantCulture, $"The provider gave no clear answer ({unknown.Code})."));
            default:
                throw new InvalidOperationException($"Nothing handles {outcome.GetType().Name}.");
        }
    }
}

/// <summary>A message may or may not have left; the same call, made again, finds out.</summary>
public sealed class SendFaultException(string message) : Exception(message), IFault
{
    /// <summary>Always: the next attempt looks first.</summary>
    public bool IsTransient { get; } = true;
}
