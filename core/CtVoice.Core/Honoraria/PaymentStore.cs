using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Honoraria;

/// <summary>Payments as rows, one partition a year. What was earned once stays, whatever becomes of the reply.</summary>
public sealed class PaymentStore(TableSet tables, BoardStore board, HonorariumOptions options, TimeProvider clock)
{
    /// <summary>
    /// Writes down what members of a review are owed and was not written down yet, at the rate in force now. What was owed before the last
    /// decision is the matter of whoever took the one before.
    /// </summary>
    public async Task RefreshAsync(StoredReview stored, CancellationToken cancellationToken = default)
    {
        var review = stored.State;
        var before = stored.Last is { Before: var held } ? Owing.Of(held).Select(o => (o.MemberId, o.Question)).ToHashSet() : null;
        var owing = Owing.Of(review).Where(o => before?.Contains((o.MemberId, o.Question)) is not true);
        foreach (var year in owing.GroupBy(o => Day(o.At).Year))
        {
            var partition = Partition(year.Key);
            var written = before is null ? await WrittenAsync(partition, review.Id, cancellationToken) : new HashSet<string>();
            foreach (var owed in year)
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"{review.Id}|{owed.MemberId}|{owed.Question}");
                if (written.Contains(key))
                    continue;
                var row = new TableRow(partition, key).With("review", review.Id).With("member", owed.MemberId)
                    .With("question", (long)owed.Question).With("at", owed.At)
                    .With("amount", options.Rate?.Amount.ToString(CultureInfo.InvariantCulture)).With("currency", options.Rate?.Currency);
                // Somebody who was faster wrote the same.
                _ = await tables.Records.SubmitAsync(partition, [new TableOperation.Insert(row)], cancellationToken);
            }
        }
    }

    private async Task<IReadOnlySet<string>> WrittenAsync(string partition, string reviewId, CancellationToken cancellationToken) =>
        (await tables.Records.AllAsync(TableQuery.StartingWith(partition, reviewId + "|"), cancellationToken))
            .Select(r => r.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>The payments of a year, by member and day, with what their members wish.</summary>
    public async Task<ListedRows<Payment>> OfYearAsync(int year, CancellationToken cancellationToken = default)
    {
        var wishes = (await board.MembersAsync(cancellationToken)).ToDictionary(m => m.Id, m => m.Pay, StringComparer.Ordinal);
        var read = ListedRows.Read(await tables.Records.AllAsync(new(Partition(year)), cancellationToken), Read);
        return read with { Lines = Payment.Settle(read.Lines, id => wishes.GetValueOrDefault(id)) };
    }

    /// <summary>
    /// Marks payments as paid under a reference; marking them again under the same one is the same as once. Names those that
    /// cannot be: unknown, declined, or paid under another reference; then nothing is marked.
    /// </summary>
    public async Task<IReadOnlyList<string>> MarkPaidAsync(
        int year, IReadOnlyList<string> ids, string reference, string by, CancellationToken cancellationToken = default)
    {
        var known = (await OfYearAsync(year, cancellationToken)).Lines.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var refused = ids.Where(id => !known.TryGetValue(id, out var payment)
            || payment.State is PaymentState.Declined || (payment.State is PaymentState.Paid && payment.Reference != reference)).ToList();
        if (refused.Count > 0)
            return refused;
        foreach (var id in ids.Where(id => known[id].State is PaymentState.Owed).Distinct(StringComparer.Ordinal))
        {
            var row = (await tables.Records.GetAsync(Partition(year), id, cancellationToken))!.With("paid", reference)
                .With("paidAt", clock.GetUtcNow()).With("paidBy", by);
            if (!(await tables.Records.SubmitAsync(Partition(year), [new TableOperation.Replace(row)], cancellationToken)).Committed)
                refused.Add(id);
        }
        return refused;
    }

    private static Payment Read(TableRow row) => new(
        row.Key, row.Text("review")!, row.Text("member")!, (int)row.Number("question")!, Day(row.Instant("at")!.Value),
        row.Text("paid") is null ? PaymentState.Owed : PaymentState.Paid,
        row.Text("amount") is { } amount ? decimal.Parse(amount, CultureInfo.InvariantCulture) : null, row.Text("currency"), null,
        row.Text("paid"));

    private static DateOnly Day(DateTimeOffset at) => LocalTime.DateIn(BusinessCalendar.Zone, at);

    private static string Partition(int year) => string.Create(CultureInfo.InvariantCulture, $"payments|{year}");
}
