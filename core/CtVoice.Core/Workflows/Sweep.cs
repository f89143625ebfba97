using CtVoice.Core.Board;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Talks;
using CtVoice.Core.Json;
using CtVoice.Core.Letters;
using CtVoice.Core.Notices;
using CtVoice.Core.Operations;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Subscriptions;
using CtVoice.Core.Workflows.Erasing;
using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Workflows;

/// <summary>
/// Finishes what a crash left: reads the due rows that have come due, and nothing else. Running it twice, or on two
/// machines at once, does no harm.
/// </summary>
public sealed partial class Sweep(
    DueRows due, EffectRunner effects, Receive inbound, DeliveryReports deliveries, StagedBoardImport imports, BoardChanged changed,
    ErasingMembers erasing, Resuming resuming, Welcoming welcoming, EventOutbox events, FailedWork failed, Alerts alerts, Pager pager, NoticeOutbox notices, LetterBox letters, TimeProvider clock,
    ILogger<Sweep> logger)
{
    /// <summary>After this long a run begins no further row: the next run goes on, and a host gives a run five minutes.</summary>
    public static TimeSpan Slice { get; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Does everything that is due now. A row that fails is tried again later, behind what is fresh; it keeps no other row
    /// waiting, and nobody who calls this.
    /// </summary>
    /// <exception cref="TableFaultException">The storage does not answer.</exception>
    public async Task<Swept> RunAsync(CancellationToken cancellationToken = default)
    {
        var (done, begun) = (0, clock.GetUtcNow());
        bool MayGoOn() => clock.GetUtcNow() - begun < Slice;
        var failures = new List<Exception>();
        var seen = new HashSet<(string, string)>();
        while (MayGoOn() && await FreshAsync() is { Count: > 0 } rows)
        {
            foreach (var row in rows.TakeWhile(_ => MayGoOn()))
            {
                var work = RunAsync(row, cancellationToken);
                await Task.WhenAny(work);
                cancellationToken.ThrowIfCancellationRequested();
                if (work.IsCompletedSuccessfully)
                {
                    done++;
                    continue;
                }
                var failure = work.Exception?.InnerException ?? new OperationCanceledException();
                failures.Add(failure);
                await failed.NoteAsync(row, failure, cancellationToken);
            }
        }
        // A row that fails has an alarm of its own; this one says that somebody looks.
        Finished(logger, done);
        return new(done, failures);

        // What was tried in this run is not tried again in it.
        async Task<IReadOnlyList<DueRow>> FreshAsync() =>
            [.. (await due.ReadAsync(clock.GetUtcNow(), cancellationToken: cancellationToken)).Where(row => seen.Add((row.Partition, row.Key)))];
    }

    private async Task RunAsync(DueRow row, CancellationToken cancellationToken) =>
        await due.LookedAtAsync(row, await DoneAsync(row, cancellationToken), clock.GetUtcNow(), cancellationToken);

    /// <summary>Does the work of a row; false when there was none, which may mean that it is still to be written.</summary>
    private Task<bool> DoneAsync(DueRow row, CancellationToken cancellationToken) => row.Subject.Kind switch
    {
        ReviewStore.DueKind => effects.FinishAsync(row, cancellationToken),
        InboundStore.DueKind => inbound.FinishAsync(row, cancellationToken),
        Resuming.DueKind => resuming.FinishAsync(row, cancellationToken),
        ErasingMembers.DueKind => erasing.FinishAsync(row.Subject.Id, cancellationToken),
        DeliveryReports.DueKind => DeliveredAsync(row, cancellationToken),
        EventOutbox.DueKind => events.FinishAsync(row, cancellationToken),
        StagedBoardImport.DueKind => ImportedAsync(row, cancellationToken),
        Alerts.DueKind => alerts.FinishAsync(row, cancellationToken),
        Pager.DueKind => pager.FinishAsync(row, cancellationToken),
        NoticeOutbox.DueKind => notices.FinishAsync(row, cancellationToken),
        LetterBox.DueKind => letters.FinishAsync(row, cancellationToken),
        LeadingTalks.DueKind => welcoming.FinishAsync(row, cancellationToken),
        var unknown => throw new InvalidOperationException($"Nothing does due work of kind '{unknown}'."),
    };

    private async Task<bool> ImportedAsync(DueRow row, CancellationToken cancellationToken)
    {
        var done = await imports.FinishAsync(row, cancellationToken);
        if (done)
            await changed.WakeAsync(cancellationToken);
        return done;
    }

    // The row carries the report: nothing else is to come.
    private async Task<bool> DeliveredAsync(DueRow row, CancellationToken cancellationToken)
    {
        await deliveries.TakeAsync(DeliveryReport.Parse(row.Subject.Id), cancellationToken);
        return true;
    }

    [LoggerMessage(1, LogLevel.Information, Alarms.Alive + ": the sweep did what was due, {Count} rows", EventName = nameof(Finished))]
    private static partial void Finished(ILogger logger, int count);
}

/// <summary>What a sweep did.</summary>
/// <param name="Done">Rows whose work is done.</param>
/// <param name="Failures">What failed, and will be tried again.</param>
public sealed record Swept(int Done, IReadOnlyList<Exception> Failures);
