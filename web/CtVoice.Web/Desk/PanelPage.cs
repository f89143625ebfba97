using CtVoice.Core.Reviews;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>Who is asked and why, who is not and why not; single members seated or left out; going on short; calls to make.</summary>
internal static class PanelPage
{
    internal static void MapPanelPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTab("panel", ShowAsync).WithName("deskPanel").WithSummary("Who is asked, and why.");
        endpoints.MapTabForm<PanelChange>("panel", "change", PanelRoutes.OverrideAsync, ShowAsync)
            .WithName("deskOverridePanel").WithSummary("Seats or leaves out single members, or goes on short.");
        endpoints.MapTabForm<CallMade>("panel", "called", PanelRoutes.NoteCallAsync, ShowAsync)
            .WithName("deskCalled").WithSummary("Notes that a member was called.");
    }

    private static Task<IResult> ShowAsync(HttpContext context) => ReviewDesk.ShowAsync<PanelShown>(context, "Panel", async (_, review) =>
        new PanelShown.Shown(review, PhoneCalls.Wanted(review).Count > 0 ? await PanelRoutes.WantedAsync(context, review) : []));
}
