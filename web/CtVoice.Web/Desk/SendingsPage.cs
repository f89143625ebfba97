using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>The buttons that stop what is about to go out, and let it go; they stand on every page of the review, and on Today.</summary>
internal static class SendingsPage
{
    internal static void MapSendingsPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapButton("/desk/reviews/{id}/sendings/{what}/stop", ReviewRoutes.StopAsync, DatesPage.ShowAsync, Where)
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskStopSending").WithSummary("Stops what is about to go out.");
        endpoints.MapButton("/desk/reviews/{id}/sendings/{what}/resume", ReviewRoutes.ResumeAsync, DatesPage.ShowAsync, Where)
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskResumeSending").WithSummary("Lets go what was stopped.");
    }

    /// <summary>What goes out, in words: "The panel is asked".</summary>
    internal static string Says(PanelMessage what) => what switch
    {
        PanelMessage.Asking => "The panel is asked",
        PanelMessage.ReadBack => "Drafts are read back to residents",
        PanelMessage.Update => "Residents are told what changed",
        _ => "Residents are told of the answers",
    };

    /// <summary>Where one goes on after it was stopped: to what can be changed.</summary>
    private static string Where(HttpContext context) => ReviewDesk.PathOf(context, Departing.Find(context.RouteText("what")) switch
    {
        PanelMessage.Asking => "texts",
        PanelMessage.ReadBack => "report",
        _ => "answers",
    });

    /// <summary>What is about to go out of a review.</summary>
    internal static IReadOnlyList<Departure> Of(HttpContext context, Review review) =>
        Departing.Of(review, context.Need<BusinessCalendar>(), context.Now());
}
