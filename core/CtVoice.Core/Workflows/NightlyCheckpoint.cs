using System.Security.Cryptography;
using System.Text.Json;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Workflows;

/// <summary>
/// Signs each night where every ledger stands, sealed where residents are asked, and compares the ledgers with what the last
/// checkpoint says.
/// </summary>
public sealed partial class NightlyCheckpoint(
    ReviewStore reviews, CheckpointStore checkpoints, CheckpointKeys keys, TimeProvider clock, ILogger<NightlyCheckpoint> logger)
{
    // Two hosts at once need two.
    private const int Attempts = 5;

    private const int SaltBytes = 16;

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
        if (keys.Current is not { } secret)
        {
            NoKey(logger);
            return null;
        }
        var key = new SigningKey(secret);
        var before = keys.Earlier is { } earlier ? new SigningKey(earlier) : null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var latest = await checkpoints.LatestAsync(cancellationToken);
            var now = clock.GetUtcNow();
            var today = NightOf(now);
            if (latest is not null && latest.Read().Day >= today)
                return latest;
            var next = CheckpointChain.Next(latest, await AnchorsAsync(latest?.Read(), today, cancellationToken), today, now, key, before);
            // Somebody else may have made it meanwhile: then theirs is the one of today.
            if (await checkpoints.AddAsync(next, cancellationToken))
                return next;
        }
        throw new TableFaultException("The next checkpoint cannot be stored: its place is taken.", isTransient: true);
    }

    /// <summary>
    /// Seals the ledger of a review that residents are asked about, once a night. Only of one that was just verified: an entry vouches
    /// for the state as it is, also for one that somebody changed.
    /// </summary>
    /// <returns>Whether it is sealed for tonight; false too of one that needs no seal.</returns>
    public async Task<bool> SealAsync(string reviewId, CancellationToken cancellationToken = default)
    {
        var (now, salt) = (clock.GetUtcNow(), RandomNumberGenerator.GetBytes(SaltBytes));
        var sealing =
            await reviews.DecideAsync(reviewId, review => NightlySeal.Seal(review, NightOf(now), salt, now),
                cancellationToken: cancellationToken);
        // What follows from it, that the lists name it, is left to the sweep: nobody waits for it.
        return sealing?.Decided.Result is true;
    }

    private static DateOnly NightOf(DateTimeOffset now) => LocalTime.DateIn(BusinessCalendar.Zone, now);

    private async Task<IReadOnlyList<LedgerAnchor>> AnchorsAsync(CheckpointText? latest, DateOnly night,
        CancellationToken cancellationToken)
    {
        var before = latest?.Reviews.ToDictionary(a => a.Id, StringComparer.Ordinal) ?? [];
        var anchors = new List<LedgerAnchor>();
        foreach (var id in (await reviews.AllIdsAsync(cancellationToken)).Where(id => !ReviewIds.IsPractice(id)))
        {
            // An id without a review is what a crash leaves.
            if (await AnchorAsync(id, before.GetValueOrDefault(id), night, cancellationToken) is { } anchor)
                anchors.Add(anchor);
        }
        return anchors;
    }

    // A review that does not verify keeps what was said of it the night before: that still holds or shows what is wrong with it.
    private async Task<LedgerAnchor?> AnchorAsync(string id, LedgerAnchor? before, DateOnly night, CancellationToken cancellationToken)
    {
        if (await reviews.HeadAsync(id, cancellationToken) is not { } head)
            return null;
        try
        {
            var review = (await reviews.ReadAsync(id, cancellationToken))!.State;
            if (!NightlySeal.Needed(review))
                return new(id, head.Count, head.Hash);
            if (review.LedgerSealedOn == night
                || (await reviews.VerifyAsync(id, cancellationToken) is [] && await SealAsync(id, cancellationToken)))
                return NightlySeal.Anchor(id, await reviews.ReadLedgerAsync(id, cancellationToken), night)
                    ?? before ?? new(id, head.Count, head.Hash);
            return before ?? new(id, head.Count, head.Hash);
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return before ?? new(id, head.Count, head.Hash);
        }
    }

    [LoggerMessage(1, LogLevel.Error, Alarms.Ledger
        + ": the ledger of review {ReviewId} does not go on from checkpoint {Checkpoint}", EventName = nameof(LedgerRewritten))]
    private static partial void LedgerRewritten(ILogger logger, string reviewId, int checkpoint);

    [LoggerMessage(2, LogLevel.Warning, "No checkpoint is made: the installation has no signing key", EventName = nameof(NoKey))]
    private static partial void NoKey(ILogger logger);
}
