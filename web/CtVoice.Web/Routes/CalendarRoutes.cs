using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>What dates are made of: the agencies' codes, the days off, and how a day is counted.</summary>
internal static class CalendarRoutes
{
    private const int LongestSpan = 500;

    internal static void MapCalendar(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(
            "/api/agencies",
            _ => Task.FromResult(Answer.PublicJson(new AgencyList(
                AgencyDirectory.Shipped.Version, [.. AgencyDirectory.Shipped.All.Select(a => new AgencyCode(a.Code, a.Name, a.P20Win))]))))
            .OpenTo(Access.Public)
            .WithName("listAgencies").WithSummary("The agencies by code.")
            .Returns(200, "The agencies, with an ETag.",
                new AgencyList("p20win-2026", [new("DSS", "Department of Social Services", true)]));
        endpoints.MapGet("/api/calendar", CountAsync).OpenTo(Access.Public)
            .WithName("countDays").WithSummary("Counts business days, and says how; the office’s closing days count like days off.")
            .Query("from", "The day that starts the count, yyyy-MM-dd; it does not count. Today when absent.")
            .Query("days", "Business days, 0 to 500; 10 when absent.")
            .Returns(200, "The day, with an ETag.",
                new CountedDay(new(2027, 3, 1), 10, new(2027, 3, 15), ["From Monday, March 1, 2027; the day itself does not count."]));
        endpoints.MapClosingDays();
        endpoints.MapGet("/api/calendar/holidays", context => Task.FromResult(Holidays(context))).OpenTo(Access.Public)
            .WithName("listHolidays").WithSummary("The days off of a year (CGS 1-4), each with its reason.")
            .Query("year", "The year; this year when absent.")
            .Returns(200, "The days off, with an ETag.", new List<DayOff>
                { new(new(2027, 12, 24), "Christmas", "Christmas, which falls on Saturday, December 25, 2027") });
    }

    internal static async Task<IResult> CountAsync(HttpContext context)
    {
        var today = context.Today();
        var from = today;
        if (context.QueryText("from") is { } text
            && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out from))
            return Problem.Faults("", "A day is written 2027-03-01.");
        var days = 10;
        if (context.QueryText("days") is { } number
            && !(int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days <= LongestSpan))
            return Problem.Faults("", FormattableString.Invariant($"Give 0 to {LongestSpan} business days."));
        if (from.Year is < ConnecticutHolidays.FirstYear or > ConnecticutHolidays.LastYear - 3)
            return Problem.Faults("", FormattableString.Invariant($"Days off are known from {ConnecticutHolidays.FirstYear} on."));
        if (days == 0)
            return Answer.PublicJson(new CountedDay(from, 0, from, ["With no business day to count it is the day itself."]));
        // At noon: what is asked for is a day.
        var calendar = context.Need<BusinessCalendar>()
            .With((await context.Need<ClosingDayStore>().CurrentAsync(context.RequestAborted)).Days);
        var end = calendar.EndOfWindow(LocalTime.InstantOf(from, new(12, 0), BusinessCalendar.Zone), days, new(12, 0),
            context.Now());
        return Answer.PublicJson(new CountedDay(from, days, LocalTime.DateIn(BusinessCalendar.Zone, end.At), end.Because));
    }

    internal static IResult Holidays(HttpContext context) =>
        Register.RegisterQuery.YearOf(context) is { } year
            ? Answer.PublicJson(ConnecticutHolidays.For(year).Select(h => new DayOff(h.Date, h.Name, h.Reason)).ToList())
            : Problem.Faults("", "A year is written with four digits, such as 2027.");
}

/// <summary>The agencies that the software knows.</summary>
/// <param name="Version">Version of the list.</param>
/// <param name="Agencies">In the order of the list.</param>
internal sealed record AgencyList(string Version, IReadOnlyList<AgencyCode> Agencies);

/// <summary>An agency by its code.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="P20Win">True for the 15 agencies that share data through P20 WIN.</param>
internal sealed record AgencyCode(string Code, string Name, bool P20Win);

/// <summary>A day that was counted.</summary>
/// <param name="From">The day that started the count.</param>
/// <param name="BusinessDays">How many were counted.</param>
/// <param name="On">The day that was reached.</param>
/// <param name="Because">How.</param>
public sealed record CountedDay(DateOnly From, int BusinessDays, DateOnly On, IReadOnlyList<string> Because);

/// <summary>A day on which state offices are closed.</summary>
/// <param name="On">The day.</param>
/// <param name="Name">The holiday.</param>
/// <param name="Reason">Why that day.</param>
public sealed record DayOff(DateOnly On, string Name, string Reason);
