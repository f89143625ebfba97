using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Settings;

/// <summary>Who of the office is away, and who has the work.</summary>
internal static class AbsencePage
{
    private const string Path = SettingsPage.Path + "/absence";

    internal static void MapAbsencePage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskAbsence").WithSummary("Who of the office is away, and who has the work.");
        endpoints.MapForm<AbsenceGiven>(Path, AbsenceRoutes.PutAsync, ShowAsync, _ => Path).OpenTo(DeskPage.Coordinators)
            .WithName("deskPutAbsence").WithSummary("Enters when somebody of the office is away.");
        endpoints.MapButton(Path + "/{person}/remove", AbsenceRoutes.RemoveAsync, ShowAsync, _ => Path).OpenTo(DeskPage.Coordinators)
            .WithName("deskRemoveAbsence").WithSummary("Somebody of the office is back.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context) => DeskPage.Of<AbsenceShown>(
        context, "Absence", await AbsenceRoutes.ReadAsync(context), [.. SettingsPage.Above]);
}
