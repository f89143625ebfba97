using CtVoice.Core.Board;
using CtVoice.Core.Operations;
using CtVoice.Core.Projects;
using CtVoice.Web.Register;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Which populations that this year's projects touched have no or few members on the board.</summary>
internal static class VacancyRoutes
{
    private static readonly IReadOnlyList<string> Columns = ["population", "code", "projects", "members"];

    internal static void MapVacancies(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/vacancies", ListAsync).OpenTo(Access.Coordinators)
            .WithName("listVacancies")
            .WithSummary("Populations that a year's projects touched, and how many members describe themselves so; without anybody first.")
            .WithDescription("Counts of members are for the board's office alone. What leaves it is the CSV, in which 1 to 10 members are "
                + "one group.")
            .Query("year", "Year in which the projects were received; this one when absent.")
            .Returns(200, "The populations.", new VacancyList(2027, [new("Puerto Rican", "2180-8", 3, 1, Seating.Few)]));
        endpoints.MapGet("/api/vacancies.csv", FileAsync).OpenTo(Access.Coordinators)
            .WithName("listVacanciesFile")
            .WithSummary("The same as a CSV file that may leave the office: 1 to 10 members are one group.")
            .Query("year", "Year in which the projects were received; this one when absent.")
            .Returns(200, "The populations.", "text/csv");
    }

    internal static async Task<IResult> ListAsync(HttpContext context) =>
        await ReadAsync(context) is { } list ? Answer.Json(list) : NoYear();

    private static async Task<IResult> FileAsync(HttpContext context) => await ReadAsync(context) is { } list
        ? Answer.File(
            CsvFile.ForSpreadsheets(Columns, list.Populations
                // An order by seating would tell a single member from several.
                .OrderBy(p => p.Members > 0).ThenByDescending(p => p.Projects).ThenBy(p => p.Code, StringComparer.Ordinal)
                .Select(p => new List<object?> { p.Population, p.Code, p.Projects, Vacancies.Outside(p.Members) })),
            CsvFile.ContentType)
        : NoYear();

    private static Problem NoYear() => Problem.Faults("", "year is a year such as 2027.");

    private static async Task<VacancyList?> ReadAsync(HttpContext context)
    {
        if (RegisterQuery.YearOf(context) is not { } year)
            return null;
        var codes = (await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted)).Codes;
        return new(year, [.. (await context.Need<BoardVacancies>().ReadAsync(year, context.Today(), context.RequestAborted))
            .Select(v => new VacancyView(codes.NameOf(v.Code), v.Code, v.Projects, v.Members, v.Seating))]);
    }
}

/// <summary>Populations that a year's projects touched.</summary>
/// <param name="Year">The year.</param>
/// <param name="Populations">Those without anybody on the board first, then those that most projects touched.</param>
public sealed record VacancyList(int Year, IReadOnlyList<VacancyView> Populations);

/// <summary>A population that projects touched.</summary>
/// <param name="Population">Its name.</param>
/// <param name="Code">REL code, programme population or language.</param>
/// <param name="Projects">Projects of the year that touched it.</param>
/// <param name="Members">Members who serve today and describe themselves so.</param>
/// <param name="Seating">None, few (a panel seats two where it can) or enough.</param>
public sealed record VacancyView(string Population, string Code, int Projects, int Members, Seating Seating);
