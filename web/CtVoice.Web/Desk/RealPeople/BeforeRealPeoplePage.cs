using CtVoice.Core.RealPeople;
using CtVoice.Web.Desk.Settings;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.RealPeople;

/// <summary>What must be answered before messages reach residents: a list, and a page for each point.</summary>
internal static class BeforeRealPeoplePage
{
    internal const string Title = "Before real people";

    private const string Point = BeforeRealPeople.Path + "/{point}";

    internal static void MapBeforeRealPeoplePage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(BeforeRealPeople.Path, ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskBeforeRealPeople").WithSummary("What must be answered before messages may reach residents.");
        endpoints.MapPage(Point, PointAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskPrecondition").WithSummary("One point that must be answered before messages may reach residents.");
        endpoints.MapForm<PreconditionBody>(Point, BeforeRealPeopleRoutes.PutAsync, PointAsync, _ => BeforeRealPeople.Path)
            .OpenTo(Access.SignedIn(Role.Coordinator))
            .WithName("deskAnswerPrecondition").WithSummary("Enters who vouches for a point, and since when.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context) =>
        DeskPage.Of<BeforeRealPeopleShown>(context, Title, await BeforeRealPeopleRoutes.ReadAsync(context), [.. SettingsPage.Above]);

    private static async Task<IResult> PointAsync(HttpContext context) => await BeforeRealPeopleRoutes.FindAsync(context) is { } point
        ? DeskPage.Of<PreconditionShown>(
            context, point.Name, new PreconditionShown.Shown(point, context.Principal().Role is Role.Coordinator),
            [.. SettingsPage.Above, new(Title, BeforeRealPeople.Path)])
        : Problem.NotFound();
}
