using CtVoice.Core.Calendar;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Agencies;

/// <summary>What is asked of an agency and by when, its other reviews, and all its dates on one page.</summary>
internal static class MyReviewsPage
{
    internal static void MapMyReviewsPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/agency", ShowAsync).OpenTo(AgencyDesk.Readers)
            .WithName("agencyReviews").WithSummary("What is asked of an agency, and its reviews.");
        endpoints.MapPage("/agency/dates", DatesAsync).OpenTo(AgencyDesk.Readers)
            .WithName("agencyDates").WithSummary("Every date that is still to come, with why.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        var (work, now) = (await AgencyWork.OfAsync(context, context.Principal()), context.Now());
        return DeskPage.Of<MyReviews>(context, work.Agency is null ? "Reviews" : "My reviews",
            new MyReviews.Shown(work.Agency, now, work.Asks, work.Reviews));
    }

    private static async Task<IResult> DatesAsync(HttpContext context)
    {
        var (work, calendar, now) =
            (await AgencyWork.OfAsync(context, context.Principal()), context.Need<BusinessCalendar>(), context.Now());
        IReadOnlyList<AllDates.One> dates =
        [
            .. work.Reviews.SelectMany(r => AgencyDate.Of(r, work.Agency, calendar, now).Where(d => d.At > now || d.Mine)
                .Select(d => new AllDates.One(r.Id, r.Title, d)))
                .OrderBy(d => d.Date.At),
        ];
        return DeskPage.Of<AllDates>(context, "Dates", new AllDates.Shown(now, dates), AgencyDesk.MyReviews);
    }
}
