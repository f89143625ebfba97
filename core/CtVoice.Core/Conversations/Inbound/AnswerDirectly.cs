using CtVoice.Core.Board;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Sends the answer to a message that was just received: at once, at any hour; later only by day, or not at all.</summary>
public sealed class AnswerDirectly(
    InboundStore inbox, ContactStore contacts, ReviewCommands commands, HoldingPen pen, Messenger messenger, FixedAnswer urgent,
    TableSet tables, TimeProvider clock)
{
    /// <summary>An answer to a message just received leaves at once, at any hour, if it leaves within this time.</summary>
    public static TimeSpan AtOnce { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Sends what there is to send. Returns when to try again; null when there is nothing left to send.</summary>
    /// <param name="about">What the message belongs to, with the outcome that was stored.</param>
    /// <param name="first">Nobody has tried before.</param>
    /// <param name="cancellationToken">Stops before the attempt.</param>
    internal async Task<DateTimeOffset?> SendAsync(Correlation about, bool first, CancellationToken cancellationToken)
    {
        var stored = about.Stored;
        var outcome = stored.Outcome!;
        var now = clock.GetUtcNow();
        if (now - stored.Message.ReceivedAt > AtOnce)
        {
            if (outcome.Droppable)
                return await DoneAsync(stored, cancellationToken);
            // Whoever is on call must know at any hour whether they have an alert.
            if (outcome.Place is not InboundPlace.OnCall && SendingHours.WaitFor(about.Member, now) is { } allowed)
                return allowed;
        }
        // What was asked to stop is confirmed whatever else was said that day.
        var (hasRoom, takes) = outcome.Place is InboundPlace.OptOut
            ? (true, null)
            : await RoomAsync(about, outcome.Answer!, now, cancellationToken);
        if (!hasRoom)
        {
            await pen.CountAsync(
                new(stored.Message.Id, stored.Message.ReceivedAt, "Too many answers in this thread today: no more are sent."),
                ThreadOf(about).Member, cancellationToken);
            await NotShownAsync(about, cancellationToken);
            return await DoneAsync(stored, cancellationToken);
        }
        var place = new OutboxPlace($"answer|{stored.Message.Id}", "answer")
        {
            Practice = about.Members.Count > 0 && about.Members.All(Practising.Is),
            First = first,
            Before = takes,
        };
        var sent = about.IsText
            ? await messenger.TextAsync(place, stored.Message.From, new("", outcome.Answer!), cancellationToken)
            : await MailBackAsync(place, about, outcome.Answer!, cancellationToken);
        if (sent is MessageOutcome.NotBefore later)
            return later.At;
        if (sent is not MessageOutcome.Sent)
            await NotShownAsync(about, cancellationToken);
        return await DoneAsync(stored, cancellationToken);
    }

    private async Task<DateTimeOffset?> DoneAsync(StoredInbound stored, CancellationToken cancellationToken)
    {
        _ = await inbox.NoteAsync(stored, stored.Outcome! with { Answered = true }, cancellationToken);
        return null;
    }

    /// <summary>The answer that was to show a question did not leave: the question is still to be asked.</summary>
    private async Task NotShownAsync(Correlation about, CancellationToken cancellationToken)
    {
        if (about.Stored.Outcome is { Shows: { } number, ReviewId: { } reviewId } && about.Members.Count > 0)
        {
            _ = await commands.DecideAsync(
                reviewId, (review, now) => ShowingQuestions.NeverLeft(review, about.MemberId, number, about.Message.Channel, now),
                cancellationToken: cancellationToken);
        }
    }

    /// <summary>
    /// Answers an email at the address that the member gave us: where it claims to come from proves nothing. Without a
    /// member there is nobody to answer.
    /// </summary>
    private async Task<MessageOutcome?> MailBackAsync(OutboxPlace place, Correlation about, string text,
        CancellationToken cancellationToken) =>
        about.Code is { } code && await contacts.ForSendingAsync(about.MemberId, cancellationToken) is { Email: { } address }
            ? await messenger.MailAsync(place, address, new(about.Phrases.Subject(code), text), code, cancellationToken: cancellationToken)
            : null;

    /// <summary>Whether the member's thread has room for one more answer today, and what takes it.</summary>
    private Task<(bool HasRoom, TableBatch? Takes)> RoomAsync(
        Correlation about, string answer, DateTimeOffset now, CancellationToken cancellationToken) =>
        AnswerCap.RoomAsync(
            tables, ThreadOf(about).Thread, about.Message.Id, urgent.LanguageOf(answer) is null ? AnswerCap.PerDay : AnswerCap.WithUrgent,
            now, cancellationToken);

    private (string Thread, string Member) ThreadOf(Correlation about)
    {
        var sender = inbox.SenderOf(about.Message);
        return about.IsText ? (sender, about.Members is [var first, ..] ? first : sender)
            : about.Code is { } code ? (code, about.MemberId) : (sender, sender);
    }
}
