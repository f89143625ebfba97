using System.Globalization;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Settings;

/// <summary>Days off, the office's closing days, and a count of business days.</summary>
internal static class CalendarPage
{
    private const string Path = SettingsPage.Path + "/calendar";

    internal static void MapCalendarPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskCalendar").WithSummary("The office’s closing days, the days off of a year, and a count of business days.");
        endpoints.MapCheck<ClosingDayGiven>(Path + "/check", ClosingDayRoutes.RefusedAsync, ShowAsync, ShowCheckedAsync)
            .OpenTo(Access.SignedIn(Role.Coordinator))
            .WithName("deskCheckClosingDay").WithSummary("Shows which promised dates stay if a closing day is entered; stores nothing.");
        endpoints.MapForm<ClosingDayGiven>(Path + "/closing-days", ClosingDayRoutes.AddAsync, ShowAsync, _ => Path)
            .OpenTo(Access.SignedIn(Role.Coordinator))
            .WithName("deskAddClosingDay").WithSummary("Enters a closing day.");
        endpoints.MapButton(Path + "/closing-days/{day}/remove", ClosingDayRoutes.RemoveAsync, ShowAsync, _ => Path)
            .OpenTo(Access.SignedIn(Role.Coordinator))
            .WithName("deskRemoveClosingDay").WithSummary("Takes a closing day back before it comes.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        var (off, counted) = (CalendarRoutes.Holidays(context), await CalendarRoutes.CountAsync(context));
        var today = context.Today();
        return DeskPage.Of<CalendarShown>(
            context, "Calendar",
            new CalendarShown.Shown(
                context.QueryText("year") ?? today.Year.ToString(CultureInfo.InvariantCulture), off.Said<IReadOnlyList<DayOff>>() ?? [],
                context.QueryText("from"), context.QueryText("days"), counted.Said<CountedDay>(), ((off as Problem) ?? (counted as Problem))
                    ?.Details.Faults?[0].Message,
                [.. (await ClosingDayRoutes.ReadAsync(context)).Where(d => d.On >= today)], today,
                context.Principal().Role is Role.Coordinator),
            [.. SettingsPage.Above]);
    }

    private static async Task<IResult> ShowCheckedAsync(HttpContext context, ClosingDayGiven body) => DeskPage.Of<ClosingDayChecked>(
        context, "Check the closing day",
        new ClosingDayChecked.Shown(body.On, body.Reason, (await ClosingDayRoutes.EffectOfAsync(context, body.On)).Stays),
        [.. SettingsPage.Above, new("Calendar", Path)]);
}
