using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Web.Routes;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>Each date of a review and how it was computed; more time, and the end.</summary>
internal static class DatesPage
{
    internal static void MapDatesPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTab("dates", ShowAsync).WithName("deskDates").WithSummary("The dates of a review.");
        endpoints.MapTabForm<Extension>("dates", "extend", ReviewRoutes.ExtendAsync, ShowAsync)
            .WithName("deskExtend").WithSummary("Gives residents more time.");
        endpoints.MapTabForm<Cancellation>("dates", "cancel", ReviewRoutes.CancelAsync, ShowAsync)
            .WithName("deskCancel").WithSummary("Ends a review.");
    }

    internal static Task<IResult> ShowAsync(HttpContext context) => ReviewDesk.ShowAsync<Dates>(context, "Dates", async (_, review) =>
    {
        var calendar = context.Need<BusinessCalendar>();
        var meetings = await GoverningBoardRoutes.MeetingsAsync(context);
        return new Dates.Shown(review, [.. DatesOf(review, calendar, context.Now())],
            MeetingView.Of(meetings.Next(context.Now()), meetings));
    });

    private static IEnumerable<Dates.One> DatesOf(Review review, BusinessCalendar calendar, DateTimeOffset now)
    {
        yield return new("Project received", review.SubmittedAt, []);
        var schedule = ReviewSchedule.Of(review, calendar, now);
        if (schedule.DecideBy is { } decide)
            yield return new("Your silence decides: a review is required", decide, [Says(review.Policy.CoordinatorDecidesWithin)]);
        if (schedule.TextsDigestAt is { } digest)
            yield return new("Late texts are in the daily digest", digest, [Says(review.Policy.TextsDigestAfter)]);
        if (schedule.TextsEscalateAt is { } escalate)
            yield return new("It is public that the texts are late, and the chair of the Executive Board is told", escalate,
                [Says(review.Policy.TextsEscalateAfter)]);
        if (review.Window is { } window)
        {
            yield return new("Residents were asked", window.OpensAt, []);
            yield return new("Replies are taken until", window.ClosesAt,
                window.ExtendedBecause is { } moved ? [.. window.Because, $"It was moved: {moved}"] : window.Because);
        }
        if (review.ClosedAt is { } closed)
            yield return new("Closed", closed, []);
        if (review.Report is { } report)
            yield return new("Report went out", report.SentAt, []);
        else if (Reporting.GoesOutAt(review, calendar) is { } goesOut)
            yield return new("Report goes out", goesOut.At, goesOut.Because);
        if (review.Supplement is { } supplement)
            yield return new(supplement.SentAt is null ? "Supplement goes out" : "Supplement went out", supplement.SentAt
                ?? supplement.DueAt, supplement.DueBecause);
        foreach (var recommendation in review.Recommendations)
            yield return new($"Answer to recommendation {recommendation.Number}, {ReviewWords.Agency(recommendation.Addressee)}",
                recommendation.DueAt, recommendation.DueBecause);
        if (schedule.TellAt is { } tell)
            yield return new("Residents are told of the answers", tell, []);
        if (schedule.CountAt is { } count)
            yield return new("“Did this answer you?” is counted", count, []);
    }

    private static string Says(int days) => days == 1
        ? "1 business day after this stage began."
        : FormattableString.Invariant($"{days} business days after this stage began.");
}
