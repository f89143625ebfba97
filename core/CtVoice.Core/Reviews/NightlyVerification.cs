using CtVoice.Core.Calendar;
using CtVoice.Core.Storage;
using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Reviews;

/// <summary>
/// Checks the ledger of every review each night, by itself and against the last checkpoint, says so when one was changed,
/// and then signs the checkpoint of the night.
/// </summary>
public sealed partial class NightlyVerification(ReviewStore reviews, NightlyCheckpoint checkpoint, ILogger<NightlyVerification> logger)
{
    /// <summary>Local time of the run, in Connecticut: after the last clock change of any night.</summary>
    public static TimeOnly At { get; } = new(3, 30);

    // A decision that is stored while its review is read makes the parts disagree, once.
    private const int Readings = 3;

    /// <summary>The first run after <paramref name="now"/>.</summary>
    public static DateTimeOffset NextAfter(DateTimeOffset now)
    {
        var today = LocalTime.DateIn(BusinessCalendar.Zone, now);
        return new[] { today, today.AddDays(1) }
            .Select(day => LocalTime.InstantOf(day, At, BusinessCalendar.Zone)).First(at => at > now);
    }

    /// <summary>Checks all reviews; returns the ids of those that do not verify, each logged as an error.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken = default)
    {
        var broken = new List<string>();
        try
        {
            foreach (var id in await reviews.AllIdsAsync(cancellationToken))
            {
                if (!await HoldsAsync(id, cancellationToken))
                {
                    broken.Add(id);
                    LedgerBroken(logger, id);
                }
            }
            broken.AddRange((await checkpoint.CompareAsync(cancellationToken)).Except(broken, StringComparer.Ordinal));
            // Also when something is wrong: where the ledgers stand is worth keeping then most of all.
            _ = await checkpoint.MakeAsync(cancellationToken);
        }
        catch (TableFaultException)
        {
            LedgerUnverified(logger);
            throw;
        }
        return broken;
    }

    private async Task<bool> HoldsAsync(string id, CancellationToken cancellationToken)
    {
        for (var reading = 1; ; reading++)
        {
            if (await ReadAsync(id, cancellationToken))
                return true;
            if (reading == Readings)
                return false;
        }
    }

    private async Task<bool> ReadAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            // An id without a review is what a crash leaves.
            return await reviews.VerifyAsync(id, cancellationToken) is null or [];
        }
        catch (Exception unreadable) when (unreadable is not (OperationCanceledException or TableFaultException))
        {
            // What cannot even be read was changed as well.
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, Alarms.Ledger + ": the ledger of review {ReviewId} does not verify", EventName = nameof(LedgerBroken))]
    private static partial void LedgerBroken(ILogger logger, string reviewId);

    [LoggerMessage(2, LogLevel.Error, Alarms.Ledger + ": the nightly verification did not finish", EventName = nameof(LedgerUnverified))]
    private static partial void LedgerUnverified(ILogger logger);
}
