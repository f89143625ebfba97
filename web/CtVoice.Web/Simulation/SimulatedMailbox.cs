using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Storage;

namespace CtVoice.Web.Simulation;

/// <summary>One message on a simulated phone or in a simulated inbox.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="At">When it left.</param>
/// <param name="FromBoard">True when the board wrote it, false when the resident did.</param>
/// <param name="Subject">Subject line of an email.</param>
/// <param name="Text">The text.</param>
/// <param name="ReplyTo">Where a reply to it goes.</param>
/// <param name="MessageId">Of an email: the id that a reply to it names.</param>
public sealed record SimulatedMessage(string Id, DateTimeOffset At, bool FromBoard, string? Subject, string Text, string? ReplyTo,
    string? MessageId = null);

/// <summary>
/// The phones and inboxes of the simulators, as rows: they survive restarts, and a message of one key is there once. In
/// the Contacts table, like everything that residents write.
/// </summary>
public sealed class SimulatedMailbox(TableSet tables, ContactIndex index, DueRows due, TimeProvider clock)
{
    // What a message takes to arrive: a report never comes before its sender knows the provider's id.
    private static readonly TimeSpan Underway = TimeSpan.FromSeconds(5);

    // Where the clock stands still, messages share an instant. This number goes on after a restart, as real time does.
    private long last = TimeProvider.System.GetUtcNow().UtcTicks;

    /// <summary>A place behind everything that has one: what a person writes takes it before anybody answers.</summary>
    public long NextPlace() => Interlocked.Increment(ref last);

    /// <summary>A phone by number.</summary>
    public string Phone(string number) => $"sim|sms|{index.OfPhone(number)}";

    /// <summary>An inbox by address.</summary>
    public string Inbox(string address) => $"sim|email|{index.OfAddress(address)}";

    /// <summary>Puts a message of the board there and reports its delivery, as a provider would a moment later.</summary>
    internal async Task<SendOutcome> DeliverAsync(
        string box, string key, string providerId, string? subject, string text, string? replyTo, string? messageId,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = Row(box, now, NextPlace(), providerId, fromBoard: true, subject, text, replyTo).With("key", key)
            .With("messageId", messageId);
        // The report first: one without a message is ignored, a message without its report would wait for ever.
        _ = await due.AddAsync(new(DeliveryReports.DueKind, new DeliveryReport(providerId, DeliveryStatus.Delivered, null).ToSubject()),
            now + Underway, cancellationToken);
        _ = await tables.Contacts.SubmitAsync(box, [new TableOperation.Insert(row)], cancellationToken);
        return new SendOutcome.Accepted(providerId);
    }

    /// <summary>Shows what a resident wrote, at the instant it was sent.</summary>
    public async Task NoteReplyAsync(
        string box, string id, DateTimeOffset at, long place, string? subject, string text,
        CancellationToken cancellationToken = default) =>
        _ = await tables.Contacts.SubmitAsync(
            box, [new TableOperation.Upsert(Row(box, at, place, id, fromBoard: false, subject, text, null))], cancellationToken);

    /// <summary>Everything in a box, oldest first; where the clock stands still, in the order in which it was sent.</summary>
    public async Task<IReadOnlyList<SimulatedMessage>> ReadAsync(string box, CancellationToken cancellationToken = default) =>
        [.. (await tables.Contacts.QueryAsync(new(box), cancellationToken)).Rows
            .OrderBy(r => r.Instant("at")).ThenBy(r => r.Number("place") ?? 0).ThenBy(r => r.Flag("fromBoard"))
            .Select(r => new SimulatedMessage(
                r.Text("id")!, r.Instant("at")!.Value, r.Flag("fromBoard"), r.Text("subject"), r.LongTextOrNull()!, r.Text("replyTo"),
                r.Text("messageId")))];

    /// <summary>Empties a box.</summary>
    internal async Task ForgetAsync(string box, CancellationToken cancellationToken)
    {
        for (var rows = await PageAsync(); rows.Count > 0; rows = await PageAsync())
            _ = await tables.Contacts.SubmitAsync(box, [.. rows.Select(r => new TableOperation.Delete(r.Key))], cancellationToken);

        // As many as one batch deletes.
        async Task<IReadOnlyList<TableRow>> PageAsync() => (await tables.Contacts.QueryAsync(new(box, Take: 100), cancellationToken)).Rows;
    }

    /// <summary>The message that the board sent under <paramref name="key"/>, or null.</summary>
    internal async Task<SendOutcome?> FindAsync(string box, string key, CancellationToken cancellationToken) =>
        (await tables.Contacts.QueryAsync(new(box), cancellationToken)).Rows.FirstOrDefault(r => r.Text("key") == key) is { } row
            ? new SendOutcome.Accepted(row.Text("id")!)
            : null;

    private static TableRow Row(string box, DateTimeOffset at, long place, string id, bool fromBoard, string? subject, string text,
        string? replyTo) =>
        new TableRow(box, string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks:D19}|{id}"))
            .With("id", id).With("at", at).With("place", place).With("fromBoard", fromBoard).With("subject", subject)
            .With("replyTo", replyTo).WithText(text);
}
