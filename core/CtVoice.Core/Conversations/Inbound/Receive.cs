using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Storage;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Whom a resident calls who asks for help.</summary>
/// <param name="Name">A person's name.</param>
/// <param name="Phone">Their number, as it is dialled.</param>
public sealed record HelpContact(string Name, string Phone);

/// <summary>
/// The way in of everything that somebody writes to us: stored raw before anything else happens, then processed in the order in which
/// one sender's messages were received. What cannot wait for that takes effect at once: a plain STOP, and words of danger.
/// </summary>
public sealed class Receive(
    InboundStore inbox, DueRows due, FailedWork failed, Alerts alerts, ApplyConsent consent, ProcessMessage process, TimeProvider clock)
{
    /// <summary>Takes a message. When this returns true it is durable, and applied as well unless that was interrupted.</summary>
    /// <returns>False when the same message had been taken before.</returns>
    public async Task<bool> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken = default)
    {
        if (await StoreAsync(message, cancellationToken) is not { } stored)
            return false;
        await ProcessAsync(stored, cancellationToken);
        return true;
    }

    /// <summary>Makes a message durable and no more. Null when it was stored before.</summary>
    public Task<JustStored?> StoreAsync(InboundMessage message, CancellationToken cancellationToken = default) =>
        inbox.AddAsync(message, clock.GetUtcNow(), cancellationToken);

    /// <summary>
    /// Does what is left to do for a stored message, after what the same sender wrote before it: whichever of them is
    /// looked at first, they are applied in the order in which they were received.
    /// </summary>
    public async Task ProcessAsync(DueRow row, CancellationToken cancellationToken = default)
    {
        if (await FinishAsync(row, cancellationToken))
            await due.RemoveAsync(row, cancellationToken);
    }

    /// <summary>The same for a message that was just stored, and need not be read.</summary>
    public async Task ProcessAsync(JustStored message, CancellationToken cancellationToken = default)
    {
        if (await FinishAsync(message.Stored, message.Row, cancellationToken))
            await due.RemoveAsync(message.Row, cancellationToken);
    }

    /// <summary>The same without removing the row; false when no message is stored that it announced, or somebody else is at it.</summary>
    public async Task<bool> FinishAsync(DueRow row, CancellationToken cancellationToken = default) =>
        await inbox.ReadAsync(row.Subject.Id, cancellationToken) is { } waiting && await FinishAsync(waiting, row, cancellationToken);

    private async Task<bool> FinishAsync(StoredInbound waiting, DueRow row, CancellationToken cancellationToken)
    {
        if (waiting.Outcome is not null)
            return await process.RunAsync(waiting, row, cancellationToken);
        await HeedAsync(waiting.Message, cancellationToken);
        foreach (var (stored, before) in await inbox.EarlierAsync(waiting.Message, row, cancellationToken))
        {
            // One that waits for a store that is busy holds up its sender's others for a while, not for ever.
            if (clock.GetUtcNow() - stored.Message.ReceivedAt <= AnswerDirectly.AtOnce)
                await ProcessEarlierAsync(stored, before, cancellationToken);
        }
        var work = process.RunAsync(waiting, row, cancellationToken);
        await Task.WhenAny(work);
        if (work.Exception?.InnerException is { } failure)
            await AlertIfUnreadAsync(waiting.Message, failure, cancellationToken);
        return await work;
    }

    /// <summary>A plain STOP ends texts, and words of danger are before the coordinator, whatever becomes of the rest.</summary>
    private async Task HeedAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        // A mail holds what it answers as well: it is looked at when it cannot be read.
        if (message.Channel is not (Channel.Sms or Channel.Page))
            return;
        var signs = RawSigns.In(message.Text);
        // A worry can wait until the message is read: what is old or general in it shows then.
        if (signs.Danger is { Level: DangerLevel.Acute })
            await alerts.RaiseAsync(message.Id, message.ReceivedAt, DangerLevel.Acute, cancellationToken);
        if (signs.Stop && message.Channel is Channel.Sms)
            await consent.HeedAsync(message, cancellationToken);
    }

    /// <summary>Processes a message that came before another one. When it cannot be read, the other one goes on without it.</summary>
    private async Task ProcessEarlierAsync(StoredInbound stored, DueRow row, CancellationToken cancellationToken)
    {
        var work = process.RunAsync(stored, row, cancellationToken);
        await Task.WhenAny(work);
        if (work.Exception?.InnerException is { } failure && !Transient.Is(failure))
            await failed.NoteAsync(row, failure, cancellationToken);
        else if (await work)
            await due.RemoveAsync(row, cancellationToken);
    }

    private async Task AlertIfUnreadAsync(InboundMessage message, Exception failure, CancellationToken cancellationToken)
    {
        if (message.Channel is Channel.Email && !Transient.Is(failure) && RawSigns.In(message.Text).Danger is { } danger)
            await alerts.RaiseAsync(message.Id, message.ReceivedAt, danger.Level, cancellationToken);
    }
}
