using System.CommandLine;
using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Projects;
using CtVoice.Core.Storage;
using CtVoice.Local.Host;

namespace CtVoice.Local.Commands;

/// <summary>
/// <c>board import FILE</c>: brings a board file in while no host runs on the folder. Exit codes: 0 done, 1 something is
/// wrong with the file or the folder, and nothing was stored.
/// </summary>
internal static class BoardCommands
{
    internal static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The board, CSV in the columns of samples/board/README.md." }
            .AcceptExistingOnly();
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what the import would do, and store nothing." };
        var data = DataOption.Create();
        var import = new Command("import", "Brings members, consent and contact data of a file onto the board.") { file, dryRun, data };
        import.SetAction((parse, cancellationToken) =>
        {
            var folder = parse.GetValue(data)!;
            var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            return Opened.WithReviewsAsync(folder, error, (tables, _) => ImportAsync(
                parse.GetRequiredValue(file), parse.GetValue(dryRun), tables, LocalSettings.Of(folder).IndexKey, output, error,
                cancellationToken));
        });
        return new Command("board", "The members of the board.") { import };
    }

    private static async Task<int> ImportAsync(
        FileInfo file, bool dryRun, TableSet tables, byte[] indexKey, TextWriter output, TextWriter error,
        CancellationToken cancellationToken)
    {
        var index = new ContactIndex(indexKey);
        var contacts = new ContactStore(tables.Contacts, index, new TableViewLog(tables.Records), TimeProvider.System);
        var codes = (await new ReferenceStore(tables.Records).CurrentAsync(cancellationToken)).Codes;
        var import = new StagedBoardImport(
            new BoardImport(new BoardStore(tables.Records), contacts, index), tables, new DueRows(tables.Records), TimeProvider.System);
        var report = await import.RunAsync(
            await File.ReadAllBytesAsync(file.FullName, cancellationToken), dryRun, codes.Codes.Select(c => c.Code)
                .ToHashSet(StringComparer.Ordinal), cancellationToken);
        foreach (var fault in report.Faults)
            await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"row {fault.Row}, {fault.Column}: {fault.Message}"));
        if (report.Faults.Count > 0)
        {
            await error.WriteLineAsync("Nothing was stored. Mend the rows and import again.");
            return 1;
        }
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Added.Count} added, {report.Changed.Count} changed, {report.Unchanged.Count} "
                + $"unchanged{(dryRun ? " (a dry run: nothing was stored)" : "")}"));
        if (!dryRun)
            await output.WriteLineAsync("Reviews that are short of members look again when the service starts.");
        return 0;
    }
}
