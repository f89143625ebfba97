using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Board;

/// <summary>
/// Imports a board file so that a crash leaves nothing half done: a checked file is staged whole, and from then on it is
/// imported, if not by whoever began then by the sweep. Before that nothing of it counts.
/// </summary>
/// <remarks>
/// In the Contacts table, because a file holds names and numbers: partition <c>board-import</c> with the pieces
/// <c>{hash}|{n}</c> and, last, the row <c>staged</c> that names the hash. One file is staged at a time; a newer one takes
/// the place of an older one, which whoever began it still finishes.
/// </remarks>
public sealed class StagedBoardImport(BoardImport import, TableSet tables, DueRows due, TimeProvider clock)
{
    /// <summary>Kind of the due rows that lead to a staged file.</summary>
    public const string DueKind = "board-import";

    private const string Partition = "board-import";
    private const string Head = "staged";

    /// <summary>Imports a file, or with <paramref name="dryRun"/> says what that would do.</summary>
    public async Task<BoardImportReport> RunAsync(
        ReadOnlyMemory<byte> csv, bool dryRun, IReadOnlySet<string>? knownPopulations = null, CancellationToken cancellationToken = default)
    {
        var checkedFile = await ReadAsync(csv, dryRun: true, knownPopulations, cancellationToken);
        if (dryRun || checkedFile.Faults.Count > 0 || checkedFile.Added.Count + checkedFile.Changed.Count == 0)
            return checkedFile with { Stored = !dryRun && checkedFile.Faults.Count == 0 };
        var hash = Convert.ToHexStringLower(SHA256.HashData(csv.Span))[..16];
        // Before the file: a due row without a file is harmless, a file without a due row cannot exist.
        var row = await due.AddAsync(new(DueKind, hash), clock.GetUtcNow() + DueRows.Grace, cancellationToken);
        await StageAsync(hash, Encoding.UTF8.GetString(csv.Span), cancellationToken);
        var report = await ReadAsync(csv, dryRun: false, knownPopulations, cancellationToken);
        await ClearAsync(hash, cancellationToken);
        await due.RemoveAsync(row, cancellationToken);
        // Of the first look: whoever was faster may have stored some of it already.
        return checkedFile with { Stored = report.Stored, Faults = report.Faults };
    }

    /// <summary>
    /// Finishes what a crash left of an import; false when no whole file is staged under that name. What is left of one that
    /// never was goes with the last look.
    /// </summary>
    /// <exception cref="InvalidOperationException">Somebody outside the file now uses a number in it:
    /// the file must be mended and imported again.</exception>
    public async Task<bool> FinishAsync(DueRow row, CancellationToken cancellationToken = default)
    {
        var hash = row.Subject.Id;
        var head = await tables.Contacts.GetAsync(Partition, Head, cancellationToken);
        var pieces = await tables.Contacts.AllAsync(TableQuery.StartingWith(Partition, hash + "|"), cancellationToken);
        // Somebody who imports the same file may be clearing it away, or putting it there.
        if (head?.Text("hash") != hash || pieces.Count < (head.Number("pieces") ?? 1))
        {
            if (DueRows.IsGivenUp(row, clock.GetUtcNow()))
                await ClearAsync(hash, cancellationToken);
            return false;
        }
        var report =
            await ReadAsync(Encoding.UTF8.GetBytes(string.Concat(pieces.Select(p => p.LongTextOrNull()))), dryRun: false, null,
                cancellationToken);
        if (report.Faults.Count > 0)
            throw new InvalidOperationException($"The staged board file can no longer be imported (row {report.Faults[0].Row}, "
                + $"{report.Faults[0].Column}). Mend it and import it again.");
        await ClearAsync(hash, cancellationToken);
        return true;
    }

    private async Task<BoardImportReport> ReadAsync(
        ReadOnlyMemory<byte> csv, bool dryRun, IReadOnlySet<string>? knownPopulations, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(csv.ToArray(), writable: false);
        return await import.RunAsync(stream, dryRun, knownPopulations, cancellationToken);
    }

    private async Task StageAsync(string hash, string text, CancellationToken cancellationToken)
    {
        var pieces = LongText.Pieces(text);
        for (var i = 0; i < pieces.Count; i++)
            await PutAsync(new TableRow(Partition, string.Create(CultureInfo.InvariantCulture, $"{hash}|{i:D4}"))
                .WithText(pieces[i]), cancellationToken);
        await PutAsync(new TableRow(Partition, Head).With("hash", hash).With("at", clock.GetUtcNow())
            .With("pieces", (long)pieces.Count), cancellationToken);
    }

    private async Task ClearAsync(string hash, CancellationToken cancellationToken)
    {
        // The head first: pieces without it are nothing.
        if (await tables.Contacts.GetAsync(Partition, Head, cancellationToken) is { } head && head.Text("hash") == hash)
            _ = await tables.Contacts.SubmitAsync(Partition, [new TableOperation.Delete(Head)], cancellationToken);
        await tables.Contacts.ClearAsync(TableQuery.StartingWith(Partition, hash + "|"), cancellationToken);
    }

    private async Task PutAsync(TableRow row, CancellationToken cancellationToken) =>
        _ = await tables.Contacts.SubmitAsync(Partition, [new TableOperation.Upsert(row)], cancellationToken);
}
