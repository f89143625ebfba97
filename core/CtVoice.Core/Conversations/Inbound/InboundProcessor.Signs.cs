using CtVoice.Core.Board;
using CtVoice.Core.Storage;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>What takes effect before a message is read, and what holds nobody up when it is not.</summary>
public sealed partial class InboundProcessor
{
    /// <summary>A plain STOP ends texts, and words of danger are before the coordinator, whatever becomes of the rest.</summary>
    private async Task HeedAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        // A mail holds what it answers as well: it is looked at when it cannot be read.
        if (message.Channel is not ("sms" or PageForm.Channel))
            return;
        var signs = RawSigns.In(message.Text);
        // A worry can wait until the message is read: what is old or general in it shows then.
        if (signs.Danger is { Level: DangerLevel.Acute })
            await alerts.RaiseAsync(message.Id, message.ReceivedAt, DangerLevel.Acute, cancellationToken);
        if (signs.Stop && message.Channel == "sms")
            await ConsentAsync(await contacts.MembersOnPhoneAsync(message.From, cancellationToken), Channel.Sms, ConsentState.Withdrawn, message, cancellationToken);
    }

    /// <summary>Applies a message that came before another one. When it cannot be read, the other one goes on without it.</summary>
    private async Task ApplyEarlierAsync(DueRow row, CancellationToken cancellationToken)
    {
        var work = ApplyAsync(row, cancellationToken);
        await Task.WhenAny(work);
        if (work.Exception?.InnerException is { } failure && !Transient.Is(failure))
            await failed.NoteAsync(row, failure, cancellationToken);
        else if (await work)
            await due.RemoveAsync(row, cancellationToken);
    }

    private async Task AlertIfUnreadAsync(InboundMessage message, Exception failure, CancellationToken cancellationToken)
    {
        if (message.Channel == "email" && !Transient.Is(failure) && RawSigns.In(message.Text).Danger is { } danger)
            await alerts.RaiseAsync(message.Id, message.ReceivedAt, danger.Level, cancellationToken);
    }
}
