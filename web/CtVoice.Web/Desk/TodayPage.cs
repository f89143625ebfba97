using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Lists;
using CtVoice.Core.Operations;
using CtVoice.Core.Reviews;
using CtVoice.Core.Todo;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>What waits for the coordinator, with the reason and the date of each, and what goes out by itself.</summary>
internal static class TodayPage
{
    // What goes out by itself is shown of so many reviews: more are open in no year.
    private const int MostReviews = 50;

    internal static void MapTodayPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/desk", ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("today").WithSummary("What waits for the coordinator.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        var (cancel, now, calendar) = (context.RequestAborted, context.Now(), context.Need<BusinessCalendar>());
        var work = await OfficeWork.OfAsync(context);
        IReadOnlyList<TodoThing> waiting = [.. work.Messages, .. work.Reviews];
        var reviews = new Dictionary<string, Review>(StringComparer.Ordinal);
        // Those too that are over: what residents are told of the answers leaves then.
        await foreach (var id in context.Need<ReviewLists>().AttendedAsync(cancel))
        {
            if (reviews.Count == MostReviews)
                break;
            await KeepAsync(id);
        }
        foreach (var id in waiting.Select(t => t.ReviewId).OfType<string>().Distinct(StringComparer.Ordinal))
            await KeepAsync(id);
        var things = waiting.Select(t => ThingToDo.Of(t, t.ReviewId is { } id ? reviews.GetValueOrDefault(id) : null, calendar, now))
            .ToList();
        for (var i = 0; i < things.Count; i++)
        {
            // Whoever calls knows first whether they may, and whether a machine may hear it.
            if (waiting[i].Kind is TodoKinds.Call && await MatterRoutes.CallsAsync(context, waiting[i].Id) is { Count: > 0 } calls)
                things[i] = things[i] with
                { About = $"{things[i].About}. {string.Join(" ", calls.Select(c => c.Says).Distinct(StringComparer.Ordinal))}" };
        }
        var leaving = reviews.Values.Where(r => !r.Over).SelectMany(r => Leaving(r, calendar, now)).OrderBy(l => l.At).Take(6).ToList();
        var stoppable = reviews.Values.SelectMany(r => Departing.Of(r, calendar, now).Select(d => (r, d))).OrderBy(s => s.d.At).ToList();
        return DeskPage.Of<Today>(context, "Today", new Today.Shown(now, things, leaving, stoppable)
        {
            Away = await context.Need<Absences>().AwayAsync(now, cancel),
            Silenced = await SilencedAsync(context),
        });

        async Task KeepAsync(string id)
        {
            if (!reviews.ContainsKey(id) && await context.Need<ReviewStore>().ReadAsync(id, cancel) is { } stored)
                reviews[id] = stored.State;
        }
    }

    // People on call whose phone said STOP: whoever relies on them must know.
    private static async Task<IReadOnlyList<(string Name, DateTimeOffset Since)>> SilencedAsync(HttpContext context)
    {
        var store = context.Need<OnCallStore>();
        if (await store.ApprovedAsync(context.RequestAborted) is not { } list)
            return [];
        var stopped = await store.StoppedAsync(list, context.RequestAborted);
        return [.. list.People.Where(p => stopped.ContainsKey(p.Id)).Select(p => (p.Name, stopped[p.Id]))];
    }

    private static IEnumerable<Today.Leaves> Leaving(Review review, BusinessCalendar calendar, DateTimeOffset now)
    {
        var schedule = ReviewSchedule.Of(review, calendar, now);
        if (schedule.CloseAt is { } close && close > now)
            yield return new(close, "Close", review.Title, review.Id);
        if (schedule.ReportAt is { } report && report > now)
            yield return new(report, "Report", review.Title, review.Id);
        if (schedule.SupplementAt is { } supplement && supplement > now)
            yield return new(supplement, "Supplement to the report", review.Title, review.Id);
        if (schedule.TellAt is { } told && told > now && review.Stage is ReviewStage.Answering)
            yield return new(told, "Residents are told of the answers", review.Title, review.Id);
    }
}
