using System.Globalization;
using CtVoice.Core.Json;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Web.Routes;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Settings;

/// <summary>The catalogue of data elements and the inventory: what is current, the import of another one, and what it changed.</summary>
internal static class CataloguePage
{
    private const string Path = SettingsPage.Path + "/catalogue";
    private const string Inventory = SettingsPage.Path + "/inventory";

    internal static void MapCataloguePage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskCatalogue").WithSummary("The catalogue: search, versions, what one changed, and what it lacks.");
        endpoints.MapFileForm(Path, ImportAsync, ShowAsync, ImportedAsync).OpenTo(DeskPage.Coordinators).LimitBody(SentFile.Limit)
            .WithName("deskImportCatalogue").WithSummary("Makes a data dictionary the current catalogue.");
        endpoints.MapPage(Inventory, ShowInventoryAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskInventory").WithSummary("The high value data inventory, with search.");
        endpoints.MapFileForm(
            Inventory, async (context, file) => Rows(await InventoryRoutes.ImportAsync(context, file.Content, file.Label)), ShowInventoryAsync,
            (context, _) => Task.FromResult(Answer.SeeOther(DeskForm.Done(Inventory, context.OperationName())))).OpenTo(DeskPage.Coordinators).LimitBody(SentFile.Limit)
            .WithName("deskImportInventory").WithSummary("Makes a file the current inventory.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        var versions = (await CatalogueRoutes.VersionsAsync(context)).Said<IReadOnlyList<CatalogueVersion>>()!;
        var diff = context.QueryText("from") is null ? null : (await CatalogueRoutes.DiffAsync(context)).Said<CatalogueDiff>();
        return DeskPage.Of<CatalogueShown>(
            context, "Catalogue",
            new CatalogueShown.Shown(
                (await CatalogueRoutes.SearchAsync(context)).Said<Views.CataloguePage>()!, [.. versions.OrderByDescending(v => v.StagedAt)], diff,
                (await CatalogueRoutes.UnlistedAsync(context)).Said<UnlistedPage>()!.Elements, context.QueryText("search"), context.QueryText("from")),
            [.. SettingsPage.Above]);
    }

    private static async Task<IResult> ImportAsync(HttpContext context, SentFile file)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return Rows(await CatalogueRoutes.ImportAsync(context, file.Content, file.Label, form["skipBadRows"].ToString() == "true"));
    }

    private static Task<IResult> ImportedAsync(HttpContext context, IResult answer) =>
        Task.FromResult(DeskPage.Of<CatalogueDone>(context, "Imported", answer.Said<CatalogueImported>()!, [.. SettingsPage.Above, new("Catalogue", Path)]));

    private static async Task<IResult> ShowInventoryAsync(HttpContext context) => DeskPage.Of<InventoryShown>(
        context, "Inventory", new InventoryShown.Shown((await InventoryRoutes.SearchAsync(context)).Said<InventoryPage>()!, context.QueryText("search")), [.. SettingsPage.Above]);

    // Whoever mends a file counts its rows as a spreadsheet does.
    private static IResult Rows(IResult answer) => answer is Problem { Details.Faults: { } faults }
        ? Problem.Faults([.. faults.Select(f => new Fault("", f.Pointer.StartsWith("/rows/", StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"Row {f.Pointer["/rows/".Length..]}: {f.Message}") : f.Message))])
        : answer;
}
