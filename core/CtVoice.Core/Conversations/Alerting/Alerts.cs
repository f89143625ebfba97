using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;
using CtVoice.Core.Todo;
using CtVoice.Language.Email;
using CtVoice.Language.Meaning;
using CtVoice.Language.Sms;
using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Conversations.Alerting;

/// <summary>
/// Hears danger in what residents write, whatever it answers and wherever it ends: raises the alert, tells coordinator and
/// deputy at once when it is acute, and whoever is on call. An alert is a <see cref="Matter"/>: nothing of it is in a review.
/// </summary>
public sealed partial class Alerts(
    Matters matters, Messenger messenger, DueRows due, Pager pager, AlertSubjects subjects, ConversationOptions options, TimeProvider clock,
    ILogger<Alerts> log)
{
    /// <summary>Kind of the due rows that lead to an alert which people are still to be told of.</summary>
    public const string DueKind = "alert";

    /// <summary>Hears a message before anything else is done with it. Raised again it changes nothing.</summary>
    /// <returns>What its words were found to tell of danger, for whoever reads them next.</returns>
    public async Task<Heard> HearAsync(InboundMessage message, CancellationToken cancellationToken = default)
    {
        var heard = InOwnWords(message);
        if (heard.Danger is { } danger)
            await RaiseAsync(message.Id, message.ReceivedAt, danger.Level, cancellationToken);
        return heard;
    }

    /// <summary>Raises the alert of a message that is stored. The same one again changes nothing,
    /// except that a worry becomes acute.</summary>
    /// <param name="inboundId">The message.</param>
    /// <param name="receivedAt">When it was received.</param>
    /// <param name="level">How much danger.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task RaiseAsync(string inboundId, DateTimeOffset receivedAt, DangerLevel level,
        CancellationToken cancellationToken = default)
    {
        if (level is DangerLevel.Worry)
        {
            _ = await matters.RaiseAsync(TodoKinds.Worry, inboundId, receivedAt, cancellationToken: cancellationToken);
            return;
        }
        // The row of work first: whatever stops this, the sweep tells them.
        var row = await due.AddAsync(new(DueKind, matters.IdOf(TodoKinds.Acute, inboundId)), clock.GetUtcNow() + DueRows.Grace,
            cancellationToken);
        var (matter, isNew) = await matters.RaiseAsync(TodoKinds.Acute, inboundId, receivedAt, cancellationToken: cancellationToken);
        if (isNew)
            Raised(log, matter.Id);
        try
        {
            _ = await FinishAsync(row, cancellationToken);
            await due.RemoveAsync(row, cancellationToken);
        }
        catch (SendFaultException fault)
        {
            // The message itself must not wait for a mail server: the row stays, and the sweep tells them.
            NotTold(log, matter.Id, fault.Message);
        }
    }

    /// <summary>Tells whoever is on call of an alert, then coordinator and deputy, each once;
    /// false when there is no such alert yet.</summary>
    /// <exception cref="SendFaultException">The provider gave no clear answer: ask again.</exception>
    public async Task<bool> FinishAsync(DueRow row, CancellationToken cancellationToken = default)
    {
        var id = row.Subject.Id;
        if (await matters.FindAsync(id, cancellationToken) is not { } matter)
            return false;
        await pager.RaiseAsync(matter, cancellationToken);
        DateTimeOffset? again = null;
        var practice = await subjects.IsPracticeAsync([id], cancellationToken);
        foreach (var (who, address) in Contacts())
        {
            if (await messenger.MailAsync(new($"alert|{id}", who)
            { Practice = practice }, address, Words(id), null, cancellationToken: cancellationToken) is MessageOutcome.NotBefore later)
                again = again is { } earlier && earlier < later.At ? earlier : later.At;
        }
        if (again is { } at)
            _ = await due.AddAsync(row.Subject, at, cancellationToken);
        return true;
    }

    /// <summary>The danger in what the sender wrote: no quoted mail, no reaction that repeats a message of ours,
    /// nothing that a machine wrote.</summary>
    private static Heard InOwnWords(InboundMessage message)
    {
        if (message.Channel is Channel.Email)
            return IncomingMail.Read(message, EmailContext.Default).Heard;
        return SmsReader.Read(message.Text, new(OpenQuestion: false)).Heard;
    }

    private IEnumerable<(string Who, string Address)> Contacts() => options.AlertContacts is { } told
        ? [("coordinator", told.Coordinator), ("deputy", told.Deputy)]
        : [("opm", options.Escalation.Address)];

    // An id and where to look: a mailbox is no place for a member, a review, a topic or a language.
    private Wording Words(string id) => new(
        $"Resident Advisory Board: alert {id}",
        $"""
        Alert {id} was raised just now. Somebody may be in danger. Nobody is on the way because of this mail.

        Look at it now and say what was done: {(options.PublicUrl is { } url
            ? new Uri(url, TodoKinds.LinkTo(TodoKinds.Acute, id)).AbsoluteUri
            : TodoKinds.LinkTo(TodoKinds.Acute, id))}
        It also stands first in the list of things to do.
        """.ReplaceLineEndings("\n"));

    [LoggerMessage(1, LogLevel.Error, Alarms.Acute + ": alert {AlertId} was raised", EventName = nameof(Raised))]
    private static partial void Raised(ILogger logger, string alertId);

    [LoggerMessage(2, LogLevel.Warning, "Whoever is to be told of alert {AlertId} is told by the next sweep: {Reason}",
        EventName = nameof(NotTold))]
    private static partial void NotTold(ILogger logger, string alertId, string reason);
}
