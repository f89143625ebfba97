using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;
using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Workflows;

/// <summary>
/// Finishes what a crash left: reads the due rows that have come due, and nothing else. Running it twice, or on two
/// machines at once, does no harm.
/// </summary>
public sealed partial class Sweep(DueRows due, IEnumerable<DueWork> works, FailedWork failed, TimeProvider clock, ILogger<Sweep> logger)
{
    private readonly Lazy<Dictionary<string, DueWork>> doing = new(() => works.ToDictionary(work => work.Kind, StringComparer.Ordinal));

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
            [.. (await due.ReadAsync(clock.GetUtcNow(), cancellationToken: cancellationToken))
                .Where(row => seen.Add((row.Partition, row.Key)))];
    }

    private async Task RunAsync(DueRow row, CancellationToken cancellationToken) =>
        await due.LookedAtAsync(row, await DoneAsync(row, cancellationToken), clock.GetUtcNow(), cancellationToken);

    /// <summary>Does the work of a row; false when there was none, which may mean that it is still to be written.</summary>
    private Task<bool> DoneAsync(DueRow row, CancellationToken cancellationToken) => doing.Value.TryGetValue(row.Subject.Kind, out var work)
        ? work.DoAsync(row, cancellationToken)
        : throw new InvalidOperationException($"Nothing does due work of kind '{row.Subject.Kind}'.");

    [LoggerMessage(1, LogLevel.Information, Alarms.Alive + ": the sweep did what was due, {Count} rows", EventName = nameof(Finished))]
    private static partial void Finished(ILogger logger, int count);
}

/// <summary>What a sweep did.</summary>
/// <param name="Done">Rows whose work is done.</param>
/// <param name="Failures">What failed, and will be tried again.</param>
public sealed record Swept(int Done, IReadOnlyList<Exception> Failures);
