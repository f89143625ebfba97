using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Workflows;

/// <summary>
/// Checks the ledger of every review each night, by itself and against the last checkpoint, says so when one was changed,
/// and then signs the checkpoint of the night. It does so in slices, so that no run takes long however many reviews there are:
/// where it stands is stored, and the next run goes on from there.
/// </summary>
public sealed partial class NightlyVerification(
    ReviewStore reviews, CheckpointStore checkpoints, NightlyCheckpoint checkpoint, TableSet tables, TimeProvider clock,
    ILogger<NightlyVerification> logger)
{
    /// <summary>After this long a run stores where it stands and leaves the rest to the next; a host gives a run five minutes.</summary>
    public static TimeSpan Slice { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Local time of the run, in Connecticut: after the last clock change of any night.</summary>
    public static TimeOnly At { get; } = new(3, 30);

    private const string Partition = "nightly";
    private const string Key = "verification";
    private const string Result = "result";
    private const string Day = "yyyy-MM-dd";

    // What a run that is cut off loses.
    private const int BetweenNotes = 50;

    /// <summary>The first run after <paramref name="now"/>.</summary>
    public static DateTimeOffset NextAfter(DateTimeOffset now)
    {
        var today = LocalTime.DateIn(BusinessCalendar.Zone, now);
        return new[] { today, today.AddDays(1) }
            .Select(day => LocalTime.InstantOf(day, At, BusinessCalendar.Zone)).First(at => at > now);
    }

    /// <summary>Checks as many reviews as one run may; each that does not verify is logged as an error.</summary>
    public async Task<VerifiedSlice> RunAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await SliceAsync(cancellationToken);
        }
        catch (TableFaultException)
        {
            LedgerUnverified(logger);
            throw;
        }
    }

    private async Task<VerifiedSlice> SliceAsync(CancellationToken cancellationToken)
    {
        var begun = clock.GetUtcNow();
        var stands = await ReadProgressAsync(cancellationToken);
        var night = NightOf(begun);
        if (stands?.Night != night)
        {
            if (stands is { Done: false })
                NightUnfinished(logger, stands.Night);
            stands = new(night, "", false, (await checkpoints.LatestAsync(cancellationToken))?.Number ?? 0, 0, 0);
        }
        if (stands.Done)
            return new([], true);
        var anchors = await checkpoints.ReadAsync(stands.Against, cancellationToken) is { } latest
            ? latest.Read().Reviews.ToDictionary(a => a.Id, StringComparer.Ordinal)
            : [];
        var broken = new List<string>();
        var left = (await reviews.AllIdsAsync(cancellationToken)).Union(anchors.Keys, StringComparer.Ordinal)
            .Where(id => string.CompareOrdinal(id, stands.After) > 0).Order(StringComparer.Ordinal).ToList();
        for (var n = 0; n < left.Count; n++)
        {
            if (clock.GetUtcNow() - begun >= Slice)
            {
                await NoteAsync(stands, cancellationToken);
                return new(broken, false);
            }
            var holds = await VerifiesAsync(left[n], stands.Against, anchors.GetValueOrDefault(left[n]), cancellationToken);
            if (!holds)
                broken.Add(left[n]);
            // What is counted is public; a practice review is verified all the same.
            var counted = ReviewIds.IsPractice(left[n]) ? 0 : 1;
            stands = stands with { After = left[n], Reviews = stands.Reviews + counted, Broken = stands.Broken + (holds ? 0 : counted) };
            if ((n + 1) % BetweenNotes == 0)
                await NoteAsync(stands, cancellationToken);
        }
        // Also when something is wrong: where the ledgers stand is worth keeping then most of all.
        _ = await checkpoint.MakeAsync(cancellationToken);
        await NoteAsync(stands with { Done = true }, cancellationToken);
        _ = await tables.Records.SubmitAsync(Partition, [new TableOperation.Upsert(new TableRow(Partition, Result)
            .With("night", stands.Night.ToString(Day, CultureInfo.InvariantCulture)).With("reviews", (long)stands.Reviews)
            .With("broken", (long)stands.Broken))], cancellationToken);
        return new(broken, true);
    }

    /// <summary>What the last night that was finished found; null before the first.</summary>
    public static async Task<NightVerified?> LastAsync(TableSet tables, CancellationToken cancellationToken = default) =>
        await tables.Records.GetAsync(Partition, Result, cancellationToken) is { } row
            ? new(DateOnly.ParseExact(row.Text("night")!, Day, CultureInfo.InvariantCulture), (int)row.Number("reviews")!.Value,
                (int)row.Number("broken")!.Value)
            : null;

    private async Task<bool> VerifiesAsync(string id, int against, LedgerAnchor? anchor, CancellationToken cancellationToken)
    {
        if (!await HoldsAsync(id, cancellationToken))
        {
            LedgerBroken(logger, id);
            return false;
        }
        if (anchor is not null && !await checkpoint.GoesOnAsync(against, anchor, cancellationToken))
            return false;
        // Here, in slices, and not when the checkpoint is made.
        _ = await checkpoint.SealAsync(id, cancellationToken);
        return true;
    }

    private static DateOnly NightOf(DateTimeOffset now)
    {
        var today = LocalTime.DateIn(BusinessCalendar.Zone, now);
        return now < LocalTime.InstantOf(today, At, BusinessCalendar.Zone) ? today.AddDays(-1) : today;
    }

    private async Task<Progress?> ReadProgressAsync(CancellationToken cancellationToken) =>
        await tables.Records.GetAsync(Partition, Key, cancellationToken) is { } row
            ? new(
                DateOnly.ParseExact(row.Text("night")!, Day, CultureInfo.InvariantCulture), row.Text("after")!, row.Flag("done"),
                (int)row.Number("against")!.Value,
                (int)(row.Number("reviews") ?? 0), (int)(row.Number("broken") ?? 0))
            : null;

    // Two hosts at once do the same work; whoever notes last is as right as the other.
    private async Task NoteAsync(Progress progress, CancellationToken cancellationToken) =>
        _ = await tables.Records.SubmitAsync(Partition, [new TableOperation.Upsert(new TableRow(Partition, Key)
            .With("night", progress.Night.ToString(Day, CultureInfo.InvariantCulture)).With("after", progress.After)
            .With("done", progress.Done).With("against", (long)progress.Against)
            .With("reviews", (long)progress.Reviews).With("broken", (long)progress.Broken))], cancellationToken);

    private async Task<bool> HoldsAsync(string id, CancellationToken cancellationToken)
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

    [LoggerMessage(1, LogLevel.Error, Alarms.Ledger
        + ": the ledger of review {ReviewId} does not verify", EventName = nameof(LedgerBroken))]
    private static partial void LedgerBroken(ILogger logger, string reviewId);

    [LoggerMessage(2, LogLevel.Error, Alarms.Ledger + ": the nightly verification did not finish", EventName = nameof(LedgerUnverified))]
    private static partial void LedgerUnverified(ILogger logger);

    [LoggerMessage(3, LogLevel.Error, Alarms.Ledger
        + ": the nightly verification of {Night:yyyy-MM-dd} did not finish before the next night", EventName = nameof(NightUnfinished))]
    private static partial void NightUnfinished(ILogger logger, DateOnly night);

    /// <summary>Where the verification of a night stands.</summary>
    /// <param name="Night">The date in Connecticut on which it began.</param>
    /// <param name="After">The last review that was verified; reviews are taken in order of id.</param>
    /// <param name="Done">All of them were.</param>
    /// <param name="Against">Number of the checkpoint that the ledgers must go on from; 0 for none.</param>
    /// <param name="Reviews">Reviews that were verified so far.</param>
    /// <param name="Broken">Those of them that do not hold.</param>
    private sealed record Progress(DateOnly Night, string After, bool Done, int Against, int Reviews, int Broken);
}

/// <summary>What a night's verification found.</summary>
/// <param name="Night">The date in Connecticut on which it began.</param>
/// <param name="Reviews">Reviews that were verified.</param>
/// <param name="Broken">Those of them that do not hold.</param>
public sealed record NightVerified(DateOnly Night, int Reviews, int Broken);

/// <summary>What one run of the nightly verification did.</summary>
/// <param name="Broken">Ids of the reviews in it that do not verify.</param>
/// <param name="Done">Whether the night is finished, its checkpoint included.</param>
public sealed record VerifiedSlice(IReadOnlyList<string> Broken, bool Done);
