using CtVoice.Core.Reviews;
using CtVoice.Web.Pages;
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
        endpoints.MapForm("/desk/reviews/{id}/panel/letter", LetterAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskPaperLetter").WithSummary("Makes a letter on paper with a fresh link. The view of the address is recorded.");
        endpoints.MapTabForm<CallMade>("panel", "posted", PaperLetterRoutes.NotePostedAsync, ShowAsync)
            .WithName("deskPosted").WithSummary("Notes that a letter on paper was posted.");
    }

    private static async Task<IResult> LetterAsync(HttpContext context)
    {
        var answer = await PaperLetterRoutes.MakeAsync(context, new(context.Request.Form["memberId"].ToString()));
        return answer.Said<PaperLetterView>() is { } letter
            ? DeskPage.Of<PaperLetterShown>(
                context, "Letter", letter, new PageLink("Today", "/desk"), new PageLink("Panel", ReviewDesk.PathOf(context, "panel")))
            : answer;
    }

    private static Task<IResult> ShowAsync(HttpContext context) => ReviewDesk.ShowAsync<PanelShown>(context, "Panel", async (_, review) =>
        new PanelShown.Shown(
            review, PhoneCalls.Wanted(review).Any(w => !w.Call.ByLetter) ? await PanelRoutes.WantedAsync(context, review) : [],
            PaperLetterRoutes.Wanted(review)));
}
