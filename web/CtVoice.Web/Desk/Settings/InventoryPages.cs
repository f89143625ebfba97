using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Inventory;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Settings;

/// <summary>The inventory: a file, which heading is which, what it would change, the import; and assets that were never reviewed.</summary>
internal static class InventoryPages
{
    private const string Path = SettingsPage.Path + "/inventory";

    internal static void MapInventoryPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskInventory").WithSummary("The high value data inventory, with search.");
        endpoints.MapFileForm(Path, HeadingsAsync, ShowAsync, ShowHeadingsAsync)
            .OpenTo(DeskPage.Coordinators).LimitBody(SentFile.Limit)
            .WithName("deskInventoryHeadings").WithSummary("Asks which heading of a file is which.");
        endpoints.MapFileForm(
            Path + "/preview", (context, file) => ImportAsync(context, file, dryRun: true), ShowAgainAsync,
            ShowComparedAsync)
            .OpenTo(DeskPage.Coordinators).LimitBody(SentFile.Limit)
            .WithName("deskPreviewInventory").WithSummary("Says what a file would change in the inventory.");
        endpoints.MapFileForm(
            Path + "/do", (context, file) => ImportAsync(context, file, dryRun: false), ShowAgainAsync,
            (context, _) => Task.FromResult(Answer.SeeOther(DeskForm.Done(Path, context.OperationName()))))
            .OpenTo(DeskPage.Coordinators).LimitBody(SentFile.Limit)
            .WithName("deskImportInventory").WithSummary("Makes a file the current inventory, and remembers which heading was which.");
        endpoints.MapPage(Path + "/unreviewed", ShowUnreviewedAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskUnreviewedAssets").WithSummary("Assets about whose use residents were never asked.");
    }

    private static async Task<IResult> HeadingsAsync(HttpContext context, SentFile file)
    {
        context.Items[typeof(SentFile)] = file;
        return CataloguePage.Rows(await InventoryRoutes.HeadingsAsync(context, file.Content));
    }

    private static Task<IResult> ShowHeadingsAsync(HttpContext context, IResult answer) => Task.FromResult(DeskPage.Of<InventoryMapped>(
        context, "Which heading is which",
        new InventoryMapped.Shown(
            answer.Said<InventoryHeadings>()!, ((SentFile)context.Items[typeof(SentFile)]!).Text,
            ((SentFile)context.Items[typeof(SentFile)]!).Name),
        [.. SettingsPage.Above, new("Inventory", Path)]));

    // The file and what was chosen stand in the form: nobody brings the file again because of one heading.
    private static async Task<IResult> ShowAgainAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (await SentFile.OfAsync(context, FormBody.FieldsOf(form)) is not { } file
            || (await InventoryRoutes.HeadingsAsync(context, file.Content)).Said<InventoryHeadings>() is not { } look)
            return await ShowAsync(context);
        context.Items[typeof(SentFile)] = file;
        return await ShowHeadingsAsync(context, Answer.Json(look with { Proposed = await ColumnsAsync(context) }));
    }

    private static async Task<IResult> ImportAsync(HttpContext context, SentFile file, bool dryRun)
    {
        context.Items[typeof(SentFile)] = file;
        var columns = await ColumnsAsync(context);
        var lacking = new (string Field, string Heading, string What)[]
            {
                ("assetId", columns.AssetId, "id"), ("agency", columns.Agency, "agency"), ("assetName", columns.Name, "name"),
            }
            .Where(column => column.Heading.Length == 0)
            .Select(column => new Fault("/" + column.Field, $"Choose the heading of the asset’s {column.What}.")).ToList();
        return lacking.Count == 0
            ? CataloguePage.Rows(await InventoryRoutes.ImportAsync(context, file.Content, file.Label, dryRun, columns))
            : Problem.Faults([.. lacking]);
    }

    private static async Task<InventoryColumns> ColumnsAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return new(form["assetId"].ToString(), form["agency"].ToString(), form["assetName"].ToString());
    }

    private static async Task<IResult> ShowComparedAsync(HttpContext context, IResult answer) => DeskPage.Of<InventoryCompared>(
        context, "What would change",
        new InventoryCompared.Shown(
            answer.Said<InventoryImported>()!,
            (await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted)).Intake.Inventory.Version,
            ((SentFile)context.Items[typeof(SentFile)]!).Text, ((SentFile)context.Items[typeof(SentFile)]!).Name,
            await ColumnsAsync(context)),
        [.. SettingsPage.Above, new("Inventory", Path)]);

    private static async Task<IResult> ShowAsync(HttpContext context) => DeskPage.Of<InventoryShown>(
        context, "Inventory",
        new InventoryShown.Shown((await InventoryRoutes.SearchAsync(context)).Said<InventoryPage>()!, context.QueryText("search")),
        [.. SettingsPage.Above]);

    private static async Task<IResult> ShowUnreviewedAsync(HttpContext context) => DeskPage.Of<UnreviewedShown>(
        context, "Never reviewed", (await InventoryRoutes.UnreviewedAsync(context)).Said<UnreviewedAssets>()!,
        [.. SettingsPage.Above, new("Inventory", Path)]);
}
