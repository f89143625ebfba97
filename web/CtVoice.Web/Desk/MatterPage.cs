using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Todo;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>One matter that hangs on a message. Its words are behind a button, and pressing it is recorded;
/// what was done is one of fixed words.</summary>
internal static class MatterPage
{
    internal static void MapMatterPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/desk/matters/{id}", context => ShowAsync(context, null)).OpenTo(DeskPage.Coordinators)
            .WithName("matterPage").WithSummary("One matter, its words behind a button.");
        endpoints.MapForm(
            "/desk/matters/{id}/words",
            async context => await MatterRoutes.LookAsync(context) is { } view ? await ShowAsync(context, view) : Problem.NotFound())
            .OpenTo(DeskPage.Coordinators)
            .WithName("matterWords").WithSummary("Shows the words of a matter. The view is recorded.");
        endpoints.MapForm<MatterDoneBody>(
            "/desk/matters/{id}/done",
            MatterRoutes.DoneAsync, context => ShowAsync(context, null), context => $"/desk/matters/{context.RouteText("id")}")
            .OpenTo(DeskPage.Coordinators)
            .WithName("matterDone").WithSummary("Says what was done about a matter.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, MatterView? words) =>
        await context.Need<Matters>().FindAsync(context.RouteText("id"), context.RequestAborted) is { } matter
            ? DeskPage.Of<MatterShown>(context, TitleOf(matter), await ShownAsync(context, matter, words), new PageLink("Today", "/desk"))
            : Problem.NotFound();

    private static async Task<MatterShown.Shown> ShownAsync(HttpContext context, Matter matter, MatterView? words) =>
        matter.Kind is TodoKinds.Acute && await context.Need<OnCallAlerts>().OfMatterAsync(matter.Id, context.RequestAborted) is { } alert
            ? new(matter, words)
            { OnCall = alert, People = (await context.Need<OnCallStore>().ApprovedAsync(context.RequestAborted))?.People ?? [] }
            : new(matter, words);

    private static string TitleOf(Matter matter) =>
        matter.Kind is TodoKinds.Acute or TodoKinds.Worry ? $"Alert {matter.Id}" : TodoKinds.Spoken(matter.Kind);
}
