using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Representation;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Reviews;

/// <summary>
/// What each version of a project has published of its counts, in order. Each version is decided on all before it, also
/// when two are assessed at once: the later one finds its place taken and is decided again.
/// </summary>
public sealed class PublishedCounts(TableSet tables)
{
    /// <summary>The tables of the other versions, oldest first.</summary>
    /// <param name="firstReview">Id of the project's first review.</param>
    /// <param name="reviewId">The version that is left out; null for none.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<IReadOnlyList<SuppressedTable>> EarlierAsync(string firstReview, string? reviewId,
        CancellationToken cancellationToken = default) =>
        [.. (await RowsAsync(firstReview, cancellationToken)).Where(r => r.Text("review") != reviewId).Select(Table)];

    /// <summary>
    /// Decides on a version and keeps what it publishes. The same version is decided once: afterwards the answer is made from
    /// what was kept.
    /// </summary>
    public async Task<RecordedAssessment> RecordAsync(
        string firstReview, string reviewId, Func<IReadOnlyList<SuppressedTable>, RecordedAssessment> decide,
        CancellationToken cancellationToken = default)
    {
        RecordedAssessment? decided = null;
        await RowChanges.UntilStoredAsync(async () =>
        {
            var rows = await RowsAsync(firstReview, cancellationToken);
            if (rows.FirstOrDefault(r => r.Text("review") == reviewId) is { } kept)
            {
                decided = decide([]) with { Counts = Table(kept) };
                return true;
            }
            decided = decide([.. rows.Select(Table)]);
            var row = new TableRow(Partition(firstReview), (rows.Count + 1).ToString("D6", CultureInfo.InvariantCulture))
                .With("review", reviewId).WithText(JsonSerializer.Serialize(decided.Counts, WorkflowJson.Options));
            return (await tables.Records.SubmitAsync(row.Partition, [new TableOperation.Insert(row)], cancellationToken)).Committed;
        }, cancellationToken);
        return decided!;
    }

    private Task<IReadOnlyList<TableRow>> RowsAsync(string firstReview, CancellationToken cancellationToken) =>
        tables.Records.AllAsync(new(Partition(firstReview)), cancellationToken);

    private static SuppressedTable Table(TableRow row) =>
        JsonSerializer.Deserialize<SuppressedTable>(row.LongTextOrNull()!, WorkflowJson.Options)!;

    private static string Partition(string firstReview) => $"published|{firstReview}";
}
