using CtVoice.Core.Json;
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
    OnCallStore people, OnCallAlerts alerts, Matters matters, AlertSubjects subjects, TellOnCall telling, DueRows due, TimeProvider clock,
    ILogger<Pager> log)
{
    /// <summary>Kind of the due rows that lead to an alert of which somebody is to be told, or waited for.</summary>
    public const string DueKind = "on-call";

    /// <summary>Tells people on call of a matter of danger; nothing happens while nobody is.</summary>
    /// <exception cref="TableFaultException">The storage does not answer; the same call, made again, goes on.</exception>
    public async Task RaiseAsync(Matter matter, CancellationToken cancellationToken = default)
    {
        if (matter.Kind != TodoKinds.Acute || await people.ApprovedAsync(cancellationToken) is null)
            return;
        var alert = await alerts.OpenAsync(
            matter.Id, await subjects.SendersOfAsync(matter, cancellationToken), a => subjects.IsOpenAsync(a, cancellationToken),
            clock.GetUtcNow(),
            cancellationToken);
        await StepAsync(alert.Number, cancellationToken);
    }

    /// <summary>Goes on with the alert of a due row; false when it is not there, and may be about to be stored.</summary>
    public Task<bool> FinishAsync(DueRow row, CancellationToken cancellationToken = default) =>
        StepAsync(row.Subject.Id, cancellationToken);

    /// <summary>Somebody on call says that they have an alert.</summary>
    public async Task<Taking> TakeAsync(string number, string personId, CancellationToken cancellationToken = default)
    {
        if (await alerts.FindAsync(number, cancellationToken) is not { } alert)
            return new Taking.NotTold();
        if (!await subjects.IsOpenAsync(alert, cancellationToken) && alert.Pages.Any(p => p.Person == personId))
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
        if (await telling.StoppedAsync(e164, cancellationToken) is not { } person)
            return null;
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
            if (!await subjects.IsOpenAsync(alert, cancellationToken))
            {
                if (alert.ClosedAt is null)
                    _ = await alerts.ChangeAsync(number, a => a with { ClosedAt = clock.GetUtcNow() }, cancellationToken);
                await alerts.LetGoAsync(number, cancellationToken);
                return true;
            }
            if (alert.EscalatedAt is not null && await telling.OpmAsync(alert, cancellationToken) is { } later)
                await AgainAsync(number, later, cancellationToken);
            var now = clock.GetUtcNow();
            switch (Paging.Next(alert, await people.ReachableAsync(cancellationToken),
                await subjects.AgenciesAsync(alert, cancellationToken), now))
            {
                case PagingStep.Page { Person: var person }:
                    // First the row by which they are followed, then that they are told; then they are.
                    await due.LookAgainAsync(new(DueKind, number), now + Paging.ToTake, cancellationToken);
                    _ = await alerts.ChangeAsync(
                        number, a => a.Taken == alert.Taken && a.Pages.SequenceEqual(alert.Pages)
                            ? Paging.Page(a, person, now)
                            : null, cancellationToken);
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
                        var (reached, again) = await telling.PersonAsync(alert, last, cancellationToken);
                        if (!reached)
                        {
                            _ = await alerts.ChangeAsync(
                                number, a => a.Pages.SequenceEqual(alert.Pages) && a.Taken is null
                                    ? Paging.PassOn(a)
                                    : null, cancellationToken);
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

    private async Task AgainAsync(string number, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (at > now)
            await due.LookAgainAsync(new(DueKind, number), at, cancellationToken);
        else
            _ = await due.AddAsync(new(DueKind, number), now + DueRows.Grace, cancellationToken);
    }

    [LoggerMessage(
        1, LogLevel.Error, Alarms.Acute + ": nobody on call has dealt with alert {Number}; OPM is told", EventName = nameof(NobodyHasIt))]
    private static partial void NobodyHasIt(ILogger logger, string number);
}
