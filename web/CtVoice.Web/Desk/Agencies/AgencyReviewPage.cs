using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Intake;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Web.Routes;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Agencies;

/// <summary>One review from the agency's side: where it stands, the project, the texts, the report; taking it back.</summary>
internal static class AgencyReviewPage
{
    private static readonly object Corrected = new();

    internal static void MapAgencyReviewPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/agency/reviews/{id}", StandAsync).OpenTo(AgencyDesk.Readers)
            .WithName("agencyReview").WithSummary("Where a review stands, and what is asked of whom.");
        endpoints.MapPage("/agency/reviews/{id}/project", ProjectAsync).OpenTo(AgencyDesk.Agencies)
            .WithName("agencyProject").WithSummary("The project as it was submitted.");
        endpoints.MapPage("/agency/reviews/{id}/texts", TextsAsync).OpenTo(AgencyDesk.Readers)
            .WithName("agencyTexts").WithSummary("What residents will read, with its grade.");
        endpoints.MapPage("/agency/reviews/{id}/report", ReportAsync).OpenTo(AgencyDesk.Readers)
            .WithName("agencyReport").WithSummary("The report of a review.");
        endpoints.MapForm<TextEntry>("/agency/reviews/{id}/texts/{language}", TextRoutes.WriteAsync, TextsAsync,
            context => AgencyDesk.PathOf(context.RouteText("id"), "texts"))
            .OpenTo(AgencyDesk.Agencies)
            .WithName("agencyWriteTexts").WithSummary("Writes what residents read in one language.");
        endpoints.MapForm<Withdrawal>(
            "/agency/reviews/{id}/withdraw", WithdrawAsync, StandAsync, context => context.Items[Corrected] as string
                ?? AgencyDesk.PathOf(context.RouteText("id")))
            .OpenTo(AgencyDesk.Agencies)
            .WithName("agencyWithdraw").WithSummary("Takes a project back before residents are asked.");
    }

    // Taking a project back and beginning a draft from it are two operations behind one button.
    private static async Task<IResult> WithdrawAsync(HttpContext context, Withdrawal body)
    {
        var read = await ProjectRoutes.ReadAsync(context);
        var withdrawn = await ProjectRoutes.WithdrawAsync(context, body);
        if (withdrawn is Problem || read is not { Project: var project }
            || (await context.Request.ReadFormAsync(context.RequestAborted))["do"] != "correct")
            return withdrawn;
        var (path, problem) = await NewProjectPage.StartAsync(context, project);
        context.Items[Corrected] = path;
        return problem ?? withdrawn;
    }

    /// <summary>Where a review stands.</summary>
    internal static async Task<IResult> StandAsync(HttpContext context)
    {
        var (calendar, now, agency) =
            (context.Need<BusinessCalendar>(), context.Now(), context.Principal().Agency);
        return await ReviewRoutes.WithReviewAsync(context, async (reviews, stored) =>
        {
            var review = stored.State;
            var advice = new List<AgencyReview.One>();
            foreach (var r in review.Recommendations)
            {
                advice.Add(new(
                    r.Number, await reviews.ReadContentAsync(review.Id, r.Content, context.RequestAborted), ReviewWords.Agency(r.Addressee),
                    AgencyWords.Of(r, now),
                    r.Addressee == agency && r.Waits, r.Waits ? r.DueAt : null));
            }
            // While residents are asked nobody can tell from the steps who answered when.
            var steps = review is { Stage: ReviewStage.Open }
                ? []
                : PublicSteps.Of(await reviews.ReadLedgerAsync(review.Id, context.RequestAborted));
            var meetings = await GoverningBoardRoutes.MeetingsAsync(context);
            return DeskPage.Of<AgencyReview>(
                context, review.Title,
                new AgencyReview.Shown(review, agency, AgencyWords.Sentence(review, agency, calendar, now), advice,
                    AgencyDate.Of(review, agency, calendar, now), steps, MeetingView.Of(meetings.Next(now), meetings)),
                AgencyDesk.MyReviews);
        });
    }

    private static Task<IResult> ProjectAsync(HttpContext context) =>
        AgencyDesk.ShowAsync<AgencyProject>(context, "Project", async (reviews, review) =>
    {
        if (await ProjectRoutes.ReadAsync(context) is not { Project: var project })
            return null;
        var before = review is { Kind: ProjectKind.Modification, EarlierReview: { } earlier }
            ? await reviews.ReadProjectAsync(earlier, context.RequestAborted) : null;
        return new ProjectShown.Shown(review, project, before is null ? [] : [.. ProjectChange.Between(before, project)],
            ReportQuestions.Of(project))
        { AiSystem = await ProjectPage.AiSystemAsync(context, project) };
    });

    private static Task<IResult> TextsAsync(HttpContext context) => AgencyDesk.ShowAsync<AgencyTexts>(context, "Texts", async (_, review) =>
        await TextRoutes.OwnAsync(context) is null
            ? null
            : new AgencyTexts.Shown(review, (await TextRoutes.ViewAsync(context, review)).Texts, context.Principal().Agency is not null
                && review.Stage is ReviewStage.Preparing));

    private static Task<IResult> ReportAsync(HttpContext context) =>
        AgencyDesk.ShowAsync<AgencyReport>(context, "Report", async (reviews, review) =>
        await ReportView.OfAsync(review, reviews, context.Now(), Audience.Agency, context.RequestAborted)
            is { } report
            ? new AgencyReport.Shown(review, report)
            : null);
}
