using System.CommandLine;
using CtVoice.Core.Lists;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Local.Commands;

/// <summary>
/// <c>catalog import FILE</c> and <c>catalog diff A B</c>. Exit codes: 0 done, 1 the file has bad rows or nothing could be
/// read, 2 overtaken by another import.
/// </summary>
internal static class CatalogueCommands
{
    private const int Done = 0;
    private const int BadRows = 1;
    private const int Overtaken = 2;
    private const int RowsShown = 20;

    internal static Command Create()
    {
        var data = DataOption.Create();
        var file = new Argument<FileInfo>("FILE") { Description = "The dictionary as P20 WIN publishes it, CSV or XLSX." }
            .AcceptExistingOnly();
        var force = new Option<bool>("--skip-bad-rows") { Description = "Import the good rows even when others are bad." };
        var import = new Command("import", "Import a data dictionary as the new version of the catalogue.") { file, force, data };
        import.SetAction((parsed, cancellationToken) =>
            Opened.WithReviewsAsync(parsed.GetValue(data)!, parsed.InvocationConfiguration.Error, (tables, reviews) => ImportAsync(
                parsed.GetRequiredValue(file), parsed.GetValue(force), tables, reviews, TimeProvider.System.GetUtcNow(),
                parsed.InvocationConfiguration.Output, cancellationToken)));

        var before = new Argument<string>("A") { Description = "A file, or the id of a stored version." };
        var after = new Argument<string>("B") { Description = "A file, or the id of a stored version." };
        var diff = new Command("diff", "Show what B has that A has not, and the open projects that it touches.") { before, after, data };
        diff.SetAction((parsed, cancellationToken) =>
            DiffAsync(parsed.GetRequiredValue(before), parsed.GetRequiredValue(after), parsed.GetValue(data)!,
                parsed.InvocationConfiguration, cancellationToken));

        return new Command("catalog", "The catalogue of data elements that agencies can share.") { import, diff };
    }

    private static async Task<int> ImportAsync(
        FileInfo file, bool skipBadRows, TableSet tables, ReviewStore reviews, DateTimeOffset now, TextWriter output,
        CancellationToken cancellationToken)
    {
        var reading = Read(file, rows => output.WriteLine($"read {rows} rows"));
        ShowFaults(reading, output);
        if (reading.Elements.Count == 0 || (reading.Faults.Count > 0 && !skipBadRows))
        {
            output.WriteLine("Nothing was imported." + (reading.Elements.Count > 0 ? " Mend the rows, or use --skip-bad-rows." : ""));
            return BadRows;
        }
        var store = new CatalogueStore(tables.Records);
        var before = await store.CurrentAsync(cancellationToken);
        var version = new ElementCatalogue(CatalogueVersions.Name(file.Name, reading.Elements), reading.Elements);
        var swap = await store.ImportAsync(version, now, stored => output.WriteLine($"stored {stored} of {reading.Elements.Count}"),
            cancellationToken);
        var agencies = reading.Elements.Select(e => e.Agency).Distinct(StringComparer.Ordinal).Count();
        output.WriteLine(swap switch
        {
            CatalogueSwap.Current => $"{version.Version} is the catalogue now: {reading.Elements.Count} elements of {agencies} agencies.",
            CatalogueSwap.Unchanged => $"{version.Version} is the catalogue already.",
            _ => $"{version.Version} is stored, and another import came first. Run this again to make it current.",
        });
        if (swap == CatalogueSwap.Current && before.Elements.Count > 0)
        {
            var diff = CatalogueDiff.Between(before, version);
            ShowCounts(diff, output);
            await ShowTouchedAsync(diff, tables, reviews, output, cancellationToken);
        }
        return swap == CatalogueSwap.Overtaken ? Overtaken : Done;
    }

    private static async Task<int> DiffAsync(string before, string after, string folder, InvocationConfiguration console,
        CancellationToken cancellationToken)
    {
        var output = console.Output;
        if (await OpenAsync(before, folder, console, cancellationToken) is not { } a
            || await OpenAsync(after, folder, console, cancellationToken) is not { } b)
            return BadRows;
        var diff = CatalogueDiff.Between(a, b);
        foreach (var element in diff.Added)
            output.WriteLine($"+ {element.Id}");
        foreach (var element in diff.Removed)
            output.WriteLine($"- {element.Id}");
        foreach (var element in diff.Changed)
            output.WriteLine($"~ {element.After.Id}");
        ShowCounts(diff, output);
        // Two files are compared also where there is no data folder, or a host runs on it: then that is told, and no project is named.
        if (Opened.Exists(folder))
            _ = await Opened.WithReviewsAsync(folder, console.Error, async (tables, reviews) =>
            {
                await ShowTouchedAsync(diff, tables, reviews, output, cancellationToken);
                return Done;
            });
        return Done;
    }

    private static async Task ShowTouchedAsync(CatalogueDiff diff, TableSet tables, ReviewStore reviews, TextWriter output,
        CancellationToken cancellationToken)
    {
        foreach (var touched in await new CatalogueUpdate(reviews, new ReviewLists(tables, reviews)).TouchesAsync(diff, cancellationToken))
            output.WriteLine($"touches {touched.ReviewId} of {touched.Agency}: {string.Join(", ", touched.Elements)}");
    }

    private static async Task<ElementCatalogue?> OpenAsync(string name, string folder, InvocationConfiguration console,
        CancellationToken cancellationToken)
    {
        var file = new FileInfo(name);
        if (!file.Exists)
        {
            ElementCatalogue? stored = null;
            await Opened.WithReviewsAsync(folder, console.Error, async (tables, _) =>
            {
                stored = CatalogueVersions.IsPossible(name)
                    ? await new CatalogueStore(tables.Records).LoadAsync(name, cancellationToken)
                    : null;
                return Done;
            });
            if (stored is null)
                console.Output.WriteLine($"'{name}' is neither a file nor a stored version.");
            return stored;
        }
        var reading = Read(file, progress: null);
        ShowFaults(reading, console.Output);
        return reading.Elements.Count == 0 ? null : new(CatalogueVersions.Name(file.Name, reading.Elements), reading.Elements);
    }

    internal static CatalogueReading Read(FileInfo file, Action<int>? progress)
    {
        using var stream = file.OpenRead();
        return new CatalogueImport(AgencyDirectory.Shipped).Read(stream, progress);
    }

    private static void ShowFaults(CatalogueReading reading, TextWriter output)
    {
        foreach (var fault in reading.Faults.Take(RowsShown))
            output.WriteLine($"row {fault.Row}: {fault.Message}");
        if (reading.Faults.Count > RowsShown)
            output.WriteLine($"... and {reading.Faults.Count - RowsShown} more bad rows");
    }

    private static void ShowCounts(CatalogueDiff diff, TextWriter output) =>
        output.WriteLine($"{diff.Added.Count} added, {diff.Removed.Count} removed, {diff.Changed.Count} changed");
}
