using CtVoice.Web.Desk.Agencies;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>Exhibit A of a project, to be printed: for the board's office and for its agency.</summary>
internal static class ExhibitPage
{
    internal static void MapExhibitPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTab("exhibit-a", context => ShowAsync(context, id => $"/desk/reviews/{id}", new("Reviews", "/desk/reviews")))
            .WithName("deskExhibitA").WithSummary("Exhibit A of the P20 WIN agreement, made of the project, to print.");
        endpoints.MapPage("/agency/reviews/{id}/exhibit-a",
                context => ShowAsync(context, id => AgencyDesk.PathOf(id, "project"), AgencyDesk.MyReviews))
            .OpenTo(AgencyDesk.Agencies)
            .WithName("agencyExhibitA").WithSummary("Exhibit A of the P20 WIN agreement, made of the project, to print.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Func<string, string> project, PageLink above) =>
        await ExhibitRoutes.OfAsync(context) is { } read
            ? DeskPage.Of<ExhibitShown>(context, "Exhibit A", new ExhibitShown.Shown(read.Review, read.Exhibit, read.Catalogue),
                above, new PageLink(read.Review.Title, project(read.Review.Id)))
            : Problem.NotFound();
}
