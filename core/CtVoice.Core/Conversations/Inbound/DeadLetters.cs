using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;
using CtVoice.Language.Meaning;
using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>
/// Messages that failed again and again, and not because something was busy: a person must look at them. They lie in the
/// holding pen as they came, and an alarm says so.
/// </summary>
public sealed partial class DeadLetters(
    InboundStore inbox, HoldingPen pen, ContactStore contacts, BoardStore board, FixedAnswer urgent, DueRows due, TimeProvider clock,
    ILogger<DeadLetters> logger)
{
    /// <summary>Failures that are not transient after which nobody but a person can help.</summary>
    public const int Enough = 3;

    /// <summary>Why such a message lies in the pen.</summary>
    public const string Unreadable = "It could not be read, and is shown as it came.";

    /// <summary>Why a message lies there that was read, and whose answer cannot be sent.</summary>
    public const string Unanswered = "It was read; its answer could not be sent.";

    /// <summary>Puts the message of a row of work into the pen. What is left to do for it is done, but for a fixed answer.</summary>
    public async Task TakeAsync(DueRow row, CancellationToken cancellationToken = default)
    {
        var id = row.Subject.Id;
        var stored = await inbox.IfReadableAsync(id, cancellationToken);
        var receivedAt = await inbox.ReceivedAtAsync(id, cancellationToken) ?? row.Since;
        await pen.AddAsync(new(id, receivedAt, stored?.Outcome is null ? Unreadable : Unanswered), cancellationToken);
        if (stored is { Outcome: null })
        {
            var answer = await FixedAsync(stored.Message, cancellationToken);
            var noted = await inbox.NoteAsync(
                stored, new(InboundPlace.Unmatched, Unreadable, Answer: answer, Droppable: true, Answered: answer is null),
                cancellationToken);
            // Whoever may be in danger, or said STOP, is answered although nothing else of the message was understood.
            if (noted is not null && answer is not null)
                _ = await due.AddAsync(row.Subject, clock.GetUtcNow(), cancellationToken);
        }
        else if (stored is { Outcome: { Answered: false } outcome })
        {
            _ = await inbox.NoteAsync(stored, outcome with { Answered = true }, cancellationToken);
        }
        LogDead(logger, id, row.Faults);
        await due.RemoveAsync(row, cancellationToken);
    }

    private async Task<string?> FixedAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var signs = RawSigns.In(message.Text);
        if (message.Channel is not Channel.Sms || !(signs.Danger is { Level: DangerLevel.Acute } || signs.Stop)
            || await contacts.MembersOnPhoneAsync(message.From, cancellationToken) is not [var member, ..])
            return null;
        var phrases = Phrases.In((await board.GetAsync(member, cancellationToken))?.Languages[0] ?? "en");
        return await urgent.ToAsync(signs.Danger, cancellationToken) ?? phrases.Stopped(asText: true);
    }

    [LoggerMessage(1, LogLevel.Error, Alarms.Inbox + ": {Id} failed {Times} times and lies in the holding pen, to be read by a person")]
    private static partial void LogDead(ILogger logger, string id, int times);
}
