using CtVoice.Core.Projects.Ai;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Settings;

/// <summary>The state's inventory of AI systems: what is current, and the import of another one with its headings mapped.</summary>
internal static class AiInventoryPage
{
    internal const string Path = SettingsPage.Path + "/ai-inventory";

    internal static void MapAiInventoryPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskAiInventory").WithSummary("The state’s inventory of AI systems, with search.");
        endpoints.MapFileForm(Path, TakeAsync, ShowAsync,
            (context, _) => Task.FromResult(Answer.SeeOther(DeskForm.Done(Path, context.OperationName()))))
            .OpenTo(DeskPage.Coordinators).LimitBody(SentFile.Limit)
            .WithName("deskImportAiInventory").WithSummary("Makes a file the current inventory of AI systems.");
    }

    private static async Task<IResult> TakeAsync(HttpContext context, SentFile file)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return CataloguePage.Rows(await AiInventoryRoutes.ImportAsync(
            context, file.Content, file.Label,
            AiInventoryCsv.Named.Where(n => form["heading-" + n].ToString().Trim().Length > 0)
                .ToDictionary(n => n, n => form["heading-" + n].ToString().Trim())));
    }

    private static async Task<IResult> ShowAsync(HttpContext context) => DeskPage.Of<AiInventoryShown>(
        context, "AI systems",
        new AiInventoryShown.Shown((await AiInventoryRoutes.SearchAsync(context)).Said<AiSystemsFound>()!,
            context.QueryText("search")),
        [.. SettingsPage.Above]);
}
