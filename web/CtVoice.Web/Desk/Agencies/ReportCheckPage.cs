using CtVoice.Core.Projects;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Agencies;

/// <summary>A draft before it goes public: paste it, read the hints, then ask residents. Nothing that is pasted is stored.</summary>
internal static class ReportCheckPage
{
    internal const string Path = "/agency/report-check";

    internal static void MapReportCheckPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, context => ShowAsync(context, null)).OpenTo(AgencyDesk.Agencies)
            .WithName("agencyReportCheck").WithSummary("A draft table or text before it goes public: hints, never a score.");
        endpoints.MapCheck<ReportDraftGiven>(
            Path, (_, given) => Task.FromResult(ReportCheckRoutes.Check(given) as Problem), context => ShowAsync(context, null),
            (context, given) => ShowAsync(context, ReportCheckRoutes.Check(given).Said<ReportCheckView>()))
            .OpenTo(AgencyDesk.Agencies).LimitBody(new(512 * 1024))
            .WithName("agencyCheckReport").WithSummary("Reads a draft; nothing of it is stored.");
        endpoints.MapForm(Path + "/ask", AskAsync).OpenTo(AgencyDesk.Agencies)
            .WithName("agencyAskAboutReport").WithSummary("Begins the residents’ review of results before they go public.");
    }

    private static Task<IResult> ShowAsync(HttpContext context, ReportCheckView? seen) => Task.FromResult<IResult>(
        DeskPage.Of<ReportChecked>(context, "Check a draft", new ReportChecked.Shown(seen), AgencyDesk.MyReviews));

    // What was pasted does not go along: the agency says in the project what is published, in its own words.
    private static async Task<IResult> AskAsync(HttpContext context)
    {
        var (path, problem) = await NewProjectPage.StartAsync(context, new ProjectRequest { Kind = ProjectKind.PublicationCheck });
        return path is not null ? Answer.SeeOther(path) : problem!;
    }
}
