using CtVoice.Core.Board;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Web.Desk;
using CtVoice.Web.Desk.Members;
using CtVoice.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Register;

/// <summary>A year of the board: for everybody in process counts, for the office with who sits on it, as far as that may leave.</summary>
internal static class BoardYearRoutes
{
    /// <summary>Path of the office's page.</summary>
    internal const string Desk = "/desk/board-year";

    private static readonly AdviceOfYear Advice = new(null, 9, 4, 1, 1, 1, 0, 2, 1, 0, 9, 6, 1, 12, 31);

    private static readonly BoardYear Sample =
        new(2027, new(12, 4, 1, 1, 5, 1, 0, 26, 21), Advice, [Advice with { Agency = "DSS" }]);

    internal static void MapBoardYear(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/register/year", context => AnswerAsync(context, Answer.PublicJson)).OpenTo(Access.Public)
            .WithName("readBoardYear")
            .WithSummary("A year of the board in counts: reviews, what was made of advice, and whether answers came in time.")
            .WithDescription("Every number follows from the ledgers of the reviews that were received in the year. How many were asked and "
                + "replied is counted once a review has closed.")
            .Query("year", "Year received (UTC); this year when absent.").Returns(200, "The year, with an ETag.", Sample);
        endpoints.MapGet("/api/register/year.csv", context => AnswerAsync(context, year => Answer.File(
            CsvFile.ForSpreadsheets(OpenDataTable.Year.Names, year.Agencies.Append(year.Advice).Select(of => Line(year.Year, of))),
            CsvFile.ContentType)))
            .OpenTo(Access.Public)
            .WithName("boardYearTable").WithSummary("The same as a table: one line an agency, and one for all.")
            .Query("year", "Year received (UTC); this year when absent.").Returns(200, "The table; it has an ETag.", "text/csv");
        endpoints.MapPage("/register/year", context => PageAsync(context, Tongue.English)).OpenTo(Access.Public)
            .WithName("boardYearPage").WithSummary("A year of the board as a page to print.");
        endpoints.MapPage("/es/register/year", context => PageAsync(context, Tongue.Spanish)).OpenTo(Access.Public)
            .WithName("boardYearPageSpanish").WithSummary("A year of the board as a page to print, in Spanish.");
        endpoints.MapGet("/api/board/year", OfficeAsync).OpenTo(Access.Coordinators)
            .WithName("readBoardYearOfOffice")
            .WithSummary("The same with who sits on the board, as it may leave the office: none, 1 to 10, 11 or more.")
            .Query("year", "Year received (UTC); this year when absent.")
            .Returns(200, "The year.", new OfficeYear(Sample, new(new(2027, 12, 31), 24,
                [new("Hispanic or Latino", "2135-2", "11 or more"), new("Asian", "2028-9", "1 to 10")])));
        endpoints.MapPage(Desk, OfficePageAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskBoardYear").WithSummary("A year of the board with who sits on it, to print.");
    }

    private static IReadOnlyList<object?> Line(int year, AdviceOfYear of) =>
    [
        year, of.Agency, of.Agency is { } code ? RegisterWords.Agency(code) : "all", of.Recommendations, of.Adopted, of.InPart, of.Refused,
        of.Deferred, of.Overdue, of.Unanswered, of.Kept, of.Broken, of.Owed, of.InTime, of.Late, of.MedianDays, of.LongestDays,
    ];

    private static async Task<IResult> AnswerAsync(HttpContext context, Func<BoardYear, IResult> show) =>
        await ReadAsync(context) is { } year ? show(year) : NoYear();

    private static async Task<IResult> PageAsync(HttpContext context, Tongue tongue) => await ReadAsync(context) is { } year
        ? RegisterRoutes.Spoken(
            context, tongue, YearShown.Title(tongue, year.Year), Page.Content<YearShown>(new YearShown.Shown(
                year, null, await YearsAsync(context), context.Today(), tongue.At("/register/year"), tongue)),
            [RegisterRoutes.HomeIn(tongue), new(tongue["Register"], tongue.At("/register"))], [])
        : NoYear();

    private static async Task<IResult> OfficeAsync(HttpContext context) => await ReadAsync(context) is { } year
        ? Answer.Json(new OfficeYear(year, await SeatsAsync(context)))
        : NoYear();

    private static async Task<IResult> OfficePageAsync(HttpContext context) => await ReadAsync(context) is { } year
        ? DeskPage.Of<YearShown>(
            context, YearShown.Title(Tongue.English, year.Year),
            new YearShown.Shown(year, await SeatsAsync(context), await YearsAsync(context), context.Today(), Desk, Tongue.English),
            [.. MembersPage.Above, new("Who is missing", VacanciesPage.Path)])
        : NoYear();

    private static Problem NoYear() => Problem.Faults("", "year is a year such as 2027.");

    private static async Task<IReadOnlyList<int>> YearsAsync(HttpContext context) =>
    [
        .. (await context.Need<ReviewStore>().YearsAsync(context.RequestAborted)).Append(context.Now().Year).Distinct().OrderDescending(),
    ];

    private static async Task<BoardYear?> ReadAsync(HttpContext context)
    {
        if (RegisterQuery.YearOf(context) is not { } year)
            return null;
        var reviews = context.Need<ReviewStore>();
        var received = new List<Review>();
        foreach (var id in await reviews.IdsAsync(year, context.RequestAborted))
        {
            if (await reviews.ReadAsync(id, context.RequestAborted) is { State: var review })
                received.Add(review);
        }
        return BoardYear.Of(year, received);
    }

    private static async Task<SeatedBoard> SeatsAsync(HttpContext context)
    {
        var data = await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted);
        var members = await context.Need<BoardStore>().MembersAsync(context.RequestAborted);
        var today = context.Today();
        var asked = data.Codes.Codes.Where(code => code.Parent is null).Select(code => code.Code).Concat(MemberCheck.Experiences).ToList();
        return new(
            today, Vacancies.Serving(members, today).Count(),
            [.. Vacancies.Of([asked], members, today, data.Broader).OrderBy(seat => asked.IndexOf(seat.Code))
                .Select(seat => new SeatedPopulation(data.Codes.NameOf(seat.Code), seat.Code, Vacancies.Outside(seat.Members)))]);
    }
}

/// <summary>A year of the board for its office.</summary>
/// <param name="Year">The counts that are public.</param>
/// <param name="Board">Who sits on it.</param>
public sealed record OfficeYear(BoardYear Year, SeatedBoard Board);

/// <summary>Who sits on the board, as it may leave the office.</summary>
/// <param name="On">The day: today.</param>
/// <param name="Members">Members who serve.</param>
/// <param name="Populations">How many describe themselves so, in words.</param>
public sealed record SeatedBoard(DateOnly On, int Members, IReadOnlyList<SeatedPopulation> Populations);

/// <summary>Members who describe themselves in one way.</summary>
/// <param name="Population">Its name.</param>
/// <param name="Code">REL code or programme population.</param>
/// <param name="Members">none, 1 to 10, or 11 or more.</param>
public sealed record SeatedPopulation(string Population, string Code, string Members);
