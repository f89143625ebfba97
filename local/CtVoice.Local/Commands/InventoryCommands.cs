using System.CommandLine;
using System.Text.Json;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Inventory;

namespace CtVoice.Local.Commands;

/// <summary>
/// <c>inventory import FILE</c>: the high value data inventory (CGS 4-67p) whose assets projects refer to. Exit codes: 0
/// done, 1 refused, with the bad rows.
/// </summary>
internal static class InventoryCommands
{
    private const int Refused = 1;
    private const int RowsShown = 20;

    internal static Command Create()
    {
        var data = DataOption.Create();
        var file = new Argument<FileInfo>("FILE")
        { Description = "The inventory, CSV with the columns asset id, agency and name; others are ignored." }.AcceptExistingOnly();
        var import = new Command("import", "Makes a file the current inventory.") { file, data };
        import.SetAction((parse, cancellationToken) =>
            Opened.WithReviewsAsync(parse.GetValue(data)!, parse.InvocationConfiguration.Error, async (tables, _) =>
        {
            var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var source = parse.GetRequiredValue(file);
            var now = TimeProvider.System.GetUtcNow();
            using var csv = source.OpenRead();
            var reading = InventoryCsv.Read(csv, source.Name, LocalTime.DateIn(BusinessCalendar.Zone, now));
            foreach (var fault in reading.Faults.Take(RowsShown))
                await error.WriteLineAsync($"row {fault.Row}: {fault.Message}");
            if (reading.Inventory is not { } inventory)
                return Refused;
            var imported = await new ReferenceStore(tables.Records).ImportAsync(
                ReferenceKind.Inventory, JsonSerializer.SerializeToUtf8Bytes(inventory, WorkflowJson.Options), now, cancellationToken);
            foreach (var fault in imported.Faults)
                await error.WriteLineAsync($"{fault.Pointer}: {fault.Message}");
            if (imported.Edition is not { } edition)
                return Refused;
            await output.WriteLineAsync(
                $"{edition.Version} is the inventory {(imported.Changed ? "now" : "already")}: {inventory.Assets.Count} assets.");
            return 0;
        }));
        return new Command("inventory", "The high value data inventory (CGS 4-67p) that projects refer to.") { import };
    }
}
