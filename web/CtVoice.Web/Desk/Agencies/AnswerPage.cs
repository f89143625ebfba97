using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Agencies;

/// <summary>One recommendation: the advice, the answer to it in two steps, more time, and what became of a promise.</summary>
internal static class AnswerPage
{
    private const string Path = "/agency/reviews/{id}/recommendations/{number}";

    internal static void MapAnswerPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).OpenTo(AgencyDesk.Readers)
            .WithName("agencyRecommendation").WithSummary("One recommendation, its answer and its promise.");
        endpoints.MapCheck<AnswerGiven>(Path + "/check", AccountabilityRoutes.CheckAnswerAsync, ShowAsync, CheckedAsync)
            .OpenTo(AgencyDesk.Agencies)
            .WithName("agencyCheckAnswer").WithSummary("Shows an answer as it will be public; stores nothing.");
        endpoints.MapAgain(Path + "/change", ShowAsync).OpenTo(AgencyDesk.Agencies)
            .WithName("agencyChangeAnswer").WithSummary("Shows the form again as it was filled in; stores nothing.");
        endpoints.MapForm<AnswerGiven>(Path + "/answer", AccountabilityRoutes.AnswerAsync, ShowAsync, Back).OpenTo(AgencyDesk.Agencies)
            .WithName("agencyAnswer").WithSummary("Answers a recommendation, in public.");
        endpoints.MapForm<AnswerLater>(Path + "/more-time", AccountabilityRoutes.ExtendAsync, ShowAsync, Back).OpenTo(AgencyDesk.Agencies)
            .WithName("agencyMoreTime").WithSummary("Takes more time for one answer.");
        endpoints.MapForm<EvidenceGiven>(Path + "/evidence", AccountabilityRoutes.EvidenceAsync, ShowAsync, Back)
            .OpenTo(AgencyDesk.Agencies)
            .WithName("agencyEvidence").WithSummary("Shows that what was promised is done.");
        endpoints.MapForm<CommitmentMoved>(Path + "/commitment", AccountabilityRoutes.MoveAsync, ShowAsync, Back)
            .OpenTo(AgencyDesk.Agencies)
            .WithName("agencyMoveCommitment").WithSummary("Promises another day.");
    }

    private static string Back(HttpContext context) =>
        AgencyDesk.PathOf(context.RouteText("id"), int.Parse(context.RouteText("number"), null));

    private static Task<IResult> ShowAsync(HttpContext context) => WithAsync(context, async (review, recommendation, text) =>
    {
        var (agency, calendar, now) =
            (context.Principal().Agency, context.Need<BusinessCalendar>(), context.Now());
        var prepared = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in recommendation.Answers.Select(a => a.By).Distinct(StringComparer.Ordinal))
        {
            if (await context.Need<AccessKeys>().LabelAsync(key, context.RequestAborted) is { } label)
                prepared[key] = label;
        }
        var left = recommendation.Waits && now < recommendation.DueAt
            ? calendar.Of(review)
                .BusinessDaysBetween(LocalTime.DateIn(BusinessCalendar.Zone, now),
                    LocalTime.DateIn(BusinessCalendar.Zone, recommendation.DueAt))
            : 0;
        return DeskPage.Of<AnswerShown>(
            context, $"Recommendation {recommendation.Number}",
            new AnswerShown.Shown(review, recommendation, RecommendationView.Of(review, recommendation, text, now), agency, now, left,
                prepared),
            AgencyDesk.MyReviews, new PageLink(review.Title, AgencyDesk.PathOf(review.Id)));
    });

    private static Task<IResult> CheckedAsync(HttpContext context, AnswerGiven body) =>
        WithAsync(context, async (review, recommendation, text) => DeskPage.Of<AnswerChecked>(
        context, "Check your answer",
        new AnswerChecked.Shown(review, recommendation, text, AccountabilityRoutes.Given(context, body, default),
            await context.Need<AccessKeys>().LabelAsync(context.Principal().KeyId, context.RequestAborted)),
        AgencyDesk.MyReviews, new PageLink(review.Title, AgencyDesk.PathOf(review.Id)),
        new PageLink($"Recommendation {recommendation.Number}", AgencyDesk.PathOf(review.Id, recommendation.Number))));

    private static Task<IResult> WithAsync(HttpContext context, Func<Review, Recommendation, string?, Task<IResult>> show) =>
        ReviewRoutes.WithReviewAsync(context, async (reviews, stored) =>
            int.TryParse(context.RouteText("number"), out var number)
                && stored.State.Recommendations.FirstOrDefault(r => r.Number == number) is { } recommendation
                ? await show(stored.State, recommendation,
                    await reviews.ReadContentAsync(stored.State.Id, recommendation.Content, context.RequestAborted))
                : Problem.NotFound());
}
