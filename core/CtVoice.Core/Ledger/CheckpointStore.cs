using System.Globalization;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Ledger;

/// <summary>A checkpoint as it is listed.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Day">Its day in Connecticut.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="KeyId">The key that signed it.</param>
/// <param name="Reviews">Reviews in it.</param>
public sealed record CheckpointLine(int Number, DateOnly Day, string Hash, string KeyId, int Reviews);

/// <summary>
/// Checkpoints as rows of partition <c>checkpoints</c>: <c>head</c> the newest, <c>c|{reversed number}</c> each, <c>t|...</c>
/// the pieces of its text. Pieces come first under a name of their own, so whoever loses a race leaves only litter.
/// </summary>
public sealed class CheckpointStore(TableSet tables)
{
    private const string Partition = "checkpoints";
    private const string Head = "head";

    private readonly ITable records = tables.Records;

    /// <summary>The newest checkpoint, or null.</summary>
    public async Task<Checkpoint?> LatestAsync(CancellationToken cancellationToken = default) =>
        await records.GetAsync(Partition, Head, cancellationToken) is { } head
            ? await ReadAsync((int)head.Number("n")!.Value, cancellationToken) : null;

    /// <summary>A checkpoint by its number, or null.</summary>
    public async Task<Checkpoint?> ReadAsync(int number, CancellationToken cancellationToken = default)
    {
        if (number < 1 || await records.GetAsync(Partition, Key(number), cancellationToken) is not { } row)
            return null;
        var text = "";
        for (var i = 0; i < row.Number("pieces"); i++)
            text += (await records.GetAsync(Partition, Piece(number, row.Text("hash")!, i), cancellationToken))?.LongTextOrNull();
        return new(number, text, row.Text("hash")!, row.Text("signature")!, row.Text("endorsement"));
    }

    /// <summary>One page of the checkpoints, newest first.</summary>
    public async Task<(ListedRows<CheckpointLine> Lines, string? Continuation)> ListAsync(
        int take, string? continuation, CancellationToken cancellationToken = default)
    {
        var page = await records.QueryAsync(TableQuery.StartingWith(Partition, "c|") with
        { Take = take, Continuation = continuation }, cancellationToken);
        return (ListedRows.Read(page.Rows, Line), page.Continuation);
    }

    /// <summary>Every checkpoint in order, one at a time.</summary>
    public async IAsyncEnumerable<Checkpoint> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation]
        CancellationToken cancellationToken = default)
    {
        if (await records.GetAsync(Partition, Head, cancellationToken) is not { } head)
            yield break;
        for (var number = 1; number <= head.Number("n"); number++)
        {
            // One that is gone leaves a gap in the chain, which whoever checks it finds.
            if (await ReadAsync(number, cancellationToken) is { } checkpoint)
                yield return checkpoint;
        }
    }

    /// <summary>Stores the checkpoint after the newest; false when somebody else has stored one meanwhile.</summary>
    public async Task<bool> AddAsync(Checkpoint checkpoint, CancellationToken cancellationToken = default)
    {
        var head = await records.GetAsync(Partition, Head, cancellationToken);
        if ((head?.Number("n") ?? 0) != checkpoint.Number - 1)
            return false;
        var text = checkpoint.Read();
        var pieces = LongText.Pieces(checkpoint.Text);
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = new TableRow(Partition, Piece(checkpoint.Number, checkpoint.Hash, i)).WithText(pieces[i]);
            _ = await records.SubmitAsync(Partition, [new TableOperation.Upsert(piece)], cancellationToken);
        }
        var row = new TableRow(Partition, Key(checkpoint.Number))
            .With("n", (long)checkpoint.Number).With("day", Day(text.Day)).With("hash", checkpoint.Hash).With("key", text.Key.Id)
            .With("signature", checkpoint.Signature).With("endorsement", checkpoint.Endorsement)
            .With("reviews", (long)text.Reviews.Count).With("pieces", (long)pieces.Count);
        var next = new TableRow(Partition, Head) { ETag = head?.ETag }.With("n", (long)checkpoint.Number);
        TableOperation newest = head is null ? new TableOperation.Insert(next) : new TableOperation.Replace(next);
        return (await records.SubmitAsync(Partition, [new TableOperation.Insert(row), newest], cancellationToken)).Committed;
    }

    private static CheckpointLine Line(TableRow row) => new(
        (int)row.Number("n")!.Value, DateOnly.ParseExact(row.Text("day")!, "yyyy-MM-dd", CultureInfo.InvariantCulture), row.Text("hash")!,
        row.Text("key")!, (int)row.Number("reviews")!.Value);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"c|{int.MaxValue - number:D10}");

    private static string Piece(int number, string hash, int i) =>
        string.Create(CultureInfo.InvariantCulture, $"t|{number:D8}|{hash[..Math.Min(16, hash.Length)]}|{i:D3}");
}
