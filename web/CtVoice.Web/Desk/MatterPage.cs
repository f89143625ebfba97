using CtVoice.Core.Todo;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using CtVoice.Web.Routing;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Desk;

/// <summary>One matter that hangs on a message. Its words are behind a button, and pressing it is recorded; what was done is one of fixed words.</summary>
internal static class MatterPage
{
    internal static IEnumerable<Route> All =>
    [
        Route.Page("desk/matters/{id}", DeskPage.Coordinators,
            new Docs("matterPage", "One matter, its words behind a button.").Path("id", "Id of the matter.").Returns(200, "The page.", "text/html"),
            context => ShowAsync(context, null)),
        Route.Form("desk/matters/{id}/words", DeskPage.Coordinators,
            new Docs("matterWords", "Shows the words of a matter. The view is recorded.").Path("id", "Id of the matter.").Returns(200, "The page with the words.", "text/html"),
            async context => await MatterRoutes.LookAsync(context) is { } view ? await ShowAsync(context, view) : Problem.NotFound()),
        DeskForm.Of<MatterDoneBody>("desk/matters/{id}/done", DeskPage.Coordinators,
            new Docs("matterDone", "Says what was done about a matter.").Path("id", "Id of the matter.").Returns(303, "Stored."),
            MatterRoutes.DoneAsync, context => ShowAsync(context, null), context => $"/desk/matters/{context.RouteText("id")}"),
    ];

    private static async Task<IResult> ShowAsync(HttpContext context, MatterView? words) =>
        await context.Need<Matters>().FindAsync(context.RouteText("id"), context.RequestAborted) is { } matter
            ? DeskPage.Of<MatterShown>(context, TitleOf(matter), new MatterShown.Shown(matter, words), new PageLink("Today", "/desk"))
            : Problem.NotFound();

    private static string TitleOf(Matter matter) => matter.Kind is TodoKinds.Acute or TodoKinds.Worry ? $"Alert {matter.Id}" : TodoKinds.Spoken(matter.Kind);
}
