using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Json;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Todo;
using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Conversations.OnCall;

/// <summary>
/// Tells people on call of danger, one after the other, by text and mail and at any hour, until one of them has said what was done.
/// Off while OPM has approved no list. Each step may be repeated; what a crash leaves undone the sweep does again.
/// </summary>
/// <remarks>
/// An alert is over when its matters are closed, wherever that was said: they are the truth, and what is kept here only says
/// whom it was told to. A text and a mail have one place each in the outbox, so that none leaves twice.
/// </remarks>
public sealed partial class Pager(
    OnCallStore people, OnCallAlerts alerts, Matters matters, InboundStore inbox, Senders senders, ReviewStore reviews, ReviewLists lists,
    Messenger messenger, DueRows due, ConversationOptions options, TimeProvider clock, ILogger<Pager> log)
{
    /// <summary>Kind of the due rows that lead to an alert of which somebody is to be told, or waited for.</summary>
    public const string DueKind = "on-call";

    private static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(1);

    /// <summary>Tells people on call of a matter of danger; nothing happens while nobody is.</summary>
    /// <exception cref="TableFaultException">The storage does not answer; the same call, made again, goes on.</exception>
    public async Task RaiseAsync(Matter matter, CancellationToken cancellationToken = default)
    {
        if (matter.Kind != TodoKinds.Acute || await people.ApprovedAsync(cancellationToken) is null)
            return;
        var message = (await inbox.IfReadableAsync(matter.InboundId, cancellationToken))?.Message;
        var from = message is null ? [] : await senders.OfAsync(message, cancellationToken);
        var alert = await alerts.OpenAsync(
            matter.Id, from.Count > 0 ? from : [message?.From is { Length: > 0 } stranger ? stranger : matter.Id],
            a => IsOpenAsync(a, cancellationToken), clock.GetUtcNow(), cancellationToken);
        await StepAsync(alert.Number, cancellationToken);
    }

    /// <summary>Goes on with the alert of a due row; false when it is not there, and may be about to be stored.</summary>
    public async Task<bool> FinishAsync(DueRow row, CancellationToken cancellationToken = default) =>
        await StepAsync(row.Subject.Id, cancellationToken);

    /// <summary>Whether something of an alert is still to be done.</summary>
    public async Task<bool> IsOpenAsync(OnCallAlert alert, CancellationToken cancellationToken = default)
    {
        foreach (var id in alert.Matters)
        {
            if (await matters.FindAsync(id, cancellationToken) is { Closed: false })
                return true;
        }
        return false;
    }

    /// <summary>Somebody on call says that they have an alert.</summary>
    public async Task<Taking> TakeAsync(string number, string personId, CancellationToken cancellationToken = default)
    {
        if (await alerts.FindAsync(number, cancellationToken) is not { } alert)
            return new Taking.NotTold();
        if (!await IsOpenAsync(alert, cancellationToken) && alert.Pages.Any(p => p.Person == personId))
            return new Taking.Closed();
        // First the row by which their hour ends: whatever stops this, they are not waited for without end.
        if (alert.Pages is [.., var last])
            await due.LookAgainAsync(new(DueKind, number), last.At + Paging.ToHandle, cancellationToken);
        Taking taking = new Taking.NotTold();
        _ = await alerts.ChangeAsync(number, current =>
        {
            taking = Paging.Take(current, personId, clock.GetUtcNow());
            return taking is Taking.Yours { Alert: var taken } && taken != current ? taken : null;
        }, cancellationToken);
        return taking;
    }

    /// <summary>Somebody who has an alert says what was done. After "nobody answered" the next person is told at once.</summary>
    /// <returns>False when they do not have it, or its matters have no such outcome.</returns>
    public async Task<bool> HandleAsync(string number, string personId, string code, CancellationToken cancellationToken = default)
    {
        if (await alerts.FindAsync(number, cancellationToken) is not { Taken: { } taken } alert || taken.Person != personId
            || TodoKinds.Find(TodoKinds.Acute)!.Outcomes.FirstOrDefault(o => o.Code == code) is not { } outcome)
            return false;
        foreach (var id in alert.Matters)
            _ = await matters.NoteAsync(id, code, KeyOf(personId), clock.GetUtcNow(), cancellationToken);
        if (!outcome.Closes)
        {
            _ = await due.AddAsync(new(DueKind, number), clock.GetUtcNow() + DueRows.Grace, cancellationToken);
            _ = await alerts.ChangeAsync(number, a => a.Taken?.Person == personId ? Paging.PassOn(a) : null, cancellationToken);
        }
        _ = await StepAsync(number, cancellationToken);
        return true;
    }

    /// <summary>
    /// A phone stopped texts. Whoever is on call on it is told of no alert any more, and the next person is told at once of those that
    /// they were told of last. Nothing happens where nobody on call has it.
    /// </summary>
    /// <returns>Whose it is.</returns>
    public async Task<OnCallPerson?> StopAsync(string e164, CancellationToken cancellationToken = default)
    {
        if (await people.StopPhoneAsync(e164, cancellationToken) is not { } person)
            return null;
        StoppedTexts(log, person.Id);
        foreach (var alert in await alerts.OpenAsync(cancellationToken))
        {
            if (alert.Pages is [.., { Over: false } last] && last.Person == person.Id)
                _ = await StepAsync(alert.Number, cancellationToken);
        }
        return person;
    }

    /// <summary>How somebody on call stands in records of who did and saw what.</summary>
    public static string KeyOf(string personId) => $"on-call-{personId}";

    private async Task<bool> StepAsync(string number, CancellationToken cancellationToken)
    {
        while (await alerts.FindAsync(number, cancellationToken) is { } alert)
        {
            if (!await IsOpenAsync(alert, cancellationToken))
            {
                if (alert.ClosedAt is null)
                    _ = await alerts.ChangeAsync(number, a => a with { ClosedAt = clock.GetUtcNow() }, cancellationToken);
                await alerts.LetGoAsync(number, cancellationToken);
                return true;
            }
            if (alert.EscalatedAt is not null && await TellOpmAsync(alert, cancellationToken) is { } later)
                await AgainAsync(number, later, cancellationToken);
            var now = clock.GetUtcNow();
            switch (Paging.Next(alert, await OnCallAsync(cancellationToken), await AgenciesAsync(alert, cancellationToken), now))
            {
                case PagingStep.Page { Person: var person }:
                    // First the row by which they are followed, then that they are told; then they are.
                    await due.LookAgainAsync(new(DueKind, number), now + Paging.ToTake, cancellationToken);
                    _ = await alerts.ChangeAsync(number, a => a.Taken == alert.Taken && a.Pages.SequenceEqual(alert.Pages)
                        ? Paging.Page(a, person, now) : null, cancellationToken);
                    break;
                case PagingStep.Escalate:
                    _ = await due.AddAsync(new(DueKind, number), now + DueRows.Grace, cancellationToken);
                    _ = await alerts.ChangeAsync(number, a => a.EscalatedAt is null
                        ? a with { EscalatedAt = now }
                        : null, cancellationToken);
                    NobodyHasIt(log, number);
                    break;
                case PagingStep.Wait { Until: var until }:
                    if (alert.Pages is [.., { Over: false } last])
                    {
                        var (reached, again) = await TellAsync(alert, last, cancellationToken);
                        if (!reached)
                        {
                            _ = await alerts.ChangeAsync(number, a => a.Pages.SequenceEqual(alert.Pages) && a.Taken is null
                                ? Paging.PassOn(a) : null, cancellationToken);
                            continue;
                        }
                        if (again is { } soon)
                            await AgainAsync(number, soon, cancellationToken);
                    }
                    await AgainAsync(number, until, cancellationToken);
                    return true;
                default:
                    return true;
            }
        }
        return false;
    }

    /// <summary>Texts and mails somebody, each once; and whether either may still reach them, and when to try again.</summary>
    private async Task<(bool Reached, DateTimeOffset? Again)> TellAsync(OnCallAlert alert, Paged page, CancellationToken cancellationToken)
    {
        if ((await OnCallAsync(cancellationToken)).FirstOrDefault(p => p.Id == page.Person) is not { } person)
            return (false, null);
        var link = OnCallLinks.Of(options.PublicUrl, alerts.TokenOf(alert, page));
        var place = string.Create(CultureInfo.InvariantCulture, $"{person.Id}|{page.At.UtcTicks:D19}");
        var practice = await IsPracticeAsync(alert.Matters, cancellationToken);
        var text = await TriedAsync(
            () => messenger.TextAsync(new($"on-call|{alert.Number}", place + "|text")
                { Practice = practice }, person.Phone, new("", OnCallWords.Text(alert.Number, link)), cancellationToken));
        var mail = await TriedAsync(
            () => messenger.MailAsync(new($"on-call|{alert.Number}", place + "|mail")
                { Practice = practice }, person.Email, OnCallWords.Mail(alert.Number, link), null, cancellationToken: cancellationToken));
        if (text is MessageOutcome.Refused { Reason: SendRefusal.OptedOut })
        {
            // The provider knows of a STOP that we were not told of.
            _ = await people.StopPhoneAsync(person.Phone, cancellationToken);
            StoppedTexts(log, person.Id);
            return (false, null);
        }
        DateTimeOffset?[] again = [AgainAt(text), AgainAt(mail)];
        return (text is not MessageOutcome.Refused || mail is not MessageOutcome.Refused, again.Min());
    }

    private async Task<DateTimeOffset?> TellOpmAsync(OnCallAlert alert, CancellationToken cancellationToken)
    {
        var place = new OutboxPlace($"on-call|{alert.Number}", "opm")
            { Practice = await IsPracticeAsync(alert.Matters, cancellationToken) };
        var words = OnCallWords.Escalated(alert.Number, options.PublicUrl is { } url ? new Uri(url, "/desk").AbsoluteUri : "/desk");
        return AgainAt(
            await TriedAsync(
                () => messenger.MailAsync(place, options.Escalation.Address, words, null, cancellationToken: cancellationToken)));
    }

    // One channel that fails must not keep the other, or the next person, from being tried.
    private static async Task<MessageOutcome?> TriedAsync(Func<Task<MessageOutcome>> send)
    {
        try
        {
            return await send();
        }
        catch (SendFaultException)
        {
            return null;
        }
    }

    private DateTimeOffset? AgainAt(MessageOutcome? outcome) => outcome switch
    {
        null => clock.GetUtcNow() + TryAgain,
        MessageOutcome.NotBefore later => later.At,
        _ => null,
    };

    private async Task AgainAsync(string number, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (at > now)
            await due.LookAgainAsync(new(DueKind, number), at, cancellationToken);
        else
            _ = await due.AddAsync(new(DueKind, number), now + DueRows.Grace, cancellationToken);
    }

    private Task<IReadOnlyList<OnCallPerson>> OnCallAsync(CancellationToken cancellationToken) => people.ReachableAsync(cancellationToken);

    /// <summary>Whether what was written of danger is somebody's who practises: it is told like any other, and marked.</summary>
    internal async Task<bool> IsPracticeAsync(IReadOnlyList<string> about, CancellationToken cancellationToken = default) =>
        await WhoAsync(about, cancellationToken) is { Count: > 0 } from && from.All(Practising.Is);

    /// <summary>Members who may have written what matters are about.</summary>
    private async Task<HashSet<string>> WhoAsync(IReadOnlyList<string> about, CancellationToken cancellationToken)
    {
        var from = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in about)
        {
            if (await matters.FindAsync(id, cancellationToken) is { } matter
                && await inbox.IfReadableAsync(matter.InboundId, cancellationToken) is { Message: var message })
                from.UnionWith(await senders.OfAsync(message, cancellationToken));
        }
        return from;
    }

    /// <summary>Agencies of the reviews that run in which whoever may have written is asked. Read each time:
    /// nothing of a review is kept with an alert.</summary>
    private async Task<IReadOnlyCollection<string>> AgenciesAsync(OnCallAlert alert, CancellationToken cancellationToken)
    {
        var from = await WhoAsync(alert.Matters, cancellationToken);
        var agencies = new SortedSet<string>(StringComparer.Ordinal);
        if (from.Count == 0)
            return agencies;
        await foreach (var id in lists.OpenAsync(cancellationToken))
        {
            if (await reviews.ReadAsync(id, cancellationToken) is { State: var review }
                && review.Invitations.Any(i => from.Contains(i.MemberId)))
                agencies.UnionWith([review.Agency, .. review.Agencies]);
        }
        return agencies;
    }

    [LoggerMessage(2, LogLevel.Error, Alarms.Acute
        + ": the phone of {Person} on call stopped texts; they are told of no alert", EventName = nameof(StoppedTexts))]
    private static partial void StoppedTexts(ILogger logger, string person);

    [LoggerMessage(1, LogLevel.Error, Alarms.Acute
        + ": nobody on call has dealt with alert {Number}; OPM is told", EventName = nameof(NobodyHasIt))]
    private static partial void NobodyHasIt(ILogger logger, string number);
}
