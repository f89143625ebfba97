using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Members;

/// <summary>Which populations that this year's projects touched have no or few members on the board.</summary>
internal static class VacanciesPage
{
    /// <summary>Path of the page.</summary>
    internal const string Path = MembersPage.Path + "/vacancies";

    internal static void MapVacanciesPage(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPage(Path, ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskVacancies").WithSummary("Which populations that projects touched are missing on the board.");

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        var answer = await VacancyRoutes.ListAsync(context);
        return answer.Said<VacancyList>() is { } list
            ? DeskPage.Of<VacanciesShown>(context, "Who is missing", list, [.. MembersPage.Above])
            : answer;
    }
}
