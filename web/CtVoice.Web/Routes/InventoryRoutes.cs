using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Lists;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Inventory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>The high value data inventory (CGS 4-67p): searched by whoever writes a project, replaced by the coordinator.</summary>
internal static class InventoryRoutes
{
    private const int PageSize = 100;
    private const int RowFaultsShown = 100;

    private const int AssetsShown = 100;

    internal static void MapInventory(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/inventory", SearchAsync).OpenTo(Access.Readers)
            .WithName("searchInventory").WithSummary("Finds assets of the high value data inventory (CGS 4-67p).")
            .Query("search", "Words that the id, agency or name holds; all of them.").Query("continuation", "From the page before.")
            .Returns(200, "One page, in the order of the file.",
                new InventoryPage("inventory-1f0c9a2b", 1, [new("DSS-0012", "DSS", "SNAP enrollment by month")], null));
        endpoints.MapUpload("/api/inventory", ImportAsync).OpenTo(Access.Coordinators)
            .WithName("importInventory")
            .WithSummary("Makes a CSV file with asset id, agency and name the current inventory; one bad row and nothing is imported.")
            .Query("name", "What to call it; \"inventory\" when absent. Part of the version's id.")
            .Query("dryRun", "true to learn what the file would change.")
            .Query("assetId", "Heading of the column that holds the id; found by its words when absent, and agency and assetName too.")
            .Query("agency", "Heading of the column that says who holds the asset.")
            .Query("assetName", "Heading of the column that holds the name.")
            .TakesFile("text/csv")
            .Returns(200, "Imported.", new InventoryImported("inventory-1f0c9a2b", 412, true));
        endpoints.MapUpload("/api/inventory/headings", HeadingsAsync).OpenTo(Access.Coordinators)
            .WithName("readInventoryHeadings")
            .WithSummary("Says what heads the columns of a file, and which is which as far as that is known. Stores nothing.")
            .TakesFile("text/csv")
            .Returns(200, "The headings.", new InventoryHeadings(
                [new("Asset ID", ["DSS-0012"]), new("Holder", ["DSS"]), new("Title", ["SNAP households by month"])],
                new("Asset ID", "", "Title")));
        endpoints.MapGet("/api/inventory/unreviewed", UnreviewedAsync).OpenTo(Access.Readers)
            .WithName("listUnreviewedAssets")
            .WithSummary("Assets that no project names about which residents were asked until the close.")
            .Query("agency", "Only those of this agency, as the inventory writes it.")
            .Returns(200, "The assets, in the order of the file.",
                new UnreviewedAssets("inventory-1f0c9a2b", 412, [new("DSS-0012", "DSS", "SNAP enrollment by month")]));
    }

    internal static async Task<IResult> UnreviewedAsync(HttpContext context)
    {
        var (inventory, never) = await context.Need<AssetReviews>().NeverAsync(context.RequestAborted);
        var agency = context.QueryText("agency");
        return Answer.Json(new UnreviewedAssets(
            inventory.Version, inventory.Assets.Count,
            [.. never.Where(a => agency is null || string.Equals(a.Agency, agency, StringComparison.OrdinalIgnoreCase))]));
    }

    private static async Task<IResult> HeadingsAsync(HttpContext context) =>
        await HeadingsAsync(context, await context.ReadBytesAsync());

    /// <summary>The headings of a file, and which is which as far as that is known.</summary>
    internal static async Task<IResult> HeadingsAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        using var csv = new MemoryStream(bytes.ToArray(), writable: false);
        var (headings, fault) = InventoryCsv.Look(csv);
        return headings is null
            ? Problem.Faults("/rows/1", fault!)
            : Answer.Json(headings.Remembering(await context.Need<InventoryColumnsStore>().FindAsync(context.RequestAborted)));
    }

    // All three or none: what is found by its words is found in the whole heading.
    private static (InventoryColumns? Columns, Problem? Refused) ColumnsOf(HttpContext context) =>
        (context.QueryText("assetId"), context.QueryText("agency"), context.QueryText("assetName")) switch
        {
            (null, null, null) => (null, null),
            ({ } id, { } agency, { } name) => (new(id, agency, name), null),
            _ => (null, Problem.Faults("", "Name the headings of all three columns, assetId, agency and assetName, or none.")),
        };

    internal static async Task<IResult> SearchAsync(HttpContext context)
    {
        var inventory = (await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted)).Intake.Inventory;
        var words = (context.QueryText("search") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var from = Listing.PlaceOf(context);
        var found = inventory.Assets
            .Where(a => words.All(w => new[] { a.Id, a.Agency, a.Name }.Any(text => text.Contains(w, StringComparison.OrdinalIgnoreCase))))
            .ToList();
        return Answer.Json(new InventoryPage(
            inventory.Version, found.Count, [.. found.Skip(from).Take(PageSize)],
            from + PageSize < found.Count ? (from + PageSize).ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<IResult> ImportAsync(HttpContext context)
    {
        if (context.QueryText("dryRun") is not (null or "true" or "false"))
            return Problem.Faults("", "dryRun is true or false.");
        var (columns, refused) = ColumnsOf(context);
        return refused ?? await ImportAsync(
            context, await context.ReadBytesAsync(), context.QueryText("name") is { Length: > 0 and <= 80 } given
                ? given
                : AssetInventory.FileId, context.QueryText("dryRun") == "true", columns);
    }

    /// <summary>Makes a file the current inventory, or only compares it.</summary>
    internal static async Task<IResult> ImportAsync(
        HttpContext context, ReadOnlyMemory<byte> bytes, string name, bool dryRun, InventoryColumns? columns = null)
    {
        using var csv = new MemoryStream(bytes.ToArray(), writable: false);
        var now = context.Now();
        var reading = InventoryCsv.Read(csv, name, LocalTime.DateIn(BusinessCalendar.Zone, now), columns);
        if (reading.Inventory is not { } inventory)
            return Problem.Faults([.. reading.Faults.Take(RowFaultsShown)
                .Select(f => new Fault(string.Create(CultureInfo.InvariantCulture, $"/rows/{f.Row}"), f.Message))]);
        var before = (await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted)).Intake.Inventory;
        var diff = InventoryDiff.Between(before, inventory);
        var touched = await context.Need<CatalogueUpdate>().TouchesAssetsAsync(diff, context.RequestAborted);
        if (dryRun)
            return Answer.Json(new InventoryImported(inventory.Version, inventory.Assets.Count, false)
            { Difference = Shown(diff), Touched = touched });
        var imported = await context.Need<ReferenceStore>().ImportAsync(
            ReferenceKind.Inventory, JsonSerializer.SerializeToUtf8Bytes(inventory, WorkflowJson.Options), now, context.RequestAborted);
        if (imported.Edition is not null && columns is not null)
            await context.Need<InventoryColumnsStore>().PutAsync(columns, context.RequestAborted);
        return imported.Edition is { } edition
            ? Answer.Json(new InventoryImported(edition.Version, inventory.Assets.Count, imported.Changed)
            { Difference = Shown(diff), Touched = touched })
            : Problem.Faults(imported.Faults);
    }

    private static InventoryDifference Shown(InventoryDiff diff) => new(
        diff.Added.Count, diff.Removed.Count, diff.Changed.Count,
        [.. diff.Added.Take(AssetsShown)], [.. diff.Removed.Take(AssetsShown)], [.. diff.Changed.Take(AssetsShown)]);
}

/// <summary>One page of the inventory.</summary>
/// <param name="Version">The version that was searched; none before the first import.</param>
/// <param name="Found">Assets that were found in all.</param>
/// <param name="Assets">Those of this page.</param>
/// <param name="Continuation">For the next page; absent on the last.</param>
public sealed record InventoryPage(string Version, int Found, IReadOnlyList<DataAsset> Assets, string? Continuation);

/// <summary>Assets about whose use residents were never asked.</summary>
/// <param name="Version">The version of the inventory.</param>
/// <param name="Of">Assets in it.</param>
/// <param name="Assets">Those that no reviewed project names.</param>
public sealed record UnreviewedAssets(string Version, int Of, IReadOnlyList<DataAsset> Assets);

/// <summary>What an import did.</summary>
/// <param name="Version">The version that is current now.</param>
/// <param name="Assets">Its assets.</param>
/// <param name="Changed">False when it was current before, and when nothing was to be stored.</param>
public sealed record InventoryImported(string Version, int Assets, bool Changed)
{
    /// <summary>What differs from the inventory before.</summary>
    public InventoryDifference? Difference { get; init; }

    /// <summary>Open projects that refer to an asset that is gone or changed.</summary>
    public IReadOnlyList<TouchedProject>? Touched { get; init; }
}

/// <summary>What differs between two inventories; of each kind the first hundred are named.</summary>
/// <param name="Added">Assets that are new.</param>
/// <param name="Removed">Assets that are gone.</param>
/// <param name="Changed">Assets of which something else is said.</param>
/// <param name="New">The first of those that are new.</param>
/// <param name="Gone">The first of those that are gone.</param>
/// <param name="Other">The first of those that changed, as they are now.</param>
public sealed record InventoryDifference(
    int Added, int Removed, int Changed, IReadOnlyList<DataAsset> New, IReadOnlyList<DataAsset> Gone, IReadOnlyList<DataAsset> Other);
