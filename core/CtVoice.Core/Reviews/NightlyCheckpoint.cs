using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Core.Storage;
using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Reviews;

/// <summary>Signs each night where every ledger stands, and compares the ledgers with what the last checkpoint says.</summary>
public sealed partial class NightlyCheckpoint(
    ReviewStore reviews, CheckpointStore checkpoints, CtVoiceOptions options, TimeProvider clock, ILogger<NightlyCheckpoint> logger)
{
    // Two hosts at once need two.
    private const int Attempts = 5;

    /// <summary>Whether a review goes on from where a checkpoint saw it; one that does not is logged as an error.</summary>
    public async Task<bool> GoesOnAsync(int number, LedgerAnchor anchor, CancellationToken cancellationToken = default)
    {
        if (await reviews.AgainstAsync(number, anchor, cancellationToken) is null)
            return true;
        LedgerRewritten(logger, anchor.Id, number);
        return false;
    }

    /// <summary>
    /// Makes the checkpoint of today (in Connecticut) unless there is one. A night that was missed is missing and breaks
    /// nothing: the next checkpoint follows the last one there is. Without a signing key nothing is made, which is logged.
    /// </summary>
    /// <returns>The checkpoint of today; null without a key.</returns>
    public async Task<Checkpoint?> MakeAsync(CancellationToken cancellationToken = default)
    {
        if (options.SigningKey is not { } secret)
        {
            NoKey(logger);
            return null;
        }
        var key = new SigningKey(secret);
        var before = options.EarlierSigningKey is { } earlier ? new SigningKey(earlier) : null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var latest = await checkpoints.LatestAsync(cancellationToken);
            var now = clock.GetUtcNow();
            var today = LocalTime.DateIn(BusinessCalendar.Zone, now);
            if (latest is not null && latest.Read().Day >= today)
                return latest;
            var next = CheckpointChain.Next(latest, await reviews.AnchorsAsync(cancellationToken), today, now, key, before);
            // Somebody else may have made it meanwhile: then theirs is the one of today.
            if (await checkpoints.AddAsync(next, cancellationToken))
                return next;
        }
        throw new TableFaultException("The next checkpoint cannot be stored: its place is taken.", isTransient: true);
    }

    [LoggerMessage(1, LogLevel.Error, Alarms.Ledger + ": the ledger of review {ReviewId} does not go on from checkpoint {Checkpoint}", EventName = nameof(LedgerRewritten))]
    private static partial void LedgerRewritten(ILogger logger, string reviewId, int checkpoint);

    [LoggerMessage(2, LogLevel.Warning, "No checkpoint is made: the installation has no signing key", EventName = nameof(NoKey))]
    private static partial void NoKey(ILogger logger);
}
