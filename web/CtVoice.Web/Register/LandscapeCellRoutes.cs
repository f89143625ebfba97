using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Reviews;
using CtVoice.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Register;

/// <summary>The elements and assets behind a cell of the data landscape, for everybody.</summary>
internal static class LandscapeCellRoutes
{
    // Each project is read whole; more would be more than anybody reads.
    private const int MostProjects = 200;

    private static readonly LandscapeCell Sample = new(
        "DSS", new("2054-5", "Black or African American"),
        [new("r-acdefghjkm", "Food benefits and losing a home", ReviewNeed.Required)],
        [new(null, "SNAP active month", false, ["r-acdefghjkm"])], [new("DSS-0012", "SNAP households by month", true, ["r-acdefghjkm"])]);

    internal static void MapLandscapeCells(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/register/landscape/{agency}/{population}", context => CellAsync(context, Answer.PublicJson))
            .OpenTo(Access.Public)
            .WithName("readLandscapeCell")
            .WithSummary("Which data elements and assets of an agency projects about a population use; it never counts people.")
            .Path("agency", "Code of the agency.").Path("population", "Code of the population.")
            .Query("year", "Year received (UTC), or all; this year when absent.")
            .Returns(200, "What is behind the cell, with an ETag.", Sample);
        endpoints.MapGet(
            "/api/register/landscape/{agency}/{population}/elements.csv",
            context => CellAsync(context, cell => Answer.File(
                CsvFile.ForSpreadsheets(["kind", "id", "name", "listed", "review"],
                    Rows("element", cell.Elements).Concat(Rows("asset", cell.Assets))), CsvFile.ContentType)))
            .OpenTo(Access.Public)
            .WithName("landscapeCellTable").WithSummary("The same as a table, one line an element or asset and project.")
            .Path("agency", "Code of the agency.").Path("population", "Code of the population.")
            .Query("year", "Year received (UTC), or all; this year when absent.").Returns(200, "The table; it has an ETag.", "text/csv");
        endpoints.MapPage(
            "/register/landscape/{agency}/{population}",
            context => CellAsync(context, cell => new Page(
                $"{RegisterWords.Capital(RegisterWords.Agency(cell.Agency))}: {cell.Population.Name}",
                Page.Content<LandscapeCellShown>(cell))
            {
                Crumbs = [new("Home", "/"), new("Public register", "/register"), new("Which data are used", "/register/landscape")],
                Kept = true,
            }, allYears: true))
            .OpenTo(Access.Public)
            .WithName("landscapeCellPage").WithSummary("What is behind a cell of the landscape, as a page.");
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(string kind, IEnumerable<UsedData> used) =>
        used.SelectMany(d => d.Projects.Select(p => (IReadOnlyList<object?>)[kind, d.Id, d.Name, d.Listed ? "true" : "false", p]));

    private static async Task<IResult> CellAsync(HttpContext context, Func<LandscapeCell, IResult> show, bool allYears = false)
    {
        var (query, refusal) = RegisterQuery.Of(context, allYears);
        if (query is null)
            return refusal!;
        var landscape = await RegisterRoutes.LandscapeAsync(context, query.Year);
        if (landscape.Uses.FirstOrDefault(u => u.Agency == context.RouteText("agency")
            && u.Population.Code == context.RouteText("population")) is not { } use)
            return Problem.NotFound();
        var reviews = context.Need<ReviewStore>();
        var projects = new Dictionary<string, ProjectRequest>(StringComparer.Ordinal);
        foreach (var line in use.Projects.Take(MostProjects))
        {
            if (await reviews.ReadProjectAsync(line.Id, context.RequestAborted) is { } project)
                projects[line.Id] = project;
        }
        return show(LandscapeCell.Of(
            use, projects, await context.Need<CatalogueStore>().CurrentAsync(context.RequestAborted),
            await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted)) with
        { Year = query.Year });
    }
}
